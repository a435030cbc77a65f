import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { NameSpan } from '../statement/names.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';
import { CALLED_SO, PLACE, SO_CALLED } from './names-asked.ts';

/** "What is the new ferry called?", "what is the name of the minister?": what is to be named. */
const ASKS_NAME = /\bwhat(?:['’]s| is| was| are| were| will) (.{2,60}?) (?:be )?called\b|\bname of (.{2,60}?)\W*$/i;
const PHRASE_AFTER = /\s(?:of|to|from|for|in|at|on|with|between|by|that|which|who)\s.*$/i;
/** As much of a word as says that a thing is of that sort. */
const OF_THE_SORT = 0.8;
const CALLED =
  /\b(?:called|named|dubbed|christened|nicknamed|known as|labell?ed(?: as)?|referred to as|termed|entitled|titled|by the name of|goes by|names? (?:from [^,.;]{2,60} )?to) (?:simply |the |an? )?["“‘']?$/i;
const BEFORE_NAME = /^["”]?(?:,|:| –| —| -)? ?\(?(?:the |an? |is |are |was |will be )?["“‘]?$/i;
const AFTER_NAME = () =>
  /^["”’]? $|^["”’]?(?:, | (?:is|was|are|were) )(?:(?:an?|the|its|their|his|her|our|\p{L}+['’]s?) )?(?:[\p{L}\d-]+ ){0,3}$/u;
/** "AI models" tells of what sort they are, and not what they are called. */
const ABBREVIATED = () => /^\p{Lu}+$/u;
const BESIDE_NOTHING = 0.15;

/**
 * How well a statement tells what something is called: its name stands beside the word for it. Undefined where no name
 * is asked for, or nothing that could have one is said.
 */
export function fitNaming(question: Question, view: StatementView, others: readonly NameSpan[]): Fit | undefined {
  const sort = sortNamed(question);
  if (!sort) return undefined;
  const asked = new Set(question.needs.flatMap(({ alternatives }) => [...alternatives.keys()]));
  const isOfItsOwn = (first: number, last: number) =>
    view.tokens.slice(first, last).some(({ stem, stop }) => !stop && !asked.has(stem));
  const places = [...sort.alternatives].flatMap(([key, strength]) =>
    strength >= OF_THE_SORT ? (view.terms.get(key)?.at ?? []) : [],
  );
  // "Mayor A B", "the Holm Bridge": the word is written as part of the name.
  const titled = view.names.find(
    ({ first, last }) =>
      (last - first > 2 && places.includes(first)) ||
      (last - first > 1 && places.includes(last - 1) && isOfItsOwn(first, last)),
  );
  // "The router (Holm Q Hub)": what is named after whoever is asked about has a name of its own still.
  const named =
    titled ??
    [...others, ...view.names.filter(({ first, last }) => isOfItsOwn(first, last))].find(({ start, end }) => {
      if (CALLED.test(view.text.slice(0, start))) return true;
      return places.some((at) => {
        const token = view.tokens[at];
        if (!token) return false;
        if (PLACE.test(token.word) && view.text.slice(token.end, start) === ' of ') return true;
        return token.end <= start
          ? BEFORE_NAME.test(view.text.slice(token.end, start))
          : token.start >= end &&
              !ABBREVIATED().test(view.text.slice(start, end)) &&
              AFTER_NAME().test(view.text.slice(end, token.start));
      });
    });
  if (named) return { fit: 1, marked: [[named.start, named.end]] };
  return CALLED_SO.test(question.text) && SO_CALLED().test(view.text) ? BY_A_WORD : { fit: BESIDE_NOTHING, marked: [] };
}

const BY_A_WORD: Fit = { fit: 0.8, marked: [] };

/** The word for what is to be named. */
const sortNamed = remembered(({ text, needs }: Question) => {
  const asked = ASKS_NAME.exec(text);
  const phrase = (asked?.[1] ?? asked?.[2])?.replace(PHRASE_AFTER, '').toLowerCase();
  if (phrase === undefined) return;
  // "The bridge" is no name, though the corpus has one that ends so.
  const isNoun = (word: string) =>
    new RegExp(`\\b${word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '.')}`, 'u').test(text);
  return needs
    .filter(({ name, inherited, word }) => (!name || isNoun(word)) && !inherited && phrase.includes(word.toLowerCase()))
    .at(-1);
});
