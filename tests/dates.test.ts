/** When something happened, as far as the words say it: how dates are found, completed, and kept from saying too much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../index/read/corpus.ts';
import { findDates } from '../src/calendar/expressions.ts';
import { addDays, addMonths, bounds, dayNumber, fromDayNumber, inWords, isDay } from '../src/calendar/iso.ts';
import { asIso, resolve } from '../src/calendar/resolve.ts';
import type { DateMention } from '../src/model.ts';
import { corpusOf, rawDocument, runs } from './corpora.ts';

const TITLE = 'A depot by the river\n\n';

/** The dates of the statements of one paragraph, as "date precision origin"; "-" where there is none. */
function datesOf(text: string, published?: string): string[] {
  const { statements } = corpusOf(TITLE + text, published ? { published } : {});
  return statements.map(({ date }) => (date ? `${date.date} ${date.precision} ${date.origin}` : '-'));
}

describe('a statement is dated', () => {
  const check = (text: string, expected: readonly string[]) => expect(datesOf(text)).toEqual(expected);

  it.each([
    'April 27, 2026',
    'April 27 2026',
    'April 27th, 2026',
    'Apr. 27, 2026',
    '27 April 2026',
    '27th of April 2026',
    '27 Apr 2026',
    '2026-04-27',
  ])('to the day by a full date: %s', (date) => {
    check(`Alder sold it on ${date}, to the town.`, ['2026-04-27 day explicit']);
  });

  it.each(['in April 2026', 'in April of 2026', 'in early April 2026', 'in Apr. 2026'])(
    'to the month by a month: %s',
    (date) => {
      check(`Alder sold it ${date}.`, ['2026-04 month explicit']);
    },
  );

  it.each([
    'in 2026',
    'since 2026',
    'in early 2026',
    'in late 2026',
    'in mid-2026',
    'in the summer of 2026',
    'in the year 2026',
  ])('to the year by a year or a part of one: %s', (date) => {
    check(`Alder sold it ${date}.`, ['2026 year explicit']);
  });

  it.each(['in Q3 2026', 'in the third quarter of 2026', 'in the third-quarter 2026'])(
    'to the year by a quarter, and never to its first month: %s',
    (date) => {
      check(`Alder sold it ${date}.`, ['2026 quarter explicit']);
    },
  );

  it('by the first day of several', () => {
    check('They met on April 27-28, 2026.', ['2026-04-27 day explicit']);
    check('They met on April 27 and 28, 2026.', ['2026-04-27 day explicit']);
    check('They met on 27–28 April 2026.', ['2026-04-27 day explicit']);
  });

  it('by a day before anything vaguer in the same sentence', () => {
    check('The depot, built in 1988, was sold on April 27, 2026.', ['2026-04-27 day explicit']);
  });

  it('by no day that the calendar does not have', () => {
    check('Alder sold it on February 30, 2026. Birch bought it on 31 June 2026. Cedar paid on 2026-02-29.', [
      '-',
      '-',
      '-',
    ]);
    check('Alder sold it on 2026-13-01. Birch bought it on April 0, 2026. Cedar paid on June 31.', ['-', '-', '-']);
    check('Alder sold it on 2024-02-29.', ['2024-02-29 day explicit']);
  });

  it('by no number that only looks like a year', () => {
    check('Alder cut its staff to 2000 people. Birch paid 2026 euros for 1999 trucks.', ['-', '-']);
    check('Alder cut its staff in 2000. Birch paid for trucks in 1999.', ['2000 year explicit', '1999 year explicit']);
  });
});

describe('a date without its year', () => {
  const check = (text: string, expected: readonly string[], published?: string) =>
    expect(datesOf(text, published)).toEqual(expected);

  it('takes the year of the full date before it', () => {
    check('Alder sold it on April 13, 2026. Birch paid on April 27.', [
      '2026-04-13 day explicit',
      '2026-04-27 day year from context',
    ]);
  });

  it('goes on, and not back, from a full date of the year before', () => {
    const told = 'The club sold it on June 3, 2025. The council asked for a report on January 29.';
    check(told, ['2025-06-03 day explicit', '2026-01-29 day year from context'], '2026-02-02');
    check(
      'Alder launched it on January 14, 2025. Orders are to open on May 4.',
      ['2025-01-14 day explicit', '2026-03-19 day publication'],
      '2026-03-19',
    );
    expect(
      corpusOf(`${TITLE}Alder launched it on January 14, 2025. Orders are to open on May 4.`, {
        published: '2026-03-19',
      }).statements[1]?.mentions.map(({ start, role }) => `${start} ${role}`),
    ).toEqual(['2026-05-04 planned']);
  });

  it('takes no year from a contract that is named by its day', () => {
    const { statements } = readCorpus([
      rawDocument('a', `${TITLE}The memo is dated January 20. Under the contract of May 6, 2023, Birch pays.`),
      rawDocument('b', `${TITLE}Alder sold it on February 19, 2026.`),
    ]);
    expect(statements[0]?.date?.date).toBe('2026-01-20');
  });

  it('takes the year that “of that year” means', () => {
    check(
      'The office looked into it in 2024. It closed the case in October of that year.',
      ['2024 year explicit', '2024-10 month year from context'],
      '2026-04-28',
    );
    expect(
      corpusOf(`${TITLE}The office looked into it in 2024 and closed the case in October of that year.`, {
        published: '2026-04-28',
      }).statements[0]?.mentions.map(({ start }) => start),
    ).toEqual(['2024-01-01', '2024-10-01']);
  });

  it('takes the year of a full date after it', () => {
    check('Alder sold it on April 13. Birch paid on April 27, 2026.', [
      '2026-04-13 day year from context',
      '2026-04-27 day explicit',
    ]);
  });

  it('lies before what it is told near to, where it would else lie far ahead', () => {
    check('Alder sold it on January 5, 2026. Birch had paid on December 20.', [
      '2026-01-05 day explicit',
      '2025-12-20 day year from context',
    ]);
  });

  it('lies in the year in which the document was published, or before', () => {
    check(
      'Alder sold it on March 3. Birch had paid on December 20.',
      ['2026-03-03 day year from context', '2025-12-20 day year from context'],
      '2026-04-01',
    );
  });

  it('lies ahead where it is planned', () => {
    const { statements } = corpusOf(`${TITLE}The depot will open on January 5.`, { published: '2025-12-28' });
    expect(statements[0]?.mentions[0]).toMatchObject({ start: '2026-01-05', role: 'planned' });
  });

  it('takes its year from another document where its own has none', () => {
    const { statements } = readCorpus([
      rawDocument('a', `${TITLE}Alder sold it on April 27.`),
      rawDocument('b', `${TITLE}Birch paid for it on April 13, 2026.`),
    ]);
    expect(statements.map(({ date }) => date?.date)).toEqual(['2026-04-27', '2026-04-13']);
  });

  it('takes the year that another document tells of the same day, where its own tells none', () => {
    const dates = (one: ReturnType<typeof rawDocument>, other = 'Birch paid on April 27, 2025.') =>
      readCorpus([one, rawDocument('b', TITLE + other), rawDocument('c', `${TITLE}Cedar left on May 3, 2026.`)])
        .statements.filter(({ document }) => document === 'a')
        .map(({ date }) => date?.date);
    expect(dates(rawDocument('a', `${TITLE}Alder sold it on April 27.`))).toEqual(['2025-04-27']);
    expect(dates(rawDocument('a', `${TITLE}Alder sold it on April 27.`, { published: '2026-05-01' }))).toEqual([
      '2026-04-27',
    ]);
    expect(dates(rawDocument('a', `${TITLE}Alder sold it on April 27. Cedar left on May 3, 2026.`))).toEqual([
      '2026-04-27',
      '2026-05-03',
    ]);
    expect(
      dates(rawDocument('a', `${TITLE}Alder sold it on April 27.`), 'Birch keeps it through April 27, 2032.'),
    ).toEqual(['2026-04-27']);
  });

  it('takes no year from history that is told beside it', () => {
    check(
      'Alder was founded on May 3, 1988. It sold the depot on April 27.',
      ['1988-05-03 day explicit', '2026-04-27 day year from context'],
      '2026-05-01',
    );
  });

  it('takes no year from a bare year that is told beside it', () => {
    check(
      'It lost money in 2025. Alder sold it on April 27.',
      ['2025 year explicit', '2026-04-27 day year from context'],
      '2026-05-01',
    );
  });

  it('stays unknown where nothing tells its year', () => {
    check('Alder sold it on April 27. Birch paid in May.', ['-', '-']);
  });

  it('is no day of a year that does not have it', () => {
    check('Alder sold it on February 29.', ['2024-02-29 day year from context'], '2026-05-01');
  });

  it('is as precise as its words', () => {
    check(
      'Alder sold it in March. Birch paid in early March.',
      ['2026-03 month year from context', '2026-03 month year from context'],
      '2026-05-01',
    );
  });
});

describe('a date that counts from another', () => {
  const check = (text: string, expected: readonly string[], published?: string) =>
    expect(datesOf(text, published)).toEqual(expected);
  const counts = (words: string, expected: string) =>
    check(`Alder sold it on April 27, 2026. ${words} Birch paid.`, ['2026-04-27 day explicit', expected]);

  it.each([
    ['A day later', '2026-04-28'],
    ['The next day', '2026-04-28'],
    ['The following day', '2026-04-28'],
    ['Three days later', '2026-04-30'],
    ['10 days later', '2026-05-07'],
    ['Two days earlier', '2026-04-25'],
    ['The previous day', '2026-04-26'],
    ['That same day', '2026-04-27'],
  ])('to the day: %s', (words, date) => counts(words, `${date} day relative`));

  it.each([
    ['Two months later', '2026-06 month relative'],
    ['The following month', '2026-05 month relative'],
    ['A year earlier', '2025 year relative'],
    ['Two years later', '2028 year relative'],
  ])('is as precise as its unit: %s', (words, date) => {
    const { mentions } = corpusOf(`${TITLE}Alder sold it on April 27, 2026. ${words} Birch paid.`).statements[1] ?? {};
    expect(mentions?.map((m) => `${asIso(m)} ${m.precision} ${m.origin}`)).toEqual([date]);
  });

  it('to the month by weeks, where they do not reach over its end', () => {
    check('Alder sold it on April 7, 2026. Two weeks later Birch paid. A week later it left.', [
      '2026-04-07 day explicit',
      '2026-04 month relative',
      '-',
    ]);
    counts('Two weeks later', '2026-05 month relative');
    counts('A week earlier', '2026-04 month relative');
    check('Alder sold it on December 22, 2025. A week later Birch paid.', ['2025-12-22 day explicit', '-']);
  });

  it('counts from the day before it in the text', () => {
    check('Alder sold it on April 27, 2026. A day later Birch paid. Two days later it left.', [
      '2026-04-27 day explicit',
      '2026-04-28 day relative',
      '2026-04-30 day relative',
    ]);
  });

  it('is no more precise than what it counts from', () => {
    check('Alder sold it in April 2026. A day later Birch paid. Two months later it left.', [
      '2026-04 month explicit',
      '-',
      '2026-06 month relative',
    ]);
  });

  it('counts from the day of publication where it says so', () => {
    check(
      'Alder sold it today. Birch paid yesterday. It left three days ago. It came last month. It grew last year.',
      [
        '2026-05-20 day relative',
        '2026-05-19 day relative',
        '2026-05-17 day relative',
        '2026-04 month relative',
        '2025 year relative',
      ],
      '2026-05-20',
    );
  });

  it('stays unknown where there is nothing to count from', () => {
    check('A day later Birch paid. It left yesterday. It came last month.', ['-', '-', '-']);
  });

  it('stays unknown where it counts from an event without a date', () => {
    check(
      'Alder sold it on April 27, 2026. Two weeks before the vote Birch had paid. The day before the vote it left.',
      ['2026-04-27 day explicit', '-', '-'],
    );
  });

  it('is none where it compares, or tells a length of time', () => {
    check('Alder sold it on April 27, 2026. Birch paid two days later than agreed. Over the next year nobody came.', [
      '2026-04-27 day explicit',
      '-',
      '-',
    ]);
  });
});

describe('the date of a statement is carried over', () => {
  const check = (text: string, expected: readonly string[], published?: string) =>
    expect(datesOf(text, published)).toEqual(expected);

  it('to one that goes on about the same', () => {
    check('Alder sold it on April 27, 2026. It kept the yard. The deal surprised the town. That was all.', [
      '2026-04-27 day explicit',
      '2026-04-27 day carried over',
      '2026-04-27 day carried over',
      '2026-04-27 day carried over',
    ]);
  });

  it('to what somebody said whom it named', () => {
    check('Alder sold it on April 27, 2026. Alder said that the price was fair. Birch said nothing.', [
      '2026-04-27 day explicit',
      '2026-04-27 day carried over',
      '-',
    ]);
  });

  it('as precisely as it was', () => {
    check('Alder sold it in April 2026. It kept the yard.', ['2026-04 month explicit', '2026-04 month carried over']);
  });

  it('to none in another paragraph, and to none behind one that breaks off', () => {
    check('Alder sold it on April 27, 2026.\n\nIt kept the yard.', ['2026-04-27 day explicit', '-']);
    check('Alder sold it on April 27, 2026. Trucks are loud. They need rest.', ['2026-04-27 day explicit', '-', '-']);
  });

  it('before that of the publication, which dates the rest', () => {
    check(
      'Trucks are loud. Alder sold it on April 27. It kept the yard.',
      ['2026-05-01 day publication', '2026-04-27 day year from context', '2026-04-27 day carried over'],
      '2026-05-01',
    );
    check('Trucks are loud.', ['2026-05 month publication'], '2026-05');
    check('Trucks are loud.', ['2026 year publication'], '2026');
  });
});

describe('what a date is in its sentence', () => {
  /** "words=role" of each date. */
  const rolesOf = (text: string, published?: string) =>
    corpusOf(TITLE + text, published ? { published } : {}).statements.flatMap(({ quote, mentions }) =>
      mentions.map(({ span, role }) => `${quote.slice(...span)}=${role}`),
    );
  const check = (text: string, expected: readonly string[], published?: string) =>
    expect(rolesOf(text, published)).toEqual(expected);

  it.each([
    'Alder keeps the depot through 2032.',
    'Alder keeps the depot until the end of 2032.',
    'The licence expires in 2032.',
    'The contract runs to 2032.',
    'Alder must leave by 2032.',
    'Nobody leaves before 2032.',
    'Birch pays no later than 2032.',
  ])('a term, which dates nothing: %s', (text) => {
    check(text, ['2032=term']);
    expect(datesOf(text)).toEqual(['-']);
  });

  it.each([
    'The depot will open in 2032.',
    'Alder plans to open the depot in 2032.',
    'The depot is due in 2032.',
    'The depot is scheduled for 2032.',
    'Birch expects the depot in 2032.',
    'The depot could open in 2032.',
    'In 2032 the licence ends.',
    'In 2032 the second depot opens.',
  ])('a plan, which dates nothing: %s', (text) => {
    check(text, ['2032=planned']);
    expect(datesOf(text)).toEqual(['-']);
  });

  it('an event, where the plan was made or dropped that day', () => {
    check('Alder planned a depot, it announced on May 3, 2026.', ['May 3, 2026=event']);
    check('The plan to sell was dropped on May 3, 2026.', ['May 3, 2026=event']);
  });

  it('each by the words before it', () => {
    check('The licence, signed on May 3, 2026, runs through June 2031 and will be renewed in 2030.', [
      'May 3, 2026=event',
      'June 2031=term',
      '2030=planned',
    ]);
  });

  it('a plan, where it lies behind the day of publication', () => {
    check('From July 1, 2026, any carrier may use the depot.', ['July 1, 2026=planned'], '2026-05-01');
    check('The rules hold from July 1, 2026.', ['July 1, 2026=planned'], '2026-05-01');
    check('The rules hold from July 1, 2026.', ['July 1, 2026=event'], '2026-08-01');
  });
});

describe('an undated document', () => {
  const boundOf = (text: string) => corpusOf(TITLE + text).documents[0]?.notBefore;
  const check = (text: string, expected: string | undefined) => expect(boundOf(text)).toBe(expected);

  it('is not older than the newest event that it reports', () => {
    check('Alder sold it on April 13, 2026. Birch paid on April 27. It was built in 1988.', '2026-04-27');
    check('Alder sold it in April 2026.', '2026-04-01');
    check('Alder sold it in 2026.', '2026-01-01');
  });

  it('has no bound where it reports no date', () => check('Alder sold it. Birch paid.', undefined));

  it.each([
    'The depot will open in 2032.',
    'The depot will open on March 3, 2032.',
    'Alder keeps the depot through 2032.',
    'Alder keeps the depot through June 30, 2032.',
    'The licence expires on June 30, 2032.',
    'Its term was made longer, two years beyond the old end date of May 2032.',
    'The board moved the closing date of June 30, 2032.',
    'The lease, which would have ended in June 2032, now runs to June 2034.',
    'Birch may go on after the end of its lease in June 2032.',
    'In 2032 the licence ends.',
    'It raised its goal for 2032.',
    'Birch expects to double its sales by 2032.',
    'The council wants the new gates to open on March 3, 2032.',
    'The act obliges owners to keep two gates from March 3, 2032.',
  ])('is never dated by a year ahead: %s', (text) => {
    check(text, undefined);
    check(`${text} Alder sold it on April 27, 2026.`, '2026-04-27');
    check(`Alder sold it on April 27, 2026. ${text} Birch paid on April 28.`, '2026-04-28');
  });

  it('takes no year for a day from how long a right runs', () => {
    expect(datesOf('Alder keeps the depot through June 30, 2032. Birch paid on April 28.')).toEqual(['-', '-']);
  });

  it('takes the year for a day from what it plans soon', () => {
    expect(datesOf('The depot will open on September 1, 2026. Birch paid on April 28.')).toEqual([
      '-',
      '2026-04-28 day year from context',
    ]);
  });

  it('takes no year from a plan far beyond what the other documents report', () => {
    const { statements } = readCorpus([
      rawDocument('a', `${TITLE}The depot will open on September 1, 2032. Birch paid on April 28.`),
      rawDocument('b', `${TITLE}Alder sold it on April 13, 2026.`),
    ]);
    expect(statements.map(({ date }) => date?.date)).toEqual([undefined, '2026-04-28', '2026-04-13']);
  });

  it('reports nothing that lies years after the newest document that is dated', () => {
    const { statements, newest } = readCorpus([
      rawDocument('a', `${TITLE}The old lease, with its last day of May 1, 2032, is gone. Birch paid on April 28.`),
      rawDocument('b', `${TITLE}Alder sold it on April 13.`, { published: '2026-04-14' }),
    ]);
    expect(statements.map(({ date }) => date?.date)).toEqual([undefined, '2026-04-28', '2026-04-13']);
    expect(newest).toBe('2026-04-28');
  });

  it('goes on from the last day that the others tell where it says nothing of when it was written', () => {
    const { statements } = readCorpus([
      rawDocument('a', `${TITLE}Alder sold it on February 10, 2026. Birch paid on April 20.`),
      rawDocument('b', `${TITLE}The guide was last revised on June 8.`),
    ]);
    expect(statements.map(({ date }) => date?.date)).toEqual(['2026-02-10', '2026-04-20', '2026-06-08']);
  });

  it('makes the newest date of a corpus with the others, published or not', () => {
    const newest = (...texts: readonly [string, string?][]) =>
      readCorpus(
        texts.map(([text, published], i) => rawDocument(String(i), TITLE + text, published ? { published } : {})),
      ).newest;
    expect(newest(['Alder sold it on April 27, 2026.'], ['Birch paid.', '2026-05'])).toBe('2026-05-01');
    expect(newest(['Alder sold it on April 27, 2026. It may open in 2027.'], ['Birch paid.', '2026-03-03'])).toBe(
      '2026-04-27',
    );
    expect(newest(['Alder sold it.'])).toBeUndefined();
  });
});

describe('words that are no date', () => {
  const check = (text: string, expected: readonly string[] = []) =>
    expect(findDates(text).map(({ span }) => text.slice(...span))).toEqual(expected);

  it.each([
    'All 5 may sail.',
    'They may 5 times a day.',
    'They march 3 miles.',
    'Mayor May spoke.',
    'It employs 2000 people, of 2100 employees before.',
    'It cut its staff to 2000 workers.',
    'It cost $2026 and 1999 euros.',
    'See rule 2026-1 and section 4.5.',
    'It opened 10 minutes later.',
    'It is 20:26 on the clock.',
    'Version 2024.1 is out.',
    'On 27/04/2026 and 27.04.2026.',
    'In 5555-12-12 and 0000-01-01.',
  ])('%s', (text) => check(text));

  it('beside words that are', () => {
    check('They may meet on 5 May, march 3 miles on March 3, and sell 2000 trucks in 2026.', [
      '5 May',
      'March 3',
      '2026',
    ]);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...'April May may Sept. February 29 30 31 0 99 1999 2026 2026-02-29 2026-04-27 9999-12-31 Q1 Q4 third-quarter of in on by through until early late mid- a two 999 day days weeks months years later earlier ago before after the next following last same today tomorrow will said , . ; ( ) – -'.split(
      ' ',
    ),
  );
  const words = fc.array(word, { maxLength: 14 }).map((list) => list.join(' '));
  const text = fc.oneof(
    words,
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.tuple(words, fc.string(), words).map((three) => three.join(' ')),
  );
  const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') }).map(fromDayNumber);
  const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length));
  const context = fc.record(
    { previous: date, reference: date, published: date, ahead: fc.boolean() },
    { requiredKeys: [] },
  );

  it('gives dates in order, none overlapping another', () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const { span } of findDates(given)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      runs(1000),
    );
  });

  it('gives days of the calendar, the first before the last, no wider than the precision', () => {
    const widest: Record<DateMention['precision'], number> = { day: 1, month: 31, quarter: 92, year: 366 };
    fc.assert(
      fc.property(text, context, (given, around) => {
        for (const expression of findDates(given)) {
          const found = resolve(expression, around);
          if (!found) continue;
          expect([isDay(found.start), isDay(found.end)]).toEqual([true, true]);
          const days = dayNumber(found.end) - dayNumber(found.start) + 1;
          expect(days).toBeGreaterThanOrEqual(1);
          expect(days).toBeLessThanOrEqual(widest[found.precision]);
          const written = bounds(asIso(found));
          expect(written.start <= found.start && found.end <= written.end).toBe(true);
        }
      }),
      runs(1000),
    );
  });

  it('is read without a fault, published or not, and dates no statement behind its publication', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.option(date), (sentences, published) => {
        const { statements } = corpusOf(`${TITLE}${sentences.join('. ')}.`, published ? { published } : {});
        for (const statement of statements) {
          if (published) expect(bounds(statement.date?.date ?? '').start <= bounds(published).end).toBe(true);
          for (const { role, start } of statement.mentions) {
            if (published && role === 'event') expect(start <= bounds(published).end).toBe(true);
          }
        }
      }),
      runs(500),
    );
  });
});

describe('the calendar', () => {
  it('moves by days and months, and keeps to the end of a shorter month', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
  });

  it('knows the days of a month and a year', () => {
    expect(bounds('2024-02')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
    expect(bounds('2026')).toEqual({ start: '2026-01-01', end: '2026-12-31' });
    expect(bounds('2026-04-27')).toEqual({ start: '2026-04-27', end: '2026-04-27' });
  });

  it('writes a date as precisely as it is known', () => {
    expect(['2026-04-07', '2026-04', '2026'].map(inWords)).toEqual(['April 7, 2026', 'April 2026', '2026']);
  });
});
