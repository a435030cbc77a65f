import type { App } from '@slack/bolt';
import { noticeReply } from '../../src/reply/notice-reply.ts';
import { readValue } from './button-value.ts';
import type { Handling } from './handle.ts';
import { ACTION, CALLBACK } from './labels.ts';
import type { OnClick } from './on-click.ts';
import { reasonOf, reasonView } from './reason-view.ts';
import { installationOf, scopeOf } from './utterance.ts';

/** 👍, and 👎 with its reason. */
export function addFeedbackButtons(app: App, onClick: OnClick, { answering, log }: Handling): void {
  onClick(ACTION.feedback, async ({ click, workspace, value, tell, openView }) => {
    const given = readValue('feedback', value);
    if (!given) return tell(noticeReply('old button'));
    if (given.verdict === 'not-helpful') await openView(reasonView(given.answer));
    const noted = await giveFeedback(workspace, given.answer, click.user.id, given.verdict, undefined);
    if (!noted) await tell(noticeReply('not noted'));
    else if (given.verdict === 'helpful') await tell(noticeReply('thanks'));
  });

  app.view(CALLBACK.reason, async ({ ack, body, view, context }) => {
    await ack();
    const reason = reasonOf(view.state.values);
    if (!reason) return;
    const { workspace } = scopeOf(installationOf(context));
    await giveFeedback(workspace, view.private_metadata, body.user.id, 'not-helpful', reason);
  });

  async function giveFeedback(
    workspace: string,
    answer: string,
    person: string,
    verdict: 'helpful' | 'not-helpful',
    reason: string | undefined,
  ): Promise<boolean> {
    const at = new Date().toISOString();
    const feedback = { answer, person, verdict, ...(reason && { reason }), at };
    return await answering.giveFeedback({ platform: 'slack', workspace }, feedback).catch((error: unknown) => {
      log.warn({ err: error }, 'feedback could not be stored');
      return false;
    });
  }
}
