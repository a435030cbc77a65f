import type { Lexicon } from '../ports.ts';
import type { Need, Question } from './question.ts';

/** Whom a question asks for by what they are in a house: "Who runs X?", "Who is the finance chief of X?" */
export interface OfficeAsked {
  /** The first of the house, whatever the title. */
  readonly top: boolean;
  /** Keys of the concepts that name the office; empty for one that the lexicon does not list. */
  readonly keys: ReadonlySet<string>;
  /** The title as typed, in lower case, where the lexicon does not list it. */
  readonly title?: string;
  /** Indexes of the needs that name whom the holder comes after. */
  readonly before: readonly number[];
  /** Indexes of the needs that name the house; empty where none is named. */
  readonly houses: readonly number[];
}

const TOP_VERB =
  /\bwho(?:['’]s|s| is| was| has been|) (?:\w+ly |now |currently |really )?(?:runs?|running|ran|leads?|leading|led|heads?|heading|headed|chairs?|chairing|chaired|in charge of|at the (?:top|helm|head) of|(?:the )?boss of|(?:the )?head of|(?:the )?chair(?:man|woman|person)? of)(?: (?:the|of))? $/i;
const LEADS_HOUSE = () =>
  /\bwho (?:now |currently )?(?:leads|heads|chairs) the (?:\p{L}+ ){0,2}(?:board|office|authority|agency|company|union|firm|club|league|group|bank|committee|ministry|department|commission|council)\b/iu;
const IN_CHARGE = /\b(?:in charge|the boss|at the (?:top|helm))\b/i;
const TOP_TITLE =
  /^(?:boss|head|leader|chief|ceo|chief executive|managing director|general manager|president|director|director[- ]general)$/;
/** Titles by their last word. */
const TITLE = () =>
  /\b((?:[\p{Ll}-]+ ){0,3}(?:boss|head|leader|chief|president|chair(?:man|woman|person)?|director|manager|minister|commissioner|secretary|treasurer|mayor|governor|owner|officer|coach|captain|editor|spokes(?:man|woman|person))(?: of (?!(?:the|an?|its|their|our)\b)\p{L}+)?)\b/iu;
const BEFORE_TITLE = /^.*?\bwho(?:['’]s| is| was|) (?:(?:the|our|its|their|new|current|now) )*/i;
const ARTICLES = /^(?:(?:the|its|their|his|her|an?|new|current|present|acting|now|is|was|of|who|at) )+/i;

/** Read once for all statements that are held against a question. */
const offices = new WeakMap<Question, { readonly office: OfficeAsked | undefined }>();

/** `officeAsked`, read once for a question. */
export function officeOf(question: Question, lexicon: Lexicon): OfficeAsked | undefined {
  const known = offices.get(question) ?? { office: officeAsked(question.text, question.needs, lexicon) };
  offices.set(question, known);
  return known.office;
}

/** What stands behind the name of a house and is the house itself, or no noun. */
const OF_WHOLE =
  /^(?:board|company|firm|group|house|agency|authority|business|bank|union|league|club|carrier|airline|maker|operator|organi[sz]ation|ministry|council|committee|and|or|now|today|then|currently|these|at|in|on|since|before|after|until|as|under|for|again|still|from|during|if|when|while|according)$/;

/** "Who heads Holm's freight arm?", "who runs the Brill kiln?": the words for a part of a house, or for a thing that any house may run. */
export function partLed(text: string, needs: readonly Need[]): readonly string[] {
  const asked = LEADS_WHAT.exec(text)?.[1];
  if (asked === undefined) return [];
  const names = needs.flatMap(({ name, word }) => (name ? [word] : []));
  const words = asked.replace(/[’‘]/g, "'").match(/[\p{L}\p{N}-]+(?:'s?(?!\p{L}))?/gu) ?? [];
  const isName = (word: string) => names.some((name) => name.toLowerCase() === word.toLowerCase().replace(/'s?$/, ''));
  const last = words.findLastIndex(isName);
  const next = words[last + 1];
  if (last < 0 || next === undefined || !/^\p{Ll}/u.test(next) || OF_WHOLE.test(next)) return [];
  const end = words.findIndex((word, i) => i > last && OF_WHOLE.test(word));
  return words.slice(last + 1, end < 0 ? undefined : end).map((word) => word.toLowerCase());
}
const LEADS_WHAT =
  /\bwho(?:['’]s|s| is| was| has been|) (?:\w+ly |now |currently |really )?(?:runs?|running|ran|leads?|leading|led|heads?|heading|headed|manages?|managed|in charge of|at the (?:top|helm|head) of|(?:the )?(?:boss|head|chief) of)\b(.*)$/i;

/** "Who follows Ann Holm as head of the port?": whom somebody comes after is no house. */
const FOLLOWS =
  /\bwho(?:['’]s| is| will| has| is going)? (?:to )?(?:follow|succeed|replac|com(?:e|ing) after|tak(?:e|ing) over (?:for|from)|took over (?:for|from))\w* (.{2,60}?) as\b/i;

/** The office that a "who" asks for the holder of; undefined where it asks for something else. */
export function officeAsked(text: string, needs: readonly Need[], lexicon: Lexicon): OfficeAsked | undefined {
  if (!/\bwho\b|\bname of\b|\bwho['’]?s\b/i.test(text)) return undefined;
  const isRole = (need: Need) => [...need.alternatives.keys()].some((key) => lexicon.concept(key)?.kind === 'role');
  const left = FOLLOWS.exec(text)?.[1]?.toLowerCase();
  const named = needs.flatMap((need, i) => (need.name && !isRole(need) ? [i] : []));
  const before = named.filter((i) => left?.includes(needs[i]?.word.toLowerCase() ?? ''));
  const houses = named.filter((i) => !before.includes(i));
  if (partLed(text, needs).length > 0) return undefined;
  const top = houses.some((i) => {
    const at = text.toLowerCase().indexOf(needs[i]?.word.toLowerCase() ?? '');
    return at > 0 && TOP_VERB.test(text.slice(0, at));
  });
  const role = needs.find((need) => !need.inherited && isRole(need));
  if (role) {
    const keys = [...role.alternatives].flatMap(([key, s]) =>
      s >= 0.85 && lexicon.concept(key)?.kind === 'role' ? [key] : [],
    );
    return { top: /@ceo\b/.test(keys.join(' ')), keys: new Set(keys), before, houses };
  }
  if (top || (IN_CHARGE.test(text) && /\bwho\b|\bwho['’]?s\b/i.test(text)) || LEADS_HOUSE().test(text))
    return { top: true, keys: new Set(), before, houses };
  const said = /\bwho\b.*\bof\b|['’]s |\bwho(?:['’]s| is| was) (?:the|our|its|their) /i.test(text)
    ? TITLE()
        .exec(text.replace(left === undefined ? BEFORE_TITLE : FOLLOWS, ''))?.[1]
        ?.replace(ARTICLES, '')
        .toLowerCase()
    : undefined;
  if (!said) return undefined;
  // "Head of licensing" is a title, "head of X" tells the house.
  const [head = said, of] = said.split(' of ');
  const title = of === undefined || houses.some((k) => needs[k]?.word.toLowerCase() === of) ? head : said;
  return {
    top: TOP_TITLE.test(title),
    keys: new Set(),
    before,
    houses,
    ...((!TOP_TITLE.test(title) || title === 'director') && { title }),
  };
}
