import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import { answerRecord, lease, scopeA } from '../storage/records.ts';
import { type Simulation, simulate } from './simulation.ts';

const NINE = '2026-05-04T09:00:00.000Z';

/** What becomes of each occurrence, on whatever store. */
export function dispatcherContract(name: string, open: () => Promise<Store>): void {
  describe(`digests on ${name}`, { timeout: 30_000 }, () => {
    let store: Store;
    let world: Simulation;
    beforeEach(async () => {
      store = await open();
      world = simulate(store, '2026-05-04T08:00:00.000Z');
    }, 30_000);
    afterEach(() => store.close());

    /** A little after nine, when everybody's share of the spread has passed. */
    const afterNine = () => world.goTo('2026-05-04T09:00:50.000Z');

    it('posts an occurrence when it is due, once, and says where it stands and what the channel was told', async () => {
      const { next } = await world.subscribe();
      const one = world.dispatcher();
      await world.work(one);
      expect(world.platform.posts).toEqual([]);
      world.goTo(next?.at ?? '');
      await world.work(one);
      await world.work(one, world.dispatcher('two'));
      expect(world.platform.posts).toMatchObject([{ text: 'briefing →1', place: { scope: scopeA, channel: 'C1' } }]);
      expect(await world.history()).toMatchObject([
        { occurrence: NINE, state: 'posted', link: 'https://chat.example/1', attempts: 1 },
      ]);
      expect(await store.subscription(scopeA, 's1')).toMatchObject({
        told: { version: '1', at: next?.at },
        next: { occurrence: '2026-05-05T09:00:00.000Z' },
      });
    });

    it('tells only what is new since the last delivery, and nothing where nothing is', async () => {
      await world.subscribe();
      const one = world.dispatcher();
      for (const day of ['04', '05', '06', '07']) {
        world.goTo(`2026-05-${day}T09:00:50.000Z`);
        if (day === '06') world.tellMore();
        await world.work(one);
      }
      expect(world.platform.posts.map(({ text }) => text)).toEqual(['briefing →1', 'changes 1→2']);
      expect((await world.history()).map(({ state, reason }) => [state, reason])).toEqual([
        ['skipped', 'Nothing was new to the channel.'],
        ['posted', undefined],
        ['skipped', 'Nothing was new to the channel.'],
        ['posted', undefined],
      ]);
    });

    it('says in a line that nothing is new, where that is wanted', async () => {
      await world.subscribe({ whenUnchanged: 'one line' });
      const one = world.dispatcher();
      for (const day of ['04', '05']) {
        world.goTo(`2026-05-${day}T09:00:50.000Z`);
        await world.work(one);
      }
      expect(world.platform.posts.map(({ text }) => text)).toEqual(['briefing →1', 'unchanged 1→1']);
    });

    it('briefs a channel anew where what it was told up to is known no more', async () => {
      await world.subscribe({ told: { version: 'gone', at: '2026-01-01T00:00:00.000Z' } });
      afterNine();
      await world.work(world.dispatcher());
      expect(world.platform.posts).toMatchObject([{ text: 'briefing →1' }]);
    });

    it('asks again what was declined in the channel, and nothing of a digest for one person', async () => {
      const declined = { outcome: 'declined', reason: 'not-in-sources', statements: [] } as const;
      await store.recordAnswer(scopeA, answerRecord({ ...declined, question: 'Who owns the port?' }));
      await world.subscribe();
      await world.subscribe({ id: 's2', personal: true });
      afterNine();
      await world.work(world.dispatcher());
      expect(world.bot.composed.map((request) => request.declined).sort()).toEqual([[], ['Who owns the port?']]);
    });

    it('composes once what many channels get alike', async () => {
      for (let n = 0; n < 50; n += 1) await world.subscribe({ id: `s${n}`, channel: `C${n}` });
      afterNine();
      await world.work(world.dispatcher());
      expect(world.platform.posts).toHaveLength(50);
      expect(world.bot.composed).toHaveLength(1);
    });

    describe('after downtime', () => {
      it('posts the latest missed occurrence within its grace, and records the others with their reason', async () => {
        await world.subscribe({ graceMinutes: 120 });
        world.goTo('2026-05-06T10:30:00.000Z');
        await world.work(world.dispatcher());
        expect(world.platform.posts).toHaveLength(1);
        expect(await world.history()).toMatchObject([
          { occurrence: '2026-05-06T09:00:00.000Z', state: 'posted' },
          {
            occurrence: '2026-05-05T09:00:00.000Z',
            state: 'skipped',
            reason: 'It was missed: it was noticed 1530 minutes late, and only 2 hours are allowed.',
          },
          { occurrence: NINE, state: 'skipped' },
        ]);
      });

      it('posts none where even the latest is beyond its grace', async () => {
        await world.subscribe({ graceMinutes: 60 });
        world.goTo('2026-05-04T10:01:00.000Z');
        await world.work(world.dispatcher());
        expect(world.platform.posts).toEqual([]);
        expect(await world.history()).toMatchObject([
          {
            state: 'skipped',
            reason: 'It was missed: it was noticed 61 minutes late, and only 60 minutes are allowed.',
          },
        ]);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({
          next: { occurrence: '2026-05-05T09:00:00.000Z' },
        });
      });

      it('posts the latest of several that are within the grace, and says of the others that a later one was due', async () => {
        await world.subscribe({ schedule: '0 * * * *', graceMinutes: 240 });
        world.goTo('2026-05-04T11:30:00.000Z');
        await world.work(world.dispatcher());
        expect(
          (await world.history()).map(({ occurrence, state, reason }) => [occurrence.slice(11, 16), state, reason]),
        ).toEqual([
          ['11:00', 'posted', undefined],
          ['10:00', 'skipped', 'It was missed, and a later one was due when that was noticed.'],
          ['09:00', 'skipped', 'It was missed, and a later one was due when that was noticed.'],
        ]);
      });

      it('does no more work the longer it was: what is too much to list stands in one reason', async () => {
        await world.subscribe({ schedule: '0 * * * *', graceMinutes: 60 });
        world.goTo('2026-06-04T08:30:00.000Z');
        await world.work(world.dispatcher());
        const history = await world.history();
        expect(history).toHaveLength(202);
        expect(history[0]).toMatchObject({ occurrence: '2026-06-04T08:00:00.000Z', state: 'posted' });
        expect(history[1]).toMatchObject({
          occurrence: '2026-05-12T17:00:00.000Z',
          reason:
            'It was missed, as were all that followed before 2026-06-04T08:00:00.000Z: they are too many to be listed.',
        });
      });
    });

    describe('when the platform does not take it', () => {
      it('tries again within the grace, later each time, and posts once', async () => {
        await world.subscribe();
        const one = world.dispatcher();
        world.platform.answer('later', 'later');
        afterNine();
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'claimed', reason: 'Too many messages at once.' }]);
        world.pass(4);
        await world.work(one);
        world.pass(2);
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'claimed', attempts: 2 }]);
        world.pass(11);
        await world.work(world.dispatcher('two'));
        expect(await world.history()).toMatchObject([{ state: 'posted', attempts: 3 }]);
        expect(world.platform.posts).toHaveLength(1);
      });

      it('says that it failed, and why, when the grace is over', async () => {
        await world.subscribe({ graceMinutes: 10 });
        const one = world.dispatcher();
        world.platform.answer(...Array.from({ length: 20 }, () => 'later' as const));
        afterNine();
        for (let n = 0; n < 20; n += 1) {
          await world.work(one);
          world.pass(60);
        }
        expect(await world.history()).toMatchObject([
          {
            state: 'failed',
            reason: 'It could not be posted within 10 minutes: Too many messages at once.',
          },
        ]);
        expect(world.platform.posts).toEqual([]);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({ state: 'active' });
      });

      it('pauses the digest and tells its owner where only a person can help', async () => {
        await world.subscribe();
        const one = world.dispatcher();
        world.platform.answer('refused');
        afterNine();
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'failed', reason: 'The channel is archived.' }]);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({
          state: 'paused',
          pausedBecause: 'The channel is archived.',
        });
        expect(world.platform.told).toMatchObject([{ person: 'p1' }]);
        world.goTo('2026-05-06T09:00:50.000Z');
        await world.work(one);
        expect(world.platform.posts).toEqual([]);
        expect(world.platform.told).toHaveLength(1);
      });

      it('looks whether it is there where the answer was lost, and does not post it again', async () => {
        await world.subscribe();
        world.platform.answer('unsure, but posted');
        afterNine();
        await world.work(world.dispatcher());
        expect(await world.history()).toMatchObject([{ state: 'posted', link: 'https://chat.example/1' }]);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({ told: { version: '1' } });
      });

      it('posts it again only when the platform, asked later, says that it is not there', async () => {
        await world.subscribe();
        const one = world.dispatcher();
        world.platform.answer('unsure');
        afterNine();
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'posting', reason: 'The connection broke.' }]);
        world.pass(29);
        await world.work(one);
        expect(world.platform.posts).toEqual([]);
        world.pass(2);
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'posted' }]);
        expect(world.platform.posts).toHaveLength(1);
      });

      it('leaves it uncertain where the platform cannot say, and tells its news again the next time', async () => {
        await world.subscribe();
        const one = world.dispatcher();
        world.platform.forgets();
        world.platform.answer('unsure, but posted');
        afterNine();
        await world.work(one);
        world.pass(3600);
        await world.work(one);
        expect(await world.history()).toMatchObject([{ state: 'uncertain', reason: 'The connection broke.' }]);
        expect(await store.subscription(scopeA, 's1')).not.toHaveProperty('told');
        world.goTo('2026-05-05T09:00:50.000Z');
        await world.work(one);
        expect(world.platform.posts.map(({ text }) => text)).toEqual(['briefing →1', 'briefing →1']);
      });
    });

    describe('after the death of a process', () => {
      const key = { scope: scopeA, subscription: 's1', occurrence: NINE };
      /** Holds the occurrence, as a process that died at nine. */
      async function dieHolding(state: 'claimed' | 'posting'): Promise<void> {
        const { next } = await world.subscribe();
        world.goTo(next?.at ?? '');
        const until = new Date(world.now() + 60_000).toISOString();
        await store.claimDelivery(key, { owner: 'dead', now: world.instant(), until });
        if (state === 'posting')
          await store.recordDelivery(
            key,
            'dead',
            { state, at: world.instant() },
            { version: '1', at: world.instant() },
          );
      }

      it('goes on with what was only claimed, when its lease has run out', async () => {
        await dieHolding('claimed');
        const two = world.dispatcher('two');
        await world.work(two);
        world.pass(59);
        await world.work(two);
        expect(world.platform.posts).toEqual([]);
        world.pass(2);
        await world.work(two);
        expect(await world.history()).toMatchObject([{ state: 'posted', attempts: 2 }]);
        expect(world.platform.posts).toHaveLength(1);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({
          next: { occurrence: '2026-05-05T09:00:00.000Z' },
        });
      });

      it('confirms what it had posted', async () => {
        await dieHolding('posting');
        const { post } = world.platform.outlet;
        const { postKey } = await import('../../adapters/deliveries/post-key.ts');
        await post(
          { scope: scopeA, channel: 'C1', personal: false },
          { reply: { lines: [] }, citations: [], key: postKey(key), dress: { sort: 'note' } },
        );
        world.tellMore();
        world.pass(61);
        await world.work(world.dispatcher('two'));
        expect(world.platform.posts).toHaveLength(1);
        expect(await world.history()).toMatchObject([{ state: 'posted', link: 'https://chat.example/1' }]);
        // Up to what was posted then, not up to what is known now.
        expect(await store.subscription(scopeA, 's1')).toMatchObject({ told: { version: '1' } });
      });

      it('posts what it had not', async () => {
        await dieHolding('posting');
        world.pass(61);
        await world.work(world.dispatcher('two'));
        expect(await world.history()).toMatchObject([{ state: 'posted' }]);
        expect(world.platform.posts).toHaveLength(1);
      });

      it('does not post, and shows it as uncertain, where the platform cannot tell', async () => {
        await dieHolding('posting');
        world.platform.forgets();
        const two = world.dispatcher('two');
        world.pass(61);
        await world.work(two);
        expect(await world.history()).toMatchObject([{ state: 'posting' }]);
        world.pass(60);
        await world.work(two);
        expect(world.platform.posts).toEqual([]);
        expect(await world.history()).toMatchObject([
          {
            state: 'uncertain',
            reason: 'The service was interrupted while posting, and the platform cannot tell whether it was posted.',
          },
        ]);
      });

      it('does not post what is beyond its grace when it is found', async () => {
        await dieHolding('posting');
        world.pass(3601);
        await world.work(world.dispatcher('two'));
        expect(world.platform.posts).toEqual([]);
        expect(await world.history()).toMatchObject([
          {
            state: 'failed',
            reason: 'It could not be posted within 60 minutes: the service was interrupted while posting.',
          },
        ]);
      });
    });

    describe('while a subscription changes', () => {
      it.each([
        ['removed', 'The digest was removed before it was posted.'],
        ['paused', 'The digest was paused before it was posted.'],
      ])('posts nothing of one that was %s after it was claimed, and says so', async (what, reason) => {
        const subscription = await world.subscribe();
        afterNine();
        const key = { scope: scopeA, subscription: 's1', occurrence: NINE };
        await store.claimDelivery(key, { owner: 'dead', now: NINE, until: NINE });
        await store.scheduleNext(scopeA, 's1', NINE, {
          occurrence: '2026-05-05T09:00:00.000Z',
          at: '2026-05-05T09:00:01.000Z',
        });
        if (what === 'removed') await store.removeSubscription(scopeA, 's1');
        else await store.saveSubscription({ ...subscription, state: 'paused' });
        await world.work(world.dispatcher());
        expect(world.platform.posts).toEqual([]);
        expect(await world.history()).toMatchObject([{ state: 'skipped', reason }]);
      });

      it('posts to where it was moved meanwhile, in its new form', async () => {
        const subscription = await world.subscribe();
        await store.saveSubscription({ ...subscription, channel: 'C2', audience: 'policy' });
        afterNine();
        await world.work(world.dispatcher());
        expect(world.platform.posts).toMatchObject([{ place: { channel: 'C2' } }]);
        expect(world.bot.composed).toMatchObject([{ audience: 'policy' }]);
      });

      it('leaves nothing of a workspace that was forgotten while it posted', async () => {
        await world.subscribe();
        afterNine();
        const release = world.platform.hold();
        const one = world.dispatcher();
        await one.tick();
        await until(async () => (await world.history())[0]?.state === 'posting');
        await store.forgetWorkspace(scopeA);
        release();
        await one.settled();
        expect(await world.history()).toEqual([]);
        expect(await store.held(scopeA)).toMatchObject({ subscriptions: 0, deliveries: 0 });
      });

      it('is moved on although somebody wrote back an occurrence that was served', async () => {
        const before = await world.subscribe();
        afterNine();
        const one = world.dispatcher();
        await world.work(one);
        await store.saveSubscription(before);
        await world.work(one);
        expect(world.platform.posts).toHaveLength(1);
        expect(await store.subscription(scopeA, 's1')).toMatchObject({
          next: { occurrence: '2026-05-05T09:00:00.000Z' },
        });
      });

      it('pauses one whose schedule cannot be read, and tells its owner', async () => {
        const subscription = await world.subscribe();
        await store.saveSubscription({ ...subscription, timeZone: 'Europe/Atlantis' });
        afterNine();
        await world.work(world.dispatcher());
        expect(await store.subscription(scopeA, 's1')).toMatchObject({
          state: 'paused',
          pausedBecause: '“Europe/Atlantis” is no time zone: write one such as “Europe/Berlin”.',
        });
        expect(world.platform.told).toHaveLength(1);
      });
    });

    describe('with several processes', () => {
      it('posts each occurrence once, whoever looks', async () => {
        for (let n = 0; n < 120; n += 1) await world.subscribe({ id: `s${n}`, channel: `C${n % 50}` });
        afterNine();
        await world.work(world.dispatcher('one'), world.dispatcher('two'), world.dispatcher('three'));
        expect(world.platform.posts).toHaveLength(120);
        expect(new Set(world.platform.posts.map(({ key }) => key)).size).toBe(120);
      });
    });

    describe('asked for at once', () => {
      it('posts as an occurrence of its own, and two clicks within a minute are one', async () => {
        const subscription = await world.subscribe();
        const one = world.dispatcher();
        const all = await Promise.all([one.deliverNow(subscription), world.dispatcher('two').deliverNow(subscription)]);
        expect(all.map(({ state }) => state)).toContain('posted');
        world.pass(30);
        expect(await one.deliverNow(subscription)).toMatchObject({ state: 'posted', link: 'https://chat.example/1' });
        expect(world.platform.posts).toHaveLength(1);
        world.pass(31);
        world.tellMore();
        expect(await one.deliverNow(subscription)).toMatchObject({ state: 'posted', link: 'https://chat.example/2' });
        afterNine();
        await world.work(one);
        expect((await world.history()).map(({ state }) => state)).toEqual(['skipped', 'posted', 'posted']);
      });

      it('posts of one that is paused too', async () => {
        const subscription = await world.subscribe({ state: 'paused' });
        expect(await world.dispatcher().deliverNow(subscription)).toMatchObject({ state: 'posted' });
      });
    });

    it('falls due once for each time on the wall while the clocks change', { timeout: 120_000 }, async () => {
      // In spring clocks go on in the first three, in autumn they go back; Lord Howe the other way about, by half an hour.
      const changes = [
        ['America/New_York', '2026-03-08T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
        ['Europe/Berlin', '2026-03-28T12:00:00.000Z', '2026-10-24T12:00:00.000Z'],
        ['Australia/Lord_Howe', '2026-10-03T06:00:00.000Z', '2026-04-04T06:00:00.000Z'],
      ] as const;
      for (const [timeZone, forward, back] of changes) {
        expect(await localTimesOf(timeZone, forward)).toEqual(['01:30', 'after the gap']);
        expect(await localTimesOf(timeZone, back)).toEqual(['01:30', '02:30']);
      }

      /** At which local times two daily digests, of 1:30 and of 2:30, are posted in the day that begins there. */
      async function localTimesOf(timeZone: string, from: string): Promise<readonly string[]> {
        world.goTo(from);
        const one = world.dispatcher(`${timeZone} ${from}`);
        const before = world.platform.posts.length;
        const ids = ['30 1 * * *', '30 2 * * *'].map((schedule) => ({
          id: `${timeZone} ${from} ${schedule}`,
          schedule,
        }));
        for (const change of ids) await world.subscribe({ ...change, timeZone, whenUnchanged: 'one line' });
        for (let minutes = 0; minutes < 24 * 60; minutes += 5) {
          world.pass(300);
          await world.work(one);
        }
        expect(world.platform.posts).toHaveLength(before + 2);
        for (const { id } of ids) await store.removeSubscription(scopeA, id);
        const found: string[] = [];
        for (const { id } of ids)
          for (const { occurrence } of await world.history(id)) {
            const local = new Date(occurrence).toLocaleTimeString('sv-SE', { timeZone, timeStyle: 'short' });
            found.push(
              local === '03:00' || (local === '02:30' && timeZone.startsWith('Australia') && from.startsWith('2026-10'))
                ? 'after the gap'
                : local,
            );
          }
        return found;
      }
    });

    it('holds up no platform for the sake of another that hangs', async () => {
      for (let n = 0; n < 300; n += 1) await world.subscribe({ id: `s${n}`, channel: `C${n}` });
      await world.subscribe({ id: 'elsewhere', scope: { platform: 'discord', workspace: 'T1' } });
      afterNine();
      const release = world.platform.hold();
      const one = world.dispatcher();
      await one.tick();
      await one.tick();
      await until(async () => world.elsewhere.posts.length === 1);
      one.stop();
      release();
      await one.settled();
    });

    it('takes nothing any more once it is stopped, and ends what is under way', async () => {
      await world.subscribe();
      await world.subscribe({ id: 's2', channel: 'C1' });
      afterNine();
      const release = world.platform.hold();
      const one = world.dispatcher();
      await one.tick();
      await until(async () => [...(await world.history('s1')), ...(await world.history('s2'))].length === 1);
      one.stop();
      release();
      await one.settled();
      expect(world.platform.posts).toHaveLength(1);
      await world.work(world.dispatcher('two'));
      expect(world.platform.posts).toHaveLength(2);
    });

    it('posts nothing twice when the clock of the machine is put back', async () => {
      await world.subscribe();
      const one = world.dispatcher();
      afterNine();
      await world.work(one);
      world.goTo('2026-05-04T08:30:00.000Z');
      await world.work(one);
      afterNine();
      await world.work(one);
      world.tellMore();
      world.goTo('2026-05-05T09:00:50.000Z');
      await world.work(one);
      expect(world.platform.posts.map(({ text }) => text)).toEqual(['briefing →1', 'changes 1→2']);
    });

    it('goes on when the store was away for a while, and holds what was posted meanwhile', async () => {
      await world.subscribe();
      let fails = 2;
      const flaky: Store = {
        ...store,
        recordDelivery: (key, owner, outcome, told) => {
          if (outcome.state === 'posted' && fails > 0) {
            fails -= 1;
            return Promise.reject(new StoreUnavailable('away', 'away'));
          }
          return store.recordDelivery(key, owner, outcome, told);
        },
      };
      const away = simulate(flaky, '2026-05-04T09:00:50.000Z');
      await away.work(away.dispatcher());
      expect(await world.history()).toMatchObject([{ state: 'posted' }]);
      expect(away.platform.posts).toHaveLength(1);
    });

    it('counts what becomes of digests, and logs no word of them', async () => {
      await world.subscribe();
      await world.subscribe({ id: 's2', channel: 'C2' });
      world.platform.answer('refused');
      afterNine();
      await world.work(world.dispatcher());
      const counted = await world.metrics.registry.metrics();
      expect(counted).toContain('bot_deliveries_total{platform="slack",outcome="posted"} 1');
      expect(counted).toContain('bot_deliveries_total{platform="slack",outcome="failed"} 1');
      expect(counted).toContain('bot_delivery_seconds_count{platform="slack"} 1');
      expect(world.logged.join('')).not.toContain('briefing');
    });

    it('leaves a lease alone that another process holds', async () => {
      await world.subscribe();
      afterNine();
      const key = { scope: scopeA, subscription: 's1', occurrence: NINE };
      await store.claimDelivery(key, { ...lease('other', 0), until: '2026-05-04T09:10:00.000Z' });
      await world.work(world.dispatcher());
      expect(world.platform.posts).toEqual([]);
    });
  });
}

/** Waits, without a clock, until it holds: what is awaited is work of this process. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setImmediate(next));
}
