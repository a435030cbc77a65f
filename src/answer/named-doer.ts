import type { Span } from '../model.ts';
import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** "Who can repair it?", "which firm sold them?": a deed, in the active voice. */
const ASKS_DEED = () =>
  /\b(?:who|(?:which|what) (?:company|firm|house|group|maker|supplier|agency|authority|office|bank))((?: (?:will|would|has|had|have|can|could|may|might|must|also|still|now|first|all|else|actually|really|is allowed to|is free to|is going to|gets to))*) (?!(?:is|are|was|were|be|been|being|did|do|does|has|had|have|owns?|says?|said)\b)(\p{L}{3,})\b/iu;
const PERMITTED = /\b(?:can|could|may|might|is allowed to|is free to|gets to)\b/i;
/** Whoever holds an office does these, whatever verb tells it. */
const OF_OFFICE =
  /^(?:runs?|running|ran|leads?|leading|led|heads?|heading|chairs?|chairing|manages?|succeeds?|succeeded|took|takes|replace[sd]?)$/i;
const SAYS_VERB = 0.5;

const ALLOWED = /\b(?:may|can|could|might|allow\w*|free|only|sole|exclusive|right|licen[cs]\w*|let)\b/i;

/** "Holm shares fell": not Holm. */
const ITS_THINGS = () => /^ (?!(?:has|was|is|does|always|also|says|thus)\b)\p{Ll}+s $/u;

interface Deed {
  readonly verb: Need;
  readonly permitted: boolean;
}

const deedAsked = remembered(({ text, kind, needs }: Question): Deed | undefined => {
  if (kind !== 'who') return undefined;
  const [, modal = '', word = ''] = ASKS_DEED().exec(text) ?? [];
  if (!word || OF_OFFICE.test(word)) return undefined;
  const verb = needs.find(
    (need) => !need.name && !need.inherited && need.word.toLowerCase().split(' ')[0] === word.toLowerCase(),
  );
  return verb && { verb, permitted: PERMITTED.test(modal) };
});

const OWNED = /^['’]s?\b/;
const ACCORDING = () => /\b(?:according to|told|such as)(?: (?:its|the|their|his|her))?(?: \p{Ll}+){0,4},? $/iu;
/** A noun, and not the verb: "the repair", "its sale", "an inquiry into reserved charging". */
const BEFORE_NOUN = () =>
  /\b(?:the|an?|its|their|his|her|of|into|for|in|per|no|any|new|on)(?: (?!who\b|that\b|which\b)\p{Ll}+ed)? $/iu;
const BE = () => /\b(?:is|are|was|were|be|been|being)(?: (?:not|now|also|still|only|first|\p{Ll}+ly))* $/u;
const BY = () =>
  /\b(?:by|from|through|with|to|that of) (?:the |its |their |a )?(?:(?!(?:and|but|while|or) )[\p{Ll}-]+,? ){0,3}$/u;
const RELATIVE = /\b(?:which|that|who) (?:(?:has|had|have|will|would|can|may|also|now|still) )*$/;

/**
 * Whether a sentence tells that whoever stands at `mark` did what is asked: as the one who does it, or after "by". True
 * where nobody's deed is asked.
 */
export function isNamedDoer(question: Question, view: StatementView, mark: Span): boolean {
  const deed = deedAsked(question);
  if (!deed) return true;
  const { text } = view;
  if (OWNED.test(text.slice(mark[1])) || ACCORDING().test(text.slice(0, mark[0]))) return false;
  const verbs = [...deed.verb.alternatives]
    .flatMap(([key, strength]) => (strength >= SAYS_VERB ? (view.terms.get(key)?.at ?? []) : []))
    .flatMap((at) => view.tokens[at] ?? []);
  if (verbs.length === 0) return !deed.permitted && !view.hypothetical;
  return verbs.some(({ start, end }) => {
    if (start >= mark[0] && end <= mark[1]) return true;
    const before = text.slice(0, start);
    if (mark[0] >= end) return BY().test(text.slice(end, mark[0])) || /^["”’,]* $/.test(text.slice(end, mark[0]));
    if (BEFORE_NOUN().test(before)) return false;
    const between = text.slice(mark[1], start);
    if (BE().test(before) && /ed$/.test(text.slice(start, end))) return false;
    if (deed.permitted && !ALLOWED.test(between)) return false;
    if (ITS_THINGS().test(between)) return false;
    const relative = RELATIVE.exec(between);
    if (relative) return /^(?: of [^,]{2,40}|,[^,]{2,60})?,? ?$/u.test(between.slice(0, relative.index));
    return !view.names.some(
      (name) =>
        name.start >= mark[1] &&
        name.end <= start &&
        !/\b(?:of|in|at|from|for|on|to|with|than|by) (?:the )?$/.test(text.slice(0, name.start)) &&
        !/^['’]/.test(text.slice(name.end)),
    );
  });
}
