import type { Need } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';
import type { NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Roles, Stretch } from './roles.ts';

/** "Two women run what was in the hands of Ada Holm": the subject is a noun, and the name stands in another clause behind. */
export function areOthers(
  agents: readonly NameGroup[],
  part: ClaimPart,
  { agent, others }: Roles,
  verbStart: number,
  view: StatementView,
): boolean {
  if (!agent || !SOMEBODY.test(view.text.slice(agent.start, agent.end))) return false;
  const who = view.text.slice(agent.start, agent.end);
  // "Opened the pool that the lottery had paid for": the lottery paid.
  const isRelative = BEHIND_NOUN.test(view.text.slice(0, agent.start)) && /^\W*the\b/i.test(who);
  return agents.every(({ needs }) => {
    const places = needs.flatMap((i) => {
      const need = part.needs[i];
      return need ? placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? 0) : [];
    });
    return (
      places.length > 0 &&
      places.every(
        (at) =>
          (at > verbStart ||
            (at >= agent.end && IS_LAST.test(view.text.slice(at, verbStart))) ||
            (isRelative && !STANDS_FOR.test(who) && at < agent.start)) &&
          !others.some((stretch) => inStretch(at, stretch)),
      )
    );
  });
}

/** A noun of its own, and no pronoun, and not "its stake" either. */
const SOMEBODY =
  /^\W*(?:(?:the|an?|two|three|four|five|some|several|many|most|all) )?(?!(?:it|they|he|she|we|its|their|his|her|our|which|that|this|who)\b)\p{L}{3,}/iu;

/** Behind its noun such a word opens no clause of what somebody says. */
const BEHIND_NOUN =
  /\b(?:the|an?|its|their|his|her) (?:\p{Ll}+ )?(?!(?:fact|news|sign|idea|hope|fear|claim|view|way|day|time|condition|report|rumou?r|promise|ground|grounds)\b)\p{Ll}{3,} (?:that|which|whom) ?$/u;

/** "Fined Alder and warned": Alder warned nobody. */
const IS_LAST = /^[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+)*,? (?:and|but|then) (?:then |also |later )?$/u;

/** What may stand for whoever was named. */
const STANDS_FOR =
  /^\W*(?:the|this|that|both) (?:\p{Ll}+ )?(?:company|firm|group|maker|house|operator|airline|carrier|bank|club|cooperative|chain|retailer|grocer|brewer|supplier|agency|board|team|band|party|parties|two|pair|couple|partners?|man|woman|director|founder|owner)\b/iu;

const RELATIVES =
  /^\W*(?:his|her|their) (?:\p{Ll}+ )?(?:parents?|father|mother|brothers?|sisters?|sons?|daughters?|husband|wife|widow|partner|uncle|aunt|grandfather|grandmother|grandparents|family|predecessor|successor|deputy|colleagues?|rivals?|critics|neighbou?rs?|lawyers?)\W*$/iu;

/** "Her parents": the subject is somebody of whom it is told, and not who was named. */
export function isRelative(subject: Stretch | undefined, { text }: StatementView): boolean {
  return subject !== undefined && RELATIVES.test(text.slice(subject.start, subject.end));
}

/** A term of several words, of which those after the first do not stand in it. */
export function lacksRest({ word }: Need, { tokens }: StatementView): boolean {
  const [, ...rest] = word.split(' ');
  return rest.some((one) => !SMALL.test(one) && !tokens.some((token) => token.word === one));
}

/** What may be left out of a term that begins with a verb: articles, prepositions and particles. */
const SMALL =
  /^(?:an?|the|it|its|to|in|on|at|by|for|from|with|into|onto|over|off|out|up|down|away|back|of|as|about|than|upon|through|after|along|apart|ahead|around|aside|again)$/;
