import type { AudienceName } from '../chat/audience.ts';
import type { ScheduleProblem } from '../chat/schedule-pattern.ts';
import type { Subscription } from '../store/subscriptions.ts';
import { command, type DeskManner, EXAMPLE_TIMES, listed, WRITE_TIMES } from './desk-words.ts';
import { line, type Reply, type ReplyLine } from './reply.ts';
import { subscriptionLine } from './subscription-reply.ts';

function unreadableScheduleText(problem: ScheduleProblem): string {
  switch (problem) {
    case 'unreadable':
      return `I cannot read when it should come. ${WRITE_TIMES}`;
    case 'too often':
      return 'A digest comes once an hour at most. Write “hourly”, “every 2 hours”, or times of the day such as “weekdays 09:00”.';
    case 'different minutes':
      return 'Several times of a day need the same minutes, such as 9:30 and 17:30. For others, set up two digests.';
    case 'several':
      return 'One digest has the same times on each of its days. For others, set up two digests.';
    case 'no zone':
      return NO_ZONE;
  }
}

const NO_ZONE =
  'I do not know that time zone. Write it as Europe/Berlin or America/New_York; abbreviations such as EST leave open whether summer time is meant.';

export type SubscriptionProblem =
  | { readonly sort: 'schedule'; readonly problem: ScheduleProblem }
  | { readonly sort: 'no zone' | 'never due' | 'no grace' | 'too many topics' | 'no channel' | 'nothing named' }
  | { readonly sort: 'no audience'; readonly audiences: readonly AudienceName[] }
  | { readonly sort: 'not allowed' | 'not allowed there' | 'none here' | 'unknown id' }
  | { readonly sort: 'which one'; readonly among: readonly Subscription[] }
  | { readonly sort: 'too many'; readonly most: number; readonly personal: boolean };

/** One line that says what was wrong and what to do. */
export function subscriptionProblemReply(problem: SubscriptionProblem, manner: DeskManner): Reply {
  const lines: ReplyLine[] = [line('note', problemText(problem, manner))];
  if (problem.sort === 'which one') lines.push(...problem.among.map((one) => subscriptionLine(one, manner)));
  return { lines };
}

/** Longest window after the due time, in minutes: a day later it is the next day's digest. */
export const MOST_GRACE_MINUTES = 24 * 60;
export const MOST_TOPICS = 10;
export const LONGEST_TOPIC = 80;

function problemText(problem: SubscriptionProblem, manner: DeskManner): string {
  const list = `“${command('list', manner)}”`;
  switch (problem.sort) {
    case 'schedule':
      return unreadableScheduleText(problem.problem);
    case 'no zone':
      return NO_ZONE;
    case 'never due':
      return 'No day of the calendar fits these times. Write others, such as “weekdays 09:00”.';
    case 'no grace':
      return `The grace is how late a digest may still come: from 0 minutes to ${MOST_GRACE_MINUTES / 60} hours, such as “grace 2 hours”.`;
    case 'too many topics':
      return `A digest has at most ${MOST_TOPICS} topics of ${LONGEST_TOPIC} characters each, separated by commas.`;
    case 'no channel':
      return 'I cannot tell which channel is meant. Choose it from the list that opens when you type #, or subscribe in the channel itself.';
    case 'nothing named':
      return `Say what to change, such as “${command('edit weekdays 10:00', manner)}” or “${command('edit about TOPIC', manner)}”.`;
    case 'no audience':
      return `I write digests for ${listed(problem.audiences.map(({ name }) => name))}. Choose one of these.`;
    case 'not allowed':
      return 'Who manages this channel decides about its digests. Ask one of them, or set up your own in a direct message to me.';
    case 'not allowed there':
      return 'Who manages that channel decides about its digests. Ask one of them.';
    case 'none here':
      return `No digest comes here. “${command(`subscribe ${EXAMPLE_TIMES}`, manner)}” sets one up.`;
    case 'unknown id':
      return `There is no digest of that name here. ${list} shows those that there are.`;
    case 'which one':
      return 'There are several digests here. Say which one, by its name:';
    case 'too many':
      return `${problem.personal ? 'You have' : 'This channel has'} ${problem.most} digests, which is the most. Remove one first: ${list} shows them.`;
  }
}
