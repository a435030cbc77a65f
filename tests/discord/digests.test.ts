/** Digests by the clock: what falls due is posted once, whatever Discord and the process do meanwhile. */
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { newDataDir, startService } from '../slack/service.ts';
import { type Assembled, assemble } from './assembled.ts';
import { deskCommand } from './events.ts';
import { CHANNEL, DIRECT, GUILD, type Noted, PERSON, refused, startFakeDiscord, TOKEN } from './fake-discord.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { type Serving, type Setting, serve } from './serving.ts';
import { buttonsOf, type Payload, shownText } from './shown.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Monday. */
const MONDAY = Date.parse('2035-01-01T00:00:00.000Z');
const scope = { platform: 'discord', workspace: GUILD };

const open: Serving[] = [];
const others: Assembled[] = [];
afterEach(async () => {
  for (const one of others.splice(0)) await one.stop();
  const check = hasDescription ? makeChecker() : ({ body }: Noted) => unsaid(body);
  for (const one of open.splice(0)) {
    expect(one.fake.noted.flatMap(check)).toEqual([]);
    await one.close();
  }
});

async function started(setting: Setting = {}): Promise<Serving> {
  const served = await serve({ clock: { now: MONDAY }, ...setting });
  open.push(served);
  return served;
}

const MANAGER = { member: { user: { id: PERSON }, roles: [], permissions: String(1n << 4n) } };

async function ask(served: Serving, name: string, options: Readonly<Record<string, string | number>> = {}) {
  const event = deskCommand(name, options, MANAGER);
  served.fake.dispatch('INTERACTION_CREATE', event);
  return shownText(await served.fake.until(() => served.fake.shown.get(event.token) as Payload | undefined));
}

/** Weekdays 09:00 in Berlin: 08:00 in UTC. */
async function subscribe(
  served: Serving,
  options: Readonly<Record<string, string | number>> = {},
): Promise<Subscription> {
  await ask(served, 'subscribe', { when: 'weekdays 09:00', time_zone: 'Europe/Berlin', ...options });
  const [kept] = await served.store.subscriptions(scope);
  if (!kept) throw new Error('it is set up');
  return kept;
}

/** Everything that is due at this time is done. */
async function at(time: number, served: Serving, ...dispatchers: readonly Pick<Assembled, 'dispatcher'>[]) {
  served.clock.now = time;
  const all = [served, ...dispatchers];
  await Promise.all(all.map(({ dispatcher }) => dispatcher.tick()));
  await Promise.all(all.map(({ dispatcher }) => dispatcher.settled()));
}

const digestsIn = ({ fake }: Serving, channel = CHANNEL) => fake.messages.filter((one) => one.channel === channel);
const DUE = MONDAY + 8 * 60 * MINUTE + MINUTE;

describe('a digest', () => {
  it('is posted when it falls due in its time zone, once, with its buttons, and its history leads to it', async () => {
    const served = await started();
    const { id } = await subscribe(served);
    await at(DUE - 2 * MINUTE, served);
    expect(digestsIn(served)).toEqual([]);
    await at(DUE, served);
    await at(DUE + MINUTE, served);
    const [posted, ...more] = digestsIn(served);
    expect(more).toEqual([]);
    expect(buttonsOf(posted?.body).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Pause', 'Edit', 'History']),
    );
    expect(shownText(posted?.body)).toContain('Sources');
    const [delivery] = await served.store.deliveries(scope, id, 1);
    const link = `https://discord.com/channels/${GUILD}/${CHANNEL}/${posted?.id}`;
    expect(delivery).toMatchObject({ state: 'posted', link });
    expect(await ask(served, 'history', { digest: id })).toContain(posted?.id);
  });

  it('is skipped in silence when nothing is new, and says so in one line where that is wished', async () => {
    const served = await started();
    const { id } = await subscribe(served);
    await at(DUE, served);
    await at(DUE + DAY, served);
    expect(digestsIn(served)).toHaveLength(1);
    expect(await ask(served, 'history', { digest: id })).toContain('Nothing was new');
    await ask(served, 'edit', { digest: id, unchanged: 'one line' });
    await at(DUE + 2 * DAY, served);
    expect(digestsIn(served)).toHaveLength(2);
  });

  it('is posted at once where that is asked for, and not while it is paused', async () => {
    const served = await started();
    const { id } = await subscribe(served);
    await ask(served, 'pause', { digest: id });
    await at(DUE, served);
    expect(digestsIn(served)).toEqual([]);
    await ask(served, 'resume', { digest: id });
    await ask(served, 'now', { digest: id });
    expect(digestsIn(served)).toHaveLength(1);
  });

  it('of two processes on one store is posted by one of them', async () => {
    const served = await started();
    for (const when of ['daily 09:00', 'weekdays 09:00', 'Mondays 09:00'])
      await ask(served, 'subscribe', { when, time_zone: 'Europe/Berlin' });
    const settings = { token: TOKEN, apiUrl: served.fake.apiUrl, shards: { ids: [1], count: 2 } };
    const other = assemble({ settings, store: served.store, clock: served.clock });
    others.push(other);
    await at(DUE, served, other);
    await at(DUE + MINUTE, served, other);
    expect(digestsIn(served)).toHaveLength(3);
  });
});

describe('a channel', () => {
  it.each([
    ['that is gone', refused(404, 10003), 'the channel is gone'],
    ['that is closed to the bot', refused(403, 50013), 'lacks the permissions'],
  ])('%s: the digest is paused, its owner is told why, and so is its history', async (_, answer, why) => {
    const served = await started();
    const { id } = await subscribe(served);
    served.fake.intervene = ({ method, path }) =>
      method === 'POST' && path === `/channels/${CHANNEL}/messages` ? answer : undefined;
    await at(DUE, served);
    expect(await served.store.subscription(scope, id)).toMatchObject({ state: 'paused' });
    const [told] = digestsIn(served, DIRECT);
    expect(shownText(told?.body)).toContain(why);
    expect(await ask(served, 'history', { digest: id })).toContain(why);
    await at(DUE + DAY, served);
    expect(served.fake.noted.filter(({ path }) => path === `/channels/${CHANNEL}/messages`)).toHaveLength(1);
  });

  it('that is limited is posted to when Discord says so', async () => {
    const served = await started();
    await subscribe(served);
    let limits = 2;
    const limited = { status: 429, body: { retry_after: 30, global: false }, headers: { 'retry-after': '30' } };
    served.fake.intervene = ({ method, path }) =>
      method === 'POST' && path === `/channels/${CHANNEL}/messages` && limits-- > 0 ? limited : undefined;
    for (const later of [0, 10_000, 31_000, 40_000, 62_000, 93_000]) await at(DUE + later, served);
    expect(digestsIn(served)).toHaveLength(1);
    expect(served.fake.noted.filter(({ path }) => path === `/channels/${CHANNEL}/messages`)).toHaveLength(3);
  });
});

describe('a process that is killed', () => {
  const KEPT: Omit<Subscription, 'next'> = {
    scope,
    id: 'd1',
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
  };

  it.each([
    ['after Discord has taken a digest, and before that is written down', true],
    ['before Discord has taken a digest', false],
  ])(
    '%s: it stands there once',
    async (_, isTaken) => {
      const fake = await startFakeDiscord();
      const dataDir = newDataDir();
      const now = Date.now();
      const store = openStore({ dataDir });
      const due = new Date(now - MINUTE).toISOString();
      await store.saveSubscription({ ...KEPT, next: { occurrence: due, at: due } });
      await store.close();
      let held = false;
      fake.intervene = async (request) => {
        if (request.method !== 'POST' || request.path !== `/channels/${CHANNEL}/messages`) return;
        const again = fake.intervene;
        fake.intervene = () => undefined;
        if (isTaken)
          await fetch(`${fake.apiUrl}v10${request.path}`, { method: 'POST', body: JSON.stringify(request.body) });
        fake.intervene = again;
        held = true;
        return await new Promise<undefined>(() => {});
      };
      const service = await startService({ DISCORD_API_URL: fake.apiUrl, DISCORD_TOKEN: TOKEN }, dataDir);
      while (!held) await new Promise((next) => setImmediate(next));
      await service.stop('SIGKILL');
      fake.intervene = () => undefined;
      const again = openStore({ dataDir });
      // Its lease has run out by then.
      const clock = { now: Date.now() + 2 * MINUTE };
      const next = assemble({ settings: { token: TOKEN, apiUrl: fake.apiUrl }, store: again, clock });
      await next.discord.start();
      await next.dispatcher.tick();
      await next.dispatcher.settled();
      expect(fake.messages).toHaveLength(1);
      const [delivery] = await again.deliveries(scope, 'd1', 1);
      expect(delivery).toMatchObject({ state: 'posted', link: expect.stringContaining(fake.messages[0]?.id ?? '?') });
      await next.stop();
      await again.close();
      await fake.close();
    },
    60_000,
  );
});
