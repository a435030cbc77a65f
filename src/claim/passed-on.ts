import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';

/** A post that only one person has. */
const ONLY_ONE =
  /\b(?:is|are|heads?|leads?|chairs?|runs)\b.*?\b(?:the )?(?<!\b(?:deputy|vice|assistant|former|co-) ?)(?:head|chief executive|chief \p{Ll}+ officer|chair(?:man|woman)?|president|mayor|minister|leader|captain|headmaster|rector|principal|general manager|managing director|conductor|chief conductor|editor-in-chief)\b/iu;
const OWNS = /^(?:own|hold|have|keep|possess)$/;
/** All of it, as nothing is said of a part. */
const SOLD_IT =
  /\b(?:sold(?: off)?|sells|disposed of|gave up|parted with) (?:all (?:of )?|the whole of |the rest of )?(?:its|their|his|her) (?:whole |entire |remaining |last )?(?:[\d.,]+ ?(?:%|per ?cent) )?(?:stake|shares|shareholding|holding|interest)\b/i;

/** A newer statement that another has the post which the claim gives somebody, or that the share which it gives them was sold. */
export function passedOn(part: ClaimPart, newer: readonly Comparison[]): Comparison | undefined {
  if (part.happened || part.past || part.negated || part.certainty === 'planned') return undefined;
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent)).map(({ text }) => text.toLowerCase());
  if (agents.length !== 1) return undefined;
  const post = ONLY_ONE.test(part.text);
  const share = OWNS.test(part.predicate?.base ?? '') && part.amounts.some(({ sort }) => sort === 'percent');
  return newer.find((c) => {
    const unsaid = c.silent.map((words) => words.toLowerCase());
    if (post)
      return (
        c.toldBy === 'other' &&
        c.missing.length === 0 &&
        !c.view.hypothetical &&
        !c.past &&
        HAS_NOW.test(c.view.text) &&
        c.different.every((one) => one === 'name') &&
        unsaid.every((words) => words === 'by whom' || words === 'another name' || agents.includes(words))
      );
    return (
      share &&
      SOLD_IT.test(c.view.text) &&
      agents.every((name) => c.view.text.toLowerCase().split(SOLD_IT)[0]?.includes(name)) &&
      part.names.every(({ text }) => c.view.text.includes(text))
    );
  });
}

const HAS_NOW = /\b(?:is|has been|have been|are) (?:now |the (?:new )?|its |their )*(?!to\b)/i;
