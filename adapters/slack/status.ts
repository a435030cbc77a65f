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

/** In a channel a status that is gone at once only unsettles: it is shown when the work takes longer. */
const SHOWN_IN_CHANNELS_AFTER_MS = 100;

export interface Statuses {
  /**
   * Does the work and shows meanwhile that the bot works. The result comes when the status is there or never will be, so
   * that it cannot arrive behind the reply.
   */
  during<T>(client: SlackClient, workspace: string, utterance: Utterance, work: () => Promise<T>): Promise<T>;
}

/** "… is looking through the sources" under the thread until the reply is posted, which takes it away. */
export function makeStatuses(): Statuses {
  const offUntil = new Map<string, number>();

  async function show(client: SlackClient, workspace: string, { channel, thread = '' }: Utterance): Promise<void> {
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
  }

  return {
    async during(client, workspace, utterance, work) {
      const { thread, sort } = utterance;
      if (!thread || (sort !== 'mention' && sort !== 'direct')) return work();
      if (sort === 'direct') {
        const [result] = await Promise.all([work(), show(client, workspace, utterance)]);
        return result;
      }
      let shown: Promise<void> | undefined;
      const slow = setTimeout(() => {
        shown = show(client, workspace, utterance);
      }, SHOWN_IN_CHANNELS_AFTER_MS);
      try {
        return await work();
      } finally {
        clearTimeout(slow);
        await shown;
      }
    },
  };
}
