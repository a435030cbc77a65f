/** Whether a date without its year lies ahead of its document or behind it. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../index/open.ts';
import { withFolder } from './corpora.ts';

const corpusOf = (texts: Readonly<Record<string, string>>) => withFolder(texts, (folder) => openCorpus(folder).corpus);
const told = (text: string, published = '2026-06-10') =>
  corpusOf({ '001.txt': `---\ntitle: The dairy at Holm\npublished: ${published}\n---\n${text}\n` }).statements.flatMap(
    ({ mentions }) => mentions.map(({ start, role }) => `${start} ${role}`),
  );

describe('what lies ahead', () => {
  it.each([
    [
      'a clause in the present, whatever stands beside it',
      'The chair said a hearing is set for November 5.',
      '2026-11-05',
    ],
    ['what is to be so', 'The council bought the mill for €2 million, to be ready on October 10.', '2026-10-10'],
    ['what is still to be done', 'We think that the rights, to be sold in December, are worth little.', '2026-12-01'],
    ['what begins then', 'Talks open in the first week of October.', '2026-10-01'],
    [
      'what is so from then on',
      'Until now it was for pupils only; from October half of it goes to the young.',
      '2026-10-01',
    ],
    [
      'what a state waits for',
      'Until the new ward is finished in March, its nurses stay in the old one.',
      '2027-03-01',
    ],
    ['what is supposed', 'If the press fails in February, the paper would have to stop.', '2027-02-01'],
    ['what would cost', 'A strike in December would cost the best weeks of the year.', '2026-12-01'],
    ['what is named with the next year', 'The board gave the work to Alder from January 4 next year.', '2027-01-04'],
    ['what was told in May', 'On May 19 the mill said it would open a shop from August 8.', '2026-08-08'],
    [
      'what changes from a day on',
      'The rate paid to the yard falls from 9 to 8 crowns from September 1.',
      '2026-09-01',
    ],
    ['what would be so in a month', 'She warns that queues in August would sour the visit.', '2026-08-01'],
    [
      'the end of the month',
      'Ben Ash, who led the mill for nine years, will leave at the end of the month.',
      '2026-06-01',
    ],
    ['the next month', 'The kiln will be lit next month.', '2026-07-01'],
    ['a bare year that is expected', 'The yard told owners on June 1 that it now expects 2029.', '2029-01-01'],
    ['what is on course', 'The chair said on June 2 that the bridge is on course for August.', '2026-08-01'],
  ])('%s', (_, text, day) => expect(told(text)).toContain(`${day} planned`));
});

describe('what lies behind', () => {
  it.each([
    ['what was done', 'On November 5, the second of these mills burned down.', '2025-11-05'],
    [
      'launches that are counted',
      'The agency raised the limit from eight to 12 launches a year on April 30.',
      '2026-04-30',
    ],
    ['the last of its name', 'The mill has been shut since a fire last October.', '2025-10-01'],
    ['what is of a day', 'The letter of September 9 is the one that counts.', '2025-09-09'],
    ['what dates from a day', 'The licence itself dates from November 3, 2023, when the mill was small.', '2023-11-03'],
    ['the month of the text', 'The mill widened its list in June and is in talks.', '2026-06-01'],
    ['what was found to be so', 'The gate was found to be open on November 3.', '2025-11-03'],
  ])('%s', (_, text, day) => expect(told(text)).toContain(`${day} event`));

  it('is a plan of before, where its day may have passed', () => {
    expect(told('The verdict had been expected in March.')).toEqual(['2026-03-01 planned']);
    expect(told('The gate was to open on July 1.')).toEqual(['2026-07-01 planned']);
    expect(told('We had hoped to see her next April.')).toEqual(['2027-04-01 planned']);
  });

  it('is a bound of what is told as done', () => {
    expect(told('By the middle of May the sole right was over.')).toEqual(['2026-05-01 term']);
    expect(told('The mill must be shut by the middle of May.')).toEqual(['2027-05-01 term']);
  });

  it('is the day from which something was moved, or that of a signing that was put off', () => {
    expect(told('On June 9 the yard moved the start of its ferry line from July 1 to September 15.')).toEqual([
      '2026-06-09 event',
      '2026-07-01 planned',
      '2026-09-15 term',
    ]);
    expect(told('They met on May 14, two weeks after the April 30 signing was put off.')).toEqual([
      '2026-05-14 event',
      '2026-04-30 planned',
    ]);
  });

  it('is the day of a plan that was given up, and dates no sentence', () => {
    const [statement] = corpusOf({
      '001.txt': '---\ntitle: Ice\npublished: 2026-06-10\n---\nThe hall opens on September 1, not on August 3.\n',
    }).statements;
    expect(statement?.mentions.map(({ start, role }) => `${start} ${role}`)).toEqual([
      '2026-09-01 planned',
      '2026-08-03 planned',
    ]);
    expect(statement?.date).toMatchObject({ date: '2026-06-10', origin: 'publication' });
  });
});

describe('a day', () => {
  it('before a colon is no time of the day', () => {
    expect(told('The three settled on May 11: the quay is open. The boat left on May 12 at 11:15.')).toEqual([
      '2026-05-11 event',
      '2026-05-12 event',
    ]);
  });

  it('of what will be so does not take its year from what was', () => {
    expect(told('In March 2025 it signed for six boats. It says that the first will sail in August.')).toEqual([
      '2025-03-01 event',
      '2026-08-01 planned',
    ]);
  });
});

describe('a document without a day', () => {
  const newest = (text: string) => {
    const { documents } = corpusOf({
      '001.txt': '---\ntitle: The dairy at Holm\npublished: 2026-06-10\n---\nThe dairy ended its sole supply.\n',
      '002.txt': `The quay\n\n${text}\n`,
    });
    return documents[1]?.notBefore;
  };

  it('is not dated by the period that something is for', () => {
    expect(
      newest('The three settled on May 11. The higher cap holds for 2027 and 2028; then it is looked at again.'),
    ).toBe('2026-05-11');
  });

  it('is not dated by what is so from a day on', () => {
    expect(newest('The three settled on May 11: the quay is open to all from July 1.')).toBe('2026-05-11');
  });

  it('is not dated by what may be done from a day on, nor by the day of an old plan', () => {
    expect(newest('They settled on May 11: Birch may load freight at the quay, and nothing else, from July 1.')).toBe(
      '2026-05-11',
    );
    expect(newest('On June 9 the yard moved the start of its line from August 3 to September 14.')).toBe('2026-06-09');
  });

  it('dates what is still told as said', () => {
    const { statements } = corpusOf({
      '002.txt':
        'The quay\n\nOn February 12, 2026, Alder said in a statement that the deal stood. Birch would remain the only carrier of the quay.\n',
    });
    expect(statements.at(-1)?.date).toMatchObject({ date: '2026-02-12', origin: 'carried over' });
  });

  it('may be newer than the last day that it dates in full', () => {
    expect(newest('On October 9, 2025, the mill burned. The memo that she sent in February told of it.')).toBe(
      '2026-02-01',
    );
  });
});
