import { bounds } from '../calendar/iso.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** "Who had led it since 2016 and left": so it was until the later document. */
const HAD_BEEN_SO = () => /\bhad (?:\p{Ll}+ly )?\p{Ll}+/u;
const TOLD_AS_PAST = () =>
  /\b(?:was|were|had|did|stood|began|rose|fell|came|went|took|left|won|lost|sold|bought|made|paid|ran|gave|held|kept|met|sent|spent|grew|built|drew|chose|brought|caught|led|saw|shut|broke|became|shrank|sank|flew|drove|\p{Ll}{2,}ed)\b/u;

/** "The price that the firm named in March could not be held": only the clause within is of March. */
const CLAUSE_BEGINS = /\b(?:that|which|who|whom|whose)\b[^,;:]*$/u;
const GOES_ON_AFTER = () =>
  /^(?:[^,;.]*,)? (?:(?:now|still|also|then|soon|later) )?(?:will|would|is|are|was|were|has|have|had|can|could|must|may|might|did|does|\p{Ll}{2,}ed)\b/u;
/** "Less than the sum it gave in March", "on the 1st, not on the 10th as agreed in March": what is compared is of March. */
const COMPARED_WITH = () =>
  /\b(?:(?:than|instead of|compared (?:with|to)|unlike) (?:in|on|the \p{Ll}+|it|they|\p{Ll}+ed)|as \p{Ll}+ed|not (?:on|in|by|until|from))\b[^,;:]*$/u;

function isDatedAside({ statement, text }: StatementView): boolean {
  const dated = statement.mentions.filter(({ role }) => role === 'event');
  return (
    dated.length > 0 &&
    dated.every(({ span: [start, end] }) => {
      const before = text.slice(0, start);
      return COMPARED_WITH().test(before) || (CLAUSE_BEGINS.test(before) && GOES_ON_AFTER().test(text.slice(end)));
    })
  );
}

/**
 * Whether a statement can have been made, or tells of what held, by a day. A later event never shows; what is undated
 * stands or falls with its document; a definition has no date.
 */
export function visibleAsOf(view: StatementView, day: IsoDate, knowledge: Knowledge): boolean {
  const { statement } = view;
  if (statement.mentions.some((m) => m.role === 'event' && m.start > day)) return false;
  // A later document knows what was done on an earlier day; what has been so since some year it tells of its own day.
  const { published } = knowledge.document(statement.document);
  const { date } = statement;
  const dated =
    date !== undefined &&
    date.origin !== 'publication' &&
    !isDatedAside(view) &&
    (date.precision === 'day' || date.precision === 'month'
      ? // A day that its year would put long before the document is of the document's own time.
        (date.precision === 'day' || TOLD_AS_PAST().test(view.text)) && (knownBy(view, knowledge) ?? '') <= day
      : HAD_BEEN_SO().test(view.text));
  if (published && bounds(published).start > day && !dated && statement.kind !== 'definition') return false;
  if (date && date.origin !== 'publication') return bounds(date.date).start <= day;
  if (statement.kind === 'definition') return true;
  const document = knowledge.document(statement.document);
  const since = document.published ? bounds(document.published).start : document.notBefore;
  if (since === undefined || since <= day) return true;
  return view.past && !/\b(?:no longer|now|gave up|ended|ending)\b/i.test(view.text);
}
