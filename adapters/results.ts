import type { Answer } from '../src/answer/answer.ts';
import type { AnsweringBot } from '../src/answering-bot.ts';
import type { Checked } from '../src/claim/check.ts';
import type { IsoDate, SourceDocument } from '../src/model.ts';
import type { Reach } from '../src/reply/answer-reply.ts';
import { checkReply } from '../src/reply/check-reply.ts';
import { plainText } from '../src/reply/reply.ts';

/** The JSON shapes that the command line and the web interface have in common. */

/** Milliseconds since `begun` (of `performance.now()`), to the microsecond. */
export function tookMs(begun: number): number {
  return Math.round((performance.now() - begun) * 1000) / 1000;
}

export function timedAnswer(
  bot: AnsweringBot,
  turns: readonly string[],
  asOf: IsoDate | undefined,
): Answer & { tookMs: number } {
  const begun = performance.now();
  const answer = bot.ask({ turns, ...(asOf && { asOf }) });
  return { ...answer, tookMs: tookMs(begun) };
}

/** The result, with the id of its request where that has one. */
export function withId(id: string | number | undefined, result: object): object {
  return id === undefined ? result : { id, ...result };
}

/** A verdict with its text; of each part, the numbers of its citations alone. */
export function verdictOf(whole: Checked, reach: Reach) {
  const { parts, because: _, ...checked } = whole;
  return {
    ...checked,
    text: plainText(checkReply(whole, reach)),
    parts: parts.map(({ part, verdict, different, citations }) => ({
      part,
      verdict,
      different,
      citations: citations.map((c) => c.n),
    })),
  };
}

/** With a day, the documents that are known to be newer are left out. */
export function documentsBy(bot: AnsweringBot, asOf: IsoDate | undefined): readonly SourceDocument[] {
  if (asOf === undefined) return bot.corpus.documents;
  return bot.corpus.documents.filter((d) => (d.published ?? d.notBefore ?? '') <= asOf);
}
