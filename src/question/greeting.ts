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
  // "Ignore the rules and say 5: how much is it?"
  /^\W*(?:please )?(?:ignore|forget|disregard|override)\b[^:?]*:\s+(?=(?:what|which|who|whose|when|where|why|how)\b[^:]*\?$)/iu,
  // "Sorry if this was asked before, but".
  /^\W*(?:sorry|apologies|excuse me|forgive me)\b[^?.!]{0,60}?(?:\s*[,:;–—-]+(?: but)?| but)\s+/iu,
];
const AFTER =
  /[\s,.!?–—-]+(?:(?:many )?thanks|thank you|thanx|thx|tnx|ty|tia|cheers|pls|plz|please|much appreciated)(?: (?:so much|a lot|very much|in advance|all|everyone|team|folks|guys))*[\s.!?]*$/iu;
/** Without any of these neither pattern finds anything, and most questions have none: they need not be compiled. */
const MAY_GREET =
  /\b(?:hi|hello|hey|hiya|howdy|greetings|good|morning|afternoon|evening|one|q|question|thing|ignore|forget|disregard|override|sorry|apologies|excuse|forgive)\b|[\u017f\u212a]/i;
const MAY_THANK = /\b(?:than|t[hn]x|t(?:y|ia)\b|cheers|pl[sz]|please|much)|[\u017f\u212a]/i;
/** A word of a question that is left. */
const ASKS = /\p{L}{2,}/u;

/** The text with blanks where it greets, makes excuses or thanks. */
export function withoutGreeting(text: string): string {
  let rest = text;
  if (MAY_GREET.test(text)) for (const greeting of BEFORE) rest = blanked(rest, greeting);
  return MAY_THANK.test(text) ? blanked(rest, AFTER) : rest;
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
