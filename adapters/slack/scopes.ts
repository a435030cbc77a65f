/** The scopes of the bot's token, as the manifests ask for them; docs/slack.md says what each is for. */
export const BOT_SCOPES = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'] as const;
