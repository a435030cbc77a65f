/** What is said of a digest may name a channel, by its id. */
const OF_A_DIGEST = /^\s*(?:<@[^<>]*>[\s:,]*)*digests?\b/i;

/**
 * What a person typed, out of Slack's notation (https://docs.slack.dev/messaging/formatting-message-text): mentions are
 * dropped, links and channels become their words, and the three escaped characters come back. A channel in a command
 * about a digest stays `<#ID>`.
 */
export function plainWords(text: string): string {
  const keepsChannels = OF_A_DIGEST.test(text);
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label: string | undefined) => {
      if (sign === '@') return ' ';
      if (sign === '#') return keepsChannels ? `<#${target}>` : label ? `#${label}` : ' ';
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
