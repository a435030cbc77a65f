import type { App } from '@slack/bolt';
import { noticeReply } from '../../src/reply/notice-reply.ts';
import { readValue } from './button-value.ts';
import { type Clicked, standingOf } from './clicks.ts';
import { openForm, serveDesk } from './desk-service.ts';
import { addDigestForm } from './digest-form.ts';
import type { Handling } from './handle.ts';
import { ACTION, LABEL } from './labels.ts';
import type { OnClick } from './on-click.ts';
import { readingView } from './reply-view.ts';

/** The buttons under a digest, Watch under an answer, and the form of a subscription. */
export function addDeskButtons(app: App, onClick: OnClick, handling: Handling): void {
  const subscriptionIn = ({ value }: Clicked) => readValue('subscription', value)?.subscription;

  onClick(ACTION.pauseDigest, async (clicked) => {
    const id = subscriptionIn(clicked);
    if (!id) return clicked.tell(noticeReply('old button'));
    const { reply } = await serveDesk({ sort: 'pause', id }, standingOf(clicked), clicked.client, handling);
    await clicked.tell(reply);
  });

  onClick(ACTION.digestHistory, async (clicked) => {
    const id = subscriptionIn(clicked);
    if (!id) return clicked.tell(noticeReply('old button'));
    const { reply } = await serveDesk({ sort: 'history', id }, standingOf(clicked), clicked.client, handling);
    await clicked.openView(readingView(LABEL.digestHistory, reply));
  });

  onClick(ACTION.editDigest, async (clicked) => {
    const id = subscriptionIn(clicked);
    if (!id) return clicked.tell(noticeReply('old button'));
    const standing = standingOf(clicked);
    if (await openForm(id, standing, clicked.click.trigger_id, clicked.client, handling)) return;
    // It is gone, or not this person's: the desk says which.
    const { reply } = await serveDesk({ sort: 'edit', id, wishes: {} }, standing, clicked.client, handling);
    await clicked.tell(reply);
  });

  onClick(ACTION.watch, async (clicked) => {
    const watched = readValue('watch', clicked.value);
    if (!watched) return clicked.tell(noticeReply('old button'));
    const request =
      'answer' in watched
        ? { sort: 'watch answer' as const, answer: watched.answer }
        : { sort: 'watch' as const, question: watched.question, ...(watched.asOf && { asOf: watched.asOf }) };
    const { reply } = await serveDesk(request, standingOf(clicked), clicked.client, handling);
    await clicked.tell(reply);
  });

  addDigestForm(app, handling);
}
