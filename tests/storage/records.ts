import type { AnswerRecord } from '../../src/store/answers.ts';
import type { DeliveryKey } from '../../src/store/deliveries.ts';
import type { Lease } from '../../src/store/lease.ts';
import type { Scope } from '../../src/store/scope.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import type { Due, Subscription } from '../../src/store/subscriptions.ts';

export const scopeA: Scope = { platform: 'slack', workspace: 'T1' };

/** An instant: so many seconds into a day. */
export function second(n: number): string {
  return new Date(Date.UTC(2026, 4, 4) + n * 1000).toISOString();
}

export function answerRecord(change: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id: 'a1',
    conversation: 'c1',
    channel: 'C1',
    person: 'p1',
    utterance: '<@bot> Who runs the ferries?',
    question: 'Who runs the ferries?',
    turns: 1,
    outcome: 'answered',
    statements: [{ document: 'ferry', start: 3, end: 40 }],
    confidence: 0.875,
    asOf: '2024-02-16',
    corpus: 'v1',
    tookMs: 1.5,
    at: second(0),
    ...change,
  };
}

export function subscriptionRecord(change: Partial<Subscription> = {}): Subscription {
  return {
    scope: scopeA,
    id: 's1',
    channel: 'C1',
    personal: false,
    schedule: '0 9 * * 1-5',
    written: 'weekdays 09:00',
    timeZone: 'Europe/Berlin',
    audience: 'buyers',
    topics: ['ferries', 'fares'],
    owner: 'p1',
    graceMinutes: 60,
    whenUnchanged: 'nothing',
    state: 'active',
    next: due(60),
    ...change,
  };
}

/** Due for this second of the day, and posted five later. */
export function due(n: number): Due {
  return { occurrence: second(n), at: second(n + 5) };
}

export function standingRecord(change: Partial<StandingQuestion> = {}): StandingQuestion {
  return {
    scope: scopeA,
    id: 'w1',
    sort: 'watch',
    person: 'p1',
    channel: 'C1',
    personal: false,
    thread: '17.1',
    message: '17.2',
    turns: ['Who runs the ferries?', 'And since when?'],
    basis: '{}',
    corpus: 'v1',
    changes: 0,
    address: 'T1',
    at: second(0),
    ...change,
  };
}

export const deliveryKey: DeliveryKey = { scope: scopeA, subscription: 's1', occurrence: second(60) };

/** A lease of ten seconds. */
export function lease(owner: string, from: number): Lease {
  return { owner, now: second(from), until: second(from + 10) };
}
