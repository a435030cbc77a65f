/** What time a question asks about. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { readTime } from '../src/question/time.ts';

const NEWEST = '2026-06-30';

describe('how things stood in a month is asked as of its end', () => {
  it.each([
    'Who was chief executive of Holm in March 2026?',
    'who held the licence in March 2026',
    'In March 2026, was the ferry allowed to sail at night?',
    'How many depots had it in March 2026?',
    'How much debt did Holm have in March 2026?',
    'What was the price of a ticket in March 2026?',
  ])('%s', (question) => expect(readTime(question, NEWEST).time).toEqual({ sort: 'as of', day: '2026-03-31' }));
});

describe('what happened in a month is asked of the month', () => {
  it.each([
    'What happened in March 2026?',
    'Who was appointed in March 2026?',
    'Was the licence signed in March 2026?',
    'Which depots were closed in March 2026?',
    'Why did they part in March 2026?',
  ])('%s', (question) =>
    expect(readTime(question, NEWEST).time).toEqual({ sort: 'period', start: '2026-03-01', end: '2026-03-31' }),
  );

  it('and a year is none in which things stood in one way', () => {
    expect(readTime('How many depots had it in 2025?', NEWEST).time).toMatchObject({ sort: 'period' });
  });
});
