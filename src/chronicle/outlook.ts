import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import { cite } from '../answer/compose.ts';
import { visibleAsOf } from '../answer/visible.ts';
import type { IsoDate } from '../model.ts';
import { overlap } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { knownBy } from './turns.ts';

export interface Prospect {
  readonly sort: 'scenario' | 'forecast' | 'risk';
  readonly citation: Citation;
  /** What was reported after it that bears on it, oldest first. No judgement is made of it. */
  readonly since: readonly Citation[];
}

const RISK = /\b(?:risks?|threat\w*|danger\w*|bearish|downside|exposure|uncertaint\w+|vulnerab\w+|jeopardi\w+)\b/i;
const SCENARIO = /\b(?:scenarios?|what (?:might|could|may) happen|possible (?:paths|outcomes))\b/i;
/** Share of words in common from which a report bears on a forecast. */
const BEARS_ON = 0.24;
const MOST_BEARING = 2;
const ORDER: readonly Prospect['sort'][] = ['scenario', 'forecast', 'risk'];

/** The scenarios, forecasts and risks that the sources name, scenarios first, each sort in order of the text. */
export function makeOutlook({ asOf }: { readonly asOf?: IsoDate }, { knowledge }: Answering): readonly Prospect[] {
  const shown = knowledge.views.filter((view) => asOf === undefined || visibleAsOf(view, asOf, knowledge));
  const reports = shown.filter(
    (v) =>
      (v.statement.kind === 'reported' || v.statement.kind === 'quotation') &&
      knownBy(v, knowledge) !== undefined &&
      !v.past,
  );
  let n = 0;
  const numbered = (view: StatementView) => {
    n += 1;
    return cite(n, view, knowledge);
  };
  const sorted = shown.flatMap((view) => {
    const sort = sortOf(view);
    return sort ? [{ view, sort }] : [];
  });
  sorted.sort(
    (a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort) || a.view.statement.index - b.view.statement.index,
  );
  return sorted.map(({ view, sort }): Prospect => {
    const since = reports
      .filter((report) => report.statement.document !== view.statement.document && isLater(report, view, knowledge))
      .map((report) => ({ report, shared: overlap(view, report, knowledge) }))
      .filter(({ shared }) => shared >= BEARS_ON)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MOST_BEARING)
      .map(({ report }) => report)
      .sort((a, b) => ((knownBy(a, knowledge) ?? '') < (knownBy(b, knowledge) ?? '') ? -1 : 1));
    return { sort, citation: numbered(view), since: since.map(numbered) };
  });
}

function sortOf(view: StatementView): Prospect['sort'] | undefined {
  const { kind, heading = '' } = view.statement;
  if (kind === 'forecast') return SCENARIO.test(heading) ? 'scenario' : 'forecast';
  return kind === 'analysis' && RISK.test(view.text) ? 'risk' : undefined;
}

/** Reported after the forecast was made; where its day is not known, any dated report is shown with its date. */
function isLater(report: StatementView, forecast: StatementView, knowledge: Knowledge): boolean {
  const made = knownBy(forecast, knowledge);
  return made === undefined || (knownBy(report, knowledge) ?? '') > made;
}
