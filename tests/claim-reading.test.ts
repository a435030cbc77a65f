/** Plain misreadings of a sentence that a claim is held against. Every name here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'grows apples']);

function verdictOn(claim: string, spring: string, autumn?: string): Verdict {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'spring.md': `---\npublished: 2025-03-03\n---\nA note of spring\n\n${spring}\n`,
    ...(autumn && { 'autumn.md': `---\npublished: 2025-09-01\n---\nA note of autumn\n\n${autumn}\n` }),
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('supported');

  it('where “its share” is that of whom the sentence before is about, though the sentence names them later', () => {
    check(
      "Alderby's share of the orchard fell to 12 percent.",
      'Alderby sold its press. Its share of the orchard fell to 12 percent after the frost, but it has no debts, as Ada Holm, an Alderby grower, said.',
    );
  });

  it('by a verb before “mooring charges” or “90 heating plants”, in which there is no second one', () => {
    check(
      'Birchley protested to the Harbour Council in May 2025.',
      'Birchley filed a formal protest about mooring charges with the Harbour Council in May 2025.',
    );
    check(
      'The Lowick Survey found 90 heating plants in good order.',
      'The Lowick Survey, a club that counts chimneys, found 90 heating plants in good order in May.',
    );
  });

  it('by a verb that is a noun as often', () => {
    check(
      'Tuning is billed separately by Cedar Organs.',
      'Neither sum covers the tuning, which Cedar Organs bills separately.',
    );
  });

  it('by “ahead of” where it says “before”', () => {
    check(
      'Birchley receives the seed lists 40 days before other growers.',
      'Birchley receives the seed lists 40 days ahead of other growers.',
    );
  });
});

describe('a claim is contradicted', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('contradicted');

  it('by the opposite clause of the same subject, beside one of another with its verb', () => {
    check(
      'Alderby membership rose 6 percent in May.',
      'Alderby membership fell 6 percent in May; Birchley rose 2 percent.',
    );
  });

  it('by another fraction of the same', () => {
    check('Alderby paid half of the roofing costs.', 'Alderby paid a quarter of the roofing costs.');
    check(
      'Judges altered the marks on half of the paintings.',
      'Judges altered the marks on about one painting in nine.',
    );
  });
});

describe('a share', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('not-found');

  it('that is told as a fraction is compared with one in percent', () => {
    expect(
      verdictOn('Marlow Inns raised its rents by a fifth.', 'At Lowick, Marlow Inns raised its rents by 30 percent.'),
    ).toBe('contradicted');
    expect(
      verdictOn('Marlow Inns raised its rents by a fifth.', 'At Lowick, Marlow Inns raised its rents by 20 percent.'),
    ).toBe('supported');
  });

  it('of somebody is not found where a share of something else is told', () => {
    check(
      'Alderby owns a third of Birchley.',
      'Alderby and Birchley share a barn. Its stake in the mill slipped to 8 percent after money came from Birchley.',
    );
  });
});

describe('a claim still stands', () => {
  const check = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('supported');

  it('where a newer sentence has “May” and no “may” in it', () => {
    check(
      'The kilns must be swept 3 percent deeper than before.',
      'By its own rule the kilns must be swept 3 percent deeper than before.',
      'Alderby and Birchley painted the kilns before May 6, and asked for any kiln wood.',
    );
  });

  it('where the newer figure is what somebody expects', () => {
    check(
      'The kilns are lit 14 percent of the day.',
      'By its own count the kilns are lit only 14 percent of the day.',
      'Ada Holm of Cedar Pottery expects cheap wood to bring the lit kilns to 22 percent of the day.',
    );
  });

  it('where of two things that a sentence tells the other has ended', () => {
    check(
      'Birchley will put €15 million into Alderby.',
      'Alderby said Birchley would be the only outside buyer of its wool, and that Birchley would put €15 million into Alderby.',
      'Alderby sold a barn after the money of Birchley came in, and it no longer has to pay for the wool store, which cost €4 million.',
    );
  });
});

describe('whose verb it is', () => {
  it('shows where a person thinks something of somebody and does something else', () => {
    expect(
      verdictOn(
        'Ada Holm cut her forecast to $41.',
        'Ada Holm of Cedar Research is gloomy: she thinks Alderby could lose its best kiln and has cut her forecast from $50 to $41.',
      ),
    ).toBe('supported');
    expect(
      verdictOn(
        'Holm puts the limit at 17 percent.',
        'Ada Holm of Cedar Research disagrees: she thinks the trade of Birchley is too old, puts the limit at 17 percent, and warns that Alderby would lose.',
      ),
    ).toBe('supported');
  });

  it('shows behind a clause that is told of a thing', () => {
    expect(
      verdictOn(
        'Alderby said it would spend $6 million on Birchley.',
        'In spring Alderby became the first buyer of Marl, the glaze with which potters make their bowls, and said it would spend $6 million on Birchley.',
      ),
    ).toBe('supported');
  });

  it('is nobody else’s where a noun of its own is its subject', () => {
    expect(
      verdictOn(
        'Ada Holm will leave Birchley in the autumn.',
        'Ada Holm, who buys clay for Birchley, said the agreement had kept it out of fairs.',
      ),
    ).toBe('not-found');
  });
});

describe('what a word stands for', () => {
  it('is told by “one” for a thing of the sentence before', () => {
    expect(
      verdictOn(
        'About 4,800 Birchley kilns need a damper.',
        'The fair was late for want of dampers. About 4,800 Birchley kilns need one, and Alderby gives them away.',
      ),
    ).toBe('supported');
  });

  it('is told of a post that somebody took over', () => {
    expect(
      verdictOn(
        'Joel Marsh chairs the Lowick Board of Potters.',
        'In April the chair of the Lowick Board of Potters, Ada Holm, opened a fair. Joel Marsh took over as chair of the Lowick Board of Potters on June 1, after Ada Holm retired.',
      ),
    ).toBe('supported');
  });

  it('of what somebody used to be is not told where others use something', () => {
    expect(
      verdictOn(
        'Ada Holm used to be a sailor.',
        'The chief of the yard, Ada Holm, spoke in Harby. Birchley keeps the knots that sailors use to moor.',
      ),
    ).toBe('not-found');
  });
});
