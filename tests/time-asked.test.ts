/** A question about a time is answered by what tells of that time, and by nothing else. Every house and person is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const FILES = {
  'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${townNews(TOWN_DOES, ' in peace')}\n`,
  'quay.md': `---\npublished: 2025-03-03\n---\nThe quay

On March 1, 2025, Alder Mills announced a silo at Tansy Quay.

Alder Mills keeps its lease of Tansy Quay through 2032.

Birch Lines pays a harbour fee for every tonne.

Birch Lines plans to open a second berth in June 2026.
`,
};

function replyTo(question: string): string {
  return withFolder(FILES, (folder) => {
    const answer = makeBot(openCorpus(folder), loadWeights()).ask({ turns: [question] });
    return answer.outcome === 'answered' ? (answer.citations[0]?.quote ?? '') : 'declined';
  });
}

describe('a year that is still to come', () => {
  it('is answered by what is told of it', () => {
    expect(replyTo('Does Alder Mills keep its lease of Tansy Quay through 2032?')).toMatch(/^Alder Mills keeps/);
  });

  it('is answered by what runs beyond it', () => {
    expect(replyTo('Does Alder Mills have the lease of Tansy Quay in 2030?')).toMatch(/^Alder Mills keeps/);
  });

  it('is answered by what is planned for a day before it, where all before it is asked for', () => {
    expect(replyTo('What does Birch Lines plan to open by 2027?')).toMatch(/second berth/);
  });

  it('is not answered by what tells of no such time', () => {
    expect(replyTo('What harbour fee does Birch Lines pay after 2030?')).toBe('declined');
    expect(replyTo('Which harbour fee will Birch Lines pay in 2029?')).toBe('declined');
  });
});

describe('a year that is past', () => {
  it('is not answered by what was done after it', () => {
    expect(replyTo('What was announced in 2025?')).toMatch(/silo/);
    expect(replyTo('What was announced in 2023?')).toBe('declined');
    expect(replyTo('Who announced a silo in 2023?')).toBe('declined');
  });
});
