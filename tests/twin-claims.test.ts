/**
 * One sentence of one trade, what is true by it, and claims that share its words and are not: each of its twins changes
 * one thing. None of these may be supported, and none of the true ones lost. Everything in it is invented.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

interface Twins {
  /** What the false ones change. */
  readonly by: string;
  readonly text: string;
  readonly true: readonly string[];
  readonly false: readonly string[];
}

const TOWN = townNews(TOWN_DOES, ' in peace');
const weights = loadWeights();

const rows = readFileSync(new URL('questions/twin-claims.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Twins);

function supported(claims: readonly string[], { text }: Twins): string[] {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'report.md': `---\npublished: 2026-05-10\n---\nA report\n\n${text}\n`,
  };
  return withFolder(files, (folder) => {
    const bot = makeBot(openCorpus(folder), weights);
    return claims.filter((claim) => bot.check({ claim }).verdict === 'supported');
  });
}

describe.each([...new Set(rows.map(({ by }) => by))])('claims that differ in “%s”', (by) => {
  const made = rows.filter((row) => row.by === by);

  it('are not supported', () => {
    expect(made.flatMap((row) => supported(row.false, row))).toEqual([]);
  });

  it('do not take the true ones with them', () => {
    expect(made.flatMap((row) => row.true.filter((claim) => !supported([claim], row).includes(claim)))).toEqual([]);
  });
});
