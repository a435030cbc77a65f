import type { Concept } from '../ports.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { SOLE, viewText } from '../statement/view.ts';
import type { Need } from './question.ts';
import { BECOMING, FRAME, HAPPENING, LIGHT, PHRASAL } from './words.ts';

/** What a part of a company says of the company, and the company of its part. */
const WHOLE_FOR_PART = 0.55;
const PART_FOR_WHOLE = 0.75;
const RESPELT = 0.85;
const OTHER_FORM = 0.9;
/** Shorter words are as often others as slips: who bakes asks for no brake. */
const SHORTEST_SLIP = 5;
const LIGHT_FACTOR = 0.3;
/** Verb and particle say less than a verb of its own; the full weight declines what is told with other words. */
const PHRASAL_FACTOR = 0.5;
const COMMON_SYNONYM_POWER = 1;
/** A name is known where it, or a part of it, stands in the corpus. */
const NAMED = 0.7;
const NAME_FACTOR = 1.25;
/** "tech" is short for a word of the language, whatever a house calls itself. */
const SHORT_FOR = 0.9;
const SAME_AS_PHRASE = 0.9;
const NEARLY_SAME = 0.8;
const APART = 0.6;
/** What the one word of an idiom's own says of the idiom. */
const IDIOM = 0.4;

/** What a question (or a claim) is about, in order of its words. */
export function findNeeds(text: string, knowledge: Knowledge, frame: ReadonlySet<string> = FRAME): Need[] {
  const { lexicon } = knowledge.analysis;
  const view = viewText(text, knowledge.analysis);
  const needs: Need[] = [];
  const taken = new Set<number>();
  for (const { key, first, last } of view.concepts) {
    const concept = lexicon.concept(key);
    for (let i = first; i < last; i += 1) taken.add(i);
    const word = text.slice(view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0);
    const alternatives = conceptAlternatives(key, concept, knowledge);
    // The words themselves count too: a name that the lexicon has may be written in the corpus as no name.
    const own = view.tokens
      .slice(first, last)
      .filter((t) => !t.stop)
      .map((t) => t.stem);
    if (own.length === 1 && own[0]) alternatives.set(own[0], 0.95);
    needs.push(makeNeed(word, first, alternatives, concept?.kind !== 'term' && concept?.kind !== 'role', knowledge));
  }
  for (const { key, first, last } of lexicon.phrases(view.tokens)) {
    // "How often" says what sort of thing is asked for, and is no thing that a sentence could hold.
    if (view.tokens[first]?.word === 'how' || rangeTaken(taken, first, last)) continue;
    if (lexicon.synonyms(key).length === 0) continue;
    const content = view.tokens.slice(first, last).filter((t) => !t.stop && !FRAME.has(t.word) && !LIGHT.has(t.word));
    // Words that the corpus knows one by one say more than a phrase that it does not.
    if (
      content.length > 1 &&
      knowledge.frequency(key) === 0 &&
      content.every((t) => knowledge.frequency(t.stem) > 0) &&
      !lexicon.synonyms(key).some((s) => s.strength >= SAME_AS_PHRASE && knowledge.frequency(s.key) > 0)
    )
      continue;
    const alternatives = new Map<string, number>([[key, 1]]);
    for (const synonym of lexicon.synonyms(key)) raise(alternatives, synonym.key, synonym.strength);
    // "how much" and "a lot of" have synonyms, but are no thing that a sentence could speak of; "went up" is one, and
    // says less than a verb of its own.
    const phrasal = content.length === 0;
    const said = text.slice(view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0);
    if (phrasal && !(PHRASAL.has(view.tokens[first]?.word ?? '') && isToldOf(alternatives, knowledge))) continue;
    if (phrasal && HAPPENING.test(said)) continue;
    // "It gives 3 percent back": what is given may stand between the two.
    if (phrasal)
      for (const token of view.tokens.slice(first + 1, last))
        if (!token.stop && !PHRASAL.has(token.word)) raise(alternatives, token.stem, APART);
    if (content.length === 1 && content[0]) {
      // To "go public" is no more than kin to what is "public"; to "go on sale" is a sale.
      const idiom = BECOMING.has(view.tokens[first]?.word ?? '') && view.tokens[first + 1] === content[0];
      // "In charge of it" tells of no charge.
      const joining = /^(?:in|on|at) .* of$/i.test(said);
      const share = idiom || joining ? IDIOM : 0.9;
      raise(alternatives, content[0].stem, share);
      for (const synonym of lexicon.synonyms(content[0].stem))
        raise(alternatives, synonym.key, synonym.strength * share);
    }
    for (let i = first; i < last; i += 1) taken.add(i);
    needs.push(makeNeed(said, first, alternatives, false, knowledge, false, phrasal ? PHRASAL_FACTOR : 1));
  }
  for (const [i, token] of view.tokens.entries()) {
    if (taken.has(i) || (token.stop && token.word !== SOLE) || frame.has(token.word)) continue;
    if (/^\d+$/.test(token.word) && token.word.length < 2 && !isPartOfName(text, token.start)) continue;
    needs.push(wordNeed(token.word, token.stem, i, text.slice(token.start, token.end), knowledge));
  }
  return needs.sort((a, b) => a.at - b.at);
}

/** "Phase 3" and "ORION-2" are told from others of their kind by the digit. */
function isPartOfName(text: string, start: number): boolean {
  return /(?:\p{Lu}[\p{L}\p{N}]*[- ]|\p{L}-)$/u.test(text.slice(0, start));
}

/** The corpus has the phrase, or what says nearly the same. */
function isToldOf(alternatives: ReadonlyMap<string, number>, knowledge: Knowledge): boolean {
  return [...alternatives].some(([key, strength]) => strength >= NEARLY_SAME && knowledge.frequency(key) > 0);
}

function rangeTaken(taken: ReadonlySet<number>, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (taken.has(i)) return true;
  return false;
}

function conceptAlternatives(
  key: string,
  concept: Concept | undefined,
  { analysis: { lexicon } }: Knowledge,
): Map<string, number> {
  const alternatives = new Map<string, number>([[key, 1]]);
  for (const part of lexicon.parts(key)) raise(alternatives, part, PART_FOR_WHOLE);
  if (concept?.partOf) raise(alternatives, concept.partOf, WHOLE_FOR_PART);
  for (const synonym of lexicon.synonyms(key)) raise(alternatives, synonym.key, synonym.strength);
  return alternatives;
}

function wordNeed(word: string, stem: string, at: number, written: string, knowledge: Knowledge): Need {
  const { lexicon } = knowledge.analysis;
  const alternatives = new Map<string, number>([[stem, 1]]);
  const name = /^\d$/.test(word)
    ? false
    : /^\p{Lu}/u.test(written)
      ? at > 0 || knowledge.isName(word)
      : knowledge.isName(word) && !lexicon.synonyms(stem).some(({ strength }) => strength >= SHORT_FOR);
  // A name is nobody else's: the "Board" of one company is no other body.
  if (!(name && knowledge.isName(word)))
    for (const synonym of lexicon.synonyms(stem)) raise(alternatives, synonym.key, synonym.strength);
  const known = () => [...alternatives].some(([key, strength]) => strength >= 0.5 && knowledge.frequency(key) > 0);
  if (!known()) {
    // "quieter" and "recharge" are not in the corpus, "quiet" and "charge" may be.
    for (const form of otherForms(word)) {
      const other = knowledge.analysis.analyze(form)[0]?.stem ?? form;
      if (knowledge.frequency(other) > 0) raise(alternatives, other, OTHER_FORM);
      for (const synonym of lexicon.synonyms(other)) raise(alternatives, synonym.key, synonym.strength * OTHER_FORM);
    }
  }
  let respelt = false;
  // A word of its own is no slip of another.
  if (!known() && word.length >= 4 && lexicon.synonyms(stem).length === 0) {
    for (const near of knowledge.spellings(word).slice(0, 2)) {
      const tokens = knowledge.analysis.analyze(near);
      const spelling = tokens[0]?.stem ?? near;
      if (knowledge.frequency(spelling) === 0) continue;
      respelt = true;
      raise(alternatives, spelling, RESPELT);
      for (const { key } of lexicon.concepts(near, tokens)) raise(alternatives, key, RESPELT);
      for (const synonym of lexicon.synonyms(spelling)) raise(alternatives, synonym.key, synonym.strength * RESPELT);
    }
  }
  return makeNeed(word, at, alternatives, name, knowledge, respelt);
}

/** Words that only look as if they had such a prefix: who resigns does not sign. */
const NO_PREFIX =
  /^(?:re(?:sign|call|port|lease|view|main|turn|serve|cord|fuse|ceive|quest|quire|move|ward|form|place|gard|gain|late|treat|solve|spond|strict|sult|tain|tire|tail|veal|volt|fund|pair|peal|cover|sume|sort|store|source|search|side|sist|spect|lief|lieve|lent|mark|mind|mit|ject|cess|cent|duce|fer|act|public|lax|pel)|pre(?:sent|vent|serve|fer|mise|mium|side|sume|tend|text|cede|dict|pare|scribe|cise|vail)|co(?:mmit|nduct|ntest|nsent|mpany|untry|urse|ver|mpete)|over(?:look|see|come|all|take))(?:s|d|ed|ing|er|ers|al|ation|ment)?$/;

/** Forms that a stemmer leaves apart: degrees of an adjective, and what is done again or undone by a prefix. */
function otherForms(word: string): string[] {
  const forms: string[] = [];
  const degree = /^(\p{L}{3,})(?:er|est)$/u.exec(word)?.[1];
  if (degree)
    forms.push(
      degree,
      `${degree}e`,
      ...(/(.)\1$/.test(degree) ? [degree.slice(0, -1)] : []),
      ...(degree.endsWith('i') ? [`${degree.slice(0, -1)}y`] : []),
    );
  const again = /^(?:re|co|pre|over)-?(\p{L}{4,})$/u.exec(word)?.[1];
  if (again && !NO_PREFIX.test(word)) forms.push(again);
  // "Distributor": who does the distribution.
  const doer = /^(\p{L}{4,}[st])ors?$/u.exec(word)?.[1];
  if (doer) forms.push(`${doer}ion`);
  const doubled = /^(\p{L}{2,})(\p{L})\2$/u.exec(word);
  if (doubled) forms.push(`${doubled[1]}${doubled[2]}`);
  return forms;
}

function makeNeed(
  word: string,
  at: number,
  said: ReadonlyMap<string, number>,
  name: boolean,
  knowledge: Knowledge,
  respelt = false,
  factor = LIGHT.has(word.toLowerCase()) || /^\d$/.test(word) ? LIGHT_FACTOR : 1,
): Need {
  const rarity = rarityIn(knowledge);
  let known = false;
  let spoken = false;
  let rarest = 0;
  let nearest = 0;
  let own = 0;
  for (const [key, strength] of said) {
    const frequency = knowledge.frequency(key);
    if (frequency === 0) continue;
    // A whole that the corpus knows says nothing of a part that it does not name.
    if (strength >= (name ? NAMED : 0.5)) known = true;
    if (strength >= (respelt && (name || word.length > SHORTEST_SLIP) ? RESPELT : OTHER_FORM)) spoken = true;
    rarest = Math.max(rarest, rarity(frequency) * strength);
    nearest = Math.max(nearest, strength);
    if (strength >= 0.9) own = Math.max(own, rarity(frequency));
  }
  // What the corpus has only words akin to is the rarer the less they are akin.
  const rare = own > 0 ? own : known ? rarest + (1 - nearest) : 1;
  // A synonym that stands everywhere shows less than one that stands once.
  const alternatives = new Map<string, number>();
  for (const [key, strength] of said) {
    const frequency = knowledge.frequency(key);
    if (frequency === 0) continue;
    alternatives.set(
      key,
      strength >= 0.9 ? strength : strength * Math.min(1, rarity(frequency) / rare) ** COMMON_SYNONYM_POWER,
    );
  }
  for (const [key, strength] of said) if (strength >= 0.9 && !alternatives.has(key)) alternatives.set(key, strength);
  return {
    word,
    at,
    alternatives,
    name,
    unknown: !known,
    spoken,
    inherited: false,
    weight: (0.25 + 0.75 * rare) * factor * (name ? NAME_FACTOR : 1),
  };
}

/** How rare a term is that so many statements hold: 1 where it stands nowhere, towards 0 where it stands everywhere. */
const rarityIn = remembered(({ views: { length: total } }: Knowledge) => {
  const known: number[] = [];
  return (frequency: number) => {
    const rarity =
      known[frequency] ??
      Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) / Math.log(1 + (total + 0.5) / 0.5);
    known[frequency] = rarity;
    return rarity;
  };
});

function raise(map: Map<string, number>, key: string, strength: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, strength));
}
