import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from '../log.ts';

/** What must never stand in a log, wherever it comes from: tokens, and addresses that let anybody post. */
const SECRETS = /xox[a-z]-[\w-]+|xapp-[\w-]+|https?:\/\/hooks\.slack(?:-gov)?\.com\/\S+|wss:\/\/\S+/g;

/**
 * The log of Slack's libraries. Their debug lines hold whole payloads, with what people typed, and are dropped at every
 * level; the others are one line without secrets.
 */
export function slackLog(log: Logger): SlackLogger {
  const line = (parts: readonly unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.name : typeof part === 'string' ? part : typeof part))
      .join(' ')
      .replace(SECRETS, '…')
      .split('\n', 1)[0] ?? '';
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
