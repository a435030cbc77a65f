import { quotedPhrases } from '../chronicle/origin.ts';
import { isNegated } from '../claim/assertion.ts';
import { share, wholes } from '../statement/alike.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** This share of a statement's words must have been told. */
const TOLD = 0.6;
/** So much of it told, a name or a date more adds nothing. */
const TOLD_NEARLY_WHOLE = 0.8;

/** Whether whoever knows the one statement learns nothing from the other: its words, sums, names and dates are all known. */
export function tellsAgain(view: StatementView, known: StatementView, knowledge: Knowledge): boolean {
  if (!view.amounts.every((amount) => known.amounts.some((other) => sameAmount(amount, other)))) return false;
  const handedOn = quotesTheSame(view, known);
  const told = share(view, known, knowledge);
  if (told < TOLD && !handedOn) return false;
  if (isNegated(view.text) !== isNegated(known.text) || tellsEnd(view) !== tellsEnd(known)) return false;
  if (handedOn) return !newDay(view, known);
  if (told >= TOLD_NEARLY_WHOLE) return !otherDay(view, known);
  const { lexicon } = knowledge.analysis;
  const names = wholes(known, lexicon);
  return [...wholes(view, lexicon)].every((name) => names.has(name)) && !newDay(view, known);
}

/** It hands on words of somebody that are known: what stands around them is the telling. */
function quotesTheSame(view: StatementView, known: StatementView): boolean {
  const told = quotedPhrases(known.text);
  return quotedPhrases(view.text).some((words) =>
    told.some((other) => other.startsWith(words) || words.startsWith(other)),
  );
}

/** It says that something ended or was rewritten: whoever says that it is so says something else. */
function tellsEnd({ turns }: StatementView): boolean {
  return turns.some(({ sort }) => sort === 'ended' || sort === 'amended');
}

function eventDays(view: StatementView): readonly string[] {
  return view.statement.mentions.filter((m) => m.role === 'event').map((m) => m.start);
}

/** It names a day, and the known one none that fits. */
function newDay(view: StatementView, known: StatementView): boolean {
  const days = eventDays(view);
  const told = known.statement.date?.date;
  return days.some((day) => !eventDays(known).includes(day) && !(told !== undefined && day.startsWith(told)));
}

/** Both name a day, and not the same. */
function otherDay(view: StatementView, known: StatementView): boolean {
  return eventDays(view).length > 0 && eventDays(known).length > 0 && newDay(view, known);
}
