/** Questions for a sum, a number or a measure: that it is one of what is asked about. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const BAKERY = `---
published: 2026-05-02
---
Olmer Bakery ordered a new oven in March. Every day of standstill costs about $2,000. Olmer pays $84,000 for the new oven.

Olmer buys flour from three mills. Organic grain makes up 35 percent of Olmer's flour. Ada Crane of Fenwick raised her price target for Olmer to $30.

Olmer wants to hire 30 people by spring. Olmer's loan stands at $4 million.
`;
const TOWN = `---
published: 2026-05-03
---
Harlow Coaches runs between the coast and the hills. Harlow's newer buses, parked behind the old mill, seat about 52.

Rents in Kelby may rise by no more than 2.5 percent a year. The drivers of Leden wear green.

The city will rebuild the Fulmer stadium with Brandt, Osko, and Lund for $90 million.

Leden bought 24 trams for its second line at a cost of $70 million.

The Tarn bell hangs 40 metres above the square. The Dove bell weighs 4 tonnes.

The Ravel zoo opens at nine. A bear costs €9,000 a year to feed. The mayor said that closing the pool would cost $3 million.
`;

const bot = withFolder({ 'bakery.md': BAKERY, 'town.md': TOWN }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (question: string): string => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
};

describe('a sum', () => {
  it('is no price of what another sentence says it of', () =>
    expect(leadOf('What does the new oven cost?')).toContain('$84,000'));
  it('is declined where it is the price of something else', () =>
    expect(leadOf('What does a day ticket to the zoo cost?')).toBe('declined'));
  it('is found where what costs it is a doing', () =>
    expect(leadOf('What would closing the pool cost?')).toContain('$3 million'));
  it('of several together is not what one of them pays', () =>
    expect(leadOf('How much does Brandt pay toward the stadium?')).toBe('declined'));
  it('for many is not what one of them costs', () => expect(leadOf('How much does one tram cost?')).toBe('declined'));
  it('that is a price target was invested by nobody', () =>
    expect(leadOf('How much did Fenwick invest in Olmer?')).toBe('declined'));
  it('of a loan is no revenue', () => expect(leadOf("What is Olmer's revenue?")).toBe('declined'));
});

describe('a number', () => {
  it('without a noun counts what it stands for, and not whatever was named before it', () =>
    expect(leadOf('How many buses does Harlow have?')).toBe('declined'));
  it('of people whom somebody wants to hire is not that of the staff', () =>
    expect(leadOf('How many people does Olmer employ?')).toBe('declined'));
});

describe('a share', () => {
  it('answers how much of something is of a sort', () =>
    expect(leadOf("How much of Olmer's flour is organic?")).toContain('35 percent'));
  it('answers by how much something may rise', () =>
    expect(leadOf('By how much may rents rise in Kelby?')).toContain('2.5 percent'));
});

describe('a weight', () => {
  it('is told in its units, without the word', () =>
    expect(leadOf('How heavy is the Dove bell?')).toContain('4 tonnes'));
  it('is not told in metres', () => expect(leadOf('How heavy is the Tarn bell?')).not.toContain('40 metres'));
});
