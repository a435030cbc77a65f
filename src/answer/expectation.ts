import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { asksSame, CHANGE, CONTRAST, SAME } from '../statement/cues.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { dayOfDeed, isDayOfWord } from './day-of-deed.ts';
import { type Fit, NONE } from './fit.ts';
import { fitAmount } from './fit-amount.ts';
import { fitCause, STATED, TOLD } from './fit-cause.ts';
import { fitDefinition } from './fit-definition.ts';
import { fitAttribution, fitPlace, fitWho } from './fit-name.ts';
import { fitWhich } from './fit-which.ts';
import { asksLeave, tellsLeave } from './leave.ts';
import { asksOutlook, underOutlook } from './outlook.ts';
import { stillMeant } from './put-aside.ts';
import { DAY_VAGUE, timeOfHistory, vagueDay } from './vague-day.ts';
import { explainsWish } from './wished-for.ts';

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
      return fitWhy(question, view, knowledge);
    case 'definition':
      return fitDefinition(question, view);
    case 'advice':
      return { fit: fitAdvice(question, view, knowledge), marked: [] };
    case 'what changed':
      return tellsChange(view) && (!asksOfDay(question) || tellsDayAhead(view)) ? WHOLE : NONE;
    case 'comparison':
      return tellsContrast(view) ? WHOLE : NONE;
    case 'list':
      return fitList(question, view);
    case 'which':
      return fitWhich(question, view);
    case 'where':
      return fitPlace(question, view, knowledge);
    case 'yes or no':
      return { fit: mayOne(question) && tellsWhatOneMay(view) ? 1 : 0, marked: [] };
    case 'open':
      return asksSaid(question) && tellsSaid(view) ? WHOLE : NONE;
    default:
      return NONE;
  }
}

/** It holds the sort of thing asked for, in no words in particular. */
const WHOLE: Fit = { fit: 1, marked: [] };

const mayOne = remembered(({ text }: Question) => asksLeave(text));
const tellsWhatOneMay = remembered(({ text }: StatementView) => tellsLeave(text));
const tellsChange = remembered(({ text }: StatementView) => CHANGE.test(text));
const tellsContrast = remembered(({ text }: StatementView) => CONTRAST.test(text));

/** "What has changed in the date of the fair?": what tells of no day but its own does not say. */
const OF_A_DAY = /\b(?:change[sd]?|new|happened)\b.{1,20}\b(?:dates?|days?|deadline|schedule|timetable|timing)\b/i;
const asksOfDay = remembered(({ text, time }: Question) => time?.sort !== 'period' && OF_A_DAY.test(text));
const tellsDayAhead = ({ statement }: StatementView) => statement.mentions.some(({ role }) => role !== 'event');

function fitWhy(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  if (explainsAfterColon(question, view)) return { fit: STATED, marked: [] };
  const fit = fitCause(view, knowledge);
  if (fit.fit < OF_A_WISH && explainsWish(question, view)) return { fit: OF_A_WISH, marked: [] };
  return fit.fit > TOLD && isItsEffect(question, view) ? { fit: TOLD, marked: [] } : fit;
}

const OF_A_WISH = 0.8;

/** What a cause is told after that is a thing and no sentence. */
const BECAUSE_OF = () =>
  /\b(?:because of|due to|owing to|as a result of|thanks to|after|since|in response to) (?:the|a|an|its|their|this|that)(?: \p{L}+)? $/iu;

/** "The shares fell after the delay" tells what came of a delay, and not why there was one. */
function isItsEffect({ needs }: Question, { text, terms, tokens }: StatementView): boolean {
  const heaviest = needs.reduce<Question['needs'][number] | undefined>(
    (most, need) => (need.name || need.unknown || (most && most.weight >= need.weight) ? most : need),
    undefined,
  );
  const places = [...(heaviest?.alternatives ?? [])]
    .filter(([, strength]) => strength >= SAYS_IT)
    .flatMap(([key]) => terms.get(key)?.at ?? []);
  return places.length > 0 && places.every((at) => BECAUSE_OF().test(text.slice(0, tokens[at]?.start ?? 0)));
}

const SAYS_IT = 0.85;

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

const asksSaid = remembered(({ text }: Question) => ASKS_SAID.test(text));
const tellsSaid = remembered(({ text }: StatementView) => SAID.test(text));

const AHEAD =
  /\bwhen (?:will|would|can|could|should|might|may)\b|\bby when\b|\bwhen (?:is|are) .{1,60}\b(?:coming|arriving|opening|starting|leaving|back|ready|available|out)\b|\bwhen (?:does|do) (?!.{1,60}\b(?:dates?|says?|think|mean|ha(?:ve|s) to|needs? to)\b)|\bhow soon\b|\bwhen .{2,60}\b(?:due|expected|scheduled|planned|supposed|slated)\b/i;
const PAST_FOR_AHEAD = 0.6;
/** "When does it expire?": the day of something that is done is none on which a term ends. */
const ENDS_AHEAD =
  /\bwhen (?:does|do|will|is|are|would)\b.{2,60}\b(?:expires?|ends?|runs? out|laps(?:es?|ing)|over)\W*$/i;
const PAST_FOR_END = 0.1;

function fitDate(question: Question, view: StatementView): Fit {
  const { date } = view.statement;
  const mentions = question.time?.sort === 'earlier' ? view.statement.mentions : daysStillMeant(view);
  const { wantsTerm, ahead: asksAhead, endsAhead, done } = dayAsked(question);
  // "When will it open?": a day that lies behind the writer is not the one.
  if (asksAhead || endsAhead) {
    const ahead = mentions.filter((m) => m.role !== 'event');
    if (ahead.length > 0) return { fit: 1, marked: [dayOfDeed(question, view, ahead)] };
    if (mentions[0]) return { fit: endsAhead ? PAST_FOR_END : PAST_FOR_AHEAD, marked: [mentions[0].span] };
  }
  const own = mentions.filter((m) => (wantsTerm ? m.role !== 'planned' || mentions.length === 1 : m.role !== 'term'));
  const ofDeed = own.filter(({ span }) => !isDayOfWord(question, view, span));
  if (own[0] && ofDeed.length === 0) return { fit: TERM_FOR_DONE, marked: [own[0].span] };
  if (own.length > 0) return { fit: 1, marked: [dayOfDeed(question, view, ofDeed)] };
  // "When did it end?": a term that lies ahead is none on which something was done.
  if (mentions[0]) return { fit: done ? TERM_FOR_DONE : 0.6, marked: [mentions[0].span] };
  const historic = timeOfHistory(view);
  if (historic) return { fit: asksAhead ? PAST_FOR_AHEAD : 1, marked: [historic] };
  const vague = vagueDay(view);
  if (vague) return { fit: DAY_VAGUE, marked: [vague] };
  if (date && date.origin !== 'publication') return { fit: 0.45, marked: [] };
  return date ? { fit: 0.15, marked: [] } : NONE;
}

const daysStillMeant = remembered(({ statement, text }: StatementView) => stillMeant(statement.mentions, text));
const dayAsked = remembered(({ text }: Question) => ({
  wantsTerm: WANTS_TERM.test(text),
  ahead: AHEAD.test(text),
  endsAhead: ENDS_AHEAD.test(text),
  done: DONE.test(text),
}));
const WANTS_TERM = /\b(?:by when|until|till|through|expires?|expire|runs? out|ends?|deadline|how long|last)\b/i;
const DONE = /\bwhen (?:did|was|were|had)\b|\bsince when\b/i;
const TERM_FOR_DONE = 0.25;
const FOR_THOSE_ASKED = 1.3;
const FOR_JUST_THOSE = 1.6;
/** A word for them at least this near; "buyers" are who buys. */
const SAYS_WHOM = 0.9;
const DOER = /(?:er|or)s?$/;
/** A list wants an item of one, or a sentence that gives a row of things. */
function fitList(question: Question, view: StatementView): Fit {
  const { examples, outlook, same } = listAsked(question);
  if (examples)
    return {
      fit: /\b(?:examples? (?:include|are)|such as|including|for instance|like \p{Lu})/u.test(view.text) ? 1.5 : 0.2,
      marked: [],
    };
  if (outlook && (view.statement.kind === 'advice' || view.statement.kind === 'definition')) return NONE;
  if (outlook) {
    if (view.statement.listItem && view.statement.label !== undefined && view.hypothetical)
      return { fit: 1.2, marked: [] };
    if (underOutlook(view.statement)) return { fit: 1, marked: [] };
  }
  if (same) return { fit: SAME.test(view.text) ? 1 : 0.3, marked: [] };
  if (view.statement.listItem) return { fit: 1, marked: [] };
  return { fit: Math.min(1, Math.max(view.text.match(/, /g)?.length ?? 0, view.names.length - 1) / 3), marked: [] };
}

const listAsked = remembered(({ text }: Question) => ({
  examples: /\bexamples?\b/i.test(text),
  outlook: asksOutlook(text),
  same: asksSame(text),
}));

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
