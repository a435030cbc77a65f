import type { Span } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { NameSpan } from '../statement/names.ts';
import type { StatementView } from '../statement/view.ts';

/** "Which paper reported the letter?": a house that is said to have reported it, and not who wrote it. */
export const ASKS_OUTLET =
  /\b(?:which|what) (?:outlet|publication|(?:news)?paper|magazine|weekly|daily|journal|broadcaster|(?:radio |television |tv )?station|media|news \w+)\b/i;

/** "Who broke the story?": to tell what others said is what an outlet does. */
const ASKS_REPORTER =
  /\bwho (?:first |originally |actually )?(?:report\w*|publish\w*|print\w*|broke|reveal\w*|surfac\w*|cover\w*|leak\w*|is the source)\b|\bwhere\b.+\bfrom\b|\bsource (?:of|for)\b/i;

const BEFORE_OUTLET =
  /\b(?:(?:reported|published|printed|revealed|broadcast|carried|seen|obtained|quoted|cited|surfaced|told|appeared) (?:first )?(?:by|in|on|to)|according to|told) (?:the )?$/i;
const AFTER_OUTLET =
  /^(?:, [^,]{2,40},)? (?:has |had |first )?(?:report(?:s|ed)|publish(?:es|ed)|print(?:s|ed)|reveal(?:s|ed)|surfac(?:es|ed)|broadcast|broke|carried|ran|wrote|writes)\b/;

const SAYING =
  '(?:said|says|saying|wrote|writes|writing|told|tells|called|calls|claim(?:s|ed)|add(?:s|ed)|argu(?:es|ed)|warn(?:s|ed)|admit(?:s|ted)|not(?:es|ed)|insist(?:s|ed)|complain(?:s|ed|ing)|stat(?:es|ed)|announced|confirm(?:s|ed)|put|puts|thinks?|thought|expects?|expected|believes?|reckons?|describe[sd])';
/** "A B, head of sales, said"; "Alder's finance chief said", who is told by the office. */
const SPEAKS = new RegExp(
  `^(?<office>['’]s (?:\\p{Ll}+ ){1,4}?)?(?:, [^,;"“]{2,60},)? ?(?:(?:has|had|also|then|later|reportedly|publicly|now) )*${SAYING}\\b`,
  'u',
);
const OFFICE_OF = () => /(?<!\p{L})\p{Lu}[\p{L}\d.&-]*['’]s $/u;
/** "…," said A B */
const IS_SPOKEN_BY = new RegExp(`["”’,] ${SAYING} (?:(?:the|its|their) )?(?:(?!that\\b|to\\b)\\p{Ll}+ ){0,3}$`, 'u');
/** "A memo by commercial director A B" */
const DOCUMENT_BY = () =>
  /\b(?:memo|memorandum|letter|note|e-?mail|message|post|statement|slides?|filing|speech|column|essay|paper|report)s? (?:by|from|of|to [^,.]{3,30} (?:by|from)) (?:[\p{Lu}\p{L}'’-]+ ){0,4}$/u;

/** What reports is an outlet; whoever says it has said it to one. */
function isOutlet({ text }: StatementView, { start, end }: NameSpan): boolean {
  return BEFORE_OUTLET.test(text.slice(0, start)) || AFTER_OUTLET.test(text.slice(end));
}

/** The outlet that a statement names as having told it first; `except` are names that cannot be meant. */
export function outletIn(view: StatementView, except: (name: NameSpan) => boolean): NameSpan | undefined {
  return view.names.find((name) => isOutlet(view, name) && !except(name));
}

/** Whether a question asks who told what others had said. */
export function asksReporter(question: string): boolean {
  return ASKS_OUTLET.test(question) || ASKS_REPORTER.test(question);
}

/** Who says or wrote what a statement tells; undefined where it names only who reported it, or nobody. */
export const speakerIn = remembered((view: StatementView): Span | undefined => {
  const { text } = view;
  const names = view.names.filter((name) => !isOutlet(view, name));
  // "From the Alder finance chief A B": the last of them is who.
  const author = names.findLast(({ start }) => DOCUMENT_BY().test(text.slice(0, start)));
  if (author) return [author.start, author.end];
  for (const { start, end } of names) {
    const speaks = SPEAKS.exec(text.slice(end));
    // "Alder's CFO": an office by itself is nobody's.
    const house = OFFICE_OF().exec(text.slice(0, start))?.[0].length ?? 0;
    if (speaks) return [start - house, end + (speaks.groups?.office?.trimEnd().length ?? 0)];
  }
  const spoken = names.find(({ start }) => IS_SPOKEN_BY.test(text.slice(0, start)));
  return spoken && [spoken.start, spoken.end];
});
