import type { Citation } from '../answer/answer.ts';
import type { Reply } from '../reply/reply.ts';
import type { CorpusState } from './state.ts';

export interface DigestRequest {
  /** For whom: a name from the list of audiences, `everyone` for all. */
  readonly audience: string;
  /** Only what concerns one of these; everything when empty. */
  readonly topics: readonly string[];
  /** What the channel was told up to; absent for the first delivery, which is a briefing. */
  readonly told?: CorpusState;
  /** Questions that were asked in the channel and declined, oldest first. */
  readonly declined: readonly string[];
  /** Whether a reply fits one post of the platform: what does not fit is left out from the least important on, and counted. */
  readonly fits: (reply: Reply) => boolean;
}

/**
 * `briefing`: the first one. `changes`: something is new to the channel. `unchanged`: nothing is; its reply is one line
 * and has no citations.
 */
export interface Digest {
  readonly sort: 'briefing' | 'changes' | 'unchanged';
  readonly reply: Reply;
  /** By the marks of the reply. */
  readonly citations: readonly Citation[];
  /** `Corpus.version`. */
  readonly corpus: string;
}
