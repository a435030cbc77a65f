import type { Answer, Citation } from '../answer/answer.ts';
import type { Bot } from '../bot.ts';
import { answeredReply, declinedReply } from '../reply/answer-reply.ts';
import { checkReply } from '../reply/check-reply.ts';
import { helpReply } from '../reply/help-reply.ts';
import { noticeReply } from '../reply/notice-reply.ts';
import type { Reply } from '../reply/reply.ts';
import { sourcesReply } from '../reply/sources-reply.ts';
import { outlookReply, timelineReply } from '../reply/timeline-reply.ts';
import type { SourceRequest } from './request.ts';

/** What of the bot a chat uses; `ask` may be one that keeps what it answered. */
export type Respondent = Pick<Bot, 'corpus' | 'reach' | 'ask' | 'check' | 'timeline' | 'outlook'>;

/** A reply, and what a platform puts beside it: the places that the marks lead to and what to ask next. */
export interface Response {
  readonly reply: Reply;
  /** By their marks; each number once. */
  readonly citations: readonly Citation[];
  /** At most two. */
  readonly followUps: readonly string[];
  /** Set where a question was asked, answered or not. */
  readonly answer?: Answer;
}

/**
 * Everything that a chat can ask of the sources. `turns` are the earlier utterances of the conversation, oldest first; only a
 * question leans on them. `commands` is how a command is begun on the platform ("/name ", or nothing).
 */
export function respond(request: SourceRequest, turns: readonly string[], bot: Respondent, commands: string): Response {
  const asOf = 'asOf' in request && request.asOf ? { asOf: request.asOf } : {};
  switch (request.sort) {
    case 'ask': {
      const answer = bot.ask({ turns: [...turns, request.text], ...asOf });
      return answer.outcome === 'answered'
        ? { reply: answeredReply(answer, bot.reach), citations: answer.citations, followUps: answer.followUps, answer }
        : { reply: declinedReply(answer, bot.reach), citations: answer.nearest, followUps: [], answer };
    }
    case 'check': {
      const checked = bot.check({ claim: request.text, ...asOf });
      return { reply: checkReply(checked, bot.reach), citations: checked.citations, followUps: [] };
    }
    case 'timeline': {
      const timeline = bot.timeline({ ...(request.text && { topic: request.text }), ...asOf });
      const citations = [
        ...timeline.entries.flatMap((entry) => [entry.citation, ...entry.alsoTold]),
        ...timeline.ahead.map((entry) => entry.citation),
      ];
      return { reply: timelineReply(timeline), citations, followUps: [] };
    }
    case 'outlook': {
      const prospects = bot.outlook(asOf);
      const citations = prospects.flatMap((prospect) => [prospect.citation, ...prospect.since]);
      return { reply: outlookReply(prospects), citations, followUps: [] };
    }
    case 'sources':
      return { reply: sourcesReply(bot.corpus, asOf.asOf), citations: [], followUps: [] };
    case 'help':
      return { reply: helpReply(bot.reach, commands), citations: [], followUps: [] };
    case 'misread':
      return { reply: noticeReply(request.because), citations: [], followUps: [] };
  }
}
