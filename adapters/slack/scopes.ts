/** The scopes of the bot's token, as the manifests ask for them; docs/slack.md says what each is for. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'im:history',
  'users:read',
] as const;

/** What the bot is as good without; whoever installs it may leave them out. */
export const OPTIONAL_SCOPES = ['channels:history', 'groups:history', 'im:write', 'reactions:write'] as const;
