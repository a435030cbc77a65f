/**
 * Claims that stay near to a sentence of an open story: made of it by a transformation that keeps its meaning, each with
 * the nearest claim that is false. A transformation may lose no more true claims than it does today, and supports no
 * false one.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { type Bot, makeBot } from '../src/bot.ts';

interface NearClaim {
  /** A folder of tests/stories, or "seeds" for the built-in documents. */
  readonly story: string;
  /** The transformation that made it of a sentence. */
  readonly by: string;
  readonly true: string;
  readonly false: string;
}

/** How many true claims each transformation supports at least. */
const BARS: Readonly<Record<string, number>> = {
  'main clause': 17,
  apposition: 17,
  passive: 12,
  said: 15,
  pronoun: 11,
  synonym: 9,
  named: 11,
  'day before': 3,
  number: 7,
  nominal: 4,
};

const claims = readFileSync(new URL('questions/near-claims.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as NearClaim);

const bots = new Map<string, Bot>();

function isSupported(claim: string, story: string): boolean {
  const bot =
    bots.get(story) ??
    makeBot(story === 'seeds' ? openCorpus() : openCorpus(`tests/stories/${story}/documents`), loadWeights());
  bots.set(story, bot);
  return bot.check({ claim }).verdict === 'supported';
}

describe.each(Object.entries(BARS))('claims made by “%s”', (by, least) => {
  const made = claims.filter((one) => one.by === by);

  it('are supported where they are true', () => {
    expect(made.filter((one) => isSupported(one.true, one.story)).length).toBeGreaterThanOrEqual(least);
  });

  it('are not supported with one thing changed', () => {
    expect(made.filter((one) => isSupported(one.false, one.story)).map((one) => one.false)).toEqual([]);
  });
});
