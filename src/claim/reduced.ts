import type { Token } from '../ports.ts';
import { verbOf } from './verbs.ts';

interface Found {
  readonly first: number;
  readonly main: number;
  readonly base: string;
  readonly passive: boolean;
  readonly finite: boolean;
}

export const AUXILIARY =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|should)n['’]t|can['’]t|won['’]t)$/;
export const OPENS_OWN_CLAUSE =
  /[,;:—“"(]|\b(?:that|which|who|and|but|or|while|when|if|as|because|where|what|than|so|after|before|until|since|once|though|although|whether)\b/i;
/** After these a clause may follow without "that". */
export const TAKES_CLAUSE =
  /^(?:say|think|believe|expect|know|mean|show|hope|find|claim|argue|report|note|write|tell|warn|fear|suggest|insist|admit|estimate|be)$/;

/** And after these, of which it says no more than that. */
export const TELLS_CLAUSE =
  /^(?:announce|promise|confirm|agree|decide|rule|add|state|hear|see|learn|feel|assume|understand|reckon|predict|forecast|believe|reply|answer|conclude|demand|guess|prove|reveal|discover|estimate|calculate|happen|wish|ensure)$/;

/** What may stand behind a participle that only describes the noun before it. */
const BEHIND_PARTICIPLE = /^ (?:in|on|at|by|from|for|with|under|to|between|near|during|since|before|after|into|as)\b/i;
/** A noun and no more, with the verb right behind. */
const NOUN_ALONE = /^ \p{Ll}{3,}(?: \p{Ll}{3,}s)? $/u;

/**
 * "Machines built before 2019 cannot run", "licensed traders may sell": where another verb follows in the same clause, a
 * bare participle is none of the sentence.
 */
export function withoutReduced<P extends Found>(found: readonly P[], text: string, tokens: readonly Token[]): P[] {
  return found.flatMap((one, i) => {
    const next = found[i + 1];
    const forms = verbOf(tokens[one.main]?.word ?? '')?.forms;
    if (!next?.finite || !one.finite || one.first !== one.main || one.passive || !forms?.has('participle'))
      return [one];
    if (forms.has('base') || TAKES_CLAUSE.test(one.base) || TELLS_CLAUSE.test(one.base)) return [one];
    const between = text.slice(tokens[one.main]?.end ?? 0, tokens[next.first]?.start ?? 0);
    if (OPENS_OWN_CLAUSE.test(between.replace(/^ (?:since|before|after) /, ' in '))) return [one];
    if (BEHIND_PARTICIPLE.test(between)) return [{ ...one, passive: true, finite: false }];
    return NOUN_ALONE.test(between) && AUXILIARY.test(tokens[next.first]?.word ?? '') ? [] : [one];
  });
}
