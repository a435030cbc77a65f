import { encryptionKeys, type Settings } from '../settings.ts';
import type { SlackSettings } from './parts.ts';

/** How Slack is set up; undefined where it is off. That what belongs together is there was checked before. */
export function slackSettings(read: Settings): SlackSettings | undefined {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, TOKEN_ENCRYPTION_KEY } = read;
  const oauth =
    SLACK_CLIENT_ID && SLACK_CLIENT_SECRET && SLACK_STATE_SECRET && TOKEN_ENCRYPTION_KEY
      ? {
          clientId: SLACK_CLIENT_ID,
          clientSecret: SLACK_CLIENT_SECRET,
          stateSecret: SLACK_STATE_SECRET,
          encryptionKeys: encryptionKeys(TOKEN_ENCRYPTION_KEY),
        }
      : undefined;
  // With OAuth each workspace has a token of its own; the one in the settings would be used for all of them.
  const botToken = oauth ? undefined : read.SLACK_BOT_TOKEN;
  if (!oauth && !botToken) return undefined;
  return {
    ...(botToken && { botToken }),
    ...(read.SLACK_APP_TOKEN && { appToken: read.SLACK_APP_TOKEN }),
    ...(read.SLACK_SIGNING_SECRET && { signingSecret: read.SLACK_SIGNING_SECRET }),
    ...(oauth && { oauth }),
    ...(read.SLACK_API_URL && { apiUrl: read.SLACK_API_URL }),
    ...(read.PUBLIC_URL && { publicUrl: read.PUBLIC_URL }),
    allowExternal: read.SLACK_ALLOW_EXTERNAL === 'true',
    digestsByEveryone: read.DIGEST_MANAGERS === 'everyone',
    personPerMinute: read.SLACK_PERSON_PER_MINUTE,
    workspacePerMinute: read.SLACK_WORKSPACE_PER_MINUTE,
  };
}
