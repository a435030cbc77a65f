import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf } from './assertion.ts';
import { attributeIn } from './attribute.ts';
import { definitionIn } from './defined.ts';
import { figureLineIn } from './figure-line.ts';
import { gappedIn } from './gapped.ts';
import { nounFor, nounOfLight } from './light-verb.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed, placesOfNeed, tellsAt } from './places.ts';
import { STATE } from './plain-verbs.ts';
import { inStretch } from './reference.ts';
import { bestClause, type ClauseFound, type Relation } from './relation.ts';
import { lacksRest } from './somebody-else.ts';
import { takingPartIn } from './taking-part.ts';
import { AS_CLASS, sameClass } from './verb-classes.ts';
import { termsFor, verbNeed } from './verb-need.ts';

/** A verb of so little weight says nearly nothing by itself: what stands around it shows the clause. */
const LIGHT_VERB = 0.4;
/** So many of the claim's names, words and amounts show a clause without its verb. */
const SHOWS_CLAUSE = 2;

const OWNS = /^(?:own|hold|have|possess|keep)$/;
const TAKES_STAKE = /^(?:own|hold|hold on|have|keep|buy|acquire|purchase|pay|take|get|retain|put|invest|spend|secure)$/;
const BUYS = /^(?:buy|acquire|purchase)$/;
const HIRES = /^(?:hire|recruit|take on|lay off|dismiss|add|cut)$/;

const REACHES = /^(?:reach|land|get to|join|turn up)$/;

/** Who got it has it. */
const HAS = /^(?:have|hold|own|possess|enjoy)$/;
const COMES_TO_HAVE = /^(?:get|receive|obtain|win|secure|gain|keep|retain|inherit|be left with)$/;

/** What one does when another does this. */
const CONVERSE: Readonly<Record<string, readonly string[]>> = {
  pay: ['receive', 'earn', 'collect'],
  receive: ['pay', 'give', 'grant', 'award', 'send'],
  earn: ['pay'],
  buy: ['sell'],
  acquire: ['sell'],
  sell: ['buy', 'acquire', 'purchase'],
  lend: ['borrow'],
  borrow: ['lend'],
  give: ['receive'],
  grant: ['receive', 'obtain'],
  have: ['give', 'grant', 'award'],
  lead: ['hand over'],
  own: ['belong'],
  belong: ['own'],
  employ: ['work'],
  supply: ['buy', 'purchase'],
};
const AS_CONVERSE = 0.8;
/** Of the two each says what the other one does. */
const OWNED = /^(?:own|belong)$/;

/** With these behind it a verb says something else than alone. */
const OTHER_SENSE =
  /^(?:hold|keep|give|turn|put|lay|call|carry|run|get|take|make|come|set|break) (?:back|up|off|down|away)$/;

/** "Hessle opened with 40 beds and Arden with 25": of a claim about Arden, the second half of it, with the verb of the first. */
function clauseOfGapped(part: ClaimPart, view: StatementView, best: ClauseFound): ClauseFound | undefined {
  const subject = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, part.roles.agent));
  const found = gappedIn(view).find(
    ({ who }) =>
      who.start > best.verbStart &&
      subject.length > 0 &&
      subject.every((need) => offsetsOfNeed(need, view).some((at) => inStretch(at, who))),
  );
  if (!found) return undefined;
  const { who, figure } = found;
  return {
    ...best,
    roles: { agent: who, others: [figure] },
    text: view.text.slice(who.start, figure.end),
    start: who.start,
    end: figure.end,
  };
}

/** The clause of a statement that tells what the claim tells; undefined where none does. */
export function relationIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): Relation | undefined {
  const verb = verbNeed(part, knowledge);
  const need = part.needs[verb];
  const state = STATE.test(part.predicate?.base ?? '') && part.predicate?.base !== 'keep';
  const base = state ? 'be' : part.verb;
  const defined = definitionIn(part, view, need !== undefined && need.weight <= LIGHT_VERB);
  const given = defined ?? figureLineIn(part, view) ?? attributeIn(part, view) ?? takingPartIn(part, view);
  if (given) return given;
  const terms = need && !state ? termsFor(need, knowledge) : undefined;
  // Who bought, paid for or keeps a stake of 8 percent owns 8 percent.
  const stake =
    OWNS.test(base ?? '') &&
    part.amounts.some((a) => a.unit === '%' && view.amounts.some((b) => sameAmount(a, b))) &&
    !/^(?:planned|talks|possible)$/.test(certaintyOf(view.text)) &&
    /\b(?:percent of|stake|shareholding|shares?|interest|holding)\b/i.test(view.text);
  const paidFor = /\bfor\b/.test(part.text) && part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
  // "Go public" is told by no verb that stands for "go".
  const phrase = part.verb === part.predicate?.base && need !== undefined && lacksRest(need, view);
  const noun = nounOfLight(part);
  const byNoun = noun && termsFor(noun, knowledge);
  // Who hires 35 people employs more than these.
  const counted = part.predicate?.base === 'employ' && part.amounts.length > 0;
  // What came from somewhere did not reach it.
  const fromWhere = base === 'come' && /^ from\b/.test(part.text.slice(part.roles.others[0]?.start));
  const sameness = (main: number, other: string): number => {
    if (counted && HIRES.test(other)) return 0;
    if (fromWhere && REACHES.test(other)) return 0;
    // Who is owned belongs to the owner: the two change places.
    if (OWNED.test(base ?? '') && base !== other && OWNED.test(other)) return 0;
    if (byNoun && tellsAt(main, byNoun, view) > 0) return AS_CLASS;
    if (base === 'be') return Number(STATE.test(other));
    if (base === 'have' && STATE.test(other)) return AS_CLASS;
    if ((base === other && !phrase) || (stake && TAKES_STAKE.test(other))) return 1;
    if (paidFor && ((BUYS.test(base ?? '') && other === 'pay') || (base === 'pay' && BUYS.test(other))))
      return AS_CLASS;
    const akin =
      base !== undefined && !phrase && (sameClass(base, other) || (HAS.test(base) && COMES_TO_HAVE.test(other)));
    const near = terms ? tellsAt(main, terms, view) : 0;
    // "Held back" is not to hold, and so says nothing of who owns it.
    if (near < 1 && !akin && OTHER_SENSE.test(other)) return 0;
    return Math.max(akin ? AS_CLASS : 0, near);
  };
  const best = bestClause(part, view, sameness);
  const same = best && (clauseOfGapped(part, view, best) ?? best);
  const asNoun = need && terms && !same ? nounFor(part, terms, view, knowledge) : undefined;
  if (asNoun) return asNoun;
  const sharesWord = part.needs.some((other) => !other.name && placesOfNeed(other, view).length > 0);
  if (same && (terms || (base === 'be' ? same.told > 0 : sharesWord))) return { ...same, byVerb: true };
  const back = CONVERSE[part.predicate?.base ?? ''];
  const turned = back && bestClause(part, view, (_, other) => (back.includes(other) ? AS_CONVERSE : 0));
  const shown = part.needs.some(
    (other, i) => i !== verb && !other.name && other.weight > LIGHT_VERB && placesOfNeed(other, view).length > 0,
  );
  // "Belongs to Birch" names all that there is in it.
  const owns = part.predicate?.base === 'belong';
  if (turned && turned.told > 0 && (shown || owns || part.amounts.length > 0)) {
    const [first, ...rest] = turned.roles.others;
    const roles = { agent: first, others: [...(turned.roles.agent ? [turned.roles.agent] : []), ...rest] };
    return { ...turned, roles, byVerb: true };
  }
  const light = need === undefined || state ? base !== 'be' : need.weight <= LIGHT_VERB;
  if (!light) return undefined;
  const near = bestClause(part, view, () => 1);
  return near && near.told >= SHOWS_CLAUSE ? { ...near, byVerb: false } : undefined;
}
