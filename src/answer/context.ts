import { findNeeds } from '../question/needs.ts';
import type { Need, Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isPerson } from '../statement/people.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';

/** What the turn before a question was answered with. */
export interface LastAnswer {
  readonly question: Question;
  readonly lead: StatementView;
  readonly fit: Fit;
}

const PERSON = /\b(?:he|him|his|she|her|hers)\b/i;
const THEM = /\b(?:they|them|their|it|its|that (?:one|company|firm|person))\b/i;

/** Whom or what a pronoun may mean, where the last answer named it and the question before did not. */
export function contextOf({ text }: Question, { question, lead, fit }: LastAnswer, knowledge: Knowledge): Need[] {
  const people = lead.names.filter((name) => isPerson(name, knowledge));
  const [marked] = fit.marked;
  const answered = lead.names.find((name) => marked && name.start < marked[1] && name.end > marked[0]);
  if (PERSON.test(text)) {
    const asked = question.needs.some(
      (need) => need.name && people.some((name) => name.text.toLowerCase().includes(need.word.toLowerCase())),
    );
    const person = people.find((name) => name === answered) ?? people[0];
    return asked || !person ? [] : findNeeds(person.text, knowledge);
  }
  if (THEM.test(text) && (question.kind === 'who' || question.kind === 'which') && answered)
    return findNeeds(answered.text, knowledge);
  return [];
}
