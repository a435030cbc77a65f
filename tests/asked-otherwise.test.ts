/** Questions that are led in to, that ask what is advised, how a thing ended or who gives a sum. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withoutPressing } from '../src/question/pressing.ts';
import { withFolder } from './corpora.ts';

const ORCHARDS = `---
published: 2026-03-10
publisher: Fenn Herald
---
The Fenn orchards

Quince Growers filed a complaint with the Competition Office on March 2. It argues that the press of Tallow Juice takes no fruit from others, and asks that the rule be struck down.

Tallow Juice says it paid its growers $14 million last year. The growers put the sum at $11 million.

The press washes every apple twice. It does not write the price on the crate.

Mira Holt of Tallow Juice told the Herald in a letter that the frost had taken a third of the pears.
`;
const LATER = `---
published: 2026-05-20
publisher: Fenn Herald
---
The orchards in May

Quince Growers withdrew the complaint to the Competition Office on May 18. Tallow Juice will take its fruit.

## What does the village get for it?

Tallow Juice lays a cycle path and plants 400 trees along the road.

## What the guide says

Fruit sellers: ask for the crates in writing.

Pickers and other hands: bring gloves and ask for a hat.

## Words

Half-press: juice that was pressed once and left cloudy.

Full-press: juice that was pressed until the pulp was dry.
`;
const bot = withFolder({ 'march.md': ORCHARDS, 'may.md': LATER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leads = (part: string, ...turns: string[]) => {
  const given = bot.ask({ turns });
  expect(given.outcome === 'answered' ? given.statements[0].quote : 'declined').toContain(part);
};

describe('what leads in to a question', () => {
  it.each([
    ['All I want to know is how much the ticket costs', 'how much'],
    ['Tell me what the toll is', 'how much'],
    ['do you know when the bridge opens', 'when'],
    ['any idea why the mine closed', 'why'],
    ['I just want to know if the clinic is still open', 'yes or no'],
    ['This bot is useless, all I want is what a kilo of plums costs', 'how much'],
  ])('is not what %j asks', (text, kind) => expect(kindOfQuestion(withoutPressing(text, () => false))).toBe(kind));

  it.each(['This tractor is useless', 'What did the mayor tell us?', 'Who wanted to know when it rained?'])(
    'is none in %j',
    (text) => expect(withoutPressing(text, () => false)).toBe(text),
  );
});

describe('the kind of a question', () => {
  it.each([
    ['What does the guide tell tenants?', 'advice'],
    ['what are night nurses told to do', 'advice'],
    ['What did the union tell its members?', 'open'],
    ['Who are the partners?', 'who'],
    ["What do the bakery's suppliers want", 'open'],
    ['what is left for the old owners?', 'open'],
    ['How do Holm and Brand differ on the tram?', 'comparison'],
    ['what sets the new pump apart from the old one', 'comparison'],
    ['on what grounds was the appeal rejected', 'why'],
    ['What is behind the delay of the lift?', 'why'],
    ['what came of the complaint', 'open'],
    ['Which make of tractor do they use?', 'which'],
    ["what are the critics' arguments", 'list'],
  ])('of %j is %s', (text, kind) => expect(kindOfQuestion(text)).toBe(kind));
});

describe('an answer about orchards', () => {
  it('is how a thing ended, where that is asked', () =>
    leads('withdrew the complaint', 'Who complained to the Competition Office?', 'what came of it?'));
  it('names a competition office where a watchdog is asked about', () =>
    leads('Competition Office', 'what did Quince Growers tell the competition watchdog?'));
  it('is who gives the sum that the question names', () => leads('$11 million', 'Who says it was 11 million?'));
  it('is where a figure comes from', () => leads('$14 million', 'Where does the 14 million figure come from?'));
  it('holds the verb that a question for yes or no has', () =>
    leads('does not write the price', 'does the press write the price on it?'));
  it('is the advice for just those who ask', () => leads('Fruit sellers:', 'any tips for someone who sells fruit?'));
  it('defines the whole of a compound', () => leads('Half-press:', 'what does half-press mean?'));
  it('stands under the heading that asks the same', () => leads('cycle path', 'what did the village get for it?'));
});
