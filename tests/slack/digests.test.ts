/** Digests and watched questions in Slack, from a command to what stands in the channel: on a Slack of our own and a clock of its own. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botOf } from '../digest/arrivals.ts';
import {
  type Call,
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
import { callProblems } from './payload-rules.ts';
import { type RunningApp, type RunOptions, runApp } from './running-app.ts';

const everything: Call[] = [];
const running: RunningApp[] = [];
let fake: FakeSlack;
let clock: number;

beforeEach(async () => {
  clock = Date.now();
  fake = await startFakeSlack(now);
});
afterEach(async () => {
  for (const app of running.splice(0).reverse()) await app.stop();
  await fake.stop();
  everything.push(...fake.calls);
});
afterAll(() => expect(callProblems(everything)).toEqual([]), 60_000);

const now = () => clock;
const run = async (options: RunOptions = {}): Promise<RunningApp> => {
  const app = await runApp(fake, { now, ...options });
  running.push(app);
  return app;
};

const scope = { platform: 'slack', workspace: 'T1' };
const hooks = () => fake.calls.filter(({ method }) => method === 'hook');
const posts = () => fake.calls.filter(({ method }) => method === 'chat.postMessage');
const views = () => fake.calls.filter(({ method }) => /^views\.(open|push)$/.test(method));

/** What a command is answered for the one who gave it. */
async function command(app: RunningApp, text: string, change: Record<string, string> = {}): Promise<string> {
  const before = hooks().length;
  await deliver(app.url, new URLSearchParams(commandOf(text, fake.hookUrl('1'), change)));
  await fake.until(() => hooks().length > before, `an answer to “${text}”`);
  return hooks().at(-1)?.args.text;
}

async function press(app: RunningApp, action_id: string, value: string, change: object = {}): Promise<void> {
  await deliver(app.url, interactive(clickOf({ action_id, value }, fake.hookUrl('2'), change)));
}

const subscriptions = (app: RunningApp) => app.store.subscriptions(scope);
const theOnly = async (app: RunningApp) => {
  const [only, ...others] = await subscriptions(app);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} subscriptions`);
  return only;
};

/** The clock goes on to when the only subscription is due, and what is due is posted. */
async function due(app: RunningApp): Promise<void> {
  const { next } = await theOnly(app);
  if (!next) throw new Error('it does not fall due');
  clock = Date.parse(next.at) + 1000;
  await look(app);
}

async function look(app: RunningApp): Promise<void> {
  await app.dispatcher.tick();
  await app.dispatcher.settled();
}

const outcomes = async (app: RunningApp) =>
  (await app.store.deliveries(scope, (await theOnly(app)).id, 10)).map(({ state, reason }) =>
    reason ? `${state}: ${reason}` : state,
  );

const WEEKDAYS = 'digest subscribe weekdays 09:00';

describe('a digest of a channel', () => {
  it('is set up by a command, in the time zone of whoever asks, and comes when it is due, once', async () => {
    const app = await run();
    const said = await command(app, WEEKDAYS);
    expect(said).toMatch(/^Subscribed\./);
    expect(said).toContain('Europe/Berlin');
    expect(await theOnly(app)).toMatchObject({
      channel: 'C1',
      owner: 'U1',
      timeZone: 'Europe/Berlin',
      personal: false,
    });
    await look(app);
    expect(posts()).toEqual([]);
    await due(app);
    await look(app);
    expect(posts().map(({ args }) => [args.channel, args.text.slice(0, 8)])).toEqual([['C1', 'Briefing']]);
    expect(await outcomes(app)).toEqual(['posted']);
    // Nothing is new on the next day.
    await due(app);
    expect(posts()).toHaveLength(1);
    expect((await outcomes(app))[0]).toMatch(/^skipped: /);
  });

  it('is shown before by a preview, to whoever asks alone', async () => {
    const app = await run();
    expect(await command(app, 'digest preview')).toContain('Briefing');
    expect(hooks().at(-1)?.args.response_type).toBe('ephemeral');
    expect(posts()).toEqual([]);
  });

  it('is posted at once by “digest now”', async () => {
    const app = await run();
    await command(app, WEEKDAYS);
    expect(await command(app, 'digest now')).toMatch(/^Posted\. https:\/\/T1\.slack\.com\/archives\/C1\/p\d+/);
    expect(posts()).toHaveLength(1);
  });

  it('goes to another channel that is named, by its id', async () => {
    const app = await run();
    expect(await command(app, 'digest subscribe daily to <#C2|news> about exclusivity')).toMatch(/^Subscribed\./);
    expect(await theOnly(app)).toMatchObject({ channel: 'C2', topics: ['exclusivity'] });
  });

  it('is for those who manage the channel to set up, or for everyone where the operator allows it', async () => {
    const app = await run();
    expect(await command(app, WEEKDAYS, { user_id: 'U2' })).not.toMatch(/^Subscribed/);
    expect(await subscriptions(app)).toEqual([]);
    fake.answer('users.info', ({ args }) => ({
      ok: true,
      user: { id: args.user, is_admin: true, tz: 'Asia/Kolkata' },
    }));
    expect(await command(app, WEEKDAYS, { user_id: 'U3' })).toMatch(/^Subscribed\..*/);
    fake.answer('users.info', () => undefined);
    const open = await run({ store: app.store, settings: { digestsByEveryone: true } });
    expect(await command(open, 'digest subscribe daily', { user_id: 'U2' })).toMatch(/^Subscribed/);
  });

  it('without the scopes is in UTC, and says so', async () => {
    for (const method of ['users.info', 'conversations.info'])
      fake.answer(method, () => ({ ok: false, error: 'missing_scope' }));
    const app = await run({ settings: { digestsByEveryone: true } });
    expect(await command(app, WEEKDAYS)).toMatch(/I do not know your time zone, so it is UTC/);
  });

  it('says where the bot has to be invited first', async () => {
    fake.answer('conversations.info', ({ args }) => ({
      ok: true,
      channel: { id: args.channel, creator: 'U1', is_member: false },
    }));
    expect(await command(await run(), WEEKDAYS)).toContain('I am no member of that channel: invite me there');
  });

  it('is set up once, however often the command is delivered', async () => {
    const app = await run();
    const body = commandOf(WEEKDAYS, fake.hookUrl('1'));
    await Promise.all([1, 2, 3].map(() => deliver(app.url, new URLSearchParams(body))));
    await fake.until(() => hooks().length > 0, 'an answer');
    await command(app, 'digest list');
    expect(await subscriptions(app)).toHaveLength(1);
  });

  it('is set up and managed by mention and in direct messages too; there it goes to the person alone', async () => {
    const app = await run();
    await deliver(app.url, mention(WEEKDAYS));
    await fake.until(() => posts().length === 1, 'an answer in the thread');
    expect(posts()[0]?.args.text).toMatch(/^Subscribed\./);
    await deliver(app.url, directMessage(WEEKDAYS, { user: 'U2' }));
    await fake.until(() => posts().length === 2, 'an answer in the direct message');
    expect(posts()[1]?.args.text).toMatch(/goes to you alone/);
    const personal = (await subscriptions(app)).find((one) => one.personal);
    expect(personal).toMatchObject({ channel: 'U2', owner: 'U2' });
    clock = Date.parse(personal?.next?.at ?? '') + 60_000;
    await look(app);
    expect(
      new Set(
        posts()
          .slice(2)
          .map(({ args }) => args.channel),
      ),
    ).toEqual(new Set(['C1', 'D1']));
  });
});

describe('the buttons under a digest', () => {
  it('pause it, show its history and edit it, for those who may', async () => {
    const app = await run();
    await command(app, WEEKDAYS);
    await due(app);
    const { id } = await theOnly(app);
    const value = JSON.stringify({ v: 1, subscription: id });
    const inChannel = { container: { type: 'message', message_ts: posts()[0]?.args.ts, channel_id: 'C1' } };

    await press(app, 'digest_history', value, inChannel);
    await fake.until(() => views().length === 1, 'the history');
    expect(JSON.stringify(views()[0]?.args.view)).toContain('posted');
    expect(JSON.stringify(views()[0]?.args.view)).toContain('"url":"https://T1.slack.com/archives/C1/p');

    await press(app, 'edit_digest', value, inChannel);
    await fake.until(() => views().length === 2, 'the form');
    expect(views()[1]?.args.view).toMatchObject({ callback_id: 'digest_form', title: { text: 'Edit the digest' } });

    const others = { ...inChannel, user: { id: 'U2', team_id: 'T1' } };
    const before = hooks().length;
    await press(app, 'pause_digest', value, others);
    await fake.until(() => hooks().length === before + 1, 'a refusal');
    expect((await theOnly(app)).state).toBe('active');

    await press(app, 'pause_digest', value, inChannel);
    await fake.until(() => hooks().length === before + 2, 'a word');
    expect(hooks().at(-1)?.args.text).toMatch(/^Paused\./);
    expect(await theOnly(app)).toMatchObject({ state: 'paused' });
    clock += 7 * 24 * 3600_000;
    await look(app);
    expect(posts()).toHaveLength(1);
    expect(await command(app, 'digest resume')).toMatch(/^Resumed\./);
  });

  it.each(['pause_digest', 'digest_history', 'edit_digest', 'watch_answer'])(
    'of another version (%s) get a friendly line',
    async (action) => {
      const app = await run();
      for (const value of ['', '{"v":0}', '{"v":1,"subscription":7}']) {
        const before = hooks().length;
        await press(app, action, value);
        await fake.until(() => hooks().length > before, 'a line');
        expect(hooks().at(-1)?.args.text).toContain('That button is of an earlier version');
      }
    },
  );

  it('of a digest that was removed say so', async () => {
    const app = await run();
    await press(app, 'pause_digest', '{"v":1,"subscription":"d2gone"}');
    await fake.until(() => hooks().length === 1, 'a line');
    expect(hooks()[0]?.args.text.length).toBeGreaterThan(10);
  });
});

describe('the form', () => {
  /** The answer to what is sent with it, and what was sent. */
  async function opened(app: RunningApp, text = 'digest subscribe') {
    await deliver(app.url, new URLSearchParams(commandOf(text, fake.hookUrl('1'))));
    await fake.until(() => views().length === 1, 'the form');
    return views()[0]?.args.view;
  }
  // biome-ignore lint/suspicious/noExplicitAny: views are walked freely
  const submission = (view: any, id: string, change: Record<string, object> = {}) => ({
    type: 'view_submission',
    team: { id: 'T1', domain: 't' },
    user: { id: 'U1', team_id: 'T1' },
    api_app_id: 'A1',
    trigger_id: `${id}.${Math.random()}`,
    view: {
      ...view,
      id,
      state: {
        values: {
          ...Object.fromEntries(
            // biome-ignore lint/suspicious/noExplicitAny: blocks are walked freely
            view.blocks.map(({ block_id, element }: any) => [
              block_id,
              {
                [block_id]: {
                  type: element.type,
                  value: element.initial_value ?? null,
                  selected_option: element.initial_option ?? null,
                  selected_conversation: element.initial_conversation ?? null,
                },
              },
            ]),
          ),
          ...change,
        },
      },
    },
  });
  const submit = async (app: RunningApp, body: object) => {
    const text = await app.send(interactive(body));
    return JSON.parse(text || '{}');
  };

  it('opens where nothing is said of how the digest is wanted, with the asker’s time zone, and makes one', async () => {
    const app = await run();
    const view = await opened(app);
    expect(JSON.stringify(view)).toContain('Europe/Berlin');
    const body = submission(view, 'V1');
    const answer = await submit(app, body);
    expect(answer).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    expect(JSON.stringify(answer.view)).toContain('Subscribed');
    await submit(app, { ...body, trigger_id: 'again' });
    expect(await theOnly(app)).toMatchObject({ channel: 'C1', schedule: '0 9 * * 1-5' });
  });

  it('shows beside the field what is wrong with it, and makes nothing', async () => {
    const app = await run();
    const view = await opened(app);
    const wrong = async (field: string, value: string) =>
      (await submit(app, submission(view, 'V1', { [field]: { [field]: { value } } }))).errors;
    expect(await wrong('time_zone', 'Mars/Olympus')).toEqual({ time_zone: expect.stringMatching(/time zone/) });
    expect(await wrong('other_when', 'now and then')).toEqual({
      other_when: expect.stringMatching(/when it should come/),
    });
    expect(await wrong('topics', 'a,b,c,d,e,f,g,h,i,j,k,l')).toEqual({ topics: expect.stringMatching(/at most/) });
    fake.answer('conversations.info', () => ({ ok: true, channel: { id: 'C9', creator: 'U9', is_member: true } }));
    expect(await submit(app, submission(view, 'V1'))).toMatchObject({ errors: { channel: expect.any(String) } });
    expect(await subscriptions(app)).toEqual([]);
  });

  it('says later what takes longer than Slack waits', async () => {
    const app = await run();
    const view = await opened(app);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    fake.answer('conversations.info', async () => {
      await held;
      return;
    });
    const answer = await submit(app, submission(view, 'V1'));
    expect(JSON.stringify(answer.view)).toContain('One moment');
    release();
    await fake.until(() => fake.calls.some(({ method }) => method === 'views.update'), 'the result');
    expect(JSON.stringify(fake.calls.at(-1)?.args.view)).toContain('Subscribed');
  });

  it('where it cannot be opened in time gives way to a reply', async () => {
    fake.answer('views.open', () => ({ ok: false, error: 'expired_trigger_id' }));
    expect(await command(await run(), 'digest subscribe')).toMatch(/^Subscribed\./);
  });
});

describe('what goes wrong', () => {
  it('an archived channel pauses the digest and tells its owner, once, with what to do', async () => {
    const app = await run();
    await command(app, WEEKDAYS);
    fake.answer('chat.postMessage', ({ args }) =>
      args.channel === 'C1' ? { ok: false, error: 'is_archived' } : undefined,
    );
    await due(app);
    expect(await theOnly(app)).toMatchObject({ state: 'paused', pausedBecause: expect.stringContaining('archived') });
    const told = posts().filter(({ args }) => args.channel === 'U1');
    expect(told.map(({ args }) => args.text)).toEqual([expect.stringContaining('is archived')]);
    expect(await command(app, 'digest history')).toContain('archived');
  });

  it('a limit is waited for as long as Slack says, and the digest comes then', async () => {
    const app = await run();
    await command(app, WEEKDAYS);
    fake.answer('chat.postMessage', () => ({ status: 429, headers: { 'retry-after': '90' } }));
    await due(app);
    fake.answer('chat.postMessage', () => undefined);
    clock += 60_000;
    await look(app);
    expect(posts()).toHaveLength(1);
    clock += 40_000;
    await look(app);
    expect(posts()).toHaveLength(2);
    expect(await outcomes(app)).toEqual(['posted']);
  });

  it.each([
    ['stands there, is found and not posted again', undefined, 1, 'posted'],
    ['cannot be looked for, is not posted again and shown as uncertain', 'missing_scope', 1, 'uncertain'],
  ])('a digest whose process died between posting and confirming %s', async (_, refusal, times, outcome) => {
    const first = await run();
    await command(first, WEEKDAYS);
    let reached = () => {};
    const isPosted = new Promise<void>((done) => {
      reached = done;
    });
    // It is posted, and the answer never arrives.
    fake.answer('chat.postMessage', (__, usual) => {
      usual();
      reached();
      return new Promise<undefined>(() => {});
    });
    const { next } = await theOnly(first);
    clock = Date.parse(next?.at ?? '') + 1000;
    await first.dispatcher.tick();
    await isPosted;
    fake.answer('chat.postMessage', () => undefined);
    if (refusal) fake.answer('conversations.history', () => ({ ok: false, error: refusal }));
    const second = await run({ store: first.store });
    await look(second);
    expect(posts()).toHaveLength(1);
    // Its lease has run out.
    clock += 120_000;
    await look(second);
    expect(posts()).toHaveLength(times);
    expect((await outcomes(second))[0]).toMatch(new RegExp(`^${outcome}`));
  });

  it('a digest that never reached Slack is posted by whoever takes over', async () => {
    const first = await run();
    await command(first, WEEKDAYS);
    let reached = () => {};
    const isTried = new Promise<void>((done) => {
      reached = done;
    });
    fake.answer('chat.postMessage', () => {
      reached();
      return new Promise<undefined>(() => {});
    });
    clock = Date.parse((await theOnly(first)).next?.at ?? '') + 1000;
    await first.dispatcher.tick();
    await isTried;
    fake.answer('chat.postMessage', () => undefined);
    const second = await run({ store: first.store });
    clock += 120_000;
    await look(second);
    expect(posts()).toHaveLength(2);
    expect((await outcomes(second))[0]).toBe('posted');
  });
});

/** A story of two days: what held, and its end. */
const dated = (day: string, text: string) => `---\npublished: ${day}\n---\n\n${text}\n`;
const HELD = dated(
  '2031-03-02',
  'Tern Ferries is the exclusive operator of the Maren route, the ministry said on March 2, 2031.',
);
const ENDED = dated(
  '2031-06-09',
  'On June 9, 2031 the ministry ended the exclusivity of Tern Ferries on the Maren route. Any licensed operator may sail it now.',
);
const QUESTION = 'Is Tern Ferries the exclusive operator of the Maren route?';

describe('a watched question', () => {
  const watchedBy = (app: RunningApp, person: string) => app.store.watchedBy(scope, person);

  it('is watched by the button under its answer, where it stands; asked alone, for the asker alone', async () => {
    const app = await run();
    await deliver(app.url, mention('Is Azure still the exclusive cloud?'));
    await fake.until(() => posts().length === 1, 'an answer');
    const value = (call: Call | undefined) =>
      JSON.stringify(call?.args.blocks)
        .match(/"action_id":"watch_answer".*?"value":"(.*?[^\\])"/)?.[1]
        ?.replaceAll('\\"', '"') ?? '';
    const thread = posts()[0]?.args.thread_ts;
    await press(app, 'watch_answer', value(posts()[0]), {
      container: { type: 'message', message_ts: '9.9', thread_ts: thread, channel_id: 'C1' },
      message: { ts: '9.9', thread_ts: thread },
    });
    await fake.until(() => hooks().length === 1, 'a word');
    expect(await watchedBy(app, 'U1')).toEqual([
      expect.objectContaining({
        channel: 'C1',
        thread,
        personal: false,
        turns: ['Is Azure still the exclusive cloud?'],
      }),
    ]);
    await command(app, 'Who is Denise Dresser?', { user_id: 'U2' });
    await press(app, 'watch_answer', value(hooks().at(-1)), { user: { id: 'U2', team_id: 'T1' } });
    await fake.until(() => hooks().length === 3, 'a word');
    expect(await watchedBy(app, 'U2')).toEqual([expect.objectContaining({ channel: 'U2', personal: true })]);
  });

  it('is told once when its answer changes, and an answer before everybody gets a note and a mark', async () => {
    const [before, after] = [botOf({ 'a.txt': HELD }), botOf({ 'a.txt': HELD, 'b.txt': ENDED })];
    const app = await run({ bot: before });
    app.review.corpusInPlace();
    await app.review.pass();
    await command(app, `watch ${QUESTION}`);
    await deliver(app.url, mention(QUESTION));
    await fake.until(() => posts().length === 1, 'an answer');
    await app.settled();
    const [answer] = posts();
    const later = await run({ bot: after, store: app.store });
    for (let n = 0; n < 2; n += 1) {
      later.review.corpusInPlace();
      await later.review.pass();
    }
    const told = posts().slice(1);
    expect(told.map(({ args }) => args.channel).sort()).toEqual(['C1', 'U1']);
    const note = told.find(({ args }) => args.channel === 'C1');
    expect(note?.args.thread_ts).toBe(answer?.args.thread_ts);
    expect(fake.calls.filter(({ method }) => method === 'reactions.add')).toHaveLength(1);
  });
});

describe('a workspace that removes the app', () => {
  it('has its digests paused', async () => {
    const oauth = {
      clientId: '1.2',
      clientSecret: 'a-client-secret',
      stateSecret: 'a-state-secret',
      encryptionKeys: [randomBytes(32)],
    };
    const app = await run({ settings: { oauth } });
    const begun = await fetch(`${app.url}/slack/install`, { redirect: 'manual' });
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await fetch(`${app.url}/slack/oauth_redirect?code=code-T1&state=${encodeURIComponent(state)}`, {
      headers: { cookie },
    });
    await command(app, WEEKDAYS);
    await deliver(app.url, eventOf({ type: 'app_uninstalled' }));
    await app.app.stop();
    expect(await theOnly(app)).toMatchObject({ state: 'paused', pausedBecause: expect.stringContaining('removed') });
  });
});
