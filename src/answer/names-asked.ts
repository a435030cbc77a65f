import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { NameSpan } from '../statement/names.ts';
import type { StatementView } from '../statement/view.ts';

/** "What is the name of the minister?", "what will the ship be called?" */
const ASKS_NAME =
  /\bwhat(?:['’]s| is| are| was| were) the (?:full |exact )?(?:names?|titles?) of\b|^\W*(?:the )?names? of the\b|\b(?:give|tell) me the names? of\b|\bwhat(?:['’]s| is| are| was| were| will) .{2,60}\bcalled\b/i;
/** "Which four hospitals?": houses and places, which have names. */
const ASKS_SEVERAL = () =>
  /\bwhich (?:other |the )*(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:other |more |new |further |big |large |small )*(?:\p{Ll}+ )?(?:airlines|banks|breweries|brands|chains|cities|clubs|companies|councils|countries|firms|groups|mills|mines|works|factories|ships|vessels|boats|lines|farms|villages|kilns|depots|harbou?rs|hospitals|houses|islands|museums|outlets|papers|plants|ports|provinces|regions|routes|schools|shops|sites|states|stations|stores|studios|teams|towns|universities|villages)\b/iu;

/** "Which banks lent it the money?": a house, which has a name. */
const ASKS_HOUSE = () =>
  /^\W*(?:and |so |but )?which (?:other |the )*(?:\p{Ll}+ )?(?:airlines?|banks?|breweries|brands?|chains?|clubs?|compan(?:y|ies)|countr(?:y|ies)|firms?|groups?|hospitals?|museums?|mills|mines|outlets?|regulators?|stations?|towns?|cit(?:y|ies)|villages?|schools?|ships?|vessels?|works|studios?|universit(?:y|ies)|yards?)(?= \p{Ll})/iu;
/** "A and B", "A, B". */
function isRow(one: NameSpan, next: NameSpan | undefined, text: string): boolean {
  return (
    next !== undefined &&
    /^(?:, (?:and )?|,? and |,? or |\/|; )(?:the |of |in )?(?:\p{Ll}+ ){0,3}$/u.test(text.slice(one.end, next.start))
  );
}

/** Between what something is and its name: "the minister, A B", "a ferry called A", "three of them: A and B". */
const NOUN_NAME =
  /^(?:s|es)?(?:,|:| \(|,? (?:called|named|dubbed|is|are|was|were|such as|like|including)|)[ “"‘]+(?:the )?[“"‘]?$/;
const NAME_NOUN = () =>
  /^[”"’]?(?:,? (?:an?|the|its|their|his|her|our|then|is|are|was|as|one|both|\p{L}+['’]s?) ?|,? )(?:\p{Ll}[\p{L}-]* ){0,3}$/u;
/** "It will be called A". */
const CALLED =
  /\b(?:called|named|renamed|dubbed|christened|known as|entitled|titled|under the name(?: of)?|name is|goes by)[,:]? (?:the )?[“"‘]?$/;
/** That it has one says nothing of whose it is. */
const IS_A_NAME = /^(?:names?|titles?|called)$/i;
/** A weaker word for a thing is not the thing. */
const SAME_THING = 0.8;

/** Whether a name is asked for that the statement does not give. */
export function lacksNameAsked(question: Question, view: StatementView): boolean {
  const { one, several, counted, asked } = nameAsked(question);
  if (!one && !several) return false;
  const others = view.names.filter((name) =>
    view.tokens.slice(name.first, name.last).some(({ stem, stop }) => !stop && !asked.has(stem)),
  );
  if (one && CALLED_SO.test(question.text) && SO_CALLED().test(view.text)) return false;
  if (others.length === 0) return true;
  if (counted && !view.statement.listItem && !others.some((name, i) => isRow(name, others[i + 1], view.text)))
    return true;
  return one && !others.some((name) => isGiven(name, question, view, asked));
}

/** Without it the patterns of several and of a house need not be compiled. */
const WHICH = /which/i;

const nameAsked = remembered(({ text, needs }: Question) => {
  const counted = WHICH.test(text) && ASKS_SEVERAL().test(text);
  return {
    one: ASKS_NAME.test(text),
    several: counted || (WHICH.test(text) && ASKS_HOUSE().test(text)),
    counted,
    asked: new Set(
      needs.flatMap(({ alternatives, name }) =>
        [...alternatives].filter(([, s]) => s >= (name ? SAME_THING : 1)).map(([key]) => key),
      ),
    ),
  };
});

/** Whether a name stands beside what is asked about, or is said to be its name. */
function isGiven(name: NameSpan, { needs }: Question, view: StatementView, asked: ReadonlySet<string>): boolean {
  if (CALLED.test(view.text.slice(0, name.start))) return true;
  // "Minister A B".
  if (view.tokens.slice(name.first, name.last).some(({ stem }) => asked.has(stem))) return true;
  return needs.some(
    (need) =>
      !need.name &&
      !IS_A_NAME.test(need.word) &&
      [...need.alternatives].some(
        ([key, strength]) =>
          strength >= SAME_THING &&
          view.terms.get(key)?.at.some((at) => {
            const token = view.tokens[at];
            return token !== undefined && standsBeside(name, token, view.text);
          }),
      ),
  );
}

/** "What we label as “heft”": what something is called may be a word in lower case. */
export const CALLED_SO = /\b(?:called|known as|referred to)\W*$/i;
export const SO_CALLED = () =>
  /\b(?:called|named|dubbed|nicknamed|termed|known as|label(?:led|ed)?(?: as)?|refer(?:red)? to as|names?|call) (?:simply |the |an? )?[“"‘]\p{L}|\b(?:(?:is|are|was|were|now|also|often|commonly|simply|usually) (?:called|termed|dubbed|nicknamed)|known as|referred to as) (?!(?:on|off|for|out|in|up|by|to|into|back|it|its|their|as|when|at)\b)\p{Ll}/u;

/** A place is told by its name: "the colony of Holm". */
export const PLACE =
  /^(?:city|town|village|state|county|province|region|district|colony|kingdom|republic|duchy|island|isle|port|lake|river|mountain|mount|bay|gulf|cape|borough|parish|settlement)$/i;

/** Where something stands in a text. */
export type NamePlace = Pick<NameSpan, 'start' | 'end'>;

/** Whether a name stands beside a noun as the name of what it means. */
export function standsBeside(name: NamePlace, noun: NamePlace, text: string): boolean {
  if (text.slice(noun.end, name.start) === ' of ' && PLACE.test(text.slice(noun.start, noun.end))) return true;
  return noun.end <= name.start
    ? NOUN_NAME.test(text.slice(noun.end, name.start))
    : NAME_NOUN().test(text.slice(name.end, noun.start));
}
