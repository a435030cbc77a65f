import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { inherit, leansOnTurns } from './conversation.ts';
import { withoutGreeting, withoutShouting } from './greeting.ts';
import { isCourtesy, kindOfQuestion, type QuestionKind } from './kind.ts';
import { findNeeds } from './needs.ts';
import { oppositesInMatter } from './opposites.ts';
import { withoutPressing } from './pressing.ts';
import type { Need, Question, TimeAsked } from './question.ts';
import { readTime } from './time.ts';
import { FRAME, FRAME_OF_CHANGE, FRAME_OF_MEANING, FRAME_OF_YES_NO, SLIPS } from './words.ts';

/** "Which firms are on the list?": the list is what is asked about, and not the form of the answer. */
const ON_LIST =
  /\b(?:on|off|from|onto|join(?:s|ed)?) (?:the|its|their|an?|that|this|which|what) (?:[\p{L}-]+ ){0,2}lists?\b/iu;
const FRAME_BESIDE_LIST: ReadonlySet<string> = new Set([...FRAME].filter((word) => word !== 'list'));
/** "Which firms are named as examples?" asks for examples, and not who was named. */
const AS_EXAMPLES = /\b(?:named|given|listed|mentioned|cited|shown|offered) (?=(?:as|for) (?:an )?examples?\b)/giu;

/** More than this is no question; what is longer is refused before it is read. */
export const MAX_QUESTION_CHARACTERS = 2000;

/** "And X?": the same question of something else. */
const REPLACES = /^(?:and|what about|how about|or|also)\b/i;

/** Kinds that a few words have for want of a form: "and before?" asks for the same sort of thing again. */
const NO_FORM: ReadonlySet<QuestionKind> = new Set(['open', 'definition', 'keyword']);
const ASKS =
  /\b(?:what(?! about)|which|who|whom|whose|when|where|why|how(?! about)|tell|explain|describe|define|mean|say|says|said)\b/i;
/** "All at once?", "for good?": the way in which it is so is asked about, for yes or no. */
const HOW =
  /^\W*(?:and |but |so )?(?:all |both |right )?(?:at once|of (?:it|them)|both|alone|together|for (?:good|ever|free|sure|nothing|all)|in (?:full|one go|cash|advance|writing|public|total)|up ?front|straight away|right away|immediately|really|seriously|alone|by (?:himself|herself|itself|themselves)|on (?:its|his|her|their) own|without \w+|everywhere|completely|entirely|permanently|in every case|to everyone|for everyone)\W*$/i;
/** Another time is asked about than the one that the turn before named. */
const OTHER_TIME =
  /\b(?:new|now|current|today|latest|before|old|earlier|original|previous|after(?:wards)?|later|next)\b/i;

const MEANING = /\b(?:mean|means|meaning|definition|define|stand for|stands for|short for|what(?:['’]s| is) an?)\b/i;

/** Under what circumstance something is so matters less than what is asked of it: "was anyone hurt when it broke up?" */
const CIRCUMSTANCE = /\s(?:when|if|after|once|while|unless|in case)\s/i;
const OF_CIRCUMSTANCE = 0.6;
/** A main clause that has no word of more weight asks about the circumstance itself. */
const ASKS_ITSELF = 0.6;

/** "Which paper published the letter?": who reported a thing need not say that it is a paper, nor that it published. */
const OUTLET =
  /^(?:(?:news)?papers?|magazines?|weekly|daily|journals?|broadcasters?|(?:radio|television|tv)|stations?|websites?|publish(?:ed|es)?|report(?:ed|s)?|print(?:ed|s)?|ran|broke|broadcast|carried|covered|revealed|surfaced)$/i;

function withoutOutlet(needs: readonly Need[]): readonly Need[] {
  const rest = needs.filter(({ word, name }) => name || !OUTLET.test(word));
  return rest.length > 0 ? rest : needs;
}

/** Whether it is so is told by what says the opposite too. */
function withOpposites(needs: readonly Need[], text: string, { analysis: { lexicon } }: Knowledge): readonly Need[] {
  return needs.map((need, i) => {
    // "Debit cards" are no credit cards, and nothing is said to be otherwise.
    const beside = (other: Need | undefined) => other && !other.name && Math.abs(other.at - need.at) === 1;
    const ofNoun = beside(needs[i + 1]) || (i === needs.length - 1 && beside(needs[i - 1]) && !OF_STATE.test(text));
    if (need.name || ofNoun) return need;
    const opposites = oppositesInMatter(need, lexicon).filter((key) => !need.alternatives.has(key));
    if (opposites.length === 0) return need;
    return {
      ...need,
      alternatives: new Map([...need.alternatives, ...opposites.map((key) => [key, OPPOSITE] as const)]),
    };
  });
}
const OPPOSITE = 0.75;
/** Before a verb; who goes to a place goes there. */
const GOING_TO =
  /\bgoing to (?=(?:be|cost|have|get|pay|take|make|do|happen|open|close|start|begin|end|build|buy|sell|lose|win|cut|raise|move|leave|change|last|need|use|run|keep|hire|invest|spend|supply|launch|finish|come|give|put|join|sign|stop|let|save|charge|bring|become|rise|fall|grow)\b)|\bgonna\b/giu;

/** "Is the bridge open?" */
const OF_STATE = /^\W*(?:and |so |but )?(?:is|are|was|were)\b/i;

function ofMainClause(needs: readonly Need[], text: string, { analysis }: Knowledge): readonly Need[] {
  const clause = CIRCUMSTANCE.exec(text);
  if (!clause) return needs;
  const from = analysis.analyze(text.slice(0, clause.index)).length;
  if (!needs.some(({ at, weight, name, unknown }) => at < from && !name && !unknown && weight >= ASKS_ITSELF))
    return needs;
  return needs.map((need) =>
    need.at > from && !need.name ? { ...need, weight: need.weight * OF_CIRCUMSTANCE } : need,
  );
}

/** "38b", "500m": a sum as people type it. */
const IN_SHORT = /(?<![\p{L}\p{N}.,])(\d+(?:\.\d+)?)(bn|b|mn|m|k|tn)(?![\p{L}\p{N}])/giu;
const LARGE: Readonly<Record<string, string>> = { b: 'billion', m: 'million', k: 'thousand', t: 'trillion' };

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
  const texts = turns.map((turn) => withoutShouting(cleanUtterance(turn)));
  const text = texts.at(-1) ?? '';
  if (text.length > MAX_QUESTION_CHARACTERS || isCourtesy(text))
    return { text, kind: 'open', needs: [], stems: [], asOfAsked: false, leans: false, query: '' };
  const reading = readTime(text, newest, asOf);
  // Tags are what somebody pasted, not what they ask.
  let words = text
    .replace(/<[^<>]{0,200}>|(?<![\p{L}\p{N}])@[\p{L}\p{N}_]+/gu, (tag) => ' '.repeat(tag.length))
    .replace(/\b(what|who|how|where|when|why|that)s\b/gi, '$1 ')
    // "Which banks are named as examples?" asks for examples of banks, and for nothing that is called so.
    .replace(
      /\b(?:are|is|were|was) (?:named|given|listed|mentioned|cited|used|called|offered) as (?:an )?(?=examples?\b)/gi,
      (said) => ' '.repeat(said.length),
    )
    // "How much is it going to cost?" is about the cost, and nobody goes anywhere.
    .replace(GOING_TO, (said) => ' '.repeat(said.length))
    // "Take it back", "put them off": the verb is of two words.
    .replace(
      /\b(t[ao]kes?|took|taken|g[ai]ves?|given|calls?|called|puts?|turn(?:s|ed)?|sets?|pull(?:s|ed)?|push(?:es|ed)?) (it|them|that|this) (back|up|off|down|out|over)\b/gi,
      '$1 $3 $2',
    );
  for (const [start, end] of [...reading.spans].reverse())
    words = `${words.slice(0, start)}${' '.repeat(end - start)}${words.slice(end)}`;
  words = withoutPressing(withoutGreeting(words), (word) =>
    knowledge.analysis.analyze(word).some(({ stem }) => knowledge.frequency(stem) > 0),
  ).replace(/^[\s,;:.!–—-]+/, (lead) => ' '.repeat(lead.length));
  // Slips of the fingers in what gives a question its form; a word that the corpus holds is none.
  words = words.replace(/\p{L}+/gu, (word) => {
    const meant = SLIPS.get(word.toLowerCase());
    return meant !== undefined && !knowledge.isName(word.toLowerCase()) ? meant : word;
  });
  words = words.replace(IN_SHORT, (typed, figure: string, short: string) =>
    knowledge.analysis.analyze(typed).some(({ stem }) => knowledge.frequency(stem) > 0 && !/^\d+$/.test(stem))
      ? typed
      : `${figure} ${LARGE[short.charAt(0).toLowerCase()] ?? short}`,
  );
  let kind = kindOfQuestion(words);
  words = words.replace(AS_EXAMPLES, (said) => ' '.repeat(said.length));
  const own = findNeeds(
    words,
    knowledge,
    MEANING.test(words) && kind === 'definition'
      ? FRAME_OF_MEANING
      : kind === 'yes or no'
        ? FRAME_OF_YES_NO
        : kind === 'what changed'
          ? FRAME_OF_CHANGE
          : ON_LIST.test(words)
            ? FRAME_BESIDE_LIST
            : FRAME,
  );
  let needs = ofMainClause(
    kind === 'attribution' ? withoutOutlet(own) : kind === 'yes or no' ? withOpposites(own, words, knowledge) : own,
    words,
    knowledge,
  );
  // "In what century?" says what sort of time is asked for, as "in what year" does.
  if (kind === 'when') needs = needs.filter(({ word }) => !/^(?:century|decade)$/i.test(word));
  const leans = texts.length > 1 && leansOnTurns(text, own);
  if (leans) {
    const earlier = readQuestion(texts.slice(0, -1), asOf, knowledge);
    const replaces =
      own.some((need) => !need.unknown) &&
      REPLACES.test(text) &&
      !/(?<!\b(?:ones?|those|an? \w+) )\b(?:who|when|where|why|how (?:much|many|long)|which)\b/i.test(text);
    const carried = OTHER_TIME.test(text) ? earlier.needs.filter((need) => !/^\d{4}$/.test(need.word)) : earlier.needs;
    needs = inherit(needs, [...carried, ...context], replaces);
    if (replaces || (NO_FORM.has(kind) && !ASKS.test(words))) kind = HOW.test(words) ? 'yes or no' : earlier.kind;
  }
  // "What has changed since May 18?" names nothing but the time.
  const ofThatTime = needs.length === 0 && reading.since !== undefined && newest !== undefined;
  const time: TimeAsked | undefined =
    ofThatTime && reading.since ? { sort: 'period', start: reading.since, end: asOf ?? newest } : reading.time;
  // What something was before is no question of what the word means.
  if (kind === 'definition' && time?.sort === 'earlier') kind = 'open';
  const day = time?.sort === 'as of' ? time.day : asOf;
  const holds = day ?? newest;
  return {
    text,
    kind,
    needs,
    stems: knowledge.analysis.analyze(text).map((token) => token.stem),
    ...(time && { time }),
    ...(reading.ahead && { ahead: reading.ahead }),
    ...(holds && { asOf: holds }),
    asOfAsked: day !== undefined,
    leans,
    query: needs.map((need) => need.word).join(' '),
  };
}
