import type { Answer } from './answer/answer.ts';
import { type Answering, type AnsweringWeights, type AskRequest, answeringSteps, ask } from './answer/ask.ts';
import { reachOf } from './answer/reach.ts';
import { visibleAsOf } from './answer/visible.ts';
import { makeOutlook, type Prospect } from './chronicle/outlook.ts';
import { makeTimeline, type Timeline } from './chronicle/timeline.ts';
import { type Checked, type CheckRequest, checkClaim } from './claim/check.ts';
import { type ChangeCounts, countChanges } from './digest/changes-since.ts';
import { corpusState } from './digest/corpus-state.ts';
import type { Digest, DigestRequest } from './digest/digest.ts';
import { prepareDigests } from './digest/make-digest.ts';
import type { CorpusState } from './digest/state.ts';
import type { Corpus, IsoDate } from './model.ts';
import type { Audience } from './ports.ts';
import type { Reach } from './reply/answer-reply.ts';
import { type Reviewed, type ReviewRequest, review } from './standing/review.ts';
import { type KnowledgeParts, knowledgeSteps } from './statement/knowledge.ts';
import { finish, type Steps } from './steps.ts';

export interface Hit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Everything that can be asked of a corpus. Pure: the same call gives the same result. */
export interface Bot {
  readonly corpus: Corpus;
  readonly reach: Reach;
  ask(request: AskRequest): Answer;
  check(request: CheckRequest): Checked;
  timeline(request: { readonly topic?: string; readonly asOf?: IsoDate }): Timeline;
  outlook(request: { readonly asOf?: IsoDate }): readonly Prospect[];
  /** Ranked passages; with a day, only those in which something stands that could be said by then. */
  search(query: string, limit: number, asOf?: IsoDate): readonly Hit[];
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

export function makeBot(parts: KnowledgeParts, weights: AnsweringWeights): Bot {
  // Passages alone are searched without ever looking at statements: what they need is made when it is first wanted.
  let made: Answering | undefined;
  return botOn(parts, () => {
    made ??= finish(preparation(parts, weights));
    return made;
  });
}

/** A bot that has made all that it needs: its first answer takes no longer than any other. */
export function* prepareBot(parts: KnowledgeParts, weights: AnsweringWeights): Steps<Bot> {
  const made = yield* preparation(parts, weights);
  return botOn(parts, () => made);
}

function* preparation(parts: KnowledgeParts, weights: AnsweringWeights): Steps<Answering> {
  return yield* answeringSteps(yield* knowledgeSteps(parts), weights);
}

function botOn({ corpus, search, analysis }: KnowledgeParts, answering: () => Answering): Bot {
  let reach: Reach | undefined;
  let digests: ReturnType<typeof prepareDigests> | undefined;
  let state: CorpusState | undefined;
  return {
    corpus,
    get reach() {
      reach ??= reachOf(corpus);
      return reach;
    },
    ask: (request) => ask(request, answering()),
    check: (request) => checkClaim(request, answering()),
    timeline: (request) => makeTimeline(request, answering()),
    outlook: (request) => makeOutlook(request, answering()),
    search: (query, limit, asOf) => {
      const hits = search.search(query, asOf === undefined ? limit : Math.min(1000, limit * 4));
      const shown = asOf === undefined ? hits : hits.filter((hit) => couldBeSaidBy(asOf, hit.passage, answering()));
      return shown.slice(0, limit).flatMap(({ passage, score }) => {
        const found = corpus.passages[passage];
        return found ? [{ document: found.document, start: found.start, end: found.end, score }] : [];
      });
    },
    audiences: analysis.lexicon.audiences,
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

function couldBeSaidBy(day: IsoDate, passage: number, { knowledge }: Answering): boolean {
  const found = knowledge.corpus.passages[passage];
  return (
    found !== undefined && knowledge.views.slice(...found.statements).some((view) => visibleAsOf(view, day, knowledge))
  );
}
