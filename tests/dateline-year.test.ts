/** A dateline may leave out its year: what else is told gives it. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../index/open.ts';
import { withFolder } from './corpora.ts';

const FULL =
  '---\ntitle: Two firms for the bar\npublished: 2026-03-12\n---\nThe harbour board let its sole licence lapse.\n';
const TEXT = 'The harbour board has let the sole licence for pilots lapse, and two firms guide ships past the bar now.';

const documentsOf = (texts: Readonly<Record<string, string>>) =>
  withFolder(texts, (folder) => openCorpus(folder).corpus);
const second = (text: string) => documentsOf({ '001.txt': FULL, '002.txt': text }).documents[1];

describe('a dateline without its year', () => {
  it.each([
    ['as a line of its own', `Pilots at sea\n\nFebruary 11\n\n${TEXT}`, '2026-02-11'],
    ['in a byline', `THE BAR\nColumn · Ada Holm · June 19\n\n${TEXT}`, '2026-06-19'],
    ['as the last of two', `Pilots, explained\n\nApril 20 · updated April 24\n\n${TEXT}`, '2026-04-24'],
    ['with the day first', `Pilots at sea\nComment\n\n29 May\n\n${TEXT}`, '2026-05-29'],
    ['in the winter before', `Pilots at sea\n\nDecember 3\n\n${TEXT}`, '2025-12-03'],
  ])('takes it from the other documents: %s', (_, text, day) => {
    expect(second(text)).toMatchObject({ published: day, publishedKnownBy: 'dateline, its year from context' });
  });

  it('is in the year in which its days of the week are right', () => {
    const told = `Pilots at sea\n\nSeptember 9\n\nThe board met on Monday, September 8. On Thursday, August 14, it had refused.`;
    expect(second(told)?.published).toBe('2025-09-09');
  });

  it('lies not before what the text reports as done with its year, told twice', () => {
    const told = `Pilots at sea\n\nFebruary 11\n\nThe board signed the deal on January 20, 2027. On January 22, 2027, it told its pilots. ${TEXT}`;
    expect(second(told)?.published).toBe('2027-02-11');
  });

  it('stays unknown where nothing tells the year, in a headline and in a sentence', () => {
    expect(
      documentsOf({ '001.txt': `Pilots at sea\n\nFebruary 11\n\n${TEXT}` }).documents[0]?.published,
    ).toBeUndefined();
    for (const text of [`The bar, February 11\n\n${TEXT}`, `Pilots at sea\n\nThe board met on February 11.\n\n${TEXT}`])
      expect(second(text)?.published).toBeUndefined();
  });
});

describe('a day without a year', () => {
  const mentioned = (text: string) =>
    documentsOf({ '001.txt': `---\ntitle: Pilots\npublished: 2025-08-19\n---\n${text}\n` }).statements.flatMap(
      ({ mentions }) => mentions.map(({ start }) => start),
    );

  it('lies before the day of its document, however long before a month is named in front of it', () => {
    expect(mentioned('The fee that the board named in March was cut. Ada Holm took over on August 1.')).toEqual([
      '2025-03-01',
      '2025-08-01',
    ]);
  });

  it('goes on in the year that was written in front of it', () => {
    expect(mentioned('The board signed on November 6, 2024. In December it paid.')).toEqual([
      '2024-11-06',
      '2024-12-01',
    ]);
  });

  it('nearly a year back lies ahead, where nothing is told as past', () => {
    const told = (text: string) =>
      documentsOf({ '001.txt': `---\ntitle: Fares\npublished: 2026-02-26\n---\n${text}\n` }).statements[0]?.mentions;
    expect(told('The new fare: four crowns on March 1.')).toMatchObject([{ start: '2026-03-01', role: 'planned' }]);
    expect(told('The fare was cut on March 1.')).toMatchObject([{ start: '2025-03-01', role: 'event' }]);
  });
});

describe('the year of a document without a day', () => {
  const newestOf = (text: string) => second(`Pilots at sea\n\n${text}`)?.notBefore;

  it('is not that of an end of term, of what would have come, or of what somebody wants', () => {
    const signed = 'The board rewrote the deal on February 19.';
    for (const ahead of [
      'Its term now lasts through 2034, two years beyond the old end date of May 2032.',
      'The deal, which would have ended in June 2031, goes on.',
      'From January 2029 it is to take over the lighthouse.',
      'The board wants a review of accidents in March 2029.',
    ])
      expect(newestOf(`${ahead} ${signed}`), ahead).toBe('2026-02-19');
  });

  it('is that which was told before where it is called that year', () => {
    expect(newestOf('The office looked into it in 2024 and closed its inquiry in October of that year.')).toBe(
      '2024-10-01',
    );
  });

  it('goes on from document to document', () => {
    const { documents } = documentsOf({
      '001.txt': '---\npublished: 2026-01-22\n---\nThe harbour board let its sole licence lapse.\n',
      '002.txt': 'Pilots\n\nThe board met on March 24. On April 20 two firms began to guide ships.\n',
      '003.txt': 'Pilots, explained\n\nThis guide, last revised on June 8, sets out how it happened.\n',
    });
    expect(documents.map(({ notBefore }) => notBefore)).toEqual([undefined, '2026-04-20', '2026-06-08']);
  });
});
