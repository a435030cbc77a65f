import { remembered } from '../remembered.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';

/** What one does who gives a figure. */
const GIVES =
  /^(?:say|speak|count|put|give|estimate|value|reckon|claim|expect|report|quote|write|name|assess|calculate|forecast|see|talk|cite|state|tell|find|record|list)$/;
/** Where somebody else's figure begins. */
const CUTS = /;|,? \b(?:while|whereas|but)\b|, and (?=\p{L}+ )/giu;
/** "The union speaks of 900 jobs, the company of 600": the verb is left out. */
const GAPPED =
  /, (?:and |but )?(?<who>(?:(?:the|its|an?) )?(?:[\p{L}’'-]+ ){1,4}?)(?:(?:of|at|to|by|for|with|on) )?(?:about |around |some )?[$€£¥]?\d[\d,.]*/giu;

/** Who gives a figure in a stretch of a sentence. */
interface Source extends Stretch {
  readonly who: Stretch;
}

const sourcesIn = remembered((view: StatementView): readonly Source[] => {
  const { text, tokens } = view;
  const starts = [0, ...[...text.matchAll(CUTS)].map(({ index, 0: cut }) => index + cut.length), text.length];
  const clauses = starts.slice(0, -1).flatMap((start, i): Source[] => {
    const end = starts[i + 1] ?? text.length;
    const giver = predicatesOf(view).flatMap((one, at) => {
      const verb = tokens[one.first]?.start ?? -1;
      if (verb < start || verb >= end || one.passive || !one.finite || !GIVES.test(one.base)) return [];
      const { agent } = rolesIn(view, at);
      // "And said it would", "but it expects": whoever was named before goes on.
      const own =
        agent && agent.end > start && agent.start >= start - LEAD && !PRONOUN.test(text.slice(agent.start, agent.end));
      return own ? [agent] : [];
    })[0];
    return giver ? [{ start, end, who: giver }] : [];
  });
  const gapped = clauses.flatMap((clause): Source[] => {
    const within = text.slice(clause.who.end, clause.end);
    return [...within.matchAll(GAPPED)].flatMap((match) => {
      const who = match.groups?.who ?? '';
      const start = clause.who.end + match.index;
      const from = start + match[0].indexOf(who);
      const verb = tokens.some(
        (token, i) => inStretch(token.start, { start: from, end: from + who.length }) && isVerb(i, view),
      );
      return verb || NO_SOURCE.test(who)
        ? []
        : [{ start, end: start + match[0].length, who: { start: from, end: from + who.length } }];
    });
  });
  const first = Math.min(...gapped.map(({ start }) => start), text.length);
  return [
    ...clauses.map((clause) => (clause.start < first && first < clause.end ? { ...clause, end: first } : clause)),
    ...gapped,
  ];
});

/** A subject may begin with the break before it. */
const LEAD = 8;
const PRONOUN =
  /^\W*(?:(?:and|but|while|whereas) )?(?:it|they|he|she|we|its|their|his|her|which|that|this|both|one|who)\b/i;

/** Words that open no name of who says it: ", of them 600", ", with 600". */
const NO_SOURCE =
  /^(?:(?:in|of|from|to|at|on|with|by|for|or|nearly|almost|about|some|only|more|less|fewer|up|down|than|then|against|out|including|among|not|now|as|after|before|since|until|under|over|against|compared|plus|of which|of them|worth|at least)\b)/i;

const isVerb = (i: number, view: StatementView): boolean =>
  predicatesOf(view).some(({ first, main }) => first <= i && i <= main);

/** "Alder counts 41, while Birch says 27": whether the amount is given by somebody else than the claim has it from. */
export function isFigureOfAnother(amount: Amount, part: ClaimPart, view: StatementView): boolean {
  const sources = sourcesIn(view);
  if (sources.length < 2) return false;
  const told = view.amounts.filter((one) => sameAmount(one, amount));
  const holds = (source: Source) => told.some(({ span: [at] }) => inStretch(at, source));
  const own = sources.filter(holds);
  const others = sources.filter((source) => !holds(source));
  const claimed = part.needs.filter((_, i) => {
    const place = part.places[i] ?? -1;
    return inStretch(place, part.sayer ?? part.roles.agent);
  });
  const given = (all: readonly Source[]) =>
    claimed.filter((need) => offsetsOfNeed(need, view).some((at) => all.some(({ who }) => inStretch(at, who)))).length;
  // "Corden's report", "press reports": a word that both have shows nobody.
  return own.length > 0 && given(others) > given(own);
}
