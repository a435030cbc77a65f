/** A figure, a day or a deed that belongs to somebody or something else in the same sentence. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' in peace');

function verdictOn(claim: string, spring: string): string {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'spring.md': `---\npublished: 2025-06-30\n---\nA note of spring\n\n${spring}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

const supported = (claim: string, spring: string) => expect(verdictOn(claim, spring), claim).toBe('supported');
const unsupported = (claim: string, spring: string) => expect(verdictOn(claim, spring), claim).not.toBe('supported');

describe('a figure', () => {
  it('that is set against another is that of whom it is told, on either side', () => {
    const rate = 'The town grants Holm Lines a discount of 12 percent, against 7 percent for Alder Ferries.';
    unsupported('Alder Ferries gets a discount of 12 percent.', rate);
    supported('The town grants Holm Lines a discount of 12 percent.', rate);
    const age = 'The drivers of Dunmore Rail have a mean age of 34, against 48 for the crews of Corden Lines.';
    unsupported('The mean age of the drivers of Dunmore Rail is 48.', age);
    supported('The drivers of Dunmore Rail have a mean age of 34.', age);
    unsupported(
      'Medlow Mills pays a rent of 900 crowns.',
      'Tarvo Works pays a rent of 900 crowns, compared with 650 crowns for Medlow Mills.',
    );
    unsupported(
      "Harby's yard built 14 boats.",
      "The yard at Lowick built 14 boats last year, against Harby's 9, the council said.",
    );
    unsupported(
      'The bank charges Birch Farms interest of 4 percent.',
      'The bank charges Orr Dairy interest of 4 percent and Birch Farms 6 percent.',
    );
  });

  it('that follows another without a verb is that of the name before it', () => {
    const wage = 'The median wage of Dunmore Rail is 34 crowns, that of Corden Lines 48 crowns.';
    unsupported('The median wage of Dunmore Rail is 48 crowns.', wage);
    supported('The median wage of Dunmore Rail is 34 crowns.', wage);
    unsupported(
      'Alder Ferries gets a discount of 12 percent.',
      'The town grants Holm Lines a discount of 12 percent, Alder Ferries 7 percent.',
    );
  });

  it('of one clause is none of whom the clause beside it tells of', () => {
    for (const towns of [
      "While Corden's delivery stops at the river, the paper is sold in fourteen towns.",
      "The paper is sold in fourteen towns; Corden's delivery stops at the river.",
      "The paper is sold in fourteen towns, and Corden's delivery stops at the river.",
    ]) {
      unsupported("Corden's delivery reaches fourteen towns.", towns);
    }
    supported(
      'The paper is sold in fourteen towns.',
      "The paper is sold in fourteen towns, and Corden's delivery ends at the river.",
    );
  });

  it('of one clause is none of whom another clause is set against it for', () => {
    const towns = "The paper is sold in fourteen towns, while Corden's delivery stops at the river.";
    unsupported("Corden's delivery reaches fourteen towns.", towns);
    supported('The paper is sold in fourteen towns.', towns);
    unsupported(
      "Holm's ferry serves nine harbours.",
      "The new line calls at nine harbours, whereas Holm's ferry stays in the bay.",
    );
    unsupported(
      "Alder's oven bakes 600 loaves.",
      "The big oven turns out 600 loaves an hour, but Alder's oven has been cold since May.",
    );
    unsupported(
      "Dunmore's clinic treats 80 patients.",
      "The hospital takes in 80 patients a day, while Dunmore's clinic is open in the morning only.",
    );
    unsupported(
      "Medlow's library has 30,000 books.",
      "The school has 30,000 books, although Medlow's library is the older of the two.",
    );
  });
});

describe('a day', () => {
  it('that opens a clause behind another is that of its clause alone', () => {
    const lease =
      'On March 4 Holm Lines signed a lease with Corden Quays, and two days later Alder Ferries said it would sue.';
    unsupported('The lease with Corden Quays was signed on March 6.', lease);
    supported('Holm Lines signed a lease with Corden Quays on March 4.', lease);
    const mill = 'Medlow Mills closed its dairy in January; in April Tarvo Works moved in.';
    unsupported('Medlow Mills closed its dairy in April.', mill);
    supported('Medlow Mills closed its dairy in January.', mill);
    unsupported(
      'Dunmore Rail bought the depot on May 10.',
      'Dunmore Rail bought the depot on May 3, and on May 10 the council approved the plan.',
    );
    unsupported(
      'Birch Farms fired its cook on February 12.',
      'On February 11 Birch Farms fired its cook, and a day later the union called a strike.',
    );
    unsupported(
      'The union called a strike on February 11.',
      'On February 11 Birch Farms fired its cook, and a day later the union called a strike.',
    );
    unsupported(
      'Harby Press printed the book in June.',
      'Harby Press printed the book in April, but in June its owner sold the presses.',
    );
  });
});

describe('what something costs', () => {
  it('is not told by what somebody gives toward it', () => {
    const roof = 'Holm Lines pays 14 million crowns toward the new pier, in two parts.';
    unsupported('The new pier will cost 14 million crowns.', roof);
    supported('Holm Lines pays 14 million crowns toward the new pier.', roof);
    unsupported('The new pier is worth 14 million crowns.', roof);
    unsupported('The bridge costs 3 million crowns.', 'The county promised 3 million crowns for the bridge.');
    unsupported('The organ will cost 90,000 crowns.', 'Ada Holm donated 90,000 crowns for the organ.');
    unsupported('The clinic costs 7 million crowns.', 'Corden Bank lends the town 7 million crowns for the clinic.');
    unsupported('The cost of the stage is 40,000 crowns.', 'The guild gave 40,000 crowns as its share of the stage.');
  });

  it('is told by its cost, also beside what somebody gives', () => {
    supported('The new pier will cost 14 million crowns.', 'The new pier will cost 14 million crowns.');
    supported(
      'The bridge will cost 3 million crowns.',
      'The bridge will cost 3 million crowns, of which the county pays 1 million crowns.',
    );
  });
});

describe('what somebody says of it', () => {
  it('is not told by its being so', () => {
    const lost = 'Risks: a storm of the kind seen in May, when about 400 parcels were lost, would hurt Holm Post.';
    unsupported('Holm Post admits 400 lost parcels.', lost);
    unsupported('Holm Post admits that 400 parcels were lost.', lost);
    unsupported('Alder Ferries denies the delays.', 'The delays of Alder Ferries lasted until May.');
    unsupported('Corden Rail regrets the broken signals.', 'The broken signals of Corden Rail were mended in May.');
    unsupported('Medlow Mills concedes 30 faulty looms.', 'At Medlow Mills 30 faulty looms were found.');
    unsupported('Birch Farms acknowledges a debt of 2 million crowns.', 'Birch Farms has a debt of 2 million crowns.');
    supported('Holm Post admitted 400 lost parcels.', 'Holm Post admitted 400 lost parcels.');
    supported('Holm Post admits that 400 parcels were lost.', 'Holm Post admits that 400 parcels were lost.');
  });
});
