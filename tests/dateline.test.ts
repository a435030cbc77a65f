/** Where a document says when it was published, and what says no such thing. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { datelineOf } from '../index/read/dateline.ts';
import { splitFrontMatter } from '../index/read/front-matter.ts';

const BODY =
  'The harbour board has let the sole licence for pilots lapse, and two firms will guide ships past the bar from now on, the chair told the town.';

describe('a document is dated', () => {
  it.each([
    ['by a line of its own', `Two firms for the bar\n\nJune 24, 2026\n\n${BODY}`, '2026-06-24'],
    ['by a byline', `Two firms for the bar\nBy Ada Holm, Harbour Weekly, 11 February 2026\n\n${BODY}`, '2026-02-11'],
    ['between strokes', `PILOT NEWS | Comment | February 19, 2026 | 5 min read\n${BODY}`, '2026-02-19'],
    ['by the end of its week', `The week on the bar\nWeek ending March 27, 2026\n\n${BODY}`, '2026-03-27'],
    [
      'by the end of a week that is named by its days',
      `The week\nDigest, week of March 2–8, 2026\n\n${BODY}`,
      '2026-03-08',
    ],
    ['by the day of a note', `Pilots: noise\n\nTags: Ships\n\nNote of March 17, 2026\n\n${BODY}`, '2026-03-17'],
    ['by an update', `Who may guide a ship?\nRider guide. Last checked: January 12, 2026\n\n${BODY}`, '2026-01-12'],
    ['by the month of an issue', `Cells & Ships, March 2026 issue\nColumn\n\n${BODY}`, '2026-03'],
    ['before its first words', `Two firms\n\nMarch 5, 2026. ${BODY}`, '2026-03-05'],
    ['after a place', `Two firms\n\nPORT HOLM, 21 January 2026 – ${BODY}`, '2026-01-21'],
    ['by a headline that begins with its day', `Morning digest, March 26, 2026: Two firms\n\n${BODY}`, '2026-03-26'],
    ['at its end', `Two firms\n\n${BODY}\n\nThis edition: April 14, 2026.`, '2026-04-14'],
  ])('%s', (_, text, day) => expect(datelineOf(text)).toBe(day));
});

describe('a document is not dated', () => {
  it.each([
    ['by a sentence that ends in a day', `Two firms\n\nThe board met on March 5, 2026.\n\n${BODY}`],
    ['by a plan', `Two firms\n\nThe bar will open on September 1, 2026. ${BODY}`],
    ['by the year of its accounts', `Accounts for the year to 31 March 2026\n\n${BODY}`],
    ['by a day without a year', `Two firms\nBy Ada Holm. August 27\n\n${BODY}`],
    ['by a day in the middle of its text', `Two firms\n\n${BODY} On May 2, 2026, they began.`],
  ])('%s', (_, text) => expect(datelineOf(text)).toBeUndefined());
});

describe('what stands over a text', () => {
  it('may be labelled without lines of dashes', () => {
    expect(
      splitFrontMatter(`Title: Two firms\nPublisher: Holm Courier\nPublished: 9 September 2025\n\n${BODY}`),
    ).toEqual({
      front: { title: 'Two firms', publisher: 'Holm Courier', published: '2025-09-09' },
      body: `\n${BODY}`,
    });
  });

  it('is no label where it is one line, or names no title', () => {
    for (const text of [`Title: Two firms\n\n${BODY}`, `Source: the board\nBy: Ada Holm\n\n${BODY}`])
      expect(splitFrontMatter(text)).toEqual({ front: {}, body: text });
  });

  it('may have a colon in its title, and its day in words', () => {
    const front = '---\ntitle: Pilots, explained: who may guide\npublished: June 23, 2026\n---\n';
    expect(splitFrontMatter(front + BODY)).toEqual({
      front: { title: 'Pilots, explained: who may guide', published: '2026-06-23' },
      body: BODY,
    });
  });
});
