import { withoutMonth } from '../../src/calendar/may.ts';
import type { DocumentKind, StatementKind } from '../../src/model.ts';

/** What a sentence shows of its own sort, and where it stands. */
export interface KindClues {
  readonly quote: string;
  readonly heading?: string;
  readonly label?: string;
  readonly listItem: boolean;
  readonly documentKind?: DocumentKind;
  /** It carries an attribution mark or its document is news. */
  readonly sourced: boolean;
  readonly dated: boolean;
}

const GLOSSARY = /\b(?:glossary|definitions?|key terms|terms explained|terminology)\b/i;
const ADVICE_HEADING =
  /\b(?:takeaways?|what should|recommend\w*|advice|what to do|action items?|checklist|how to prepare|tips)\b/i;
const FORECAST_HEADING =
  /\b(?:scenarios?|outlook|what (?:might|could|may|will) happen|what(?:’|')s next|what to (?:watch|expect)|possible (?:outcomes|paths|futures)|the road ahead|forecasts?|predictions?|looking ahead)\b/i;
const ANALYSIS_HEADING =
  /\b(?:analysis|opinion|commentary|our take|what (?:this|it) means|implications?|final thoughts|bottom line|why it matters|our view|editorial|comment)\b/i;
const REPORTING =
  /\b(?:said|says|told|announced|announces|reported|reports|confirmed|disclosed|launched|signed|agreed|published|stated|wrote|revealed|surfaced|approved|ruled|filed|admitted|appointed|named|ordered|completed|began|opened|closed|changed|rewrote|acquired|paid|raised|cut|dropped|ended|resigned|added|declined|denied|acknowledged|unveiled|introduced|awarded|granted|rejected|delivered|voted|expanded|gave|keeps?|remains?)\b/;
const FORECAST =
  /\b(?:(?:will|would|could|may|might|should) (?:likely |probably |soon |eventually |therefore |then |also |not |never |be |become )*(?:be|become|lead|drive|force|push|rise|fall|grow|happen|mean|shape|seek|determine|weigh|reach|need|face|see|lose|gain|raise|take|make|accelerate|reverberate|cost|cause|hit|double|follow|open|start|begin|end|expand|weaken|improve|pressure|signal|[a-z]{3,})\b|likely to\b|expected to\b|expects? to\b|forecasts?\b|projected to\b|predicts?\b|(?:is|are) set to\b|poised to\b|(?:is|are) due to\b|on course to\b|over the next \d)/i;
const ADVICE =
  /^(?:(?:for [^:]{3,60}:\s*)?(?:explicitly |carefully |always |never |do not |don[’']t )?(?:ask|demand|prioriti[sz]e|consider|monitor|avoid|build|plan|check|review|negotiate|insist|prepare|watch|keep|don[’']t|do not|treat|read|book|compare|budget|assume|push|diversify|ensure|encourage|require|start|stop|wait|buy|sell|hold|expect)\b(?! (?:is|are|was|were|has|have)\b))/i;
const SHOULD =
  /\b(?:should (?:not )?(?!have\b|be (?:noted|clear))[a-z]+|ought to|must now|would do well to|had better|is wise to|are advised to|we recommend|(?:advises?|recommends?) (?:that |to )?)\b/i;
const OPINION =
  /\b(?:arguably|basically|essentially|fundamentally|in essence|at (?:its|their) (?:core|heart)|(?:the|a|an) (?:\w+ly )?(?:real|true|key|main|central|big|bigger|biggest|clear|clearer|clearest|strong|stronger|strongest|deep|deeper|deepest) (?:story|point|signal|risk|change|shift|lesson|test|threat|issue|prize|meaning)|(?:is|are|was) (?:really |ultimately |now )?about (?:who|whose|where|how|what|whether)|(?:harder|tougher|fiercer|harsher|more (?:brutal|ruthless|dangerous|painful|hopeful|interesting)) \w+|in (?:our|my) view|we (?:think|believe|expect)|in effect|this (?:means|signals|suggests|turns|underscores)|that (?:means|signals|matters|suggests)|suggests|signals|signaling|underscores?|highlights?|not because|looks? like|seems?|appears? to|a sign that|the result is|less a|more a|matters|winners?|invitation|reminder|structurally|strategic (?:pivot|shift)|cornerstone|the question is|optimistic|pessimistic|bearish|bullish|consensus)\b/i;
const QUOTED = /[“"]([^”"]{3,400})[”"]/g;
const SAYING =
  /\b(?:said|says|told|called?|wrote|added|described|saying|adding|warned|warns|stated|argued|insisted|promised|calls?)\b/i;

/** The sort of a statement. Opinion wins over report where both show: it must never pass for a fact. */
export function kindOf(clues: KindClues): StatementKind {
  const { quote, heading = '', label } = clues;
  if (label && GLOSSARY.test(heading)) return 'definition';
  const quotedWords = [...quote.matchAll(QUOTED)].reduce((sum, m) => sum + (m[1] ?? '').trim().split(/\s+/).length, 0);
  if (quotedWords >= 2 && SAYING.test(quote)) return 'quotation';
  const words = label ? quote.slice(quote.indexOf(':') + 1).replace(/^[*_\s]+/, '') : quote;
  if (/^for\b/i.test(label ?? '') && (ADVICE_HEADING.test(heading) || ADVICE.test(words))) return 'advice';
  if (ADVICE.test(words) && !/^\S+\s+(?:of|for|in)\b.*\b(?:is|are)\b/.test(words)) return 'advice';
  if (SHOULD.test(quote) || (ADVICE_HEADING.test(heading) && clues.listItem)) return 'advice';
  if (FORECAST_HEADING.test(heading)) return 'forecast';
  const reporting = REPORTING.test(quote);
  const opinionated =
    clues.documentKind === 'analysis' || clues.documentKind === 'commentary' || ANALYSIS_HEADING.test(heading);
  // "..., which could weaken" does not make a forecast of what is told before it.
  const main = withoutMonth(quote).replace(/, (?:which|a move|a sign|potentially|raising)\b.*$/, '');
  if (
    FORECAST.test(main) &&
    !(reporting && /\b(?:said|announced|told|agreed|says)\b/.test(quote)) &&
    !/^[^,]{0,60}\bmay have\b/.test(quote)
  )
    return 'forecast';
  if (OPINION.test(quote) && !(reporting && clues.dated)) return 'analysis';
  if (opinionated && !(reporting && (clues.dated || clues.sourced))) return 'analysis';
  return 'reported';
}

/** What a document's own form says of its kind; undefined where it says nothing. */
export function documentKindOf(text: string, headings: readonly string[], markCount: number): DocumentKind | undefined {
  if (/\bdaily briefing\b|\bdigest\b|\bnewsletter\b/i.test(text) && markCount >= 2) return 'digest';
  if (headings.some((h) => /^(?:analysis|our analysis|market analysis)$/i.test(h.trim()))) return 'analysis';
  const opinionHeadings = headings.filter(
    (h) => ANALYSIS_HEADING.test(h) || FORECAST_HEADING.test(h) || ADVICE_HEADING.test(h),
  ).length;
  if (opinionHeadings >= 2 && markCount === 0) return 'commentary';
  if (markCount >= 3) return 'news';
  return undefined;
}
