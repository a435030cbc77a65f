import type { Answering } from './answer/ask.ts';
import { visibleAsOf } from './answer/visible.ts';
import { type AnsweringBot, answeringOn } from './answering-bot.ts';
import { makeOutlook, type Prospect } from './chronicle/outlook.ts';
import { makeTimeline, type Timeline } from './chronicle/timeline.ts';
import { type Checked, type CheckRequest, checkClaim } from './claim/check.ts';
import type { IsoDate } from './model.ts';
import type { KnowledgeParts } from './statement/knowledge.ts';

export interface Hit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What a person asks of a corpus. Pure: the same call gives the same result. */
export interface AskingBot extends AnsweringBot {
  check(request: CheckRequest): Checked;
  timeline(request: { readonly topic?: string; readonly asOf?: IsoDate }): Timeline;
  outlook(request: { readonly asOf?: IsoDate }): readonly Prospect[];
  /** Ranked passages; with a day, only those in which something stands that could be said by then. */
  search(query: string, limit: number, asOf?: IsoDate): readonly Hit[];
}

/** `answering` is called when a statement is first looked at: passages alone are searched without. */
export function askingOn(parts: KnowledgeParts, answering: () => Answering): AskingBot {
  const { corpus, search } = parts;
  const bot = answeringOn(parts, answering);
  return {
    corpus,
    get reach() {
      return bot.reach;
    },
    ask: bot.ask,
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
