/** What changed and since when, examples, reasons in a row, and who is still the only one, on a small invented town. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = `---
published: 2026-06-10
---

The amended lease between the weavers of Lund, the mill Brask and the town is a month old, and people keep asking what is in it.

The weavers and Brask amended their lease on May 12, ending the sole right to the yard and letting anybody rent the cellar.

On June 2 the town moved the fair from June 8 to June 20.

The toll on the bridge falls from 9 crowns to 6. A toll is what carts pay.

Guild: A house in which weavers train and store their looms. Major examples include Old Shuttle, Red Loom and Fenby Hall. A guild may not sell cloth.

Old Shuttle is not listed. Shares of Brask, a company with 40 looms, rose on Monday.

The crane used to be the pride of the quay. The harbour has begun lifting boats with other winches.

Why Red Loom? Why Now?

- Space: Red Loom has three halls that stand empty.
- Known hands: its people have mended looms for forty years.

The hall

Red Loom put in new windows.
`;

const NEWS = `---
published: 2026-06-12
---
${townNews(TOWN_DOES)}
`;

const BEFORE = `---
published: 2026-03-01
---
Brask is the only one with a right to the yard, and the mill keeps it locked.
`;

const bot = withFolder({ 'before.md': BEFORE, 'town.md': TOWN, 'news.md': NEWS }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (question: string) => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.reason}`;
};

describe('what is different', () => {
  it.each([
    ['What is different under the amended lease?', 'ending the sole right'],
    ['What is different since May 12?', 'ending the sole right'],
    ['What has changed since May 12?', 'ending the sole right'],
    ['What became of the toll?', 'falls from 9 crowns to 6'],
    ['Is Brask still the only one with a right to the yard?', 'ending the sole right'],
  ])('leads with what changed it: %j', (question, quote) => expect(leadOf(question)).toContain(quote));
});

describe('examples', () => {
  it.each(['Which guilds are named as examples?', 'What are examples of guilds?', 'give me an example of a guild'])(
    'are those of what the sentence before defines: %j',
    (question) => expect(leadOf(question)).toContain('Major examples include'),
  );
});

describe('reasons', () => {
  it.each(['What reasons are given for Red Loom?', 'What speaks for Red Loom?'])(
    'stand in a row under two questions on one line: %j',
    (question) => expect(leadOf(question)).toMatch(/Space: |Known hands: /),
  );
});

describe('a word that is asked about', () => {
  it('is “listed”, for yes or no', () =>
    expect(leadOf('Is Old Shuttle a listed company?')).toBe('Old Shuttle is not listed.'));

  it('is not “use” in what used to be', () =>
    expect(leadOf('Does the harbour use other winches?')).toContain('has begun lifting'));
});
