import type { App } from '@slack/bolt';
import { noticeReply } from '../../src/reply/notice-reply.ts';
import { type Click, type Clicked, clickedOf, refusal } from './clicks.ts';
import type { Handling } from './handle.ts';

/** Says what a click on an action does. */
export type OnClick = (action: string, work: (clicked: Clicked) => Promise<void>) => void;

/** Every click is acknowledged, read and counted the same way; `work` gets those that are served. */
export function makeOnClick(app: App, handling: Handling): OnClick {
  return (action, work) =>
    app.action(new RegExp(`^${action}(?::\\d+)?$`), async ({ ack, body }) => {
      await ack();
      const clicked = await clickedOf(body as unknown as Click, handling);
      const refused = refusal(clicked, handling);
      if (refused) return clicked.tell(noticeReply(refused));
      await work(clicked);
    });
}
