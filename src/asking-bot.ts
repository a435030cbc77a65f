import type { Answer } from './answer/answer.ts';
import { type Answering, type AnsweringWeights, type AskRequest, answeringSteps, ask } from './answer/ask.ts';
import { reachOf } from './answer/reach.ts';
import { restoreAnswering, type SavedAnswering } from './answer/saved-answering.ts';
import { visibleAsOf } from './answer/visible.ts';
import { makeOutlook, type Prospect } from './chronicle/outlook.ts';
import { makeTimeline, type Timeline } from './chronicle/timeline.ts';
import { type Checked, type CheckRequest, checkClaim } from './claim/check.ts';
import type { Corpus, IsoDate } from './model.ts';
import type { Reach } from './reply/answer-reply.ts';
import { type KnowledgeParts, knowledgeSteps } from './statement/knowledge.ts';
import { finish, type Steps } from './steps.ts';

export interface Hit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What a person asks of a corpus. Pure: the same call gives the same result. */
export interface AskingBot {
  readonly corpus: Corpus;
  readonly reach: Reach;
  ask(request: AskRequest): Answer;
  check(request: CheckRequest): Checked;
  timeline(request: { readonly topic?: string; readonly asOf?: IsoDate }): Timeline;
  outlook(request: { readonly asOf?: IsoDate }): readonly Prospect[];
  /** Ranked passages; with a day, only those in which something stands that could be said by then. */
  search(query: string, limit: number, asOf?: IsoDate): readonly Hit[];
}

/**
 * For one question in the terminal, which waits for every module that is loaded: without digests. With what was saved of
 * this corpus, it finds nothing anew; what was saved of another is left aside.
 */
export function makeAskingBot(parts: KnowledgeParts, weights: AnsweringWeights, saved?: SavedAnswering): AskingBot {
  if (saved?.corpus !== parts.corpus.version) return askingOn(parts, answeringWhenWanted(parts, weights));
  let restored: Answering | undefined;
  return askingOn(parts, () => {
    restored ??= restoreAnswering(saved, parts, weights);
    return restored;
  });
}

/** Passages alone are searched without ever looking at statements: what they need is made when it is first wanted. */
export function answeringWhenWanted(parts: KnowledgeParts, weights: AnsweringWeights): () => Answering {
  let made: Answering | undefined;
  return () => {
    made ??= finish(preparation(parts, weights));
    return made;
  };
}

export function* preparation(parts: KnowledgeParts, weights: AnsweringWeights): Steps<Answering> {
  return yield* answeringSteps(yield* knowledgeSteps(parts), weights);
}

export function askingOn({ corpus, search }: KnowledgeParts, answering: () => Answering): AskingBot {
  let reach: Reach | undefined;
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
  };
}

function couldBeSaidBy(day: IsoDate, passage: number, { knowledge }: Answering): boolean {
  const found = knowledge.corpus.passages[passage];
  return (
    found !== undefined && knowledge.views.slice(...found.statements).some((view) => visibleAsOf(view, day, knowledge))
  );
}
