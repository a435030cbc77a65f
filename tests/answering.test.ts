/** What an answer says and when there is none, on the built-in documents and on the invented ferry story. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { findNeeds } from '../src/question/needs.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { withFolder } from './corpora.ts';

const builtIn = makeBot(openCorpus(), loadWeights());
const ferry = makeBot(openCorpus('tests/stories/ferry/documents'), loadWeights());

const answer = (bot: typeof builtIn, turns: readonly string[], asOf?: string) => {
  const given = bot.ask({ turns, ...(asOf && { asOf }) });
  if (given.outcome === 'declined') throw new Error(`declined (${given.reason}): ${given.text}`);
  return given;
};
const declined = (bot: typeof builtIn, turn: string) => {
  const given = bot.ask({ turns: [turn] });
  return given.outcome === 'declined' ? given.reason : `answered: ${given.statements[0].quote}`;
};

describe('what a question is about', () => {
  const shareOf = (text: string, stem: string) =>
    findNeeds(text, buildKnowledge(openCorpus()))[0]?.alternatives.get(stem) ?? 0;

  it('is little of the one word of an idiom, as in “go public”', () =>
    expect(shareOf('go public', 'public')).toBeLessThan(0.5));

  it('is all of the noun that a preposition leads, as in “went on sale”', () =>
    expect(shareOf('went on sale', 'sale')).toBeGreaterThanOrEqual(0.9));
});

describe('an answer', () => {
  it('leads with what holds now, and tells what held before and until when', () => {
    const { statements } = answer(builtIn, ['exclusivity']);
    expect(statements[0].quote).toContain('ending exclusivity');
    expect(statements.find((one) => one.role === 'earlier')).toMatchObject({ until: '2026-04-27' });
  });

  it('does not take a sentence for superseded where only another part of it is', () => {
    const { statements } = answer(builtIn, ['Is the revenue sharing affected by other partnerships?']);
    expect(statements[0].quote).toContain('revenue sharing from other cloud partnerships remains unchanged');
  });

  it('shows what ended a part of its lead, even where another part was asked about', () => {
    const { statements, notes } = answer(builtIn, ['Who hosts stateless APIs today?']);
    expect(statements[0].quote).toContain('Azure remains');
    expect(statements[1]?.quote).toContain('ending exclusivity');
    expect(notes.join(' ')).toContain('Not all of [1] holds any longer: [2]');
  });

  it('tells what its own words call past as what held before', () => {
    const { statements } = answer(builtIn, ['Who has exclusive rights to OpenAI models?']);
    expect(statements.find(({ quote }) => quote.startsWith('The old arrangement'))).toMatchObject({ role: 'earlier' });
  });

  it('says “No longer” where the lead itself shows it', () =>
    expect(answer(builtIn, ['Is Azure still the exclusive cloud?']).short).toBe('No longer'));

  it('does not say “Yes” where the lead speaks of a shift away from what is asked', () =>
    withFolder(
      {
        'a.txt':
          'Tolls on the Bay\n\nThe port of Merrow reported on May 3, 2026 a shift away from exclusive use of Tern tugs.\n',
      },
      (folder) => {
        const given = makeBot(openCorpus(folder), loadWeights()).ask({ turns: ['Is the use of Tern tugs exclusive?'] });
        expect(given.outcome === 'answered' ? given.short : given.outcome).not.toBe('Yes');
      },
    ));

  it('leaves “still” to the reader where the lead does not say that it goes on', () =>
    expect(answer(builtIn, ['Is OpenAI still turning down business?']).short).toBeUndefined());

  it('leads with how it stands now where the old arrangement has all the words', () =>
    expect(answer(builtIn, ['Does Azure still host OpenAI exclusively?']).statements[0]?.quote).toContain(
      'can now serve all of its products across any cloud provider',
    ));

  it('says “No” of what the lead says was given up', () =>
    expect(answer(builtIn, ['Is the UK still investigating the deal?']).short).toBe('No'));

  it('names in front who does what is asked of, not who stands beside it', () =>
    expect(answer(builtIn, ['As of March, who hosts the stateless APIs?']).short).toBe('Azure'));

  it('takes over from the turn before what a follow-up leaves out', () =>
    expect(answer(builtIn, ['Is Azure still the exclusive cloud?', 'When did it end?']).short).toBe('April 27, 2026'));

  it('tells no end of what had not ended on the day asked for', () => {
    const asked = (...turns: string[]) => builtIn.ask({ turns, asOf: '2026-03-15' }).outcome;
    expect(asked('Is Azure still the exclusive cloud?', 'When did it end?')).toBe('declined');
    expect(asked('When did it end?')).toBe('declined');
  });

  it('never tells of what came after the day asked for', () => {
    const { statements } = answer(builtIn, ['exclusivity'], '2026-03-15');
    expect(statements.map((one) => one.quote).join(' ')).not.toMatch(/April 2[78]/);
  });

  it('answers a day alone by what is dated to it', () =>
    expect(answer(builtIn, ['what happened on april 27?']).statements[0].quote).toContain('April 27'));

  it('shows another source that gives another number for the same thing', () => {
    const { statements } = answer(ferry, ['How many passengers were there in 2024?']);
    expect(statements.filter((one) => one.role === 'disagrees')).toHaveLength(1);
  });

  it('takes sums of different things for no disagreement', () => {
    const { statements } = answer(ferry, ['How much did Skerrow pay for the two electric ferries?']);
    expect(statements.filter((one) => one.role === 'disagrees')).toEqual([]);
  });

  it('counts documents that quote the same words as one origin', () =>
    expect(answer(builtIn, ['Who is Denise Dresser?']).notes.join(' ')).toContain('one origin'));

  it('holds the same citations for the same question, every time', () =>
    expect(answer(builtIn, ['exclusivity'])).toEqual(answer(builtIn, ['exclusivity'])));
});

describe('a question is declined', () => {
  const check = (question: string, reason: string) => expect(declined(builtIn, question)).toBe(reason);

  it('as off topic where the corpus does not know the most of it', () =>
    check('how tall is the Eiffel Tower?', 'off-topic'));
  it('as no question where it asks nothing', () => check('thanks a lot!', 'not-a-question'));
  it('where only the names that it holds are known', () => check('Who is the CEO of OpenAI?', 'not-in-sources'));
  it('where a person is asked for and only a company is named', () => check("Who is OpenAI's CFO?", 'not-in-sources'));
  it('where nothing is dated to the time that it names', () => check('what happened in 2019?', 'not-in-sources'));
  it('where only a word of an idiom is there: who says a thing publicly does not go public', () =>
    check('When will OpenAI go public?', 'not-in-sources'));
  it('where the sum is told of somebody else', () =>
    check('How much did Microsoft invest in OpenAI?', 'not-in-sources'));
});
