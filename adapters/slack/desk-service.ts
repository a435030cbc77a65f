import type { DeskRequest } from '../../src/chat/desk-request.ts';
import type { ChatRequest } from '../../src/chat/request.ts';
import { noticeText } from '../../src/reply/notice-reply.ts';
import { line } from '../../src/reply/reply.ts';
import type { DeskAnswer } from '../desk.ts';
import { type CallerParts, callerOf, isPerson, type Standing } from './caller.ts';
import { digestView } from './digest-view.ts';
import type { SlackParts } from './parts.ts';
import { isMember } from './people.ts';
import type { SlackClient } from './web-client.ts';

type DeskParts = CallerParts & Pick<SlackParts, 'desk'>;

/** After these a digest is expected, and a bot that is no member could post none. */
const EXPECTS_DIGESTS: ReadonlySet<DeskRequest['sort']> = new Set(['subscribe', 'edit', 'resume']);

/** Serves what is asked of the desk, and says where the bot has to be invited first. */
export async function serveDesk(
  request: DeskRequest,
  standing: Standing,
  client: SlackClient,
  parts: DeskParts,
): Promise<DeskAnswer> {
  const answer = await parts.desk.serve(request, callerOf(standing, request.sort, client, parts));
  const { reply, subscription } = answer;
  if (!subscription || subscription.personal || !EXPECTS_DIGESTS.has(request.sort)) return answer;
  if ((await isMember(client, subscription.channel, parts.log)) !== false) return answer;
  return { ...answer, reply: { lines: [...reply.lines, line('note', noticeText('invite me'))] } };
}

/**
 * Opens the form of a new subscription, or of the one with this id; a trigger holds for 3 seconds. False where there is
 * no such subscription.
 */
export async function openForm(
  id: string | undefined,
  standing: Standing,
  trigger: string,
  client: SlackClient,
  parts: DeskParts,
): Promise<boolean> {
  const form = await parts.desk.form(id, callerOf(standing, id ? 'edit' : 'subscribe', client, parts));
  if (!form) return false;
  const { channel, personal, direct } = standing;
  const view = digestView(form, {
    v: 1,
    ...(id && { id }),
    channel,
    personal,
    ...(direct && { direct }),
    goesToPerson: isPerson(form.wishes.channel),
  });
  await client.once(({ views }) => views.open({ trigger_id: trigger, view }));
  return true;
}

/** Who wants a digest and does not say how is asked by a form. */
export async function opensForm(
  request: ChatRequest,
  standing: Standing,
  trigger: string | undefined,
  client: SlackClient,
  parts: DeskParts,
): Promise<boolean> {
  if (!trigger || request.sort !== 'desk') return false;
  const { desk } = request;
  const isOpen = (desk.sort === 'subscribe' || desk.sort === 'edit') && Object.keys(desk.wishes).length === 0;
  const id = desk.sort === 'edit' ? desk.id : undefined;
  // Which one is meant without an id is for the desk to say.
  if (!isOpen || (desk.sort === 'edit' && !id)) return false;
  try {
    return await openForm(id, standing, trigger, client, parts);
  } catch (error) {
    parts.log.warn({ err: error }, 'a form could not be opened: it is answered without');
    return false;
  }
}
