/** `npm run digest -- preview` and `state` as a person runs them. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFolder } from '../corpora.ts';

const root = resolve(import.meta.dirname, '..', '..');

function run(...args: readonly string[]) {
  const { NO_COLOR: _, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['adapters/cli.mjs', 'digest', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment,
  });
  return { status, stdout, stderr };
}

const old = 'Cranes\n\nOn March 3, 2025, Alder Shipping ordered two cranes from Tarn Works for $40 million.\n';
const more = 'More cranes\n\nOn May 9, 2025, Alder Shipping ordered a third crane from Tarn Works for $18 million.\n';

describe('npm run digest -- preview', () => {
  it(
    'is a briefing, and with an earlier folder or a written state what is new since then',
    () =>
      withFolder({ 'then/a.txt': old, 'now/a.txt': old, 'now/b.txt': more }, (folder) => {
        const [then, now] = [join(folder, 'then'), join(folder, 'now')];
        expect(run('preview', '--corpus', now).stdout).toMatch(/^Briefing: how things stand\./);
        const changed = run('preview', '--corpus', now, '--since-corpus', then).stdout;
        expect(changed).toMatch(/^1 new statement since the last digest/);
        const state = join(folder, 'state.json');
        writeFileSync(state, run('state', '--corpus', then).stdout);
        expect(run('preview', '--corpus', now, '--since', state).stdout).toBe(changed);
        expect(JSON.parse(run('preview', '--corpus', now, '--since', state, '--json').stdout)).toMatchObject({
          sort: 'changes',
          citations: [{ document: 'b', quote: expect.stringContaining('third crane') }, { document: 'a' }],
        });
        expect(run('preview', '--corpus', then, '--since', state).stdout).toMatch(
          /^Nothing new since the last digest\./,
        );
      }),
    60_000,
  );

  it('ends with 2 and one line that says what to do where it is used otherwise', () => {
    const wrong: readonly (readonly [args: readonly string[], says: string])[] = [
      [[], 'Write npm run digest -- preview'],
      [['preview', '--audience', 'pirates'], '--audience takes one of everyone, buyers, developers, policy, analysts.'],
      [['preview', '--topic', ' '], '--topic needs a topic'],
      [['preview', '--since', join(root, 'package.json')], 'holds no state that this version reads'],
      [['preview', '--since', join(root, 'not there')], 'the file cannot be read (ENOENT)'],
      [['preview', '--since', 'a', '--since-corpus', 'b'], 'not both'],
    ];
    for (const [args, says] of wrong) {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(says)]);
    }
  }, 60_000);
});
