import type { Bot } from '../src/bot.ts';
import type { DeskManner } from '../src/reply/desk-words.ts';
import type { Reply } from '../src/reply/reply.ts';
import { type SubscriptionProblem, subscriptionProblemReply } from '../src/reply/subscription-problem-reply.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { DEFAULTS } from './desk-defaults.ts';

/** The readers for whom a digest is written where nobody chose any. */
export function forAllOf(bot: Pick<Bot, 'audiences'>): string {
  return bot.audiences[0]?.name ?? 'everyone';
}

/** How the desk speaks with a caller, and how it refuses. */
export function makeAnswers(bot: Pick<Bot, 'audiences'>) {
  const mannerOf = ({ commands, channel }: Caller): DeskManner => ({
    commands,
    channel,
    forAll: forAllOf(bot),
    defaults: { graceMinutes: DEFAULTS.graceMinutes },
  });
  const refuse = (problem: SubscriptionProblem, caller: Caller): DeskAnswer =>
    plain(subscriptionProblemReply(problem, mannerOf(caller)));

  return { mannerOf, refuse };
}

/** An answer in words alone. */
export function plain(reply: Reply): DeskAnswer {
  return { reply, citations: [] };
}

/** An answer about one subscription, which the platform may offer buttons for. */
export function about(subscription: Subscription, reply: Reply): DeskAnswer {
  return { reply, citations: [], subscription };
}
