import type { Answering, AnsweringWeights } from './answer/ask.ts';
import { ask } from './answer/ask.ts';
import { yesOrNo } from './answer/yes-no.ts';
import { answeringWhenWanted, preparation } from './answering-bot.ts';
import { type AskingBot, askingOn } from './asking-bot.ts';
import { type ChangeCounts, countChanges } from './digest/changes-since.ts';
import { corpusState } from './digest/corpus-state.ts';
import type { Digest, DigestRequest } from './digest/digest.ts';
import { prepareDigests } from './digest/make-digest.ts';
import type { CorpusState } from './digest/state.ts';
import type { Audience } from './ports.ts';
import { type Reviewed, type ReviewRequest, review } from './standing/review.ts';
import type { KnowledgeParts } from './statement/knowledge.ts';
import type { Steps } from './steps.ts';

/** Everything that can be asked of a corpus. Pure: the same call gives the same result. */
export interface Bot extends AskingBot {
  /** For whom a digest can be written; the first one is for all. */
  readonly audiences: readonly Audience[];
  digest(request: DigestRequest): Digest;
  /** What the corpus says now: what a channel is told up to by a digest. */
  state(): CorpusState;
  /** In numbers, what differs from what a corpus said. */
  changesSince(told: CorpusState): ChangeCounts;
  /** Answers a standing question again. */
  review(request: ReviewRequest): Reviewed;
}

/** A bot that makes what it needs when it is first asked for it. */
export function makeBot(parts: KnowledgeParts, weights: AnsweringWeights): Bot {
  return botOn(parts, answeringWhenWanted(parts, weights, yesOrNo));
}

/** A bot that has made all that it needs: its first answer takes no longer than any other. */
export function* prepareBot(parts: KnowledgeParts, weights: AnsweringWeights): Steps<Bot> {
  const made = yield* preparation(parts, weights, yesOrNo);
  return botOn(parts, () => made);
}

function botOn(parts: KnowledgeParts, answering: () => Answering): Bot {
  let digests: ReturnType<typeof prepareDigests> | undefined;
  let state: CorpusState | undefined;
  return {
    ...askingOn(parts, answering),
    audiences: parts.analysis.lexicon.audiences,
    digest: (request) => {
      digests ??= prepareDigests(answering(), (asked) => ask(asked, answering()));
      return digests(request);
    },
    state: () => {
      state ??= corpusState(answering());
      return state;
    },
    changesSince: (told) => countChanges(told, answering()),
    review: (request) => review(request, answering()),
  };
}
