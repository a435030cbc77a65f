/** Who stands in front of an answer to "who said it?": whoever said it, and not who reported it. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const NEWS = `---
published: 2026-05-20
publisher: Tarn Courier
---
The quarrel over the quay

In a memo reported by the Harbour Post on March 3, finance director Ada Holm said the lease had "tied up every crane". The Ledger surfaced an internal letter from Alder engineering chief Piet Marsh about rusted rails. "Nobody has asked the pilots," said Rosa Quill, who leads their union. Alder's finance chief reportedly told staff that Birch delays its barges. "We would rather wait," she wrote, according to a note seen by Dock Weekly. As late as April, Birch's CFO admitted that the firm had too few tugs.
`;

const bot = withFolder({ 'news.md': NEWS }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const shortOf = (question: string): string | undefined => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.short : given.outcome;
};

describe('in front of an answer stands', () => {
  it.each([
    ['Who said that the lease had tied up every crane?', 'Ada Holm'],
    ['Who wrote the memo about the lease?', 'Ada Holm'],
    ['Who wrote the letter about rusted rails?', 'Piet Marsh'],
    ['Who said nobody has asked the pilots?', 'Rosa Quill'],
    ['Who says that Birch delays its barges?', "Alder's finance chief"],
    ['Who said the firm had too few tugs?', "Birch's CFO"],
  ])('who said or wrote it: %s', (question, who) => expect(shortOf(question)).toBe(who));

  it.each([
    ['Which paper reported the memo about the lease?', 'Harbour Post'],
    ['Who reported the memo about the lease?', 'Harbour Post'],
    ['Which outlet surfaced the letter about rusted rails?', 'Ledger'],
  ])('who reported it, where that is asked: %s', (question, outlet) => expect(shortOf(question)).toBe(outlet));

  it('nobody, where the lead names only who reported it', () =>
    expect(shortOf('Who said "We would rather wait"?')).toBeUndefined());
});
