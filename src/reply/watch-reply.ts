import { zonedWords } from '../calendar/zoned.ts';
import type { StandingQuestion } from '../store/standing.ts';
import { shownWords } from './desk-words.ts';
import { line, type Reply, type ReplyLine } from './reply.ts';

/** Where a change is told. */
export type ToldWhere = 'you' | 'thread' | 'channel';

export interface WatchManner {
  readonly commands: string;
  /** How the watch is called in the person's list. */
  readonly name: string;
  readonly where: ToldWhere;
}

const WHERE: Readonly<Record<ToldWhere, string>> = {
  you: 'in our direct messages',
  thread: 'in this thread',
  channel: 'in this channel',
};

/** The answer as it holds now, with what is promised under it. */
export function watchedReply(answer: Reply, isAnswered: boolean, manner: WatchManner): Reply {
  return { lines: [...answer.lines, ...promise(isAnswered, manner)] };
}

/** The same without the answer, which stands above. */
export function watchingReply(isAnswered: boolean, manner: WatchManner): Reply {
  return { lines: promise(isAnswered, manner) };
}

function promise(isAnswered: boolean, { commands, name, where }: WatchManner): ReplyLine[] {
  const told = isAnswered
    ? `When what this answer rests on changes, I tell you ${WHERE[where]}, with what held before. A source that only says it in other words is no change.`
    : `The sources do not answer this now. I tell you ${WHERE[where]} when they do.`;
  return [
    { part: 'reach', segments: [{ text: 'Watched.', strong: true }, { text: ` ${told}` }] },
    line('reach', `“${commands}unwatch ${name}” ends it; “${commands}watching” lists what you watch.`),
  ];
}

/** `answer`: as it holds now, where it does not stand there already. */
export function watchedAlreadyReply(answer: Reply | undefined, commands: string, name: string): Reply {
  const text = `You watch this already, as ${name}. “${commands}unwatch ${name}” ends it.`;
  return { lines: [...(answer?.lines ?? []), line(answer ? 'reach' : 'note', text)] };
}

export type WatchProblem = 'no question' | 'of the past' | 'in full' | 'answer gone' | 'nothing watched' | 'unknown';

/** A question that the sources cannot be about: `answer` says why. */
export function notWatchedReply(answer: Reply | undefined): Reply {
  const text = 'I do not watch that: I watch questions about what the sources report.';
  return { lines: [...(answer?.lines ?? []), line('note', text)] };
}

/** The answer, where there is one, and that it is not watched: `most` questions are. */
export function tooManyWatchedReply(answer: Reply | undefined, commands: string, most: number): Reply {
  const text = `This is not watched: you watch ${most} questions, which is the most. “${commands}unwatch NAME” ends one, and “${commands}watching” lists them.`;
  return { lines: [...(answer?.lines ?? []), line('note', text)] };
}

/** Why it cannot be done, and what can. */
export function watchProblemReply(problem: WatchProblem, commands: string): Reply {
  return { lines: [line('note', problemText(problem, commands))] };
}

function problemText(problem: WatchProblem, commands: string): string {
  switch (problem) {
    case 'no question':
      return `Write the question behind it: “${commands}watch QUESTION”.`;
    case 'of the past':
      return 'What was so at a time that has passed does not change, so there would be nothing to tell. Watch the question without that time.';
    case 'in full':
      return `That question leans on what others said. Write it in full, and I watch it: “${commands}watch QUESTION”.`;
    case 'answer gone':
      return `I no longer hold the question of that answer. Write it, and I watch it: “${commands}watch QUESTION”.`;
    case 'nothing watched':
      return `You watch no question. “${commands}watch QUESTION” watches one.`;
    case 'unknown':
      return `You watch no question of that name. “${commands}watching” lists those that you watch.`;
  }
}

/** What a person watches; `nameOf` is how each is called. */
export function watchListReply(
  watched: readonly { readonly name: string; readonly standing: StandingQuestion; readonly isAnswered: boolean }[],
  manner: { readonly commands: string; readonly timeZone: string; readonly which: boolean },
): Reply {
  const { commands, timeZone, which } = manner;
  if (watched.length === 0) return watchProblemReply('nothing watched', commands);
  return {
    lines: [
      line('heading', which ? 'Which one? You watch these' : 'What you watch'),
      ...watched.map(({ name, standing: { turns, at, changes }, isAnswered }): ReplyLine => {
        const since = `since ${zonedWords(at, timeZone).replace(/,[^,]*$/, '')}`;
        const told = changes === 0 ? (isAnswered ? 'no change yet' : 'not answered yet') : changesText(changes);
        return {
          part: 'support',
          segments: [{ text: name, strong: true }, { text: `: ${shownWords(turns.join(' → '))} (${since}, ${told})` }],
        };
      }),
      line('note', `“${commands}unwatch NAME” ends one.`),
    ],
  };
}

function changesText(changes: number): string {
  return changes === 1 ? 'changed once' : `changed ${changes} times`;
}

/** The question is watched no more, with the command that watches it again where that says all of it. */
export function unwatchedReply({ turns }: StandingQuestion, commands: string): Reply {
  const question = turns.at(-1) ?? '';
  return {
    lines: [
      {
        part: 'short',
        segments: [{ text: 'No longer watched.', strong: true }],
      },
      ...(turns.length === 1 ? [line('note', `“${commands}watch ${shownWords(question)}” watches it again.`)] : []),
    ],
  };
}
