/** What somebody did, wanted, admitted or is the only one to do: which statement leads, on a small invented town. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = `---
published: 2026-05-12
---

The bakery Holm and the mill Brask divided their yard on May 4. Holm kept the ovens and the shop. Brask, which had asked for the shop, kept the silo on Quay Street.

The mill also gave up its claim to the well. Readers keep asking what Holm is going to do with the cellar. A wall has kept Brask and Holm apart since 1990.

Brask lost the parking spaces behind the church. What Holm lost is a view of the river. Under the deal Holm gets 40,000 crowns from Brask. Brask gets a new lift from the town.

The tenants called the plan "a fair cut". Oskar Venn, their lawyer, said the tenants would look at it in June.

The lawyers of the orchard wrote that Holm sold apples with the wrong label. Holm calls the letter "a bad joke" and says that every crate was checked.

A former driver says the dairy Lund watered its milk. Lund denies it. The dairy's books show that 300 litres went missing in March.

Under the lease the weavers may use the yard. The cellar is not covered by the lease. A terrace behind the wall falls outside it, and the weavers have planted beans there.

The print shop Alder has used one paper maker, Tarn, since 2019. Alder's head told printers that the contract had "kept us out of the school trade". A second paper maker would be good for the river.

The orchestra moved its opening on May 2 to June 20, blaming wet plaster. Tickets fell to 12 crowns after the delay.
`;

const NEWS = `---
published: 2026-05-30
---
${townNews(TOWN_DOES)}
`;

const bot = withFolder({ 'town.md': TOWN, 'news.md': NEWS }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const leadOf = (question: string) => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.reason}`;
};

describe('what somebody did', () => {
  it.each([
    ['What did Holm keep?', 'Holm kept the ovens'],
    ['What did Brask keep?', 'kept the silo'],
    ['What did Brask lose?', 'Brask lost the parking spaces'],
    ['What did Holm lose?', 'What Holm lost'],
    ['What does Holm get?', 'Holm gets 40,000 crowns'],
    ['What does Brask get?', 'Brask gets a new lift'],
    ['What did the tenants call the plan?', 'called the plan'],
  ])('leads where it is told of whom %j asks about', (question, quote) => expect(leadOf(question)).toContain(quote));
});

describe('whether it is so', () => {
  it.each([
    ['Does Holm admit that it sold apples with the wrong label?', 'calls the letter'],
    ['Does Lund deny that it watered its milk?', 'Lund denies it'],
  ])('is what is said to the charge, for %j', (question, quote) => expect(leadOf(question)).toContain(quote));

  it.each([
    ['Does the lease cover the terrace?', 'falls outside it'],
    ['Does the lease cover the cellar?', 'not covered'],
  ])('is told by the opposite too, for %j', (question, quote) => expect(leadOf(question)).toContain(quote));
});

describe('why', () => {
  it('somebody wanted a thing otherwise is what hemmed them in', () =>
    expect(leadOf('Why did Alder want a second paper maker?')).toContain('kept us out'));

  it('there was a delay is not what came of the delay', () =>
    expect(leadOf('Why was the opening of the orchestra delayed?')).toContain('blaming wet plaster'));
});
