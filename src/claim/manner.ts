import { remembered } from '../remembered.ts';
import { turnsOf } from '../statement/state.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf, deniesExclusive, isExclusive, isNegated, isObliged } from './assertion.ts';
import type { Difference } from './difference.ts';
import { agreesBeside } from './main-clause.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';
import { rememberedStretch } from './stretch-view.ts';
import { sameClass } from './verb-classes.ts';
import { agreesInWithout } from './without.ts';

/** How a clause says it: whether it is so, for one alone, bound to be, and how surely. */
export interface Manner {
  readonly different: readonly Difference[];
  readonly silent: readonly string[];
}

const ACTION =
  /\b(?:has|have|had|already|did)\b|\b\p{L}{2,}ed\b|\b(?:bought|sold|began|paid|took|gave|built|spent|put|went|came|sent|won|made)\b/iu;

const NO_LONGER = /\b(?:no longer|any ?more|any longer|stopped|ceased)\b/i;
const OVER =
  /\b(?:closed to|closed|ended|stopped|ceased|dropped|gave up|given up|scrapped|gone|over|suspended|halted|free to|lost)\b/i;
/** "Denied that it had bought the yard": what is denied is told in a clause of its own. */
const DENIED_THAT =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|rejects?|rejected|dismiss(?:es|ed)|refut(?:es?|ed)|no truth in|not true|untrue|unlikely|doubts?|doubted|doubtful)(?: (?:the |a |an )?(?:claims?|reports?|rumou?rs?|suggestions?|idea|stor(?:y|ies)|talk))? that(?: (?:it|they|he|she|there))? ?$/i;
/** "Closed it without ordering a change": none was ordered. */
const WITHOUT_DOING = /\bwithout (?:\p{L}+ly |even )?$/iu;
/** What has still to be done is not done; that it must be done is another claim. */
const STILL_TO_DO = /\bstill (?:has|have|needs?|had) to\b/i;
/** "Should have been put to tender": it was not. */
const UNDONE = /\b(?:should|ought to) have\b/i;
/** "Nearly lost its licence": it did not. */
const NEARLY = /\b(?:nearly|almost|all but|narrowly missed|came close to) $/i;
const NEARLY_SO = /\b(?:nearly|almost|all but|narrowly|close to)\b/i;
/** What somebody had to do was done. */
const HAD_TO = /\b(?:had|was forced|were forced) to\b/i;

/** "May sell to any operator" permits it, and says nothing of how likely it is. */
const PERMITTED =
  /\b(?:from|since|until|as of) [^.;]{3,30}\bmay (?!be\b|have\b)|\bmay (?!be\b|have\b)[^.;,]*\b(?:any|every|all|anyone|anybody|other)\b|\b(?:now|freely|no longer) [^.;,]{0,20}\bmay\b|\bmay (?:now|again|no longer)\b/i;

/** "Without taking any measures": none, and not all of them. */
export const NOT_ANY = /\b(?:without|not|never|no|hardly|nor)\b[^,;.]{0,30}\bany\b/gi;

/** "Are advised but not required". */
const BUT_NOT = /\b(?:but|and|though) (?:not|never|no longer) (?:\p{L}+ly )?$/u;

/** "On service, not on price". */
const NOT_BUT = /(?:,| and| but) not\b.*$/i;

/** Compares negation, exclusivity, obligation and certainty. `clause` is the stretch that tells what the claim tells; `around`, the statement with those that it leans on. */
export function compareManner(
  part: ClaimPart,
  view: StatementView,
  { clause, around }: { readonly clause: string; readonly around: string },
  relation: Relation | undefined,
): Manner {
  const different = new Set<Difference>();
  const silent: string[] = [];
  // "Will carry 200 people and no cars" denies nothing of the people: only at the verb or before it the clause is denied.
  const core = relation ? relation.core : clause;
  const denied =
    denies(part.beside?.denied ? core.replace(NOT_BUT, '') : core, view) ||
    (part.negated && relation !== undefined && WITHOUT_DOING.test(view.text.slice(0, relation.verbStart))) ||
    (!part.negated && relation !== undefined && BUT_NOT.test(view.text.slice(0, relation.verbStart))) ||
    agreesInWithout(part, view) ||
    (relation !== undefined && !part.reported && DENIED_THAT.test(view.text.slice(0, relation.start))) ||
    (part.certainty === 'done' &&
      (STILL_TO_DO.test(core) || (UNDONE.test(relation?.verb ?? '') && !UNDONE.test(part.text))));
  if (relation && NEARLY.test(view.text.slice(0, relation.verbStart)) && !NEARLY_SO.test(part.text))
    silent.push('wholly');
  // "No longer takes new ones" and "closed to new ones" say the same.
  const { obliged, had, any } = claimed(part);
  const over = part.negated && NO_LONGER.test(part.text) && OVER.test(clause);
  // "Skill alone is no longer enough": of one alone in both, it is denied as anything else is.
  const ofOne = part.exclusive && relation?.byVerb === true && isForOne(relation.core, view);
  if (part.negated !== denied && (!part.exclusive || ofOne) && !part.shared && !over) different.add('negation');
  if (
    obliged &&
    !part.negated &&
    !had &&
    part.certainty !== 'possible' &&
    !isObliged(relation?.byVerb ? relation.text : view.text)
  )
    silent.push('have to');
  if (part.shared && !deniesExclusive(relation?.text ?? (part.predicate?.base === 'be' ? view.text : clause))) {
    if (isForOne(clause, view)) different.add('exclusivity');
    else silent.push('no longer alone');
  }
  const ends = (text: string) => turnsOf(text).some(({ sort }) => sort === 'ended');
  if (part.shared && part.verb !== undefined && sameClass(part.verb, 'end') && !ends(view.text))
    silent.push('that it ended');
  if (part.beside && !agreesBeside(part.beside, part, view)) silent.push('not');
  if (part.exclusivePaper && !isForOne(around, view) && !deniesExclusive(around)) silent.push('only');
  if (part.exclusive && !isForOne(clause, view)) {
    if (deniesExclusive(view.text)) different.add('exclusivity');
    else silent.push('only');
  }
  if (any && !part.exclusive && !part.negated && isForOne(clause, view)) different.add('exclusivity');
  // What the verb itself says is surer than what stands somewhere in the clause.
  const said = howSurely(relation?.verb ?? clause, view);
  const open = said === 'planned' || said === 'talks' || said === 'possible';
  // "has invested" tells of something done; "is the primary cloud" of a state.
  // Who was named to it may be to become it.
  const named = part.verb === 'become' || part.predicate?.base === 'become';
  if (
    part.certainty === 'done' &&
    open &&
    !(named && said === 'planned' && /\b(?:was|were|been) \p{L}+/u.test(part.text)) &&
    ACTION.test(part.text)
  )
    different.add('certainty');
  if (part.certainty === 'talks' && howSurely(clause, view) !== 'talks') different.add('certainty');
  if (
    (part.certainty === 'planned' || part.certainty === 'open') &&
    said === 'possible' &&
    !part.mayBe &&
    !PERMITTED.test(view.text)
  )
    different.add('certainty');
  return { different: [...different], silent };
}

const denies = rememberedStretch(isNegated);
const isForOne = rememberedStretch(isExclusive);
const howSurely = rememberedStretch(certaintyOf);

const claimed = remembered(({ text }: ClaimPart) => ({
  obliged: isObliged(text),
  had: HAD_TO.test(text),
  any: /\b(?:any|every|all|several|other|also|non-?exclusive)\b/i.test(text.replace(NOT_ANY, '')),
}));
