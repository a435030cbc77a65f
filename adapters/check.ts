/**
 * `npm run check` has two readers. With a claim (or any option) it is the command line's `check`, exactly as
 * `node adapters/cli.mjs check` runs it. Bare, it runs the project's own checks. See docs/decisions/0003-npm-run-check.md.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const given = process.argv.slice(2);

if (given.length > 0) {
  const main = join(import.meta.dirname, 'cli.mjs');
  process.argv = [process.execPath, main, 'check', ...given];
  await import('./cli.mjs');
} else {
  process.exitCode = runProjectChecks(['lint', 'types', 'unused']);
}

/** Runs all of them, so that one failure does not hide the next; the exit status is that of the first to fail. */
function runProjectChecks(scripts: readonly string[]): number {
  say('No claim was given, so the project\'s own checks run; to check a claim: npm run check -- "CLAIM"');
  const failed: { script: string; status: number }[] = [];
  for (const script of scripts) {
    say(`npm run ${script}`);
    const run = spawnSync('npm', ['run', '--silent', script], {
      cwd: resolve(import.meta.dirname, '..'),
      stdio: 'inherit',
    });
    if (run.error) throw run.error;
    // Ended by a signal, there is no status.
    if (run.status !== 0) failed.push({ script, status: run.status ?? 1 });
  }
  const names = failed.map(({ script }) => script);
  say(names.length === 0 ? `passed: ${scripts.join(', ')}` : `failed: ${names.join(', ')}`);
  return failed[0]?.status ?? 0;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
