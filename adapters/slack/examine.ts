import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Settings } from '../settings.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from './scopes.ts';
import { slackSettings } from './settings.ts';
import { unusableBecause } from './unusable.ts';
import { clientOptions } from './web-client.ts';

/** One thing that was looked at; what is wrong says what to do. */
type Finding = readonly [sort: 'ok' | 'wrong' | 'off', what: string, says: string];

const QUIET = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
};

/** Slack's part of `npm run doctor`: what is set, whether Slack takes the tokens, and whether their scopes suffice. */
export async function examineSlack(read: Settings): Promise<readonly Finding[]> {
  const settings = slackSettings(read);
  if (!settings) return [['off', 'Slack', 'neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set: docs/slack.md']];
  const { apiUrl, appToken, botToken, oauth, publicUrl, signingSecret } = settings;
  const client = (token: string) => new WebClient(token, clientOptions({ apiUrl, logger: QUIET }));
  const findings: Finding[] = [];
  if (botToken) findings.push(...(await botFindings(client(botToken))));
  if (appToken) findings.push(await appFinding(client(appToken)));
  else {
    findings.push(
      signingSecret && /^[\da-f]{32}$/.test(signingSecret)
        ? ['ok', 'Slack', 'HTTP mode: events come to /slack/events, and SLACK_SIGNING_SECRET has its form']
        : ['wrong', 'Slack', 'SLACK_SIGNING_SECRET has 32 digits of 0-9 and a-f: copy it from “Basic Information”'],
    );
    findings.push(addressFinding(publicUrl, '/slack/events'));
  }
  if (oauth) {
    findings.push(addressFinding(publicUrl, '/slack/oauth_redirect'));
    const keys = oauth.encryptionKeys.length;
    findings.push([
      'ok',
      'Slack',
      `many workspaces by OAuth; ${keys === 1 ? 'one key' : `${keys} keys`} for their tokens`,
    ]);
  }
  return findings;
}

async function botFindings(client: WebClient): Promise<Finding[]> {
  try {
    const { team, response_metadata } = await client.auth.test();
    // Slack names the scopes of a token beside its answers.
    const given = response_metadata?.scopes;
    const lacking = (scopes: readonly string[]) => (given ? scopes.filter((scope) => !given.includes(scope)) : []);
    const missing = lacking(BOT_SCOPES);
    const left = lacking(OPTIONAL_SCOPES);
    return [
      ['ok', 'Slack', `the bot’s token is accepted, for the workspace ${team}`],
      ...(missing.length > 0
        ? [
            [
              'wrong',
              'Slack',
              `scopes are missing (${missing.join(', ')}): add them, and install the app again`,
            ] as const,
          ]
        : []),
      ...(left.length > 0
        ? [
            [
              'off',
              'Slack',
              `scopes that are not needed (${left.join(', ')}): docs/slack.md says what each adds`,
            ] as const,
          ]
        : []),
    ];
  } catch (error) {
    return [refused('SLACK_BOT_TOKEN', error)];
  }
}

async function appFinding(client: WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open({});
    return ['ok', 'Slack', 'Socket Mode: the app’s token is accepted'];
  } catch (error) {
    return refused('SLACK_APP_TOKEN', error);
  }
}

function refused(name: string, error: unknown): Finding {
  const known = unusableBecause(error);
  if (known) return ['wrong', 'Slack', `${name}: ${known.message}`];
  return error instanceof WebAPIPlatformError
    ? ['wrong', 'Slack', `${name} is refused (${error.data.error}): copy it again from the pages of the app`]
    : ['wrong', 'Slack', 'Slack cannot be reached: look at the network, or set SLACK_API_URL'];
}

function addressFinding(publicUrl: string | undefined, path: string): Finding {
  return publicUrl?.startsWith('https://')
    ? ['ok', 'Slack', `Slack is to be given ${publicUrl}${path}`]
    : ['wrong', 'Slack', `Slack sends only to https: set PUBLIC_URL to the address under which ${path} is reached`];
}
