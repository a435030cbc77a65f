import type { Answering } from '../answer/ask.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Comparison } from './comparison.ts';
import type { NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** What somebody does for a house or on a stage for as long as they are there. */
const SERVES =
  /^(?:participate|be|lead|head|run|chair|manage|direct|oversee|coach|train|captain|conduct|edit|preside|govern|command|work|serve|play|perform|sing|star|teach|live|sit|remain|stay|belong|act|host|present|represent|curate|drive)$/;
const POST =
  /\b(?:chief|officer|head|director|president|chair\w*|minister|commissioner|secretary|manager|boss|chief executive|ceo|mayor|coach\w*|captain|conductor|editor|principal|dean|bishop|governor|ambassador|trainer|treasurer|curator|rector|speaker|superintendent|leader|skipper|goalkeeper|\w*master|owner|tenant|chef|spokes\w+)\b/i;

const GOES =
  /^(?:,[^,.;]{1,60},)?(?:, who)?(?: (?:has|had|have|is|was|been|be|will|would|to|now|also|then|since|therefore|already|finally|abruptly|suddenly|unexpectedly|both|itself|herself|himself)){0,3} (?:left|leaves?|leaving|step(?:s|ped|ping)? (?:down|back|aside)|resign(?:s|ed|ing)?|quit(?:s|ting)?|retir(?:es?|ed|ing)|depart(?:s|ed|ing)?|g(?:ives?|ave|iven|iving) up|withdraw(?:s|n|ing)?|withdrew|hand(?:s|ed|ing)? over|hand(?:s|ed|ing)? (?:\w+ ){1,5}to|dismissed|fired|sacked|suspended|ousted|removed|voted out|replaced|succeeded|stood down|stands down|bow(?:s|ed)? out|mov(?:es?|ed|ing) (?:on|to|up)|gone|died|dropped|called off|part(?:s|ed)? ways|pull(?:s|ed)? out|w(?:ent|ill go) (?:over )?to an? \p{Ll}+)\b/iu;
const SENT =
  /\b(?:dismiss(?:es|ed|ing)?|fir(?:es?|ed|ing)|sack(?:s|ed|ing)?|oust(?:s|ed|ing)?|replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|remov(?:es?|ed|ing)|t(?:akes?|ook|aking|aken) over(?: as [^,.;]{3,60}?)?(?: on [\p{L}\d ]{3,15})? from|in place of|st(?:ands?|ood) in for|fill(?:s|ed)? in for|successor (?:to|of)|drop(?:s|ped|ping)?|part(?:s|ed|ing)? (?:ways|company)(?: with)?|and|departure of|resignation of|former|ex-) ?(?:(?:the|its|their|his|her|coach|founder|[\p{Ll}-]+) ){0,4}(?:\p{Lu}[\p{L}.-]+ )?$/iu;
/** Whoever stands behind it has been followed by another. */
const FOLLOWED =
  /\b(?:(?:replac|succeed)(?:es?|s|ed|ing)|t(?:akes?|ook|aking|aken) over(?: as [^,.;]{3,60}?)?(?: on [\p{L}\d ]{3,15})? from|successor (?:to|of)) (?:(?:the|its|their|his|her|\p{Ll}+[ -]?|\p{Ll}+-\p{Ll}+) ?){0,4}(?:\p{Lu}[\p{L}.-]+ )?$/iu;
/** "Followed Ada Holm in the chair": whom somebody follows in a post no longer has it. */
const FOLLOWS = /\bfollow(?:s|ed|ing) (?:(?:the|its|their|his|her|\p{Ll}+) ){0,4}(?:\p{Lu}[\p{L}.-]+ )?$/u;
const IN_THE_POST =
  /^(?: (?:in|to|into|at|on|as) (?:the |its |their |that |this |his |her )?(?:\p{Ll}+ )?(?:chair|post|office|job|role|seat|position|helm|top|head|podium|director|\p{Ll}*master|editor|mayor|president|manager|captain|coach|conductor|principal|leader|speaker|treasurer|secretary)\b| as (?:the |its |their )?\p{Ll}+)/u;
const THEIR_EXIT =
  /^['’]s? (?:\p{Ll}+ )?(?:successor|departure|dismissal|resignation|replacement|sacking|exit|retirement|firing|removal)\b/iu;
/** "Mina Rolt becomes director; her successor is ...". */
const ITS_HOLDER_FOLLOWED =
  /^[^.]*?(?:[;,—]| and)(?: and)? (?:[^;,.]*\b)?(?:(?:his|her|their) successor\b|(?:will )?(?:succeeds?|replaces?|follows?|stands? in for) (?:him|her|them)\b)/iu;
const PART_WAYS = /\b(?:part(?:s|ed)? (?:ways|company)|go(?:es)? separate ways)\b/i;

/** A later statement that who is claimed to serve somewhere has left, was sent away, or has been followed by another. */
export function leftBy(
  part: ClaimPart,
  told: readonly Comparison[],
  { knowledge, turns }: Pick<Answering, 'knowledge' | 'turns'>,
  asOf: IsoDate | undefined,
): { readonly view: StatementView; readonly since: IsoDate } | undefined {
  if (part.happened || part.past || part.negated) return undefined;
  // What is claimed of now is no post of before.
  if (/\bnow\b/i.test(part.text)) return undefined;
  if (told.length === 0 || !SERVES.test((part.predicate?.base ?? '').replace(/ed$/, ''))) return undefined;
  const [since] = told.flatMap(({ view }) => knownBy(view, knowledge) ?? []).sort();
  if (since === undefined) return undefined;
  for (const who of part.names) {
    if (!isPerson(who)) continue;
    for (const view of viewsNaming(who, part, knowledge)) {
      const day = knownBy(view, knowledge);
      if (day === undefined || view.hypothetical) continue;
      // "Holm, director of Alder, left Birch": where it tells the post itself, only another in it shows that it is over.
      if (told.every((c) => c.view === view) && !isFollowed(who, part, view)) continue;
      // Days that are only guessed from what documents tell show no order: who left has left.
      if (day < since && isDated(view, knowledge) && told.every((c) => isDated(c.view, knowledge))) continue;
      if (asOf !== undefined && day > asOf) continue;
      if (goes(who, part, view) && !ofAnotherPost(part, view))
        return { view, since: turns.find((turn) => turn.view === view)?.since ?? day };
    }
  }
  return undefined;
}

function isDated({ statement }: StatementView, knowledge: Knowledge): boolean {
  return knowledge.document(statement.document).published !== undefined;
}

/** "Ada Holm": two words with capitals, as most names of people are. */
function isPerson({ text }: NameGroup): boolean {
  return /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u.test(text);
}

function viewsNaming({ needs }: NameGroup, part: ClaimPart, knowledge: Knowledge): StatementView[] {
  const last = part.needs[needs.at(-1) ?? -1];
  if (!last) return [];
  const found = new Set([...last.alternatives].flatMap(([key, s]) => (s >= 0.85 ? [...knowledge.holders(key)] : [])));
  return [...found].flatMap((index) => knowledge.views[index] ?? []);
}

function goes({ needs }: NameGroup, part: ClaimPart, view: StatementView): boolean {
  const last = part.needs[needs.at(-1) ?? -1];
  if (!last) return false;
  return placesOfNeed(last, view).some((at) => {
    const token = view.tokens[at];
    if (!token) return false;
    const [before, after] = [view.text.slice(0, token.start), view.text.slice(token.end)];
    const going = GOES.exec(after);
    if (going && !ofOtherHouse(after.slice(going[0].length), part)) return true;
    if (THEIR_EXIT.test(after) || (FOLLOWS.test(before) && IN_THE_POST.test(after))) return true;
    if (ITS_HOLDER_FOLLOWED.test(after)) return true;
    const sent = SENT.exec(before);
    if (sent) return !/^and\b/i.test(sent[0]) || PART_WAYS.test(after);
    return PART_WAYS.test(after.slice(0, 40)) && /^ and\b/.test(after);
  });
}

/** "Took over as director from her cousin Ada Holm": another has what was hers. */
function isFollowed({ needs }: NameGroup, part: ClaimPart, view: StatementView): boolean {
  const last = part.needs[needs.at(-1) ?? -1];
  return (last ? placesOfNeed(last, view) : []).some((at) => {
    const token = view.tokens[at];
    const lead = view.text.slice(0, token?.start ?? 0);
    return FOLLOWED.test(lead) || (FOLLOWS.test(lead) && IN_THE_POST.test(view.text.slice(token?.end ?? 0)));
  });
}

/** "Left Birch Mills", where the claim is of another house. */
function ofOtherHouse(rest: string, part: ClaimPart): boolean {
  const house = /^ (?:the )?(\p{Lu}[\p{L}\d-]+)/u.exec(rest)?.[1];
  return house !== undefined && !part.text.includes(house);
}

/** It names a post, and not the one that is claimed. */
function ofAnotherPost(part: ClaimPart, view: StatementView): boolean {
  // Whose post another has now has none of before, whatever else the sentence gives them.
  if (/\b(?:his|her|their) successor\b/i.test(view.text)) return false;
  const posts = (text: string) =>
    new Set([...text.matchAll(new RegExp(POST, 'gi'))].map(([word]) => word.toLowerCase().slice(0, 4)));
  // "After six years as head of sales": what somebody was before is another matter.
  const [claimed, told] = [posts(part.text), posts(view.text.replace(/\bafter [^,.;]{0,40}\bas [^,.;]*/gi, ' '))];
  return claimed.size > 0 && told.size > 0 && ![...claimed].some((post) => told.has(post));
}
