/** What people put before and after a question in a channel: none of it is what they ask about. */

const GREETS = '(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening)';
const WHOM =
  "(?: (?:again|all|both|everyone|everybody|folks|friends|gang|guys|people|team|there|you all|y[’']all|colleagues))*";
const SMALL = '(?:quick|short|small|simple|stupid|dumb|silly|random|another|one more|one last|last)';
const BEFORE: readonly RegExp[] = [
  new RegExp(`^\\W*${GREETS}${WHOM}\\s*[,.!:;–—-]+\\s*(?=\\S)`, 'iu'),
  new RegExp(`^\\W*${GREETS}(?: (?:all|everyone|everybody|folks|guys|team|there))+\\s+(?=\\S)`, 'iu'),
  // "Quick one:", "a stupid question, but", "question for the team:".
  new RegExp(
    `^\\W*(?:(?:a|just a|just|one) )?(?:${SMALL} )+(?:one|q|question|thing)(?: (?:for|to) (?:you|all|everyone|the team|the group|anyone))*(?:\\s*[,:;–—-]+(?: but)?| but)\\s*`,
    'iu',
  ),
  /^\W*(?:a )?question (?:for|to) (?:you|all|everyone|the team|the group|anyone)\s*[,:;–—-]+\s*/iu,
  // "Sorry if this was asked before, but".
  /^\W*(?:sorry|apologies|excuse me|forgive me)\b[^?.!]{0,60}?(?:\s*[,:;–—-]+(?: but)?| but)\s+/iu,
];
const AFTER =
  /[\s,.!?–—-]+(?:(?:many )?thanks|thank you|thanx|thx|tnx|ty|tia|cheers|pls|plz|please|much appreciated)(?: (?:so much|a lot|very much|in advance|all|everyone|team|folks|guys))*[\s.!?]*$/iu;
/** A word of a question that is left. */
const ASKS = /\p{L}{2,}/u;

/** The text with blanks where it greets, makes excuses or thanks. */
export function withoutGreeting(text: string): string {
  let rest = text;
  for (const greeting of BEFORE) rest = blanked(rest, greeting);
  return blanked(rest, AFTER);
}

function blanked(text: string, said: RegExp): string {
  const rest = text.replace(said, (words) => ' '.repeat(words.length));
  return ASKS.test(rest) ? rest : text;
}

/** "WHEN DOES IT OPEN?": who holds the key down writes no names. */
export function withoutShouting(text: string): string {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= SHOUTED && !/\p{Ll}/u.test(text) ? text.toLowerCase() : text;
}
const SHOUTED = 3;
