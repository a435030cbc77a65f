import type { APIComponentInContainer } from 'discord.js';
import { z } from 'zod';
import { quotedPassage } from '../../src/chat/passage.ts';
import type { SourceRequest } from '../../src/chat/request.ts';
import { respond } from '../../src/chat/respond.ts';
import { faultReply, type Notice, noticeReply } from '../../src/reply/notice-reply.ts';
import { makeReference } from '../chat-answer.ts';
import { plainMessage } from './answer-at-once.ts';
import { type Message, message } from './components.ts';
import { type Press, readPress, shortDigest } from './custom-id.ts';
import { refusal } from './handle.ts';
import type { Handling } from './handling.ts';
import { passageView } from './passage-view.ts';
import type { Pressed } from './read-interaction.ts';
import { reasonModal } from './reason-modal.ts';
import { rememberShared } from './remember-shared.ts';
import { renderReply } from './render-reply.ts';
import { scopeOf } from './utterance.ts';

/** As long as a private reply can be clicked on at all. */
const SHARED_FOR_MS = 60 * 60_000;

/** Serves a click on a button, or a form that was sent; never rejects. */
export async function handlePress(pressed: Pressed, handling: Handling): Promise<void> {
  const { api, log, metrics } = handling;
  try {
    await serve(pressed, handling);
  } catch (error) {
    const reference = makeReference();
    metrics.errors.inc({ where: 'discord' });
    log.error({ err: error, reference }, 'a click could not be served');
    const told = plainMessage(faultReply(reference));
    // Where it was acknowledged before it broke, the reply to it is edited.
    await api
      .respond(pressed.interaction, told, true)
      .catch(() => api.edit(pressed.interaction, told))
      .catch(() => undefined);
  }
}

async function serve(pressed: Pressed, handling: Handling): Promise<void> {
  const { interaction, press } = pressed;
  const { api } = handling;
  const tell = (notice: Notice) => api.respond(interaction, plainMessage(noticeReply(notice)), true);
  const refused = refusal(pressed, handling);
  if (refused) return await tell(refused);
  switch (press?.sort) {
    case 'passage':
      return await showPassage(pressed, press, handling);
    case 'more':
      return await showMore(pressed, press.page, press.request, handling);
    case 'more of':
      return await showMore(pressed, press.page, await requestOfAnswer(pressed, press.answer, handling), handling);
    case 'share':
      return await share(pressed, handling);
    case 'feedback':
      if (press.verdict === 'helpful') return await takeFeedback(pressed, press, handling);
      await api.openModal(interaction, reasonModal(press.answer));
      await giveFeedback(pressed, press, undefined, handling);
      return;
    case 'reason':
      return await takeFeedback(pressed, { ...press, verdict: 'not-helpful' }, handling);
    default:
      return await tell('old button');
  }
}

async function showPassage(
  { interaction }: Pressed,
  place: Press & { sort: 'passage' },
  { api, bot, leads, settings }: Handling,
): Promise<void> {
  const document = bot.corpus.documents.find(({ sha256 }) => shortDigest(sha256) === place.text);
  const found = document && quotedPassage({ document: document.id, start: place.start, end: place.end }, bot.corpus);
  if (!found) return await api.respond(interaction, plainMessage(noticeReply('changed since')), true);
  const cited = { n: 1, title: '', quote: '', attributedTo: [], kind: 'reported' as const };
  const address = settings.publicUrl
    ? leads.addressOf({ ...cited, document: found.document.id, start: place.start, end: place.end })
    : undefined;
  await respondAll(interaction, passageView(found, address), api);
}

async function respondAll(
  interaction: Pressed['interaction'],
  [first, ...others]: readonly [Message, ...Message[]],
  api: Handling['api'],
): Promise<void> {
  await api.respond(interaction, first, true);
  for (const one of others) await api.follow(interaction, one, true);
}

async function showMore(
  { interaction }: Pressed,
  page: number,
  request: SourceRequest | undefined,
  { api, bot, leads }: Handling,
): Promise<void> {
  const { reply, citations, followUps } = request ? respond(request, [], bot, '') : NOTHING;
  const found = request && renderReply(reply, { citations, followUps, request, shareable: false, ...leads })[page];
  await api.respond(interaction, found ?? plainMessage(noticeReply('changed since')), true);
}

const NOTHING = { reply: { lines: [] }, citations: [], followUps: [] };

/** The question of a stored answer, which was too long for the button. */
async function requestOfAnswer(pressed: Pressed, id: string, { store }: Handling): Promise<SourceRequest | undefined> {
  const answer = await store.answer(scopeOf(pressed), id).catch(() => undefined);
  return answer && { sort: 'ask', text: answer.utterance, ...(answer.asOf && { asOf: answer.asOf }) };
}

const container = z.object({ type: z.literal(17), components: z.array(z.looseObject({ type: z.number() })) });
const SHARE = z.looseObject({ custom_id: z.string() });

/** Shows everybody what the person sees, without the button. */
async function share(pressed: Pressed, handling: Handling): Promise<void> {
  const { interaction, message: seen } = pressed;
  const { api, store } = handling;
  const now = Date.now();
  // Where the store is away, a double click may share twice: better than not at all.
  const first = await store
    .claimOnce(`discord:share:${seen?.id}`, new Date(now).toISOString(), new Date(now + SHARED_FOR_MS).toISOString())
    .catch(() => true);
  if (!first) return await api.respond(interaction, plainMessage(noticeReply('shared before')), true);
  const shown = z.array(container).safeParse(seen?.components);
  if (!shown.success || shown.data.length === 0)
    return await api.respond(interaction, plainMessage(noticeReply('old button')), true);
  const components = shown.data.flatMap((one) =>
    one.components.map(withoutShare).filter((inner) => inner !== undefined),
  );
  // They are our own, as Discord gives them back.
  await api.respond(interaction, message(components as unknown as APIComponentInContainer[]), false);
  const answer = components.map(answerOn).find((id) => id !== undefined);
  if (answer !== undefined) await rememberShared(pressed, answer, handling);
}

function withoutShare(component: Record<string, unknown>): Record<string, unknown> | undefined {
  const { components } = component;
  if (!Array.isArray(components)) return component;
  const kept = components.filter((one) => {
    const read = SHARE.safeParse(one);
    return !read.success || readPress(read.data.custom_id)?.sort !== 'share';
  });
  return kept.length === 0 ? undefined : { ...component, components: kept };
}

/** The id of the answer that a row of buttons asks for feedback on. */
function answerOn({ components }: Record<string, unknown>): string | undefined {
  const presses = (Array.isArray(components) ? components : []).map((one) => {
    const read = SHARE.safeParse(one);
    return read.success ? readPress(read.data.custom_id) : undefined;
  });
  return presses.find((one) => one?.sort === 'feedback')?.answer;
}

interface Judged {
  readonly answer: string;
  readonly verdict: 'helpful' | 'not-helpful';
}

/** Stores it and says thank you. The store may take longer than Discord waits. */
async function takeFeedback(pressed: Pressed, judged: Judged, handling: Handling): Promise<void> {
  const { api } = handling;
  await api.defer(pressed.interaction, true);
  const noted = await giveFeedback(pressed, judged, pressed.reason, handling);
  await api.edit(pressed.interaction, plainMessage(noticeReply(noted ? 'thanks' : 'not noted')));
}

async function giveFeedback(
  pressed: Pressed,
  { answer, verdict }: Judged,
  reason: string | undefined,
  { answering, log }: Handling,
): Promise<boolean> {
  const feedback = { answer, person: pressed.person, verdict, ...(reason && { reason }), at: new Date().toISOString() };
  return await answering.giveFeedback(scopeOf(pressed), feedback).catch((error: unknown) => {
    log.warn({ err: error }, 'feedback could not be stored');
    return false;
  });
}
