import { parseArgs } from 'node:util';
import { type Gap, groupGaps } from '../src/gaps/group.ts';
import type { Analysis } from '../src/ports.ts';
import type { Store } from '../src/store.ts';
import { UsageError } from './errors.ts';

const HELP = `Lists what people asked and the sources do not answer, what was asked most often first.

  npm run gaps                     of the last 30 days
  npm run gaps -- --days N         of the last N days (1 to 3650)
  npm run gaps -- --json           as one JSON object
`;

const USUAL_DAYS = 30;
const MOST_DAYS = 3650;
const DAY_MS = 86_400_000;
/** A question may be a long text; a line of the list is not. */
const LONGEST_SHOWN = 160;

interface GapsParts {
  readonly open: () => Pick<Store, 'declined'>;
  readonly analysis: Analysis;
  readonly now: Date;
  readonly print: (text: string) => void;
}

/** Runs `npm run gaps`. Throws {@link UsageError}, rejects with `StoreUnavailable`. */
export async function reportGaps(args: readonly string[], parts: GapsParts): Promise<void> {
  const { days, json, help } = readOptions(args);
  const { open, analysis, now, print } = parts;
  if (help) return print(HELP);
  const since = new Date(now.getTime() - days * DAY_MS).toISOString();
  const gaps = groupGaps(await open().declined(since), analysis);
  if (json) return print(JSON.stringify({ since, gaps }, null, 2));
  if (gaps.length === 0) return print(`No question of the last ${days} days was declined.`);
  print(`Asked since ${since.slice(0, 10)} and not answered by the sources:`);
  for (const gap of gaps) print(lineOf(gap));
}

/** What was typed is shown as one line of plain characters: a terminal would obey others. */
function lineOf({ question, count, wordings, last, reason }: Gap): string {
  const shown = question.replace(/[\p{C}\s]+/gu, ' ').trim();
  const short = shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1).toWellFormed()}…` : shown;
  const notes = [
    `last ${last.slice(0, 10)}`,
    ...(wordings > 1 ? [`${wordings} wordings`] : []),
    ...(reason === 'off-topic' ? ['off topic'] : []),
  ];
  return `${String(count).padStart(5)}  ${short}  (${notes.join(', ')})`;
}

function readOptions(args: readonly string[]) {
  const { days = String(USUAL_DAYS), json = false, help = false } = parse(args);
  if (!/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    throw new UsageError(`--days takes a whole number from 1 to ${MOST_DAYS}.`);
  return { days: Number(days), json, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { days: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm run gaps -- --help.`, { cause: error });
  }
}
