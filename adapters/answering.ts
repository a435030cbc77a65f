import { randomUUID } from 'node:crypto';
import type { Answer } from '../src/answer/answer.ts';
import type { AskRequest } from '../src/answer/ask.ts';
import type { Bot } from '../src/bot.ts';
import type { Checked, CheckRequest } from '../src/claim/check.ts';
import { cleanUtterance } from '../src/question/read.ts';
import type { AnswerRecord } from '../src/store/answers.ts';
import type { Feedback } from '../src/store/feedback.ts';
import type { Scope } from '../src/store/scope.ts';
import type { Store } from '../src/store.ts';
import { withCache } from './answer-cache.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { tookMs } from './results.ts';

/** Where and by whom a question was asked. */
export interface Occasion {
  readonly scope: Scope;
  /** Under which the answer is stored; a random one without it. The same id is stored once. */
  readonly id?: string;
  readonly conversation?: string;
  /** The channel in which everybody saw it asked. */
  readonly channel?: string;
  readonly person?: string;
}

export interface Asked {
  /** Under which the answer is stored: for feedback. */
  readonly id: string;
  readonly answer: Answer;
  readonly tookMs: number;
}

/** What every platform does with a question: answers, counts, and hands the answer to the store. */
export interface Answering {
  /**
   * Answers at once; the answer is stored behind it, so that a store that is slow or away keeps nobody waiting. Throws
   * nothing that a question could cause.
   */
  ask(request: AskRequest, occasion: Occasion): Asked;
  check(request: CheckRequest, scope: Scope): Checked;
  /** Stores feedback after the answer that it is about. False where there is no such answer. Rejects with `StoreUnavailable`. */
  giveFeedback(scope: Scope, feedback: Feedback): Promise<boolean>;
  /** Resolves when nothing waits to be stored. */
  settled(): Promise<void>;
}

/** More than this many answers do not wait: a store that is away must not fill the memory. */
const MOST_WAITING = 2000;

export function makeAnswering({
  bot,
  store,
  metrics,
  log,
}: {
  readonly bot: Bot;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly log: Logger;
}): Answering {
  const cached = withCache(bot);
  const waiting = new Map<string, Promise<void>>();
  let failing = false;

  function keep(scope: Scope, record: AnswerRecord): void {
    if (waiting.size >= MOST_WAITING) {
      metrics.storeWrites.inc({ result: 'dropped' });
      return;
    }
    const written = store.recordAnswer(scope, record).then(
      () => {
        metrics.storeWrites.inc({ result: 'stored' });
        failing = false;
      },
      (error: unknown) => {
        metrics.storeWrites.inc({ result: 'failed' });
        // One line for each time that it breaks, not for each answer.
        if (!failing) log.error({ err: error }, 'answers are given but not stored');
        failing = true;
      },
    );
    const done = written.finally(() => {
      waiting.delete(record.id);
      metrics.storeWaiting.set(waiting.size);
    });
    waiting.set(record.id, done);
    metrics.storeWaiting.set(waiting.size);
  }

  return {
    ask(request, { scope, id = randomUUID(), conversation, channel, person }) {
      const begun = performance.now();
      const answer = cached(request);
      const took = tookMs(begun);
      metrics.answers.inc({ platform: scope.platform, outcome: answer.outcome });
      metrics.answerSeconds.observe({ platform: scope.platform }, took / 1000);
      const utterance = request.turns.at(-1) ?? '';
      keep(scope, {
        id,
        ...(conversation !== undefined && { conversation }),
        ...(channel !== undefined && { channel }),
        ...(person !== undefined && { person }),
        utterance,
        question: cleanUtterance(utterance),
        turns: request.turns.length,
        outcome: answer.outcome,
        ...(answer.outcome === 'declined' && { reason: answer.reason }),
        statements:
          answer.outcome === 'answered'
            ? answer.citations.map(({ document, start, end }) => ({ document, start, end }))
            : [],
        confidence: answer.confidence,
        ...(answer.asOf && { asOf: answer.asOf }),
        corpus: answer.corpus,
        tookMs: took,
        at: new Date().toISOString(),
      });
      return { id, answer, tookMs: took };
    },
    check(request, { platform }) {
      const checked = bot.check(request);
      metrics.verdicts.inc({ platform, verdict: checked.verdict });
      return checked;
    },
    async giveFeedback(scope, feedback) {
      await waiting.get(feedback.answer);
      const given = await store.giveFeedback(scope, feedback);
      if (given) metrics.feedback.inc({ platform: scope.platform, verdict: feedback.verdict });
      return given;
    },
    async settled() {
      while (waiting.size > 0) await Promise.all(waiting.values());
    },
  };
}
