import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type StatementView, viewStatement } from '../statement/view.ts';
import { predicatesOf, rolesIn } from './reference.ts';

const NUMBER =
  '(?:about |around |some |nearly )?(?:[$€£¥]?\\d(?:[\\d.,]*\\d)?|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b)(?: (?:million|billion)\\b)?(?: ?%| per ?cent\\b)?';
const WHO =
  "(?:(?:the|its|an?) [\\p{Ll}’']+(?: \\p{Ll}+)?(?: (?:of|in|at|from) (?:the |its )?\\p{L}+)?|\\p{Ll}{3,}(?= (?:at|by|for|in|of|on|to|with) )|(?:the )?\\p{Lu}[\\p{L}\\d&’'-]*(?: (?:of |& )?\\p{Lu}[\\p{L}\\d&’'-]*){0,3})";
/** "..., Birch 55", "and Birch with 650": who, perhaps a preposition, and a figure, without a verb. */
const ELIDED = new RegExp(
  `(?:;|,? (?:and|while|but)|,) (?<who>${WHO}) (?:(?<preposition>at|by|for|in|of|on|to|with) )?(?<number>${NUMBER})(?<behind>(?: \\p{Ll}+){0,3})(?=[.;,]|$| and\\b)`,
  'gu',
);
const FIRST_NUMBER = new RegExp(NUMBER, 'iu');
/** "The smaller one", "the one at Harby": of the same sort as whom the clause before is about. */
const ONE = /\bone\b/;
/** Words that go with a number and open no place of their own. */
const NO_SOURCE =
  /^(?:the (?:rest|other|others|latter|former|remaining)|its|then|only|now|later|after|before|about|around|nearly|some|more|less|not|who|which|that|this|also|until|since|from|was|were|are|has|had|will|would|could|can|may|must)\b/;

/** What a statement tells in a clause that leaves its verb out, with the verb of the one before it. */
interface Elided {
  /** So many characters at its beginning say who. */
  readonly who: number;
  /** "Birch asks 55 crowns." */
  readonly view: StatementView;
}

/** "Alder asks 40 crowns, Birch 55": the second clause as a sentence of its own. */
export const elidedIn = rememberedIn((view: StatementView, knowledge: Knowledge): readonly Elided[] => {
  const { text, statement } = view;
  if (view.amounts.length === 0) return [];
  return [...text.matchAll(ELIDED)].flatMap((match): Elided[] => {
    const { who = '', preposition, number = '', behind = '' } = match.groups ?? {};
    // "A stake of about 5 percent" is no clause.
    if (NO_SOURCE.test(who) || (preposition === 'of' && /^an? /.test(who))) return [];
    const at = predicatesOf(view).findLastIndex(
      ({ finite, main }) => finite && (view.tokens[main]?.end ?? text.length) < match.index,
    );
    const predicate = predicatesOf(view)[at];
    const { agent } = at < 0 ? {} : rolesIn(view, at);
    const [start, verb] = [view.tokens[predicate?.first ?? -1]?.start, view.tokens[predicate?.main ?? -1]?.end];
    if (!agent || start === undefined || verb === undefined) return [];
    const clause = text.slice(verb, match.index);
    const first = FIRST_NUMBER.exec(clause);
    if (!first || /[;:]/.test(clause)) return [];
    const middle = clause.slice(0, first.index);
    // "Started with 900 and Birch with 650": the preposition is the same.
    if (preposition !== undefined && !middle.endsWith(` ${preposition} `)) return [];
    if (preposition === undefined && middle !== ' ' && !/ (?:at|by|for|in|of|on|to|with) $/.test(middle)) return [];
    // "45 percent, Birch 35": what stands with the first number goes with the second.
    const figure = /^(?:(?:\p{L}+ )?\d[\d.,]*|\p{Ll}+)$/u.test(number)
      ? first[0].replace(/\d(?:[\d.,]*\d)?|\p{Ll}+$/u, number)
      : number;
    const tail = behind === '' ? clause.slice(first.index + first[0].length).replace(/,.*$/, '') : behind;
    const head = text
      .slice(agent.start, agent.end)
      .trim()
      .split(/ (?:of|in|at|from|for|with)\b/)[0]
      ?.split(' ')
      .at(-1);
    const subject = head === undefined ? who : who.replace(ONE, head);
    const quote = `${subject} ${text.slice(start, verb)}${middle}${figure}${tail}.`;
    const told = viewStatement({ ...statement, quote, mentions: [] }, knowledge.analysis, knowledge.isName);
    return [{ who: subject.length, view: told }];
  });
});
