import { parseArgs } from 'node:util';
import { isDay } from '../../src/calendar/iso.ts';
import { UsageError } from '../errors.ts';
import { HELP } from './usage.ts';

export interface Arguments {
  readonly words: string;
  /** Words were given, though they may be blank. */
  readonly given: boolean;
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly help: boolean;
  readonly asOf?: string;
  readonly corpus?: string;
  readonly limit: number;
}

const MOST_HITS = 1000;

/** Reads a command's arguments. Throws {@link UsageError} with a line that says what to do. */
export function readArguments(command: string, args: readonly string[]): Arguments {
  const { values, positionals } = parse(command, args);
  if (positionals.length > 1) {
    throw new UsageError(
      `Put quotation marks around it: npm run ${command} -- "${positionals.join(' ').replace(/"/g, "'").slice(0, 60)}".`,
    );
  }
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf))
    throw new UsageError(`--as-of "${asOf.slice(0, 30)}" is not a day of the calendar; write it as YYYY-MM-DD.`);
  const limit = values.limit === undefined ? 10 : Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS)
    throw new UsageError(`--limit takes a whole number from 1 to ${MOST_HITS}.`);
  if (values.corpus === '') throw new UsageError('--corpus needs a folder of .txt and .md documents.');
  return {
    words: positionals[0] ?? '',
    given: positionals.length > 0,
    json: values.json ?? false,
    jsonl: values.jsonl ?? false,
    help: values.help ?? false,
    limit,
    ...(asOf !== undefined && { asOf }),
    ...(values.corpus !== undefined && { corpus: values.corpus }),
  };
}

function parse(command: string, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'as-of': { type: 'string' },
        corpus: { type: 'string' },
        limit: { type: 'string' },
      },
    });
  } catch (error) {
    const what = (error as Error).message.split('. ')[0] ?? '';
    throw new UsageError(`${what}. See npm run ${command} -- --help${HELP[command] ? '' : ' (unknown command)'}.`, {
      cause: error,
    });
  }
}
