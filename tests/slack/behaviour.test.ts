/** How the Slack app behaves where Slack, the network or people do not: against a small Slack of our own. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
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
import { hostileTexts } from './hostile-texts.ts';
import { callProblems } from './payload-rules.ts';
import { botOn, type RunningApp, type RunOptions, runApp } from './running-app.ts';

const everything: Call[] = [];
const running: RunningApp[] = [];
let fake: FakeSlack;

beforeEach(async () => {
  fake = await startFakeSlack();
});

afterEach(async () => {
  // The last one first: it may use the store of another.
  for (const app of running.splice(0).reverse()) await app.stop();
  await fake.stop();
  everything.push(...fake.calls);
});

afterAll(() => {
  expect(everything.length).toBeGreaterThan(50);
  expect(callProblems(everything)).toEqual([]);
}, 60_000);

const run = async (options?: RunOptions): Promise<RunningApp> => {
  const app = await runApp(fake, options);
  running.push(app);
  return app;
};

const socket = { settings: { appToken: 'xapp-1' } };
const posted = (n: number) => fake.until(() => fake.posts().length >= n, `${n} posts`);

/** Waits until the app has nothing under way, by asking once more and waiting for that answer. */
async function quiet(app: RunningApp): Promise<readonly Call[]> {
  const before = fake.posts();
  const marker = mention('help', { channel: 'CMARK' });
  await deliver(app.url, marker);
  await fake.until(() => fake.posts().some(({ args }) => args.channel === 'CMARK'), 'the marker');
  return before;
}

describe('an event that comes again', () => {
  it('is answered once, however often and however close together it is delivered', async () => {
    const app = await run();
    const event = mention('exclusivity');
    await Promise.all([1, 2, 3].map(() => deliver(app.url, event)));
    await deliver(app.url, event);
    await posted(1);
    expect(await quiet(app)).toHaveLength(1);
  });

  it('is answered once by two replicas on one store', async () => {
    const first = await run();
    const second = await run({ store: first.store });
    const events = Array.from({ length: 10 }, () => mention('exclusivity'));
    for (const event of events)
      await Promise.all([deliver(first.url, event), deliver(second.url, event), deliver(first.url, event)]);
    await posted(10);
    expect(await quiet(first)).toHaveLength(10);
  });

  it('is answered once where it comes as a mention and as a message', async () => {
    const app = await run();
    const said = mention('exclusivity', { thread_ts: '1.1' });
    await deliver(app.url, said);
    await deliver(app.url, eventOf({ ...said.event, type: 'message', channel_type: 'channel' }));
    await posted(1);
    expect(await quiet(app)).toHaveLength(1);
  });

  it('over a socket, with another envelope, is acknowledged again and not answered again', async () => {
    await run(socket);
    const event = mention('exclusivity');
    for (let n = 0; n < 3; n += 1) expect(await fake.socketSend('events_api', event)).toBeLessThan(3000);
    await fake.socketSend('events_api', mention('help', { channel: 'CMARK' }));
    await fake.until(() => fake.posts().some(({ args }) => args.channel === 'CMARK'), 'the marker');
    expect(fake.posts().filter(({ args }) => args.channel === 'C1')).toHaveLength(1);
  });
});

describe('what is not for the bot', () => {
  it.each([
    ['an edit', { type: 'message', channel_type: 'im', subtype: 'message_changed', text: 'exclusivity' }],
    ['the message of a bot', { type: 'message', channel_type: 'im', bot_id: 'B9', text: 'exclusivity' }],
    ['its own message', { type: 'message', channel_type: 'im', user: 'U0BOT', text: 'exclusivity' }],
    ['a message outside of threads', { type: 'message', channel_type: 'channel', text: 'When did exclusivity end?' }],
    [
      'a thread of others',
      { type: 'message', channel_type: 'channel', thread_ts: '9.9', text: 'When did exclusivity end?' },
    ],
  ])('%s gets no reply', async (_, event) => {
    const app = await run();
    expect(await deliver(app.url, eventOf(event))).toBe(200);
    expect(await quiet(app)).toEqual([]);
  });
});

describe('limits', () => {
  it('tells a person who asks too much so, in a friendly line', async () => {
    const app = await run({ settings: { personPerMinute: 2 } });
    for (let n = 0; n < 3; n += 1) await deliver(app.url, directMessage('exclusivity'));
    await posted(3);
    expect(fake.posts().filter(({ args }) => args.text.startsWith('That is a lot of questions'))).toHaveLength(1);
    await deliver(app.url, directMessage('exclusivity', { user: 'U2' }));
    await posted(4);
    expect(fake.posts().at(-1)?.args.text).toContain('April 27');
  });

  it('counts each workspace for itself', async () => {
    const app = await run({ settings: { workspacePerMinute: 1 } });
    for (const [team, user] of [
      ['T1', 'U1'],
      ['T1', 'U2'],
      ['T2', 'U3'],
    ] as const)
      await deliver(app.url, eventOf({ type: 'message', channel_type: 'im', text: 'exclusivity', user }, team));
    await posted(3);
    const texts = fake.posts().map(({ args }) => args.text.slice(0, 20));
    expect(texts.filter((text) => text.startsWith('Many people'))).toHaveLength(1);
  });

  it('waits as long as Slack says, for this workspace alone, and then posts', async () => {
    let refused = 0;
    fake.answer('chat.postMessage', ({ args }) => {
      if (args.channel !== 'CSLOW' || refused > 0) return;
      refused += 1;
      return { status: 429, headers: { 'retry-after': '1' } };
    });
    const app = await run();
    await deliver(app.url, mention('exclusivity', { channel: 'CSLOW' }));
    await posted(2);
    const [first, second] = fake.posts();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(second?.args).toEqual(first?.args);
  });
});

describe('people of other workspaces', () => {
  const external = directMessage('exclusivity', { user_team: 'T9' });

  it('are told that only this workspace is served', async () => {
    const app = await run();
    await deliver(app.url, external);
    await posted(1);
    expect(fake.posts()[0]?.args.text).toContain('I answer people of the workspace that installed me');
  });

  it('are known by their clicks and in shared channels too, and those of the same organisation are no strangers', async () => {
    const app = await run();
    const click = (user: object) =>
      deliver(
        app.url,
        interactive(
          clickOf({ action_id: 'show_timeline', value: '{"v":1,"question":"exclusivity"}' }, fake.hookUrl('1'), user),
        ),
      );
    await click({ user: { id: 'U8', team_id: 'T9' } });
    await posted(1);
    expect(fake.posts()[0]?.args.text).toContain('I answer people of the workspace');
    await click({ user: { id: 'U8', team_id: 'E1' }, enterprise: { id: 'E1' } });
    await fake.until(() => fake.calls.some(({ method }) => method === 'views.open'), 'a modal');
    const shared = mention('exclusivity', { team: 'T9' });
    await deliver(app.url, { ...shared, is_ext_shared_channel: true });
    await posted(2);
    expect(fake.posts()[1]?.args.text).toContain('I answer people of the workspace');
  });

  it('are answered where the operator allows it', async () => {
    const app = await run({ settings: { allowExternal: true } });
    await deliver(app.url, directMessage('exclusivity', { user_team: 'T9' }));
    await posted(1);
    expect(fake.posts()[0]?.args.text).toContain('April 27');
  });
});

describe('where something breaks', () => {
  it('the person gets a reference, and the log has it, without a stack or what was typed', async () => {
    const app = await run();
    const broken = {
      ...app.bot,
      ask: (request: { turns: readonly string[] }) => {
        if (request.turns.join().includes('secret words')) throw new Error('boom with <secret words>');
        return app.bot.ask(request);
      },
    };
    const other = await run({ bot: broken as never, store: app.store });
    await deliver(other.url, directMessage('exclusivity and secret words'));
    await posted(1);
    const reference = /reference: ([0-9a-f]{8})\./.exec(fake.posts()[0]?.args.text)?.[1];
    expect(reference).toBeDefined();
    const log = other.log.join('');
    expect(log).toContain(reference);
    expect(log).not.toMatch(/secret words| at /);
  });

  it('a workspace without agents is answered all the same, and not asked for a status again', async () => {
    fake.answer('assistant.threads.setStatus', () => ({ ok: false, error: 'feature_disabled' }));
    const app = await run();
    for (let n = 0; n < 3; n += 1) {
      await deliver(app.url, directMessage('exclusivity'));
      await posted(n + 1);
    }
    expect(fake.calls.filter(({ method }) => method === 'assistant.threads.setStatus')).toHaveLength(1);
  });

  it('shows that it works before it answers, in a direct message', async () => {
    const app = await run();
    await deliver(app.url, directMessage('exclusivity'));
    await posted(1);
    const methods = fake.calls.map(({ method }) => method);
    expect(methods.indexOf('assistant.threads.setStatus')).toBeLessThan(methods.indexOf('chat.postMessage'));
    expect(methods).toContain('assistant.threads.setStatus');
  });

  it('shows in a channel that it works when that takes longer than one would notice', async () => {
    const { store } = await run();
    const slow: typeof store.turns = async (...args) => {
      await fake.until(() => fake.calls.some(({ method }) => method === 'assistant.threads.setStatus'), 'a status');
      return store.turns(...args);
    };
    const app = await run({ store: { ...store, turns: slow } });
    await deliver(app.url, mention('exclusivity'));
    await posted(1);
    expect(fake.posts()[0]?.args.text).toContain('April 27');
  });

  it('a workspace that refuses the newest blocks gets the same in older ones', async () => {
    fake.answer('chat.postMessage', ({ args }) =>
      JSON.stringify(args.blocks).includes('container') ? { ok: false, error: 'invalid_blocks' } : undefined,
    );
    const app = await run();
    await deliver(app.url, directMessage('exclusivity'));
    await posted(2);
    const [newer, older] = fake.posts();
    expect(older?.args.text).toBe(newer?.args.text);
    expect(older?.args.blocks.map(({ type }: { type: string }) => type)).not.toContain('container');
  });

  it('a reply of which nobody knows whether it is posted is followed by an apology, not by a second one', async () => {
    let cut = false;
    fake.answer('chat.postMessage', () => {
      if (cut) return;
      cut = true;
      return { status: 502, body: 'bad gateway' };
    });
    const app = await run();
    await deliver(app.url, directMessage('exclusivity'));
    await posted(2);
    expect(fake.posts()[1]?.args.text).toContain('I was interrupted while answering');
    expect(await quiet(app)).toHaveLength(2);
  });

  it('a response_url that is spent gives way to a direct message', async () => {
    fake.answer('hook', () => ({ status: 404, body: 'expired_url' }));
    const app = await run();
    await deliver(app.url, new URLSearchParams(commandOf('exclusivity', fake.hookUrl('1'))));
    await posted(2);
    expect(fake.posts()[1]).toMatchObject({ method: 'chat.postMessage', args: { channel: 'U1' } });
  });

  it('the store: without it everybody is answered, once in this process', async () => {
    const away = () => Promise.reject(new StoreUnavailable('away', 'It is away.'));
    const { store } = await run();
    const gone = { ...store, acceptEvent: away, beginPosting: away, settleEvent: away, turns: away, claimOnce: away };
    const app = await run({ store: gone as never });
    const event = directMessage('exclusivity');
    await Promise.all([deliver(app.url, event), deliver(app.url, event)]);
    await posted(1);
    expect(await quiet(app)).toHaveLength(1);
  });

  it('a store that hangs holds up no acknowledgement', async () => {
    const { store } = await run();
    const app = await run({ store: { ...store, acceptEvent: () => new Promise<boolean>(() => {}) } as never });
    const begun = performance.now();
    expect(await deliver(app.url, directMessage('exclusivity'))).toBe(200);
    expect(performance.now() - begun).toBeLessThan(3000);
    // What hangs for ever is never settled: it is not waited for.
    running.splice(running.indexOf(app), 1);
  }, 10_000);
});

describe('a socket', () => {
  it('is opened again when Slack closes it, and when the connection breaks', async () => {
    await run(socket);
    for (const end of [
      () => fake.socketRaw({ type: 'disconnect', reason: 'refresh_requested' }),
      () => fake.closeSockets(),
    ]) {
      end();
      await fake.until(() => fake.sockets() === 0, 'no socket');
      await fake.until(() => fake.sockets() === 1, 'a socket again');
    }
    const before = fake.posts().length;
    await fake.socketSend('events_api', directMessage('exclusivity'));
    await posted(before + 1);
  }, 40_000);

  it('survives what the library does not know', async () => {
    await run(socket);
    fake.socketRaw({ envelope_id: 'x', type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1' } });
    fake.socketRaw({ envelope_id: 'y', type: 'nobody_knows', payload: null });
    await fake.socketSend('events_api', directMessage('exclusivity'));
    await posted(1);
  });

  it('answers commands, clicks and shortcuts too', async () => {
    await run(socket);
    await fake.socketSend('slash_commands', commandOf('exclusivity', fake.hookUrl('1')));
    await posted(1);
    await fake.socketSend('interactive', {
      type: 'message_action',
      callback_id: 'check_claim',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      channel: { id: 'C1' },
      message: { text: 'Amazon would invest $38 billion in OpenAI.', ts: '1.1' },
      trigger_id: 'a.check',
      response_url: fake.hookUrl('2'),
    });
    await posted(2);
    expect(fake.posts()[1]?.args).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringMatching(/^Contradicted/),
    });
  });
});

describe('a button', () => {
  it.each(['show_passage:1', 'show_timeline', 'share', 'show_more', 'feedback:1', 'ask_again'])(
    'of another version (%s) gets a friendly line',
    async (action_id) => {
      const app = await run();
      for (const value of ['', '{"v":0}', '{"v":1,"document":"../x","start":"a"}', '{', 'x'.repeat(2000)]) {
        const before = fake.posts().length;
        expect(await deliver(app.url, interactive(clickOf({ action_id, value }, fake.hookUrl('1'))))).toBe(200);
        await posted(before + 1);
        expect(fake.posts().at(-1)?.args.text).toContain('That button is of an earlier version');
      }
    },
  );

  it('whose passage is no longer there says so', async () => {
    const app = await run();
    const value = JSON.stringify({ v: 1, document: 'gone', start: 0, end: 5 });
    await deliver(app.url, interactive(clickOf({ action_id: 'show_passage:1', value }, fake.hookUrl('1'))));
    await posted(1);
    expect(fake.posts()[0]?.args.text).toContain('The sources have changed');
  });

  it('shows more of a long reply, page by page, until all of it was shown', async () => {
    const app = await run({ bot: botOn('tests/stories/ferry/documents') });
    await deliver(app.url, new URLSearchParams(commandOf('timeline', fake.hookUrl('1'))));
    await posted(1);
    let pages = 1;
    for (;;) {
      const buttons = fake
        .posts()
        .at(-1)
        ?.args.blocks.flatMap((b: { elements?: object[] }) => b.elements ?? []);
      const more = buttons.find((one: { action_id?: string }) => one.action_id === 'show_more');
      if (!more) break;
      await deliver(app.url, interactive(clickOf(more, fake.hookUrl('2'))));
      pages += 1;
      await posted(pages);
    }
    expect(pages).toBeGreaterThan(1);
    const all = fake
      .posts()
      .map(({ args }) => args.text)
      .join('\n');
    for (const { citation } of app.bot.timeline({}).entries) expect(all).toContain(`[${citation.n}]`);
  });

  it('that asks a follow-up in a thread answers there, with what was asked above', async () => {
    const app = await run();
    const value = JSON.stringify({ v: 1, question: 'Why did OpenAI want out?' });
    const inThread = { message: { ts: '5.5', thread_ts: '4.4' }, container: { message_ts: '5.5', thread_ts: '4.4' } };
    await deliver(app.url, interactive(clickOf({ action_id: 'follow_up:1', value }, fake.hookUrl('1'), inThread)));
    await posted(1);
    expect(fake.posts()[0]).toMatchObject({ method: 'chat.postMessage', args: { thread_ts: '4.4' } });
    expect(fake.posts()[0]?.args.text).toMatch(/^Why did OpenAI want out\?\n/);
  });
});

describe('500 hostile texts', () => {
  it('are each answered, by message, command and shortcut, and whoever is said to have written them', async () => {
    const app = await run();
    const texts = hostileTexts(500);
    const sent = texts.map((text, n) => {
      const names = { user_name: text, user_profile: { display_name: text }, username: text };
      if (n % 3 === 0) return deliver(app.url, directMessage(text, names));
      if (n % 3 === 1) return deliver(app.url, mention(text, names));
      const command = { ...commandOf(text, fake.hookUrl(String(n))), user_name: text, channel_name: text };
      return deliver(app.url, new URLSearchParams(command));
    });
    expect(new Set(await Promise.all(sent))).toEqual(new Set([200]));
    await posted(500);
    // What else is wrong with them is looked for with all other calls.
    expect(fake.posts().filter(({ args }) => /reference: [0-9a-f]{8}/.test(args.text))).toEqual([]);
    expect(app.log.join('')).not.toMatch(/evil\.example|channel>/);
  }, 60_000);
});

describe('App Home', () => {
  it('suggests questions that are answered, where the messages are opened', async () => {
    const app = await run();
    await deliver(app.url, eventOf({ type: 'app_home_opened', tab: 'messages', channel: 'D1' }));
    await fake.until(() => fake.calls.some(({ method }) => method.endsWith('setSuggestedPrompts')), 'prompts');
    const { args } = fake.calls.find(({ method }) => method.endsWith('setSuggestedPrompts')) as Call;
    expect(args.prompts.length).toBeGreaterThan(0);
    for (const { message } of args.prompts) expect(app.bot.ask({ turns: [message] }).outcome).toBe('answered');
  });
});
