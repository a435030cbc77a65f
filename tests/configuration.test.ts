/** The service's settings: what is read, what is refused and how, and that they are documented as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration, settingRows } from '../adapters/configuration.ts';

const root = resolve(import.meta.dirname, '..');

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('the configuration', () => {
  it('needs nothing: everything has a default or is off', () => {
    expect(readConfiguration({})).toEqual({
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      LOG_LEVEL: 'info',
      RETENTION_DAYS: 90,
      RATE_LIMIT_PER_MINUTE: 240,
      TRUST_PROXY_HOPS: 0,
      DIGEST_MANAGERS: 'managers',
      SLACK_ALLOW_EXTERNAL: 'false',
      DISCORD_GUILD_PER_MINUTE: 1200,
      DISCORD_PERSON_PER_MINUTE: 30,
      SLACK_PERSON_PER_MINUTE: 30,
      SLACK_WORKSPACE_PER_MINUTE: 1200,
    });
  });

  it('reads the environment and an .env file, of which the environment wins', () => {
    const read = readConfiguration({ PORT: '4000', PUBLIC_URL: 'https://ask.example/' }, 'PORT=5000\nHOST="0.0.0.0"\n');
    expect(read).toMatchObject({ PORT: 4000, HOST: '0.0.0.0', PUBLIC_URL: 'https://ask.example' });
  });

  it('takes a name that is set to nothing for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' })).not.toHaveProperty('DATABASE_URL');
  });

  it('lists every problem at once, a line each, with its remedy and without its value', () => {
    const secret = 'not-a-slack-token-4711';
    const problems = problemsOf({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://user:hunter2@host/db',
      PUBLIC_URL: 'ask.example',
      SLACK_BOT_TOKEN: secret,
      TOKEN_ENCRYPTION_KEY: 'short',
      RETENTION_DAYS: '0',
    });
    expect(problems).toHaveLength(7);
    expect(problems.every((line) => /^Configuration: [A-Z_]+ .*\.$/.test(line))).toBe(true);
    expect(problems.join()).not.toMatch(/4711|hunter2|short,/);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET is missing'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'TOKEN_ENCRYPTION_KEY is missing'],
  ])('says what is missing beside %j', (environment, problem) => {
    expect(problemsOf(environment).join()).toContain(problem);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' }],
    [
      {
        SLACK_CLIENT_ID: '1.2',
        SLACK_CLIENT_SECRET: '0123456789',
        SLACK_STATE_SECRET: '0123456789',
        SLACK_SIGNING_SECRET: '0123456789',
        TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    ],
    [{ DISCORD_TOKEN: 'a.long.token', DISCORD_GUILD_ID: '123456789012345678' }],
  ])('accepts what belongs together: %j', (environment) => {
    expect(problemsOf(environment)).toEqual([]);
  });
});

/** Compared with what stands there; written anew with UPDATE_GOLDEN=1. */
function stands(path: string, expected: (current: string) => string): void {
  const file = join(root, path);
  const current = readFileSync(file, 'utf8');
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, expected(current));
  else expect(current).toBe(expected(current));
}

describe('what is documented', () => {
  it('in .env.example is every setting, its meaning and its default', () => {
    const lines = settingRows().map(
      ({ name, meaning, fallback }) => `# ${meaning}\n${fallback ? '' : '# '}${name}=${fallback}\n`,
    );
    stands(
      '.env.example',
      () => `# Copy it to .env and change what you need. What is left out has its default.\n\n${lines.join('\n')}`,
    );
  });

  it('in docs/operations.md is the same as a table', () => {
    const rows = settingRows().map(({ name, meaning, fallback }) => [
      `\`${name}\``,
      meaning,
      fallback ? `\`${fallback}\`` : '',
    ]);
    const cells = [['name', 'meaning', 'default'], ...rows];
    const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
    const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
    const table = [line(cells[0] ?? []), rule, ...rows.map(line)].join('\n');
    stands('docs/operations.md', (current) =>
      current.replace(/(<!-- settings -->\n)[\s\S]*?(\n<!-- end of settings -->)/, `$1\n${table}\n$2`),
    );
  });
});
