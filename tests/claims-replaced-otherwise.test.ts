/**
 * What a later document tells otherwise, in other words than the older one, is outdated; where it tells nothing of the
 * very thing the claim stays supported. Everything here is invented.
 */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { endOfState } from '../src/claim/state-ends.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' in peace');

/** The verdict where spring tells just what is claimed, or `spring`, and autumn something more. */
function verdictOn(claim: string, autumn: string, spring = claim): string {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'spring.md': `---\npublished: 2025-03-03\n---\nA note of spring\n\n${spring}\n`,
    'autumn.md': `---\npublished: 2025-09-01\n---\nA note of autumn\n\n${autumn}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

type Rows = readonly (readonly [claim: string, autumn: string])[];

const OUTDATED: Readonly<Record<string, Rows>> = {
  'its day is told as that of a plan of before': [
    [
      'The Heron ferry will start in May 2025.',
      'The Heron ferry, long promised for May 2025, will now start in November 2025.',
    ],
    [
      'The new library opens on June 3.',
      'The council first named June 3 for the new library; it now speaks of October 9.',
    ],
    [
      'The brewery will move to Lowick in July.',
      'The brewery, once meant to move to Lowick in July, will stay in Harby until December.',
    ],
  ],
  'a later figure of the same thing is told': [
    ['Alder Mills runs six looms.', 'Alder Mills has bought a seventh loom.'],
    ['The museum has 30 guides.', 'The museum raised the number of its guides to 44.'],
    ['Birch Lines employs 620 people.', 'Birch Lines cut 90 jobs in June, which leaves 530.'],
    ['The Dorn family owns 55 percent of the quarry.', 'The Dorn family sold shares and is down to 40 percent.'],
    [
      'The concert hall will cost 40 million crowns.',
      'The concert hall, initially put at 40 million crowns, comes to 52 million.',
    ],
  ],
  'its state is over by other words': [
    ['The weavers of Alder Mills are on strike.', 'The weavers went back to work on June 3.'],
    ['The crane at the quay is out of order.', 'The crane works again.'],
    ['The bridge over the Belm is being repaired.', 'The repaired bridge was opened to traffic last week.'],
    ['The Heron planes are grounded.', 'The Heron planes flew again on July 2.'],
    ['The two robots at the post office are there on trial.', 'The post office bought the two robots after the trial.'],
    [
      'The tax office is waiting for a new roof permit.',
      'The permit for the roof of the tax office was granted on May 2.',
    ],
    ['Ada Holm is interim director of the zoo.', 'The board made Ada Holm permanent director of the zoo.'],
  ],
  'another thing or another person has its place': [
    [
      'Piet Olan is the finance chief of Alder Mills.',
      'Alder Mills made a profit, said Marta Quist, the finance chief.',
    ],
    ['Radio Velm shows the final.', 'The final will be seen on Channel Four, which took over from Radio Velm.'],
    [
      'Alder Mills has its office in Weaver Street.',
      'The office of Alder Mills, which had been in Weaver Street, is now on the quay.',
    ],
    ['Guests leave a deposit of 30 crowns.', 'The deposit has been abolished.'],
    ['Birch Lines has a yard in Lowick.', 'Birch Lines has closed its yard in Lowick.'],
    ['The school will get a new gym.', 'The gym of the school will not be built.'],
  ],
};

const SUPPORTED: Rows = [
  ['The contract was announced on May 2.', 'The contract, first announced on May 2, is worth 5 million crowns.'],
  ['The new library opens on June 30.', 'The new library, due on June 30, will have 40 seats.'],
  ['The bakery has 14 shops.', 'The bakery raised its wages and now has 200 employees.'],
  ['The farm keeps 80 cows.', 'The farm bought 30 sheep and now has 90 of them.'],
  ['The weavers of Alder Mills are on strike.', 'The weavers said on June 3 that they will not go back to work.'],
  ['The bridge over the Belm is being repaired.', 'The repair of the bridge will be finished in December.'],
  ['The crane at the quay is out of order.', 'The crane, which broke again, is still out of order.'],
  ['Ada Holm is interim director of the zoo.', 'The zoo bought two lions, said Ada Holm.'],
  ['Piet Olan is the finance chief of Alder Mills.', 'Alder Mills named Marta Quist its sales chief.'],
  ['The school will get a new gym.', 'The swimming pool of the school will not be built.'],
  ['Guests leave a deposit of 30 crowns.', 'The fee for late guests has been abolished.'],
  ['Birch Lines has a yard in Lowick.', 'Birch Lines has closed its office in Harby.'],
  ['The hospital uses two robots.', 'The hospital bought a third building in June.'],
];

describe.each(Object.entries(OUTDATED))('a claim is outdated where %s', (_, rows) => {
  it.each(rows)('%s / %s', (claim, autumn) => {
    expect(verdictOn(claim, autumn)).toBe('outdated');
  });
});

describe('a claim stays supported where the later document tells something else', () => {
  it.each(SUPPORTED)('%s / %s', (claim, autumn) => {
    expect(verdictOn(claim, autumn)).toBe('supported');
  });
});

describe('the end of a passing state', () => {
  it('is told by what has come about, and not by what is planned or denied', () => {
    expect(endOfState('The line is closed.', 'The line has been running again since May.')).toBe('of anything');
    expect(endOfState('The line is closed.', 'The line will reopen in May.')).toBeUndefined();
    expect(endOfState('The line is long.', 'The line is open again.')).toBeUndefined();
  });
});
