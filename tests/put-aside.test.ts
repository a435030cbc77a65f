/** Of the days of a sentence the one that holds is the answer. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { ask } from '../src/answer/ask.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { withFolder } from './corpora.ts';

function shortAnswer(text: string, question: string): string | undefined {
  const file = `---\ntitle: Pilots\npublished: 2026-02-20\n---\n${text}\nNobody minds the wind. The yard is full of gulls.\n`;
  const answer = withFolder({ '001.txt': file }, (folder) =>
    ask({ turns: [question] }, prepareAnswering(buildKnowledge(openCorpus(folder)), loadWeights())),
  );
  return answer.outcome === 'answered' ? answer.short : undefined;
}

describe('the day that holds', () => {
  it.each([
    [
      'The trams, which should have moved to Holm on March 15, will do so on April 19.',
      'When do the trams move to Holm?',
      'April 19, 2026',
    ],
    ['The pool reopens on May 4 instead of March 1.', 'When does the pool reopen?', 'May 4, 2026'],
    ['The start of the ferry slips from June 1 to July 6.', 'When does the ferry start?', 'July 6, 2026'],
    [
      'On June 1 the yard moved the start of the Holm ferry from July 6 to August 3.',
      'When does the ferry start?',
      'August 3, 2026',
    ],
    ['The mine was to close on March 31 and will now close on June 30.', 'When will the mine close?', 'June 30, 2026'],
    ['The fair opens on June 2 and closes on June 9.', 'When does the fair open?', 'June 2, 2026'],
  ])('%s', (text, question, day) => expect(shortAnswer(text, question)).toBe(day));
});
