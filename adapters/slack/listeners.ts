import type { App } from '@slack/bolt';
import { faultReply } from '../../src/reply/notice-reply.ts';
import { prepareFault } from './answer.ts';
import { addAnswerButtons } from './answer-buttons.ts';
import { messageOf } from './clicks.ts';
import { addDeskButtons } from './desk-buttons.ts';
import { addFeedbackButtons } from './feedback-buttons.ts';
import type { Handling } from './handle.ts';
import { addHome } from './home.ts';
import { makeOnClick } from './on-click.ts';
import { postToResponseUrl } from './response-url.ts';

/** Everything that is no utterance: buttons, modals, App Home. `openings` are questions to begin with. */
export function addListeners(app: App, handling: Handling, openings: () => readonly string[]): void {
  const { log, metrics } = handling;
  const onClick = makeOnClick(app, handling);
  addAnswerButtons(app, onClick, handling);
  addFeedbackButtons(app, onClick, handling);
  addDeskButtons(app, onClick, handling);
  addHome(app, handling, openings);

  app.error(async ({ error, body, context }: Failed) => {
    const fault = prepareFault();
    metrics.errors.inc({ where: 'slack' });
    log.error({ err: error, reference: fault.reference, retry: context.retryNum }, 'a click could not be served');
    const { response_url: url } = body as { response_url?: string };
    if (url)
      await postToResponseUrl(url, messageOf(faultReply(fault.reference)), { visibleTo: 'person' }).catch(() => {});
  });
}

/** What Bolt tells of a listener that failed. */
interface Failed {
  readonly error: Error;
  readonly body: unknown;
  readonly context: { readonly retryNum?: number };
}
