import type { App } from '@slack/bolt';
import type { Store } from '../../src/store.ts';
import type { Logger } from '../log.ts';
import type { Installations } from './installations.ts';
import { REMOVED_BECAUSE } from './refusals.ts';
import { installationOf, scopeOf } from './utterance.ts';

/**
 * A workspace that removes the app or takes its token back has its token deleted, which Bolt does not do, and its digests
 * paused: whoever installs it again finds them, and resumes them.
 */
export function addLifecycle(
  app: App,
  installations: Installations,
  store: Pick<Store, 'subscriptions' | 'pauseSubscription'>,
  log: Logger,
): void {
  const remove = async (context: { teamId?: string; enterpriseId?: string; isEnterpriseInstall: boolean }) => {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    await installations.deleteInstallation?.({ teamId, enterpriseId, isEnterpriseInstall });
    const scope = scopeOf(installationOf(context));
    for (const { id } of await store.subscriptions(scope)) await store.pauseSubscription(scope, id, REMOVED_BECAUSE);
    log.info({ workspace: isEnterpriseInstall ? enterpriseId : teamId }, 'the app was removed from a workspace');
  };
  app.event('app_uninstalled', async ({ context }) => remove(context));
  app.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot?.length ?? 0) > 0) await remove(context);
  });
}
