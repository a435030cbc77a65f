import { setImmediate as others } from 'node:timers/promises';
import type { Bot } from '../src/bot.ts';
import type { ReplaceableBot } from '../src/replaceable-bot.ts';
import type { Steps } from '../src/steps.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What is opened in the place of the corpus in use. */
export interface Candidate {
  readonly version: string;
  readonly statements: number;
  /** One line for each file that could not be used. */
  readonly leftOut: readonly string[];
  /** One line for the operator where the index could not be kept. */
  readonly problem?: string;
  readonly prepare: () => Steps<Bot>;
}

/** What became of a wish to replace the corpus. `says` is one line for the operator. */
export interface Replacement {
  readonly outcome: 'replaced' | 'unchanged' | 'refused';
  readonly says: string;
}

export interface Replacer {
  /**
   * Opens the documents anew beside the ones in use, checks them and puts them in place. It does not reject: what cannot
   * be used is refused, and the ones in use stay. One after another; more than one wish that has not begun is one.
   */
  replace(wish?: { readonly acceptLoss?: boolean }): Promise<Replacement>;
  /** Since when the corpus in use is in place. */
  readonly loadedAt: () => Date;
}

/** Of fewer statements than this share of those in use, something is likely to be missing. */
const LEAST_KEPT = 0.5;
/** Work goes on this long before others go first. */
const SLICE_MS = 4;

const STAY = 'The documents in use stay.';

export function makeReplacer({
  bot,
  open,
  replaced,
  log,
  metrics,
}: {
  readonly bot: ReplaceableBot;
  /** Rejects with a `CorpusError`, whose message holds the remedy, where the documents cannot be used. */
  readonly open: () => Promise<Candidate>;
  /** Told once another corpus is in place. */
  readonly replaced: () => void;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'corpus' | 'corpusLoaded' | 'corpusReplacements'>;
}): Replacer {
  let loadedAt = inPlace();
  let waiting: { readonly acceptLoss: boolean; readonly done: Promise<Replacement> } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function inPlace(): Date {
    const now = new Date();
    metrics.corpus.reset();
    metrics.corpus.set({ version: bot.corpus.version }, 1);
    metrics.corpusLoaded.set(now.getTime() / 1000);
    return now;
  }

  async function attempt(acceptLoss: boolean): Promise<Replacement> {
    const begun = performance.now();
    const before = bot.corpus;
    const candidate = await open();
    const [problem] = candidate.leftOut;
    if (problem !== undefined)
      return refused(
        candidate.leftOut.length > 1 ? `${problem} ${candidate.leftOut.length - 1} more like it.` : problem,
      );
    if (candidate.version === before.version)
      return { outcome: 'unchanged', says: `Nothing has changed: version ${before.version} stays in use.` };
    if (candidate.statements === 0)
      return refused('No statement could be read from the documents: put whole sentences into them.');
    if (candidate.statements < before.statements.length * LEAST_KEPT && !acceptLoss)
      return refused(
        `The new documents hold ${candidate.statements} statements, and those in use ${before.statements.length}: if that is meant, run npm run reload -- --accept-loss.`,
      );
    const next = await inSlices(candidate.prepare());
    const told = bot.state();
    // From here on to the end nobody else runs: whoever asks sees the old one or the new one.
    const changes = next.changesSince(told);
    bot.replace(next);
    loadedAt = inPlace();
    replaced();
    if (candidate.problem !== undefined) log.warn(candidate.problem);
    const { version, documents } = bot.corpus;
    const counts = { documents: documents.length, ...changes };
    log.info(
      { corpus: version, before: before.version, ...counts, tookMs: Math.round(performance.now() - begun) },
      'the corpus was replaced',
    );
    return {
      outcome: 'replaced',
      says: `Version ${version} is in use, in place of ${before.version}: ${counts.documents} documents; statements: ${changes.fresh} new, ${changes.gone} gone, ${changes.changed} changed, ${changes.superseded} superseded.`,
    };
  }

  function refused(why: string): Replacement {
    log.error({ corpus: bot.corpus.version }, `a corpus was refused: ${why} ${STAY}`);
    return { outcome: 'refused', says: `${why} ${STAY}` };
  }

  async function attemptOrRefuse(acceptLoss: boolean): Promise<Replacement> {
    try {
      return await attempt(acceptLoss);
    } catch (error) {
      if (error instanceof Error && error.name === 'CorpusError') return refused(error.message);
      log.error({ err: error }, 'a corpus could not be opened');
      return refused('The documents could not be opened; the log says why.');
    }
  }

  return {
    loadedAt: () => loadedAt,
    replace({ acceptLoss = false } = {}) {
      if (waiting?.acceptLoss === acceptLoss) return waiting.done;
      const done = last.then(async () => {
        if (waiting === wish) waiting = undefined;
        const replacement = await attemptOrRefuse(acceptLoss);
        metrics.corpusReplacements.inc({ outcome: replacement.outcome });
        return replacement;
      });
      const wish = { acceptLoss, done };
      waiting = wish;
      last = done;
      return done;
    },
  };
}

/** Does it between what others ask, and never for long. */
async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await others();
    begun = performance.now();
  }
}
