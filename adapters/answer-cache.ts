import type { Answer } from '../src/answer/answer.ts';
import type { AskRequest } from '../src/answer/ask.ts';
import type { Bot } from '../src/bot.ts';
import { perCorpus } from '../src/replaceable-bot.ts';

/** About 10 KB each. */
const MOST_KEPT = 1000;
/** A longer conversation is hardly asked twice. */
const LONGEST_KEY_CHARACTERS = 1000;

/**
 * The same request gives the same answer as long as the corpus is the same, so the answers used last are kept: people
 * ask the same few things. See docs/decisions/0011-web.md.
 */
export function withCache(bot: Pick<Bot, 'ask' | 'corpus'>): (request: AskRequest) => Answer {
  const ofCorpus = perCorpus(bot, () => new Map<string, Answer>());
  return (request) => {
    const key = JSON.stringify([request.asOf ?? '', ...request.turns]);
    if (key.length > LONGEST_KEY_CHARACTERS) return bot.ask(request);
    const kept = ofCorpus();
    const known = kept.get(key);
    const answer = known ?? bot.ask(request);
    // A Map keeps the order of insertion: what is used is put in anew, what was not used longest stands first.
    if (known) kept.delete(key);
    kept.set(key, answer);
    if (kept.size > MOST_KEPT) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
    return answer;
  };
}
