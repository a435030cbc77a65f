import type { Answer } from '../../src/answer/answer.ts';
import type { AnsweringBot } from '../../src/answering-bot.ts';
import { answeredReply, declinedReply } from '../../src/reply/answer-reply.ts';
import { timedAnswer, withId } from '../results.ts';
import { argumentsOf, type Opened, rendered, type Terminal, wordsOf } from './terminal.ts';

/** Runs `npm run ask`. It loads what one answer needs and no more, since the person waits. Throws {@link UsageError}. */
export async function runAsk(args: readonly string[], terminal: Terminal<AnsweringBot>): Promise<void> {
  const print = (text: string) => terminal.stdout.write(`${text}\n`);
  const read = argumentsOf('ask', args, print);
  if (!read) return;
  if (read.jsonl) {
    const { bot } = await terminal.open(read.corpus);
    const [{ runBatch }, { askRequest }] = await Promise.all([import('./batch.ts'), import('../requests.ts')]);
    const defaultDay = read.asOf;
    return runBatch(
      askRequest,
      ({ id, turns, asOf }) => withId(id, timedAnswer(bot, turns, asOf ?? defaultDay)),
      terminal.stdin,
      terminal.stdout,
    );
  }
  if (!read.given && !read.json && terminal.stdin.isTTY) {
    const opened = await terminal.open(read.corpus);
    const { converse } = await import('./converse.ts');
    return converse(opened.bot, (answer) => shown(answer, opened, terminal), terminal, read.asOf);
  }
  const question = wordsOf(read, 'Ask a question: npm run ask -- "QUESTION".', 'question');
  const opened = await terminal.open(read.corpus);
  const answer = timedAnswer(opened.bot, [question], read.asOf);
  print(read.json ? JSON.stringify(answer, null, 2) : shown(answer, opened, terminal));
}

/** An answer as the terminal shows it. */
function shown(answer: Answer, opened: Opened, terminal: Terminal<AnsweringBot>): string {
  return answer.outcome === 'answered'
    ? rendered(answeredReply(answer, opened.bot.reach), answer.citations, opened, terminal)
    : rendered(declinedReply(answer, opened.bot.reach), answer.nearest, opened, terminal);
}
