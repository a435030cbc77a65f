const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}(?:[.:]\\d\\d)?)';
/** "At half past eight", "until ten in the evening", "from 6 a.m.": an hour, and nothing that is counted. */
const CLOCK = new RegExp(
  `\\b(at|until|till|from|by|before|after) ((?:half past |a quarter (?:past|to) )?${HOUR}(?=[,;:]|\\.?$|\\. \\p{Lu}| o['’]clock| (?:in the|at night|since|on|from|until|till|every|each|and|instead|rather|now|again|sharp|[ap]\\.?m\\b))(?: (?:[ap]\\.?m\\b\\.?|in the (?:morning|afternoon|evening)|at night))?|midnight|noon)`,
  'giu',
);

/** The hours that a text tells, each with whether something lasts until it. */
export function clockTimes(
  text: string,
): readonly { readonly until: boolean; readonly hour: string; readonly at: number }[] {
  return [...text.matchAll(CLOCK)].map((match) => ({
    until: /^(?:until|till|by|before)$/i.test(match[1] ?? ''),
    hour: plain(match[2] ?? ''),
    at: match.index,
  }));
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "10 p.m." and "ten in the evening" are the same hour where neither says otherwise. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/ (?:[ap]\.?m\.?|in the (?:morning|afternoon|evening)|at night)$/, '')
    .replace(/^\d+$/, (digits) => NUMBERS[Number(digits)] ?? digits);
}

const TIMES =
  /(?<!\bof )\b(once|twice|thrice|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|\d+)(?= times| (?:a|per|each|every)\b))(?: times)? (?:a|per|each|every) (day|week|month|year)\b/giu;
const OFTEN: Readonly<Record<string, string>> = { once: 'one', twice: 'two', thrice: 'three' };

/** How often something is told to come about: "three times a week", "down to two a week". */
export function ratesOf(text: string): readonly { readonly times: string; readonly each: string }[] {
  return [...text.matchAll(TIMES)].map((match) => {
    const times = (match[1] ?? '').toLowerCase();
    return { times: OFTEN[times] ?? plain(times), each: (match[2] ?? '').toLowerCase() };
  });
}
