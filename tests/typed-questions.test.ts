/** Questions for a person, a sum, a day or a sort of thing: what may lead. Every house and person here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { officeAsked } from '../src/question/office.ts';
import { findAmounts } from '../src/statement/amounts.ts';
import { withFolder } from './corpora.ts';

const HARBOUR = `---
published: 2026-03-12
publisher: Dell Courier
---
Harbour and hills

Joran Pell left Marsk Cranes on February 3. The company gave no reason. His successor is Ida Falk, who ran the workshop before.

The Salt Museum in Orme has appointed Hugo Rask as its director. The museum shows 4,000 spoons.

The Harbour Agency of Dell is headed by Olga Brant. She has a staff of 60.

Analyst Vera Lund follows the cranes. She calls Marsk the weaker bidder.

Brock and Marsk settled their quarrel over the late cranes on March 1. Marsk will pay $9 million, half of it in spare parts.
`;
const VALLEY = `---
published: 2026-05-04
publisher: Valley Post
---
From the valley

The first leg of the Corran tram runs from the docks to the minster. It is 6 kilometres long.

The Tarn Dairy was going to spend $20 million on its cellar. It is now $28 million, the chair told farmers.

The council approved the weir with one condition: no work in the spawning season.

Mayor Lund lifted the drought order on Friday. Growers had waited for that.

Alder Seeds keeps most of the valley's orders, but Birch Seeds got a third of them.

Petra Holm, head of sales at Alder Seeds, praised the harvest. Petra Holm of Alder says the rain came late.

Nine children have the flu at the Fern school.

Some 300 people travelled to the fair. The fair had taken $40,000 by noon.

Jonas Weld puts the odds of a merger at one in three.

The growers of Oat 7 and Dove Mill opened talks on Oat 7. Dove Mill gets $2 million back.

Rowan distributed the leaflets, and the debt of Alder fell to $3 million.
`;

const bot = withFolder({ 'harbour.md': HARBOUR, 'valley.md': VALLEY }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (...turns: string[]): string => {
  const given = bot.ask({ turns });
  return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.reason}`;
};
const check = (question: string, lead: string) => expect(leadOf(question)).toContain(lead);

describe('who', () => {
  it('is told by a successor, of the house that the sentences before it name', () =>
    check('Who runs Marsk Cranes now?', 'Ida Falk'));
  it('is told in the passive', () => check('Who heads the Harbour Agency?', 'headed by Olga Brant'));
  it('is told of a title in the house itself', () =>
    check('Who is director of the Salt Museum in Orme?', 'appointed Hugo Rask'));
  it('may be a pronoun whose person the sentence before names', () =>
    check('Who thinks Marsk is the weaker bidder?', 'She calls Marsk'));
  it('is one of the two that are named as choices', () =>
    check('Who gets more of the orders, Alder Seeds or Birch Seeds?', 'Alder Seeds keeps most'));
  it('is what stands beside the name before what somebody says', () => check('Who is Petra Holm?', 'head of sales'));
  it('holds something to be so, under other verbs than saying', () =>
    check('Who says there is a one in three chance of a merger?', 'Jonas Weld'));
  it('takes no article into the title of an office', () => {
    const needs = [
      {
        word: 'Orme',
        weight: 1,
        alternatives: new Map(),
        name: true,
        unknown: false,
        spoken: true,
        inherited: false,
        at: 5,
      },
    ];
    const lexicon = { concept: () => undefined } as never;
    expect(officeAsked('who is treasurer of the Orme?', needs, lexicon)?.title).toBe('treasurer');
  });
});

describe('how much and how long', () => {
  it('is the newer sum, where the next sentence says what it is now', () =>
    check('How much will the Tarn Dairy spend on its cellar?', 'now $28 million'));
  it('may be a length where the question is how long a thing is', () =>
    check('How long is the first leg of the tram?', '6 kilometres long'));
  it('goes on from the answer to the turn before', () =>
    expect(leadOf('Did Brock and Marsk settle their quarrel?', 'for how much?')).toContain('$9 million'));
  it('is asked for by a bare clause too', () =>
    expect(kindOfQuestion('what the dairy pays per litre')).toBe('how much'));
  it('is a stretch of time, where a period is asked for', () =>
    expect(kindOfQuestion('Over what period will the loan be repaid?')).toBe('how much'));
  it('is not asked for by what can be earned', () =>
    expect(kindOfQuestion('what can a baker earn money with')).toBe('open'));
});

describe('when and on what condition', () => {
  it('may be a day of the week', () => check('When was the drought order lifted?', 'on Friday'));
  it('is asked for even where a clause follows', () =>
    expect(kindOfQuestion('When will the cellar be done, as things stand?')).toBe('when'));
  it('is answered by what calls itself one', () =>
    check('On what condition did the council approve the weir?', 'one condition'));
});

describe('amounts', () => {
  it('are none in the names of things, though claims compare them', () => {
    expect(findAmounts('They grow Tamrin 7 here.')).toHaveLength(1);
    check('How much does Dove Mill get back?', '$2 million');
  });
  it('are money in the coin of other countries', () =>
    expect(findAmounts('A pike ticket costs 20 crowns.')[0]).toMatchObject({ sort: 'money', value: 20 }));
});

describe('how somebody types', () => {
  it('is forgiven where four letters stand in the wrong order', () =>
    check('how high is the dbet of Alder', 'the debt of Alder'));
  it('is forgiven where only the stems are near', () => check('who distibutes the leaflets', 'Rowan distributed'));
  it('may be rude', () => check('you useless bot, just tell me: who heads the Harbour Agency', 'Olga Brant'));
});
