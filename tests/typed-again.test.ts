/** Which of two that tell the same leads, where a day, a sum or a doer is asked for. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const EARLIER = `---
published: 2026-03-02
---
Two kilns

The two Marl kilns cost $40 million together. They burn gas.

Ada Lund, who signed for Kelby as treasurer, praised the lease. The Penn boat crosses the sound in any weather, and Rolf has steered it for six months.

The Kelby weir burst on October 9, 2025, and two barns were lost.
`;
const LATER = `---
published: 2026-05-04
---
What has become of them

Per kiln, Marl is cheaper: $20 million against $31 million.

Ada Lund becomes mayor on June 1, and Tove Brand takes over as treasurer of Kelby on the same day.

Kelby has had no weir since it burst in October 2025.

The tiles of the hall were loose. The city's auditor counted 198 of them.
`;

const bot = withFolder({ 'earlier.md': EARLIER, 'later.md': LATER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (question: string): string => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
};

describe('of two that tell the same', () => {
  it('the one with the day tells when it was', () =>
    expect(leadOf('When did the Kelby weir burst?')).toContain('October 9'));
  it('a later price of one is no newer price of both', () =>
    expect(leadOf('How much do the two Marl kilns cost?')).toContain('$40 million'));
  it('whoever did something did it, whatever became of them', () =>
    expect(leadOf('Who signed the lease for Kelby?')).toContain('who signed for Kelby'));
});

describe('what is asked for', () => {
  it('may be a doer without a name', () => expect(leadOf('Who counted the tiles?')).toContain('auditor'));
  it('is a speed and not months, where it is asked how fast a thing goes', () =>
    expect(leadOf('How fast does the Penn boat go?')).toBe('declined'));
});
