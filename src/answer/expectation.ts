import type { Question } from '../question/question.ts';
import { asksSame, CHANGE, CONTRAST, SAME } from '../statement/cues.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { type Fit, NONE, nearest } from './fit.ts';
import { fitAmount } from './fit-amount.ts';
import { fitCause, STATED } from './fit-cause.ts';
import { fitDefinition } from './fit-definition.ts';
import { fitAttribution, fitPlace, fitWhich, fitWho } from './fit-name.ts';
import { asksLeave, tellsLeave } from './leave.ts';
import { asksOutlook, underOutlook } from './outlook.ts';
import { stillMeant } from './put-aside.ts';

/** Whether the statement holds the sort of thing that the question asks for. */
export function fitOf(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  switch (question.kind) {
    case 'how much':
      return fitAmount(question, view, knowledge);
    case 'when':
      return fitDate(question, view);
    case 'who':
      return fitWho(question, view, knowledge);
    case 'attribution':
      return fitAttribution(question, view);
    case 'why':
      return explainsAfterColon(question, view) ? { fit: STATED, marked: [] } : fitCause(view, knowledge);
    case 'definition':
      return fitDefinition(question, view);
    case 'advice':
      return { fit: fitAdvice(question, view, knowledge), marked: [] };
    case 'what changed':
      return { fit: CHANGE.test(view.text) ? 1 : 0, marked: [] };
    case 'comparison':
      return { fit: CONTRAST.test(view.text) ? 1 : 0, marked: [] };
    case 'list':
      return fitList(question, view);
    case 'which':
      return fitWhich(question, view);
    case 'where':
      return fitPlace(question, view, knowledge);
    case 'yes or no':
      return { fit: asksLeave(question.text) && tellsLeave(view.text) ? 1 : 0, marked: [] };
    case 'open':
      return ASKS_SAID.test(question.text) && SAID.test(view.text) ? { fit: 1, marked: [] } : NONE;
    default:
      return NONE;
  }
}

/** "For weavers it is mixed: they gain ...": what is asked stands before a colon, and why after it. */
function explainsAfterColon({ needs }: Question, view: StatementView): boolean {
  const colon = /(?<=\S{2,} .{10,}): (?=\p{Ll})/u.exec(view.text);
  return (
    colon !== null &&
    needs.length > 1 &&
    needs.every(({ alternatives }) =>
      [...alternatives].some(
        ([key, strength]) =>
          strength >= SAYS_WHOM && view.terms.get(key)?.at.some((at) => (view.tokens[at]?.end ?? 0) <= colon.index),
      ),
    )
  );
}

/** "What did the memo say?" */
const ASKS_SAID =
  /\bwhat (?:did|does|do) .{1,60}\b(?:say|tell|write|argue|claim|warn|complain|promise|demand|propose|ask)\b/i;
const SAID =
  /[“"][^”"]{8,}[”"]|\b(?:says?|said|tells?|told|writes?|wrote|complain\w*|argu\w+|warn\w*|wants|demand\w*|calls? for|ask(?:s|ed) for|according to|by (?:her|his|its|their) (?:count|account))\b/i;

const AHEAD =
  /\bwhen (?:will|would|can|could|should|might|may)\b|\bby when\b|\bwhen (?:is|are) .{1,60}\b(?:coming|arriving|opening|starting|leaving|back|ready|available|out)\b|\bhow soon\b|\bwhen .{2,60}\b(?:due|expected|scheduled|planned|supposed|slated)\b/i;
const PAST_FOR_AHEAD = 0.6;
/** "When does it expire?": the day of something that is done is none on which a term ends. */
const ENDS_AHEAD =
  /\bwhen (?:does|do|will|is|are|would)\b.{2,60}\b(?:expires?|ends?|runs? out|laps(?:es?|ing)|over)\W*$/i;
const PAST_FOR_END = 0.1;

function fitDate(question: Question, view: StatementView): Fit {
  const { date } = view.statement;
  const mentions =
    question.time?.sort === 'earlier' ? view.statement.mentions : stillMeant(view.statement.mentions, view.text);
  const wantsTerm = /\b(?:by when|until|till|through|expires?|expire|runs? out|ends?|deadline|how long|last)\b/i.test(
    question.text,
  );
  // "When will it open?": a day that lies behind the writer is not the one.
  if (AHEAD.test(question.text) || ENDS_AHEAD.test(question.text)) {
    const ahead = mentions.filter((m) => m.role !== 'event');
    if (ahead.length > 0)
      return {
        fit: 1,
        marked: [
          nearest(
            ahead.map((m) => m.span),
            question,
            view,
          ),
        ],
      };
    if (mentions[0])
      return { fit: ENDS_AHEAD.test(question.text) ? PAST_FOR_END : PAST_FOR_AHEAD, marked: [mentions[0].span] };
  }
  const own = mentions.filter((m) => (wantsTerm ? m.role !== 'planned' || mentions.length === 1 : m.role !== 'term'));
  if (own.length > 0)
    return {
      fit: 1,
      marked: [
        nearest(
          own.map((m) => m.span),
          question,
          view,
        ),
      ],
    };
  // "When did it end?": a term that lies ahead is none on which something was done.
  if (mentions[0]) return { fit: DONE.test(question.text) ? TERM_FOR_DONE : 0.6, marked: [mentions[0].span] };
  const vague = VAGUE_DAY.exec(view.text);
  if (vague) return { fit: DAY_VAGUE, marked: [[vague.index, vague.index + vague[0].length]] };
  if (date && date.origin !== 'publication') return { fit: 0.45, marked: [] };
  return date ? { fit: 0.15, marked: [] } : NONE;
}

const DONE = /\bwhen (?:did|was|were|had)\b|\bsince when\b/i;
const TERM_FOR_DONE = 0.25;
/** A time that no calendar fixes: a season, a part of a year, a stretch from now on. */
const VAGUE_DAY =
  /\b(?:(?:on |since |until |by |from |last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:to|over)night|this (?:morning|afternoon|evening)|(?:at|before|after|until|till|since|by|over|on) (?:Christmas|Easter|Good Friday|New Year(?:['’]s (?:Day|Eve))?|the turn of the year|the new year|the weekend)|(?:\w+ )?(?:days|weeks|months|years) (?:ago|later|earlier)|(?:early |late |mid-?|next |last |this |the )*(?:spring|summer|autumn|winter)|(?:next|this|last) (?:week|month|quarter|year|season)|(?:with)?in (?:the )?(?:next |coming |first )?(?:\w+|\d+)(?:-\d+)? (?:days|weeks|months|quarters|years)|(?:before|by|until|at|towards?) (?:the )?(?:start|middle|end) of (?:the |next |this )?(?:week|month|quarter|year|season))\b/i;
const DAY_VAGUE = 0.8;

const FOR_THOSE_ASKED = 1.3;
const FOR_JUST_THOSE = 1.6;
/** A word for them at least this near; "buyers" are who buys. */
const SAYS_WHOM = 0.9;
const DOER = /(?:er|or)s?$/;
/** A list wants an item of one, or a sentence that gives a row of things. */
function fitList(question: Question, view: StatementView): Fit {
  if (/\bexamples?\b/i.test(question.text))
    return {
      fit: /\b(?:examples? (?:include|are)|such as|including|for instance|like \p{Lu})/u.test(view.text) ? 1.5 : 0.2,
      marked: [],
    };
  if (asksOutlook(question.text) && (view.statement.kind === 'advice' || view.statement.kind === 'definition'))
    return NONE;
  if (asksOutlook(question.text)) {
    if (view.statement.listItem && view.statement.label !== undefined && view.hypothetical)
      return { fit: 1.2, marked: [] };
    if (underOutlook(view.statement)) return { fit: 1, marked: [] };
  }
  if (asksSame(question.text)) return { fit: SAME.test(view.text) ? 1 : 0.3, marked: [] };
  if (view.statement.listItem) return { fit: 1, marked: [] };
  return { fit: Math.min(1, Math.max(view.text.match(/, /g)?.length ?? 0, view.names.length - 1) / 3), marked: [] };
}

/** Advice that its label gives to those asked about comes before advice to others. */
function fitAdvice(question: Question, { statement }: StatementView, knowledge: Knowledge): number {
  if (statement.kind !== 'advice') return 0;
  const { label } = statement;
  if (!label) return 1;
  const told = knowledge.analysis.analyze(label).filter(({ stop }) => !stop);
  const asked = told.filter(({ stem, word }) =>
    question.needs.some(
      (need) =>
        !need.inherited &&
        need.word.length > 2 &&
        [...need.alternatives].some(
          ([key, strength]) =>
            strength >= SAYS_WHOM && (key === stem || (DOER.test(word) && word.startsWith(key) && key.length > 2)),
        ),
    ),
  );
  if (asked.length === 0) return 1;
  return asked.length === told.length ? FOR_JUST_THOSE : FOR_THOSE_ASKED;
}
