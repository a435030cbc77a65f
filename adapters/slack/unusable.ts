import { WebAPIPlatformError } from '@slack/web-api';

/** Slack does not let the app in, and trying again does not help. The message is one line and holds its remedy. */
export class SlackUnusable extends Error {
  override readonly name = 'SlackUnusable';
}

const REINSTALL = 'install the app to the workspace again and copy its token';

const REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: 'copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN again from the pages of the app',
  not_authed: 'set SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  account_inactive: REINSTALL,
  token_revoked: REINSTALL,
  token_expired: `${REINSTALL}; switch token rotation off, or install by OAuth`,
  user_removed_from_team: REINSTALL,
  team_disabled: 'the workspace is switched off: take its tokens out',
  no_permission: 'add the scopes of the manifest, and install the app again',
  missing_scope: 'give the app-level token the scope connections:write, and the bot those of the manifest',
  not_allowed_token_type: 'SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-: they may be exchanged',
  org_login_required: 'the workspace moves to an organisation: wait until that is done',
};

/** Undefined for what may pass: the network, an outage, a limit. */
export function unusableBecause(error: unknown): SlackUnusable | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const remedy = REMEDIES[error.data.error];
  return remedy === undefined
    ? undefined
    : new SlackUnusable(`Slack refuses the app (${error.data.error}): ${remedy}.`, { cause: error });
}
