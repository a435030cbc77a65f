/** What goes wrong between the bot and Discord: nothing is lost, nothing is doubled, and the person is told. */
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { command, directMessage, mention, press } from './events.ts';
import { CHANNEL, DIRECT, GUILD, type Noted, PERSON, refused, SELF } from './fake-discord.ts';
import { type Serving, type Setting, serve } from './serving.ts';
import { shownText } from './shown.ts';

const open: Serving[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function started(setting: Setting = {}): Promise<Serving> {
  const served = await serve(setting);
  open.push(served);
  return served;
}

/** Refuses the first `times` requests that match, in the way given. */
function refuse(
  { fake }: Serving,
  matches: (request: Noted) => boolean,
  answer: Awaited<ReturnType<Serving['fake']['intervene']>>,
  times = Number.POSITIVE_INFINITY,
): void {
  let left = times;
  fake.intervene = (request) => {
    if (!matches(request) || left <= 0) return;
    left -= 1;
    return answer;
  };
}

const isPatch = ({ method }: Noted) => method === 'PATCH';
const isPost = (channel: string) => (request: Noted) =>
  request.method === 'POST' && request.path === `/channels/${channel}/messages`;
const isThread = ({ path }: Noted) => path.endsWith('/threads');

const postedIn = ({ fake }: Serving, channel: string) => fake.messages.filter((one) => one.channel === channel);

/** A mention that comes behind everything else and is answered: what came before it has been dealt with. */
async function caughtUp(served: Serving): Promise<void> {
  const last = mention('sources');
  served.fake.dispatch('MESSAGE_CREATE', last);
  await served.fake.until(() => postedIn(served, last.id).length > 0);
}

describe('a session', () => {
  it('that is dropped is resumed, and what was said meanwhile is answered once', async () => {
    const served = await started();
    const { fake } = served;
    const before = mention('exclusivity');
    fake.dispatch('MESSAGE_CREATE', before);
    await fake.until(() => postedIn(served, before.id).length > 0);
    fake.shut(true);
    fake.drop(4000);
    const meanwhile = mention('exclusivity');
    fake.dispatch('MESSAGE_CREATE', meanwhile);
    fake.shut(false);
    await fake.until(() => postedIn(served, meanwhile.id).length > 0);
    expect(fake.sessions).toEqual({ begun: 1, resumed: 1 });
    await caughtUp(served);
    for (const { id } of [before, meanwhile]) expect(postedIn(served, id)).toHaveLength(1);
  }, 30_000);

  it('that delivers an event twice gets one answer', async () => {
    const served = await started();
    const asked = mention('exclusivity');
    for (let i = 0; i < 3; i += 1) served.fake.dispatch('MESSAGE_CREATE', asked);
    await caughtUp(served);
    expect(postedIn(served, asked.id)).toHaveLength(1);
  });

  it('that Discord closes for good ends the process, with the remedy in one line', async () => {
    const served = await started();
    served.fake.drop(4014);
    const [error] = await served.fake.until(() => served.ended.length > 0 && served.ended);
    expect(error).toMatchObject({ name: 'DiscordUnusable' });
    expect(error?.message).toMatch(/^Discord closed the connection \(4014\): .+\.$/);
  });

  it('is refused with a wrong token, with the remedy in one line', async () => {
    await expect(
      serve({
        token: 'another-token',
        before: (_, fake) => {
          fake.intervene = ({ path }) => (path === '/gateway/bot' ? refused(401, 0) : undefined);
          return Promise.resolve();
        },
      }),
    ).rejects.toMatchObject({ name: 'DiscordUnusable', message: expect.stringContaining('DISCORD_TOKEN') });
  });
});

describe('several', () => {
  it('connections of one process, as many as it is told, give one answer', async () => {
    const served = await started({ shards: { ids: [0, 1], count: 4 } });
    expect(served.fake.shards).toEqual([
      [0, 4],
      [1, 4],
    ]);
    const asked = mention('exclusivity');
    served.fake.dispatch('MESSAGE_CREATE', asked);
    await caughtUp(served);
    expect(postedIn(served, asked.id)).toHaveLength(1);
  });

  it('processes on one store give one answer', async () => {
    const first = await started();
    const second = await started({ storeOf: () => first.store });
    open.reverse();
    const asked = Array.from({ length: 10 }, () => mention('exclusivity'));
    for (const one of asked) for (const { fake } of [first, second]) fake.dispatch('MESSAGE_CREATE', one);
    await caughtUp(first);
    await caughtUp(second);
    for (const { id } of asked) expect([...postedIn(first, id), ...postedIn(second, id)]).toHaveLength(1);
  }, 20_000);
});

describe('a server that holds back or breaks', () => {
  it('with 429 is waited for, and the answer is posted once', async () => {
    const served = await started();
    const limited = {
      status: 429,
      body: { message: 'slow', retry_after: 0.05, global: false },
      headers: { 'retry-after': '0.05', 'x-ratelimit-scope': 'user' },
    };
    refuse(served, isPatch, limited, 2);
    const asked = command('ask', { question: 'exclusivity' });
    served.fake.dispatch('INTERACTION_CREATE', asked);
    const shown = await served.fake.until(() => served.fake.shown.get(asked.token));
    expect(shownText(shown)).toContain('ending exclusivity');
    const metrics = await served.metrics.registry.metrics();
    expect(metrics).toMatch(/bot_platform_rate_limited_total\{platform="discord"\} [1-9]/);
  }, 20_000);

  it('with 500 is asked again, and the answer is posted once', async () => {
    const served = await started();
    const asked = mention('exclusivity');
    refuse(served, isPost(asked.id), refused(500, 0), 2);
    served.fake.dispatch('MESSAGE_CREATE', asked);
    await served.fake.until(() => postedIn(served, asked.id).length > 0);
    await caughtUp(served);
    expect(postedIn(served, asked.id)).toHaveLength(1);
  }, 20_000);

  it('that posts and then breaks is asked again with the same nonce, and posts once', async () => {
    const served = await started();
    const { fake } = served;
    const asked = mention('exclusivity');
    let broken = 0;
    const nonces: unknown[] = [];
    fake.intervene = async (request) => {
      if (!isPost(asked.id)(request)) return;
      nonces.push((request.body as { nonce: unknown }).nonce);
      broken += 1;
      if (broken > 1) return;
      const url = `${fake.apiUrl}v10${request.path}`;
      // It is done, and the answer is lost.
      const again = fake.intervene;
      fake.intervene = () => undefined;
      await fetch(url, { method: 'POST', body: JSON.stringify(request.body) });
      fake.intervene = again;
      return refused(502, 0);
    };
    fake.dispatch('MESSAGE_CREATE', asked);
    await fake.until(() => nonces.length > 1);
    await caughtUp(served);
    expect(new Set(nonces).size).toBe(1);
    expect(postedIn(served, asked.id)).toHaveLength(1);
  }, 20_000);
});

describe('a missing permission', () => {
  const SEND_ONLY = String((1n << 10n) | (1n << 11n));
  const VIEW_ONLY = String(1n << 10n);

  it('to open threads: the answer stands in the channel, and says what is missing', async () => {
    const served = await started({ permissions: SEND_ONLY });
    const asked = mention('exclusivity');
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const [posted] = await served.fake.until(() => postedIn(served, CHANNEL).length > 0 && postedIn(served, CHANNEL));
    const text = shownText(posted?.body);
    expect(text).toContain('ending exclusivity');
    expect(text).toContain('because I lack the permissions “Create Public Threads” and “Send Messages in Threads”');
    expect(posted?.body).toMatchObject({ message_reference: { message_id: asked.id } });
    expect(served.fake.noted.some(isThread)).toBe(false);
  });

  it('to write at all: the person is told in a direct message, and nothing is tried in the channel', async () => {
    const served = await started({ permissions: VIEW_ONLY });
    served.fake.dispatch('MESSAGE_CREATE', mention('exclusivity'));
    const [told] = await served.fake.until(() => postedIn(served, DIRECT).length > 0 && postedIn(served, DIRECT));
    expect(shownText(told?.body)).toMatch(/^I cannot answer in that channel, because I lack .*“Send Messages”.*\.$/);
    expect(served.fake.noted.filter(({ path }) => path.startsWith(`/channels/${CHANNEL}`))).toEqual([]);
  });

  it('that only Discord knows of is tried once for each way, and said', async () => {
    const served = await started();
    const asked = mention('exclusivity');
    refuse(served, (request) => isThread(request) || isPost(CHANNEL)(request), refused(403, 50013));
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const [told] = await served.fake.until(() => postedIn(served, DIRECT).length > 0 && postedIn(served, DIRECT));
    expect(shownText(told?.body)).toContain('I cannot answer in that channel');
    expect(served.fake.noted.filter((request) => isThread(request) || isPost(CHANNEL)(request))).toHaveLength(2);
  });

  it('is logged where the person takes no direct messages either', async () => {
    const served = await started({ permissions: VIEW_ONLY });
    refuse(served, ({ path }) => path === '/users/@me/channels', refused(403, 50007));
    served.fake.dispatch('MESSAGE_CREATE', mention('exclusivity'));
    await served.fake.until(() => served.logged().includes('takes no direct messages'));
    expect(served.logged()).not.toContain(PERSON);
  });
});

describe('an interaction whose token has expired', () => {
  it('is answered by a message in the channel', async () => {
    const served = await started();
    refuse(served, isPatch, refused(404, 10015));
    served.fake.dispatch('INTERACTION_CREATE', command('ask', { question: 'exclusivity' }));
    const [posted] = await served.fake.until(() => postedIn(served, CHANNEL).length > 0 && postedIn(served, CHANNEL));
    expect(shownText(posted?.body)).toContain('ending exclusivity');
  });

  it('goes to the person alone where that was asked for', async () => {
    const served = await started();
    refuse(served, isPatch, refused(401, 50027));
    served.fake.dispatch('INTERACTION_CREATE', command('ask', { question: 'exclusivity', private: true }));
    const [posted] = await served.fake.until(() => postedIn(served, DIRECT).length > 0 && postedIn(served, DIRECT));
    expect(shownText(posted?.body)).toContain('ending exclusivity');
    expect(postedIn(served, CHANNEL)).toEqual([]);
  });

  it('before it could be deferred is answered all the same', async () => {
    const served = await started();
    refuse(served, ({ path }) => path.startsWith('/interactions/'), refused(404, 10062));
    served.fake.dispatch('INTERACTION_CREATE', command('ask', { question: 'exclusivity' }));
    await served.fake.until(() => postedIn(served, CHANNEL).length > 0);
    expect(postedIn(served, CHANNEL)).toHaveLength(1);
  });
});

describe('the store', () => {
  it('that is away keeps nobody waiting', async () => {
    const away = () => Promise.reject(new StoreUnavailable('away', 'away'));
    const served = await started({
      storeOf: (store) => ({ ...bound(store), acceptEvent: away, turns: away, recordAnswer: away, settleEvent: away }),
    });
    const asked = command('ask', { question: 'exclusivity' });
    served.fake.dispatch('INTERACTION_CREATE', asked);
    const shown = await served.fake.until(() => served.fake.shown.get(asked.token));
    expect(shownText(shown)).toContain('ending exclusivity');
  });

  it('that does not answer does not keep the deferral', async () => {
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const served = await started({
      storeOf: (store) => ({ ...bound(store), acceptEvent: (...args) => slow.then(() => store.acceptEvent(...args)) }),
    });
    const asked = command('ask', { question: 'exclusivity' });
    served.fake.dispatch('INTERACTION_CREATE', asked);
    await served.fake.until(() => served.fake.noted.some(({ path }) => path.includes(asked.token)));
    expect(served.fake.shown.get(asked.token)).toBeUndefined();
    letGo();
    await served.fake.until(() => served.fake.shown.get(asked.token));
  }, 10_000);
});

/** Its methods, which may be taken apart. */
function bound<T extends object>(store: T): T {
  const methods = Object.entries(store).map(([name, of]) => [name, typeof of === 'function' ? of.bind(store) : of]);
  return Object.fromEntries(methods) as T;
}

describe('a restart in the middle of an answer', () => {
  const PAST = '2026-01-01T00:00:00.000Z';
  const KEPT_UNTIL = '2099-01-01T00:00:00.000Z';

  /** Something that a process took in and left. */
  const left = (utterance: { key: string }, begun: boolean) => async (store: Serving['store']) => {
    const scope = { platform: 'discord', workspace: GUILD };
    const event = { key: utterance.key, scope, person: PERSON, payload: JSON.stringify(utterance), at: PAST };
    await store.acceptEvent(event, { owner: 'gone', now: PAST, until: PAST }, KEPT_UNTIL);
    if (begun) await store.beginPosting(utterance.key, 'gone');
  };

  const asked = {
    v: 1,
    key: 'discord:message:600000000000000001',
    sort: 'mention',
    guild: GUILD,
    channel: CHANNEL,
    person: PERSON,
    text: 'exclusivity',
    message: '600000000000000001',
    isPrivate: false,
    isConversation: false,
  };

  it('answers what was not answered, and says that it is late', async () => {
    const served = await started({ before: left(asked, false) });
    const [posted] = await served.fake.until(
      () => postedIn(served, asked.message).length > 0 && postedIn(served, asked.message),
    );
    expect(shownText(posted?.body)).toMatch(/^I was interrupted before I could answer/);
    expect(shownText(posted?.body)).toContain('ending exclusivity');
  });

  it('does not post again what stands there already', async () => {
    const served = await started({
      before: async (store, fake) => {
        await left(asked, true)(store);
        fake.intervene = (request) => {
          if (isThread(request)) return refused(400, 160004);
          if (request.method !== 'GET' || !request.path.startsWith(`/channels/${asked.message}/messages`)) return;
          return { status: 200, body: [{ id: '1', channel_id: asked.message, author: { id: SELF }, type: 0 }] };
        };
      },
    });
    await served.fake.until(() =>
      served.fake.noted.some(({ method, path }) => method === 'GET' && path.includes('/messages')),
    );
    await caughtUp(served);
    expect(postedIn(served, asked.message)).toEqual([]);
  });

  it('posts what was begun and does not stand there', async () => {
    const served = await started({ before: left(asked, true) });
    await served.fake.until(() => postedIn(served, asked.message).length > 0);
    await caughtUp(served);
    expect(postedIn(served, asked.message)).toHaveLength(1);
  });

  it('puts the reply to a command in its place again, which changes nothing where it is there', async () => {
    const by = { ...command('ask', { question: 'exclusivity' }) };
    const interaction = { id: by.id, application: SELF, token: by.token, at: Date.now() };
    const { message: _, ...rest } = asked;
    const utterance = {
      ...rest,
      key: `discord:interaction:${by.id}`,
      sort: 'command',
      text: 'ask exclusivity',
      interaction,
    };
    const served = await started({
      before: async (store, fake) => {
        fake.shown.set(by.token, undefined);
        await left(utterance, true)(store);
      },
    });
    await served.fake.until(() => served.fake.shown.get(by.token));
    expect(postedIn(served, CHANNEL)).toEqual([]);
  });

  it('a command of more than a quarter of an hour ago is answered in the channel', async () => {
    const interaction = { id: '1', application: SELF, token: 'spent', at: 0 };
    const { message: _, ...rest } = asked;
    const utterance = { ...rest, key: 'discord:interaction:1', sort: 'command', text: 'ask exclusivity', interaction };
    const served = await started({ before: left(utterance, false) });
    await served.fake.until(() => postedIn(served, CHANNEL).length > 0);
    expect(served.fake.noted.some(({ path }) => path.includes('spent'))).toBe(false);
  });
});

describe('limits', () => {
  it('of one person are said, and others are answered', async () => {
    const served = await started({ personPerMinute: 2 });
    const { fake } = served;
    const texts: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const asked = command('ask', { question: 'exclusivity' });
      fake.dispatch('INTERACTION_CREATE', asked);
      texts.push(shownText(await fake.until(() => fake.shown.get(asked.token))));
    }
    expect(texts[2]).toContain('Wait a minute');
    const clicked = press('1:p:x:1:2');
    fake.dispatch('INTERACTION_CREATE', clicked);
    expect(shownText(await fake.until(() => fake.shown.get(clicked.token)))).toContain('Wait a minute');
    const other = directMessage('exclusivity');
    fake.dispatch('MESSAGE_CREATE', { ...other, author: { id: '400000000000000002' } });
    const [posted] = await fake.until(() => postedIn(served, DIRECT).length > 0 && postedIn(served, DIRECT));
    expect(shownText(posted?.body)).toContain('ending exclusivity');
  });
});

describe('the commands', () => {
  it('are registered where they differ, and left alone where they do not', async () => {
    const served = await started();
    await served.fake.until(() => served.fake.noted.some(({ method }) => method === 'PUT'));
    const there = (served.fake.commands.value as Record<string, unknown>[]).map((one, i) => ({
      ...one,
      id: `${i}`,
      application_id: SELF,
      version: '1',
      default_member_permissions: null,
      nsfw: false,
    }));
    const again = await started({
      before: (_, fake) => {
        fake.commands.value = there.reverse();
        return Promise.resolve();
      },
    });
    await caughtUp(again);
    expect(again.fake.noted.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('are those of one server while developing', async () => {
    const served = await started({ guild: GUILD });
    const put = await served.fake.until(() => served.fake.noted.find(({ method }) => method === 'PUT'));
    expect(put.path).toBe(`/applications/${SELF}/guilds/${GUILD}/commands`);
  });
});
