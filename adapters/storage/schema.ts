import type { ColumnType, Generated, Kysely } from 'kysely';

/**
 * The tables, the same in SQLite and PostgreSQL. Instants are ISO text, lists are JSON text, a truth value is 0 or 1:
 * what both engines hold and compare alike. Every table that holds people's data begins its key with the scope.
 */
export interface Tables {
  answer: AnswerTable;
  feedback: FeedbackTable;
  setting: SettingTable;
  claim: ClaimTable;
  installation: InstallationTable;
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  pending_event: PendingEventTable;
  corpus_state: CorpusStateTable;
  standing: StandingTable;
}

export type Database = Kysely<Tables>;

interface Scoped {
  platform: string;
  workspace: string;
}

export interface AnswerTable extends Scoped {
  id: string;
  conversation: string | null;
  channel: string | null;
  person: string | null;
  utterance: string;
  question: string;
  turns: number;
  outcome: 'answered' | 'declined';
  reason: string | null;
  /** JSON: `StatementPlace[]`. */
  statements: string;
  confidence: number;
  as_of: string | null;
  corpus: string;
  took_ms: number;
  at: string;
  /** 1 where a turn that it was given to was deleted. */
  turns_gone: Generated<number>;
}

export interface FeedbackTable extends Scoped {
  answer: string;
  person: string;
  verdict: 'helpful' | 'not-helpful';
  reason: string | null;
  at: string;
}

export interface SettingTable extends Scoped {
  subject: string;
  name: string;
  value: string;
}

export interface ClaimTable {
  key: string;
  keep_until: string;
}

export interface InstallationTable extends Scoped {
  payload: string;
  key_id: string;
  at: string;
}

export interface SubscriptionTable extends Scoped {
  id: string;
  channel: string;
  personal: number;
  schedule: string;
  written: string;
  time_zone: string;
  audience: string;
  /** JSON: `string[]`. */
  topics: string;
  owner: string | null;
  grace_minutes: number;
  when_unchanged: 'nothing' | 'one line';
  state: 'active' | 'paused';
  paused_because: string | null;
  /** When it falls due; null when it never does. */
  next_at: string | null;
  /** What it falls due for. */
  next_occurrence: string | null;
  told_version: string | null;
  told_at: string | null;
  address: string | null;
}

export interface DeliveryTable extends Scoped {
  subscription: string;
  occurrence: string;
  state: 'claimed' | 'posting' | 'posted' | 'skipped' | 'failed' | 'uncertain';
  lease_owner: string;
  lease_until: string;
  attempts: ColumnType<number, number, number>;
  reason: string | null;
  link: string | null;
  told_version: string | null;
  told_at: string | null;
  at: string;
}

export interface PendingEventTable extends Scoped {
  key: string;
  person: string | null;
  payload: string;
  state: 'accepted' | 'posting';
  takeovers: number;
  lease_owner: string;
  lease_until: string;
  at: string;
}

export interface CorpusStateTable {
  version: string;
  state: string;
  /** When it was last kept. */
  at: string;
}

export interface StandingTable extends Scoped {
  id: string;
  sort: 'watch' | 'given';
  person: string | null;
  channel: string;
  personal: number;
  thread: string | null;
  message: string | null;
  /** JSON: `string[]`. */
  turns: string;
  basis: string;
  corpus: string;
  changes: number;
  address: string | null;
  at: string;
}
