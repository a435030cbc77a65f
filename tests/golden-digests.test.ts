/** Digests as Markdown in `tests/golden/digests` for a person to review; `UPDATE_GOLDEN=1 npm test` writes them anew, never where CI is set. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIGESTS } from './golden/digests.ts';
import { escapeMarkdown, replyLines } from './golden/write.ts';

const folder = join(import.meta.dirname, 'golden', 'digests');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;

describe('the golden digests', () => {
  it.each(DIGESTS)(
    'hold for $title',
    ({ file, title, cases }) => {
      const written = cases.map(({ head, expected, digest }) => {
        const { sort, reply } = digest();
        return `## ${escapeMarkdown(head)}\n\nExpected: ${expected}\n\nGiven: ${sort}\n\n${replyLines(reply)}\n`;
      });
      const given = `# ${title}\n\n${written.join('\n')}`;
      const path = join(folder, `${file}.md`);
      if (updating) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, given);
      }
      expect(existsSync(path), `${file}.md is missing: UPDATE_GOLDEN=1 npm test writes it`).toBe(true);
      expect(given, `${file}.md differs; where the new one is right, UPDATE_GOLDEN=1 npm test writes it`).toBe(
        readFileSync(path, 'utf8'),
      );
    },
    60_000,
  );

  it('have no file without a theme', () => {
    expect(readdirSync(folder).sort()).toEqual(DIGESTS.map(({ file }) => `${file}.md`).sort());
  });
});
