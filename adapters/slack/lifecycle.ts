import type { App } from '@slack/bolt';
import type { Logger } from '../log.ts';
import type { Installations } from './installations.ts';

/** A workspace that removes the app or takes its token back is forgotten: Bolt does not do it. */
export function addLifecycle(app: App, installations: Installations, log: Logger): void {
  const remove = async (context: { teamId?: string; enterpriseId?: string; isEnterpriseInstall: boolean }) => {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    await installations.deleteInstallation?.({ teamId, enterpriseId, isEnterpriseInstall });
    log.info({ workspace: isEnterpriseInstall ? enterpriseId : teamId }, 'the app was removed from a workspace');
  };
  app.event('app_uninstalled', async ({ context }) => remove(context));
  app.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot?.length ?? 0) > 0) await remove(context);
  });
}
