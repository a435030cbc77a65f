/** Digests and watched questions in Discord, against a small Discord: commands, forms, buttons, and who may what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, deskCommand, directMessage, mention, press, sendFields, typing, typingInGroup } from './events.ts';
import { CHANNEL, DIRECT, FORUM_POST, GUILD, type Noted, PERSON } from './fake-discord.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { type Serving, serve } from './serving.ts';
import { buttonId, buttonsOf, type Payload, shownText } from './shown.ts';

const EPHEMERAL = 64;
const MANAGE_CHANNEL = String(1n << 4n);
const SPEAK = String(1n << 11n);
const scope = { platform: 'discord', workspace: GUILD };

let served: Serving;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  const check = hasDescription ? makeChecker() : ({ body }: Noted) => unsaid(body);
  expect(served.fake.noted.flatMap(check)).toEqual([]);
  await served.close();
});

type Event = ReturnType<typeof command>;

/** Resolves when it holds; what is looked at is not told of by a request. */
async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setImmediate(next));
}

/** What an interaction shows in the end. */
function shownFor(event: Event): Promise<Payload> {
  served.fake.dispatch('INTERACTION_CREATE', event);
  return served.fake.until(() => served.fake.shown.get(event.token) as Payload | undefined);
}

function callbackOf(event: Event) {
  const { fake } = served;
  return fake.until(
    () =>
      fake.noted.find(({ path }) => path.startsWith(`/interactions/${event.id}/`))?.body as
        | { type: number; data?: Payload & { custom_id?: string; components?: never; choices?: { value: string }[] } }
        | undefined,
  );
}

async function afresh(event: Event) {
  served.fake.dispatch('INTERACTION_CREATE', event);
  return await callbackOf(event);
}

const member = (permissions: string) => ({ member: { user: { id: PERSON }, roles: [], permissions } });
const manager = member(MANAGE_CHANNEL);
const someone = { member: { user: { id: '400000000000000009' }, roles: [], permissions: SPEAK } };

async function subscribed(options: Readonly<Record<string, string | number>> = {}) {
  const shown = await shownFor(deskCommand('subscribe', { when: 'weekdays 09:00', ...options }, manager));
  const id = /\bd\d[a-z0-9]{4}\b/.exec(shownText(shown))?.[0] ?? '';
  return { shown, id };
}

describe('a digest', () => {
  it('is set up by a command, names its time zone, and is for its asker to see', async () => {
    const asked = deskCommand(
      'subscribe',
      { when: 'weekdays 09:00', time_zone: 'Europe/Berlin', audience: 'buyers' },
      manager,
    );
    const shown = await shownFor(asked);
    expect(await callbackOf(asked)).toEqual({ type: 5, data: { flags: EPHEMERAL } });
    expect(shownText(shown)).toMatch(/^Subscribed\..*Europe\/Berlin, for buyers/);
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Pause', 'Edit', 'History']);
    const [kept] = await served.store.subscriptions(scope);
    expect(kept).toMatchObject({
      channel: CHANNEL,
      personal: false,
      timeZone: 'Europe/Berlin',
      audience: 'buyers',
      owner: PERSON,
    });
  });

  it('without a zone takes the one that the person chose before, and says so', async () => {
    const { shown } = await subscribed({ when: 'Mondays 8:30' });
    expect(shownText(shown)).toContain('Europe/Berlin is the time zone that you chose before');
  });

  it('is not for everybody to set up', async () => {
    const shown = await shownFor(deskCommand('subscribe', { when: 'daily' }, someone));
    expect(shownText(shown)).toContain('Who manages this channel decides');
  });

  it('of another channel is for who manages that one, and of no other server', async () => {
    const there = await shownFor(deskCommand('subscribe', { when: 'daily', channel: '300000000000000099' }, manager));
    expect(shownText(there)).toContain('Who manages that channel decides');
  });

  it('is shown before there is one', async () => {
    const shown = await shownFor(deskCommand('preview', { audience: 'developers' }, someone));
    expect(shownText(shown)).toContain('Sources');
  });

  it('is paused, resumed and told of by its buttons, for the person alone', async () => {
    const { id } = await subscribed({ when: 'daily 07:00' });
    const digest = await served.discord.outlet.post(
      { scope, channel: CHANNEL, personal: false },
      { reply: { lines: [] }, citations: [], key: id, dress: { sort: 'digest', subscription: id } },
    );
    expect(digest.result).toBe('posted');
    const posted = served.fake.messages.at(-1)?.body;
    const onPublic = { message: { id: '78', flags: 0 }, ...manager };
    const paused = press(buttonId(posted, 'Pause'), {}, onPublic);
    const shown = await shownFor(paused);
    expect(await callbackOf(paused)).toEqual({ type: 5, data: { flags: EPHEMERAL } });
    expect(shownText(shown)).toContain('Paused.');
    expect(await served.store.subscription(scope, id)).toMatchObject({ state: 'paused' });
    expect(shownText(await shownFor(press(buttonId(shown, 'Resume'), {}, manager)))).toContain('Resumed.');
    expect(await served.store.subscription(scope, id)).toMatchObject({ state: 'active' });
    expect(shownText(await shownFor(press(buttonId(posted, 'History'), {}, onPublic)))).toContain(id);
    expect(shownText(await shownFor(press(buttonId(posted, 'Pause'), {}, { ...onPublic, ...someone })))).toContain(
      'Who manages this channel decides',
    );
  });

  it('is edited in a form, which begins with what holds', async () => {
    const { id } = await subscribed({ when: 'Fridays 16:00', topics: 'exclusivity, chips' });
    const form = await afresh(deskCommand('edit', { digest: id }, manager));
    expect(form.type).toBe(9);
    expect(JSON.stringify(form.data)).toContain('exclusivity, chips');
    const fields = {
      when: 'Fridays 17:00',
      time_zone: 'America/New_York',
      audience: ['buyers'],
      topics: '',
      unchanged: ['one line'],
    };
    const shown = await shownFor(sendFields(form.data?.custom_id ?? '', fields, manager));
    expect(shownText(shown)).toContain('Changed.');
    expect(await served.store.subscription(scope, id)).toMatchObject({
      schedule: '0 17 * * 5',
      timeZone: 'America/New_York',
      audience: 'buyers',
      topics: [],
      whenUnchanged: 'one line',
    });
  });

  it('is set up in a form where nothing else is said', async () => {
    const form = await afresh(deskCommand('subscribe', {}, manager));
    expect(form.type).toBe(9);
    const fields = {
      when: 'daily 06:00',
      time_zone: 'Asia/Kolkata',
      audience: ['everyone'],
      topics: '',
      unchanged: ['nothing'],
    };
    const shown = await shownFor(sendFields(form.data?.custom_id ?? '', fields, manager));
    expect(shownText(shown)).toMatch(/^Subscribed\..*Asia\/Kolkata/);
  });

  it('whose form cannot be opened says why', async () => {
    const told = await afresh(deskCommand('edit', { digest: 'd2nope' }, manager));
    expect(told.type).toBe(4);
    expect(shownText(told.data)).toContain('no digest of that name');
  });

  it('is asked for by a mention too, for the channel and not for the thread of the answer', async () => {
    const asked = mention(`digest subscribe Tuesdays 9:00 to <#${CHANNEL}>`, { member: { roles: [] } });
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const posted = await served.fake.until(() => served.fake.messages.find(({ channel }) => channel === asked.id));
    // The person owns the fake's server.
    expect(shownText(posted.body)).toContain('Subscribed.');
    const kept = await served.store.subscriptions(scope);
    expect(kept.find(({ schedule }) => schedule === '0 9 * * 2')).toMatchObject({ channel: CHANNEL, personal: false });
  });

  it('in a direct message goes to the person alone', async () => {
    const asked = directMessage('digest subscribe weekdays 8:00');
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const posted = await served.fake.until(() => served.fake.messages.find(({ channel }) => channel === DIRECT));
    expect(shownText(posted.body)).toContain('you alone');
    const own = await served.store.subscriptions({ platform: 'discord', workspace: `person:${PERSON}` });
    expect(own).toMatchObject([{ channel: DIRECT, personal: true, address: DIRECT }]);
  });

  it('in a thread is one of its channel', async () => {
    const inPost = { channel_id: FORUM_POST, channel: { id: FORUM_POST, type: 11 }, ...manager };
    await shownFor(deskCommand('subscribe', { when: 'Sundays 9:00' }, inPost));
    const kept = await served.store.subscriptions(scope);
    expect(kept.find(({ schedule }) => schedule === '0 9 * * 0')).toMatchObject({ channel: CHANNEL });
  });
});

describe('where the bot', () => {
  it('may not post, nothing is begun, and what is missing is said', async () => {
    const mute = await serve({ permissions: String(1n << 10n) });
    const asked = deskCommand('subscribe', { when: 'daily' }, manager);
    mute.fake.dispatch('INTERACTION_CREATE', asked);
    const shown = await mute.fake.until(() => mute.fake.shown.get(asked.token));
    expect(shownText(shown)).toContain(
      'I cannot post digests in that channel, because I lack the permission “Send Messages”',
    );
    expect(await mute.store.subscriptions(scope)).toEqual([]);
    await mute.close();
  });

  it('is a guest, a digest goes to the person alone', async () => {
    const asGuest = { ...someone, authorizing_integration_owners: { 1: '400000000000000009' } };
    const shown = await shownFor(deskCommand('subscribe', { when: 'daily 05:00' }, asGuest));
    expect(shownText(shown)).toContain('you alone');
  });

  it('was removed from, its digests are paused, and not where the server is only down', async () => {
    const gone = await serve();
    const id = 'd1';
    await gone.store.saveSubscription({ ...KEPT, id });
    gone.fake.dispatch('GUILD_DELETE', { id: GUILD, unavailable: true });
    gone.fake.dispatch('MESSAGE_CREATE', directMessage('sources'));
    await gone.fake.until(() => gone.fake.messages.length > 0);
    expect(await gone.store.subscription(scope, id)).toMatchObject({ state: 'active' });
    gone.fake.dispatch('GUILD_DELETE', { id: GUILD });
    await eventually(() => gone.logged().includes('digests are paused'));
    expect(await gone.store.subscription(scope, id)).toMatchObject({
      state: 'paused',
      pausedBecause: expect.stringContaining('removed from the server'),
    });
    await gone.close();
  });

  it('finds a channel deleted, its digests are paused and their owners told, once', async () => {
    const gone = await serve();
    await gone.store.saveSubscription({ ...KEPT, id: 'd1' });
    await gone.store.saveSubscription({ ...KEPT, id: 'd2', channel: FORUM_POST });
    for (let i = 0; i < 2; i += 1)
      gone.fake.dispatch('CHANNEL_DELETE', { id: CHANNEL, type: 0, guild_id: GUILD, name: 'general' });
    const told = await gone.fake.until(() => gone.fake.messages.find(({ channel }) => channel === DIRECT));
    expect(shownText(told.body)).toContain('d1');
    expect(shownText(told.body)).toContain('the channel was deleted');
    expect(await gone.store.subscription(scope, 'd1')).toMatchObject({ state: 'paused' });
    expect(await gone.store.subscription(scope, 'd2')).toMatchObject({ state: 'active' });
    expect(gone.fake.messages).toHaveLength(1);
    await gone.close();
  });
});

const KEPT = {
  scope,
  channel: CHANNEL,
  personal: false,
  schedule: '0 9 * * *',
  written: 'daily at 09:00',
  timeZone: 'UTC',
  audience: 'everyone',
  topics: [],
  owner: PERSON,
  graceMinutes: 60,
  whenUnchanged: 'nothing',
  state: 'active',
} as const;

describe('a watched question', () => {
  it('is watched by the button under an answer, in private where the answer is', async () => {
    const answer = await shownFor(command('ask', { question: 'exclusivity' }, manager));
    const shown = await shownFor(press(buttonId(answer, 'Watch'), {}, manager));
    expect(shownText(shown)).toContain('in our direct messages');
    expect(await served.store.watchedBy(scope, PERSON)).toMatchObject([
      { personal: true, channel: DIRECT, address: DIRECT },
    ]);
  });

  it('is told in the thread where everybody saw its answer', async () => {
    const asked = mention('Who is Denise Dresser?', { member: { roles: [] } });
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const posted = await served.fake.until(() => served.fake.messages.find(({ channel }) => channel === asked.id));
    const inThread = {
      channel_id: asked.id,
      channel: { id: asked.id, type: 11 },
      message: { id: posted.id, flags: 0 },
    };
    const shown = await shownFor(press(buttonId(posted.body, 'Watch'), {}, { ...manager, ...inThread }));
    expect(shownText(shown)).toContain('in this thread');
    const watched = await served.store.watchedBy(scope, PERSON);
    expect(watched.at(-1)).toMatchObject({ personal: false, channel: CHANNEL, thread: asked.id });
  });

  it('is watched, listed and ended by commands', async () => {
    const shown = await shownFor(command('watch', { question: 'What is Stargate?' }, manager));
    expect(shownText(shown)).toContain('Watched.');
    const list = shownText(await shownFor(command('watching', {}, manager)));
    expect(list).toContain('What is Stargate?');
    const name = /\bw\d[a-z0-9]*\b/.exec(shownText(shown))?.[0] ?? '';
    const ended = await shownFor(command('unwatch', { watched: name }, manager));
    expect(shownText(ended)).not.toContain('no question of that name');
    expect(shownText(await shownFor(command('watching', {}, manager)))).not.toContain('What is Stargate?');
  });
});

describe('an answer that everybody saw', () => {
  it('is kept with the place where it stands; one for a single person is not', async () => {
    const before = (await given()).length;
    const asked = mention('Who is Denise Dresser?', { member: { roles: [] } });
    served.fake.dispatch('MESSAGE_CREATE', asked);
    const posted = await served.fake.until(() => served.fake.messages.find(({ channel }) => channel === asked.id));
    await shownFor(command('ask', { question: 'exclusivity', private: false }, manager));
    await shownFor(command('ask', { question: 'exclusivity' }, manager));
    await shownFor(command('sources', {}, manager));
    await eventually(async () => (await given()).length >= before + 2);
    const kept = (await given()).slice(before);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(expect.objectContaining({ channel: CHANNEL, thread: asked.id, message: posted.id }));
  });

  it('because somebody shared it is kept with the place where it was shared', async () => {
    const before = (await given()).length;
    const answer = await shownFor(command('ask', { question: 'exclusivity' }, manager));
    const clicked = press(buttonId(answer, 'Share'), { id: '802', components: answer.components }, manager);
    await shownFor(clicked);
    await eventually(async () => (await given()).length > before);
    const kept = (await given()).at(-1);
    const message = `8${clicked.token.slice(-17)}`;
    expect(kept).toMatchObject({ channel: CHANNEL, thread: message, message });
  });

  const given = async () =>
    (await served.store.standingToReview('another corpus', 1000)).filter(({ sort }) => sort === 'given');
});

describe('while somebody types', () => {
  const offered = async (event: Event) => (await afresh(event)).data?.choices?.map(({ value }) => value) ?? [];

  it('times, time zones, audiences, topics and digests are offered, at most 25', async () => {
    const { id } = await subscribed({ when: 'daily 10:00' });
    expect(await offered(typingInGroup('subscribe', 'when', 'week'))).toContain('weekdays 09:00');
    expect(await offered(typingInGroup('subscribe', 'time_zone', 'berl'))).toContain('Europe/Berlin');
    expect(await offered(typingInGroup('subscribe', 'time_zone', 'new york'))).toContain('America/New_York');
    expect((await offered(typingInGroup('subscribe', 'time_zone', ''))).length).toBe(25);
    expect(await offered(typingInGroup('subscribe', 'audience', ''))).toContain('buyers');
    expect(
      (await offered(typingInGroup('subscribe', 'topics', 'chips, comp'))).every((one) => one.startsWith('chips, ')),
    ).toBe(true);
    expect(await offered(typingInGroup('pause', 'digest', ''))).toContain(id);
    expect(await offered(typing('unwatch', 'watched', ''))).not.toEqual([]);
  });
});
