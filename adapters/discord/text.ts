/**
 * Text that Discord shows as it stands: every sign that begins anything in its Markdown is escaped
 * (https://docs.discord.com/developers/reference#message-formatting), so that nothing typed or quoted becomes a mention,
 * a link, a heading or formatting. Line breaks become spaces. Control and bidirectional characters, which could disguise
 * what is written, and halves of characters are left out.
 */
export function escaped(text: string): string {
  return shown(text).replace(/[\\*_~`|<>#[\]()@]|:(?=\S|$)/g, '\\$&');
}

/** As it stands, where nothing is read as Markdown: labels, names of threads. Longer than `most` it ends in "…". */
export function plain(text: string, most: number): string {
  const whole = shown(text).trim() || '…';
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu, '');
}

/** A line made of escaped text: what only means something at its beginning (a list, small print) is escaped as well. */
export function escapedLine(line: string): string {
  return line.replace(/^(\s*)([-+])(?=[\s#])/, '$1\\$2').replace(/^(\s*\d+)\.(?=\s)/, '$1\\.');
}

/**
 * What a person typed, out of Discord's notation: mentions, timestamps and commands are dropped, custom emoji become
 * their names, and formatting its words.
 */
export function plainWords(text: string): string {
  return unmarked(text.replace(CHANNELS, ' '));
}

/** As `plainWords`, with the channels that are named: what is said of a digest may name one. */
export function plainWordsAndChannels(text: string): string {
  return unmarked(text);
}

const CHANNELS = /<#[^<>\s]*>/g;

function unmarked(text: string): string {
  return text
    .replace(/<(?:@[!&]?|t:|id:)[^<>\s]*>|<\/[^<>]*:\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, ' $1 ')
    .replace(/\[([^\][]+)\]\(<?https?:[^()\s]*>?\)/g, '$1')
    .replace(/```(?:\w*\n)?|`|\*\*|__|~~|\|\|/g, '')
    .replace(/^(?:>>?>?|#{1,3}|-#) /gm, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .trim();
}
