import { describe, expect, it } from 'vitest';
import { makeRememberGiven } from '../../adapters/given.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeStandingReview } from '../../adapters/standing/start.ts';
import { openStore, type StoreConfig } from '../../adapters/storage/open.ts';
import type { Bot } from '../../src/bot.ts';
import { makeReplaceableBot, type ReplaceableBot } from '../../src/replaceable-bot.ts';
import { basisOf } from '../../src/standing/basis.ts';
import { writeBasis } from '../../src/standing/written-basis.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import type { Store } from '../../src/store.ts';
import { answerRecord, scopeA, standingRecord } from '../storage/records.ts';
import { arrived } from './arriving.ts';
import { makePlatform, type Platform } from './platform.ts';

const QUESTION = 'Is Azure exclusive?';

export function watched(bot: Bot, change: Partial<StandingQuestion> = {}, question = QUESTION): StandingQuestion {
  const answer = bot.ask({ turns: [question] });
  return standingRecord({
    turns: [question],
    basis: writeBasis(basisOf(answer)),
    corpus: answer.corpus,
    changes: 0,
    personal: false,
    channel: 'C1',
    thread: 't1',
    ...change,
  });
}

interface Replica {
  readonly bot: ReplaceableBot;
  readonly pass: () => Promise<void>;
  readonly replace: (next: Bot) => void;
}

function replica(name: string, first: Bot, store: Store, platform: Platform, now = () => new Date()): Replica {
  const bot = makeReplaceableBot(first);
  const review = makeStandingReview({
    bot,
    store,
    outletOf: (asked) => (asked === platform.platform ? platform : undefined),
    owner: name,
    log: makeLog('silent'),
    now,
    count: () => undefined,
  });
  return {
    bot,
    pass: review.pass,
    replace(next) {
      bot.replace(next);
      review.corpusInPlace();
    },
  };
}

const bots = new Map<number, Bot>();
function withCount(count: number): Bot {
  const bot = bots.get(count) ?? arrived(count);
  bots.set(count, bot);
  return bot;
}

/** What becomes of watched questions and given answers when the corpus changes, on any store. */
export function tellingContract(name: string, newConfig: () => Promise<StoreConfig>): void {
  async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
    const store = openStore(await newConfig());
    try {
      await use(store);
    } finally {
      await store.close();
    }
  }

  describe(`standing questions on ${name}`, () => {
    it('tell the end of exclusivity once, with the fourth of five documents, and nothing when they are looked at again', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const one = replica('one', withCount(2), store, platform);
        await store.saveStanding(watched(one.bot));
        await one.pass();
        const told: number[] = [];
        for (const count of [3, 4, 5]) {
          one.replace(withCount(count));
          await one.pass();
          await one.pass();
          told.push(platform.posted.length);
        }
        expect(told).toEqual([0, 1, 1]);
        const [posted] = platform.posted;
        expect(posted?.place).toMatchObject({ scope: scopeA, channel: 'C1', personal: false, thread: 't1' });
        expect(posted?.text).toMatch(/^An answer that you watch has changed/);
        expect(posted?.text).toContain('No longer.');
        expect(posted?.text).toContain('Before: Yes.');
        expect(posted?.text).toContain('“unwatch” ends this');
        expect(await store.standing(scopeA, 'w1')).toMatchObject({ corpus: one.bot.corpus.version, changes: 1 });
        expect(await store.deliveries(scopeA, 'w1', 9)).toMatchObject([
          { state: 'posted', link: 'https://chat.example/1' },
        ]);
      }));

    it('are told once by two replicas that get the documents one after the other', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const [one, other] = [
          replica('one', withCount(3), store, platform),
          replica('other', withCount(3), store, platform),
        ];
        for (let n = 0; n < 20; n += 1) await store.saveStanding(watched(one.bot, { id: `w${n}`, thread: `t${n}` }));
        await Promise.all([one.pass(), other.pass()]);
        one.replace(withCount(4));
        await Promise.all([one.pass(), other.pass()]);
        other.replace(withCount(4));
        await Promise.all([one.pass(), other.pass()]);
        expect(platform.posted).toHaveLength(20);
        expect(new Set(platform.posted.map(({ key }) => key)).size).toBe(20);
      }));

    it('are told once by two replicas that get the documents at the same time', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const [one, other] = [
          replica('one', withCount(3), store, platform),
          replica('other', withCount(3), store, platform),
        ];
        for (let n = 0; n < 20; n += 1) await store.saveStanding(watched(one.bot, { id: `w${n}`, thread: `t${n}` }));
        one.replace(withCount(4));
        other.replace(withCount(4));
        await Promise.all([one.pass(), other.pass()]);
        await one.pass();
        expect(platform.posted).toHaveLength(20);
        expect(new Set(platform.posted.map(({ place }) => place.thread)).size).toBe(20);
      }));

    it('are looked at after a start with other documents', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const before = replica('before', withCount(3), store, platform);
        await store.saveStanding(watched(before.bot));
        await before.pass();
        await replica('after', withCount(4), store, platform).pass();
        expect(platform.posted).toHaveLength(1);
      }));

    it('wait for a platform that is busy, and are told later', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        let time = Date.UTC(2026, 4, 4);
        const one = replica('one', withCount(3), store, platform, () => new Date(time));
        await store.saveStanding(watched(one.bot));
        platform.next.push({ result: 'later', because: 'too many requests', afterMs: 1000 });
        one.replace(withCount(4));
        await one.pass();
        await one.pass();
        expect(platform.posted).toHaveLength(0);
        time += 1001;
        await one.pass();
        expect(platform.posted).toHaveLength(1);
      }));

    it('are told to the person alone where the place is gone', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const one = replica('one', withCount(3), store, platform);
        await store.saveStanding(watched(one.bot));
        platform.next.push({ result: 'refused', because: 'the channel is archived' });
        one.replace(withCount(4));
        await one.pass();
        expect(platform.toldAlone).toEqual(['p1']);
        expect(await store.standing(scopeA, 'w1')).toMatchObject({ changes: 1 });
      }));

    it('are not told once they are no longer watched', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const one = replica('one', withCount(3), store, platform);
        await store.saveStanding(watched(one.bot));
        await store.removeStanding(scopeA, 'w1');
        one.replace(withCount(4));
        await one.pass();
        expect(platform.posted).toHaveLength(0);
      }));
  });

  describe(`answers given, on ${name}`, () => {
    const give = async (store: Store, bot: Bot, id: string, question = QUESTION, asOf?: string) => {
      const answer = bot.ask({ turns: [question], ...(asOf && { asOf }) });
      await store.recordAnswer(
        scopeA,
        answerRecord({ id, conversation: `c ${id}`, utterance: question, question, turns: 1, corpus: answer.corpus }),
      );
      const remember = makeRememberGiven({ bot, store, log: makeLog('silent') });
      await remember({ scope: scopeA, id, answer, person: 'p1', channel: 'C1', thread: 't1', message: `m ${id}` });
    };

    it('get one note in their thread for all that one statement changed, and each is marked', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const one = replica('one', withCount(3), store, platform);
        await one.pass();
        await give(store, one.bot, 'a1');
        await give(store, one.bot, 'a2', 'Is Azure still the exclusive cloud?');
        one.replace(withCount(4));
        await one.pass();
        await one.pass();
        expect(platform.posted).toHaveLength(1);
        expect(platform.posted[0]?.text).toMatch(/^What I answered here no longer holds, since 2026-04-27\./);
        expect(platform.posted[0]?.place.thread).toBe('t1');
        expect(platform.marked.toSorted()).toEqual(['m a1', 'm a2']);
        expect(await store.standing(scopeA, 'a1')).toBeUndefined();
      }));

    it('get none for what held on a day, for what is still true, and for what was asked by somebody who is forgotten', () =>
      withStore(async (store) => {
        const platform = makePlatform();
        const one = replica('one', withCount(3), store, platform);
        await one.pass();
        await give(store, one.bot, 'a1', QUESTION, '2026-03-15');
        await give(store, one.bot, 'a2', 'Who is Denise Dresser?');
        await give(store, one.bot, 'a3');
        await store.forgetPerson(scopeA, 'p1');
        one.replace(withCount(4));
        await one.pass();
        expect(platform.posted).toEqual([]);
        expect(platform.marked).toEqual([]);
      }));
  });
}
