import type { HomeView, KnownBlock } from '@slack/types';
import type { Bot } from '../../src/bot.ts';
import { coverage, helpReply } from '../../src/reply/help-reply.ts';
import type { ReplyLine } from '../../src/reply/reply.ts';
import { timelineReply } from '../../src/reply/timeline-reply.ts';
import type { AnswerRecord } from '../../src/store/answers.ts';
import { writeValue } from './button-value.ts';
import { ACTION, COMMAND, LABEL } from './labels.ts';
import { BUTTON_TEXT_MAX } from './limits.ts';
import { plain, richSection, richText } from './rich-text.ts';

const LATEST = 3;
export const RECENT = 5;
/** A question of more characters is shown up to here. */
const LONGEST_QUESTION = 300;

/** App Home: what is covered and how far, what changed last, what this person asked lately, and help. */
export function homeView(bot: Pick<Bot, 'reach' | 'timeline'>, recent: readonly AnswerRecord[]): HomeView {
  const latest = bot.timeline({}).entries.slice(-LATEST);
  const told = timelineReply({ entries: latest, ahead: [] }).lines;
  return {
    type: 'home',
    blocks: [
      headed(LABEL.coverage, [[{ text: coverage(bot.reach) }]]),
      ...(latest.length > 0 ? [{ type: 'divider' as const }, headed(LABEL.latest, sections(untilSources(told)))] : []),
      { type: 'divider' },
      headed(LABEL.recent, recent.length === 0 ? [[{ text: LABEL.nothingAsked }]] : []),
      ...recent.flatMap(asked),
      { type: 'divider' },
      richText(sections(helpReply(bot.reach, `${COMMAND} `).lines.slice(1)).map(richSection)),
    ],
  };
}

function headed(title: string, lines: readonly Parameters<typeof richSection>[0][]): KnownBlock {
  return richText([richSection([{ text: title, bold: true }]), ...lines.map(richSection)]);
}

function untilSources(lines: readonly ReplyLine[]): readonly ReplyLine[] {
  const end = lines.findIndex(({ part }) => part === 'heading');
  return end === -1 ? lines : lines.slice(0, end);
}

function sections(lines: readonly ReplyLine[]) {
  return lines.map(({ part, segments }) =>
    segments
      // The marks lead nowhere here: the sources are not listed.
      .filter(({ citation }) => citation === undefined)
      .map(({ text, strong }) => ({ text, ...((strong || part === 'heading') && { bold: true }) })),
  );
}

function asked({ question }: AnswerRecord): KnownBlock[] {
  const value = writeValue({ question });
  return [
    {
      type: 'section',
      text: plain(question, LONGEST_QUESTION),
      ...(value && {
        accessory: {
          type: 'button' as const,
          action_id: ACTION.askAgain,
          text: plain(LABEL.askAgain, BUTTON_TEXT_MAX),
          value,
        },
      }),
    },
  ];
}
