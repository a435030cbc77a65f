import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bot } from '../../src/bot.ts';
import type { CorpusState } from '../../src/digest/state.ts';
import { readState, writeState } from '../../src/digest/written-state.ts';
import { plainText } from '../../src/reply/reply.ts';
import { UsageError } from '../errors.ts';
import { rendered, type Terminal } from './terminal.ts';

const HELP = `Shows what a digest says, and what became of those that were set up.

  npm run digest -- preview                      a briefing, as a channel's first digest
  npm run digest -- preview --since-corpus DIR   what is new to whoever knows the documents in DIR
  npm run digest -- preview --since FILE         what is new since a state that was written to FILE
  npm run digest -- state > FILE                 writes the state of the documents
  npm run digest -- list                         the digests that are set up, of all workspaces
  npm run digest -- history [ID]                 what became of each one: posted, skipped, failed, and why

Options
  --audience NAME   for whom: everyone, buyers, developers, policy, analysts
  --topic TOPIC     only what concerns it; may be given several times
  --corpus DIR      a folder of .txt and .md documents in place of the built-in one
  --json            the result as one JSON object
  --help            this text`;

/** Whether the store is asked, and not the documents. Throws {@link UsageError} for wrong usage. */
export function asksStore(args: readonly string[]): boolean {
  const { values, positionals } = parse(args);
  return !values.help && (positionals[0] === 'list' || positionals[0] === 'history');
}

/** Runs `npm run digest -- preview` and `state`. Throws {@link UsageError} for wrong usage. */
export async function runDigest(args: readonly string[], terminal: Terminal<Bot>): Promise<void> {
  const { values, positionals } = parse(args);
  const print = (text: string) => terminal.stdout.write(`${text}\n`);
  if (values.help) {
    print(HELP);
    return;
  }
  const [what, ...more] = positionals;
  if ((what !== 'preview' && what !== 'state') || more.length > 0)
    throw new UsageError('Write npm run digest -- preview, state, list or history [ID]; --help says more.');
  if (values.corpus === '' || values['since-corpus'] === '')
    throw new UsageError('--corpus and --since-corpus need a folder of .txt and .md documents.');
  const opened = await terminal.open(values.corpus);
  if (what === 'state') {
    print(writeState(opened.bot.state()));
    return;
  }
  const told = await toldBefore(values['since-corpus'], values.since, terminal);
  const digest = opened.bot.digest({
    audience: audienceOf(values.audience, opened.bot),
    topics: topicsOf(values.topic),
    ...(told && { told }),
    declined: [],
    fits: () => true,
  });
  const { sort, reply, citations, corpus } = digest;
  print(
    values.json
      ? JSON.stringify({ sort, text: plainText(reply), citations, corpus }, null, 2)
      : rendered(reply, citations, opened, terminal),
  );
}

async function toldBefore(
  folder: string | undefined,
  file: string | undefined,
  terminal: Terminal<Bot>,
): Promise<CorpusState | undefined> {
  if (folder !== undefined && file !== undefined)
    throw new UsageError('Give either --since-corpus DIR or --since FILE, not both.');
  if (folder !== undefined) return (await terminal.open(folder)).bot.state();
  if (file === undefined) return undefined;
  const state = readState(textOf(file));
  if (state) return state;
  throw new UsageError(
    '--since: that file holds no state that this version reads; npm run digest -- state > FILE writes one.',
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--since: the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, {
      cause: error,
    });
  }
}

function audienceOf(wanted: string | undefined, { audiences }: Bot): string {
  const names = audiences.map(({ name }) => name);
  const [everyone = ''] = names;
  if (wanted === undefined) return everyone;
  if (names.includes(wanted.toLowerCase())) return wanted.toLowerCase();
  throw new UsageError(`--audience takes one of ${names.join(', ')}.`);
}

function topicsOf(topics: readonly string[] = []): readonly string[] {
  if (topics.some((topic) => !topic.trim())) throw new UsageError('--topic needs a topic, such as --topic "prices".');
  return topics;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        audience: { type: 'string' },
        topic: { type: 'string', multiple: true },
        'since-corpus': { type: 'string' },
        since: { type: 'string' },
        corpus: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm run digest -- --help.`, { cause: error });
  }
}
