import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from './log.ts';
import type { Replacement, Replacer } from './replacement.ts';

/**
 * How a command finds the services that run on a DATA_DIR and speaks to them: each listens on this machine alone, on any
 * free port, and writes the port with a secret into a file that its own user alone can read.
 */

const FILE = /^service-\d+\.json$/;
const RELOAD = '/reload';
const told = z.object({ port: z.number().int().min(1).max(65_535), secret: z.string().min(32) });
const wish = z.object({ acceptLoss: z.boolean() });
const replacement = z.object({ outcome: z.enum(['replaced', 'unchanged', 'refused']), says: z.string() });

/** A wish holds one word. */
const MOST_BYTES = 1024;

export interface Control {
  close(): void;
}

/** Listens for wishes of `npm run reload`. Where that is not possible the service does without, and says so. */
export async function listenForWishes(
  dataDir: string,
  { replacer, log }: { readonly replacer: Pick<Replacer, 'replace'>; readonly log: Logger },
): Promise<Control> {
  const secret = randomBytes(32).toString('hex');
  const file = join(dataDir, `service-${process.pid}.json`);
  const server = createServer((incoming, outgoing) => {
    const answer = (status: number, body: object) =>
      outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
    if (incoming.method !== 'POST' || incoming.url !== RELOAD || !isOurs(incoming.headers.authorization, secret)) {
      answer(404, {});
      return;
    }
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => {
      body += part;
      if (body.length > MOST_BYTES) incoming.destroy();
    });
    incoming.on('end', () => {
      const read = wish.safeParse(jsonOf(body));
      if (!read.success) answer(400, {});
      else void replacer.replace(read.data).then((done) => answer(200, done));
    });
  });
  server.unref();
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    mkdirSync(dataDir, { recursive: true });
    rmSync(file, { force: true });
    const { port } = server.address() as AddressInfo;
    writeFileSync(file, JSON.stringify({ port, secret }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    log.warn({ err: error }, 'npm run reload does not reach this service; SIGHUP does');
  }
  return {
    close() {
      rmSync(file, { force: true });
      server.close();
    },
  };
}

/**
 * Asks every service that runs on this folder to replace its documents; one line of each. Files of services that are
 * gone are removed.
 */
export async function askServices(dataDir: string, acceptLoss: boolean): Promise<readonly Replacement[]> {
  const done: Replacement[] = [];
  for (const name of filesIn(dataDir)) {
    const file = join(dataDir, name);
    const read = told.safeParse(jsonOf(readFileSync(file, 'utf8')));
    const said = read.success ? await ask(read.data, acceptLoss) : undefined;
    if (said) done.push(said);
    else rmSync(file, { force: true });
  }
  return done;
}

function filesIn(dataDir: string): string[] {
  try {
    return readdirSync(dataDir).filter((name) => FILE.test(name));
  } catch {
    return [];
  }
}

/** Undefined where nobody of ours listens there any more. Loading takes as long as it takes. */
function ask({ port, secret }: z.infer<typeof told>, acceptLoss: boolean): Promise<Replacement | undefined> {
  return new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port, path: RELOAD, method: 'POST', headers: { authorization: `Bearer ${secret}` } },
      (incoming) => {
        let body = '';
        incoming.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        incoming.on('error', () => resolve(undefined));
        incoming.on('end', () => {
          const read = replacement.safeParse(jsonOf(body));
          resolve(incoming.statusCode === 200 && read.success ? read.data : undefined);
        });
      },
    );
    asked.on('error', () => resolve(undefined));
    asked.end(JSON.stringify({ acceptLoss }));
  });
}

function isOurs(authorization: string | undefined, secret: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${secret}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
