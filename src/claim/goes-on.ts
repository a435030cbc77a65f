import type { StatementView } from '../statement/view.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';

/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.4;
/** So nearly a word must be the same. */
const SAME = 0.7;
/** So nearly what it is told of. */
const NEARLY_THE_SAME = 0.85;
/** Room after the words that say it, in characters, for what they say it of. */
const AFTER = 30;

const CHANGES =
  /\b(?:put off|postponed|delayed|dropped|abandoned|scrapped|cancelled|called off|(?:more|less) expensive|dearer|cheaper|raised|lowered|cut|increased|reduced|changed|no longer|stopped|ended|closed|leaves?|left|withdrawn|taken off|goes up|went up|rose|fell|rises?|falls?|abolished|lost|gives? up|gave up)\b/i;
const PERSISTS =
  /\b(?:unchanged|as (?:planned|before|always|it (?:is|was))|(?:stays?|stayed|remain(?:s|ed)?|stands?|stood) (?:on|at|as|in|open|put|where|unchanged|the|with|free)|(?:stands?|stays?)(?=[.,;])|still|nothing (?:changes|changed)|not (?:been )?(?:changed|dropped|touched|affected|shortened|abandoned|scrapped)|is not (?:affected|touched)|goes on)\b/i;

/** The claim tells that something changed or ended; a statement of the very thing that it goes on. */
export function goesOn(part: ClaimPart, { view, match, byVerb, toldBy, different, silent }: Comparison): boolean {
  if (!CHANGES.test(part.text) || part.exclusive) return false;
  // It tells the change itself, and of something else that it goes on.
  if (byVerb && toldBy === 'agree' && different.length + silent.length === 0) return false;
  const at = PERSISTS.exec(view.text);
  if (!at || view.turns.length > 0) return false;
  const clause = [Math.max(0, view.text.lastIndexOf(';', at.index)), at.index + at[0].length + AFTER] as const;
  const within = part.needs.filter(
    (need, i) =>
      need.weight >= SAYS_SOMETHING &&
      (match.own[i] ?? 0) >= SAME &&
      [...need.alternatives].some(
        ([key, s]) =>
          s >= SAME &&
          (view.terms.get(key)?.at ?? []).some((p) => {
            const place = view.tokens[p]?.start ?? -1;
            return place >= clause[0] && place <= clause[1];
          }),
      ),
  );
  // "Its agreement remains in force" is not told of its shares.
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  const subjects = part.needs.filter((need, i) => !need.name && inStretch(part.places[i] ?? -1, subject));
  const ofSubject = subjects.length === 0 || subjects.some((need) => within.includes(need) && tells(need, view));
  return ofSubject && within.some((need) => !need.name) && within.length >= 2;
}

/** It says the word itself, or one that says nearly the same. */
function tells({ alternatives }: ClaimPart['needs'][number], { terms }: StatementView): boolean {
  return [...alternatives].some(([key, s]) => s >= NEARLY_THE_SAME && terms.has(key));
}
