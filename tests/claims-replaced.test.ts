/** What is replaced is outdated, what was never told is not, and what is told of another supports nothing. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../index/open.ts';
import { fitDate } from '../src/claim/compare-dates.ts';
import { readPart } from '../src/claim/part.ts';
import { findAmounts } from '../src/statement/amounts.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { withFolder } from './corpora.ts';
import { verdictOn } from './verdict-on.ts';

describe('a claim is outdated', () => {
  const check = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');

  it('where a newer sentence names its day as the one that it is not', () => {
    check(
      'The first Heron tram will enter service in October.',
      'Birch Lines said that the first Heron tram will enter service in October.',
      'Birch Lines said that the first Heron tram will enter service in December, and not in October as announced.',
    );
  });

  it('where what was due on a day is told for another, be the verb another too', () => {
    check(
      'The first looms from Alder Mills are due in October 2025.',
      'Cedar Weavers will take looms from Alder Mills, with the first looms due in October 2025.',
      'Alder Mills told Cedar Weavers that its first looms will come in January 2026.',
    );
  });

  it('where what was going on was closed', () => {
    check(
      'The audit of the Harbour Office is still going on.',
      'The Harbour Office said that its audit goes on until it has seen the books.',
      'The Harbour Office closed its audit on August 22 without a word.',
    );
  });

  it('where its figure falls away, or was one from which somebody is released', () => {
    check(
      'Dorn Quarries collects 6 cents on each tile of Belm.',
      'Dorn Quarries gave its consent and collects a fee of 6 cents on each tile of Belm.',
      'The 6-cent fee on Belm tiles falls away with the new contract.',
    );
    check(
      'Lowick Mill must buy at least 80 million kilos a year from Dorn Farms.',
      'Lowick Mill must buy at least 80 million kilos a year from Dorn Farms.',
      'In the new contract with Dorn Farms, Lowick Mill is released from its guarantee of 80 million kilos a year.',
    );
  });

  it('where it was decided to end it, or where it is suspended', () => {
    check(
      'Harby is investigating the Alder bridge.',
      'Harby opened an investigation of the Alder bridge.',
      'The decision of Harby to drop its investigation of the Alder bridge pleased the builders.',
    );
  });

  it('where the opposite is told of its state', () => {
    check(
      'Digging at Cold Harbour is paused.',
      'Dorn Mines paused the digging at Cold Harbour.',
      'The director ordered digging at Cold Harbour to resume.',
    );
  });

  it('where what still had to be done was done', () => {
    check(
      'The second pier still has to be approved by the Harby Council.',
      'Dorn Lines wants a second pier, but the Harby Council must approve it first.',
      'The Harby Council approved the second pier by four votes to one.',
    );
  });

  it('where a number without a noun stands for what was counted before', () => {
    check(
      'Heron Radio has 2.1 million listeners.',
      'Heron Radio has 2.1 million listeners.',
      'Heron Radio said its listener total has climbed to 3.2 million.',
    );
  });

  it('where who had the post left, or was followed by another on a day', () => {
    check(
      'Ada Holm is director of Cedar Yard.',
      'Ada Holm, director of Cedar Yard, showed the new crane.',
      'The new director took over on May 4 from Ada Holm, after six years as head of sails in Harby.',
    );
    check(
      'Piet Marsh is managing director of Birch Mills.',
      'Piet Marsh, managing director of Birch Mills, declined to comment.',
      'She came from a bakery and follows Piet Marsh, who left at his own wish after many years.',
    );
  });
});

describe('a claim is not outdated', () => {
  it('by a change of something else where no source ever told its figure', () => {
    const verdict = verdictOn(
      'Painting one tram takes nine days.',
      'Painting one tram takes four days in the shed. Birch Lines is the only line that may use Heron trams.',
      'On August 3 Birch Lines said that it is no longer the only line that may use Heron trams.',
    );
    expect(verdict).toBe('contradicted');
  });
});

describe('nothing is supported', () => {
  const check = (claim: string, told: string) =>
    expect(verdictOn(claim, told, 'The fair is over.')).not.toBe('supported');

  it('by what was done by the family of whom it names', () => {
    check('Ada Holm bought the boats.', 'Ada Holm, whose parents Ivo and Lena bought the boats, kept silent.');
    check('Ada Holm bought the boats.', 'Ada Holm said her parents had bought the boats.');
  });

  it('by what another expects in the clause before', () => {
    check(
      'Lars Quist expects tolls to fall by 8 percent.',
      'Ada Holm, who guessed it in winter, thinks that tolls will fall by 8 percent, while Lars Quist, who teaches in Harby, expects hardly any change.',
    );
  });

  it('by what does not say how or of what it is made', () => {
    check('The Grey Heron is painted on copper.', 'The best of them is the Grey Heron, painted in 1931 by Ivo Brandt.');
  });

  it('by a verb that stands for half of an idiom', () => {
    check(
      'Alder Mills plans to go public.',
      'That leaves Alder Mills in a split state: one plant weaves, and the other spins.',
    );
  });

  it('by a verb that says only half of a phrase', () => {
    check('Alder Mills plans to go public next year.', 'Alder Mills goes into the new year with two looms.');
  });

  it('by a day that is another', () => {
    check('The Belm fair is planned for April 22.', 'The Belm fair is planned for April 24.');
  });
});

describe('two figures of a move', () => {
  it('are no range', () => {
    expect(findAmounts('The catch climbs from 900 to 1,050 tonnes.').map(({ value, upper }) => [value, upper])).toEqual(
      [
        [900, 900],
        [1050, 1050],
      ],
    );
    expect(findAmounts('It costs 5 to 7 dollars.').map(({ value, upper }) => [value, upper])).toEqual([[5, 7]]);
  });
});

describe('the end of a term', () => {
  it('is held against the end that is told, and not against the day on which it is told', () => {
    const said = 'Alder Mills said on August 10, 2025 that its deal with Cedar Weavers now runs to the end of 2028.';
    withFolder({ 'autumn.md': `---\npublished: 2025-09-01\n---\nA note of autumn\n\n${said}\n` }, (folder) => {
      const knowledge = buildKnowledge(openCorpus(folder));
      const view = knowledge.views.find(({ text }) => text === said);
      const fits = (claim: string) =>
        readPart(claim, knowledge).dates.map((date) => view && fitDate(date, view, undefined));
      expect(fits('The deal runs until the end of 2025.')).toEqual(['other']);
      expect(fits('The deal runs until the end of 2028.')).toEqual(['same']);
    });
  });
});
