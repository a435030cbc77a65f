import { dayNumber } from '../calendar/iso.ts';
import { findFloors, sharedOrigin } from '../chronicle/origin.ts';
import type { Supersession } from '../chronicle/supersession.ts';
import { findSupersessions } from '../chronicle/supersession.ts';
import { findTurns, knownBy, type Turn } from '../chronicle/turns.ts';
import type { JudgementWeights } from '../claim/judgement.ts';
import type { IsoDate } from '../model.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read.ts';
import { answeredReply, type Reach } from '../reply/answer-reply.ts';
import { plainText } from '../reply/reply.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Steps } from '../steps.ts';
import type { Answer, AnswerStatement, Citation } from './answer.ts';
import { cite, composeStatements, shortAnswer } from './compose.ts';
import { confidenceOf, type Evidence, evidenceOf, type Weights } from './confidence.ts';
import { contextOf, type LastAnswer } from './context.ts';
import { decline, isOffTopic, isOfSomebodyElse, isUndefined } from './decline.ts';
import type { RankingWeights } from './features.ts';
import { followUpsOf } from './follow-ups.ts';
import { hasNotEndedYet, leansOnNothing } from './not-ended.ts';
import { tellsVerbAsked } from './noun-alone.ts';
import { isOfTheTime, missesTime } from './of-the-time.ts';
import { missesWhatIsAsked, putAnswersFirst } from './order.ts';
import { type Candidate, rankStatements } from './rank.ts';
import { reachOf } from './reach.ts';
import { selectStatements } from './select.ts';
import { namesTimeAlone } from './time-alone.ts';
import { periodFit } from './time-fit.ts';
import { visibleAsOf } from './visible.ts';
import type { YesOrNo } from './yes-no.ts';

/** Fitted on labelled questions; kept as data. */
export interface AnsweringWeights {
  readonly ranking: RankingWeights;
  readonly confidence: Weights;
  readonly claims: JudgementWeights;
}

/** What answering needs beside the corpus. */
export interface Answering {
  readonly knowledge: Knowledge;
  readonly weights: AnsweringWeights;
  /** Given, since it reads claims: whoever asks no such question need not load all that does. */
  readonly yesOrNo: YesOrNo;
  readonly turns: readonly Turn[];
  readonly supersessions: ReadonlyMap<number, Supersession>;
  /** These, and the doubtful ones too: what may be over bears out no claim. */
  readonly endings: ReadonlyMap<number, Supersession>;
  /** Terms that say that something is one's alone. */
  readonly exclusiveTerms: ReadonlySet<string>;
  readonly reach: Reach;
  /** For documents that state no date: the newest dated report whose words they hand on. They cannot be older. */
  readonly floors: ReadonlyMap<string, IsoDate>;
}

export interface AskRequest {
  /** The conversation, oldest first; the last is answered. */
  readonly turns: readonly string[];
  readonly asOf?: IsoDate;
}

/** From this probability on a question counts as answered. */
const ANSWERED_FROM = 0.5;
/** What a plain reason rules out is declined, however likely it looks: at most this much of its probability stays. */
const RULED_OUT = 0.45;
/** "What happened on that day?" names nothing but the day: what is dated to it answers. */
const ON_THE_DAY = 0.7;

/** A step for each statement that is compared with others. */
export function* answeringSteps(knowledge: Knowledge, weights: AnsweringWeights, yesOrNo: YesOrNo): Steps<Answering> {
  const turns = findTurns(knowledge);
  const supersessions = yield* findSupersessions(turns, knowledge);
  return answeringOn(knowledge, weights, yesOrNo, { turns, supersessions, floors: yield* findFloors(knowledge) });
}

/** What comes of holding all statements of a corpus against one another. */
export interface Compared {
  readonly turns: readonly Turn[];
  readonly supersessions: readonly Supersession[];
  readonly floors: ReadonlyMap<string, IsoDate>;
}

/** What it takes to answer, from statements that were compared before. */
export function answeringOn(
  knowledge: Knowledge,
  weights: AnsweringWeights,
  yesOrNo: YesOrNo,
  { turns, supersessions, floors }: Compared,
): Answering {
  const endings = new Map(supersessions.map((s) => [s.earlier, s]));
  const exclusive = knowledge.analysis.analyze('exclusive sole only alone monopoly').map((token) => token.stem);
  return {
    knowledge,
    weights,
    yesOrNo,
    turns,
    supersessions: new Map([...endings].filter(([, { doubtful }]) => !doubtful)),
    endings,
    exclusiveTerms: new Set(exclusive),
    reach: reachOf(knowledge.corpus),
    floors,
  };
}

/** What held on the day asked for, and ended later, tells how things stood. */
const IN_FORCE = 0.3;

/** Kinds that ask for what was so, and not for what was done. */
const STATES: ReadonlySet<Question['kind']> = new Set(['who', 'how much', 'where']);
/** What is of a single day is a deed; a year has many figures, and few heads. */
const LEAST_DAYS = 7;
const MOST_DAYS = 100;
const MOST_DAYS_WHO = 366;

function heldThen(view: StatementView, question: Question, { supersessions, knowledge }: Answering): boolean {
  const { kind, time, asOf, asOfAsked } = question;
  const end = supersessions.get(view.statement.index);
  if (time?.sort === 'earlier') return end !== undefined;
  if (time?.sort === 'period') {
    const days = dayNumber(time.end) - dayNumber(time.start);
    if (!STATES.has(kind) || days < LEAST_DAYS || days > (kind === 'who' ? MOST_DAYS_WHO : MOST_DAYS)) return false;
    const told = knownBy(view, knowledge);
    return (
      periodFit(question, view) > 0 ||
      (told !== undefined && told <= time.end && (end === undefined || end.since > time.start))
    );
  }
  return asOfAsked && asOf !== undefined && end !== undefined && end.since > asOf;
}

/** What was made of a question on the way to its answer: for tuning and for explaining. */
export interface Considered {
  readonly question: Question;
  readonly ranked: readonly Candidate[];
  readonly evidence?: Evidence;
  readonly confidence: number;
}

/** Reads the last of the turns and ranks the statements for it; the confidence is a probability, 0 to 1. */
export function consider({ turns, asOf }: AskRequest, answering: Answering): Considered {
  const { knowledge, weights, floors, supersessions } = answering;
  const bare = readQuestion(turns, asOf, knowledge);
  const previous = bare.leans ? lastAnswer({ turns: turns.slice(0, -1), ...(asOf && { asOf }) }, answering) : undefined;
  const read = previous ? readQuestion(turns, asOf, knowledge, contextOf(bare, previous, knowledge)) : bare;
  const timeAlone = namesTimeAlone(read);
  const question = timeAlone ? { ...read, needs: [] } : read;
  const day = question.asOfAsked ? question.asOf : undefined;
  const ranked =
    question.needs.length === 0 && !timeAlone
      ? []
      : putAnswersFirst(
          question,
          previous?.lead.statement,
          rankStatements(
            question,
            knowledge,
            (view) =>
              (!timeAlone || isOfTheTime(view, question, answering)) &&
              !missesTime(view, question, answering) &&
              (day === undefined ||
                (visibleAsOf(view, day, knowledge) && !((floors.get(view.statement.document) ?? '') > day))),
            weights.ranking,
            (view) => (heldThen(view, question, answering) ? IN_FORCE : 0),
            previous && { lead: previous.lead.statement, kind: previous.question.kind },
          ),
          knowledge,
        );
  const best = ranked[0];
  if (!best) return { question, ranked, confidence: 0 };
  const evidence = evidenceOf(question, best, knowledge.analysis.lexicon);
  // A question of which the corpus does not know the most is about something else, whatever the rest happens to meet.
  const confidence = timeAlone ? ON_THE_DAY : confidenceOf(evidence, weights.confidence);
  return {
    question,
    ranked,
    evidence,
    confidence:
      isOffTopic(question, best, knowledge) ||
      isOfSomebodyElse(question, best, knowledge) ||
      isUndefined(question, best) ||
      leansOnNothing(question, best, previous) ||
      hasNotEndedYet(question, previous, supersessions) ||
      missesWhatIsAsked(question, best, knowledge.analysis.lexicon)
        ? confidence * RULED_OUT
        : confidence,
  };
}

/** Turns further back than this no longer say what is spoken of. */
const MOST_TURNS_BACK = 3;

/** What the turn before was answered with; undefined where it was declined. */
function lastAnswer({ turns, asOf }: AskRequest, answering: Answering): LastAnswer | undefined {
  const request = { turns: turns.slice(-MOST_TURNS_BACK), ...(asOf && { asOf }) };
  const { question, ranked, confidence } = consider(request, answering);
  if (confidence < ANSWERED_FROM) return undefined;
  const lead = selectStatements(question, ranked, inForce(question, answering), answering.turns, answering.knowledge)[0]
    ?.view;
  const fit = ranked.find(({ view }) => view === lead)?.fit;
  return lead && fit && { question, lead, fit };
}

/** The supersessions that had come about by the day that is asked for. */
function inForce({ asOf, asOfAsked }: Question, { supersessions }: Answering): ReadonlyMap<number, Supersession> {
  return asOfAsked ? new Map([...supersessions].filter(([, s]) => s.since <= (asOf ?? ''))) : supersessions;
}

/** Answers from the corpus, or declines. The same request gives the same answer every time. */
export function ask(request: AskRequest, answering: Answering): Answer {
  const { knowledge, reach } = answering;
  const { question, ranked, confidence } = consider(request, answering);
  const base = {
    confidence: round(confidence),
    ...(question.asOf && { asOf: question.asOf }),
    corpus: knowledge.corpus.version,
  };
  const best = ranked[0];
  const tooEarly =
    question.asOfAsked &&
    question.asOf !== undefined &&
    reach.oldest !== undefined &&
    question.asOf < reach.oldest &&
    best?.view.statement.kind !== 'definition';
  if (!best || tooEarly || confidence < ANSWERED_FROM) return decline(question, ranked, base, answering);
  const open = inForce(question, answering);
  const selected = selectStatements(question, ranked, open, answering.turns, knowledge);
  const lead = selected[0];
  if (!lead) return decline(question, ranked, base, answering);
  const leading = ranked.find((candidate) => candidate.view === lead.view);
  const fit = leading?.fit ?? { fit: 0, marked: [] };
  const statements = composeStatements(selected, fit) as [AnswerStatement, ...AnswerStatement[]];
  const citations = selected.map((one, i) => cite(i + 1, one.view, knowledge)) as [Citation, ...Citation[]];
  const short =
    question.kind === 'yes or no'
      ? tellsVerbAsked(question, lead.view)
        ? answering.yesOrNo(question.text, lead.view, knowledge)
        : undefined
      : shortAnswer(question, lead.view, fit);
  const answered = {
    outcome: 'answered' as const,
    ...base,
    statements,
    citations,
    ...(short && { short }),
    notes: notesOf(
      question,
      selected.map((one) => one.view),
      asksEarlier(question) ? undefined : open.get(lead.view.statement.index),
      knowledge,
    ),
    followUps: followUpsOf(
      question,
      selected.map((one) => one.view),
      answering,
    ),
  };
  return { ...answered, text: plainText(answeredReply(answered, reach)) };
}

function asksEarlier({ time }: Question): boolean {
  return time?.sort === 'earlier' || time?.sort === 'period';
}

function notesOf(
  { asOf, asOfAsked }: Question,
  told: readonly StatementView[],
  partly: Supersession | undefined,
  knowledge: Knowledge,
): string[] {
  const { newest } = knowledge.corpus;
  const notes: string[] = [];
  const after = partly ? told.findIndex((view) => view.statement.index === partly.later) : -1;
  if (partly && after > 0)
    notes.push(`Not all of [1] holds any longer: [${after + 1}] tells what changed, since ${partly.since}.`);
  const origin = told.map((view) => sharedOrigin(view, knowledge)).find((found) => found !== undefined);
  if (origin) {
    const by = origin.reporter ? `, as ${origin.reporter} reported it` : '';
    notes.push(`${origin.documents.length} documents tell this from one origin${by}: all quote “${origin.words}”.`);
  }
  if (asOfAsked && asOf && newest && asOf > newest)
    notes.push(`The sources end at ${newest}: what came after is not known here.`);
  return notes;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
