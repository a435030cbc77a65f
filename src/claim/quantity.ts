import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\\d[\\d,]*)';
/** "All six planes", "every one of its shops", "both". */
const ALL = new RegExp(
  `\\b(?:all|every|each|both|the (?:whole|entire))(?: of| one of)?(?: the| its| their| our)?(?: (${NUMBER}))?(?: (?:[\\p{L}-]+ )?[\\p{L}-]+[’']s?(?= ))?((?: [\\p{L}-]+){1,3})`,
  'giu',
);
/** "Two of the six", "half of its shops", "most of the", "only some". */
const SOME = new RegExp(
  `\\b(?:half|(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?|most|some|several|a few|few|the majority|part|${NUMBER})(?: of)(?: the| its| their| our| all)?(?: (?:[\\p{L}-]+ )?[\\p{L}-]+[’']s?(?= ))?(?: (${NUMBER}))?((?: [\\p{L}-]+){1,3})?`,
  'giu',
);
const SMALL =
  /^(?:of|the|in|on|at|to|for|is|are|was|were|has|have|had|been|be|and|or|but|not|its|their|will|now|again)$/;

const nounsOf = (words: string | undefined): string[] =>
  (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 2 && !SMALL.test(word))
    .map((word) => word.replace(/s$/, ''));

/** The claim tells of all what the statement tells of a part of the same, or the other way round. */
export function quantityDiffers(part: ClaimPart, { text }: StatementView): boolean {
  return tellsAllAndPart(part.text, text) || tellsAllAndPart(text, part.text);
}

function tellsAllAndPart(whole: string, some: string): boolean {
  for (const [, number, words] of whole.matchAll(ALL)) {
    const nouns = nounsOf(words);
    for (const [, of, others] of some.matchAll(SOME)) {
      if (number && of) {
        if (number.toLowerCase() === of.toLowerCase()) return true;
        continue;
      }
      if (nounsOf(others).some((noun) => nouns.includes(noun))) return true;
    }
  }
  return false;
}
