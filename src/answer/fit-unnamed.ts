import type { Span } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isPerson, isSurname } from '../statement/people.ts';
import type { StatementView } from '../statement/view.ts';
import { type Fit, NONE } from './fit.ts';

/** "She calls it weak": the person is named in the sentence before. */
const PERSON_MEANT = /^(?:(?:And|But|So|Yet) )?(?:He|She|His|Her)\b/;

/** A pronoun that opens the sentence means a person. */
export function meansSomebody(view: StatementView, knowledge: Knowledge): boolean {
  const before = PERSON_MEANT.test(view.text) ? knowledge.before(view.statement) : undefined;
  return (
    before !== undefined &&
    (before.names.some((name) => isPerson(name, knowledge) || isSurname(name, knowledge)) ||
      PERSON_MEANT.test(before.text))
  );
}

/** "The city's auditor went to count": who does something may have no name, and is told by a post or a body. */
const DOER = () =>
  /\b(?:the|an?|its|their|our|his|her|\p{L}+['’]s?) (?:\p{Ll}[\p{L}-]+ ){0,2}?(board|council|court|tribunal|committee|commission|foundation|trust|authority|agency|ministry|minister|government|parliament|regulator|watchdog|union|association|federation|league|city|state|police|auditor|judge|jury|panel|owner|operator|trustee|trustees|landlord|tenants?|suppliers?|maker|insurers?|lenders?|banks?|buyers?|sellers?|customers?|parent|family|heirs|shareholders|investors|members|employees|workers|crews?|doctors|nurses|residents|volunteers|students|engineers|scientists|researchers|clubs|captain|secretary|treasurer|spokes(?:man|woman|person))\b/giu;
const DESCRIBED = 0.5;

/** A post or a body that is not what is asked about, as far as it fits. */
export function describedDoer(view: StatementView, asked: ReadonlySet<string>): Fit {
  const doer = doersIn(view).find(({ stem }) => !asked.has(stem));
  return doer ? { fit: DESCRIBED, marked: [doer.span] } : NONE;
}

const doersIn = remembered(({ text, tokens }: StatementView) =>
  [...text.matchAll(DOER())].flatMap(({ index, 0: words }) => {
    const span: Span = [index, index + words.length];
    const noun = tokens.find((token) => token.end === span[1]);
    return noun ? [{ stem: noun.stem, span }] : [];
  }),
);
