import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { AnswerRecord } from '../../src/store/answers.ts';
import type { Scope } from '../../src/store/scope.ts';
import type { Store } from '../../src/store.ts';
import {
  answerRecord,
  deliveryKey,
  due,
  lease,
  scopeA,
  second,
  standingRecord,
  subscriptionRecord,
} from './records.ts';

const otherWorkspace: Scope = { platform: 'slack', workspace: 'T2' };
const otherPlatform: Scope = { platform: 'discord', workspace: 'T1' };
const platforms = ['slack', 'discord'];
const digests = { sort: 'digest', platforms } as const;

/** What every store does, whatever it is made of. `open` gives a new, empty one. */
export function storeContract(name: string, open: () => Promise<Store & PendingEvents>): void {
  // A new database for each test takes its time on a machine that does other things too.
  describe(`a store on ${name}`, { timeout: 30_000 }, () => {
    let store: Store & PendingEvents;
    beforeEach(async () => {
      store = await open();
    }, 30_000);
    afterEach(() => store.close());

    describe('answers and turns', () => {
      it('gives an answer back as it was recorded', async () => {
        const declined = answerRecord({ id: 'a2', outcome: 'declined', reason: 'off-topic', statements: [] });
        await store.recordAnswer(scopeA, answerRecord());
        await store.recordAnswer(scopeA, declined);
        expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
        expect(await store.answer(scopeA, 'a2')).toEqual(declined);
      });

      it('gives an answer back without what was not known of it', async () => {
        const { conversation, channel, person, asOf, ...bare } = answerRecord();
        await store.recordAnswer(scopeA, bare);
        expect(await store.answer(scopeA, 'a1')).toEqual(bare);
      });

      it('has no answer under an id that was never recorded', async () => {
        expect(await store.answer(scopeA, 'a1')).toBeUndefined();
        expect(await store.answer(scopeA, 'a\u00001')).toBeUndefined();
      });

      it('keeps the first answer where an id is recorded again, so that one may retry', async () => {
        await store.recordAnswer(scopeA, answerRecord());
        await store.recordAnswer(scopeA, answerRecord({ utterance: 'another' }));
        expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
        expect(await store.held(scopeA)).toMatchObject({ answers: 1 });
      });

      it('gives the latest turns of a conversation, oldest first', async () => {
        for (const n of [3, 1, 2, 4])
          await store.recordAnswer(scopeA, answerRecord({ id: `a${n}`, utterance: `turn ${n}`, at: second(n) }));
        await store.recordAnswer(scopeA, answerRecord({ id: 'a5', conversation: 'c2', at: second(5) }));
        expect(await store.turns(scopeA, 'c1', 3)).toEqual(['turn 2', 'turn 3', 'turn 4']);
        expect(await store.turns(scopeA, 'c3', 3)).toEqual([]);
      });

      it('gives the turns that an answer was given to, oldest first', async () => {
        for (const n of [1, 2, 3, 4])
          await store.recordAnswer(
            scopeA,
            answerRecord({ id: `a${n}`, utterance: `turn ${n}`, turns: Math.min(n, 3), at: second(n) }),
          );
        await store.recordAnswer(scopeA, answerRecord({ id: 'b', conversation: 'c2', at: second(3) }));
        expect(await store.turnsOf(scopeA, 'a1')).toEqual(['turn 1']);
        expect(await store.turnsOf(scopeA, 'a2')).toEqual(['turn 1', 'turn 2']);
        expect(await store.turnsOf(scopeA, 'a4')).toEqual(['turn 2', 'turn 3', 'turn 4']);
        expect(await store.turnsOf(scopeA, 'a5')).toBeUndefined();
        expect(await store.turnsOf(otherWorkspace, 'a4')).toBeUndefined();
      });

      it('does not give the turns of an answer of which one is gone', async () => {
        for (const n of [0, 1, 2, 3])
          await store.recordAnswer(
            scopeA,
            answerRecord({ id: `a${n}`, turns: Math.min(n + 1, 2), person: n === 2 ? 'p2' : 'p1', at: second(n) }),
          );
        const { conversation, ...alone } = answerRecord({ id: 'b', turns: 2 });
        await store.recordAnswer(scopeA, alone);
        expect(await store.turnsOf(scopeA, 'b')).toBeUndefined();
        await store.forgetPerson(scopeA, 'p2');
        expect(await store.turnsOf(scopeA, 'a3')).toBeUndefined();
        expect(await store.turnsOf(scopeA, 'a1')).toHaveLength(2);
        await store.sweep(second(1), second(1));
        expect(await store.turnsOf(scopeA, 'a1')).toBeUndefined();
      });

      it('orders turns of one instant by id, code point by code point', async () => {
        for (const id of ['b', 'A', 'a', 'B']) await store.recordAnswer(scopeA, answerRecord({ id, utterance: id }));
        expect(await store.turns(scopeA, 'c1', 9)).toEqual(['A', 'B', 'a', 'b']);
      });

      it('gives what one person asked, newest first', async () => {
        for (const n of [1, 3, 2]) await store.recordAnswer(scopeA, answerRecord({ id: `a${n}`, at: second(n) }));
        await store.recordAnswer(scopeA, answerRecord({ id: 'a4', person: 'p2', at: second(4) }));
        const recent = await store.recentAnswers(scopeA, 'p1', 2);
        expect(recent.map(({ id }) => id)).toEqual(['a3', 'a2']);
      });

      it('records thousands at once, each of them', async () => {
        const all = Array.from({ length: 2500 }, (_, n) => answerRecord({ id: `a${n}` }));
        await Promise.all(all.map((record) => store.recordAnswer(scopeA, record)));
        expect(await store.held(scopeA)).toMatchObject({ answers: 2500 });
      });

      it('records the others where one record of many cannot be written', async () => {
        const broken = answerRecord({ id: 'broken', corpus: null as unknown as string });
        const results = await Promise.allSettled(
          [answerRecord(), broken, answerRecord({ id: 'a2' })].map((record) => store.recordAnswer(scopeA, record)),
        );
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await store.held(scopeA)).toMatchObject({ answers: 2 });
      });

      it('holds whatever people type, and shows what text cannot hold as the replacement character', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary' }), fc.uuid(), async (utterance, id) => {
            await store.recordAnswer(scopeA, answerRecord({ id, utterance }));
            const read = await store.answer(scopeA, id);
            expect(read?.utterance).toBe(utterance.toWellFormed().replaceAll('\0', '\uFFFD'));
          }),
          { numRuns: 50 },
        );
        await store.recordAnswer(scopeA, answerRecord({ utterance: `'; drop table answer; -- \0 \uD800 👩‍💻` }));
        expect((await store.answer(scopeA, 'a1'))?.utterance).toBe(`'; drop table answer; -- \uFFFD \uFFFD 👩‍💻`);
      });
    });

    describe('declined questions', () => {
      it('gives them from an instant on, oldest first, without saying who asked', async () => {
        const declined = { outcome: 'declined', reason: 'not-in-sources', statements: [] } as const;
        for (const n of [2, 1, 0])
          await store.recordAnswer(
            scopeA,
            answerRecord({ ...declined, id: `a${n}`, question: `q${n}`, at: second(n) }),
          );
        await store.recordAnswer(scopeA, answerRecord({ id: 'answered', at: second(3) }));
        await store.recordAnswer(otherWorkspace, answerRecord({ ...declined, question: 'q4', at: second(4) }));
        const of = (scope: Scope, n: number) => ({ scope, question: `q${n}`, reason: 'not-in-sources', at: second(n) });
        expect(await store.declined(second(1), scopeA)).toEqual([of(scopeA, 1), of(scopeA, 2)]);
        expect(await store.declined(second(2))).toEqual([of(scopeA, 2), of(otherWorkspace, 4)]);
      });
    });

    describe('questions that were declined in a channel', () => {
      it('gives the latest ones for all to see, oldest first, each wording once', async () => {
        const declined = { outcome: 'declined', reason: 'not-in-sources', statements: [] } as const;
        const asked = ['q1', 'q2', 'q3', 'q1'];
        for (const [n, question] of asked.entries())
          await store.recordAnswer(scopeA, answerRecord({ ...declined, id: `a${n}`, question, at: second(n) }));
        await store.recordAnswer(scopeA, answerRecord({ id: 'answered', question: 'q4' }));
        await store.recordAnswer(scopeA, answerRecord({ ...declined, id: 'b', channel: 'C2', question: 'q5' }));
        const { channel, ...hidden } = answerRecord({ ...declined, id: 'c', question: 'q6' });
        await store.recordAnswer(scopeA, hidden);
        await store.recordAnswer(otherWorkspace, answerRecord({ ...declined, question: 'q7' }));
        expect(await store.declinedIn(scopeA, 'C1', 9)).toEqual(['q2', 'q3', 'q1']);
        expect(await store.declinedIn(scopeA, 'C1', 2)).toEqual(['q3', 'q1']);
      });
    });

    describe('feedback', () => {
      const feedback = {
        answer: 'a1',
        person: 'p2',
        verdict: 'not-helpful',
        reason: 'too long',
        at: second(1),
      } as const;

      it('keeps the last word of each person on an answer', async () => {
        await store.recordAnswer(scopeA, answerRecord());
        expect(await store.giveFeedback(scopeA, feedback)).toBe(true);
        expect(await store.giveFeedback(scopeA, { ...feedback, person: 'p3', at: second(2) })).toBe(true);
        const { reason, ...later } = { ...feedback, verdict: 'helpful', at: second(3) } as const;
        expect(await store.giveFeedback(scopeA, later)).toBe(true);
        expect(await store.feedbackOn(scopeA, 'a1')).toEqual([{ ...feedback, person: 'p3', at: second(2) }, later]);
      });

      it('refuses feedback on an answer that the scope does not have', async () => {
        await store.recordAnswer(otherWorkspace, answerRecord());
        expect(await store.giveFeedback(scopeA, feedback)).toBe(false);
        expect(await store.feedbackOn(otherWorkspace, 'a1')).toEqual([]);
      });
    });

    describe('settings', () => {
      it('saves, replaces and removes', async () => {
        expect(await store.setting(scopeA, 'C1', 'as-of')).toBeUndefined();
        await store.saveSetting(scopeA, 'C1', 'as-of', '2024-01-01');
        await store.saveSetting(scopeA, 'C1', 'as-of', '2024-02-02');
        expect(await store.setting(scopeA, 'C1', 'as-of')).toBe('2024-02-02');
        expect(await store.setting(scopeA, 'C2', 'as-of')).toBeUndefined();
        expect(await store.removeSetting(scopeA, 'C1', 'as-of')).toBe(true);
        expect(await store.removeSetting(scopeA, 'C1', 'as-of')).toBe(false);
        expect(await store.setting(scopeA, 'C1', 'as-of')).toBeUndefined();
      });
    });

    describe('claims on events', () => {
      it('gives a key to one alone until its time has passed', async () => {
        expect(await store.claimOnce('event 1', second(0), second(10))).toBe(true);
        expect(await store.claimOnce('event 1', second(9), second(19))).toBe(false);
        expect(await store.claimOnce('event 2', second(9), second(19))).toBe(true);
        expect(await store.claimOnce('event 1', second(10), second(20))).toBe(true);
        expect(await store.claimOnce('event 1', second(10), second(20))).toBe(false);
      });

      it('gives a key to one of many who claim it at the same time', async () => {
        const claims = await Promise.all(
          Array.from({ length: 50 }, () => store.claimOnce('event', second(0), second(10))),
        );
        expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      });
    });

    describe('events that wait for their reply', () => {
      const event = { key: 'e1', scope: scopeA, person: 'p1', payload: '{}', at: second(0) };
      const accept = (change: Partial<typeof event> = {}, owner = 'one') =>
        store.acceptEvent({ ...event, ...change }, lease(owner, 0), second(600));

      it('accepts an event once, and claims its key', async () => {
        const all = await Promise.all([accept(), accept({}, 'two'), accept({ key: 'e2' }), accept()]);
        expect(all).toEqual([true, false, true, false]);
        expect(await store.claimOnce('e1', second(1), second(600))).toBe(false);
        expect(await accept({ key: 'e2' }, 'two')).toBe(false);
      });

      it('gives an event to whoever takes it over after its lease ran out, and to one alone', async () => {
        await accept();
        await accept({ key: 'e2', at: second(1) });
        expect(await store.takeOverEvents('slack', lease('two', 9), 9)).toEqual([]);
        const [two, three] = await Promise.all([
          store.takeOverEvents('slack', lease('two', 10), 9),
          store.takeOverEvents('slack', lease('three', 10), 9),
        ]);
        expect([...two, ...three].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
          { ...event, state: 'accepted', takeovers: 1 },
          { ...event, key: 'e2', at: second(1), state: 'accepted', takeovers: 1 },
        ]);
        expect(await store.beginPosting('e1', 'one')).toBe(false);
      });

      it('says that an event may have been answered once its posting began', async () => {
        await accept();
        expect(await store.beginPosting('e1', 'one')).toBe(true);
        expect(await store.takeOverEvents('slack', lease('two', 10), 9)).toMatchObject([{ state: 'posting' }]);
      });

      it('keeps nothing of an event that is settled but the claim on its key', async () => {
        await accept();
        await store.settleEvent('e1');
        expect(await store.takeOverEvents('slack', lease('two', 100), 9)).toEqual([]);
        expect(await store.beginPosting('e1', 'one')).toBe(false);
        expect(await accept()).toBe(false);
      });

      it('prolongs the leases of one owner alone', async () => {
        await accept();
        await accept({ key: 'e2' }, 'two');
        await store.renewEvents(lease('one', 8));
        expect(await store.takeOverEvents('slack', lease('three', 10), 9)).toMatchObject([{ key: 'e2' }]);
      });

      it('takes over no more than asked for, the oldest first, of one platform', async () => {
        await accept({ key: 'late', at: second(2) });
        await accept({ key: 'early', at: second(1) });
        await accept({ key: 'elsewhere', scope: otherPlatform });
        expect(await store.takeOverEvents('slack', lease('two', 10), 1)).toMatchObject([{ key: 'early' }]);
      });

      it('forgets what a person waits for with the person, and all of a workspace with it', async () => {
        await accept();
        await accept({ key: 'e2', person: 'p2' });
        await accept({ key: 'e3', scope: otherWorkspace });
        await store.forgetPerson(scopeA, 'p1');
        await store.forgetWorkspace(otherWorkspace);
        expect(await store.takeOverEvents('slack', lease('two', 10), 9)).toMatchObject([{ key: 'e2' }]);
      });
    });

    describe('installations', () => {
      const installation = { scope: scopeA, payload: 'AAECAw==', keyId: 'k1', at: second(0) };

      it('saves, replaces, finds and removes', async () => {
        expect(await store.installation(scopeA)).toBeUndefined();
        await store.saveInstallation({ ...installation, keyId: 'k0' });
        await store.saveInstallation(installation);
        expect(await store.installation(scopeA)).toEqual(installation);
        expect(await store.removeInstallation(scopeA)).toBe(true);
        expect(await store.removeInstallation(scopeA)).toBe(false);
        expect(await store.installation(scopeA)).toBeUndefined();
      });

      it('lists those of one platform by workspace', async () => {
        const [first, second_] = [installation, { ...installation, scope: otherWorkspace }];
        for (const one of [second_, first, { ...installation, scope: otherPlatform }])
          await store.saveInstallation(one);
        expect(await store.installations('slack')).toEqual([first, second_]);
      });
    });

    describe('subscriptions', () => {
      it('saves, replaces, finds, lists and removes', async () => {
        await store.saveSubscription(subscriptionRecord({ topics: [] }));
        await store.saveSubscription(subscriptionRecord());
        const { owner, next, ...bare } = subscriptionRecord({ id: 's0', personal: true, state: 'paused' });
        await store.saveSubscription(bare);
        const full = subscriptionRecord({
          id: 's2',
          graceMinutes: 5,
          whenUnchanged: 'one line',
          pausedBecause: 'The channel is archived.',
          told: { version: 'v1', at: second(1) },
          address: 'xyz',
        });
        await store.saveSubscription(full);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord());
        expect(await store.subscriptions(scopeA)).toEqual([bare, subscriptionRecord(), full]);
        expect(await store.removeSubscription(scopeA, 's1')).toBe(true);
        expect(await store.removeSubscription(scopeA, 's1')).toBe(false);
        expect(await store.subscription(scopeA, 's1')).toBeUndefined();
      });

      it('finds those of all scopes that are due, the longest due first', async () => {
        await store.saveSubscription(subscriptionRecord({ id: 'late', next: due(5) }));
        await store.saveSubscription(subscriptionRecord({ scope: otherPlatform, id: 'later', next: due(0) }));
        await store.saveSubscription(subscriptionRecord({ id: 'paused', next: due(0), state: 'paused' }));
        await store.saveSubscription(subscriptionRecord({ id: 'not yet', next: due(6) }));
        const { next, ...never } = subscriptionRecord({ id: 'never' });
        await store.saveSubscription(never);
        const found = await store.dueSubscriptions(second(10), 9, platforms);
        expect(found.map(({ id }) => id)).toEqual(['later', 'late']);
        expect(await store.dueSubscriptions(second(10), 1, platforms)).toHaveLength(1);
        expect(await store.dueSubscriptions(second(10), 1, ['slack'])).toMatchObject([{ id: 'late' }]);
        expect(await store.dueSubscriptions(second(10), 1, [])).toEqual([]);
      });

      it('moves on for one alone of those who saw it due, and leaves the rest of it as it is', async () => {
        await store.saveSubscription(subscriptionRecord());
        const moved = await Promise.all([
          store.scheduleNext(scopeA, 's1', second(60), due(120)),
          store.scheduleNext(scopeA, 's1', second(60), due(120)),
        ]);
        expect(moved.sort()).toEqual([false, true]);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord({ next: due(120) }));
        expect(await store.scheduleNext(scopeA, 's1', second(120))).toBe(true);
        expect(await store.subscription(scopeA, 's1')).not.toHaveProperty('next');
      });
    });

    describe('pausing', () => {
      it('pauses what is active and says why, and changes nothing else', async () => {
        await store.saveSubscription(subscriptionRecord());
        expect(await store.pauseSubscription(scopeA, 's1', 'gone')).toBe(true);
        expect(await store.pauseSubscription(scopeA, 's1', 'gone again')).toBe(false);
        expect(await store.pauseSubscription(scopeA, 's2', 'gone')).toBe(false);
        expect(await store.subscription(scopeA, 's1')).toEqual(
          subscriptionRecord({ state: 'paused', pausedBecause: 'gone' }),
        );
        expect(await store.dueSubscriptions(second(999), 9, platforms)).toEqual([]);
        await store.saveSubscription(subscriptionRecord());
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord());
      });
    });

    describe('deliveries', () => {
      it('states what the channel was told together with the delivery, or neither', async () => {
        await store.saveSubscription(subscriptionRecord());
        const posted = (n: number) => ({ state: 'posted' as const, link: 'https://chat.example/1', at: second(n) });
        await store.claimDelivery(deliveryKey, lease('one', 60));
        expect(await store.recordDelivery(deliveryKey, 'two', posted(61), { version: 'v2', at: second(61) })).toBe(
          false,
        );
        expect(await store.subscription(scopeA, 's1')).not.toHaveProperty('told');
        const told = { version: 'v1', at: second(61) };
        expect(await store.recordDelivery(deliveryKey, 'one', posted(61), told)).toBe(true);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord({ told }));
        expect(await store.deliveries(scopeA, 's1', 9)).toMatchObject([posted(61)]);
      });

      it('notes what a channel will be told while it is posted, and states it when it is', async () => {
        await store.saveSubscription(subscriptionRecord());
        const told = { version: 'v1', at: second(61) };
        await store.claimDelivery(deliveryKey, lease('one', 60));
        await store.recordDelivery(deliveryKey, 'one', { state: 'posting', at: second(61) }, told);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord());
        const taken = await store.claimDelivery(deliveryKey, lease('two', 70));
        expect(taken).toMatchObject({ state: 'posting', told });
        await store.recordDelivery(deliveryKey, 'two', { state: 'posted', at: second(71) }, taken?.told);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord({ told }));
      });

      it('can be claimed again after the platform said that it was not posted', async () => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        await store.recordDelivery(deliveryKey, 'one', { state: 'posting', at: second(61) });
        const waiting = { state: 'claimed', reason: 'too many', at: second(62) } as const;
        expect(await store.recordDelivery(deliveryKey, 'one', waiting)).toBe(true);
        expect(await store.claimDelivery(deliveryKey, lease('two', 70))).toMatchObject({
          state: 'claimed',
          reason: 'too many',
          attempts: 2,
        });
      });

      it('tells abandoned digests from abandoned standing questions, and one platform from another', async () => {
        const change = { ...deliveryKey, subscription: 'w1', occurrence: 'change 1' };
        await store.claimDelivery(deliveryKey, lease('one', 60));
        await store.claimDelivery(change, lease('one', 60));
        await store.claimDelivery({ ...deliveryKey, scope: otherPlatform }, lease('one', 60));
        const standing = { sort: 'standing', platforms } as const;
        expect(await store.abandonedDeliveries(second(70), 9, standing)).toMatchObject([change]);
        expect(await store.abandonedDeliveries(second(70), 9, digests)).toHaveLength(2);
        const onSlack = { sort: 'digest', platforms: ['slack'] } as const;
        expect(await store.abandonedDeliveries(second(70), 9, onSlack)).toMatchObject([deliveryKey]);
        expect(await store.abandonedDeliveries(second(70), 9, { ...onSlack, platforms: [] })).toEqual([]);
      });

      it('takes nothing back that a channel was told later', async () => {
        const told = { version: 'v2', at: second(100) };
        await store.saveSubscription(subscriptionRecord({ told }));
        await store.claimDelivery(deliveryKey, lease('one', 60));
        const posted = { state: 'posted', at: second(99) } as const;
        expect(await store.recordDelivery(deliveryKey, 'one', posted, { version: 'v1', at: second(99) })).toBe(true);
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord({ told }));
      });

      it('does not unsay what a channel was told while somebody edited the subscription', async () => {
        const told = { version: 'v2', at: second(100) };
        await store.saveSubscription(subscriptionRecord({ told }));
        await store.saveSubscription(subscriptionRecord({ told: { version: 'v1', at: second(99) }, topics: [] }));
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord({ told, topics: [] }));
        await store.saveSubscription(subscriptionRecord());
        expect(await store.subscription(scopeA, 's1')).toEqual(subscriptionRecord());
      });

      it('states a delivery of a subscription that was removed meanwhile', async () => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        const posted = { state: 'posted', at: second(61) } as const;
        expect(await store.recordDelivery(deliveryKey, 'one', posted, { version: 'v1', at: second(61) })).toBe(true);
        expect(await store.subscriptions(scopeA)).toEqual([]);
      });

      it('gives an occurrence to one alone while its lease lasts', async () => {
        expect(await store.claimDelivery(deliveryKey, lease('one', 60))).toEqual({
          ...deliveryKey,
          state: 'claimed',
          leaseOwner: 'one',
          leaseUntil: second(70),
          attempts: 1,
          at: second(60),
        });
        expect(await store.claimDelivery(deliveryKey, lease('two', 69))).toBeUndefined();
        expect(await store.claimDelivery(deliveryKey, lease('one', 69))).toBeUndefined();
        expect(await store.claimDelivery({ ...deliveryKey, occurrence: second(61) }, lease('two', 69))).toBeDefined();
      });

      it('lets another take over when the lease has run out, who learns how far it had come', async () => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        expect(await store.recordDelivery(deliveryKey, 'one', { state: 'posting', at: second(61) })).toBe(true);
        expect(await store.abandonedDeliveries(second(69), 9, digests)).toEqual([]);
        expect(await store.abandonedDeliveries(second(70), 9, digests)).toMatchObject([
          { state: 'posting', attempts: 1 },
        ]);
        expect(await store.claimDelivery(deliveryKey, lease('two', 70))).toMatchObject({
          state: 'posting',
          leaseOwner: 'two',
          attempts: 2,
        });
      });

      it('lets nobody write who has lost the lease', async () => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        await store.claimDelivery(deliveryKey, lease('two', 70));
        expect(await store.renewDelivery(deliveryKey, lease('one', 71))).toBe(false);
        expect(await store.recordDelivery(deliveryKey, 'one', { state: 'posted', at: second(71) })).toBe(false);
        expect(await store.recordDelivery(deliveryKey, 'two', { state: 'posted', at: second(72) })).toBe(true);
      });

      it('keeps a renewed lease from being taken over', async () => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        expect(await store.renewDelivery(deliveryKey, lease('one', 69))).toBe(true);
        expect(await store.claimDelivery(deliveryKey, lease('two', 78))).toBeUndefined();
        expect(await store.claimDelivery(deliveryKey, lease('two', 79))).toBeDefined();
      });

      it.each(['posted', 'skipped', 'failed', 'uncertain'] as const)('never changes what is %s', async (state) => {
        await store.claimDelivery(deliveryKey, lease('one', 60));
        const outcome = { state, reason: 'why', link: 'https://chat.example/1', at: second(61) };
        expect(await store.recordDelivery(deliveryKey, 'one', outcome)).toBe(true);
        expect(await store.claimDelivery(deliveryKey, lease('two', 99))).toBeUndefined();
        expect(await store.renewDelivery(deliveryKey, lease('one', 62))).toBe(false);
        expect(await store.recordDelivery(deliveryKey, 'one', { state: 'posting', at: second(62) })).toBe(false);
        expect(await store.abandonedDeliveries(second(99), 9, digests)).toEqual([]);
        expect(await store.deliveries(scopeA, 's1', 9)).toMatchObject([outcome]);
      });

      it('gives the history of a subscription, newest occurrence first, even when it was removed', async () => {
        await store.saveSubscription(subscriptionRecord());
        for (const n of [60, 180, 120])
          await store.claimDelivery({ ...deliveryKey, occurrence: second(n) }, lease('one', n));
        await store.removeSubscription(scopeA, 's1');
        const history = await store.deliveries(scopeA, 's1', 2);
        expect(history.map(({ occurrence }) => occurrence)).toEqual([second(180), second(120)]);
      });
    });

    describe('corpus states', () => {
      it('keeps a state by its version as it was first saved', async () => {
        expect(await store.corpusState('v1')).toBeUndefined();
        await store.saveCorpusState('v1', 'said', second(0));
        await store.saveCorpusState('v1', 'said again', second(1));
        expect(await store.corpusState('v1')).toBe('said');
      });

      it('sweeps those that are old, no longer in use, and known to no channel', async () => {
        for (const version of ['told', 'in use', 'old', 'new'])
          await store.saveCorpusState(version, version, second(version === 'new' ? 100 : 0));
        await store.saveCorpusState('in use', 'in use', second(100));
        await store.saveSubscription(subscriptionRecord({ told: { version: 'told', at: second(0) } }));
        await store.sweep(second(100), second(100));
        expect(await store.corpusState('told')).toBe('told');
        expect(await store.corpusState('in use')).toBe('in use');
        expect(await store.corpusState('new')).toBe('new');
        expect(await store.corpusState('old')).toBeUndefined();
      });
    });

    describe('standing questions', () => {
      const given = standingRecord({ id: 'a1', sort: 'given', turns: [], at: second(2) });

      it('saves, replaces, finds and removes', async () => {
        await store.saveStanding(standingRecord({ turns: ['another'] }));
        await store.saveStanding(standingRecord());
        const { person, thread, message, address, ...bare } = standingRecord({ id: 'w2', personal: true });
        await store.saveStanding(bare);
        expect(await store.standing(scopeA, 'w1')).toEqual(standingRecord());
        expect(await store.standing(scopeA, 'w2')).toEqual(bare);
        expect(await store.removeStanding(scopeA, 'w1')).toBe(true);
        expect(await store.removeStanding(scopeA, 'w1')).toBe(false);
        expect(await store.standing(scopeA, 'w1')).toBeUndefined();
      });

      it('lists what a person watches, oldest first, and no given answers', async () => {
        const late = standingRecord({ id: 'w0', at: second(9) });
        for (const one of [late, standingRecord(), given, standingRecord({ id: 'w3', person: 'p2' })])
          await store.saveStanding(one);
        expect(await store.watchedBy(scopeA, 'p1')).toEqual([standingRecord(), late]);
      });

      it('finds those of all scopes that were looked at against another corpus, oldest first', async () => {
        const elsewhere = standingRecord({ scope: otherPlatform, at: second(1) });
        for (const one of [given, elsewhere, standingRecord(), standingRecord({ id: 'w2', corpus: 'v2' })])
          await store.saveStanding(one);
        expect(await store.standingToReview('v2', 9)).toEqual([standingRecord(), elsewhere, given]);
        expect(await store.standingToReview('v2', 2)).toEqual([standingRecord(), elsewhere]);
      });

      it('moves on for one alone of those who reviewed it, and leaves the rest of it as it is', async () => {
        await store.saveStanding(standingRecord());
        const next = standingRecord({ basis: '{"outcome":"declined"}', corpus: 'v2', changes: 1 });
        const moved = await Promise.all([
          store.moveStanding({ ...next, channel: 'C2' }, 0),
          store.moveStanding({ ...next, channel: 'C2' }, 0),
        ]);
        expect(moved.sort()).toEqual([false, true]);
        expect(await store.standing(scopeA, 'w1')).toEqual(next);
      });

      it('sweeps given answers that are old, and never what somebody watches', async () => {
        await store.saveStanding(standingRecord());
        await store.saveStanding(given);
        await store.sweep(second(2), second(2));
        expect(await store.standing(scopeA, 'a1')).toEqual(given);
        await store.sweep(second(3), second(3));
        expect(await store.standing(scopeA, 'a1')).toBeUndefined();
        expect(await store.standing(scopeA, 'w1')).toEqual(standingRecord());
      });
    });

    describe('deletion', () => {
      async function fill(scope: Scope): Promise<void> {
        await store.recordAnswer(scope, answerRecord());
        await store.recordAnswer(scope, answerRecord({ id: 'a2', person: 'p2', at: second(1) }));
        await store.giveFeedback(scope, { answer: 'a1', person: 'p2', verdict: 'helpful', at: second(2) });
        await store.giveFeedback(scope, { answer: 'a2', person: 'p1', verdict: 'helpful', at: second(2) });
        await store.giveFeedback(scope, { answer: 'a2', person: 'p2', verdict: 'helpful', at: second(2) });
        await store.saveSetting(scope, 'p1', 'audience', 'buyers');
        await store.saveSetting(scope, 'p2', 'audience', 'buyers');
        await store.saveSubscription(subscriptionRecord({ scope }));
        await store.saveSubscription(subscriptionRecord({ scope, id: 's2', personal: true }));
        for (const subscription of ['s1', 's2'])
          await store.claimDelivery({ ...deliveryKey, scope, subscription }, lease('one', 60));
        for (const [id, person] of [
          ['w1', 'p1'],
          ['w2', 'p2'],
        ] as const) {
          await store.saveStanding(standingRecord({ scope, id, person }));
          await store.claimDelivery({ scope, subscription: id, occurrence: 'change 1' }, lease('one', 60));
        }
        await store.saveInstallation({ scope, payload: 'AA==', keyId: 'k1', at: second(0) });
      }
      const held = (
        answers: number,
        feedback: number,
        settings: number,
        subscriptions: number,
        deliveries: number,
        standing: number,
        installations: number,
      ) => ({ answers, feedback, settings, subscriptions, deliveries, standing, installations });
      const ofWorkspace = held(2, 3, 2, 2, 4, 2, 1);
      const ofPerson = held(1, 2, 1, 1, 2, 1, 0);
      const nothing = held(0, 0, 0, 0, 0, 0, 0);

      it('forgets one person: what was asked, judged, set and subscribed to; nothing of others', async () => {
        await fill(scopeA);
        await fill(otherWorkspace);
        expect(await store.held(scopeA, 'p1')).toEqual(ofPerson);
        expect(await store.forgetPerson(scopeA, 'p1')).toEqual(ofPerson);
        expect(await store.held(scopeA, 'p1')).toEqual(nothing);
        expect(await store.turns(scopeA, 'c1', 9)).toHaveLength(1);
        expect(await store.subscription(scopeA, 's1')).not.toHaveProperty('owner');
        expect(await store.held(scopeA)).toEqual(held(1, 1, 1, 1, 2, 1, 1));
        expect(await store.held(otherWorkspace)).toEqual(ofWorkspace);
        expect(await store.held(otherWorkspace, 'p1')).toEqual(ofPerson);
      });

      it('forgets a workspace: everything of it, nothing of others', async () => {
        for (const scope of [scopeA, otherWorkspace, otherPlatform]) await fill(scope);
        expect(await store.held(scopeA)).toEqual(ofWorkspace);
        expect(await store.forgetWorkspace(scopeA)).toEqual(ofWorkspace);
        expect(await store.held(scopeA)).toEqual(nothing);
        for (const scope of [otherWorkspace, otherPlatform]) expect(await store.held(scope)).toEqual(ofWorkspace);
      });

      it('has nothing to forget of whom it does not know', async () => {
        expect(await store.forgetPerson(scopeA, 'p1')).toEqual(nothing);
        expect(await store.forgetWorkspace(scopeA)).toEqual(nothing);
      });

      it('sweeps what is older than its time and keeps the rest', async () => {
        for (let n = 0; n < 1200; n += 1)
          await store.recordAnswer(scopeA, answerRecord({ id: `old${n}`, at: second(0) }));
        await store.recordAnswer(scopeA, answerRecord({ id: 'new', at: second(100) }));
        for (const answer of ['old1', 'new'])
          await store.giveFeedback(scopeA, { answer, person: 'p1', verdict: 'helpful', at: second(100) });
        for (const n of [60, 61, 100])
          await store.claimDelivery({ ...deliveryKey, occurrence: second(n) }, lease('one', n));
        for (const n of [60, 100])
          await store.recordDelivery({ ...deliveryKey, occurrence: second(n) }, 'one', {
            state: 'posted',
            at: second(n),
          });
        await store.claimOnce('old', second(0), second(150));
        await store.claimOnce('new', second(0), second(151));
        await store.saveSubscription(subscriptionRecord());
        await store.saveSetting(scopeA, 'p1', 'audience', 'buyers');

        expect(await store.sweep(second(100), second(150))).toEqual({ answers: 1200, deliveries: 1, claims: 1 });
        expect(await store.held(scopeA)).toEqual(held(1, 1, 1, 1, 2, 0, 0));
        expect(await store.claimOnce('new', second(150), second(160))).toBe(false);
        expect(await store.sweep(second(100), second(150))).toEqual({ answers: 0, deliveries: 0, claims: 0 });
      });
    });

    it('keeps scopes apart: whatever one writes, another never reads, changes or deletes', async () => {
      // Few names, so that scopes meet in every other id.
      const name = fc.constantFrom('a', 'b', 'A', '', '%', '_', "'", ' ');
      const scopes = fc.record({ platform: name, workspace: name });
      await fc.assert(
        fc.asyncProperty(scopes, scopes, name, name, async (mine, theirs, id, person) => {
          fc.pre(mine.platform !== theirs.platform || mine.workspace !== theirs.workspace);
          await writeAll(store, mine, id, person, 'mine');
          const before = await readAll(store, mine, id, person);
          await writeAll(store, theirs, id, person, 'theirs');
          expect(await readAll(store, mine, id, person)).toEqual(before);
          expect(JSON.stringify(await readAll(store, theirs, id, person))).not.toContain('mine');
          await store.forgetPerson(theirs, person);
          await store.forgetWorkspace(theirs);
          await store.removeSetting(theirs, person, id);
          await store.removeSubscription(theirs, id);
          await store.removeStanding(theirs, id);
          await store.pauseSubscription(theirs, id, 'theirs');
          await store.moveStanding(standingRecord({ scope: theirs, id, basis: 'theirs' }), 0);
          expect(await readAll(store, mine, id, person)).toEqual(before);
          await store.forgetWorkspace(mine);
        }),
        { numRuns: 40 },
      );
    }, 60_000);

    it('answers a ping, and refuses work in one line when it is closed', async () => {
      await store.ping();
      await store.close();
      await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable', what: 'closed', retryable: false });
      await expect(store.recordAnswer(scopeA, answerRecord())).rejects.toMatchObject({ what: 'closed' });
      await store.close();
    });

    it('finishes what was begun before it closes', async () => {
      const written = Array.from({ length: 500 }, (_, n) => store.recordAnswer(scopeA, answerRecord({ id: `a${n}` })));
      const [results] = await Promise.all([Promise.allSettled(written), store.close()]);
      expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    });
  });
}

async function writeAll(store: Store, scope: Scope, id: string, person: string, mark: string): Promise<void> {
  const declined: Partial<AnswerRecord> = { outcome: 'declined', reason: 'off-topic', statements: [] };
  await store.recordAnswer(
    scope,
    answerRecord({ ...declined, id, person, conversation: id, channel: id, utterance: mark, question: mark }),
  );
  await store.giveFeedback(scope, { answer: id, person, verdict: 'helpful', reason: mark, at: second(0) });
  await store.saveSetting(scope, person, id, mark);
  await store.saveInstallation({ scope, payload: mark, keyId: mark, at: second(0) });
  await store.saveSubscription(subscriptionRecord({ scope, id, owner: person, personal: true, audience: mark }));
  const key = { scope, subscription: id, occurrence: second(0) };
  await store.claimDelivery(key, lease(mark, 0));
  const told = { version: mark, at: second(0) };
  await store.recordDelivery(key, mark, { state: 'posted', reason: mark, at: second(0) }, told);
  await store.saveStanding(standingRecord({ scope, id, person, basis: mark }));
}

async function readAll(store: Store, scope: Scope, id: string, person: string): Promise<readonly unknown[]> {
  return [
    await store.turns(scope, id, 9),
    await store.answer(scope, id),
    await store.recentAnswers(scope, person, 9),
    await store.declined(second(0), scope),
    await store.declinedIn(scope, id, 9),
    await store.turnsOf(scope, id),
    await store.standing(scope, id),
    await store.watchedBy(scope, person),
    await store.feedbackOn(scope, id),
    await store.setting(scope, person, id),
    await store.installation(scope),
    await store.subscription(scope, id),
    await store.subscriptions(scope),
    await store.deliveries(scope, id, 9),
    await store.held(scope, person),
    await store.held(scope),
  ];
}
