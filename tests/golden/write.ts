/** A theme's replies as Markdown that a person can review: strong words are bold, and each line says what part it plays. */

import type { Bot } from '../../src/bot.ts';
import { answeredReply, declinedReply } from '../../src/reply/answer-reply.ts';
import { checkReply } from '../../src/reply/check-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { outlookReply, timelineReply } from '../../src/reply/timeline-reply.ts';
import type { Case, Theme } from './themes.ts';

export function writeTheme({ title, cases }: Theme, bot: Bot): string {
  return `# ${title}\n\n${cases.map((one) => writeCase(one, bot)).join('\n')}`;
}

function writeCase(one: Case, bot: Bot): string {
  const { head, outcome, reply } = answerTo(one, bot);
  const day = one.asOf ? `, as of ${one.asOf}` : '';
  return `## ${escapeMarkdown(head)}${day}\n\nExpected: ${one.expected}\n\nGiven: ${outcome}\n\n${replyLines(reply)}\n`;
}

function answerTo(one: Case, bot: Bot): { readonly head: string; readonly outcome: string; readonly reply: Reply } {
  const asOf = one.asOf && { asOf: one.asOf };
  if ('ask' in one) {
    const answer = bot.ask({ turns: one.ask, ...asOf });
    return answer.outcome === 'answered'
      ? { head: one.ask.join(' → '), outcome: 'answered', reply: answeredReply(answer, bot.reach) }
      : { head: one.ask.join(' → '), outcome: `declined, ${answer.reason}`, reply: declinedReply(answer, bot.reach) };
  }
  if ('check' in one) {
    const checked = bot.check({ claim: one.check, ...asOf });
    return { head: one.check, outcome: checked.verdict, reply: checkReply(checked, bot.reach) };
  }
  if ('outlook' in one) {
    const prospects = bot.outlook({ ...asOf });
    return { head: 'Everything', outcome: `${prospects.length} prospects`, reply: outlookReply(prospects) };
  }
  const timeline = bot.timeline({ ...(one.timeline !== undefined && { topic: one.timeline }), ...asOf });
  return {
    head: one.timeline ?? 'Everything',
    outcome: `${timeline.entries.length} entries, ${timeline.ahead.length} ahead`,
    reply: timelineReply(timeline),
  };
}

export function replyLines({ lines }: Reply): string {
  return lines
    .map(
      ({ part, segments }) =>
        `- \`${part}\` ${segments
          .map(({ text, strong }) => (strong ? bold(text) : escapeMarkdown(text)))
          .join('')
          .replace(/\s+/g, ' ')
          .trim()}`,
    )
    .join('\n');
}

/** Markdown's bold may not begin or end with a space. */
function bold(text: string): string {
  const trimmed = text.trim();
  return trimmed === ''
    ? text
    : escapeMarkdown(text).replace(escapeMarkdown(trimmed), `**${escapeMarkdown(trimmed)}**`);
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<>|#]/g, (sign) => `\\${sign}`);
}
