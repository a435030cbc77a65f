/**
 * Replies to questions that matter, kept as Markdown in `tests/golden` for a person to review. `UPDATE_GOLDEN=1 npm test`
 * writes them anew (never where CI is set): read the difference before keeping it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../docs/pictures/draw-reply.ts';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { type Bot, makeBot } from '../src/bot.ts';
import { THEMES } from './golden/themes.ts';
import { writeTheme } from './golden/write.ts';

const root = resolve(import.meta.dirname, '..');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;

const bots = new Map<string, Bot>();

function botFor(story: string | undefined): Bot {
  const key = story ?? '';
  const known = bots.get(key);
  if (known) return known;
  const bot = makeBot(openCorpus(story && join(root, 'tests/stories', story, 'documents')), loadWeights());
  bots.set(key, bot);
  return bot;
}

/** Compares a file with what is given now, or writes it. */
function check(path: string, given: string): void {
  const file = join(root, path);
  if (updating) writeFileSync(file, given);
  expect(existsSync(file), `${path} is missing: UPDATE_GOLDEN=1 npm test writes it`).toBe(true);
  expect(given, `${path} differs; where the new one is right, UPDATE_GOLDEN=1 npm test writes it`).toBe(
    readFileSync(file, 'utf8'),
  );
}

describe('the golden replies', () => {
  it.each(THEMES)('hold for $title', (theme) => {
    check(`tests/golden/${theme.file}.md`, writeTheme(theme, botFor(theme.story)));
  });

  it('are the same when asked again', () => {
    for (const theme of THEMES.slice(0, 3))
      expect(writeTheme(theme, botFor(theme.story))).toBe(writeTheme(theme, botFor(theme.story)));
  });

  it('have no file without a theme', () => {
    const files = readdirSync(join(root, 'tests/golden')).filter((name) => name.endsWith('.md'));
    expect(files.sort()).toEqual(THEMES.map(({ file }) => `${file}.md`).sort());
  });
});

describe('the picture in the README', () => {
  it('shows what is really answered', () => {
    check('docs/pictures/reply.svg', drawReply(botFor(undefined)));
  });
});
