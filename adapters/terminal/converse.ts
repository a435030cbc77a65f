import { createInterface } from 'node:readline/promises';
import type { Answer } from '../../src/answer/answer.ts';
import type { AnsweringBot } from '../../src/answering-bot.ts';

/** A follow-up leans on what was said lately, not on all of an evening. */
const TURNS_KEPT = 6;

/** Answers what is typed until the person leaves: `exit`, an end of input, or Ctrl-C. `new` begins another topic. */
export async function converse(
  bot: AnsweringBot,
  show: (answer: Answer) => string,
  { stdin, stdout }: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream },
  asOf: string | undefined,
): Promise<void> {
  const lines = createInterface({ input: stdin, output: stdout, prompt: '> ' });
  stdout.write('Ask about what the sources tell. "new" begins another topic, "exit" ends.\n');
  lines.prompt();
  let turns: string[] = [];
  for await (const line of lines) {
    const typed = line.trim();
    if (/^(?:exit|quit|bye)$/i.test(typed)) break;
    if (/^new$/i.test(typed)) {
      turns = [];
      stdout.write('A new topic.\n');
    } else if (typed) {
      turns = [...turns, typed].slice(-TURNS_KEPT);
      stdout.write(`${show(bot.ask({ turns, ...(asOf && { asOf }) }))}\n\n`);
    }
    lines.prompt();
  }
  lines.close();
}
