/** The real service as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface RunningService {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote to standard error: its log. */
  readonly log: () => string;
  /** Resolves when a line of the log holds this. */
  said(words: string): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function startService(environment: Record<string, string>, dataDir = newDataDir()): Promise<RunningService> {
  const child = spawn(process.execPath, ['adapters/cli.mjs', 'start'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const waiting = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
    for (const look of waiting) look();
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const said = (words: string) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!log.includes(words)) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      void exited.then(() => fail(new Error(`it ended and never said “${words}”:\n${log}`)));
      look();
    });
  return new Promise((done, fail) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const url = /^ready (\S+)$/m.exec(output)?.[1];
      if (!url) return;
      done({
        url,
        process: child,
        log: () => log,
        said,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return exited;
        },
      });
    });
    void exited.then(() => fail(new Error(`the service did not start:\n${log}`)));
  });
}

/** What `npm run doctor` prints. */
export async function runDoctor(environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['adapters/cli.mjs', 'doctor'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: newDataDir(), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) output += chunk;
  return output;
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'slack-service-'));
}
