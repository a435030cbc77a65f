/** Questions of founders, successors, days, parts and states that were answered with what only looks like them. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const ORCHARD = `---
published: 2026-08-21
publisher: Alder Courier
---
The presses of Harrow

Harrow Cider has since set up its own shop in Norvale and signed on dealers. Harrow's own lease is nonexclusive and runs through 2033.

The new press stands in Tarn Yard. On May 20 Brask said it would open a cellar in Olmer. The cellar, which opened its doors on June 3, has 40 barrels.

Ada Holm, who has led the guild for nine years, will retire on October 31. Jonas Brill, until now head of the cellar, takes over as director on November 1.

Harrow launched the Longmeadow plan with Brask Coopers, saying that it would spend $500 million over four years on presses, with $90 million to be spent at once.

The second hall will have 30 presses rather than 40, because the ground is soft. Brask is due to put up its first press at the second hall on September 3.

A memo of the guild said that two bottling groups had walked away after months of talks. The Couriers' Guild of Norvale counts about 9,000 who ride in any week.

The regulator closed its inquiry into the lease in November 2025 without action. Harrow said on August 19 that the new bottles will reach its shops on October 20.
`;

const bot = withFolder({ 'presses.md': ORCHARD }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const asked = (...turns: string[]) => bot.ask({ turns });
const lead = (...turns: string[]) => {
  const answer = asked(...turns);
  return answer.outcome === 'answered' ? answer.statements[0].quote : 'declined';
};
const short = (...turns: string[]) => {
  const answer = asked(...turns);
  return answer.outcome === 'answered' ? answer.short : 'declined';
};

describe('what is asked for', () => {
  it('is not a house that founded something else', () => {
    expect(asked('Who founded Harrow Cider?').outcome).toBe('declined');
  });

  it('is whoever comes after somebody, and not the one who goes', () => {
    expect(short('Who follows Ada Holm as head of the guild?')).toBe('Jonas Brill');
  });

  it('is a day to which something runs, where its end is asked', () => {
    expect(short('When does the lease of Harrow end?')).toBe('2033');
  });

  it('is the day of the deed, and not the one on which it was promised', () => {
    expect(lead('When did the cellar open?')).toContain('opened its doors on June 3');
  });

  it('is the part that is spent at once, and not the whole', () => {
    expect(short('How much does the Longmeadow plan spend at once?')).toBe('$90 million');
  });

  it('is a cause, and not what is due to be done', () => {
    expect(lead('Why will the second hall have fewer presses?')).toContain('because the ground is soft');
  });

  it('is which groups, and not how many', () => {
    expect(asked('Which bottling groups walked away?').outcome).toBe('declined');
  });

  it('is how many riders, told as so many who ride', () => {
    expect(short("How many riders does the Couriers' Guild count?")).toBe('About 9,000');
  });

  it('is a day of this year, where it will be, whatever year was told before', () => {
    expect(short('When will the new bottles reach the shops?')).toBe('October 20, 2026');
  });

  it('is nothing that the documents tell, where somebody asks what to do tonight', () => {
    expect(asked('what should I wear tonight?').outcome).toBe('declined');
  });
});

it('asks for yes or no, whatever noun stands last', () => {
  expect(kindOfQuestion("Can Harrow bid for work from Brask's competitors?")).toBe('yes or no');
  expect(kindOfQuestion('Who are the competitors?')).toBe('who');
});
