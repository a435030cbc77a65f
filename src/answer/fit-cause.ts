import type { Span } from '../model.ts';
import { rememberedIn } from '../remembered.ts';
import { OBSTACLE, POSSIBLE_CAUSE, STATED_CAUSE } from '../statement/causes.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';

/** The fit of a statement that says in so many words that something is why. */
export const STATED = 1;
const POSSIBLE = 0.6;
/** It stands under a heading that asks why. */
const UNDER_WHY = 0.8;
/** Analysis argues more often than a report does. */
export const ARGUED = 0.3;
/** It tells what happened, and no cause. */
export const TOLD = 0.1;

const HEARD =
  /\b(?:saying|arguing|citing|claiming|complaining|fearing|explaining|insisting|on account of|for fear|in order that)\b/i;

/** How well a statement tells why something is so, and which words do. */
export const fitCause = rememberedIn((view: StatementView, knowledge: Knowledge): Fit => {
  const stated = STATED_CAUSE().exec(view.text);
  if (stated) return { fit: STATED, marked: [reasonFrom(view.text, stated.index)] };
  // "She voted against, saying that ...": whoever did it is heard.
  const saying = HEARD.exec(view.text);
  if (saying) return { fit: UNDER_WHY, marked: [reasonFrom(view.text, saying.index)] };
  // "It failed a test, and delivery has slipped": what hinders stands beside what it put off.
  if (isHindered(view)) return { fit: 0.8, marked: [] };
  const heading = knowledge.heading(view.statement);
  if (heading && /\b(?:why|reasons?|because|causes?|drivers?|rationale)\b/i.test(heading.text))
    return { fit: UNDER_WHY, marked: [] };
  const possible = POSSIBLE_CAUSE.exec(view.text);
  if (possible) return { fit: POSSIBLE, marked: [reasonFrom(view.text, possible.index)] };
  return { fit: view.statement.kind === 'analysis' ? ARGUED : TOLD, marked: [] };
});

/** The words that tell the reason, from the one that joins them on, to the end of the clause; a comma before it is none of them. */
function reasonFrom(text: string, index: number): Span {
  const start = index + (/^[,\s]+/.exec(text.slice(index))?.[0].length ?? 0);
  const stop = /[.;](?:\s|$)|\s—\s/.exec(text.slice(start));
  return [start, stop ? start + stop.index : text.length];
}

/** A later day is what an obstacle brings about; a price that fell is none, nor does a delay put itself off. */
const PUT_OFF =
  /^(?:postpon|delay|push|put (?:back|off)|hold|moved|resched|slipp|later than|now (?:due|expect|planned|set)|(?:below|not|instead of|rather than))/i;

function isHindered({ text, turns }: StatementView): boolean {
  return turns.some(({ sort, start, end }) => {
    if (sort !== 'revalued' || !PUT_OFF.test(text.slice(start, end))) return false;
    return OBSTACLE.test(`${text.slice(0, start)} ; ${text.slice(end)}`);
  });
}
