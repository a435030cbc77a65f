import type { AskingBot } from '../../src/asking-bot.ts';
import type { CheckRequest } from '../../src/claim/check.ts';
import { checkReply } from '../../src/reply/check-reply.ts';
import { outlookReply, timelineReply } from '../../src/reply/timeline-reply.ts';
import { UsageError } from '../errors.ts';
import { verdictOf, withId } from '../results.ts';
import type { Arguments } from './arguments.ts';
import { sourcesJson, sourcesText } from './sources.ts';
import { argumentsOf, rendered, type Terminal, wordsOf } from './terminal.ts';

/** Runs one of the commands other than `ask`. Throws {@link UsageError} for wrong usage. */
export async function runCommand(
  command: string,
  args: readonly string[],
  terminal: Terminal<AskingBot>,
): Promise<void> {
  const print = (text: string) => terminal.stdout.write(`${text}\n`);
  const read = argumentsOf(command, args, print);
  if (!read) return;
  const run = COMMANDS[command];
  if (!run) {
    throw new UsageError(
      `There is no command "${command.slice(0, 40)}"; there are ${['ask', ...Object.keys(COMMANDS)].join(', ')}.`,
    );
  }
  await run(read, terminal, print);
}

type Command = (read: Arguments, terminal: Terminal<AskingBot>, print: (text: string) => void) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  search: searchCommand,
  sources: sourcesCommand,
  timeline: timelineCommand,
  outlook: outlookCommand,
};

async function sourcesCommand(
  read: Arguments,
  terminal: Terminal<AskingBot>,
  print: (text: string) => void,
): Promise<void> {
  const { bot } = await terminal.open(read.corpus);
  print(read.json ? sourcesJson(bot, read.asOf) : sourcesText(bot, read.asOf));
}

async function checkCommand(
  read: Arguments,
  terminal: Terminal<AskingBot>,
  print: (text: string) => void,
): Promise<void> {
  if (read.jsonl) {
    const { bot } = await terminal.open(read.corpus);
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
  const opened = await terminal.open(read.corpus);
  if (read.json)
    return print(JSON.stringify(verdictOf(opened.bot.check(claimed(claim, read.asOf)), opened.bot.reach), null, 2));
  const checked = opened.bot.check(claimed(claim, read.asOf));
  print(rendered(checkReply(checked, opened.bot.reach), checked.citations, opened, terminal));
}

function claimed(claim: string, asOf: string | undefined): CheckRequest {
  return { claim, ...(asOf && { asOf }) };
}

async function timelineCommand(
  read: Arguments,
  terminal: Terminal<AskingBot>,
  print: (text: string) => void,
): Promise<void> {
  const opened = await terminal.open(read.corpus);
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

async function outlookCommand(
  read: Arguments,
  terminal: Terminal<AskingBot>,
  print: (text: string) => void,
): Promise<void> {
  const opened = await terminal.open(read.corpus);
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

async function searchCommand(
  read: Arguments,
  terminal: Terminal<AskingBot>,
  print: (text: string) => void,
): Promise<void> {
  const { limit, asOf } = read;
  if (read.jsonl) {
    const { bot } = await terminal.open(read.corpus);
    const [{ runBatch }, { searchRequest }] = await Promise.all([import('./batch.ts'), import('../requests.ts')]);
    return runBatch(
      searchRequest,
      ({ id, query, asOf: day }) => withId(id, { hits: bot.search(query, limit, day ?? asOf) }),
      terminal.stdin,
      terminal.stdout,
    );
  }
  const query = wordsOf(read, 'Give words to search for: npm run search -- "QUERY".', 'query');
  const { bot } = await terminal.open(read.corpus);
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
