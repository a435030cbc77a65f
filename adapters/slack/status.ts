import { WebAPIPlatformError } from '@slack/web-api';
import { LABEL } from './labels.ts';
import type { Utterance } from './utterance.ts';
import type { SlackClient } from './web-client.ts';

/** A reply waits for its status no longer than this: a status that comes behind it would stand until it times out. */
const STATUS_WITHIN_MS = 1000;
/** A workspace without the feature is not asked again for as long. */
const OFF_FOR_MS = 60 * 60_000;

/** Refusals that hold for the workspace: its plan, the app's sort or its scopes. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'not_agent_app',
  'feature_disabled',
  'feature_not_enabled',
  'missing_scope',
  'unknown_method',
  'not_allowed_token_type',
]);

export interface Statuses {
  /** Shows that the bot works. Resolves when it is shown or never will be; never rejects. */
  show(client: SlackClient, workspace: string, utterance: Utterance): Promise<void>;
}

/** "… is looking through the sources" under the thread until the reply is posted, which takes it away. */
export function makeStatuses(): Statuses {
  const offUntil = new Map<string, number>();
  return {
    async show(client, workspace, { channel, thread, sort }) {
      if (!thread || (sort !== 'mention' && sort !== 'direct')) return;
      if ((offUntil.get(workspace) ?? 0) > Date.now()) return;
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STATUS_WITHIN_MS);
      });
      const shown = client
        .once(({ assistant }) =>
          assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: LABEL.working }),
        )
        .then(
          () => undefined,
          (error: unknown) => {
            if (error instanceof WebAPIPlatformError && NOT_THERE.has(error.data.error))
              offUntil.set(workspace, Date.now() + OFF_FOR_MS);
          },
        );
      await Promise.race([shown, tooLate]);
      clearTimeout(timer);
    },
  };
}
