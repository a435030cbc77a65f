/** Claims that follow a sentence nearly word for word, whose verb or subject is easily missed. Every name here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'grows apples']);

function verdictOn(claim: string, told: string): Verdict {
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'story.md': `---\npublished: 2025-09-03\n---\nA note\n\n${told}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported, and its false twin is not', () => {
  const check = (told: string, right: string, ...wrong: readonly string[]) => {
    expect(verdictOn(right, told)).toBe('supported');
    for (const twin of wrong) expect(verdictOn(twin, told)).not.toBe('supported');
  };

  it('where an adverb stands between a plural and its verb', () => {
    check(
      'Many small bakeries already store flour and yeast inside Averill Mill, so buying ovens there saves them a journey.',
      'Many small bakeries already store flour inside Averill Mill.',
      'Many small bakeries already store coal inside Averill Mill.',
    );
    check(
      'The ferries only carry timber in winter, and the pier at Harby stays shut.',
      'The ferries only carry timber in winter.',
      'The ferries only carry passengers in winter.',
    );
  });

  it('where a noun that may be a verb follows “however,”', () => {
    check(
      'However, letters from early spring showed Fenwick Dairy naming this debt as a danger.',
      'Letters from early spring showed Fenwick Dairy naming the debt as a danger.',
      'Letters from early spring showed Fenwick Dairy naming the drought as a danger.',
    );
  });

  it('by a verb that no list has, where its subject and its object show it', () => {
    check(
      'The fee has doubled. That also irks Lark Farms and Greenhill, which ship cheese from Harby.',
      'Lark Farms and Greenhill are irked.',
      'Lark Farms and Greenhill are delighted.',
    );
  });

  it('where a hyphen parts the verb', () => {
    check(
      'Fenwick Dairy and Lark Farms will co-develop a dryer for mountain herbs.',
      'Fenwick Dairy and Lark Farms will co-develop a dryer for herbs.',
      'Fenwick Dairy and Lark Farms will co-develop a dryer for grain.',
      'Fenwick Dairy and Greenhill will co-develop a dryer for herbs.',
    );
  });

  it('where “unchanged” is no verb', () => {
    check(
      'Lark Farms said Harby remains the only port for fresh cheese, and that the fee for other stalls remains unchanged.',
      'Lark Farms said that the fee for other stalls remains unchanged.',
      'Lark Farms said that the port for other stalls remains unchanged.',
    );
  });

  it('where a definition says what a word stands for', () => {
    const glossary =
      'Glossary\n- Berth: A place in which one ship lies.\n- Tide Mill: A mill that carries water to the maize with the force of the sea.\n- Weir: A low wall across a river.\n';
    check(
      glossary,
      'A tide mill is a mill that carries water to the maize with the force of the sea.',
      'A tide mill is a barn that stores maize near the sea.',
    );
    check(
      glossary,
      'A tide mill carries water to the maize.',
      'A tide mill carries pepper to the maize.',
      'A weir carries water to the maize.',
    );
  });

  it('where something was said on a day, whatever the day that it was to come', () => {
    check(
      'Fenwick Dairy said in January 2025 that it would continue increasing its use of glass bottles.',
      'Fenwick Dairy said in January 2025 that it would increase its use of glass bottles.',
      'Fenwick Dairy said in January 2025 that it would use fewer glass bottles.',
      'Fenwick Dairy said in March 2025 that it would increase its use of glass bottles.',
    );
  });

  it('“without needing to”', () => {
    check(
      'Lark Farms can sell cheese, herbs and honey without needing to “win” the county fair outright.',
      'Lark Farms can sell cheese without winning the county fair.',
      'Lark Farms can sell cheese by winning the county fair.',
    );
  });
});

describe('a claim is not supported', () => {
  it('where it is of what something is good for, and the sentence calls it bad', () => {
    const told = 'The move to a night market is structurally negative for the turnover of Lark Farms.';
    expect(verdictOn('The move to a night market is good for the turnover of Lark Farms.', told)).not.toBe('supported');
  });
});
