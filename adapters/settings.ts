import { z } from 'zod';

/**
 * Every name that the service reads from its environment: what it means, what is allowed, and what holds without it.
 * `.env.example` and the table in docs/operations.md are checked against this.
 */

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number) => {
  const remedy = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, remedy)
    .transform(Number)
    .refine((value) => value >= least && value <= most, remedy);
};

const address = (protocols: RegExp, remedy: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), remedy);

const httpAddress = address(/^https?:$/, 'must be an address that begins with http:// or https://');

/** A secret that has no form of its own to check. */
const secret = z.string().min(8, 'is too short to be the real one: copy it again');

/** The keys in `TOKEN_ENCRYPTION_KEY`, of which the first encrypts. */
export function encryptionKeys(value: string): readonly Buffer[] {
  return value
    .split(',')
    .map((key) => key.trim())
    .map((key) => Buffer.from(key, /^[\da-f]{64}$/i.test(key) ? 'hex' : 'base64'));
}

export const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, for example 127.0.0.1, or 0.0.0.0 for all of them')
    .default('127.0.0.1')
    .describe('the address to listen on; `0.0.0.0` for all of the machine’s'),
  PORT: wholeNumber(0, 65535)
    .optional()
    .describe('the port to listen on; `0`: any free port; when unset, 3000, or any free port where that is taken'),
  PUBLIC_URL: httpAddress
    .transform((value) => value.replace(/\/+$/, ''))
    .optional()
    .describe('the address under which people reach the pages; citations in chat link there'),
  DATABASE_URL: address(/^postgres(?:ql)?:$/, 'must begin with postgres://, or be left out for a file in DATA_DIR')
    .optional()
    .describe('a PostgreSQL database, `postgres://user:password@host/name`; unset: an SQLite file in `DATA_DIR`'),
  DATA_DIR: z.string().default('./data').describe('the folder of the embedded database and the saved index'),
  CORPUS_DIR: z.string().optional().describe('the folder of documents; unset: the built-in ones'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe(`how much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}`),
  RETENTION_DAYS: wholeNumber(1, 3650)
    .default(90)
    .describe('for how many days conversations, answers and feedback are kept'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(240)
    .describe('how many questions, claims and searches one network address may send a minute; `0`: any number'),
  TRUST_PROXY_HOPS: wholeNumber(0, 10)
    .default(0)
    .describe('how many proxies of yours stand in front; that many entries of `X-Forwarded-For` are believed'),
  DIGEST_MANAGERS: z
    .enum(['managers', 'everyone'], 'must be managers or everyone')
    .default('managers')
    .describe('who may set up digests of a channel: `managers` of the channel, or `everyone` in it'),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'must begin with xoxb-: it is the “Bot User OAuth Token” of the Slack app')
    .optional()
    .describe('Slack: the bot’s token of one workspace'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'must begin with xapp-: it is an “App-Level Token” of the Slack app')
    .optional()
    .describe('Slack: the app’s token, for Socket Mode'),
  SLACK_SIGNING_SECRET: secret.optional().describe('Slack: with it and no app token, HTTP mode at `/slack/events`'),
  SLACK_CLIENT_ID: z.string().optional().describe('Slack, many workspaces by OAuth: the client’s id'),
  SLACK_CLIENT_SECRET: secret.optional().describe('Slack, many workspaces by OAuth: the client’s secret'),
  SLACK_STATE_SECRET: secret
    .optional()
    .describe('Slack, many workspaces by OAuth: any long random text; it signs the state of an installation'),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .refine(
      (value) => encryptionKeys(value).every((key) => key.length === 32),
      'must hold 32 bytes in base64 or hex: make one with "openssl rand -base64 32"',
    )
    .optional()
    .describe(
      '32 bytes in base64 or hex; the tokens of installed workspaces are encrypted with it; behind a comma, keys that were used before',
    ),
  SLACK_ALLOW_EXTERNAL: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .describe('Slack: `true` answers people of other workspaces in shared channels too'),
  SLACK_PERSON_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(30)
    .describe('Slack: how many questions and clicks of one person a minute are served; `0`: any number'),
  SLACK_WORKSPACE_PER_MINUTE: wholeNumber(0, 1_000_000).default(1200).describe('Slack: the same for one workspace'),
  SLACK_API_URL: httpAddress.optional().describe('another server in place of Slack’s, for tests and proxies'),
  DISCORD_TOKEN: secret.optional().describe('Discord: the bot’s token'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,22}$/, 'must be the number of a server: in Discord, “Copy Server ID”')
    .optional()
    .describe('Discord: a server to register commands in at once, while developing'),
  DISCORD_SHARDS: z
    .string()
    .regex(/^\d{1,5}(?:,\d{1,5})*$/, 'must be numbers with commas between them, for example 0,1')
    .transform((value) => value.split(',').map(Number))
    .optional()
    .describe(
      'Discord, several processes: which connections this one holds, `0,1`; unset: all that Discord recommends',
    ),
  DISCORD_SHARD_COUNT: wholeNumber(1, 16_384)
    .optional()
    .describe('Discord, several processes: how many connections all of them hold together'),
  DISCORD_PERSON_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(30)
    .describe('Discord: how many questions and clicks of one person a minute are served; `0`: any number'),
  DISCORD_GUILD_PER_MINUTE: wholeNumber(0, 1_000_000).default(1200).describe('Discord: the same for one server'),
  DISCORD_API_URL: httpAddress.optional().describe('another server in place of Discord’s, for tests and proxies'),
});

export type Settings = z.infer<typeof settings>;
export type SettingName = keyof Settings;

/** What only makes sense together: `name` is wanted because `because` is set. */
export function missingCompanions(read: Settings): readonly string[] {
  const problems: string[] = [];
  const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
  const given = oauth.filter((name) => read[name] !== undefined);
  const [first] = given;
  if (first !== undefined) {
    for (const name of [...oauth, 'SLACK_SIGNING_SECRET', 'TOKEN_ENCRYPTION_KEY'] as const)
      if (read[name] === undefined) problems.push(`${name} is missing: many workspaces need it beside ${first}`);
  }
  if (read.SLACK_APP_TOKEN !== undefined && read.SLACK_BOT_TOKEN === undefined && first === undefined)
    problems.push('SLACK_BOT_TOKEN is missing: set it beside SLACK_APP_TOKEN, or take that one out');
  if (read.SLACK_BOT_TOKEN !== undefined && !read.SLACK_APP_TOKEN && !read.SLACK_SIGNING_SECRET)
    problems.push(
      'SLACK_APP_TOKEN is missing: set it for Socket Mode (or SLACK_SIGNING_SECRET for HTTP mode) beside SLACK_BOT_TOKEN',
    );
  if ((read.DISCORD_SHARDS === undefined) !== (read.DISCORD_SHARD_COUNT === undefined))
    problems.push('DISCORD_SHARDS and DISCORD_SHARD_COUNT go together: set both, or neither');
  else if (read.DISCORD_SHARDS?.some((shard) => shard >= (read.DISCORD_SHARD_COUNT ?? 0)))
    problems.push('DISCORD_SHARDS must hold numbers below DISCORD_SHARD_COUNT, the first being 0');
  return problems;
}
