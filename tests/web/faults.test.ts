/** Bad input and ill-behaved senders: each gets a proper status and one line, and the service stays up. */
import { type ClientRequestArgs, request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../corpora.ts';
import { postJson, type Serving, serve } from './serving.ts';

let service: Serving;
beforeAll(async () => {
  service = await serve();
});
afterAll(() => service.close());

const ask = (body: unknown, headers?: Record<string, string>) => postJson(`${service.url}/api/ask`, body, headers);

/** A path as it is, which `fetch` would tidy up. */
function raw(path: string, options: ClientRequestArgs = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: service.port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

/** What the server sends on a connection on which these bytes arrive, until it closes it. */
function exchange(bytes: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
    socket.on('close', () => resolve(text));
  });
}

async function refused(answered: Promise<Response>, status: number): Promise<void> {
  const response = await answered;
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(Object.keys(JSON.parse(text) as object)).toEqual(['error']);
}

async function isUp(): Promise<void> {
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
}

describe('a body', () => {
  it.each(['', '{', '{"turns": ["x"]', 'turns=x', '\u0000', '[1,', '{"turns": ["x"]} {"turns": ["y"]}'])(
    'that is no JSON is refused: %j',
    (body) => refused(ask(body), 400),
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data; boundary=x'])(
    'of type %s is refused',
    (type) => refused(ask('{"turns": ["x"]}', { 'content-type': type }), 415),
  );

  it('of 10 MB is refused, whether its length is told or not', async () => {
    const big = 'x'.repeat(10_000_000);
    await refused(ask({ turns: [big] }), 413);
    const stream = new Blob([JSON.stringify({ turns: [big] })]).stream();
    const streamed = await fetch(`${service.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit).catch(() => undefined);
    // The server may close the connection before it was sent all of it.
    expect(streamed?.status ?? 413).toBe(413);
    await isUp();
  });

  it('whose length is not told is read all the same', async () => {
    const response = await fetch(`${service.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob(['{"turns": ["exclusivity"]}']).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(200);
  });

  it('with keys that would change every object changes none', async () => {
    const body =
      '{"turns": ["exclusivity"], "__proto__": {"outcome": "polluted"}, "constructor": {"prototype": {"x": 1}}}';
    const response = await ask(body);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ outcome: 'answered' });
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(({} as { outcome?: unknown }).outcome).toBeUndefined();
  });

  it('of any JSON at all gets an answer or one line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (body) => {
        const response = await ask(body);
        const text = await response.text();
        expect([200, 400]).toContain(response.status);
        expect(text.trim().split('\n')).toHaveLength(1);
      }),
      runs(60),
    );
  });

  it('of any words at all gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (words) => {
        expect((await ask({ turns: [words] })).status).toBe(200);
        expect((await fetch(`${service.url}/?${new URLSearchParams({ q: words })}`)).status).toBe(200);
      }),
      runs(60),
    );
  });
});

describe('a path', () => {
  it.each([
    '/sources/../../etc/passwd',
    '/sources/..%2f..%2fetc%2fpasswd',
    '/sources/%2e%2e/%2e%2e/etc/passwd',
    '/sources/%00',
    '/sources/%E0%A4%A',
    '/sources/__proto__',
    '/sources/constructor',
    '/sources/%3Cscript%3E',
    '/..%5c..%5cwindows',
    '/style.css/../../adapters/main.ts',
    '//etc/passwd',
  ])('leads out of nowhere: %s', async (path) => {
    const { status, text } = await raw(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/root:|import /);
    expect(text).not.toContain('<script>');
  });

  it('of another method is refused, with those that are taken', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${service.url}/sources`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });

  it('answers HEAD as GET, without a body', async () => {
    const response = await fetch(`${service.url}/?q=exclusivity`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('that is far too long is refused, and no longer read', async () => {
    const answered = await exchange(`GET /?q=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, service.port);
    expect(answered).toMatch(/^HTTP\/1.1 431 /);
    await isUp();
  });

  it('in what is no HTTP is refused', async () => {
    expect(await exchange('\u0016\u0003\u0001 hello\r\n\r\n', service.port)).toMatch(/^HTTP\/1.1 400 /);
    expect(await exchange('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', service.port)).toMatch(
      /^HTTP\/1.1 400 /,
    );
    await isUp();
  });
});

describe('what was typed', () => {
  const markup = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

  it.each([
    ['the question', { q: markup }],
    ['the day', { q: 'exclusivity', asOf: markup }],
  ])('is never markup: %s', async (_, fields) => {
    const html = await (await fetch(`${service.url}/?${new URLSearchParams(fields)}`)).text();
    expect(html).not.toMatch(/<script|<img/);
  });

  it('is never markup: a claim, a topic, an id, a range, a page to go back to', async () => {
    const field = encodeURIComponent(markup);
    for (const path of [
      `/check?claim=${field}`,
      `/check?claim=x&asOf=${field}`,
      `/timeline?topic=${field}`,
      `/timeline?asOf=${field}`,
      `/sources/${field}`,
      `/sources/003_8ff80d1ea70df3ff?start=${field}&end=${field}`,
      `/${field}`,
    ])
      expect(await (await fetch(service.url + path)).text()).not.toMatch(/<script|<img/);
    const html = await (await fetch(`${service.url}/?q=exclusivity`)).text();
    const answer = /name="answer" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const body = new URLSearchParams({ answer, verdict: 'helpful', reason: markup, back: `/?${markup}` });
    const thanks = await fetch(`${service.url}/feedback`, { method: 'POST', body });
    expect(thanks.status).toBe(200);
    expect(await thanks.text()).not.toMatch(/<script|<img/);
  });

  it('may hold control characters, which are dropped', async () => {
    const html = await (await fetch(`${service.url}/?q=exclu%00siv%1B%5B31mity%E2%80%AE`)).text();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(html).not.toMatch(/[\u0000\u001b\u202e]/);
  });

  it('never stands in the log, nor does anything that was sent with it', async () => {
    const word = 'zanzibarquestion';
    const secret = 'Bearer zanzibarsecret';
    await ask({ turns: [word] }, { authorization: secret, cookie: word, 'user-agent': word });
    await ask(`{"turns": ${word}`);
    await ask({ turns: [{ word }] });
    await fetch(`${service.url}/?q=${word}`);
    await fetch(`${service.url}/sources/${word}`);
    await fetch(`${service.url}/check?claim=${word}`);
    await service.answering.settled();
    expect(service.logged.length).toBeGreaterThan(5);
    expect(service.logged.join('')).not.toContain('zanzibar');
  });
});

describe('many and slow senders', () => {
  it('are answered: 1,000 connections at once', async () => {
    const bytes = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    const answers = await Promise.all(Array.from({ length: 1000 }, () => exchange(bytes, service.port)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200 '))).toHaveLength(1000);
  });

  it('are let go when their headers or their body do not come', async () => {
    const impatient = await serve({ limits: { headersMs: 100, requestMs: 200, checkMs: 20 } });
    const headers = await exchange('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ', impatient.port);
    const body = await exchange(
      'POST /api/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"turns',
      impatient.port,
    );
    expect(headers).toMatch(/^HTTP\/1.1 408 /);
    expect(body).toMatch(/^HTTP\/1.1 408 /);
    expect((await fetch(`${impatient.url}/healthz`)).status).toBe(200);
    await impatient.close();
  });

  it('that go away in the middle leave no fault behind', async () => {
    const before = service.logged.filter((line) => line.includes('"error"')).length;
    await new Promise<void>((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => {
        socket.write(
          'POST /api/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"tu',
        );
        socket.destroy();
      });
      socket.on('close', () => resolve());
    });
    await isUp();
    expect(service.logged.filter((line) => line.includes('"level":"error"')).length).toBe(before);
  });
});

describe('one address that asks too often', () => {
  it('is told how long to wait; health and metrics go on', async () => {
    const limited = await serve({ requestsPerMinute: 3 });
    const statuses: number[] = [];
    // A minute may end in the middle: of eight, more than three and fewer than eight are let through at worst.
    for (let i = 0; i < 8; i += 1) statuses.push((await postJson(`${limited.url}/api/ask`, { turns: ['x'] })).status);
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses).toContain(429);
    const last = await postJson(`${limited.url}/api/ask`, { turns: ['x'] });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toEqual({ error: expect.stringContaining('try again') as string });
    expect((await fetch(`${limited.url}/healthz`)).status).toBe(200);
    await limited.close();
  });

  it('is known by what our own proxy says, and by nothing that it says itself', async () => {
    const from = (url: string, address: string) =>
      fetch(`${url}/sources`, { headers: { 'x-forwarded-for': address } }).then(({ status }) => status);
    const behind = await serve({ requestsPerMinute: 1, proxyHops: 1 });
    const several = await Promise.all(['10.0.0.1', 'forged, 10.0.0.2', '10.0.0.3'].map((a) => from(behind.url, a)));
    expect(several).toEqual([200, 200, 200]);
    await behind.close();
    const direct = await serve({ requestsPerMinute: 1 });
    await from(direct.url, '10.0.0.1');
    await from(direct.url, '10.0.0.2');
    expect(await from(direct.url, '10.0.0.3')).toBe(429);
    await direct.close();
  });
});
