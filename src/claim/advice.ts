import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type StatementView, viewStatement } from '../statement/view.ts';
import { verbOf } from './verbs.ts';

/** A piece of advice as a sentence with its addressee: "For growers: Prune late" as "Growers should prune late". */
export interface Advice {
  /** The rewritten sentence, which is no piece of advice in form. */
  readonly view: StatementView;
  readonly of: StatementView;
}

const ADVISED =
  /^(?<who>[^,;:]{3,60}?) (?:is|are) (?:advised|told|urged|recommended|encouraged|counsell?ed|asked|warned) (?<not>not )?to (?<what>\p{Ll}.+)$/su;
const SHOULD =
  /^(?<who>[^,;:]{3,60}?) (?:should|ought to|would do well to) (?<not>not )?(?<what>(?!have\b)\p{Ll}.+)$/su;
const ADVISES =
  /^(?:the|an?|one) (?:[\p{L}-]+ ){1,2}(?:advises|tells|urges|recommends|encourages|asks|wants|warns) (?<who>[^,;:]{3,60}?) (?<not>not )?to (?<what>\p{Ll}.+)$/isu;
const ADVICE_IS = /^the advice (?:to|for) (?<who>[^,;:]{3,60}?) is (?<not>not )?to (?<what>\p{Ll}.+)$/isu;

/** What a claim says of advice, as "Growers should prune late"; undefined where it tells of none. */
export function asAdvice(claim: string): string | undefined {
  for (const form of [ADVISED, SHOULD, ADVISES, ADVICE_IS]) {
    const { who, not, what } = form.exec(claim)?.groups ?? {};
    if (who && what) return told(who, `${not ?? ''}${what}`);
  }
  return undefined;
}

/** All advice of the corpus whose addressee is told, by its label, by its own words or by its heading; one for each clause. */
export const adviceIn = remembered((knowledge: Knowledge): readonly Advice[] =>
  knowledge.views.flatMap((of) => {
    if (of.statement.kind !== 'advice') return [];
    const { label: _, ...plain } = of.statement;
    return adviceTold(of, knowledge).map((quote) => {
      const told = viewStatement({ ...plain, kind: 'reported', quote }, knowledge.analysis, knowledge.isName);
      return { of, view: { ...told, hypothetical: false } };
    });
  }),
);

function adviceTold(view: StatementView, knowledge: Knowledge): readonly string[] {
  const { quote, label } = view.statement;
  const who = label === undefined ? undefined : FOR.exec(label)?.groups?.who;
  if (who !== undefined) return directed(who, quote.slice(quote.indexOf(':') + 1), true);
  const own = asAdvice(quote);
  if (own !== undefined) return [own];
  const addressee = addresseeAround(view, knowledge);
  return addressee === undefined ? [] : directed(addressee, quote, false);
}

const FOR = /^for (?<who>.+)$/i;
const ADDRESSED =
  /\b(?:should|can|could|must) (?<who>(?:the |an? )?[\p{L}' ’-]{3,50}?) (?:do|take|learn|watch|expect|ask|make|draw|know|consider)\b|\b(?:advice|takeaways|tips|lessons) (?:to|for) (?<to>[\p{L}' ’-]{3,50})/iu;

/** A further sentence goes with the one before it; else the heading says for whom it is. */
function addresseeAround({ statement }: StatementView, knowledge: Knowledge): string | undefined {
  const before = knowledge.before(statement);
  if (before?.statement.kind === 'advice' && before.statement.heading === statement.heading) {
    const { label } = before.statement;
    return (label && FOR.exec(label)?.groups?.who) ?? addresseeAround(before, knowledge);
  }
  const { who, to } = ADDRESSED.exec(knowledge.heading(statement)?.text ?? '')?.groups ?? {};
  return who ?? to;
}

/**
 * "Explicitly demand ...", "Sell early, and do not sign", "Plant late, while watching prices": each clause is a thing
 * that they should do. What stands behind it, ", not after", says no more.
 */
function directed(who: string, words: string, labelled: boolean): string[] {
  return words
    .replace(/[.!]\s*$/, '')
    .replace(/, while (\p{L}+ing)\b/gu, (whole, ing: string) => (verbOf(ing) ? `; ${verbOf(ing)?.base}` : whole))
    .split(/;\s+|,? and (?=(?:do not|don['’]t|never) )/i)
    .flatMap((clause) => clause.split(/, and (?=\p{Ll}+ (?:the|an?|its|their|your|one|only|for less|more)\b)/u))
    .flatMap((clause, i) => {
      const order = clause
        .trim()
        .replace(/^(?:please|always|\p{L}+ly) /iu, '')
        .replace(/, (?:and |but )?not [^,;]{1,30}$/, '');
      const not = NEVER.exec(order)?.[0] ?? '';
      const what = order.slice(not.length);
      const [first = ''] = what.toLowerCase().split(' ');
      const orders = verbOf(first)?.forms.has('base') || (labelled && i === 0 && !NO_ORDER.test(first));
      return orders ? [told(who, `${not && 'not '}${what}`)] : [];
    });
}

const NEVER = /^(?:do not|don['’]t|never) /i;
/** No verb in the imperative, known or not. */
const NO_ORDER =
  /^(?:the|an?|it|this|that|these|those|there|its|their|no|not|some|most|many|more|what|who|with|in|on|at|by|for|from|as|if|\d.*|\p{L}+(?:ing|ed))$/u;

function told(who: string, what: string): string {
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} should ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
