import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

export type { Logger };

/**
 * The service's log: one JSON object a line on standard error, since standard output holds the line that says where it
 * listens. It holds ids, times and outcomes; never what somebody typed, who it was, or a secret: these names are cut
 * out wherever they are logged by mistake.
 */
export function makeLog(
  level: Settings['LOG_LEVEL'],
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => faultFields(error, level === 'debug' || level === 'trace') },
      redact: { paths: [...HIDDEN, ...HIDDEN.map((name) => `*.${name}`)], remove: true },
    },
    destination,
  );
}

const HIDDEN = [
  'authorization',
  'body',
  'claim',
  'cookie',
  'headers',
  'password',
  'person',
  'query',
  'question',
  'reason',
  'secret',
  'text',
  'token',
  'turns',
  'user',
  'userName',
  'utterance',
];

/** Messages of foreign errors may repeat what was typed (a parser's, a database's): with `debug` alone they are shown. */
function faultFields(error: unknown, shown: boolean): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const what = 'what' in error && typeof error.what === 'string' ? { what: error.what } : {};
  return { type: error.name, ...code, ...what, ...(shown && { stack: error.stack }) };
}
