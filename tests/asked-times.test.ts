/** The time that a question asks for. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { readTime } from '../src/question/time.ts';

const timeOf = (question: string) => readTime(question, '2026-06-10').time;

describe('a question asks for what was before', () => {
  it.each(['and before?', 'What did the mill cost before', 'and before that?', 'Who ran it previously?'])(
    '%s',
    (question) => expect(timeOf(question)).toEqual({ sort: 'earlier' }),
  );
});

describe('a question with a month', () => {
  it('asks how things stood at its end, where it asks for a state', () => {
    for (const question of [
      'In April 2026, was the Wren allowed to sail?',
      'Was Alder Freight still the only carrier in April 2026?',
      'Were two firms already in charge of the quay in April 2026?',
    ])
      expect(timeOf(question)).toEqual({ sort: 'as of', day: '2026-04-30' });
  });

  it('asks for what was done in it, where it asks for a deed', () => {
    for (const question of ['Was the contract signed in April 2026?', 'What did Alder sell in April 2026?'])
      expect(timeOf(question)).toMatchObject({ sort: 'period' });
  });

  it('means the one nearest before the day on which it is asked', () => {
    expect(timeOf('What happened in June?')).toEqual({ sort: 'period', start: '2026-06-01', end: '2026-06-30' });
    expect(readTime('What happened in March?', '2026-06-10', '2025-11-05').time).toEqual({
      sort: 'period',
      start: '2025-03-01',
      end: '2025-03-31',
    });
  });
});
