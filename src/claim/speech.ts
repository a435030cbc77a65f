import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import { SAYS } from './part.ts';
import { predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';

/** “…,” said Holm, chief engineer of Alder: whose words end in a quote, or fill the sentence up to here. */
const SPEECH_BEFORE = /[”"’']\s*$/u;
const COMMA_BEFORE = /,\s*$/;
/** Up to seven words of a title stand before the name. */
const NAME_BEHIND = /^ (?:\p{Ll}[\p{L}’'-]* ){0,7}(?=\p{Lu})/u;
const SOURCE = /\baccording to (?=(?:the |an? |its )?(?:\p{Ll}[\p{L}’'-]* ){0,5}\p{Lu})/giu;

/** Who says what a statement hands on: before "said", behind it, or after "according to". */
export const speakersIn = remembered((view: StatementView): readonly Stretch[] => {
  const predicates = predicatesOf(view);
  const found = predicates.flatMap((one, i) => {
    if (!SAYS.test(one.base)) return [];
    const [start, end] = [view.tokens[one.first]?.start ?? 0, view.tokens[one.main]?.end ?? 0];
    const [before, behind] = [view.text.slice(0, start), view.text.slice(end)];
    const last = !predicates.slice(i + 1).some(({ finite }) => finite);
    const inverted =
      NAME_BEHIND.test(behind) && (SPEECH_BEFORE.test(before) || (last && i > 0 && COMMA_BEFORE.test(before)));
    if (inverted) return [{ start: end, end: end + upTo(behind) }];
    const { agent } = rolesIn(view, i);
    return agent ? [agent] : [];
  });
  const sources = [...view.text.matchAll(SOURCE)].map((match) => {
    const start = match.index + match[0].length;
    return { start, end: start + upTo(view.text.slice(start)) };
  });
  return [...found, ...sources];
});

/** Where the name and what stands beside it end. */
function upTo(text: string): number {
  const end = /[.;:](?:\s|$)|,? (?:and|but|after|before|who|when|while|in an? )\b/.exec(text);
  return end?.index ?? text.length;
}
