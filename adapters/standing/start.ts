import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from '../../src/bot.ts';
import type { CorpusState } from '../../src/digest/state.ts';
import { readState, writeState } from '../../src/digest/written-state.ts';
import { basisOf } from '../../src/standing/basis.ts';
import { readBasis, writeBasis } from '../../src/standing/written-basis.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import { instant, type TellingParts, type Told } from './parts.ts';
import { tell } from './tell.ts';

/** What waits for a platform or for another process is looked at again after this. */
const POLL_MS = 30_000;
const BATCH = 50;
/** Reviewing takes at most a quarter of the time, so that people's questions wait for one review at most. */
const REST_PER_WORK = 3;
const LEAST_REST_MS = 1;
/** States of a corpus are large, and most questions were looked at against the same. */
const MOST_STATES = 3;

/** Which documents were put in place last, by any process: who has others reviews nothing. */
const IN_PLACE = { scope: { platform: 'service', workspace: 'service' }, subject: 'corpus', name: 'in place' } as const;

export interface StandingParts extends Omit<TellingParts, 'bot' | 'store'> {
  readonly bot: Pick<Bot, 'corpus' | 'reach' | 'ask' | 'state' | 'review'>;
  readonly store: TellingParts['store'] &
    Pick<Store, 'standingToReview' | 'turnsOf' | 'corpusState' | 'saveCorpusState' | 'setting' | 'saveSetting'>;
}

export interface StandingReview {
  /**
   * The corpus of this process is the one in place, at the start and whenever it was replaced: what it says is kept, and
   * standing questions are looked at.
   */
  corpusInPlace(): void;
  /** One look at everything that is not up to date; resolves when nothing is left that can be done now. */
  pass(): Promise<void>;
  start(): void;
  /** Begins nothing more, and resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** Looks at watched questions and given answers when the corpus has changed, and tells what changed in substance, once. */
export function makeStandingReview(parts: StandingParts): StandingReview {
  const { bot, store, log, now } = parts;
  const states = new Map<string, CorpusState | undefined>();
  let announced: string | undefined;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let queued = false;
  let timer: NodeJS.Timeout | undefined;

  async function stateOf(version: string): Promise<CorpusState | undefined> {
    if (states.has(version)) return states.get(version);
    const kept = await store.corpusState(version);
    if (states.size >= MOST_STATES) states.clear();
    const state = kept === undefined ? undefined : readState(kept);
    states.set(version, state);
    return state;
  }

  /** True while no other process has put other documents in place after this one. */
  async function isInPlace(): Promise<boolean> {
    const { version } = bot.corpus;
    const { scope, subject, name } = IN_PLACE;
    if (announced !== version) {
      await store.saveCorpusState(version, writeState(bot.state()), instant(now()));
      await store.saveSetting(scope, subject, name, version);
      announced = version;
      return true;
    }
    return (await store.setting(scope, subject, name)) === version;
  }

  async function look(standing: StandingQuestion): Promise<Told> {
    const turns = standing.sort === 'watch' ? standing.turns : await store.turnsOf(standing.scope, standing.id);
    if (turns === undefined || turns.length === 0) {
      // What was asked is forgotten, or was never kept.
      await store.removeStanding(standing.scope, standing.id);
      return 'done';
    }
    const kept = readBasis(standing.basis);
    if (!kept) {
      const answer = bot.ask({ turns });
      const basis = writeBasis(basisOf(answer));
      await store.moveStanding({ ...standing, basis, corpus: answer.corpus }, standing.changes);
      return 'done';
    }
    const told = await stateOf(standing.corpus);
    const begun = performance.now();
    const { telling: _, ...before } = kept;
    const reviewed = bot.review({ turns, before, ...(told && { told }) });
    const worked = performance.now() - begun;
    const result = await tell(standing, kept, reviewed, parts);
    await sleep(Math.max(LEAST_REST_MS, worked * REST_PER_WORK));
    return result;
  }

  async function lookAtAll(): Promise<void> {
    const waiting = new Set<string>();
    while (!stopped && (await isInPlace())) {
      const rows = await store.standingToReview(bot.corpus.version, BATCH + waiting.size);
      const left = rows.filter((row) => !waiting.has(keyOf(row)));
      if (left.length === 0) return;
      for (const standing of left) {
        if (stopped) return;
        const told = await look(standing).catch((error: unknown): Told => {
          if (error instanceof StoreUnavailable) throw error;
          log.error({ err: error, platform: standing.scope.platform }, 'a standing question could not be looked at');
          return 'waiting';
        });
        if (told === 'waiting') waiting.add(keyOf(standing));
      }
    }
  }

  /** One after another; more than one that has not begun is one. */
  function pass(): Promise<void> {
    if (!queued) {
      queued = true;
      underWay = underWay
        .catch(() => undefined)
        .then(() => {
          queued = false;
          return lookAtAll();
        });
    }
    return underWay;
  }

  const passQuietly = () =>
    void pass().catch((error: unknown) => log.warn({ err: error }, 'standing questions wait until the store is there'));

  return {
    corpusInPlace() {
      announced = undefined;
      if (timer) passQuietly();
    },
    pass,
    start() {
      timer = setInterval(passQuietly, POLL_MS);
      passQuietly();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay.catch(() => undefined);
    },
  };
}

function keyOf({ scope, id }: StandingQuestion): string {
  return JSON.stringify([scope.platform, scope.workspace, id]);
}
