import { faultReply, noticeReply } from '../../src/reply/notice-reply.ts';
import { makeReference } from '../chat-answer.ts';
import type { Caller } from '../desk.ts';
import { answerAtOnce } from './answer-at-once.ts';
import { callerOf } from './caller.ts';
import { digestForm } from './digest-form.ts';
import { refusal } from './handle.ts';
import type { Handling } from './handling.ts';
import type { Incoming } from './read-interaction.ts';
import { refusalOf } from './refusal.ts';

/** Opens the form for a digest; never rejects. Where there is none to open, the desk says why. */
export async function openForm(
  { wanted, utterance }: Incoming & { readonly sort: 'form' },
  handling: Handling,
): Promise<void> {
  const { api, desk, log, metrics } = handling;
  const { interaction } = utterance;
  if (!interaction) return;
  try {
    const refused = refusal(utterance, handling);
    if (refused) return await answerAtOnce(interaction, noticeReply(refused), api);
    const caller = await callerOf(utterance, { isWatching: false }, handling);
    const id = wanted.isNew ? undefined : (wanted.id ?? (await onlyOneFor(caller, handling)));
    const form = wanted.isNew || id !== undefined ? await desk.form(id, caller) : undefined;
    if (form) return await api.openModal(interaction, digestForm(form, id));
    const { reply } = await desk.serve({ sort: 'edit', ...(id && { id }), wishes: {} }, caller);
    await answerAtOnce(interaction, reply, api);
  } catch (error) {
    const reference = makeReference();
    metrics.errors.inc({ where: 'discord' });
    log.error({ err: error, reference, refusal: refusalOf(error) }, 'a form could not be opened');
    await answerAtOnce(interaction, faultReply(reference), api).catch(() => undefined);
  }
}

/** The only subscription of the channel: a form is of one that is known. */
async function onlyOneFor(
  { scope, channel, personal, person }: Caller,
  { store }: Pick<Handling, 'store'>,
): Promise<string | undefined> {
  const here = (await store.subscriptions(scope)).filter(
    (one) => one.channel === channel && one.personal === personal && (!personal || one.owner === person),
  );
  return here.length === 1 ? here[0]?.id : undefined;
}
