/** What makes a verdict on a claim, rule by rule. Every company, person and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' on Sundays');

const [SPRING, AUTUMN] = ['2025-03-03', '2025-09-01'];

/** Holds a claim against a story told in spring, and one told in autumn where there is any. */
function verdictOn(claim: string, spring: string, autumn?: string): Verdict {
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'spring.md': `---\npublisher: Alder Freight\npublished: ${SPRING}\n---\nA note of spring\n\n${spring}\n`,
    ...(autumn && { 'autumn.md': `---\npublished: ${AUTUMN}\n---\nA note of autumn\n\n${autumn}\n` }),
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('supported');

  it('by the same event in another verb of the same class', () => {
    check('Birch Mills bought the Cedar quarry.', 'Last year Birch Mills acquired the Cedar quarry from its owners.');
  });

  it('by the clause that tells it, in a sentence that tells more', () => {
    check(
      'Birch Mills will invest 40 million euros in Alder Freight.',
      'Cedar Bank said that the river is high, and said Birch Mills would invest 40 million euros in Alder Freight.',
    );
  });

  it('where a pronoun or the publisher’s “we” stands for whom it names', () => {
    check(
      'Birch Mills bought a 9 percent stake in Cedar Yard.',
      'Birch Mills is a shareholder too. In May 2024 it bought a 9 percent stake in Cedar Yard.',
    );
    check(
      'Alder Freight signed a contract with Cedar Yard in June 2024.',
      'In June 2024 we signed a contract with Cedar Yard.',
    );
  });

  it('by a stake that was bought or is kept, where it claims that somebody owns it', () => {
    check('Birch Mills owns 9 percent of Cedar Yard.', 'Birch Mills keeps its 9 percent stake in Cedar Yard.');
  });

  it('by what the other side of a deal does', () => {
    check(
      'Birch Mills pays Cedar Yard a fee of 12 percent.',
      'Cedar Yard receives a fee of 12 percent from Birch Mills.',
    );
  });

  it('by an apposition that says what it is, or makes', () => {
    check('Birch Mills is the oldest sawmill of the valley.', 'Birch Mills, the oldest sawmill of the valley, shut.');
    check('Birch Mills makes oak barrels.', 'Birch Mills, the maker of oak barrels, shut on Monday.');
  });

  it('by a post told by its verb, or by what somebody becomes', () => {
    check('Ada Holm is chair of Cedar Yard.', 'Ada Holm, who had run the docks, now chairs Cedar Yard.');
    check('Ada Holm was named chief engineer.', 'Ada Holm becomes chief engineer in June.');
    check('Ada Holm serves as chief engineer of Cedar Yard.', 'Ada Holm, chief engineer of Cedar Yard, spoke.');
  });

  it('by who says it behind the quote', () => {
    check(
      'According to Ada Holm, the lock was too narrow.',
      '“The lock was too narrow,” said Ada Holm after the vote.',
    );
  });

  it('by a title beside the name', () => {
    check('Ada Holm is the chief engineer of Cedar Yard.', 'Ada Holm, chief engineer of Cedar Yard, opened the lock.');
  });

  it('by a day before the one by which it claims it was done', () => {
    check('Cedar Yard had delivered the barge by August 2024.', 'Cedar Yard delivered the barge on June 14, 2024.');
  });

  it('where it ends in the year through which it runs', () => {
    check('The lease of the Cedar quay ends in 2031.', 'The lease of the Cedar quay runs through 2031.');
  });

  it('by a noun or an adjective of the same class', () => {
    check('The regulator dropped its probe of Cedar Yard.', 'The regulator dropped its inquiry into Cedar Yard.');
    check('Birch Mills is free to sell timber in any town.', 'Birch Mills can now sell timber in any town.');
  });

  it('by a light verb with the noun of its verb', () => {
    check('Cedar Yard was fined 40,000 euros in May 2024.', 'Cedar Yard paid a 40,000 euro fine in May 2024.');
    check('The harbour board examined the quay.', 'In spring the harbour board opened a review of the quay.');
  });

  it('by what is paid for what is bought', () => {
    check(
      'Birch Mills bought 9 percent of Cedar Yard for 40 million euros.',
      'Birch Mills paid 40 million euros for a 9 percent stake in Cedar Yard.',
    );
  });

  it('by an apposition that says where somebody works or is at home', () => {
    check('Ada Holm works for Cedar Yard.', 'Ada Holm of Cedar Yard praised the lock.');
    check('Ada Holm used to work at Birch Mills.', 'Ada Holm came from the sawmill Birch Mills.');
    check('Birch Mills is based in Harby.', 'Birch Mills of Harby has painted its barges.');
    check(
      'Heron Ferries belongs to Dorn Lines.',
      'Heron Ferries, the ferry service of Dorn Lines, has painted a quay.',
    );
    check('Ada Holm runs Cedar Yard.', 'The lock was opened by Ada Holm, chief executive of Cedar Yard.');
  });

  it('by a sentence that goes on about the subject of the one before', () => {
    check('The new barge carries 60 trucks.', 'The new barge left the dock in May. It carries 60 trucks.');
  });

  it('where what happened has been undone since', () => {
    expect(
      verdictOn(
        'Alder Freight acquired the exclusive rights to the quay.',
        'In February 2025 Alder Freight bought the exclusive rights to the quay.',
        'On August 28, 2025 Alder Freight gave up the exclusive rights to the quay.',
      ),
    ).toBe('supported');
  });

  it('only when both of its parts are', () => {
    const told = 'The barge of Cedar Yard cost 29 million euros and carries 200 people.';
    check('The barge of Cedar Yard cost 29 million euros and carries 200 people.', told);
    expect(verdictOn('The barge of Cedar Yard cost 29 million euros and carries 300 people.', told)).toBe(
      'contradicted',
    );
  });
});

describe('a claim is contradicted', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('contradicted');

  it('where the two change places', () => {
    check(
      'Alder Freight invested 40 million euros in Birch Mills.',
      'Birch Mills invested 40 million euros in Alder Freight.',
    );
    check('Cedar Yard bought 9 percent of Birch Mills.', 'Birch Mills bought a 9 percent stake in Cedar Yard.');
  });

  it('by another amount, unit or number of the same thing', () => {
    const told = 'Birch Mills ordered eight river barges from Cedar Yard for 64 million euros.';
    check('Birch Mills ordered eighteen barges from Cedar Yard.', told);
    check('Birch Mills ordered eight barges from Cedar Yard for 46 million euros.', told);
  });

  it('by another name after the same word and preposition', () => {
    check(
      'Birch Mills ordered the barge Heron from Dorn Yard.',
      'Birch Mills ordered the barge Heron from Cedar Yard.',
    );
    check(
      'Alder Freight serves the north from a depot in Lowick.',
      'Alder Freight supplies the north from a depot in Harby.',
    );
  });

  it('by another author of the one thing', () => {
    check('The letter was written by Ivo Brandt.', 'Ada Holm wrote the letter about the quay.');
  });

  it('by the opposite verb of the same bearer', () => {
    check('Cedar Yard lost its seat on the harbour board.', 'Cedar Yard keeps its seat on the harbour board.');
  });

  it('by a plan, where it claims the deed', () => {
    check('Birch Mills has opened the quarry in Harby.', 'Birch Mills plans to open the quarry in Harby.');
  });

  it('by what was done without the thing with which it claims it was', () => {
    check('The inquiry ended with a penalty.', 'The inquiry ended without a penalty in June.');
  });

  it('by another part of the same whole', () => {
    check('Sixteen of the twenty members voted yes.', 'Fourteen of the twenty members voted yes in June.');
  });

  it('where the sum is that of another', () => {
    check(
      'Birch Mills pays 84 million euros a year.',
      'The harbour receives 41 million euros a year from Birch Mills and 84 million euros a year from Dorn Lines.',
    );
  });

  it('where what runs until one year is said to end in another', () => {
    check('The lease of the Cedar quay ends in 2034.', 'The lease of the Cedar quay runs through 2031.');
  });

  it('by the same post at another house', () => {
    check(
      'Ada Holm is the chief engineer of Birch Mills.',
      'Cedar Yard’s chief engineer Ada Holm opened the lock, and Birch Mills paid for it.',
    );
  });

  it('by what turns its comparison round', () => {
    check(
      'The auditors expect a flood rather than a drought at Cedar Yard.',
      'The auditors expect a drought rather than a flood at Cedar Yard.',
    );
  });
});

describe('a claim is outdated', () => {
  const check = (claim: string, then: string, now: string) => expect(verdictOn(claim, then, now)).toBe('outdated');

  it('where a newer statement has another figure for the same thing', () => {
    check(
      'Cedar Yard will build 6 barges a year in Harby.',
      'Cedar Yard will build 6 barges a year in Harby.',
      'Cedar Yard now plans to build 9 barges a year in Harby instead of 6 barges.',
    );
  });

  it('where the figure is what it was before', () => {
    check(
      'The harbour fee of Cedar Yard is 22 percent.',
      'Cedar Yard pays a harbour fee.',
      'The harbour fee of Cedar Yard falls from 22 percent to 15 percent.',
    );
  });

  it('where the person has left the post', () => {
    check(
      'Ada Holm is the chief river officer of Cedar Yard.',
      'Ada Holm, chief river officer of Cedar Yard, opened the lock.',
      'Ada Holm left the post of chief river officer at Cedar Yard on August 12, 2025.',
    );
  });

  it('where the day of a plan has passed', () => {
    check(
      'The barge Heron will enter service in May 2025.',
      'The barge Heron will enter service in May 2025.',
      'On August 28, 2025 Cedar Yard painted a quay.',
    );
  });

  it('where a title is told as one of before', () => {
    check(
      'Ada Holm is the chief engineer of Cedar Yard.',
      'Cedar Yard has a new lock.',
      'Ada Holm, then chief engineer of Cedar Yard, drew the lock.',
    );
  });

  it('where what was forbidden is allowed now', () => {
    check(
      'Dorn Lines may not carry timber on the river.',
      'Dorn Lines painted its barges.',
      'Dorn Lines is now free to carry timber on the river.',
    );
  });

  it('where what nobody else might do is open now', () => {
    check(
      'Dorn Lines may not carry the timber of Birch Mills.',
      'Alder Freight remains the exclusive carrier of the timber of Birch Mills.',
      'Alder Freight and Birch Mills ended exclusivity on August 28, 2025, letting Dorn Lines carry the timber of Birch Mills.',
    );
  });
});

describe('a claim is not found', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('not-found');

  it('where the same verb is told of another, and nothing makes it the one of its kind', () => {
    check('Dorn Lines invested in Alder Freight.', 'Birch Mills invested in Alder Freight.');
  });

  it('where only names and the matter are the same', () => {
    check('Birch Mills sued Alder Freight over the timber.', 'Birch Mills and Alder Freight talk about the timber.');
  });

  it('where the statement does not say that it is all, or why', () => {
    check('All barges of Cedar Yard run on gas.', 'A barge of Cedar Yard runs on gas.');
    check('Cedar Yard closed the quay because of the flood.', 'Cedar Yard closed the quay.');
  });

  it('where a name stands in another clause of the sentence', () => {
    check(
      'Birch Mills sold the quarry to Dorn Lines.',
      'Birch Mills sold the quarry, and Dorn Lines painted its barges.',
    );
  });

  it('where it also did what is told of another, or bought another thing', () => {
    check('Birch Mills also invested in Dorn Lines.', 'Birch Mills invested 40 million euros in Alder Freight.');
    check('Birch Mills bought the Harby quarry.', 'Birch Mills bought a barge, said Ada Holm of Cedar Yard.');
  });

  it('where only one of several scenarios has it', () => {
    check(
      'Birch Mills will buy Cedar Yard.',
      '## Scenarios: what might happen\n\n- Takeover: Birch Mills will buy Cedar Yard.\n- Drift: Nothing is signed.',
    );
  });

  it('where it keeps somebody off what is kept', () => {
    check('The contract keeps Birch Mills off the Cedar quay.', 'The contract keeps the Cedar quay with Birch Mills.');
  });

  it('where a sentence only asks', () => {
    check('Cedar Yard is joining the river alliance.', 'Is Cedar Yard joining the river alliance?');
  });

  it('where a name with a number is another one', () => {
    check('The trial BX-3 enrolled 40 adults.', 'The trial BX-2 enrolled 40 adults.');
  });
});

describe('what a newer statement tells', () => {
  const outdated = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');

  it('takes a post from who has left it since', () => {
    outdated(
      'Ada Holm chairs the Cedar board.',
      'The work is done, said Ada Holm, who chairs the Cedar board.',
      'Ada Holm resigned on August 8.',
    );
  });

  it('takes a post from who was to leave it on a day that has come', () => {
    outdated(
      'Ada Holm is the chief executive of Birch Mills.',
      'Ada Holm, the chief executive of Birch Mills, opened the lock. Birch Mills announced on March 2 that Ada Holm will leave on April 30, 2025.',
      'The river rose on August 4, 2025.',
    );
  });

  it('replaces a count of the same things', () => {
    outdated(
      'Cedar Yard will get 180 barges by June 2027.',
      'Cedar Yard expects to get 180 barges by June 2027.',
      'Cedar Yard has now cut the order to 140 barges.',
    );
  });

  it('ends what it says to have been so until recently', () => {
    outdated(
      'All barges of Birch Mills are moored in Harby.',
      'All barges of Birch Mills are moored in Harby.',
      'Until last month all barges of Birch Mills were moored in Harby only.',
    );
  });
});

describe('a claim is read', () => {
  it('with the name for what the sources call somebody beside it', () => {
    expect(
      verdictOn(
        'The harbour watchdog closed its review without measures.',
        'The review concerns the Northern Quays Office, the harbour watchdog. On May 2 the Northern Quays Office closed its review without measures.',
      ),
    ).toBe('supported');
  });

  it('with a verb after a noun in the plural', () => {
    expect(verdictOn('All servers of Birch Mills are in Harby.', 'All servers of Birch Mills stay in Harby.')).toBe(
      'supported',
    );
  });

  it('with no verb where a name stands', () => {
    expect(
      verdictOn(
        'The first barges came to Cut Harbour in April 2025.',
        'The first barges arrived at Cut Harbour on April 9, 2025.',
      ),
    ).toBe('supported');
  });

  it('against the house at which the sources place who is claimed to work elsewhere', () => {
    expect(verdictOn('Ada Holm works for Cedar Bank.', 'Ada Holm at Birch Mills expects a wet spring.')).toBe(
      'contradicted',
    );
  });

  it('with what falls by a share as falling by itself', () => {
    expect(verdictOn('Fares to Harby fell by 17 percent.', 'Fares to Harby rose by 17 percent.')).toBe('contradicted');
  });
});

describe('a claim near to a sentence is not supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).not.toBe('supported');

  it('where somebody else says it', () => {
    check('According to Ben Ash, the lock was too narrow.', '“The lock was too narrow,” said Ada Holm after the vote.');
  });

  it('where one of the two who did it is another', () => {
    check(
      'Birch Mills and Cedar Bank rewrote the lease in May.',
      'Birch Mills and Alder Freight rewrote the lease in May.',
    );
  });

  it('where it is done to another', () => {
    check(
      'Cedar Bank was picked by Birch Mills to sell oak.',
      'Birch Mills knows Cedar Bank. It picked Alder Freight to sell oak.',
    );
  });

  it('where it has lasted since another year', () => {
    check('Ada Holm has led Cedar Yard since 2017.', 'Ada Holm has led Cedar Yard since 2019.');
  });
});
