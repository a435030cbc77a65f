import type { DigestWishes } from './desk-request.ts';
import { readSchedule } from './schedule.ts';
import { looksLikeZone, readTimeZone } from './time-zone.ts';

/** What is taken out of the words: what it was, and the words without it. */
interface Taken<T> {
  readonly value?: T;
  readonly rest: string;
}

/** What is longer is no wish; ten topics and everything else fit. */
const LONGEST = 2000;
/** "for policy people weekdays 09:00": an audience has few words, and so has what stands behind the topics. */
const MOST_AUDIENCE_WORDS = 5;
const MOST_END_WORDS = 30;

const CHANNEL =
  /(?:\b(?:to|into|in|for|channel)\s+)?(?:<#([A-Za-z0-9]+)(?:\|[^<>]*)?>|(?<![\p{L}\p{N}&])(#[\p{L}\p{N}_-]+))/u;
const HERE = /\b(?:to|into|in|for)?\s*(?:this channel|\bhere\b)/i;
const GRACE =
  /\b(?:with\s+(?:a\s+)?)?(?:grace(?:\s+period)?(?:\s+of)?:?\s*|up\s+to\s+)(\d{1,5})\s*(m|mins?|minutes?|h|hrs?|hours?)\b(?:\s+(?:late|grace))?/i;
const SILENCE = '(nothing|silence|silent(?:ly)?|skip|quiet|(?:one|a)\\s+line)';
const NO_NEWS = '(?:unchanged|no\\s+news|no\\s+change|nothing\\s+(?:is\\s+|has\\s+)?(?:new|changed|changes))';
const UNCHANGED = [
  new RegExp(`\\b(?:when\\s+|if\\s+)?${NO_NEWS}[:,=]?\\s+(?:post\\s+|say\\s+|then\\s+)?${SILENCE}\\b`, 'i'),
  new RegExp(`\\b(?:and\\s+)?(?:post\\s+|say\\s+)?${SILENCE}\\s+(?:when|if)\\s+${NO_NEWS}\\b`, 'i'),
];
const TOPICS = /(?:^|\s)(?:only\s+)?(?:about|on\s+topics?|topics?|covering)(?:\s*:\s*|\s+)/i;
const FOR = /(?:^|\s)for\s+/i;

/**
 * What is wished of a digest, in any order: "weekdays 09:00 for buyers about chips, exclusivity in Europe/Berlin to
 * #news grace 2 hours unchanged one line". What it cannot tell is left as it was typed, for whoever checks it.
 */
export function readDigestWishes(typed: string): DigestWishes {
  const channel = takeChannel(typed.slice(0, LONGEST));
  const grace = takeGrace(channel.rest);
  const unchanged = takeUnchanged(grace.rest);
  const zone = takeZone(unchanged.rest);
  const { when, audience, topics } = takeWords(zone.rest);
  return {
    ...(when && { when }),
    ...(zone.value && { timeZone: zone.value }),
    ...(channel.value && { channel: channel.value }),
    ...(audience && { audience }),
    ...(topics.length > 0 && { topics }),
    ...(grace.value !== undefined && { graceMinutes: grace.value }),
    ...(unchanged.value && { whenUnchanged: unchanged.value }),
  };
}

/** Topics as they are listed: by commas, semicolons, "and" and "or"; what stands in quotes is one. */
export function readTopics(typed: string): readonly string[] {
  const quoted: string[] = [];
  const marked = typed.replace(/[“"]([^“”"]+)[”"]/g, (_, inside: string) => `\u0000${quoted.push(inside) - 1}\u0000`);
  return marked
    .split(/\s*(?:[,;]|(?:^|\s)(?:and|or|&)(?=\s))\s*/i)
    .map((part) =>
      part
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark cannot be typed, since utterances are cleaned
        .replace(/\u0000(\d+)\u0000/g, (_, at: string) => quoted[Number(at)] ?? '')
        .replace(/[.!?]+$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
}

function without(text: string, found: RegExpExecArray): string {
  return tidy(`${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;])/g, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
}

function takeChannel(text: string): Taken<string> {
  const found = CHANNEL.exec(text);
  if (found) return { value: found[1] ?? found[2] ?? '', rest: without(text, found) };
  const here = HERE.exec(text);
  return { rest: here ? without(text, here) : tidy(text) };
}

function takeGrace(text: string): Taken<number> {
  const found = GRACE.exec(text);
  if (!found) return { rest: text };
  const count = Number(found[1]);
  return { value: /^h/i.test(found[2] ?? '') ? count * 60 : count, rest: without(text, found) };
}

function takeUnchanged(text: string): Taken<'nothing' | 'one line'> {
  for (const pattern of UNCHANGED) {
    const found = pattern.exec(text);
    if (found) return { value: /line/i.test(found[1] ?? '') ? 'one line' : 'nothing', rest: without(text, found) };
  }
  return { rest: text };
}

const ZONE_WORD = /(?:^|\s)(?:in|tz|time\s?zone)[:=]?\s+/gi;
/** "America/Port_of_Spain", and a place of two words as in "New York time". */
const LONGEST_ZONE_WORDS = 5;

function takeZone(text: string): Taken<string> {
  for (const word of text.matchAll(ZONE_WORD)) {
    const start = word.index + word[0].length;
    const words = text.slice(start).split(' ').slice(0, LONGEST_ZONE_WORDS);
    for (let count = words.length; count > 0; count--) {
      const named = words.slice(0, count).join(' ');
      const bare = named.replace(/[,;.]+$/, '');
      const asked = !/^\s?in/i.test(word[0]);
      if (readTimeZone(bare) !== undefined || (count === 1 && (asked || looksLikeZone(bare))))
        return { value: bare, rest: tidy(`${text.slice(0, word.index)} ${text.slice(start + named.length)}`) };
    }
  }
  const bare = /(?:^|\s)\(?([A-Za-z_]{2,}\/[A-Za-z_/+-]+\d*|UTC|GMT)\)?(?=[\s,;]|$)/.exec(text);
  return bare?.[1] && readTimeZone(bare[1]) ? { value: bare[1], rest: without(text, bare) } : { rest: text };
}

interface Words {
  readonly when?: string;
  readonly audience?: string;
  readonly topics: readonly string[];
}

function takeWords(text: string): Words {
  const about = TOPICS.exec(text);
  const before = about ? text.slice(0, about.index) : text;
  const behind = about ? text.slice(about.index + about[0].length) : '';
  const front = takeAudience(before);
  if (front.when !== undefined || behind === '') return { ...front, topics: readTopics(behind) };
  return { ...front, ...takeEnd(behind) };
}

/** "weekdays 09:00 for buyers", "for buyers weekdays 09:00". */
function takeAudience(text: string): { readonly when?: string; readonly audience?: string } {
  const found = FOR.exec(text);
  if (!found) return asWhen(text);
  const before = asWhen(text.slice(0, found.index));
  const words = text.slice(found.index + found[0].length).split(' ');
  const many = words.findIndex((_, i) => i > 0 && i <= MOST_AUDIENCE_WORDS && isSchedule(words.slice(i).join(' ')));
  if (before.when !== undefined || many === -1) return { ...before, audience: tidy(words.join(' ')) };
  return { ...asWhen(words.slice(many).join(' ')), audience: tidy(words.slice(0, many).join(' ')) };
}

/** "chips weekdays 09:00", "chips weekdays 09:00 for buyers": what stands behind the topics. */
function takeEnd(text: string): Words {
  const words = text.split(' ');
  for (let from = Math.max(1, words.length - MOST_END_WORDS); from < words.length; from++) {
    const { when, audience } = takeAudience(words.slice(from).join(' '));
    if (when !== undefined && isSchedule(when))
      return { when, ...(audience && { audience }), topics: readTopics(tidy(words.slice(0, from).join(' '))) };
  }
  return { topics: readTopics(text) };
}

function isSchedule(text: string): boolean {
  return readSchedule(text).readable;
}

function asWhen(text: string): { readonly when?: string } {
  const when = tidy(text);
  return when === '' ? {} : { when };
}
