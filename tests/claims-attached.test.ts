import { describe, expect, it } from 'vitest';
import type { Verdict } from '../src/claim/verdict.ts';
import { verdictOn } from './verdict-on.ts';

/** The verdicts on claims, all held against one text. */
function verdictsOn(text: string, claims: Readonly<Record<string, Verdict>>): void {
  const found = Object.keys(claims).map((claim) => [claim, verdictOn(claim, text)]);
  expect(Object.fromEntries(found)).toEqual(claims);
}

describe('what a verb takes in the claim', () => {
  it('is not told by what another verb of the row takes', () => {
    verdictsOn('The copper is mined at Tarn, smelted at Holme and shipped from Port Isley.', {
      'The copper is smelted at Holme.': 'supported',
      'The copper is shipped from Holme.': 'not-found',
    });
    verdictsOn('The choir sold 14,000 tickets last season and gave 62 concerts.', {
      'The choir gave 62 concerts.': 'supported',
      'The choir gave 14,000 concerts.': 'contradicted',
    });
  });

  it('is not whom another is asked about', () => {
    verdictsOn('The Ministry asked Farrow Rail to explain why the signals at Holt failed.', {
      'The Ministry asked Farrow Rail to explain why the signals failed.': 'supported',
      'The Ministry asked Holt to explain why the signals failed.': 'not-found',
    });
  });

  it('is done by whom it is told of, and not by who stands before the verb', () => {
    verdictsOn('The lottery board fined Tollan Gas and warned Brock Energy.', {
      'The lottery board warned Brock Energy.': 'supported',
      'Tollan Gas warned Brock Energy.': 'not-found',
    });
  });
});

describe('a figure that is set against another', () => {
  it('is that of its own side also where that has a time, and the other side refutes it', () => {
    verdictsOn('The Orrin mill is to grind 40,000 tonnes of oats a year, against 26,000 tonnes at Fellgate today.', {
      'The Orrin mill is to grind 40,000 tonnes of oats a year.': 'supported',
      'The Orrin mill is to grind 26,000 tonnes of oats a year.': 'contradicted',
    });
  });

  it('is not that of a subject whose place alone stands on its side', () => {
    verdictsOn('Fares on the Dell line rose by 12 percent, while the number of passengers fell by 5 percent.', {
      'Fares on the Dell line rose by 12 percent.': 'supported',
      'The number of passengers on the Dell line rose by 12 percent.': 'contradicted',
    });
  });

  it('is told of the second one where its verb is left out', () => {
    verdictsOn('Hessle opened with 40 beds and Arden with 25; both clinics want to grow.', {
      'Arden opened with 25 beds.': 'supported',
      'Arden opened with 40 beds.': 'contradicted',
    });
    verdictsOn('The council paid 3 million crowns for the roof, the state 5 million and the parish 400,000.', {
      'The state paid 5 million crowns for the roof.': 'supported',
      'The parish paid 5 million crowns for the roof.': 'contradicted',
    });
  });
});

describe('a figure', () => {
  it('of a part is not that of the whole', () => {
    verdictsOn('Dellman Boards makes plywood. Its plant at Torne employs 400 people.', {
      'The plant at Torne employs 400 people.': 'supported',
      'Dellman Boards employs 400 people.': 'not-found',
    });
  });

  it('of a thing that stands in another is its own', () => {
    verdictsOn('The tower is 61 metres high. The bell in it weighs 9 tonnes.', {
      'The bell weighs 9 tonnes.': 'supported',
      'The tower weighs 9 tonnes.': 'not-found',
    });
  });

  it('without its noun, and one thing, are other ones than many', () => {
    verdictsOn('Tolla Rides started with 900 scooters on loan. Brack Rides started with 650.', {
      'Brack Rides started with 1,100 scooters.': 'contradicted',
    });
    verdictsOn('Velm Motors has made one application to the harbour board.', {
      'Velm Motors has made three applications to the harbour board.': 'contradicted',
    });
  });
});

describe('what holds only of another, or on a condition', () => {
  it('is not told by the condition itself', () => {
    verdictsOn('The parish may sell the vicarage if the roof repair costs more than 90,000 crowns.', {
      'The roof repair costs more than 90,000 crowns.': 'not-found',
    });
  });

  it('is not told of all by what is told of nearly all', () => {
    verdictsOn('Nearly all farms in the Orre valley have switched to drip irrigation.', {
      'Nearly all farms in the Orre valley have switched to drip irrigation.': 'supported',
      'All farms in the Orre valley have switched to drip irrigation.': 'not-found',
    });
  });

  it('is not said on the day for which it is announced', () => {
    verdictsOn('Lindell Stores announced on June 2 that it would close its store in Aske on August 31.', {
      'Lindell Stores announced on August 31 that it would close its store in Aske.': 'not-found',
    });
  });

  it('is not told of who stands before a relative clause with a subject of its own', () => {
    verdictsOn("The mayor's deputy, Solveig Aas, opened the pool that the lottery had paid for.", {
      'Solveig Aas opened the pool.': 'supported',
      'The lottery paid for the pool.': 'supported',
    });
    expect(
      verdictOn('Solveig Aas paid for the pool.', 'Solveig Aas opened the pool that the lottery had paid for.'),
    ).not.toBe('supported');
  });
});

describe('a claim is refuted', () => {
  it('by the house for which somebody works', () => {
    verdictsOn('Petra Lunde of Cairnfield Research keeps her price target at 31 crowns.', {
      'Petra Lunde works for Cairnfield Research.': 'supported',
      'Petra Lunde works for Bellhouse Partners.': 'contradicted',
    });
  });

  it('by the month behind its own verb, whatever year another verb has', () => {
    verdictsOn(
      'The Fair Markets Office looked into the permit in 2024 and closed its inquiry in October of that year.',
      {
        'The Fair Markets Office closed its inquiry in March 2024.': 'contradicted',
      },
    );
  });

  it('and what fell by a figure fell, whatever ended the day before', () => {
    verdictsOn('Nimbrel shares fell 6.4% on February 20, the day after the hospital ended its exclusive hold.', {
      'Nimbrel shares fell 6.4% on February 20.': 'supported',
    });
  });
});
