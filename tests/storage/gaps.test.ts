import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportGaps } from '../../adapters/gaps.ts';
import { analyze } from '../../index/analyze.ts';
import { loadLexicon } from '../../index/lexicon/lexicon.ts';
import { groupGaps } from '../../src/gaps/group.ts';
import type { DeclinedQuestion } from '../../src/store/answers.ts';
import { scopeA, second } from './records.ts';

const analysis = { analyze, lexicon: loadLexicon() };

function declined(questions: readonly string[], reason: DeclinedQuestion['reason'] = 'not-in-sources') {
  return questions.map((question, n): DeclinedQuestion => ({ scope: scopeA, question, reason, at: second(n) }));
}

describe('the gap report', () => {
  function grouped(...questions: readonly string[]): readonly (readonly [count: number, question: string])[] {
    return groupGaps(declined(questions), analysis).map(({ count, question }) => [count, question]);
  }

  it('takes questions for one that ask for the same in other forms of its words', () => {
    expect(
      grouped(
        'Who owns the harbour ferries?',
        'who is owning the harbour ferry',
        'Please tell me who owns harbour ferries',
      ),
    ).toEqual([[3, 'Please tell me who owns harbour ferries']]);
  });

  it('takes questions for one that call one name by two of its aliases', () => {
    expect(
      grouped('Who leads the pricing team at AWS?', 'Who leads the pricing team at Amazon Web Services?'),
    ).toHaveLength(1);
  });

  it('keeps questions apart that only begin alike', () => {
    expect(grouped('How much did the ferries cost?', 'How much did the lighthouse cost?')).toHaveLength(2);
  });

  it('lists what was asked most often first, and of equals the latest', () => {
    const twice = 'Who feeds seagulls?';
    expect(grouped('Who paints lighthouses?', twice, twice, 'Who mends nets?')).toEqual([
      [2, 'Who feeds seagulls?'],
      [1, 'Who mends nets?'],
      [1, 'Who paints lighthouses?'],
    ]);
  });

  it('says when a gap was first and last asked for, and in how many wordings', () => {
    expect(
      groupGaps(declined(['Who feeds seagulls?', 'Who feeds  seagulls?', 'who feeds the seagull']), analysis),
    ).toEqual([
      {
        question: 'Who feeds seagulls?',
        count: 3,
        wordings: 2,
        reason: 'not-in-sources',
        first: second(0),
        last: second(2),
      },
    ]);
  });

  it('leaves out what was no question', () => {
    expect(groupGaps(declined(['hello there'], 'not-a-question'), analysis)).toEqual([]);
  });

  it('groups what has no word to go by, by itself', () => {
    expect(grouped('???', '???', 'what is it?', '')).toEqual([
      [2, '???'],
      [1, ''],
      [1, 'what is it?'],
    ]);
  });

  it('counts every question once, in whatever order they come', () => {
    const words = fc.constantFrom('ferry', 'ferries', 'cost', 'who', 'lighthouse', 'owns', '2026', '?');
    const question = fc.array(words, { maxLength: 5 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(question, { maxLength: 30 }), (questions) => {
        const asked = declined(questions);
        const gaps = groupGaps(asked, analysis);
        expect(gaps.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
        expect(groupGaps(asked.toReversed(), analysis).map(({ count }) => count)).toEqual(
          gaps.map(({ count }) => count),
        );
      }),
    );
  });

  it('groups thousands of different questions', () => {
    const many = Array.from({ length: 5000 }, (_, n) => `word${n} other${n} third${n}`);
    expect(groupGaps(declined(many), analysis)).toHaveLength(5000);
  });
});

describe('npm run gaps', () => {
  async function report(args: readonly string[], questions: readonly string[]): Promise<string> {
    const printed: string[] = [];
    const since: string[] = [];
    await reportGaps(args, {
      open: () => ({
        declined: (from) => {
          since.push(from);
          return Promise.resolve(declined(questions));
        },
      }),
      analysis,
      now: new Date(second(0)),
      print: (text) => printed.push(text),
    });
    return [...since, ...printed].join('\n');
  }

  it('lists a gap a line', async () => {
    expect(await report([], ['Who feeds seagulls?', 'who feeds the seagull'])).toBe(
      [
        '2026-04-04T00:00:00.000Z',
        'Asked since 2026-04-04 and not answered by the sources:',
        '    2  who feeds the seagull  (last 2026-05-04, 2 wordings)',
      ].join('\n'),
    );
  });

  it('shows what was typed without the characters that a terminal obeys, and not all of a long text', async () => {
    const shown = await report([], [`red \u001B[31m\u202E text\n${'x'.repeat(500)}`]);
    expect(shown).toContain('    1  red [31m text xxx');
    expect(shown).toContain('x…  (last');
  });

  it('looks back as many days as it is told, and prints JSON', async () => {
    const [since, ...rest] = (await report(['--days', '1', '--json'], ['Who feeds seagulls?'])).split('\n');
    expect(since).toBe('2026-05-03T00:00:00.000Z');
    expect(JSON.parse(rest.join('\n'))).toMatchObject({ since, gaps: [{ question: 'Who feeds seagulls?', count: 1 }] });
  });

  it('says so where nothing was declined', async () => {
    expect(await report(['--days', '7'], [])).toContain('No question of the last 7 days was declined.');
  });

  it.each([[['--days', '0']], [['--days', 'x']], [['--days', '9999']], [['--hours', '1']], [['words']]])(
    'says what to do about %j',
    async (args) => {
      await expect(report(args, [])).rejects.toMatchObject({ name: 'UsageError' });
    },
  );
});
