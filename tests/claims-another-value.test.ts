/**
 * What a later document, or the end of the very sentence, gives another value of the same thing for, is outdated, with
 * no word that says so; of another thing of its kind nothing follows. Everything here is invented.
 */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { clockTimes, ratesOf } from '../src/claim/clock.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';
import { verdictOn } from './verdict-on.ts';

type Rows = readonly (readonly [claim: string, spring: string, autumn: string])[];

const OUTDATED: Rows = [
  [
    'The bakery pays 38 crowns for a sack of flour.',
    'The bakery pays Holm Mill 38 crowns for each sack of flour.',
    'Flour is dearer now. A sack costs the bakery 41 crowns.',
  ],
  ['The crossing takes 55 minutes.', 'The crossing takes 55 minutes.', 'The crossing takes 48 minutes.'],
  [
    'Lessons begin at eight.',
    'Lessons begin at eight.',
    'Lessons have begun at half past eight since the end of July.',
  ],
  [
    'Boats may land until ten in the evening.',
    'Boats may land at the quay until ten in the evening.',
    'Boats may land at any hour.',
  ],
  [
    'Corvair flies to Selm four times a week.',
    'Corvair flies to Selm four times a week.',
    'The flights of Corvair to Selm are down to two a week.',
  ],
  ['The first carriage is due in April.', 'The first carriage is due in April.', 'The first carriage came in May.'],
  [
    'Passengers may take one bag free of charge.',
    'Passengers may take one bag free of charge.',
    'A bag costs 25 crowns from now on.',
  ],
  [
    'The harbour club pays a premium of 900 crowns.',
    'The harbour club pays a premium of 900 crowns a year.',
    'The premium of the harbour club, which was 900 crowns, is 1,150 crowns this year.',
  ],
];

const SUPPORTED: Rows = [
  ['The library employs 18 people.', 'The library employs 18 people.', 'The swimming hall employs 30 people.'],
  ['A lost card costs 5 crowns.', 'A lost card costs 5 crowns.', 'A lost key costs 9 crowns.'],
  [
    'The reading room has 60 desks.',
    'The reading room has 60 desks.',
    'The library plans a second reading room with 40 desks.',
  ],
  [
    'The chain has 820 shops.',
    'The chain has 820 shops.',
    'It plans to offer hearing tests in 300 shops by the end of the year.',
  ],
  ['Lessons begin at eight.', 'Lessons begin at eight.', 'Lessons begin at eight.'],
  ['The library employs 18 people.', 'The library employs 18 people.', 'The mobile library employs three people.'],
  ['Fennel Chess Club has 44 members.', 'Fennel Chess Club has 44 members.', 'Harby Chess Club has 71 members.'],
  [
    'The crossing takes 55 minutes.',
    'The crossing takes 55 minutes.',
    'The crossing may take 90 minutes if it storms.',
  ],
];

describe('a claim of which a later document gives another value', () => {
  it.each(OUTDATED)('is outdated: %s', (claim, spring, autumn) => {
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');
  });

  it.each(SUPPORTED)('stays supported where it is that of another thing: %s', (claim, spring, autumn) => {
    expect(verdictOn(claim, spring, autumn)).toBe('supported');
  });
});

/** The verdict with three documents, of which the first tells no day. */
function verdictAfter(claim: string, first: string, second: string): string {
  const files = {
    '001.md': `A note from the town\n\n${townNews(TOWN_DOES, ' in peace')}\n${first}\n`,
    '002.md': `---\npublished: 2026-05-20\n---\nA note of spring\n\n${second}\n`,
    '003.md': `---\npublished: 2026-07-02\n---\nA note of summer\n\n${townNews(TOWN_DOES, ' in July')}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a document that tells no day', () => {
  it('is left behind by a change that a dated one tells', () => {
    const fee = 'Lanholm Ferries pays a berth fee of 40,000 crowns a year.';
    const falls = 'In return, the berth fee that Lanholm Ferries pays falls to 32,000 crowns a year.';
    expect(verdictAfter(fee, fee, falls)).toBe('outdated');
    expect(verdictAfter(fee, fee, 'Lanholm Ferries has painted its boats.')).toBe('supported');
    const wages = 'Oakby Mill pays a minimum wage of 24 crowns an hour.';
    const lower = 'In return for the new loom, the minimum wage that it pays falls to 15 crowns an hour.';
    expect(verdictAfter(wages, `${wages} It will want something for it.`, `Oakby Mill has a new loom. ${lower}`)).toBe(
      'outdated',
    );
  });
});

describe('a sentence that tells itself what became of its figure or day', () => {
  it('with the day from which another holds, once that has come', () => {
    const change = 'The entrance fee of the zoo, now 11 crowns, goes up to 13 crowns on June 1.';
    expect(verdictAfter('The entrance fee of the zoo is 11 crowns.', '', change)).toBe('outdated');
    const ahead = change.replace('June 1', 'August 1');
    expect(verdictAfter('The entrance fee of the zoo is 11 crowns.', '', ahead)).toBe('supported');
  });

  it('as what it fell to, or in place of what it is', () => {
    const wait = 'The average wait for a keg was six weeks in March; by the end of April it had fallen to two weeks.';
    expect(verdictAfter('The average wait for a keg is six weeks.', '', wait)).toBe('outdated');
    const season = 'The night kiln at Corden is now due to open in August rather than in the autumn.';
    expect(verdictAfter('The night kiln at Corden is due to open in the autumn.', '', season)).toBe('outdated');
  });

  it('and where nothing else bears it out', () => {
    const limit = 'The daily limit of the pier rises from 400 to 1,500 tickets.';
    expect(verdictAfter('The pier may sell up to 400 tickets a day.', '', limit)).toBe('outdated');
    const stores = 'The delivery service of the mill opened with 240 shops rather than the 180 first announced.';
    expect(verdictAfter('The delivery service of the mill covers 180 shops.', '', stores)).toBe('outdated');
    expect(verdictAfter('The delivery service of the mill covers 150 shops.', '', stores)).not.toBe('outdated');
  });
});

describe('hours and rates', () => {
  it('are told from what is counted', () => {
    expect(clockTimes('Lessons begin at half past eight.')).toMatchObject([{ hour: 'half past eight', until: false }]);
    expect(clockTimes('It is open until 10 p.m. on weekdays.')).toMatchObject([{ hour: 'ten', until: true }]);
    expect(clockTimes('It sells bread at eight shops.')).toEqual([]);
    expect(ratesOf('The boat sails twice a day and the bus runs four times a week.')).toEqual([
      { times: 'two', each: 'day' },
      { times: 'four', each: 'week' },
    ]);
    expect(ratesOf('It pays a fee of 40 crowns a year.')).toEqual([]);
  });
});
