/** Questions as people type them in a channel, and what only looks like their answer. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const DAIRY = `---
published: 2026-06-20
publisher: Alder Courier
---
The dairies of Norvale

Merrin Dairy leased its cold stores from Holm Farms for $38 million in March 2026. The lease lets Merrin cool milk in four valleys, and a new store can be running in five months.

Ada Brask, its sales chief, wrote a letter on the lease. In a letter reported by the Morning Herald on May 4, Brask said that Holm had shut out growers who wanted to sell.

The valley's dairy inspector, Jory Tamm, admitted that tankers were being held at the gate because the store was full.

Merrin first named June 1 for the opening of the Tarn store; on May 28 it put the day back to June 22, because the coolers arrived late.

The Tarn store has 340 people working on its new line. Merrin lost two cheese shops in the quarrel.

That remark was heard in Dunmere, where Holm Farms has its head office.

Holm Farms charges each dairy $40 a tonne for the road. The growers' board made a decision to drop its inquiry into Merrin in April.

Merrin had trouble with a cooler maker in the spring. The board said that three cheese makers went elsewhere.

Merrin opened the line with its customer base in mind, and put the yield of the line at 78 percent.
`;

const bot = withFolder({ 'dairy.md': DAIRY }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const answer = (...turns: string[]) => bot.ask({ turns });
const leadOf = (...turns: string[]): string => {
  const given = answer(...turns);
  return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
};
const shortOf = (question: string): string | undefined => {
  const given = answer(question);
  return given.outcome === 'answered' ? given.short : given.outcome;
};

describe('what is typed in short', () => {
  it('is a sum in full: 38m', () => expect(leadOf('38m lease what for')).toContain('$38 million'));
  it('asks for a day with its last word', () => {
    expect(kindOfQuestion('tarn store opening when')).toBe('when');
    expect(kindOfQuestion('ip licence until?')).toBe('when');
  });
  it('asks for a rate whatever stands before the word', () =>
    expect(kindOfQuestion('what freight rate does holm charge')).toBe('how much'));
  it('asks who wrote a letter as who is behind it', () =>
    expect(kindOfQuestion('who is behind the letter')).toBe('attribution'));
});

describe('what is told beside a name', () => {
  it('is who somebody is, though no list knows the post', () =>
    expect(leadOf('Who is Jory Tamm?')).toContain('dairy inspector, Jory Tamm'));
  it('is where the seat of that house is, and of no other', () => {
    expect(leadOf("Where is Holm Farms' head office?")).toContain('Dunmere');
    expect(leadOf("Where is Merrin Dairy's head office?")).toBe('declined');
  });
  it('is no seat where a word only ends so', () => expect(leadOf('where is merrin based')).toBe('declined'));
});

describe('a day', () => {
  it('that was first named is not the one that holds', () =>
    expect(shortOf('When does the Tarn store open?')).toBe('June 22, 2026'));
  it('on which others reported a letter is not the day on which it was written', () =>
    expect(shortOf('when was the letter written') ?? '').not.toContain('May 4'));
});

describe('a number', () => {
  it('of people working on a thing is that of those who work on it', () =>
    expect(leadOf('How many people are working on the new line of the Tarn store?')).toContain('340 people'));
  it('counts the last of two nouns', () =>
    expect(leadOf('How many cheeses did Merrin lose?')).not.toContain('two cheese shops'));
  it('of months in which something will run is not how long a lease lasts', () =>
    expect(shortOf('how long is the merrin lease')).not.toBe('Five months'));
  it('that somebody charges is not what they pay', () =>
    expect(leadOf('How much does Holm Farms pay for the road?')).not.toContain('charges'));
  it('that is a share is no quantity of a thing', () =>
    expect(shortOf('how much power does the line use')).not.toBe('78 percent'));
});

describe('what is not told', () => {
  it('is who leaked a letter, where only who reported it is', () =>
    expect(leadOf('who leaked the letter')).toBe('declined'));
  it('is which house, where only that there is one', () => {
    expect(leadOf('Which cooler maker did Merrin have trouble with?')).toBe('declined');
    expect(leadOf('Which three cheese makers went elsewhere?')).toBe('declined');
  });
  it('is advice, where only what is so is told', () =>
    expect(leadOf('should a grower wait before leasing from holm')).toBe('declined'));
  it('is whether a house earns, where its yield is told', () =>
    expect(leadOf('is merrin profitable')).toBe('declined'));
});

describe('a decision to drop a thing', () => {
  it('says yes to whether it was dropped', () =>
    expect(shortOf("did the growers' board drop its inquiry")).toBe('Yes'));
});
