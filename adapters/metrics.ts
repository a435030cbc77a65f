import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the service counts, of all platforms. Each has a registry of its own, so that two can live in one process. */
export interface Metrics {
  readonly registry: Registry;
  readonly answers: Counter<'platform' | 'outcome'>;
  readonly answerSeconds: Histogram<'platform'>;
  readonly verdicts: Counter<'platform' | 'verdict'>;
  readonly feedback: Counter<'platform' | 'verdict'>;
  readonly requests: Counter<'route' | 'status'>;
  readonly errors: Counter<'where'>;
  readonly refused: Counter<'why'>;
  /** How often a chat platform held requests back. */
  readonly rateLimited: Counter<'platform'>;
  /** `result`: `stored`, `failed`, `dropped` (too many were waiting). */
  readonly storeWrites: Counter<'result'>;
  readonly storeWaiting: Gauge;
  readonly storeUp: Gauge;
  /** Digests that came to an end. */
  readonly deliveries: Counter<'platform' | 'outcome'>;
  /** How late a digest was posted. */
  readonly deliverySeconds: Histogram<'platform'>;
  /** Digests that are due in this process and wait, or are under way. */
  readonly deliveriesWaiting: Gauge;
  /** 1 for the version in use. */
  readonly corpus: Gauge<'version'>;
  readonly corpusLoaded: Gauge;
  readonly corpusReplacements: Counter<'outcome'>;
  /** Changes of watched questions and of given answers, by what became of them. */
  readonly changesTold: Counter<'sort' | 'state'>;
}

/** Below a millisecond an answer is warm; above a second something is wrong. */
const ANSWER_BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** A digest is spread over 45 seconds; ten minutes are the bar for ten thousand at once; an hour is the usual grace. */
const DELIVERY_BUCKETS_SECONDS = [15, 30, 45, 60, 120, 300, 600, 1800, 3600];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    answers: new Counter({
      name: 'bot_answers_total',
      help: 'Questions by outcome: answered or declined',
      labelNames: ['platform', 'outcome'],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'bot_answer_seconds',
      help: 'Time to find an answer',
      labelNames: ['platform'],
      buckets: ANSWER_BUCKETS_SECONDS,
      registers,
    }),
    verdicts: new Counter({
      name: 'bot_verdicts_total',
      help: 'Claims by verdict',
      labelNames: ['platform', 'verdict'],
      registers,
    }),
    feedback: new Counter({
      name: 'bot_feedback_total',
      help: 'Feedback stored',
      labelNames: ['platform', 'verdict'],
      registers,
    }),
    requests: new Counter({
      name: 'bot_http_requests_total',
      help: 'HTTP requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    errors: new Counter({
      name: 'bot_errors_total',
      help: 'Faults by where they happened',
      labelNames: ['where'],
      registers,
    }),
    refused: new Counter({ name: 'bot_refused_total', help: 'Requests refused', labelNames: ['why'], registers }),
    rateLimited: new Counter({
      name: 'bot_platform_rate_limited_total',
      help: 'How often a chat platform held requests back',
      labelNames: ['platform'],
      registers,
    }),
    storeWrites: new Counter({
      name: 'bot_store_writes_total',
      help: 'Answers handed to the store: stored, failed, or dropped because too many were waiting',
      labelNames: ['result'],
      registers,
    }),
    storeWaiting: new Gauge({ name: 'bot_store_waiting', help: 'Answers that wait to be stored', registers }),
    storeUp: new Gauge({ name: 'bot_store_up', help: '1 while the store answers, else 0', registers }),
    deliveries: new Counter({
      name: 'bot_deliveries_total',
      help: 'Digests by outcome: posted, skipped, failed or uncertain',
      labelNames: ['platform', 'outcome'],
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'bot_delivery_seconds',
      help: 'Time from when a digest was due to when it was posted',
      labelNames: ['platform'],
      buckets: DELIVERY_BUCKETS_SECONDS,
      registers,
    }),
    deliveriesWaiting: new Gauge({
      name: 'bot_deliveries_waiting',
      help: 'Digests that are due in this process and wait, or are under way',
      registers,
    }),
    corpus: new Gauge({
      name: 'bot_corpus',
      help: '1 for the version of the documents in use',
      labelNames: ['version'],
      registers,
    }),
    corpusLoaded: new Gauge({
      name: 'bot_corpus_loaded_timestamp_seconds',
      help: 'Since when the documents in use are in place',
      registers,
    }),
    corpusReplacements: new Counter({
      name: 'bot_corpus_replacements_total',
      help: 'Wishes to replace the documents: replaced, unchanged or refused',
      labelNames: ['outcome'],
      registers,
    }),
    changesTold: new Counter({
      name: 'bot_changes_told_total',
      help: 'Changed answers by what became of telling them; sort: watch or given',
      labelNames: ['sort', 'state'],
      registers,
    }),
  };
}
