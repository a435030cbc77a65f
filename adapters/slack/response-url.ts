import type { Message } from './page.ts';

const TIMEOUT_MS = 10_000;

/** Slack refused what was sent to a response_url, and shows nothing of it. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  /** HTTP status. */
  readonly status: number;
  /** Slack's word for it, such as `expired_url` or `invalid_blocks`. */
  readonly code: string;

  constructor(status: number, code: string) {
    super(`the response_url answered ${status}`);
    this.status = status;
    this.code = code;
  }
}

export interface ResponseOptions {
  readonly visibleTo: 'person' | 'channel';
  /** In place of the message that the click was on. */
  readonly replace?: boolean;
}

/**
 * Posts to a response_url, which works where the bot is no member. Rejects with {@link ResponseRefused}, or with the
 * error of `fetch` where it is not known what became of it.
 */
export async function postToResponseUrl(
  url: string,
  { text, blocks }: Message,
  { visibleTo, replace = false }: ResponseOptions,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      response_type: visibleTo === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: replace,
      text,
      blocks,
      ...QUIET,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const said = await response.text();
  const refused = readRefusal(said);
  if (!response.ok || refused !== undefined) throw new ResponseRefused(response.status, refused ?? said.slice(0, 60));
}

/** It answers "ok", a word, or JSON with `ok: false`. */
function readRefusal(said: string): string | undefined {
  try {
    const { ok, error }: { ok?: unknown; error?: unknown } = JSON.parse(said);
    return ok === false ? String(error) : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing that is posted unfolds a link, links a name, or is read as markup (https://docs.slack.dev/reference/methods/chat.postMessage). */
export const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  parse: 'none',
  link_names: false,
  mrkdwn: false,
} as const;
