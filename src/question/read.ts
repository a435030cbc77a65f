import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { inherit, leansOnTurns } from './conversation.ts';
import { isCourtesy, kindOfQuestion } from './kind.ts';
import { findNeeds } from './needs.ts';
import { withoutPressing } from './pressing.ts';
import type { Need, Question } from './question.ts';
import { readTime } from './time.ts';
import { SLIPS } from './words.ts';

/** More than this is no question; what is longer is refused before it is read. */
export const MAX_QUESTION_CHARACTERS = 2000;

/** "And X?": the same question of something else. */
const REPLACES = /^(?:and|what about|how about|or|also)\b/i;

/** Control and bidirectional characters are dropped, white space is folded. */
export function cleanUtterance(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Understands the last of a conversation's turns, oldest first, with what it takes over from those before.
 * `context` are the needs that the last answer adds: whom "she" may mean.
 */
export function readQuestion(
  turns: readonly string[],
  asOf: IsoDate | undefined,
  knowledge: Knowledge,
  context: readonly Need[] = [],
): Question {
  const { newest } = knowledge.corpus;
  const texts = turns.map(cleanUtterance);
  const text = texts.at(-1) ?? '';
  if (text.length > MAX_QUESTION_CHARACTERS || isCourtesy(text))
    return { text, kind: 'open', needs: [], stems: [], asOfAsked: false, leans: false, query: '' };
  const reading = readTime(text, newest);
  // Tags are what somebody pasted, not what they ask.
  let words = text
    .replace(/<[^<>]{0,200}>|(?<![\p{L}\p{N}])@[\p{L}\p{N}_]+/gu, (tag) => ' '.repeat(tag.length))
    .replace(/\b(what|who|how|where|when|why|that)s\b/gi, '$1 ')
    // "Take it back", "put them off": the verb is of two words.
    .replace(
      /\b(t[ao]kes?|took|taken|g[ai]ves?|given|calls?|called|puts?|turn(?:s|ed)?|sets?|pull(?:s|ed)?|push(?:es|ed)?) (it|them|that|this) (back|up|off|down|out|over)\b/gi,
      '$1 $3 $2',
    );
  for (const [start, end] of [...reading.spans].reverse())
    words = `${words.slice(0, start)}${' '.repeat(end - start)}${words.slice(end)}`;
  words = withoutPressing(words, (word) =>
    knowledge.analysis.analyze(word).some(({ stem }) => knowledge.frequency(stem) > 0),
  ).replace(/^[\s,;:.!–—-]+/, (lead) => ' '.repeat(lead.length));
  // Slips of the fingers in what gives a question its form; a word that the corpus holds is none.
  words = words.replace(/\p{L}+/gu, (word) => {
    const meant = SLIPS.get(word.toLowerCase());
    return meant !== undefined && !knowledge.isName(word.toLowerCase()) ? meant : word;
  });
  const own = findNeeds(words, knowledge);
  let needs = own;
  let kind = kindOfQuestion(words);
  const leans = texts.length > 1 && leansOnTurns(text, own);
  if (leans) {
    const earlier = readQuestion(texts.slice(0, -1), asOf, knowledge);
    const replaces =
      own.some((need) => !need.unknown) &&
      REPLACES.test(text) &&
      !/\b(?:who|when|where|why|how (?:much|many|long)|which)\b/i.test(text);
    needs = inherit(own, [...earlier.needs, ...context], replaces);
    if (replaces) kind = earlier.kind;
  }
  const time = reading.time;
  const day = time?.sort === 'as of' ? time.day : asOf;
  const holds = day ?? newest;
  return {
    text,
    kind,
    needs,
    stems: knowledge.analysis.analyze(text).map((token) => token.stem),
    ...(time && { time }),
    ...(holds && { asOf: holds }),
    asOfAsked: day !== undefined,
    leans,
    query: needs.map((need) => need.word).join(' '),
  };
}
