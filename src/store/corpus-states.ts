import type { Instant } from './scope.ts';

/** What the corpus said, for telling what is new to a channel. */
export interface CorpusStateStore {
  /** Keeps a state under its `Corpus.version`; one that is there already stays as it is, and counts as kept at `at`. */
  saveCorpusState(version: string, state: string, at: Instant): Promise<void>;
  corpusState(version: string): Promise<string | undefined>;
}
