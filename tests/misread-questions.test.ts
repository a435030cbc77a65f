/** Questions whose kind, whose quantity or whose words were taken for others. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const MILL = `---
published: 2026-05-02
publisher: Alder Courier
---
The mills of Harrow

Harrow Textiles keeps a licence for the shed, but its share of loom revenue falls from 30 to 12 percent. Its revenue came to $40 million last year.

The looms stay rented through 2031. Harrow lends looms to eleven smaller sheds. Harrow may keep at most 40 looms in Norvale. The pattern cost over $6 million. The pattern was drawn over four years.

Dealers say that 45% of Harrow buyers wanted the soft edge. Tarn Mills said that Harrow looms were running at 90 of its spinning sheds in March.

It is the loom most widely lent in Norvale, with 16 million looms against 9 million for Brask, and Harrow counts them by hand.

In 2024 it opened Longmeadow with Brask Weaving, Tarn Mills and Olmer Capital, saying that the partners would spend $700 million over five years, with $60 million of it for looms. Harrow and Brask rewrote the lease on May 6, letting looms of any make run beside Harrow's looms.

Tarn Mills pays Harrow 8 percent of every bolt sold. The council voted five to three on March 4 to lend the shed.

A weaver who mends stays about 40 minutes, against nine for one who sweeps the floor. In those sheds masters changed the pattern on about one bolt in six. The sheds that masters use every day were painted.

In a letter reported by the Morning Herald on March 7, the head of sales said that the terms had held the house back. The letter, published whole, has put on paper what dealers say.

The point is not that Harrow loses its looms, but that its pattern grows thin. Harrow lost the lock on the shed in April.

Dovetail, Harrow’s pattern program, has been lent since 2023 only in boxes packed by Tarn. From now on Harrow may lend Dovetail through any dealer. Tarn, which sells to dealers, changed its plan and is lending Dovetail anew, now that it comes in a new box. The price of Dovetail was cut to $14 on May 1.

Tarn Mills won the first lease in March 2019, after a vote. The lease was rewritten on March 18, 2026, ending the first lease of Tarn.

The lease asks for a new roof, because the old one leaks. For small dealers the news is mixed: they gain a pattern that they could never draw, and lose an excuse. The roof was paid by Tarn, since dealers had no money for news of that sort.

Harrow stock fell 4.1% on March 25. A day later the council shut the kiln.

A brake holds the wheel of the old shed. The break came at noon.
`;

const bot = withFolder({ 'mill.md': MILL }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const leadOf = (...turns: string[]): string => {
  const given = bot.ask({ turns });
  return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
};

describe('a share', () => {
  it.each(["How big is Harrow's share of loom revenue?", "What is Harrow's share of loom revenue?"])(
    'is wanted by %j, and no sum',
    (question) => expect(leadOf(question)).toContain('30 to 12 percent'),
  );
  it('of those who are counted tells how many', () =>
    expect(leadOf('How many Harrow buyers wanted the soft edge?')).toContain('45%'));
  it('of every sale is a royalty', () =>
    expect(leadOf('What royalty does Tarn Mills pay Harrow?')).toContain('8 percent'));
});

describe('a number', () => {
  it('of its own counts what stands after whose it is', () =>
    expect(leadOf('How many Tarn sheds have Harrow looms?')).toContain('90 of its'));
  it('counts what stands after the name', () =>
    expect(leadOf('How many Harrow looms are there?')).toContain('16 million'));
  it('of votes is told by who voted how', () =>
    expect(leadOf('How many votes did the council give the shed?')).toContain('five to three'));
  it('of a row of partners is none of one of them', () =>
    expect(leadOf('How much did Olmer Capital put into Longmeadow?')).toBe('declined'));
  it('that is spent on the whole is no price of one', () =>
    expect(leadOf('What is the price of a Brask loom?')).toBe('declined'));
  it('of something else does not tell how often', () =>
    expect(leadOf('How often did masters change the pattern?')).toContain('one bolt in six'));
  it('may be a length, where the turn before asked for one', () =>
    expect(leadOf('How long does a weaver who mends stay?', 'and one who sweeps the floor?')).toContain(
      'against nine',
    ));
});

describe('a kind', () => {
  it('is not told by a clause about somebody', () => {
    expect(kindOfQuestion('and one who sweeps the floor?')).not.toBe('who');
    expect(kindOfQuestion('who sweeps the floor?')).toBe('who');
    expect(kindOfQuestion('do you know who sweeps the floor?')).toBe('who');
  });
  it('is who for what is no report', () => {
    expect(kindOfQuestion('Who wrote the software that failed?')).toBe('who');
    expect(kindOfQuestion('Who wrote that it failed?')).toBe('attribution');
    expect(kindOfQuestion('Which magazine published the letter?')).toBe('attribution');
  });
});

describe('a word', () => {
  it('of few letters is no slip of another', () => expect(leadOf('how do I bake bread?')).toBe('declined'));
  it('for what is made is no maker', () => expect(leadOf("Who makes Harrow's looms?")).toBe('declined'));
  it('for a paper is not looked for beside its name', () =>
    expect(leadOf('Which paper published the letter?')).toContain('Morning Herald'));
  it('that is denied does not lead', () => expect(leadOf('What did Harrow lose?')).toContain('lost the lock'));
  it('is defined by what stands beside it, whosesoever it is', () =>
    expect(leadOf('what is Dovetail')).toContain('pattern program'));
  it('for what is measured counts, where it is asked what became of it', () =>
    expect(leadOf('What happened to the price of Dovetail?')).toContain('$14'));
  it('for who wrote it is not the outlet', () =>
    expect(leadOf('Which paper reported the letter of the head of sales?')).toContain('Morning Herald'));
  it('before a colon is explained after it', () =>
    expect(leadOf('Why is the news mixed for small dealers?')).toContain('they gain a pattern'));
  it('for what happened on a day stays, whatever ended since', () =>
    expect(leadOf('When did Tarn Mills win the first lease?')).toContain('March 2019'));
  it('of leave is no forecast, where leave is asked for', () =>
    expect(leadOf('Can other dealers lend Dovetail now?')).toContain('any dealer'));
  it('of the reason opens the short answer, and no comma before it', () => {
    const given = bot.ask({ turns: ['Why was the roof paid by Tarn?'] });
    expect(given.outcome === 'answered' ? given.short : given.outcome).toMatch(/^Since dealers had no money/);
  });
  it('of up to when stands before the day that answers how long', () => {
    const given = bot.ask({ turns: ['How long do the looms stay rented?'] });
    expect(given.outcome === 'answered' ? given.short : given.outcome).toBe('Through 2031');
  });
  it.each([
    ['How many sheds does Harrow lend looms to?', 'Eleven smaller sheds'],
    ['How many looms may Harrow keep in Norvale?', 'At most 40 looms'],
    ['How much did the pattern cost?', 'Over $6 million'],
    ['How many years was the pattern drawn?', 'Four years'],
  ])('of bound or of count belongs to the figure: %s', (question, short) => {
    const given = bot.ask({ turns: [question] });
    expect(given.outcome === 'answered' ? given.short : given.outcome).toBe(short);
  });
  it('of how much later is told as the day that it was', () => {
    const given = bot.ask({ turns: ['When did the council shut the kiln?'] });
    expect(given.outcome === 'answered' ? given.short : given.outcome).toBe('March 26, 2026');
  });
});
