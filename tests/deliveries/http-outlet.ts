import { Agent, request } from 'node:http';
import type { Outlet, PostOutcome } from '../../src/outlet.ts';

/** A platform that never answers is given up after this. */
const SILENCE_MS = 10_000;

/** The fake platform at an address, as an outlet; one that `finds` can say what stands there. */
export function httpOutlet(platform: string, url: string, finds: boolean): Outlet {
  const agent = new Agent({ keepAlive: true });

  function call(path: string, body?: object): Promise<{ readonly status: number; readonly body: Answer }> {
    return new Promise((done, failed) => {
      const sent = request(
        `${url}${path}`,
        { agent, method: body ? 'POST' : 'GET', timeout: SILENCE_MS },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => {
            text += part.toString();
          });
          response.on('end', () => done({ status: response.statusCode ?? 0, body: JSON.parse(text) as Answer }));
          response.on('error', failed);
        },
      );
      sent.on('error', failed);
      sent.on('timeout', () => sent.destroy(new Error('no answer')));
      sent.end(body && JSON.stringify(body));
    });
  }

  return {
    platform,
    fits: () => true,
    async post({ channel }, { key }): Promise<PostOutcome> {
      try {
        const { status, body } = await call('/post', { channel, key });
        if (status === 200) return { result: 'posted', message: key, link: `${url}/${key}` };
        if (status === 429) return { result: 'later', because: 'Too many messages.', afterMs: body.afterMs ?? 0 };
        return { result: 'refused', because: 'The channel is archived.' };
      } catch {
        return { result: 'unsure', because: 'The connection broke.' };
      }
    },
    async find(_, key) {
      if (!finds) return { found: 'unknown' };
      try {
        const { body } = await call(`/find?key=${encodeURIComponent(key)}`);
        return body.there ? { found: 'there', message: key, link: `${url}/${key}` } : { found: 'not there' };
      } catch {
        return { found: 'unknown' };
      }
    },
    tell: () => Promise.resolve(true),
    mark: () => Promise.resolve({ result: 'refused', because: 'no marks here' }),
  };
}

interface Answer {
  readonly afterMs?: number;
  readonly there?: boolean;
}
