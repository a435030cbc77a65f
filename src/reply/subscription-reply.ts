import { zonedWords } from '../calendar/zoned.ts';
import type { AudienceName } from '../chat/audience.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { Subscription } from '../store/subscriptions.ts';
import {
  command,
  type DeskManner,
  EXAMPLE_TIMES,
  listed,
  minutesInWords,
  termsOf,
  WRITE_TIMES,
  wishesInWords,
} from './desk-words.ts';
import { line, type Reply, type ReplyLine } from './reply.ts';

/** How the time zone of a new subscription came to be. */
export type ZoneOrigin = 'named' | 'own' | 'chosen before' | 'unknown';

function strongLine(strong: string, rest: string): ReplyLine {
  return { part: 'support', segments: [{ text: strong, strong: true }, { text: rest }] };
}

function shortLine(strong: string, rest = ''): ReplyLine {
  return { part: 'short', segments: [{ text: strong, strong: true }, { text: rest }] };
}

function placeOf({ personal, channel }: Subscription, { channel: here }: DeskManner): string {
  return personal ? 'you alone' : channel === here ? 'this channel' : 'the channel that you chose';
}

/** What was set up, when the first digest comes, and how to change it; `zone` is where its time zone is from. */
export function subscribedReply(subscription: Subscription, zone: ZoneOrigin, manner: DeskManner): Reply {
  return {
    lines: [
      shortLine(
        'Subscribed.',
        ` A digest goes to ${placeOf(subscription, manner)}: ${termsOf(subscription, manner.forAll)}. Its name here is ${subscription.id}.`,
      ),
      line('note', firstText(subscription)),
      line('note', lateness(subscription)),
      ...(zone === 'named' ? [] : [line('note', zoneText(zone, subscription.timeZone))]),
      ...waysOn(subscription, ['edit', 'pause', 'remove'], manner),
    ],
  };
}

function firstText({ next, timeZone }: Subscription): string {
  const when = next ? ` on ${zonedWords(next.occurrence, timeZone)} in ${timeZone}` : '';
  return `The first one comes${when}. It is a briefing; each later one tells what is new since the one before.`;
}

function nextText({ next, timeZone }: Subscription): string {
  return next
    ? `The next one comes on ${zonedWords(next.occurrence, timeZone)} in ${timeZone}.`
    : 'It does not fall due again.';
}

function lateness({ graceMinutes, whenUnchanged }: Subscription): string {
  const late =
    graceMinutes === 0
      ? 'What I miss by being away is skipped'
      : `If I am away when it is due, it still comes up to ${minutesInWords(graceMinutes)} late, and is skipped after that`;
  const silent = whenUnchanged === 'nothing' ? 'nothing is posted' : 'one line says so';
  return `${late}. When nothing is new, ${silent}.`;
}

function zoneText(zone: Exclude<ZoneOrigin, 'named'>, timeZone: string): string {
  switch (zone) {
    case 'own':
      return `${timeZone} is the time zone of your account.`;
    case 'chosen before':
      return `${timeZone} is the time zone that you chose before.`;
    case 'unknown':
      return `I do not know your time zone, so it is ${timeZone}; name another one to change it, such as Europe/Berlin.`;
  }
}

const WAYS = {
  edit: ['edit ID weekdays 10:00', 'changes what you name: times, time zone, for whom, topics, “grace 2 hours”'],
  pause: ['pause ID', 'stops it until you resume it'],
  resume: ['resume ID', 'goes on'],
  remove: ['remove ID', 'ends it'],
  history: ['history ID', 'what became of each one'],
  preview: ['preview ID', 'shows what would be posted now'],
} as const;

function waysOn({ id }: Subscription, ways: readonly (keyof typeof WAYS)[], manner: DeskManner): ReplyLine[] {
  return ways.map((way) => {
    const [words, does] = WAYS[way];
    return strongLine(command(words.replace('ID', id), manner), `: ${does}.`);
  });
}

/** The same digest is there. */
export function alreadySubscribedReply(subscription: Subscription, manner: DeskManner): Reply {
  return {
    lines: [
      shortLine(
        'That is set up already',
        `: ${subscription.id} goes to ${placeOf(subscription, manner)}, ${termsOf(subscription, manner.forAll)}.`,
      ),
      line('note', subscription.state === 'paused' ? pausedText(subscription) : nextText(subscription)),
      ...waysOn(subscription, subscription.state === 'paused' ? ['resume', 'edit'] : ['edit'], manner),
    ],
  };
}

/** What it is now. */
export function editedReply(subscription: Subscription, manner: DeskManner): Reply {
  return {
    lines: [
      shortLine(
        'Changed.',
        ` ${subscription.id} goes to ${placeOf(subscription, manner)}: ${termsOf(subscription, manner.forAll)}.`,
      ),
      line('note', subscription.state === 'paused' ? pausedText(subscription) : nextText(subscription)),
      line('note', lateness(subscription)),
    ],
  };
}

function pausedText({ pausedBecause }: Subscription): string {
  return `It is paused${behind(pausedBecause)}`;
}

/** A reason behind what it is the reason of: as a sentence of its own, or after a colon. */
function behind(reason: string | undefined): string {
  if (!reason) return '.';
  const sentence = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  return `${/^\p{Lu}/u.test(reason) ? '.' : ':'} ${sentence}`;
}

/** Nothing is posted any more, or nothing was (`wasPaused`). */
export function pausedReply(subscription: Subscription, wasPaused: boolean, manner: DeskManner): Reply {
  return {
    lines: [
      wasPaused
        ? shortLine(`${subscription.id} is paused already.`, '')
        : shortLine('Paused.', ` Nothing is posted for ${subscription.id} until it is resumed.`),
      ...waysOn(subscription, ['resume', 'remove'], manner),
    ],
  };
}

/** When the next one comes; `wasActive` where it was not paused. */
export function resumedReply(subscription: Subscription, wasActive: boolean): Reply {
  return {
    lines: [
      wasActive
        ? shortLine(`${subscription.id} is not paused.`, ` ${nextText(subscription)}`)
        : shortLine('Resumed.', ` ${nextText(subscription)}`),
      ...(wasActive
        ? []
        : [
            line(
              'note',
              'What fell due meanwhile is not caught up; the next one tells what is new since the last one.',
            ),
          ]),
    ],
  };
}

/** It is gone, with the command that sets it up again. */
export function removedReply(subscription: Subscription, manner: DeskManner): Reply {
  return {
    lines: [
      shortLine('Removed.', ` No digest comes from ${subscription.id} any more.`),
      strongLine(
        command(`subscribe ${wishesInWords(subscription, manner.defaults)}`, manner),
        ': sets it up again, beginning with a briefing.',
      ),
    ],
  };
}

/** The subscriptions of the channel, then those of the person alone. */
export function subscriptionsReply(subscriptions: readonly Subscription[], manner: DeskManner): Reply {
  if (subscriptions.length === 0)
    return {
      lines: [
        line('note', 'No digest comes here.'),
        strongLine(command(`subscribe ${EXAMPLE_TIMES}`, manner), ': sets one up.'),
      ],
    };
  const own = subscriptions.filter(({ personal }) => personal);
  const others = subscriptions.filter(({ personal }) => !personal);
  return {
    lines: [
      ...(others.length > 0 ? [line('heading', 'Digests of this channel')] : []),
      ...others.map((one) => subscriptionLine(one, manner)),
      ...(own.length > 0 ? [line('heading', 'Your own digests')] : []),
      ...own.map((one) => subscriptionLine(one, manner)),
      line(
        'note',
        `With one of these names: ${listed(['preview', 'now', 'pause', 'resume', 'edit', 'remove', 'history'])}, as in “${command(`history ${subscriptions[0]?.id}`, manner)}”.`,
      ),
    ],
  };
}

/** One subscription in a list. */
export function subscriptionLine(subscription: Subscription, { forAll }: DeskManner): ReplyLine {
  const state = subscription.state === 'paused' ? pausedText(subscription) : nextText(subscription);
  return strongLine(subscription.id, `: ${termsOf(subscription, forAll)}. ${state}`);
}

export interface PreviewNote {
  /** The channel was never told anything: this is a briefing. */
  readonly isFirst: boolean;
  readonly isUnchanged: boolean;
  readonly whenUnchanged: 'nothing' | 'one line';
}

/** The digest itself, with a line above that says what it is. */
export function previewReply(digest: Reply, { isFirst, isUnchanged, whenUnchanged }: PreviewNote): Reply {
  const seen = 'This is a preview: it changes nothing, and nothing counts as told.';
  const what = isUnchanged
    ? whenUnchanged === 'nothing'
      ? 'Nothing is new, so nothing would be posted now.'
      : 'Nothing is new. This line would be posted now.'
    : isFirst
      ? 'This briefing would be posted now.'
      : 'This would be posted now.';
  return { lines: [line('note', `${what} ${seen}`), ...digest.lines] };
}

type Outcome = Pick<Delivery, 'state' | 'reason' | 'link'>;

/** What became of a digest that was asked for at once. */
export function postedNowReply({ id }: Subscription, outcome: Outcome, manner: DeskManner): Reply {
  const why = behind(outcome.reason);
  const where = strongLine(command(`history ${id}`, manner), ': what became of each one.');
  switch (outcome.state) {
    case 'posted':
      return { lines: [withLink(shortLine('Posted.', ''), outcome.link)] };
    case 'skipped':
      return { lines: [shortLine('Not posted', why)] };
    case 'failed':
      return { lines: [shortLine('It could not be posted', why), where] };
    case 'uncertain':
      return { lines: [shortLine('It may be posted, or not', why), where] };
    case 'claimed':
    case 'posting':
      return { lines: [shortLine('It is being posted.'), where] };
  }
}

function withLink(before: ReplyLine, link: string | undefined): ReplyLine {
  return link ? { ...before, segments: [...before.segments, { text: ' ' }, { text: link, link }] } : before;
}

const STATE_LABEL: Readonly<Record<Delivery['state'], string>> = {
  claimed: 'under way',
  posting: 'under way',
  posted: 'posted',
  skipped: 'skipped',
  failed: 'failed',
  uncertain: 'uncertain, it may be posted or not',
};

/** What became of each occurrence, newest first; `more` is said where there are earlier ones. */
export function historyReply(
  subscription: Subscription,
  deliveries: readonly Delivery[],
  more: boolean,
  manner: DeskManner,
): Reply {
  const { id, timeZone, state } = subscription;
  const upcoming = line('note', state === 'paused' ? pausedText(subscription) : nextText(subscription));
  if (deliveries.length === 0) return { lines: [shortLine(`${id} has not fallen due yet.`), upcoming] };
  return {
    lines: [
      line('heading', `${id}: ${termsOf(subscription, manner.forAll)}`),
      ...deliveries.map((delivery) => deliveryLine(delivery, timeZone)),
      ...(more ? [line('note', `Earlier ones are not shown; these are the latest ${deliveries.length}.`)] : []),
      line('note', `Times are those of ${timeZone}.`),
      upcoming,
    ],
  };
}

function deliveryLine({ occurrence, state, reason, link, attempts }: Delivery, timeZone: string): ReplyLine {
  const tries = attempts > 1 ? ` (begun ${attempts} times)` : '';
  const why = reason ? behind(reason) : '';
  return withLink(strongLine(zonedWords(occurrence, timeZone), ` ${STATE_LABEL[state]}${tries}${why}`), link);
}

/** What can be asked of the desk about digests. */
export function digestHelpReply(audiences: readonly AudienceName[], manner: DeskManner): Reply {
  const commands: readonly (readonly [words: string, does: string])[] = [
    [
      'subscribe weekdays 09:00',
      'a digest here, at these times; behind it, in any order: “for buyers”, “about TOPIC, TOPIC”, “in Europe/Berlin”, “to #channel”, “grace 2 hours”, “unchanged one line”',
    ],
    ['list', 'the digests of this channel, and your own'],
    ['preview', 'what would be posted now, without posting it'],
    ['now', 'posts it now'],
    ['pause, resume, edit, remove', 'with a name from the list where there are several'],
    ['history', 'what became of each one: posted, skipped, failed, and why'],
  ];
  return {
    lines: [
      line(
        'note',
        'A digest tells a channel what changed, at the times that you choose: what is new since the last one, each with its quote and its source.',
      ),
      line('heading', 'What you can ask'),
      ...commands.map(([words, does]) => strongLine(command(words, manner), `: ${does}.`)),
      line('note', `It can be written for ${listed(audiences.map(({ name }) => name))}. ${WRITE_TIMES}`),
    ],
  };
}
