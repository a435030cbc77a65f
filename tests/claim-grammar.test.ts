/**
 * Claims held against sentences whose grammar is easily misread: whose verb it is, whom a noun stands for, which clause
 * is denied, which of two figures holds. Every name here is invented.
 */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'grows apples']);

/** Two notes of one story, the second of a later day. */
function verdictOn(claim: string, told: string, later?: string): Verdict {
  const note = (day: string, text: string) => `---\npublished: ${day}\n---\nA note\n\n${text}\n`;
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'story.md': note('2025-09-03', told),
    ...(later && { 'later.md': note('2025-11-04', later) }),
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported, and its false twin is not', () => {
  const check = (told: string, right: string, wrong: string, later?: string) => {
    expect(verdictOn(right, told, later)).toBe('supported');
    expect(verdictOn(wrong, told, later)).not.toBe('supported');
  };

  it('where a plural stands after a number', () => {
    check(
      'On Monday Alderholt Farms cut its order with Brisk Tractors from 30 harvesters to 12, citing a dry summer.',
      'Alderholt Farms cut its order to 12 harvesters.',
      'Alderholt Farms cut its order to 30 harvesters.',
    );
    check(
      'The theatre in Averill lowered its price for the stalls from 48 crowns to 39 on May 2.',
      'The theatre in Averill lowered its price for the stalls to 39 crowns.',
      'The theatre in Averill lowered its price for the stalls to 48 crowns.',
    );
  });

  it('where a second verb goes on with the subject of the first, and not with that of the clause between them', () => {
    check(
      'In spring Fenwick Dairy became the only buyer of everything Lark Farms makes fresh, and paid 4 million euros for a fifth of the firm.',
      'Fenwick Dairy paid 4 million euros for a fifth of the firm.',
      'Lark Farms paid 4 million euros for a fifth of the firm.',
    );
    check(
      'The council of Averill runs the pool the rowing club built in 1990, and raised the fee to 6 euros in May.',
      'The council of Averill raised the fee to 6 euros in May.',
      'The rowing club raised the fee to 6 euros in May.',
    );
  });

  it('where the clause before it is denied', () => {
    check(
      'The Water Board never fined the mill, and its decision in April 2025 to lift its ban on fishing pleased the anglers.',
      'The Water Board lifted its ban on fishing in April 2025.',
      'The Water Board fined the mill in April 2025.',
    );
  });

  it('where a pronoun stands for a person of a house', () => {
    check(
      'Ben Ash, who has watched the mill for years, expects calm. Ada Holm of Cedar Research is less sure. She thinks that the mill could lose a third of its orders by 2028.',
      'Ada Holm thinks that the mill could lose a third of its orders by 2028.',
      'Ben Ash thinks that the mill could lose a third of its orders by 2028.',
    );
    check(
      'Last week Ida Voss met Rolf Teer in Averill. Ida Voss rates the brewery a sell. Rolf Teer of Quay Partners disagrees: he expects profits to double by 2028.',
      'Rolf Teer expects profits to double by 2028.',
      'Ida Voss expects profits to double by 2028.',
    );
  });

  it('where “the cooperative” stands for whom the sources call so', () => {
    check(
      'On Friday the bank praised Greenhill and Lark. Greenhill, the farmers’ cooperative that ships the milk, made peace with Lark on Monday. In return the cooperative keeps first call on new products. It also keeps its seat on Lark’s board.',
      'Greenhill keeps its seat on Lark’s board.',
      'Lark keeps its seat on Greenhill’s board.',
    );
    check(
      'The ferry operator Norlund and the bank Hesse Credit met in May. The operator bought two ships for 40 million euros.',
      'Norlund bought two ships for 40 million euros.',
      'Hesse Credit bought two ships for 40 million euros.',
    );
    check(
      'In January a state fund put 90 million crowns into Harrow Steel, and Dunmore itself lent the company 12 million crowns for spare parts.',
      'Dunmore lent Harrow Steel 12 million crowns.',
      'Dunmore put 90 million crowns into Harrow Steel.',
    );
  });

  it('where the sentence before says which of them it is', () => {
    check(
      'The second tunnel must pass a test in spring. The tunnel itself was approved in May by six votes to three.',
      'The second tunnel was approved in May by six votes to three.',
      'The first tunnel was approved in May by six votes to three.',
    );
  });

  it('where a bound is told as “no more than”', () => {
    check(
      'Under the new rules of Averill no more than 60% of the seats may go to one party.',
      'At most 60% of the seats may go to one party.',
      'At most 80% of the seats may go to one party.',
    );
  });

  it('where a newer figure stands in the place of the one that an older sentence has', () => {
    check(
      'A day ticket for the zoo of Averill costs 14 euros.',
      'A day ticket for the zoo of Averill costs 11 euros.',
      'A day ticket for the zoo of Averill costs 14 euros.',
      'From November the zoo is cheaper: it cut the day ticket from 14 euros to 11.',
    );
    check(
      'The choir of Averill has 62 singers.',
      'The choir of Averill has 55 singers.',
      'The choir of Averill has 50 singers.',
      'The choir lost some voices over the summer and has 55 singers now, down from 62.',
    );
  });
});

describe('a newer figure bears nothing out', () => {
  it('where it is of another thing, or still to come', () => {
    const told = 'The pilots of Averill get 9 percent more pay.';
    expect(
      verdictOn('The pilots of Averill get 12 percent more pay.', told, 'A port raised its fee from 9 percent to 12.'),
    ).not.toBe('supported');
    expect(
      verdictOn(
        'Members of the gym pay 35 crowns a month.',
        'Members of the gym pay 30 crowns a month.',
        'The gym will raise the fee for members from 30 crowns to 35 on May 1.',
      ),
    ).not.toBe('supported');
  });
});

describe('a claim is contradicted', () => {
  it.each([
    ['Karo shares closed up 4% on Wednesday, and the bank kept its rate.', 'Karo shares fell 4% on Wednesday.'],
    ['Karo shares ended the week 3% lower on Friday.', 'Karo shares rose 3% on Friday.'],
  ])('by how shares closed: %s', (told, claim) => {
    expect(verdictOn(claim, told)).toBe('contradicted');
    expect(
      verdictOn(
        claim.replace(/fell|rose/, (verb) => (verb === 'fell' ? 'rose' : 'fell')),
        told,
      ),
    ).toBe('supported');
  });

  it('by another sum of the same, though a clause that describes something else is denied', () => {
    expect(
      verdictOn(
        'The Swan repair contract is worth 20 million euros.',
        'Its 12 million euro repair contract with the port, which began in May, covers only the Swan tugs, an older type that the town never bought.',
      ),
    ).toBe('contradicted');
  });

  it('by another share that the same person expects', () => {
    expect(
      verdictOn(
        'Ada Holm thinks that the mill could lose half of its orders by 2028.',
        'Ada Holm of Cedar Research is less sure. She thinks that the mill could lose a third of its orders by 2028.',
      ),
    ).toBe('contradicted');
  });

  it.each([
    [
      'What the merger will save is open. The two mills speak of 30 million euros. Last week Ada Holm met Ben Ash. Ada Holm of Cedar Research thinks 18 million euros is nearer the mark.',
      'Ada Holm expects savings of 30 million euros from the merger.',
    ],
    [
      'Ben Ash puts the possible loss of the dairy at 9 million crowns a year. The bank met Ida Voss. Ida Voss of Lorn Bank calls that figure alarmist and sees no more than 4 million crowns.',
      'Ida Voss expects the dairy to lose 9 million crowns a year.',
    ],
    [
      'We met Rolf Teer in Dorn. Rolf Teer of Quay Partners thinks the loss of guests will stay below 10%, because the hotel is cheap.',
      'Rolf Teer thinks the hotel will lose half of its guests.',
    ],
    [
      'The League counted 1.9 million viewers in May. The agency Mirel, which rates channels, counted only 1.4 million.',
      'Mirel counted 1.9 million viewers in May.',
    ],
  ])('where who is said to think so gives another figure: %s', (told, claim) => {
    expect(verdictOn(claim, told)).toBe('contradicted');
  });
});

describe('a claim is neither supported nor contradicted', () => {
  const told =
    'We met Rolf Teer in Averill. Rolf Teer of Quay Partners thinks the loss of guests will stay below 10%. He expects sales to rise by 6 percent.';

  it('where what somebody expects leaves room for it', () => {
    expect(verdictOn('Rolf Teer thinks the hotel will lose 8% of its guests.', told)).toBe('not-found');
  });

  it('where the figure is told of something else', () => {
    expect(verdictOn('Rolf Teer expects a margin of 6 percent.', told)).toBe('not-found');
  });
});
