/** Slack as somewhere to post to unasked: what becomes of a post, and how it is found again. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAddress } from '../../adapters/slack/address.ts';
import type { Outlet, Place, Posting } from '../../src/outlet.ts';
import { line, type Reply } from '../../src/reply/reply.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { type Call, deliver, eventOf, type FakeSlack, mention, startFakeSlack } from './fake-slack.ts';
import { hostileTexts } from './hostile-texts.ts';
import { callProblems, messageProblems } from './payload-rules.ts';
import { botOn, type RunningApp, type RunOptions, runApp } from './running-app.ts';

/** The first one reads the documents, on a machine that may have much else to do. */
vi.setConfig({ testTimeout: 30_000 });

const everything: Call[] = [];
const running: RunningApp[] = [];
let fake: FakeSlack;

beforeEach(async () => {
  fake = await startFakeSlack();
});
afterEach(async () => {
  for (const app of running.splice(0).reverse()) await app.stop();
  await fake.stop();
  everything.push(...fake.calls);
});
afterAll(() => expect(callProblems(everything)).toEqual([]), 60_000);

async function outletOf(options?: RunOptions): Promise<Outlet> {
  const app = await runApp(fake, options);
  running.push(app);
  return app.app.outlet;
}

const scope = { platform: 'slack', workspace: 'T1' };
const place: Place = {
  scope,
  channel: 'C1',
  personal: false,
  address: writeAddress({ teamId: 'T1', isEnterpriseInstall: false }),
};
const note: Reply = { lines: [line('note', 'Something is new.')] };
const digest = botOn().digest({ audience: 'everyone', topics: [], declined: [], fits: () => true });
const posting = (key: string, change: Partial<Posting> = {}): Posting => ({
  reply: note,
  citations: [],
  key,
  dress: { sort: 'digest', subscription: 'd1' },
  ...change,
});
const calls = (method: string) => fake.calls.filter((call) => call.method === method);
const refuse = (error: string, method = 'chat.postMessage') => fake.answer(method, () => ({ ok: false, error }));
const since = '2026-01-01T00:00:00.000Z';

describe('a post', () => {
  it('stands in the channel, complete as text, with its key, with buttons to manage it, and is linked to', async () => {
    const outlet = await outletOf();
    const { reply, citations } = digest;
    expect(outlet.fits(reply, citations)).toBe(true);
    const posted = await outlet.post(place, posting('k1', { reply, citations }));
    const [call] = calls('chat.postMessage');
    expect(posted).toEqual({
      result: 'posted',
      message: expect.stringMatching(/^\d+\.\d{6}$/),
      link: expect.stringMatching(/^https:\/\/T1\.slack\.com\/archives\/C1\/p\d+$/),
    });
    expect(call?.args).toMatchObject({
      channel: 'C1',
      metadata: { event_type: 'unasked_post', event_payload: { key: 'k1' } },
      parse: 'none',
      unfurl_links: 'false',
    });
    for (const { quote } of citations) expect(call?.args.text).toContain(quote.slice(0, 20).replace(/&/g, '&amp;'));
    const words = JSON.stringify(call?.args.blocks);
    for (const action of ['pause_digest', 'edit_digest', 'digest_history']) expect(words).toContain(action);
  });

  it('of a note stands in the thread, without buttons', async () => {
    const outlet = await outletOf();
    await outlet.post({ ...place, thread: '1.000001' }, posting('k1', { dress: { sort: 'note' } }));
    expect(calls('chat.postMessage')[0]?.args).toMatchObject({ thread_ts: '1.000001' });
    expect(JSON.stringify(calls('chat.postMessage')[0]?.args.blocks)).not.toContain('button');
  });

  it('to one person goes to the direct messages with them, where these are known, and else to the person', async () => {
    const outlet = await outletOf();
    const personal = { ...place, channel: 'U1', personal: true };
    const known = { ...personal, address: writeAddress({ teamId: 'T1', isEnterpriseInstall: false }, 'D1') };
    await outlet.post(personal, posting('k1'));
    await outlet.post(known, posting('k2'));
    expect(calls('chat.postMessage').map(({ args }) => args.channel)).toEqual(['U1', 'D1']);
  });

  it('comes in older blocks where the workspace refuses the newest, and is one post', async () => {
    fake.answer('chat.postMessage', ({ args }) =>
      JSON.stringify(args.blocks).includes('container') ? { ok: false, error: 'invalid_blocks' } : undefined,
    );
    const outlet = await outletOf();
    const { reply, citations } = digest;
    expect(await outlet.post(place, posting('k1', { reply, citations }))).toMatchObject({ result: 'posted' });
    expect(calls('chat.postMessage')).toHaveLength(2);
  });

  it('that Slack tells no link of is posted all the same', async () => {
    refuse('message_not_found', 'chat.getPermalink');
    const outlet = await outletOf();
    expect(await outlet.post(place, posting('k1'))).toEqual({ result: 'posted', message: expect.any(String) });
  });

  it('that is longer than one message goes on in its thread', async () => {
    const outlet = await outletOf();
    const long: Reply = { lines: Array.from({ length: 40 }, (_, i) => line('note', `${i} ${'word '.repeat(100)}`)) };
    expect(outlet.fits(long, [])).toBe(false);
    const posted = await outlet.post(place, posting('k1', { reply: long }));
    const [first, ...others] = calls('chat.postMessage');
    expect(posted).toMatchObject({ result: 'posted' });
    expect(first?.args.thread_ts).toBeUndefined();
    expect(others.length).toBeGreaterThan(3);
    for (const { args } of others) expect(args.thread_ts).toBe((posted as { message: string }).message);
  });
});

describe('a post that Slack does not take', () => {
  it('for now is tried later, as late as Slack says, and Slack is asked once', async () => {
    fake.answer('chat.postMessage', () => ({ status: 429, headers: { 'retry-after': '7' } }));
    const outlet = await outletOf();
    expect(await outlet.post(place, posting('k1'))).toEqual({
      result: 'later',
      because: 'Slack takes no more for now',
      afterMs: 7000,
    });
    expect(calls('chat.postMessage')).toHaveLength(1);
  });

  it('because it is limited holds up no post to another channel, and no answer', async () => {
    fake.answer('chat.postMessage', ({ args }) =>
      args.channel === 'C1' ? { status: 429, headers: { 'retry-after': '3600' } } : undefined,
    );
    const outlet = await outletOf();
    await outlet.post(place, posting('k1'));
    expect(await outlet.post({ ...place, channel: 'C2' }, posting('k2'))).toMatchObject({ result: 'posted' });
    await deliver(running[0]?.url ?? '', mention('exclusivity', { channel: 'C2' }));
    await fake.until(() => calls('chat.postMessage').length === 3, 'an answer');
  });

  it.each(['service_unavailable', 'ratelimited', 'team_added_to_org'])('(%s) is tried later', async (code) => {
    refuse(code);
    expect(await (await outletOf()).post(place, posting('k1'))).toMatchObject({ result: 'later' });
  });

  it.each([
    ['channel_not_found', /choose another channel/],
    ['not_in_channel', /“\/invite”/],
    ['is_archived', /is archived/],
    ['restricted_action', /ask whoever manages/],
    ['restricted_action_read_only_channel', /choose another one/],
    ['no_permission', /may not post/],
    ['missing_scope', /lacks a scope/],
    ['token_revoked', /install it again/],
    ['account_inactive', /install it again/],
    ['something_new', /Slack refuses it \(something_new\)/],
  ])('(%s) is for a person to mend, and says how', async (code, words) => {
    refuse(code);
    expect(await (await outletOf()).post(place, posting('k1'))).toEqual({
      result: 'refused',
      because: expect.stringMatching(words),
    });
  });

  it.each([
    ['breaks off', () => ({ status: 502, body: 'bad gateway' })],
    ['says that it may have done it', () => ({ ok: false, error: 'fatal_error' })],
  ])('where the connection %s is unsure, and not sent again', async (_, how) => {
    fake.answer('chat.postMessage', how);
    expect(await (await outletOf()).post(place, posting('k1'))).toMatchObject({ result: 'unsure' });
    expect(calls('chat.postMessage')).toHaveLength(1);
  });

  it('because it cannot be reached is tried later', async () => {
    const outlet = await outletOf();
    await fake.stop();
    expect(await outlet.post(place, posting('k1'))).toEqual({ result: 'later', because: 'Slack cannot be reached' });
    fake = await startFakeSlack();
  });
});

describe('many workspaces', () => {
  const oauth = {
    clientId: '1.2',
    clientSecret: 'a-client-secret',
    stateSecret: 'a-state-secret',
    encryptionKeys: [randomBytes(32)],
  };

  it('each get what is theirs with their own token; one that has removed the app gets nothing, and is told why', async () => {
    const app = await runApp(fake, { settings: { oauth } });
    running.push(app);
    for (const team of ['T1', 'T2']) {
      const begun = await fetch(`${app.url}/slack/install`, { redirect: 'manual' });
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const redirected = `${app.url}/slack/oauth_redirect?code=code-${team}&state=${encodeURIComponent(state)}`;
      await fetch(redirected, { headers: { cookie } });
    }
    const { outlet } = app.app;
    const of = (team: string): Place => ({
      scope: { platform: 'slack', workspace: team },
      channel: 'C1',
      personal: false,
      address: writeAddress({ teamId: team, isEnterpriseInstall: false }),
    });
    await Promise.all([outlet.post(of('T1'), posting('k1')), outlet.post(of('T2'), posting('k2'))]);
    const by = new Map(calls('chat.postMessage').map(({ args, token }) => [args.metadata.event_payload.key, token]));
    expect(by).toEqual(
      new Map([
        ['k1', 'xoxb-T1'],
        ['k2', 'xoxb-T2'],
      ]),
    );
    await deliver(app.url, eventOf({ type: 'app_uninstalled' }, 'T1'));
    expect(await outlet.post(of('T1'), posting('k3'))).toEqual({
      result: 'refused',
      because: expect.stringContaining('no longer installed'),
    });
    expect(await outlet.post(of('T2'), posting('k4'))).toMatchObject({ result: 'posted' });
    expect(await outlet.tell(of('T1').scope, 'U1', note)).toBe(false);
  });

  it('wait for the store, where their tokens are, while it is away', async () => {
    const { store } = await runApp(fake).then((app) => {
      running.push(app);
      return app;
    });
    const away = () => Promise.reject(new StoreUnavailable('away', 'It is away.'));
    const outlet = await outletOf({ store: { ...store, installation: away } as never, settings: { oauth } });
    expect(await outlet.post(place, posting('k1'))).toEqual({
      result: 'later',
      because: 'the store cannot be reached',
    });
  });
});

describe('looking for a post', () => {
  it('finds it by its key in the channel or in the thread, and finds no other', async () => {
    const outlet = await outletOf();
    const inThread = { ...place, thread: '1.000001' };
    const [one, two] = [await outlet.post(place, posting('k1')), await outlet.post(inThread, posting('k2'))];
    const found = (message: unknown) => ({ found: 'there', message, link: expect.stringContaining('/archives/C1/p') });
    expect(await outlet.find(place, 'k1', since)).toEqual(found((one as { message: string }).message));
    expect(await outlet.find(inThread, 'k2', since)).toEqual(found((two as { message: string }).message));
    expect(await outlet.find(place, 'k3', since)).toEqual({ found: 'not there' });
    expect(await outlet.find({ ...place, channel: 'C2' }, 'k1', since)).toEqual({ found: 'not there' });
  });

  it('finds it where much was written since', async () => {
    const outlet = await outletOf();
    await outlet.post(place, posting('k1'));
    for (let n = 0; n < 250; n += 1) await outlet.tell(scope, 'C1', note);
    expect(await outlet.find(place, 'k1', since)).toMatchObject({ found: 'there' });
    expect(calls('conversations.history')).toHaveLength(2);
  });

  it('looks into the direct messages of a person where it may', async () => {
    const outlet = await outletOf();
    const personal = { ...place, channel: 'U1', personal: true };
    await outlet.post(personal, posting('k1'));
    expect(await outlet.find(personal, 'k1', since)).toMatchObject({ found: 'there' });
    refuse('missing_scope', 'conversations.open');
    expect(await outlet.find(personal, 'k1', since)).toEqual({ found: 'unknown' });
  });

  it.each([
    ['the scope is missing', () => ({ ok: false, error: 'missing_scope' })],
    ['Slack says to wait', () => ({ status: 429, headers: { 'retry-after': '60' } })],
    ['Slack is away', () => ({ status: 500, body: '' })],
  ])('does not know where %s', async (_, how) => {
    fake.answer('conversations.history', how);
    const outlet = await outletOf();
    await outlet.post(place, posting('k1'));
    expect(await outlet.find(place, 'k1', since)).toEqual({ found: 'unknown' });
  });
});

describe('marking and telling', () => {
  it('marks a message with a reaction, once', async () => {
    const outlet = await outletOf();
    expect(await outlet.mark(place, '1.000001', 'This no longer holds.')).toMatchObject({ result: 'posted' });
    expect(calls('reactions.add')[0]?.args).toMatchObject({ channel: 'C1', timestamp: '1.000001', name: 'warning' });
    refuse('already_reacted', 'reactions.add');
    expect(await outlet.mark(place, '1.000001', 'This no longer holds.')).toMatchObject({ result: 'posted' });
  });

  it('says which scope is missing for it', async () => {
    refuse('missing_scope', 'reactions.add');
    expect(await (await outletOf()).mark(place, '1.000001', '')).toMatchObject({
      result: 'refused',
      because: expect.stringContaining('reactions:write'),
    });
  });

  it('tells one person alone, and says where that is not possible', async () => {
    const outlet = await outletOf();
    expect(await outlet.tell(scope, 'U1', note, place.address)).toBe(true);
    expect(calls('chat.postMessage')[0]?.args).toMatchObject({ channel: 'U1', text: 'Something is new.' });
    refuse('user_disabled');
    expect(await outlet.tell(scope, 'U1', note, place.address)).toBe(false);
  });
});

describe('whatever stands in a digest', () => {
  it('is within the limits, is not read as markup, and pings nobody', async () => {
    const outlet = await outletOf();
    for (const hostile of hostileTexts(60)) {
      const reply: Reply = {
        lines: [
          { part: 'short', segments: [{ text: hostile, strong: true }] },
          line('note', hostile),
          ...note.lines,
          { part: 'note', segments: [{ text: hostile, link: hostile }] },
        ],
      };
      expect(await outlet.post(place, posting('k', { reply }))).toMatchObject({ result: 'posted' });
    }
    expect(calls('chat.postMessage').flatMap(({ args }) => messageProblems(args))).toEqual([]);
  }, 30_000);

  it('fits while it is composed as it fits when it is posted', async () => {
    const outlet = await outletOf();
    const { audiences } = botOn();
    for (const { name } of audiences) {
      const made = botOn().digest({
        audience: name,
        topics: [],
        declined: [],
        fits: (reply) => outlet.fits(reply, []),
      });
      expect(outlet.fits(made.reply, made.citations)).toBe(true);
    }
  }, 30_000);
});
