import type { Supersession } from '../chronicle/supersession.ts';
import { findSupersessions } from '../chronicle/supersession.ts';
import type { IsoDate } from '../model.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Answer, AnswerStatement, Citation, Declined, DeclineReason } from './answer.ts';
import { cite, composeStatements, shortAnswer } from './compose.ts';
import { confidenceOf, type Evidence, evidenceOf, type Weights } from './confidence.ts';
import type { RankingWeights } from './features.ts';
import { type Candidate, rankStatements } from './rank.ts';
import { renderText } from './text.ts';
import { selectStatements } from './select.ts';
import { visibleAsOf } from './visible.ts';

/** Fitted on labelled questions; kept as data. */
export interface AnsweringWeights {
  readonly ranking: RankingWeights;
  readonly confidence: Weights;
}

/** What answering needs beside the corpus. */
export interface Answering {
  readonly knowledge: Knowledge;
  readonly weights: AnsweringWeights;
  readonly supersessions: ReadonlyMap<number, Supersession>;
}

export interface AskRequest {
  /** The conversation, oldest first; the last is answered. */
  readonly turns: readonly string[];
  readonly asOf?: IsoDate;
}

/** From this probability on a question counts as answered. */
const ANSWERED_FROM = 0.5;
const NEAREST = 3;

export function prepareAnswering(knowledge: Knowledge, weights: AnsweringWeights): Answering {
  const supersessions = new Map(findSupersessions(knowledge).map((s) => [s.earlier, s]));
  return { knowledge, weights, supersessions };
}

/** What was made of a question on the way to its answer: for tuning and for explaining. */
export interface Considered {
  readonly question: Question;
  readonly ranked: readonly Candidate[];
  readonly evidence?: Evidence;
  readonly confidence: number;
}

export function consider({ turns, asOf }: AskRequest, { knowledge, weights }: Answering): Considered {
  const question = readQuestion(turns, asOf, knowledge);
  const day = question.asOfAsked ? question.asOf : undefined;
  const ranked = question.needs.length === 0 ? [] : rankStatements(question, knowledge, (view) => day === undefined || visibleAsOf(view, day, knowledge), weights.ranking);
  const best = ranked[0];
  if (!best) return { question, ranked, confidence: 0 };
  const evidence = evidenceOf(question, best);
  return { question, ranked, evidence, confidence: confidenceOf(evidence, weights.confidence) };
}

/** Answers from the corpus, or declines. The same request gives the same answer every time. */
export function ask(request: AskRequest, answering: Answering): Answer {
  const { knowledge, supersessions } = answering;
  const { question, ranked, confidence } = consider(request, answering);
  const base = { confidence: round(confidence), ...(question.asOf && { asOf: question.asOf }), corpus: knowledge.corpus.version };
  const best = ranked[0];
  if (!best || confidence < ANSWERED_FROM) return decline(question, ranked, base, knowledge);
  const open = new Map([...supersessions].filter(([, s]) => !question.asOfAsked || s.since <= (question.asOf ?? '')));
  const selected = selectStatements(question, ranked, open, knowledge);
  const lead = selected[0];
  if (!lead) return decline(question, ranked, base, knowledge);
  const fit = ranked.find((candidate) => candidate.view === lead.view)?.fit ?? { fit: 0, marked: [] };
  const statements = composeStatements(selected, fit) as [AnswerStatement, ...AnswerStatement[]];
  const citations = selected.map((one, i) => cite(i + 1, one.view, knowledge)) as [Citation, ...Citation[]];
  const short = shortAnswer(question, lead.view, fit);
  const answered = { outcome: 'answered' as const, ...base, statements, citations, ...(short && { short }), followUps: [], text: '' };
  return { ...answered, text: renderText(answered, knowledge) };
}

function decline(question: Question, ranked: readonly Candidate[], base: Omit<Declined, 'outcome' | 'reason' | 'nearest' | 'text'>, knowledge: Knowledge): Declined {
  const reason = reasonOf(question);
  const nearest = reason === 'not-in-sources' ? ranked.filter((c) => c.match.coverage >= 0.3).slice(0, NEAREST).map((c, i) => cite(i + 1, c.view, knowledge)) : [];
  const declined = { outcome: 'declined' as const, reason, nearest, ...base, text: '' };
  return { ...declined, text: renderText(declined, knowledge) };
}

function reasonOf(question: Question): DeclineReason {
  if (question.needs.length === 0) return 'not-a-question';
  const known = question.needs.filter((need) => !need.unknown && !need.inherited);
  return known.length === 0 ? 'off-topic' : 'not-in-sources';
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
