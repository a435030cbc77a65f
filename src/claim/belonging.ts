import type { Need } from '../question/question.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import { isKeyOf, type NameGroup, namesIt } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import { verbOf } from './verbs.ts';

/** Words within which two words of a statement may still belong together. */
const TOGETHER = 4;

/**
 * Pairs of words that stand side by side in the claim and far apart in the statement: "the final whistle ... a series" is
 * no final series.
 */
export function tornApart(part: ClaimPart, view: StatementView): string[] {
  return part.needs.flatMap((need, i) => {
    const next = part.needs[i + 1];
    if (!next || next.at !== need.at + 1 || !isPlainNoun(need) || !isPlainNoun(next)) return [];
    const between = part.text.slice((part.places[i] ?? 0) + need.word.length, part.places[i + 1] ?? 0);
    if (between !== ' ') return [];
    const [ones, others] = [placesOfNeed(need, view), placesOfNeed(next, view)];
    if (ones.length === 0 || others.length === 0) return [];
    const near = ones.some((a) => others.some((b) => Math.abs(a - b) <= TOGETHER));
    return near ? [] : [`${need.word} ${next.word}`];
  });
}

/** A verb and an adverb may stand anywhere, and so may what a name says beside a noun. */
function isPlainNoun({ word, name, weight }: Need): boolean {
  const forms = verbOf(word)?.forms;
  // "Frozen soup": what can only be a participle says what sort of thing it is.
  const isNoVerb = forms === undefined || (forms.size === 1 && forms.has('participle'));
  return !name && weight >= SUBSTANCE && !/^\p{Lu}|ly$/u.test(word) && isNoVerb;
}

/** Of whom the claim tells it, where the statement names only others as those who do what it tells: "Alder has cut 11 of its 14 yards". */
export function ofOthers(part: ClaimPart, view: StatementView, knowledge: Knowledge): string[] {
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (agents.length === 0 || agents.some((group) => namesIt(group, part.needs, view))) return [];
  const among = (key: string, groups: readonly NameGroup[]) =>
    groups.some((group) => isKeyOf(group, part.needs, [key]));
  const names = nameKeys(view, knowledge.analysis.lexicon);
  const bearers = predicatesOf(view).flatMap(({ passive }, i) => {
    const { agent, others } = rolesIn(view, i);
    return names.filter(({ at }) => inStretch(at, passive ? others[0] : agent)).map(({ key }) => key);
  });
  return bearers.length > 0 && !bearers.some((key) => among(key, part.names)) ? agents.map(({ text }) => text) : [];
}
