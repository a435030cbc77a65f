import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { matching, type Topics } from '../../src/chat/topics.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { DESK_OPTION } from './desk-options.ts';
import type { Handling } from './handling.ts';
import { SCHEDULE_OFFERS } from './labels.ts';
import { CHOICE_MAX, CHOICES_MAX } from './limits.ts';
import type { Typing } from './read-interaction.ts';
import { plain } from './text.ts';
import { scopeOf } from './utterance.ts';

type Choice = APIApplicationCommandOptionChoice<string>;
type Offering = Pick<Handling, 'bot' | 'store' | 'places' | 'log'>;

const OFFERED: ReadonlySet<string> = new Set([
  DESK_OPTION.when,
  DESK_OPTION.timeZone,
  DESK_OPTION.audience,
  DESK_OPTION.topics,
  DESK_OPTION.digest,
  DESK_OPTION.watched,
]);

/** Whether an option is one of digests or watched questions. */
export function isOfDesk(option: string): boolean {
  return OFFERED.has(option);
}

/** What is offered while somebody types into an option of digests and watched questions; nothing while the store is away. */
export async function deskSuggestions(typing: Typing, topics: Topics, offering: Offering): Promise<Choice[]> {
  const { option, typed } = typing;
  switch (option) {
    case DESK_OPTION.when:
      return same(matching(SCHEDULE_OFFERS, typed, CHOICES_MAX));
    case DESK_OPTION.timeZone:
      return same(zonesLike(typed));
    case DESK_OPTION.audience:
      return named(
        offering.bot.audiences.map(({ name, label }) => ({ value: name, name: label })),
        typed,
      );
    case DESK_OPTION.topics:
      return topicChoices(typed, topics);
    default:
      try {
        return named(await kept(typing, offering), typed);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        offering.log.debug('nothing is offered while the store is away');
        return [];
      }
  }
}

/** As people know them: UTC first, then by name. */
const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Those that begin with what is typed, then those whose place does. */
function zonesLike(typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  const begins = (zone: string) => zone.toLowerCase().startsWith(wanted);
  const within = (zone: string) => !begins(zone) && `_${zone.toLowerCase()}`.replace(/\//g, '_').includes(`_${wanted}`);
  return [...TIME_ZONES.filter(begins), ...TIME_ZONES.filter(within)].slice(0, CHOICES_MAX);
}

function same(offers: readonly string[]): Choice[] {
  return named(
    offers.map((offer) => ({ name: offer, value: offer })),
    '',
  );
}

/** Those in whose name or value the typed words stand. */
function named(offers: readonly { readonly name: string; readonly value: string }[], typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return offers
    .filter(({ name, value }) => value.length <= CHOICE_MAX && `${name} ${value}`.toLowerCase().includes(wanted))
    .slice(0, CHOICES_MAX)
    .map(({ name, value }) => ({ name: plain(name, CHOICE_MAX), value }));
}

/** The last of several topics is completed; those before it stay. */
function topicChoices(typed: string, { topics }: Topics): Choice[] {
  const [, before = '', last = ''] = /^(.*,)?\s*([^,]*)$/s.exec(typed) ?? [];
  const prefix = before === '' ? '' : `${before} `;
  return same(matching(topics, last, CHOICES_MAX).map((topic) => `${prefix}${topic}`));
}

/** Subscriptions of the channel and of the person, or what the person watches. */
async function kept({ option, utterance }: Typing, { store, places }: Offering) {
  const scope = scopeOf(utterance);
  if (option === DESK_OPTION.watched)
    return (await store.watchedBy(scope, utterance.person)).map(({ id, turns }) => ({
      value: id,
      name: `${id}: ${turns.at(-1) ?? ''}`,
    }));
  const home = places.homeOf(utterance.channel);
  return (await store.subscriptions(scope))
    .filter(({ channel, personal, owner }) => (personal ? owner === utterance.person : channel === home))
    .map(({ id, written, audience }) => ({ value: id, name: `${id}: ${written}, ${audience}` }));
}
