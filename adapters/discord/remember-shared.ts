import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Handling } from './handling.ts';
import type { Pressed } from './read-interaction.ts';
import { refusalOf } from './refusal.ts';
import { scopeOf } from './utterance.ts';

/**
 * Keeps where a shared answer stands, so that it gets a note should it stop being true. Never rejects: the answer is
 * shared already.
 */
export async function rememberShared(
  pressed: Pressed,
  id: string,
  { api, bot, log, places, rememberGiven, store }: Handling,
): Promise<void> {
  const { guild, channel: where, isGuest, person, interaction } = pressed;
  // Where the bot is no member it cannot come back.
  if (!guild || isGuest) return;
  try {
    const scope = scopeOf(pressed);
    const [record, turns] = await Promise.all([store.answer(scope, id), store.turnsOf(scope, id)]);
    if (!record || !turns || record.corpus !== bot.corpus.version) return;
    const answer = bot.ask({ turns, ...(record.asOf && { asOf: record.asOf }) });
    const message = await api.responseId(interaction);
    const channel = places.homeOf(where);
    const thread = where === channel ? message : where;
    await rememberGiven({ scope, id, answer, person, channel, thread, message });
  } catch (error) {
    const refused = refusalOf(error);
    if (!(error instanceof StoreUnavailable) && refused === undefined)
      log.error({ err: error }, 'where an answer was shared could not be found out');
    else log.warn({ refused }, 'a shared answer gets no note should it stop being true');
  }
}
