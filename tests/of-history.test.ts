/** Questions of encyclopaedias: times that no calendar fixes, names of things, sorts without names. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const GLASS = `---
published: 2026-04-14
publisher: Tarnow Gazette
---
From the glass country

Glassblowers from Orrin settled in the Wendle valley in 1262.

Potters had dug the white clay of the hills since 9000 BP.

The spinners' guild rose against its masters in the late 17th century.

The weaving mills moved down to the river between 1340 and 1351.

Monks founded the small colony of Brackmoor on the upper lake.

The loggers came down over the Pendry Bridge at the border of the forest.

The kit holds two kilns, a cooling cabinet (Wendle Cool Box) and a bench.

The sand that is melted a second time is what the blowers label as “sweepings”.

The furnaces of the lower works burn the wood of old apple trees.

The glass school is growing quickly, and turns pupils away.

The upper lake takes in one ninth of the water of the Wendle.

The mixture of soda and lime enables thin sheets to cool at a fast rate.

Apprentices occupied the office of the guild in a protest over the price of bread.
`;
const bot = withFolder({ 'glass.md': GLASS }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const leadOf = (turn: string): string => {
  const given = bot.ask({ turns: [turn] });
  return given.outcome === 'answered' ? given.statements[0].quote : 'declined';
};

describe('answered', () => {
  it.each([
    ['a year of long ago', 'When did glassblowers settle in the Wendle valley?', '1262'],
    ['a year before the present', 'Since when did potters dig the white clay?', '9000 BP'],
    ['a century', 'In what century did the guild of the spinners rise against its masters?', '17th century'],
    ['from one year to another', 'When did the weaving mills move to the river?', 'between 1340 and 1351'],
    ['a place by its name', 'What is the name of the colony on the upper lake?', 'Brackmoor'],
    ['a word in the name', 'What is the name of the bridge at the border of the forest?', 'Pendry Bridge'],
    ['a name in brackets', 'What is the name of the cooling cabinet of the kit?', 'Wendle Cool Box'],
    ['a name in lower case', 'What is the sand that is melted a second time called?', 'sweepings'],
    ['a thing of a sort that has no names', 'Which wood do the furnaces of the lower works burn?', 'apple trees'],
    ['a pace without a figure', 'How fast is the glass school growing?', 'quickly'],
    ['a rarer part of the whole', 'How much of the water of the Wendle does the upper lake take in?', 'one ninth'],
    ['what makes something possible', 'What causes thin sheets to cool at a fast rate?', 'soda and lime'],
    ['a protest', 'What made the apprentices occupy the office of the guild?', 'price of bread'],
  ])('with %s', (_, question, told) => {
    expect(leadOf(question)).toContain(told);
  });
});

describe('what a question asks for', () => {
  it.each([
    ['By what name is the old church known today?', 'list'],
    ['Who cites the oldest example of a kiln?', 'list'],
    ['Of what group is peat a member?', 'who'],
    ['In which year did the paper change its definition?', 'definition'],
    ['What changed the course of the river?', 'what changed'],
    ['What were the works rebranded as?', 'definition'],
  ])('%s is no question of the kind “%s”', (question, kind) => {
    expect(kindOfQuestion(question)).not.toBe(kind);
  });

  it.each([
    ['What are examples of kilns?', 'list'],
    ['List the kilns.', 'list'],
    ['Who are the members?', 'who'],
    ['What changed the most?', 'what changed'],
    ['What is an annealing oven?', 'definition'],
    ['In what century was it built?', 'when'],
  ])('%s is of the kind “%s”', (question, kind) => {
    expect(kindOfQuestion(question)).toBe(kind);
  });
});

describe('declined', () => {
  it.each([
    ['a make that is not named', 'Which make of kiln does the glass school use?'],
    ['a name that nobody tells', 'What is the name of the master of the guild?'],
  ])('%s', (_, question) => {
    expect(leadOf(question)).toBe('declined');
  });
});
