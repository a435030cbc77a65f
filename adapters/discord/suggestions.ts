import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { matching, type Topics } from '../../src/chat/topics.ts';
import { CHOICE_MAX, CHOICES_MAX } from './limits.ts';
import { plain } from './text.ts';

/** What is offered while somebody types into an option. `openings` are questions to begin with. */
export function suggestions(
  option: string,
  typed: string,
  { terms, topics }: Topics,
  openings: readonly string[],
): APIApplicationCommandOptionChoice<string>[] {
  const offers = option === 'question' ? [...openings, ...topics] : option === 'term' ? terms : topics;
  return matching(offers, typed, CHOICES_MAX)
    .filter((offer) => offer.length <= CHOICE_MAX)
    .map((offer) => ({ name: plain(offer, CHOICE_MAX), value: offer }));
}
