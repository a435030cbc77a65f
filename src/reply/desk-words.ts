import type { Subscription } from '../store/subscriptions.ts';

/** Times as an example shows them. */
export const EXAMPLE_TIMES = 'weekdays 09:00';

/** How times are written. */
export const WRITE_TIMES =
  'Times are written as “weekdays 09:00”, “Mondays 8:30”, “Mon, Wed 17:00”, “daily 7am”, “first of the month 9:00”, or as a cron line such as “0 9 * * 1-5”.';

/** What a subscription's words depend on besides itself. */
export interface DeskManner {
  /** How a command is begun on the platform: "/name ", or nothing. */
  readonly commands: string;
  /** The channel where it is asked. */
  readonly channel: string;
  /** The name of the audience that is everybody. */
  readonly forAll: string;
  readonly defaults: { readonly graceMinutes: number };
}

/** What a person types for it, as the platform takes it. */
export function command(words: string, { commands }: DeskManner): string {
  return `${commands}digest ${words}`;
}

/** Of the words that a person typed, so many are shown in a list. */
const LONGEST_SHOWN = 200;

/** What a person typed, as one line of limited length. A renderer shows it as plain text. */
export function shownWords(typed: string): string {
  const text = typed.toWellFormed().replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST_SHOWN) return text;
  const cut = text.slice(0, LONGEST_SHOWN).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SHOWN / 2))}…`;
}

/** “A, B and C”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "weekdays at 09:00 in Europe/Berlin, for buyers, about chips and exclusivity". */
export function termsOf({ written, timeZone, audience, topics }: Subscription, forAll: string): string {
  return [
    `${written} in ${timeZone}`,
    `for ${audience}`,
    topics.length > 0
      ? `about ${listed(topics.map(asTyped).map(shownWords))}`
      : audience === forAll
        ? 'about everything'
        : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "60 minutes", "2 hours". */
export function minutesInWords(minutes: number): string {
  const [count, unit] = minutes >= 120 && minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** What is typed to make this subscription anew. */
export function wishesInWords(subscription: Subscription, defaults: { readonly graceMinutes: number }): string {
  const { written, timeZone, audience, topics, graceMinutes, whenUnchanged } = subscription;
  return [
    written,
    `in ${timeZone}`,
    `for ${audience}`,
    ...(graceMinutes === defaults.graceMinutes ? [] : [`grace ${graceMinutes} minutes`]),
    ...(whenUnchanged === 'nothing' ? [] : ['unchanged one line']),
    ...(topics.length === 0 ? [] : [`about ${topics.map(asTyped).join(', ')}`]),
  ].join(' ');
}

/** A topic of several words is quoted, so that one sees, and reads again, where it ends. */
function asTyped(topic: string): string {
  return /^[\p{L}\p{N}.-]+$/u.test(topic) ? topic : `“${topic.replace(/[“”"]/g, '')}”`;
}
