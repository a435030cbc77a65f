import type { Answer, Citation } from '../../src/answer/answer.ts';
import type { AskingBot } from '../../src/asking-bot.ts';
import type { CheckRequest } from '../../src/claim/check.ts';
import { MAX_QUESTION_CHARACTERS } from '../../src/question/read.ts';
import { answeredReply, declinedReply } from '../../src/reply/answer-reply.ts';
import { checkReply } from '../../src/reply/check-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { outlookReply, timelineReply } from '../../src/reply/timeline-reply.ts';
import { UsageError } from '../errors.ts';
import { timedAnswer, verdictOf, withId } from '../results.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { converse } from './converse.ts';
import { hasLinks, renderReply } from './render.ts';
import { sourcesJson, sourcesText } from './sources.ts';
import { HELP } from './usage.ts';

/** What the terminal works with: the process's streams, and a bot for a corpus. */
export interface Terminal<Opens extends AskingBot = AskingBot> {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
  /** Opens a corpus folder; the built-in corpus without one. */
  readonly open: (corpus?: string) => { readonly bot: Opens; readonly addressOf: (document: string) => string };
}

export type Opened = ReturnType<Terminal['open']>;

/** Runs one command. Throws {@link UsageError} for wrong usage. */
export async function runCommand(command: string, args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(command, args);
  const print = (text: string) => terminal.stdout.write(`${text}\n`);
  if (read.help) {
    print(HELP[command] ?? '');
    return;
  }
  if (read.jsonl && read.given)
    throw new UsageError('--jsonl reads its requests from standard input: give no words beside it.');
  const run = COMMANDS[command];
  if (!run) {
    throw new UsageError(
      `There is no command "${command.slice(0, 40)}"; there are ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  await run(read, terminal, print);
}

type Command = (read: Arguments, terminal: Terminal, print: (text: string) => void) => void | Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  ask: askCommand,
  check: checkCommand,
  search: searchCommand,
  sources: sourcesCommand,
  timeline: timelineCommand,
  outlook: outlookCommand,
};

function sourcesCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): void {
  const { bot } = terminal.open(read.corpus);
  print(read.json ? sourcesJson(bot, read.asOf) : sourcesText(bot, read.asOf));
}

async function askCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): Promise<void> {
  if (read.jsonl) {
    const { bot } = terminal.open(read.corpus);
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
    const opened = terminal.open(read.corpus);
    return converse(opened.bot, (answer) => shown(answer, opened, terminal), terminal, read.asOf);
  }
  const question = wordsOf(read, 'Ask a question: npm run ask -- "QUESTION".', 'question');
  const opened = terminal.open(read.corpus);
  const answer = timedAnswer(opened.bot, [question], read.asOf);
  print(read.json ? JSON.stringify(answer, null, 2) : shown(answer, opened, terminal));
}

/** What was typed after the command. Throws {@link UsageError} where there is nothing in it, or too much. */
function wordsOf(read: Arguments, remedy: string, what: string): string {
  if (!read.words.trim()) throw new UsageError(read.given ? `The ${what} is empty. ${remedy}` : remedy);
  if (read.words.length > MAX_QUESTION_CHARACTERS) {
    throw new UsageError(
      `The ${what} has ${read.words.length} characters; at most ${MAX_QUESTION_CHARACTERS} are read. Shorten it.`,
    );
  }
  return read.words;
}

/** An answer as the terminal shows it. */
function shown(answer: Answer, opened: Opened, terminal: Terminal): string {
  return answer.outcome === 'answered'
    ? rendered(answeredReply(answer, opened.bot.reach), answer.citations, opened, terminal)
    : rendered(declinedReply(answer, opened.bot.reach), answer.nearest, opened, terminal);
}

/** A reply as the terminal shows it, its marks linked to the documents where the terminal has links. */
export function rendered(
  reply: Reply,
  citations: readonly Citation[],
  { addressOf }: Opened,
  { stdout, environment }: Terminal,
): string {
  const links = new Map(
    hasLinks(stdout, environment) ? citations.map((c) => [c.n, addressOf(c.document)] as const) : [],
  );
  return renderReply(reply, { stream: stdout, links });
}

async function checkCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): Promise<void> {
  if (read.jsonl) {
    const { bot } = terminal.open(read.corpus);
    const [{ runBatch }, { checkRequest }] = await Promise.all([import('./batch.ts'), import('../requests.ts')]);
    return runBatch(
      checkRequest,
      ({ id, claim, asOf }) => withId(id, verdictOf(bot.check(claimed(claim, asOf ?? read.asOf)), bot.reach)),
      terminal.stdin,
      terminal.stdout,
    );
  }
  const claim = wordsOf(read, 'Give a claim to check: npm run check -- "CLAIM".', 'claim');
  if (/\?\s*$/.test(claim))
    throw new UsageError(
      `That is a question: ask it with npm run ask -- "QUESTION", or write what it claims as a sentence.`,
    );
  const opened = terminal.open(read.corpus);
  if (read.json)
    return print(JSON.stringify(verdictOf(opened.bot.check(claimed(claim, read.asOf)), opened.bot.reach), null, 2));
  const checked = opened.bot.check(claimed(claim, read.asOf));
  print(rendered(checkReply(checked, opened.bot.reach), checked.citations, opened, terminal));
}

function claimed(claim: string, asOf: string | undefined): CheckRequest {
  return { claim, ...(asOf && { asOf }) };
}

function timelineCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): void {
  const opened = terminal.open(read.corpus);
  const timeline = opened.bot.timeline({
    ...(read.words.trim() && { topic: read.words }),
    ...(read.asOf && { asOf: read.asOf }),
  });
  if (read.json) {
    print(JSON.stringify(timeline, null, 2));
    return;
  }
  const citations = [
    ...timeline.entries.flatMap((entry) => [entry.citation, ...entry.alsoTold]),
    ...timeline.ahead.map((entry) => entry.citation),
  ];
  print(rendered(timelineReply(timeline), citations, opened, terminal));
}

function outlookCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): void {
  const opened = terminal.open(read.corpus);
  const prospects = opened.bot.outlook({ ...(read.asOf && { asOf: read.asOf }) });
  if (read.json) {
    print(JSON.stringify({ prospects }, null, 2));
    return;
  }
  print(
    rendered(
      outlookReply(prospects),
      prospects.flatMap((p) => [p.citation, ...p.since]),
      opened,
      terminal,
    ),
  );
}

async function searchCommand(read: Arguments, terminal: Terminal, print: (text: string) => void): Promise<void> {
  const { limit, asOf } = read;
  if (read.jsonl) {
    const { bot } = terminal.open(read.corpus);
    const [{ runBatch }, { searchRequest }] = await Promise.all([import('./batch.ts'), import('../requests.ts')]);
    return runBatch(
      searchRequest,
      ({ id, query, asOf: day }) => withId(id, { hits: bot.search(query, limit, day ?? asOf) }),
      terminal.stdin,
      terminal.stdout,
    );
  }
  const query = wordsOf(read, 'Give words to search for: npm run search -- "QUERY".', 'query');
  const { bot } = terminal.open(read.corpus);
  const hits = bot.search(query, limit, asOf);
  if (read.json) return print(JSON.stringify({ hits }, null, 2));
  const texts = new Map(bot.corpus.documents.map((document) => [document.id, document]));
  if (hits.length === 0) return print('No passage holds any of these words.');
  for (const [i, hit] of hits.entries()) {
    const document = texts.get(hit.document);
    print(
      `${i + 1}. ${document?.title ?? hit.document} (${hit.document}, ${hit.start} to ${hit.end}, score ${hit.score.toFixed(2)})`,
    );
    print(`   ${(document?.text.slice(hit.start, hit.end) ?? '').replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}
