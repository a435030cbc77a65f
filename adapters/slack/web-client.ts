import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger as SlackLogger } from '@slack/bolt';
import { WebAPIRateLimitedError, WebAPIRequestError, WebClient, type WebClientOptions } from '@slack/web-api';

/** Slack answers within a second or two; what takes longer may have been done. */
const TIMEOUT_MS = 10_000;
/** A reply that Slack keeps back for longer is given up. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** Before a request that never left is sent again. */
const RESEND_AFTER_MS = [250, 1000, 4000] as const;

/** Errors before anything was sent: sending again cannot post twice. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export interface ClientSetting {
  readonly apiUrl?: string | undefined;
  readonly logger: SlackLogger;
}

/**
 * Options of every client of Slack's Web API. Never `headers`: the library writes the token into that one object, and
 * clients that share it would send each other's. No retries by the library, which also repeats what may have been done.
 */
export function clientOptions({ apiUrl, logger }: ClientSetting): WebClientOptions {
  return {
    ...(apiUrl && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    logger,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

/** Slack's Web API for one token: nothing in it is shared with another workspace. */
export interface SlackClient {
  /**
   * Calls until it is done: waits as long as Slack says (`Retry-After`), which holds up this workspace alone, and sends
   * again what never left. Rejects with the library's errors; after one the call may have been done.
   */
  call<T>(work: (client: WebClient) => Promise<T>): Promise<T>;
  /** Calls once and never waits: for what is pleasant but not needed. */
  once<T>(work: (client: WebClient) => Promise<T>): Promise<T>;
}

/** One client for each token. More than this many are made anew when they are needed. */
const MOST_CLIENTS = 1000;

export function makeClients(setting: ClientSetting): (token: string) => SlackClient {
  const clients = new Map<string, SlackClient>();
  return (token) => {
    const known = clients.get(token);
    if (known) return known;
    const made = makeClient(new WebClient(token, clientOptions(setting)));
    clients.set(token, made);
    if (clients.size > MOST_CLIENTS) {
      const oldest = clients.keys().next();
      if (!oldest.done) clients.delete(oldest.value);
    }
    return made;
  };
}

function makeClient(client: WebClient): SlackClient {
  let pausedUntil = 0;
  return {
    once: (work) => work(client),
    async call(work) {
      const begun = Date.now();
      for (let resends = 0; ; ) {
        const wait = pausedUntil - Date.now();
        if (wait > 0) await sleep(wait);
        try {
          return await work(client);
        } catch (error) {
          if (error instanceof WebAPIRateLimitedError && Date.now() - begun < LONGEST_WAIT_MS) {
            pausedUntil = Math.max(pausedUntil, Date.now() + error.retryAfter * 1000);
            continue;
          }
          const pause = RESEND_AFTER_MS[resends];
          if (!wasNotSent(error) || pause === undefined) throw error;
          resends += 1;
          await sleep(pause);
        }
      }
    },
  };
}

/** True where the request cannot have reached Slack. */
export function wasNotSent(error: unknown): boolean {
  return error instanceof WebAPIRequestError && NOT_SENT.has(codeOf(error.original));
}

/** The system's code of a failed connection, wherever the library put it. */
function codeOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause)
    if ('code' in one && typeof one.code === 'string') return one.code;
  return '';
}
