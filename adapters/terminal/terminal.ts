import type { Citation } from '../../src/answer/answer.ts';
import type { AnsweringBot } from '../../src/answering-bot.ts';
import { MAX_QUESTION_CHARACTERS } from '../../src/question/read.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { UsageError } from '../errors.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { hasLinks, renderReply } from './render.ts';
import { HELP } from './usage.ts';

/** What the terminal works with: the process's streams, and a bot for a corpus. */
export interface Terminal<Opens extends AnsweringBot> {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
  /** Opens a corpus folder; the built-in corpus without one. */
  readonly open: (corpus?: string) => Promise<Opened<Opens>>;
}

export interface Opened<Opens extends AnsweringBot = AnsweringBot> {
  readonly bot: Opens;
  readonly addressOf: (document: string) => string;
}

/** A command's arguments; undefined where help was wanted, and was shown. Throws {@link UsageError}. */
export function argumentsOf(
  command: string,
  args: readonly string[],
  print: (text: string) => void,
): Arguments | undefined {
  const read = readArguments(command, args);
  if (read.help) {
    print(HELP[command] ?? '');
    return undefined;
  }
  if (read.jsonl && read.given)
    throw new UsageError('--jsonl reads its requests from standard input: give no words beside it.');
  return read;
}

/** What was typed after the command. Throws {@link UsageError} where there is nothing in it, or too much. */
export function wordsOf(read: Arguments, remedy: string, what: string): string {
  if (!read.words.trim()) throw new UsageError(read.given ? `The ${what} is empty. ${remedy}` : remedy);
  if (read.words.length > MAX_QUESTION_CHARACTERS) {
    throw new UsageError(
      `The ${what} has ${read.words.length} characters; at most ${MAX_QUESTION_CHARACTERS} are read. Shorten it.`,
    );
  }
  return read.words;
}

/** A reply as the terminal shows it, its marks linked to the documents where the terminal has links. */
export function rendered(
  reply: Reply,
  citations: readonly Citation[],
  { addressOf }: Opened,
  { stdout, environment }: Pick<Terminal<AnsweringBot>, 'stdout' | 'environment'>,
): string {
  const links = new Map(
    hasLinks(stdout, environment) ? citations.map((c) => [c.n, addressOf(c.document)] as const) : [],
  );
  return renderReply(reply, { stream: stdout, links });
}
