/** What a statement must tell to answer, however many words of the question it has. Every house and person is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const QUARRY = `---
published: 2026-03-12
publisher: Fenwick Herald
---
From the quarries

Corvel Stone founded the marble fund with Hask, Ludlow and Peverell on January 9, saying that the fund would put in $70 million.

Two of the largest masons have refused the new marble, and Corvel Stone will name no reason.

Corvel Stone has a crane called Big Ansel at its upper quarry.

A third auction brought a bid of $4 million for the lower quarry.

A tonne of slate costs $90 at the gate. The quarry shop at Fenwick sells chisels for $12.

Hask ordered nine lorries from Drover Launch in June and paid $3 million on signature.

The auditor counted 410 blocks in the yard.

Corvel's quarry train circles the pit at about 9 kilometres of track.

Jonna Kerr, who advises the guild of masons, expects a quiet year. Otto Brill resigned in May over the price of slate.

Rowan Works leased two saws with crews from Ash Charter for the summer.

Slate brings in about 40 percent of the revenue of Corvel Stone. The masons got 5 percent more pay from April; the guild had asked for 8 percent.

From June 1 anybody may buy the marble of Fenwick.

Lotte Arnim will hand over to Piet Vos, the head of the saws, on July 1. Peverell bought its way onto the board of the guild.
`;
const LATER = `---
published: 2026-07-02
publisher: Fenwick Herald
---
The gates

The gates of the lower quarry were painted green.
`;
const bot = withFolder({ 'quarry.md': QUARRY, 'gates.md': LATER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (turn: string): string => {
  const given = bot.ask({ turns: [turn] });
  return given.outcome === 'answered' ? given.statements[0].quote : 'declined';
};

describe('declined', () => {
  it.each([
    ['where several did together what one is asked about', 'How much is Ludlow putting into the marble fund?'],
    [
      'where a name is asked for and only their number is told',
      'What are the names of the two masons that refused the marble?',
    ],
    ['where another in the row is told of', 'What was the bid in the second auction?'],
    ['where the price is that of another thing', 'How much is a ticket for the quarry train?'],
    [
      'where a visitor is asked about and only the goods have a price',
      'What does it cost to park a caravan at Fenwick?',
    ],
    ['where what tells stands in the name alone', 'When was Drover Launch founded?'],
    ['where something was bought, and not the house', 'Who owns Peverell?'],
    ['where a length is told and a weight is asked for', 'How heavy is the quarry train?'],
    ['where nobody is told to have said it', 'What did Rowan Works say about the pay of the masons?'],
  ])('%s', (_, question) => {
    expect(leadOf(question)).toBe('declined');
  });
});

describe('answered', () => {
  it.each([
    ['where the name stands beside the thing', 'What is the crane at the upper quarry called?', 'Big Ansel'],
    ['where that very one in the row is told of', 'What was the bid in the third auction?', 'third auction'],
    ['where that very thing has the price', 'What does a tonne of slate cost?', '$90'],
    ['where somebody without a name did it', 'Who counted 410 blocks?', 'The auditor'],
    ['where somebody is told by what he does', 'Who is Jonna Kerr?', 'advises the guild'],
    ['where something is the reason over which somebody left', 'Why did Otto Brill resign?', 'over the price'],
    ['where the name of the house holds a word akin to the verb', 'Who leased the saws?', 'Ash Charter'],
    ['where a share tells how much of it', "How much of Corvel Stone's revenue is slate?", '40 percent'],
    ['where a rise is told as a share', 'What did the masons get on pay?', '5 percent'],
    ['where it was told before the day on which it came about', 'What changed on June 1?', 'anybody may buy'],
    ['where whoever leaves hands over', 'Who will succeed Lotte Arnim?', 'Piet Vos'],
  ])('%s', (_, question, lead) => {
    expect(leadOf(question)).toContain(lead);
  });
});
