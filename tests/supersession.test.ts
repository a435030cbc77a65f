/** What a later statement ends, replaces or amends, and what it leaves alone. Every company here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' on Sundays');

interface Told {
  /** The day of publication. */
  readonly on: string;
  readonly says: string;
}

/** "earlier / later / since" of each pair that the corpus of these documents shows. */
function supersessionsOf(told: readonly Told[]): string[] {
  const documents = told.map(({ on, says }, i) => [
    `${i}.md`,
    `---\npublished: ${on}\n---\nA note on the town\n\n${says}\n`,
  ]);
  const files = { ...Object.fromEntries(documents), 'town.md': `Around the town\n\n${TOWN}\n` };
  return withFolder(files, (folder) => {
    const knowledge = buildKnowledge(openCorpus(folder));
    const { supersessions } = prepareAnswering(knowledge, loadWeights());
    const said = (index: number) => knowledge.views[index]?.text ?? '';
    return [...supersessions.values()].map(
      ({ earlier, later, since }) => `${said(earlier)} / ${said(later)} / ${since}`,
    );
  });
}

const [SPRING, AUTUMN] = ['2025-03-03', '2025-09-01'];

const inSpring = (says: string): Told => ({ on: SPRING, says });
const inAutumn = (says: string): Told => ({ on: AUTUMN, says });

describe('a statement is superseded', () => {
  const check = (earlier: string, later: string, since: string) => {
    const expected = [`${earlier} / ${later} / ${since}`];
    expect(supersessionsOf([inSpring(earlier), inAutumn(later)])).toEqual(expected);
    // In whatever order the documents stand.
    expect(supersessionsOf([inAutumn(later), inSpring(earlier)])).toEqual(expected);
  };

  it('by the end of an exclusive right', () => {
    check(
      'Alder Freight remains the exclusive carrier of Birch Mills.',
      'Alder Freight and Birch Mills rewrote their contract on August 28, ending exclusivity.',
      '2025-08-28',
    );
    check(
      'Alder Freight is the only carrier allowed to serve Birch Mills.',
      'Alder Freight is no longer the only carrier of Birch Mills.',
      AUTUMN,
    );
  });

  it('by a sum that falls from what it gives to another, in whatever words', () =>
    check(
      'Birch Mills paid Alder Freight $40 million a year for all its transport.',
      'The annual fee that Alder Freight takes from Birch Mills falls from $40 million to $31 million.',
      AUTUMN,
    ));

  it('by a price that was raised or lowered', () => {
    check(
      'A parcel with Alder Freight costs $6 within the town.',
      'Alder Freight raised the price of a parcel within the town from $6 to $8 on September 1, 2025.',
      AUTUMN,
    );
    check(
      'The yearly ticket of Alder Freight costs 400 euros.',
      'Alder Freight lowered its yearly ticket to 350 euros.',
      AUTUMN,
    );
  });

  it('by a contract that was torn up', () => {
    check(
      'Alder Freight remains the exclusive carrier of Birch Mills.',
      'Alder Freight and Birch Mills tore up their exclusive contract on August 28.',
      '2025-08-28',
    );
  });

  it('by another person in the role', () => {
    check(
      'Ada Holm is the chief executive of Alder Freight.',
      'Ivo Brandt succeeded Ada Holm as chief executive of Alder Freight on August 28, 2025.',
      '2025-08-28',
    );
    check(
      'Ada Holm is the chief executive of Alder Freight.',
      'Alder Freight appointed Ivo Brandt as chief executive on August 28, 2025.',
      '2025-08-28',
    );
  });

  it('by a delivery that was postponed', () => {
    check(
      'Birch Yard will deliver the first train to Alder Freight in June 2026.',
      'Birch Yard postponed the delivery of the first train to Alder Freight to March 2027.',
      AUTUMN,
    );
    check(
      'The first train for Alder Freight is due in June 2026.',
      'The first train for Alder Freight is delayed until March 2027.',
      AUTUMN,
    );
  });

  it('from the first day on which a later one says so', () => {
    const earlier = 'Alder Freight remains the exclusive carrier of Birch Mills.';
    const first = 'Alder Freight and Birch Mills ended exclusivity on August 28, 2025.';
    expect(
      supersessionsOf([
        inSpring(earlier),
        inAutumn(first),
        { on: '2025-12-01', says: 'Alder Freight is no longer the exclusive carrier of Birch Mills.' },
      ]),
    ).toContain(`${earlier} / ${first} / 2025-08-28`);
  });
});

it('a value is over where its own document gives it as the one of before', () => {
  const then = 'Alder Freight paid 60 million euros a year for the quay.';
  const now = 'The yearly fee of Alder Freight falls from 60 million euros to 41 million euros.';
  expect(supersessionsOf([inAutumn(`${then} ${now}`)])).toEqual([`${then} / ${now} / ${AUTUMN}`]);
});

describe('a statement is left alone', () => {
  const check = (earlier: string, later: string) =>
    expect(supersessionsOf([inSpring(earlier), inAutumn(later)])).toEqual([]);

  const exclusive = 'Alder Freight remains the exclusive carrier of Birch Mills.';
  const price = 'A parcel with Alder Freight costs $6 within the town.';

  it('by the end of the right of another bearer', () => {
    check(exclusive, 'Cedar Post and Dogwood Bank rewrote their contract on August 28, ending exclusivity.');
    check(exclusive, 'Cedar Post is no longer the only carrier of Dogwood Bank.');
  });

  it('by an end that is told as what did not happen', () => {
    check(exclusive, 'The contract of Alder Freight as exclusive carrier of Birch Mills is kept rather than torn up.');
    check(exclusive, 'Alder Freight went to court without ending its exclusive contract as carrier of Birch Mills.');
  });

  it('by the amount of another company', () => {
    check(price, 'Cedar Post raised the price of a letter abroad from $2 to $3.');
    check('The yearly ticket of Alder Freight costs 400 euros.', 'Dogwood Bank raised its monthly fee to 5 euros.');
  });

  it('by a value that fell from another one', () =>
    check(
      'Alder Freight shares fell 4 percent on March 25.',
      'Alder Freight stays a partner of Birch Mills, but its share of freight revenue falls from 18 to 10 percent.',
    ));

  it('by the delay of something else', () => {
    check(
      'Birch Yard will deliver the first train to Alder Freight in June 2026.',
      'Cedar Post postponed the opening of its sorting hall to March 2027.',
    );
  });

  it('by the loss of who held an office before', () => {
    check(
      'Ivo Brandt has been the chief executive of Alder Freight since March 1, 2025.',
      'Alder Freight lost its founder as chief executive within six weeks of the fire.',
    );
  });

  it('by the end of what barred it', () => {
    check(
      'Alder Freight holds a licence for the quay at Birch.',
      'The town lifted the suspension of the licence of Alder Freight for the quay.',
    );
  });

  it('by a forecast of its end', () => {
    check(exclusive, 'Alder Freight and Birch Mills could end exclusivity.');
    check(exclusive, 'If Alder Freight and Birch Mills end exclusivity, prices fall.');
    check(exclusive, 'Analysts wonder whether Alder Freight and Birch Mills ended exclusivity.');
  });

  it('by advice to end it', () => {
    check(exclusive, 'For Birch Mills: Demand that Alder Freight and its board end exclusivity.');
  });

  it('by one that is dated earlier, though it was published later', () => {
    check(exclusive, 'Alder Freight and Birch Mills rewrote their contract on February 3, 2025, ending exclusivity.');
    expect(
      supersessionsOf([
        inAutumn(exclusive),
        inSpring('Alder Freight and Birch Mills rewrote their contract on February 28, ending exclusivity.'),
      ]),
    ).toEqual([]);
  });

  it('by one of the same day', () => {
    expect(
      supersessionsOf([inAutumn(exclusive), inAutumn('Alder Freight and Birch Mills ended exclusivity.')]),
    ).toEqual([]);
  });

  it('by one that confirms it', () => {
    check(exclusive, 'Alder Freight still carries everything for Birch Mills, and its exclusive right stands.');
    check(price, 'A parcel with Alder Freight still costs $6 within the town.');
  });

  it('where its own day is not known', () => {
    expect(
      withFolder(
        {
          'a.md': `A note\n\n${exclusive}\n`,
          'b.md': `---\npublished: ${AUTUMN}\n---\nA note\n\nAlder Freight and Birch Mills ended exclusivity.\n\n${TOWN}\n`,
        },
        (folder) => {
          const knowledge = buildKnowledge(openCorpus(folder));
          return prepareAnswering(knowledge, loadWeights()).supersessions.size;
        },
      ),
    ).toBe(0);
  });
});

/** What src/chronicle/supersession.ts gets wrong today: whoever puts one right takes it out of here. */
describe('not yet as it should be: a statement', () => {
  const exclusive = 'Alder Freight has the exclusive right to carry parcels for Birch Mills.';

  it.each([
    [
      'an exclusive right that somebody else ended',
      exclusive,
      'Birch Mills ended the exclusive right of Alder Freight on August 28, 2025.',
    ],
  ])('is superseded by the end of %s', (_, earlier, later) => {
    expect(supersessionsOf([inSpring(earlier), inAutumn(later)])).toHaveLength(1);
  });

  it.each([
    [
      'a look-alike amount',
      'Alder Freight paid $6 million for a warehouse in the harbour.',
      'Alder Freight raised the wages of its drivers by $8 million.',
    ],
    [
      'a look-alike count',
      'The new ship of Alder Freight will carry 200 passengers.',
      'Alder Freight lowered its sights and now expects 2.1 million passengers a year.',
    ],
    [
      'the new head of another company',
      'Ada Holm is the chief executive of Cedar Post.',
      'Alder Freight appointed Ivo Brandt as chief executive on August 28, 2025.',
    ],
    [
      'a forecast',
      'A parcel with Alder Freight costs $6 within the town.',
      'Alder Freight may raise the price of a parcel within the town to $8.',
    ],
    [
      'a plan',
      'A parcel with Alder Freight costs $6 within the town.',
      'Alder Freight will raise the price of a parcel within the town to $8 on January 1, 2026.',
    ],
    [
      'the end of what it denies',
      'Alder Freight has no exclusive right at Birch Mills.',
      'Alder Freight and Birch Mills ended exclusivity.',
    ],
  ])('is left alone by %s', (_, earlier, later) => {
    expect(supersessionsOf([inSpring(earlier), inAutumn(later)])).toEqual([]);
  });
});
