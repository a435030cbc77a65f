/** What bears a claim out or speaks against it must tell the same matter. Every company, person and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' on Sundays');

/** The verdicts on claims held against a note, each beside its claim. */
function verdictsOn(told: string, claims: Readonly<Record<string, Verdict>>): void {
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'note.md': `---\npublished: 2026-05-01\n---\nA note of spring\n\n${told}\n`,
  };
  withFolder(files, (folder) => {
    const bot = makeBot(openCorpus(folder), loadWeights());
    const found = Object.keys(claims).map((claim) => [claim, bot.check({ claim }).verdict]);
    expect(Object.fromEntries(found)).toEqual(claims);
  });
}

describe('what speaks against a claim tells the same matter', () => {
  it('and so what was begun says nothing against its having ended since', () => {
    verdictsOn('On May 3, 2024, Harbin Mill launched the Green Loom programme with Tessel, Orwick and Dane Yarn.', {
      'Dane Yarn has left the Green Loom programme.': 'not-found',
      'Harbin Mill has ended the Green Loom programme.': 'not-found',
    });
  });

  it('and so what one builds says nothing of where or when another thing was built', () => {
    verdictsOn('The bakery Pell is growing. It built a new oven in Harrowgate, which started work in June 2025.', {
      'The Pell delivery van is built in Corvane.': 'not-found',
      'Pell was founded in 2009.': 'not-found',
    });
  });

  it('and so one who makes something public makes no loss', () => {
    verdictsOn('Quill Dairy and Marrow Foods made their alliance public on February 11, 2026.', {
      'Marrow Foods made a loss.': 'not-found',
      'Marrow Foods made a loss last year.': 'not-found',
    });
  });

  it('and so who takes is no opposite of who gives it to them', () => {
    verdictsOn('The bank took a mortgage on the warehouse of Tarn Paper as security.', {
      'Tarn Paper gave the bank a mortgage on its warehouse.': 'not-found',
    });
  });
});

describe('what stands for a word told before', () => {
  it('is the pronoun or the number right behind a second verb', () => {
    verdictsOn('The Forest Board opened a probe into the mill contract in August 2024 and dropped it in June 2025.', {
      'The Forest Board dropped its probe in June 2025.': 'supported',
      'The Forest Board dropped its probe in June 2024.': 'contradicted',
    });
    verdictsOn('Depot North was built for 310,000 crates a year and received 334,000 in 2025.', {
      'Depot North received 334,000 crates in 2025.': 'supported',
      'Depot North received 310,000 crates in 2025.': 'contradicted',
    });
  });

  it('is “it” behind a verb of speech, for the house that speaks', () => {
    verdictsOn(
      "Orwick became the sole printer of Marrow's labels, and Marrow said it would invest $25 million in Orwick.",
      {
        'Marrow said it would invest $25 million in Orwick.': 'supported',
      },
    );
  });

  it('is “from it”, for whom the sentence began with', () => {
    verdictsOn('Aldering remains the main supplier: at least 60 percent of all lamps at Greyhall must come from it.', {
      'At least 60 percent of the lamps at Greyhall have to come from Aldering.': 'supported',
      'At least 80 percent of the lamps at Greyhall have to come from Aldering.': 'contradicted',
    });
  });

  it('is the rate of a measure, for all its figures', () => {
    verdictsOn('The yearly volume that the mill guarantees to the dyer falls from 220,000 bales to 160,000.', {
      'The mill now guarantees the dyer 160,000 bales a year.': 'supported',
      'The mill now guarantees the dyer 190,000 bales a year.': 'contradicted',
    });
  });
});

describe('a claim is supported where another form tells it', () => {
  it('“it started the programme” for “the programme started”', () => {
    verdictsOn('Tarn Paper is a mill in Dorby. On January 14, 2025, it started the Rill programme with Pellmark.', {
      'The Rill programme started on January 14, 2025.': 'supported',
      'The Rill programme started on January 14, 2024.': 'contradicted',
    });
  });

  it('“owned by”, beside the name or in a sentence that tells more', () => {
    verdictsOn('The bus firm Quillo is growing. Quillo, owned by the group Ostra, has about 900,000 customers.', {
      'Quillo belongs to Ostra.': 'supported',
      'Ostra owns Quillo.': 'supported',
      'Ostra belongs to Quillo.': 'contradicted',
      'Quillo has about 900,000 customers.': 'supported',
      'Quillo has about 800,000 customers.': 'contradicted',
    });
  });

  it('“without ordering any change” for “ordered no change”', () => {
    verdictsOn('The Rail Office closed its inquiry into ticket deals on April 20 without ordering any change.', {
      'The Rail Office ended its inquiry on April 20 and ordered no change.': 'supported',
    });
  });

  it('“took over as the chief executive”, also with the house before it', () => {
    verdictsOn(
      '“We paid for a lock we no longer needed,” said Runa Faldt, who took over as Oatley’s chief executive from Joss Averill on April 1.',
      { 'Runa Faldt is the chief executive of Oatley.': 'supported' },
    );
  });

  it('“called” with a name behind it, where that owns something', () => {
    verdictsOn('The memo called the work of Brask Toll on older trains “faultless”.', {
      "The memo called Brask Toll's work on older trains faultless.": 'supported',
    });
  });
});

describe('a claim is contradicted', () => {
  it('where another bought or wrote the one thing', () => {
    verdictsOn('The paint maker Norrvale has bought a drone firm, Skylark Survey. Last week Tarn Oil met Brandal.', {
      'Brandal bought the drone firm Skylark Survey.': 'contradicted',
      'Norrvale bought the drone firm Skylark Survey.': 'supported',
    });
  });

  it('where the authority closed its inquiry without action', () => {
    verdictsOn('The Water Board closed its inquiry into the Tarn Oil contract on April 22 without a fine.', {
      'The Water Board fined Tarn Oil.': 'contradicted',
    });
  });

  it('by another share of the same, and by another number of the same', () => {
    verdictsOn('Paper sales brought Tarn Mill about 18% of its income. Ada Renn expects a loss of 70,000 bales.', {
      "Paper sales brought half of Tarn Mill's income.": 'contradicted',
      'Ada Renn expects a loss of 20,000 bales.': 'contradicted',
    });
  });
});
