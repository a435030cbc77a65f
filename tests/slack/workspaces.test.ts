/** Many workspaces by OAuth: what belongs to one never reaches another, and its tokens are kept encrypted. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInstallations } from '../../adapters/slack/installations.ts';
import { makeTokenCipher, UnreadableSecret } from '../../adapters/slack/token-cipher.ts';
import { openStore } from '../../adapters/storage/open.ts';
import {
  clickOf,
  commandOf,
  deliver,
  directMessage,
  eventOf,
  type FakeSlack,
  interactive,
  mention,
  startFakeSlack,
} from './fake-slack.ts';
import { type RunningApp, runApp } from './running-app.ts';

const key = randomBytes(32);
const oauth = {
  clientId: '1.2',
  clientSecret: 'a-client-secret',
  stateSecret: 'a-state-secret',
  encryptionKeys: [key],
};
const folders: string[] = [];
const stops: (() => Promise<unknown>)[] = [];
let fake: FakeSlack;

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'slack-workspaces-'));
  folders.push(folder);
  return folder;
};

beforeEach(async () => {
  fake = await startFakeSlack();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await fake.stop();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function run(dataDir = newFolder(), keys: readonly Buffer[] = [key]): Promise<RunningApp> {
  const store = openStore({ dataDir });
  stops.push(() => store.close());
  const app = await runApp(fake, { store, settings: { oauth: { ...oauth, encryptionKeys: keys } } });
  stops.push(() => app.stop());
  return app;
}

/** Goes through an installation as a browser does. */
async function install(app: RunningApp, team: string): Promise<number> {
  const begun = await fetch(`${app.url}/slack/install`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const redirected = `${app.url}/slack/oauth_redirect?code=code-${team}&state=${encodeURIComponent(state)}`;
  return (await fetch(redirected, { headers: { cookie } })).status;
}

const posted = (n: number) => fake.until(() => fake.posts().length >= n, `${n} posts`);

describe('an installation', () => {
  it('goes by the pages of the service, and from then on the workspace is served with its own token', async () => {
    const app = await run();
    expect(await install(app, 'T1')).toBe(200);
    expect(await install(app, 'T2')).toBe(200);
    await deliver(app.url, eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity' }, 'T2'));
    await posted(1);
    expect(fake.posts()[0]).toMatchObject({ token: 'xoxb-T2' });
  });

  it('is refused where the browser is not the one that began it', async () => {
    const app = await run();
    const begun = await fetch(`${app.url}/slack/install`, { redirect: 'manual' });
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    await fetch(`${app.url}/slack/oauth_redirect?code=code-T1&state=${encodeURIComponent(state)}`);
    await fetch(`${app.url}/slack/oauth_redirect?code=code-T1&state=forged`);
    expect(await app.store.installations('slack')).toEqual([]);
    expect(fake.calls.map(({ method }) => method)).not.toContain('oauth.v2.access');
  });

  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['U0BOT'], oauth: [] } }],
  ])('ends with %s, and that of another workspace stays', async (_, event) => {
    const app = await run();
    for (const team of ['T1', 'T2']) await install(app, team);
    expect(await deliver(app.url, eventOf(event, 'T1'))).toBe(200);
    await app.app.stop();
    expect((await app.store.installations('slack')).map(({ scope }) => scope.workspace)).toEqual(['T2']);
  });

  it('stays where only the token of a person was taken back', async () => {
    const app = await run();
    await install(app, 'T1');
    await deliver(app.url, eventOf({ type: 'tokens_revoked', tokens: { bot: [], oauth: ['U1'] } }, 'T1'));
    await app.app.stop();
    expect(await app.store.installations('slack')).toHaveLength(1);
  });

  it('is kept so that no token can be read from the disk', async () => {
    const folder = newFolder();
    const app = await run(folder);
    await install(app, 'T1');
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(bytes.join('')).toContain('installation');
    expect(bytes.join('')).not.toContain('xoxb');
  });

  it('outlives a new key, which takes over what the old one encrypted', async () => {
    const folder = newFolder();
    const first = await run(folder);
    await install(first, 'T1');
    await first.app.stop();
    const newKey = randomBytes(32);
    const second = await run(folder, [newKey, key]);
    await second.app.stop();
    const third = await run(folder, [newKey]);
    await deliver(third.url, eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity' }, 'T1'));
    await posted(1);
    expect(fake.posts()[0]).toMatchObject({ token: 'xoxb-T1' });
  });
});

describe('two workspaces', () => {
  it('never get what is the other’s, under load, with the same channels, threads and people', async () => {
    const app = await run();
    for (const team of ['T1', 'T2']) await install(app, team);
    const before = fake.calls.length;
    // One is held up by Slack, which must not hold up the other.
    let refused = 0;
    fake.answer('chat.postMessage', ({ token }) => {
      if (token !== 'xoxb-T1' || refused > 3) return;
      refused += 1;
      return { status: 429, headers: { 'retry-after': '1' } };
    });
    const teams = Array.from({ length: 300 }, (_, n) => (n % 2 === 0 ? 'T1' : 'T2'));
    const delivered = teams.map((team, n) => {
      if (n % 3 === 0) return deliver(app.url, mention('exclusivity', { channel: `C${team}` }, team));
      if (n % 3 === 1)
        return deliver(
          app.url,
          eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity', channel: `C${team}` }, team),
        );
      return deliver(app.url, new URLSearchParams(commandOf('exclusivity', fake.hookUrl(team), { team_id: team })));
    });
    expect(new Set(await Promise.all(delivered))).toEqual(new Set([200]));
    const done = () => fake.posts().filter(({ method }) => method === 'hook').length + accepted();
    const accepted = () => fake.posts().filter(({ method }) => method === 'chat.postMessage').length - refused;
    await fake.until(() => done() >= 300, 'all replies');
    for (const { method, token, args } of fake.calls.slice(before)) {
      const team = method === 'hook' ? args.url.split('/').at(-1) : (args.channel ?? args.channel_id).slice(1);
      if (method === 'hook') expect(token).toBe('');
      else expect(token).toBe(`xoxb-${team}`);
      // Nothing of one workspace travels in what another one gets.
      expect(JSON.stringify(args)).not.toContain(team === 'T1' ? 'xoxb-T2' : 'xoxb-T1');
    }
    // By the order in which they came, not by the clock: half of what the other gets has come before the last that was held up.
    const order = fake
      .posts()
      .flatMap(({ args }, n) => (/^CT[12]$/.test(args.channel) ? [{ team: args.channel, n }] : []));
    const placesOf = (team: string) => order.filter((one) => one.team === `C${team}`).map(({ n }) => n);
    const [held, free] = [placesOf('T1'), placesOf('T2')];
    expect(refused).toBe(4);
    expect(free[Math.floor(free.length / 2)]).toBeLessThan(held.at(-1) ?? -1);
  }, 60_000);

  it('do not share conversations: a follow-up leans on nothing that the other was asked', async () => {
    const app = await run();
    for (const team of ['T1', 'T2']) await install(app, team);
    const thread = { channel: 'C1', thread_ts: '1.1' };
    const [about, leaning] = ['Who is Denise Dresser?', 'What did she say about demand?'];
    await deliver(app.url, mention(about, thread, 'T1'));
    await posted(1);
    await deliver(app.url, mention(leaning, thread, 'T2'));
    await posted(2);
    await deliver(app.url, mention(leaning, thread, 'T1'));
    await posted(3);
    const [, theirs, ours] = fake.posts().map(({ args }) => args.text);
    expect(theirs).toBe(app.bot.ask({ turns: [leaning] }).text);
    expect(ours).toBe(app.bot.ask({ turns: [about, leaning] }).text);
    expect(ours).not.toBe(theirs);
  });

  it('do not share feedback: that on an answer of the other is not stored', async () => {
    const app = await run();
    for (const team of ['T1', 'T2']) await install(app, team);
    await deliver(app.url, eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity' }, 'T1'));
    await posted(1);
    const blocks: { elements?: { positive_button?: { value: string } }[] }[] = fake.posts()[0]?.args.blocks;
    const value =
      blocks.flatMap(({ elements = [] }) => elements).find((one) => one.positive_button)?.positive_button?.value ?? '';
    const theirs = { team: { id: 'T2' }, user: { id: 'U1', team_id: 'T2' } };
    await deliver(app.url, interactive(clickOf({ action_id: 'feedback', value }, fake.hookUrl('1'), theirs)));
    await posted(2);
    expect(fake.posts()[1]?.args.text).toContain('could not be noted');
    await deliver(app.url, interactive(clickOf({ action_id: 'feedback', value }, fake.hookUrl('2'))));
    await posted(3);
    expect(fake.posts()[2]?.args.text).toContain('Thank you');
  });

  it('a workspace that never installed the app gets nothing', async () => {
    const app = await run();
    await install(app, 'T1');
    await deliver(app.url, eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity' }, 'T3'));
    await deliver(app.url, directMessage('exclusivity'));
    await posted(1);
    expect(fake.posts().map(({ token }) => token)).toEqual(['xoxb-T1']);
  });
});

describe('the encryption of tokens', () => {
  const cipher = makeTokenCipher([key]);

  it('gives back what was encrypted, and never the same bytes twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (secret, place) => {
        const payload = cipher.encrypt(secret.toWellFormed(), place.toWellFormed());
        expect(cipher.decrypt(payload, cipher.keyId, place.toWellFormed())).toBe(secret.toWellFormed());
        expect(cipher.encrypt(secret.toWellFormed(), place.toWellFormed())).not.toBe(payload);
      }),
    );
  });

  it('reads nothing that was changed, cut, moved to another workspace, or encrypted with another key', () => {
    const payload = cipher.encrypt('xoxb-1', 'slack/T1');
    const bytes = Buffer.from(payload, 'base64');
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => cipher.decrypt(changed.toString('base64'), cipher.keyId, 'slack/T1')).toThrow(UnreadableSecret);
      expect(() => cipher.decrypt(bytes.subarray(0, i).toString('base64'), cipher.keyId, 'slack/T1')).toThrow();
    }
    expect(() => cipher.decrypt(payload, cipher.keyId, 'slack/T2')).toThrow(UnreadableSecret);
    expect(() => makeTokenCipher([randomBytes(32)]).decrypt(payload, cipher.keyId, 'slack/T1')).toThrow(
      /TOKEN_ENCRYPTION_KEY/,
    );
  });

  it('keeps the installation of an organisation apart from those of its workspaces', async () => {
    const store = openStore({ dataDir: newFolder() });
    stops.push(() => store.close());
    const installations = makeInstallations(store, cipher);
    const organisation = { enterprise: { id: 'E1' }, team: undefined, isEnterpriseInstall: true as const };
    await installations.storeInstallation({ ...organisation, bot: { token: 'xoxb-E' } } as never);
    const query = { teamId: 'T1', enterpriseId: 'E1' };
    const found = await installations.fetchInstallation({ ...query, isEnterpriseInstall: true });
    expect(found.bot?.token).toBe('xoxb-E');
    await expect(installations.fetchInstallation({ ...query, isEnterpriseInstall: false })).rejects.toThrow(
      'not installed',
    );
  });
});
