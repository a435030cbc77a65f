/** Questions that name nothing but a time. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const EARLY = `---
published: 2026-02-12
publisher: Tarn Courier
---
The Lumen licence

On February 4, 2026, Orrery said that Velden remains the exclusive baker of Lumen bread. Velden paid $12 million for the licence on February 6, 2026.
`;
const LATER = `---
published: 2026-05-20
publisher: Tarn Courier
---
A new licence

Orrery and Velden amended their licence on May 12, 2026, ending the exclusive right to Lumen bread. Two days later Calder Mills began to bake it. The bread is sold in paper bags.
`;

const bot = withFolder({ 'early.md': EARLY, 'later.md': LATER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const quotesOf = (question: string, asOf?: string): readonly string[] => {
  const given = bot.ask({ turns: [question], ...(asOf && { asOf }) });
  return given.outcome === 'answered' ? given.statements.map(({ quote }) => quote) : [];
};

describe('what happened in a month or on a day', () => {
  it('is told by what is dated to it, and by nothing else', () => {
    const told = quotesOf('What happened in February 2026?');
    expect(told.some((quote) => quote.includes('remains the exclusive baker'))).toBe(true);
    expect(told.some((quote) => quote.includes('paid $12 million'))).toBe(true);
    expect(told.join(' ')).not.toMatch(/amended|Calder|paper bags/);
  });

  it('is declined where nothing is dated to it', () => {
    expect(quotesOf('What happened in March 2026?')).toEqual([]);
    expect(quotesOf('What changed on May 13, 2026?')).toEqual([]);
  });
});

describe('how things stood', () => {
  it.each([
    'What was the situation before May 12, 2026?',
    'What was the case in April 2026?',
    'What was true in March 2026?',
    'How did things stand as of April 2026?',
  ])('is told by what held then and has ended since: %s', (question) => {
    const [lead, ...rest] = quotesOf(question);
    expect(lead).toContain('remains the exclusive baker');
    expect(rest.join(' ')).not.toMatch(/amended|Calder/);
  });
});

describe('a period beside something else that is named', () => {
  it('keeps out what came about later', () =>
    expect(quotesOf('What did Orrery say of Lumen bread in February 2026?').join(' ')).not.toMatch(/amended|Calder/));
});

describe('a post', () => {
  const OVENS = `---
published: 2026-02-12
publisher: Tarn Courier
---
The ovens

In a memo dated February 9, 2026, Orrery's finance chief Ada Holm told the board that the ovens are old.
`;
  const SPLIT = `---
published: 2026-08-20
publisher: Tarn Courier
---
The split

Under the split, Orrery's new finance chief Piet Marsh said on August 19, 2026, the firm expects to save $4 million.

Marsh, who came from a bakery, took over on August 3, 2026 from Ada Holm.
`;
  const of = withFolder({ 'ovens.md': OVENS, 'split.md': SPLIT }, (folder) =>
    makeBot(openCorpus(folder), loadWeights()),
  );
  const leadOf = (question: string) => {
    const given = of.ask({ turns: [question] });
    return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
  };

  it('in a month that has passed is not told by who came later', () =>
    expect(leadOf('Who was finance chief of Orrery in March 2026?')).toContain('Ada Holm told'));

  it('is taken by whoever took it over, and not only by who is said to have been given it', () =>
    expect(leadOf('Who replaced Ada Holm?')).toContain('took over'));
});
