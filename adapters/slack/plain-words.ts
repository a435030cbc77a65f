/**
 * What a person typed, out of Slack's notation (https://docs.slack.dev/messaging/formatting-message-text): mentions are
 * dropped, links and channels become their words, and the three escaped characters come back.
 */
export function plainWords(text: string): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label: string | undefined) => {
      if (sign === '@') return ' ';
      if (sign === '#') return label ? `#${label}` : ' ';
      if (sign === '!') return target.startsWith('date') && label ? label : ' ';
      return label ?? target.replace(/^mailto:/, '');
    })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** True where somebody is named: words that are meant for another person are none of the bot's business. */
export function mentionsSomebody(text: string): boolean {
  return /<[@!][^<>]*>/.test(text);
}
