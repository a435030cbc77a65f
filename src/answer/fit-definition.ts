import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { DEFINING, INTRODUCING } from '../statement/cues.ts';
import type { StatementView } from '../statement/view.ts';
import { type Fit, NONE } from './fit.ts';

/** How well a statement says what the word asked about means. */
export function fitDefinition(question: Question, view: StatementView): Fit {
  const { label } = view.statement;
  const { asked, compounds, words } = termAsked(question);
  if (asked.length === 0) return NONE;
  const holds = (text: string) => compounds.every((compound) => compound.test(text));
  if (label && (holds(label) || holdsWhole(question.text, label)))
    return { fit: view.statement.kind === 'definition' ? 1.2 : 0.8, marked: [] };
  // "Float: all the money that ..." at the head of a line, whatever the heading over it.
  const term = termOf(view);
  if (term !== undefined && holds(term)) return { fit: 1.2, marked: [] };
  // "Milestone" is what there is to say of a "milestone payment".
  if (label && view.statement.kind === 'definition') {
    const said = asked.filter((_, i) => words[i]?.test(label));
    const whole = label.trim().split(/\s+/).length <= said.length;
    if (whole && said.length > 0 && said[0] === asked[0]) return { fit: 1, marked: [] };
  }
  // The term may stand in the sentence under another of its names.
  const spans = asked.flatMap((need) => spansOf(need, view));
  const start = Math.min(...spans.map(([from]) => from));
  const end = Math.max(...spans.map(([, to]) => to));
  if (spans.length === 0 || end - start > 60) return NONE;
  const before = view.text.slice(0, start);
  const after = view.text.slice(end);
  if (/\b(?:known as|called|meaning|abbreviated|or)\s+["“]?$|\($/i.test(before)) return { fit: 1, marked: [] };
  if (DEFINING().test(after)) return { fit: 1, marked: [] };
  if (INTRODUCING.test(before)) return { fit: 0.9, marked: [] };
  // "Becomes “preferred grower”: ..., and that is all the word means": the term in marks, and what is made of it.
  if (/["“‘]$/.test(before.slice(-1)) && GLOSSES().test(after)) return { fit: 0.8, marked: [] };
  return {
    fit: /\b(?:meaning|known as|called|defined as|refers? to|that is,|i\.e\.)(?=\s)/i.test(view.text) ? 0.7 : 0,
    marked: [],
  };
}

/** The words of which the meaning is asked, and how each is found in a text: with those that it is joined to, and alone. */
const termAsked = remembered(({ text, needs }: Question) => {
  const asked = needs.filter((n) => !n.inherited && n.weight > 0.3);
  return {
    asked,
    compounds: asked.map(({ word }) => opening(compoundOf(word, text))),
    words: asked.map(({ word }) => opening(word)),
  };
});

const termOf = remembered(({ text }: StatementView) => /^["“*_]*([^:."”*_]{2,40})["”*_]*: /u.exec(text)?.[1]);

const GLOSSES = () =>
  /^["”’,]{0,2}(?: \w+){0,2}: \p{Ll}|\b(?:means?|meant|meaning|the (?:word|term|phrase)|in other words|that is to say)\b/u;

function spansOf(need: Question['needs'][number], view: StatementView): (readonly [number, number])[] {
  for (const [key, strength] of need.alternatives) {
    if (strength < 0.9) continue;
    const at = view.terms.get(key)?.at[0];
    const concept = view.concepts.find((c) => c.key === key);
    const last = concept ? concept.last - 1 : at;
    if (at !== undefined && last !== undefined) return [[view.tokens[at]?.start ?? 0, view.tokens[last]?.end ?? 0]];
  }
  return [];
}

/** "On-trade" is not "off-trade": a word that the question joins to one before it is asked for with that. */
function compoundOf(word: string, text: string): string {
  if (!text.includes('-')) return word;
  return new RegExp(`(?<![\\p{L}\\p{N}-])\\p{L}+-${escapeWord(word)}\\b`, 'iu').exec(text)?.[0] ?? word;
}

/** The label stands in the question as it is, with words that say little by themselves. */
function holdsWhole(text: string, label: string): boolean {
  return opening(label.trim()).test(text);
}

function opening(word: string): RegExp {
  return new RegExp(`\\b${escapeWord(word)}`, 'i');
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
