import type { Answering } from '../answer/ask.ts';
import { withoutMonth } from '../calendar/may.ts';
import { movesFromOther } from '../chronicle/moved.ts';
import { knownBy, type Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isOfAnother, namesNothingOf } from './another-thing.ts';
import { isExclusive, isNegated, isObliged } from './assertion.ts';
import { bearsOut, isScenario } from './bears-out.ts';
import { thingsOf } from './claimed-things.ts';
import type { Comparison } from './comparison.ts';
import { endsMatter } from './ended.ts';
import { relationIn } from './find-relation.ts';
import { leavesBehind } from './left-behind.ts';
import { opensState, tellsFromNow } from './opens-state.ts';
import { opposes } from './opposed.ts';
import type { ClaimPart } from './part.ts';
import { elsewhere, isOfOtherObject } from './turned.ts';
import { verbNeed } from './verb-need.ts';

const MET = 0.5;
/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;
/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.4;
/** So much of a claim must a newer statement speak of, with what it leans on, to be on the same matter. */
const SAME_MATTER = 0.35;
/** A newer statement that tells nearly as much of the claim and nothing against it shows that it still holds. */
const STILL_SO = 0.65;
/** What tells so much of a claim, and nothing otherwise, says the same. */
const AGREES = 0.75;
/** Without a figure of the claim's sort so much else must be told. */
const NEARLY_ALL = 0.7;
/** So much of the claim the older statement must tell where only a word stands after the one that ends it. */
const WELL_TOLD = 0.6;
/** What frees from a duty or shares a right must say so much of the claim. */
const FREED_FROM = 0.4;
/** A name met by so much has been spoken of shortly before. */
const NAMED_AROUND = 0.2;
/** So nearly a word must be the thing that ended. */
const SAME_THING = 0.75;

const NOW_FREE =
  /\b(?:(?:now|from now on|since|again)\b[^.;]*\b(?:may|can|free|allowed|permitted)|(?:may|can|free to|allowed to|permitted to)\b[^.;]*\b(?:from now on|now|again|other|others|elsewhere|anywhere|any)|no longer|not? any ?more)\b/i;
const OTHERS_TOO = /\b(?:too|also|as well|others?|another|besides|in addition|both|share[sd]?)\b/i;

/** How far a statement is on the matter of a claim, 0 to 1: by its own words and by the names that it leans on. */
function onMatter({ match }: Comparison): number {
  return Math.max(match.ownCoverage, match.coverage * 0.9);
}

/** The day on which a statement's document was published. */
function toldOn({ view: { statement } }: Comparison, knowledge: Knowledge): IsoDate | undefined {
  const { published, notBefore } = knowledge.document(statement.document);
  return published ?? notBefore;
}

/** A statement of a later document that ended, turned round or revalued what an older one, `told`, says of a state. */
export function overtakenBy(
  part: ClaimPart,
  told: Comparison,
  compared: readonly Comparison[],
  { knowledge, turns }: Pick<Answering, 'knowledge' | 'turns'>,
): Comparison | undefined {
  // What happened or was said stays true, and what is denied has no end of its own.
  if (part.happened || part.past || part.reported || HAS_DONE.test(part.text)) return undefined;
  // What a word means does not pass.
  if (compared.some((c) => c.view.statement.kind === 'definition' && agrees(c))) return undefined;
  const day = toldOn(told, knowledge);
  if (day === undefined) return undefined;
  const known = knownBy(told.view, knowledge) ?? day;
  const later = compared.filter(
    (c) =>
      c !== told &&
      !leavesBehind(told.view, c.view) &&
      !isScenario(c.view) &&
      (toldOn(c, knowledge) ?? '') > day &&
      ((knownBy(c.view, knowledge) ?? day) >= known || known > (toldOn(c, knowledge) ?? '')) &&
      !agrees(c) &&
      !elsewhere(part, c.view.statement.index, knowledge),
  );
  const tellsOtherwise = (c: Comparison) =>
    onMatter(c) >= SAME_MATTER && sharesThing(part, c) && turnsIt(part, told, c, turns, knowledge);
  return later.filter(tellsOtherwise).find((c) => {
    // What is told later still, or as much of it in the same document, shows that it holds.
    const stillSo = later.some(
      (other) =>
        (toldOn(other, knowledge) ?? '') >= (toldOn(c, knowledge) ?? '') &&
        other.different.length + other.silent.length === 0 &&
        other.told >= told.told * STILL_SO &&
        !tellsOtherwise(other),
    );
    return !stillSo;
  });
}

/** It ends what the older statement tells, says its opposite, gives another figure, opens another state, or frees from it. */
function turnsIt(
  part: ClaimPart,
  told: Comparison,
  c: Comparison,
  turns: readonly Turn[],
  knowledge: Knowledge,
): boolean {
  // Of a sum only what has a figure of the same sort tells the end.
  const speaksOfFigure = part.amounts.every((amount) => c.view.amounts.some((other) => other.unit === amount.unit));
  if (!part.negated) {
    const ends = (turn: Turn) =>
      turn.view === c.view && turn.cue.sort === 'ended' && isAbout(turn, part, told.view, knowledge);
    if (speaksOfFigure && turns.some(ends)) return true;
    if (
      (speaksOfFigure || (c.match.ownCoverage >= NEARLY_ALL && !c.view.hypothetical)) &&
      told.match.ownCoverage >= WELL_TOLD &&
      endsMatter(part, c.view, undefined) &&
      !isOfOtherObject(part, endedVerb(part, c.view, knowledge), c.view, knowledge)
    )
      return true;
    // What another does opens no other state of it.
    if (
      speaksOfFigure &&
      tellsFigure(part, c) &&
      c.toldBy !== 'other' &&
      bearsOut(told) &&
      opensState(part, told, c, knowledge)
    )
      return true;
  }
  const opposite = c.different.length === 1 && c.different[0] === 'opposite' && c.byVerb && told.byVerb;
  if (opposite && speaksOfFigure && c.told >= WELL_TOLD) return true;
  // Nor does what may come about overtake what is.
  if (speaksOfFigure && !c.view.hypothetical && opposes(part, c.view, knowledge, told.view)) return true;
  const things = thingsOf(part, knowledge);
  if (
    otherFigure(part, told, c) &&
    !isOfAnother(part, things, c.view, c.match) &&
    !namesNothingOf(things, c.view, c.match)
  )
    return true;
  if (otherDate(part, told, c)) return true;
  if (c.match.ownCoverage < FREED_FROM) return false;
  // Whose right something is alone says nothing of a sum that the same sentence tells, nor of what a thing is.
  const bound =
    isObliged(part.text) ||
    part.exclusive ||
    (part.amounts.length === 0 && !told.beside && isToldAlone(part, told, knowledge));
  return (
    (bound && NOW_FREE.test(withoutMonth(c.view.text))) ||
    (part.exclusive && OTHERS_TOO.test(c.view.text) && !isExclusive(c.view.text))
  );
}

/** What is told of one alone is what the claim tells, and not what something is besides. */
function isToldAlone(part: ClaimPart, { view }: Comparison, knowledge: Knowledge): boolean {
  if (part.predicate?.base === 'be' && !part.predicate.passive) return false;
  const clause = relationIn(part, view, knowledge);
  return isExclusive(clause?.byVerb ? clause.text : view.text);
}

/** The claim's own verb, where that is what the statement tells to have ended: "no longer carries". */
function endedVerb(part: ClaimPart, view: StatementView, knowledge: Knowledge): string | undefined {
  const verb = part.needs[verbNeed(part, knowledge)];
  return verb && [...verb.alternatives.keys()].find((key) => view.terms.has(key));
}

/** It gives each figure of the claim, or another in its place. */
function tellsFigure({ amounts, text }: ClaimPart, { silent }: Comparison): boolean {
  return !amounts.some(({ span }) => silent.includes(text.slice(...span)));
}

/** "Has applied for a licence": a deed, and no state. */
const HAS_DONE =
  /\b(?:has|have) (?:now |already |just |also |since |\p{L}+ly )?(?!been\b|had\b)\p{L}+(?:ed|en|wn|ght|ld|pt)\b/u;

/** It says what the claim says. */
function agrees(c: Comparison): boolean {
  return c.different.length + c.silent.length === 0 && c.told >= AGREES && c.missing.length === 0 && !c.past;
}

/** A word of the claim that names a thing stands in it, and not its names alone. */
function sharesThing(part: ClaimPart, { match, different, told }: Comparison): boolean {
  const named = part.needs.every((need, i) => !need.name || (match.met[i] ?? 0) >= NAMED_AROUND);
  if (!named && match.nameCoverage < MET) return false;
  return (
    part.needs.some((need, i) => !need.name && need.weight >= SAYS_SOMETHING && (match.own[i] ?? 0) >= MET) ||
    // What is counted is a thing too, and so is what the opposite is told of.
    (different.includes('amount') && part.amounts.some(({ sort }) => sort === 'count')) ||
    (different.includes('opposite') && told >= WELL_TOLD)
  );
}

/** What ended is a thing that the claim, or the statement that told it, names. */
function isAbout(turn: Turn, part: ClaimPart, told: StatementView, knowledge: Knowledge): boolean {
  const verb = verbNeed(part, knowledge);
  return (
    part.needs.some(
      (need, i) =>
        !need.name &&
        i !== verb &&
        need.weight >= NAMES_A_THING &&
        [...need.alternatives].some(([key, s]) => s >= SAME_THING && turn.objects.has(key)),
    ) ||
    [...turn.objects].filter(
      (object) =>
        told.terms.has(object) &&
        !told.names.some((n) => told.tokens.slice(n.first, n.last).some((t) => t.stem === object)),
    ).length >= 2
  );
}

/** A figure of the claim is told as so much by the older one, and as another in the same unit by the newer one. */
function otherFigure(part: ClaimPart, told: Comparison, c: Comparison): boolean {
  // What somebody expects is not yet so.
  if ((EXPECTS.test(c.view.text) && part.certainty !== 'planned') || c.toldBy === 'other') return false;
  if (movesFromOther(c, part)) return false;
  if (c.view.hypothetical || MAY_BE.test(withoutMonth(c.view.text))) return false;
  return part.amounts.some(
    (amount) =>
      told.view.amounts.some((a) => sameAmount(a, amount)) &&
      !c.view.amounts.some((a) => sameAmount(a, amount)) &&
      c.view.amounts.some((a) => (a.unit === amount.unit || a.unit === '') && comparable(a, amount)) &&
      c.different.includes('amount') &&
      (c.silent.length === 0 || (c.silent.length === 1 && (isNow(amount, c) || tellsFromNow(c.view)))) &&
      !isNegated(c.view.text) &&
      c.match.ownCoverage >= MET,
  );
}

/** What may be so in some case replaces nothing. */
const MAY_BE = /\b(?:might|may(?! (?:now|also|no longer)\b))\b[^.]*\bif\b/i;
const EXPECTS = /\b(?:expects?|reckons?|predicts?|forecasts?)\b/i;

/** "Is now 24 hours": what stands so is the newest figure. */
function isNow({ unit }: Amount, { view: { amounts, text } }: Comparison): boolean {
  return amounts.some(
    (a) => a.unit === unit && /\b(?:now|meanwhile|currently) (?:at |about |only )?$/i.test(text.slice(0, a.span[0])),
  );
}

/** What is told ahead for a day of the claim by the older one is told for another by the newer one. */
function otherDate(part: ClaimPart, told: Comparison, c: Comparison): boolean {
  return (
    part.dates.length > 0 &&
    part.dates.every(({ side }) => side === undefined) &&
    part.certainty !== 'done' &&
    told.anchored &&
    c.view.statement.mentions.some(({ role }) => role !== 'event') &&
    c.different.length === 1 &&
    c.different[0] === 'date' &&
    c.silent.length === 0 &&
    !isNegated(c.view.text.replace(/\bnot (?:in|on|at|by|this|before|until)\b/g, ' ')) &&
    c.match.ownCoverage >= MET
  );
}
