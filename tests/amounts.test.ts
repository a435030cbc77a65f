/** How much: the quantities that a text names, and when two of them are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, comparable, findAmounts, sameAmount } from '../src/statement/amounts.ts';
import { runs } from './corpora.ts';

/** "value unit [words]" of each amount; a range as "low..high". */
function amountsOf(text: string): string[] {
  return findAmounts(text).map(
    ({ value, upper, unit, span }) =>
      `${value === upper ? value : `${value}..${upper}`} ${unit} [${text.slice(...span)}]`,
  );
}

const check = (text: string, expected: readonly string[]) => expect(amountsOf(text)).toEqual(expected);

describe('an amount of money', () => {
  it.each([
    ['It paid $12.5 billion for it.', '12500000000 money:$ [$12.5 billion]'],
    ['It paid $ 12 million for it.', '12000000 money:$ [$ 12 million]'],
    ['It paid US$5.5bn for it.', '5500000000 money:$ [US$5.5bn]'],
    ['It paid €1,200.50 for it.', '1200.5 money:€ [€1,200.50]'],
    ['It paid £20 for it.', '20 money:£ [£20]'],
    ['It paid ¥500m for it.', '500000000 money:¥ [¥500m]'],
    ['It paid CHF 5 million for it.', '5000000 money:CHF [CHF 5 million]'],
    ['It paid 100 million euros for it.', '100000000 money:€ [100 million euros]'],
    ['It paid 5m euros for it.', '5000000 money:€ [5m euros]'],
    ['It paid 20 pounds for it.', '20 money:£ [20 pounds]'],
    ['It paid 52 cents for it.', '52 money:¢ [52 cents]'],
    ['It paid one dollar for it.', '1 money:$ [one dollar]'],
    ['It paid half a million euros for it.', '500000 money:€ [half a million euros]'],
    ['It signed a 12.5-billion-dollar deal.', '12500000000 money:$ [12.5-billion-dollar]'],
    ['It signed a five-million-euro deal.', '5000000 money:€ [five-million-euro]'],
    ['It signed a billion-dollar deal.', '1000000000 money:$ [a billion-dollar]'],
  ])('is read with its currency and scale: %s', (text, amount) => check(text, [amount]));

  it('is of one currency whatever its nation is called, and of another where that tells it apart', () => {
    check('It paid 5 US dollars.', ['5 money:$ [5 US dollars]']);
    check('It paid 5 million Swiss francs.', ['5000000 money:CHF [5 million Swiss francs]']);
    check('It paid 5 Canadian dollars.', ['5 money:canadian $ [5 Canadian dollars]']);
  });

  it('may be a range, whose scale counts for both ends', () => {
    check('It pays $3-5 million.', ['3000000..5000000 money:$ [$3-5 million]']);
    check('It pays between $3 and $5 million.', ['3000000..5000000 money:$ [$3 and $5 million]']);
    check('It pays $3 to $5 million.', ['3000000..5000000 money:$ [$3 to $5 million]']);
  });

  it('leaves the next amount alone', () => {
    check('It pays $5 billion over four years, $100 million at once.', [
      '5000000000 money:$ [$5 billion]',
      '4 year [four years]',
      '100000000 money:$ [$100 million]',
    ]);
  });
});

describe('a share', () => {
  it.each([
    ['It grew by 5%.', '5 % [5%]'],
    ['It grew by 6.5 percent.', '6.5 % [6.5 percent]'],
    ['It grew by 6.5 per cent.', '6.5 % [6.5 per cent]'],
    ['It grew by 2 percentage points.', '2 % [2 percentage points]'],
    ['It grew by five percent.', '5 % [five percent]'],
    ['It grew by 15-20%.', '15..20 % [15-20%]'],
  ])('is read in percent: %s', (text, amount) => check(text, [amount]));
});

describe('a span of time', () => {
  it.each([
    ['It runs for 10 years.', '10 year [10 years]'],
    ['It is a ten-year licence.', '10 year [ten-year]'],
    ['It is a 10-year-old depot.', '10 year [10-year-old]'],
    ['It runs for two to three years.', '2..3 year [two to three years]'],
    ['It runs for 12 to 24 months.', '12..24 month [12 to 24 months]'],
    ['It runs for the next 2-4 quarters.', '2..4 quarter [2-4 quarters]'],
    ['It took thirty-five minutes.', '35 minute [thirty-five minutes]'],
    ['It took two and a half hours.', '2.5 hour [two and a half hours]'],
  ])('is read in its unit: %s', (text, amount) => check(text, [amount]));
});

describe('a count', () => {
  it.each([
    ['It has 350 seats.', '350 seat [350 seats]'],
    ['It has 1,200 seats.', '1200 seat [1,200 seats]'],
    ['It has twenty-five trucks.', '25 truck [twenty-five trucks]'],
    ['It has three hundred trucks.', '300 truck [three hundred trucks]'],
    ['It has a hundred trucks.', '100 truck [a hundred trucks]'],
    ['It has two dozen trucks.', '24 truck [two dozen trucks]'],
    ['It has 1.5 million users.', '1500000 user [1.5 million users]'],
    ['It has one million users.', '1000000 user [one million users]'],
    ['It has half a million users.', '500000 user [half a million users]'],
    ['It has one and a half million users.', '1500000 user [one and a half million users]'],
    ['It has three hundred thousand users.', '300000 user [three hundred thousand users]'],
    ['It has 1.2m users.', '1200000 user [1.2m users]'],
    ['It has 2 gigawatts of power.', '2 gigawatt [2 gigawatts]'],
    ['It has 10MW of power.', '10 mw [10MW]'],
    ['It has between 3 and 5 gigawatts.', '3..5 gigawatt [3 and 5 gigawatts]'],
    ['It holds 4.2 megawatt-hours.', '4.2 megawatt-hour [4.2 megawatt-hours]'],
    ['It has 640 people.', '640 people [640 people]'],
  ])('is read with what is counted, in the singular: %s', (text, amount) => check(text, [amount]));

  it('of several things is read for each', () => {
    check('It has 12 factories, 3 buses and 2 processes.', [
      '12 factory [12 factories]',
      '3 bus [3 buses]',
      '2 process [2 processes]',
    ]);
  });
});

describe('no amount', () => {
  it.each([
    'On April 27, 2026, it left.',
    'In 2026 it left, as in early 2025.',
    'It left on 27 April.',
    'It left on the 1st of May 2026.',
    'It left on 2026-04-27.',
    'It left in Q1 2026.',
    'It was the 5th truck and the 3rd to leave.',
    'It left at 10:30, or at 5 p.m. sharp.',
    'It is open 24/7.',
    'Version 3.5.2 is out.',
    'The sum is 1.000.000 or so.',
    'It lost 2/3 of it, and two-thirds of the rest.',
    'A wall of 5m is there.',
    'One of them left; a few hundred came, several dozen stayed.',
    'Model A320 and GX-5 are gone.',
    'Nobody counts.',
  ])('is found in: %s', (text) => check(text, []));
});

describe('two amounts', () => {
  const one = (text: string): Amount => {
    const [amount] = findAmounts(text);
    if (!amount) throw new Error(`no amount in: ${text}`);
    return amount;
  };
  const same = (a: string, b: string, expected: boolean) => {
    expect([sameAmount(one(a), one(b)), sameAmount(one(b), one(a))]).toEqual([expected, expected]);
  };

  it('are the same however they are written', () => {
    same('$12.5 billion', '$12,500 million', true);
    same('€5m', '5 million euros', true);
    same('25 trucks', 'twenty-five trucks', true);
    same('5 percent', '5%', true);
    same('10 MW', '10 megawatts', true);
    same('5 kilometers', '5 kilometres', true);
    same('one year', '12 months', true);
    same('14 days', 'two weeks', true);
    same('$3-5 million', '$3 million to $5 million', false);
    same('$3-5 million', 'between $3 and $5 million', true);
  });

  it('are not the same where value, currency, unit or range differ', () => {
    same('$12 billion', '$12 million', false);
    same('$12', '€12', false);
    same('$12', '12 Canadian dollars', false);
    same('5 trucks', '5 trains', false);
    same('5 percent', '5 trucks', false);
    same('$3-5 million', '$3 million', false);
    same('two years', '12 months', false);
    same('10 MW', '10 GW', false);
  });

  it('can be compared where both are money of one currency, shares, spans of time, or of one thing', () => {
    const fits = (a: string, b: string) => comparable(one(a), one(b));
    expect(fits('$5', '$12 billion')).toBe(true);
    expect(fits('5 days', '2 years')).toBe(true);
    expect(fits('5 trucks', '6 trucks')).toBe(true);
    expect(fits('$5', '€5')).toBe(false);
    expect(fits('5 percent', '5 trucks')).toBe(false);
    expect(fits('5 trucks', '6 trains')).toBe(false);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'$ € US$ 5 12 1,200 3.5 2026 0 1 twenty -one five half a an hundred dozen million billion bn m k % percent to - – and between trucks euros dollars US Canadian years -hour p.m. , . : / ( ) April 27 GW 10MW'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.array(fc.tuple(piece, fc.constantFrom(' ', '', ' ')), { maxLength: 14 }).map((pieces) => pieces.flat().join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('gives amounts in order, each a slice of it with a number for its value', () => {
    fc.assert(
      fc.property(text, (given) => {
        let start = -1;
        for (const { span, value, upper, unit, sort } of findAmounts(given)) {
          expect(span[0]).toBeGreaterThan(start);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(given.length);
          expect(given.slice(...span)).toMatch(/[\d\p{L}]/u);
          expect([Number.isFinite(value), Number.isFinite(upper)]).toEqual([true, true]);
          expect(unit.startsWith('money:')).toBe(sort === 'money');
          start = span[0];
        }
      }),
      runs(2000),
    );
  });

  it('gives amounts that are the same as themselves', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const amount of findAmounts(given)) expect(sameAmount(amount, amount)).toBe(true);
      }),
      runs(500),
    );
  });
});
