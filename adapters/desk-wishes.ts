import type { AudienceName } from '../src/chat/audience.ts';
import { findAudience } from '../src/chat/audience.ts';
import type { DigestWishes } from '../src/chat/desk-request.ts';
import { readSchedule } from '../src/chat/schedule.ts';
import type { Schedule } from '../src/chat/schedule-pattern.ts';
import { readTimeZone } from '../src/chat/time-zone.ts';
import { cleanUtterance } from '../src/question/read.ts';
import {
  LONGEST_TOPIC,
  MOST_GRACE_MINUTES,
  MOST_TOPICS,
  type SubscriptionProblem,
} from '../src/reply/subscription-problem-reply.ts';

/** Wishes that can be fulfilled; what is absent was not wished. */
export interface SettledWishes {
  readonly schedule?: Schedule;
  readonly timeZone?: string;
  readonly channel?: string;
  readonly audience?: string;
  readonly topics?: readonly string[];
  readonly graceMinutes?: number;
  readonly whenUnchanged?: 'nothing' | 'one line';
}

const EVERYTHING = /^(?:everything|anything|all(?: topics)?|all of it)$/i;

/** What was typed, checked; or what is wrong with it, the first thing that is. */
export function settleWishes(
  wishes: DigestWishes,
  audiences: readonly AudienceName[],
): { readonly settled: SettledWishes } | { readonly problem: SubscriptionProblem } {
  const { when, channel, graceMinutes, whenUnchanged } = wishes;
  const { topics, audience: typedAudience } = apart(wishes, audiences);
  const read = when === undefined ? undefined : readSchedule(cleanUtterance(when));
  if (read && !read.readable) return { problem: { sort: 'schedule', problem: read.problem } };
  const typedZone = wishes.timeZone?.trim() || undefined;
  const timeZone = typedZone === undefined ? read?.schedule.timeZone : readTimeZone(typedZone);
  if (typedZone !== undefined && timeZone === undefined) return { problem: { sort: 'no zone' } };
  const audience = typedAudience === undefined ? undefined : findAudience(typedAudience, audiences);
  if (typedAudience !== undefined && audience === undefined) return { problem: { sort: 'no audience', audiences } };
  if (topics && (topics.length > MOST_TOPICS || topics.some((topic) => topic.length > LONGEST_TOPIC)))
    return { problem: { sort: 'too many topics' } };
  if (graceMinutes !== undefined && !(graceMinutes >= 0 && graceMinutes <= MOST_GRACE_MINUTES))
    return { problem: { sort: 'no grace' } };
  // A name that the platform has not turned into a channel.
  if (channel?.startsWith('#')) return { problem: { sort: 'no channel' } };
  return {
    settled: {
      ...(read && { schedule: read.schedule }),
      ...(timeZone && { timeZone }),
      ...(channel && { channel }),
      ...(audience && { audience }),
      ...(topics && { topics }),
      ...(graceMinutes !== undefined && { graceMinutes: Math.round(graceMinutes) }),
      ...(whenUnchanged && { whenUnchanged }),
    },
  };
}

/** "about chips for buyers": only who knows the audiences can tell that the topic ends before "for". */
function apart(
  { topics, audience }: DigestWishes,
  audiences: readonly AudienceName[],
): Pick<DigestWishes, 'topics' | 'audience'> {
  const cleaned =
    topics && distinct(topics.map((topic) => cleanUtterance(topic).toWellFormed()).filter((topic) => topic !== ''));
  const [, topic, whom = ''] = /^(.+) for (.+)$/i.exec(cleaned?.at(-1) ?? '') ?? [];
  if (cleaned && topic && !audience && findAudience(whom, audiences))
    return { topics: withoutEverything([...cleaned.slice(0, -1), topic]), audience: whom };
  return { ...(cleaned && { topics: withoutEverything(cleaned) }), ...(audience?.trim() && { audience }) };
}

function withoutEverything(topics: readonly string[]): readonly string[] {
  return topics.some((topic) => EVERYTHING.test(topic)) ? [] : topics;
}

function distinct(topics: readonly string[]): readonly string[] {
  return [...new Map(topics.map((topic) => [topic.toLowerCase(), topic])).values()];
}
