/** The manifests that a workspace is set up with: as Slack reads them, and as the code needs them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CALLBACK, COMMAND } from '../../adapters/slack/labels.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from '../../adapters/slack/scopes.ts';

const root = resolve(import.meta.dirname, '../..');
const url = z.url({ protocol: /^https$/ });

/** https://docs.slack.dev/reference/app-manifest, the parts that are used, each with its limits; nothing beside them. */
const manifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[\da-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z\d._-]{1,80}$/), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string().max(75), message: z.string() })).max(4),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[^\s]{1,31}$/),
          url: url.optional(),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['message', 'global']),
          name: z.string().max(24),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(url).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url.optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const read = (name: string) =>
  manifest.parse(JSON.parse(readFileSync(join(root, 'adapters/slack/manifests', name), 'utf8')));
const [socket, http] = [read('socket.json'), read('http.json')];
const guide = readFileSync(join(root, 'docs/slack.md'), 'utf8');

/** The scope without which Slack does not send an event (https://docs.slack.dev/reference/events). */
const SCOPE_OF_EVENT: Readonly<Record<string, string | undefined>> = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  app_uninstalled: undefined,
  'message.im': 'im:history',
  tokens_revoked: undefined,
};

describe.each([
  ['socket.json', socket],
  ['http.json', http],
] as const)('the manifest %s', (_, one) => {
  it('asks for the scopes that the code asks for when it is installed by OAuth, and for no others', () => {
    expect(one.oauth_config.scopes.bot).toEqual([...BOT_SCOPES]);
  });

  it('leaves to whoever installs it what the bot is as good without', () => {
    expect(one.oauth_config.scopes.bot_optional).toEqual([...OPTIONAL_SCOPES]);
  });

  it('has the scope of each event, and subscribes to none that is not known here', () => {
    for (const event of one.settings.event_subscriptions.bot_events) {
      expect(Object.keys(SCOPE_OF_EVENT)).toContain(event);
      const scope = SCOPE_OF_EVENT[event];
      if (scope) expect(one.oauth_config.scopes.bot).toContain(scope);
    }
  });

  it('names the command and the shortcut as the code does', () => {
    expect(one.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    expect(one.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([CALLBACK.check]);
  });
});

describe('the two manifests', () => {
  it('differ in the mode and its addresses alone', () => {
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(http.settings.socket_mode_enabled).toBe(false);
    const without = ({ features, oauth_config, settings, ...rest }: typeof http) => ({
      ...rest,
      features: { ...features, slash_commands: features.slash_commands.map(({ url: _, ...command }) => command) },
      scopes: oauth_config.scopes,
      events: settings.event_subscriptions.bot_events,
    });
    expect(without(http)).toEqual(without(socket));
    const addresses = [
      http.features.slash_commands[0]?.url,
      http.settings.event_subscriptions.request_url,
      http.settings.interactivity.request_url,
    ];
    expect(new Set(addresses)).toEqual(new Set(['https://HOST/slack/events']));
    expect(http.oauth_config.redirect_urls).toEqual(['https://HOST/slack/oauth_redirect']);
  });
});

describe('docs/slack.md', () => {
  it('says of each scope what it is for', () => {
    for (const scope of [...BOT_SCOPES, ...OPTIONAL_SCOPES])
      expect(guide).toMatch(new RegExp(`^\\| \`${scope}\``, 'm'));
  });

  it('names each setting of Slack', () => {
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'TOKEN_ENCRYPTION_KEY',
      'SLACK_ALLOW_EXTERNAL',
      'SLACK_PERSON_PER_MINUTE',
      'SLACK_WORKSPACE_PER_MINUTE',
      'PUBLIC_URL',
    ])
      expect(guide).toContain(`\`${name}\``);
  });
});
