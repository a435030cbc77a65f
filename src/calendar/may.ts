/** The month, and no "may": after another word it has a capital. */
const MONTH = /(?<=\S )May\b|^May(?= \d)/g;

/** The same text, as long as it was, in which no month can be taken for "may". */
export function withoutMonth(text: string): string {
  return text.replace(MONTH, 'Mai');
}
