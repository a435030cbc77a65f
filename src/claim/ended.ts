import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';

/** Words after a cue in which what ended is named. */
const WITHIN_WORDS = 5;
const MET = 0.5;
/** A figure that drops is no end. */
const FALLS_BY = /^ (?:by |to |from |about |around |below |some |another )?[$€£¥]?\d|^[.,]/;

/** It says of what the claim tells that it was dropped, scrapped, called off, or of the person that another came. */
export function endsMatter(part: ClaimPart, view: StatementView, relation: Relation | undefined): boolean {
  const at = (name: boolean) =>
    new Set(
      part.needs
        .filter((need) => need.name === name)
        .flatMap((need) =>
          [...need.alternatives].flatMap(([key, s]) => (s >= MET ? (view.terms.get(key)?.at ?? []) : [])),
        ),
    );
  const [words, names] = [at(false), at(true)];
  return view.turns.some(({ sort, start, end }) => {
    const after = view.tokens.findIndex((token) => token.start >= end);
    if (after < 0) return false;
    if (sort === 'succeeded') return names.has(after) && /^(?:replac|succe)/i.test(view.text.slice(start, end));
    if (sort !== 'ended' || FALLS_BY.test(view.text.slice(end))) return false;
    if (relation?.byVerb && relation.verbStart === start) return true;
    for (let i = after; i < Math.min(view.tokens.length, after + WITHIN_WORDS); i += 1) {
      if (/^(?:and|but|or|while)$/.test(view.tokens[i]?.word ?? '')) return false;
      if (words.has(i)) return true;
    }
    return false;
  });
}
