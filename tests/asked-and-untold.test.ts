/** The very thing that a question asks for, or asks something of, must be told. Every house and person is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const ORCHARD = `---
published: 2026-04-14
publisher: Tarnow Gazette
---
From the orchards

Wendle Fruit sold the north orchard to Marrick Juice on March 3 for €4 million, and Marrick took over 61 of the pickers.

Wendle Fruit paid for the press with a €9 million mortgage that it took up in January; the rest came from its members.

The new conveyors ran in the trial with 97 percent of the apples unhurt over six weeks.

Ossery Presses, which bid for the cider hall in 2024 and came second, says that it will build a smaller press.

On April 2 Wendle enlarged Marrick's share from 30 to 44 rows of trees, and the value of the lease rose to €2 million.

Marrick Juice will sell its cider in 90 shops of the Halden chain from May 1.

Wendle Fruit and Marrick Juice said publicly on February 12, 2026, that their agreement stood.

Wendle Fruit shares fell 5 percent on March 4; Marrick rose 2 percent.

Marrick Juice lowered its yield target for 2026 to 18 tonnes an acre on April 9.

The lease gives Wendle Fruit a warranty of five years on the press.

The ladders came late from the supplier. Hard frost held up work on the cold store.

On January 20 Wendle founded the Graft Fund with the savings bank Odell and the nursery Pinder, saying it meant to spend €30 million over four years.

Ilse Corran, who heads the pickers' union, said that her members were tired of ladders.

A crate of pears costs €12 at the gate. The second press cost €3 million.

The Halden chain holds 8 percent of Marrick Juice.

A full crate of quinces is put at 18 kilograms.

The fruit school of Orrin grants diplomas in 14 courses.

Pinder growers were drawn to the grafting trade because it pays well.
`;
const bot = withFolder({ 'orchard.md': ORCHARD }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const leadOf = (turn: string): string => {
  const given = bot.ask({ turns: [turn] });
  return given.outcome === 'answered' ? given.statements[0].quote : 'declined';
};

describe('answered without the very word', () => {
  it.each([
    ['a weight, which the unit tells', 'What is the average weight of a full crate of quinces?', '18 kilograms'],
    ['how many, where they are all', 'How many courses does the fruit school grant in total?', '14 courses'],
    [
      'why, whatever verb tells of what it is the reason',
      'Why did Pinder growers like the grafting trade?',
      'pays well',
    ],
  ])('%s', (_, question, told) => expect(leadOf(question)).toContain(told));
});

describe('declined', () => {
  it.each([
    ['the interest, where only the loan is told', 'What is the interest on the mortgage?'],
    ['a thing of somebody else', "What is Wendle's yield target for 2026?"],
    ['a price of which the payer is not told', 'What does a household in Tarnow pay for its pears?'],
    ['a wage of somebody who is not told of', 'What does a gardener at Wendle earn?'],
    ['the price of another sort of crate', 'What does an apple crate cost?'],
    ['who does a deed that is not told', 'Which company is digging the cold store?'],
    ['who leads what is only named', 'Who heads the Graft Fund?'],
    ['who delivered it, where the supplier has no name', 'Who supplied the ladders?'],
    ['a speed, where a share is told', 'How fast do the new conveyors run?'],
    ['a price, where only a year is told', 'What price did Ossery Presses bid in 2024?'],
    ['the price of a share, where the share is a part', 'What is the price of a Marrick share?'],
    ['a height, where something else is told', 'How high is Odell?'],
    ['all of them, where some are told', 'How many shops does Halden have in all?'],
    ['what one of several put in together', 'How much did Odell put into the Graft Fund?'],
    ['a move on another day', 'How much did Marrick shares rise on April 10?'],
    ['what somebody says about something else', 'What did Ilse Corran say about the mortgage?'],
    ['a foresight of something else', 'What does Ilse Corran think Wendle will save?'],
    ['why somebody left, where nobody does', 'Why did Ilse Corran resign?'],
    ['an ownership, where only shares move', 'Does Marrick own a stake in Wendle?'],
  ])('%s', (_, question) => {
    expect(leadOf(question)).toBe('declined');
  });
});

describe('answered', () => {
  it.each([
    ['the deed in a verb', 'Who bought the north orchard?', 'Marrick Juice'],
    ['the price of the very thing', 'What does a crate of pears cost?', '€12'],
    ['the one in the row', 'What did the second press cost?', '€3 million'],
    ['the warranty', 'What is the warranty on the press?', 'five years'],
    ['a share of a house', 'Does the Halden chain own part of Marrick Juice?', '8 percent'],
    ['a move on that day', 'How much did Wendle shares fall on March 4?', '5 percent'],
    ['what somebody says', 'What did Ilse Corran say about ladders?', 'tired of ladders'],
    ['a target of that house', "What is Marrick's yield target for 2026?", '18 tonnes'],
    ['who leads', "Who heads the pickers' union?", 'Ilse Corran'],
  ])('%s', (_, question, told) => {
    expect(leadOf(question)).toContain(told);
  });
});
