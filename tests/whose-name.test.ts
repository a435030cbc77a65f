/** Questions for an owner, a name, a head or a founding: which words tell it, and of whom. Every house and person here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const MILLS = `---
published: 2026-05-02
---
The Harrow mill grinds oats. Harrow bought its way into the bread market.

In 2015 Ostrom Group acquired Lindal Dairy. The Corrie brewery is owned by the Torvald family.

Arden Launch moves boats. In May 2024 the town bought 12 boats from Arden Launch.

Growers met in Orme. Hugo Rask, who advises growers, expects rain.
`;
const LINES = `---
published: 2026-05-03
---
Leden has a new tram. The new tram, the Corran, starts in May. A new museum opens next to the depot. Petra Holm asked the minister for money, and the museum got it.

The Penn line carries coal. Brock Group sells software for building and managing lines like that of Penn.

Kelby needs a roof. Mayor Ilse Brand refused.

Joran Pell stepped down in January; his successor, Ida Falk, has been managing director of Marsk since March 1. Ida ran the workshop for years. "We are late," Marsk's managing director, Joran Pell, said in December.
`;

const bot = withFolder({ 'mills.md': MILLS, 'lines.md': LINES }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (question: string): string => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
};

describe('who owns a house', () => {
  it('is not told by what that house bought', () => expect(leadOf('Who owns the Harrow mill?')).toBe('declined'));
  it('is told by who acquired it', () => expect(leadOf('Who owns Lindal Dairy?')).toContain('Ostrom Group'));
  it('is told by whom it is owned', () => expect(leadOf('Who owns the Corrie brewery?')).toContain('Torvald'));
});

describe('when a house was founded', () => {
  it('is not told by a word that is part of its name', () =>
    expect(leadOf('When was Arden Launch founded?')).toBe('declined'));
});

describe('what something is called', () => {
  it('is a name beside the word for it', () => expect(leadOf('What is the new tram called?')).toContain('the Corran'));
  it('is no name of somebody else in the same sentence', () =>
    expect(leadOf('What is the name of the minister?')).toBe('declined'));
  it('may be a name that begins with the title', () =>
    expect(leadOf('What is the name of the mayor?')).toContain('Ilse Brand'));
});

describe('who somebody is, and who runs something', () => {
  it('is told by a clause right after the name', () => expect(leadOf('Who is Hugo Rask?')).toContain('advises'));
  it('is the successor, though the same sentence tells who left', () =>
    expect(leadOf('Who runs Marsk?')).toContain('Ida Falk'));
  it('is nobody who makes what manages such things', () => expect(leadOf('Who runs the Penn line?')).toBe('declined'));
});
