import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { relationsAsked } from '../src/answer/relations.ts';
import type { Question } from '../src/question/question.ts';

const lexicon = loadLexicon();

function asked(text: string) {
  const question: Question = { text, kind: 'open', needs: [], stems: [], asOfAsked: false, leans: false, query: '' };
  return relationsAsked(question, lexicon);
}

describe('What only certain words tell', () => {
  test.each([
    ['Who insures the Marlow dam?', 'The Marlow dam is covered by a policy of three underwriters.', true],
    ['Who insures the Marlow dam?', 'A flood at the Marlow dam swept away a crane.', false],
    ['What caused the fire at the paper mill?', 'Investigators blame an overheated bearing.', true],
    ['What caused the fire at the paper mill?', 'A fire at the paper mill destroyed two machines.', false],
    ['How did shares of Tollan react to the recall?', 'The stock fell 4 percent on the news.', true],
    ['How did shares of Tollan react to the recall?', 'Tollan told staff that it would recall the model.', false],
    ['Which bank is paying for the ice rink?', 'The rink is financed with a loan from Union Credit.', true],
    ['Which bank is paying for the ice rink?', 'The town will put up an ice rink for 9 million.', false],
    ['What is the price target for Ebner?', 'Her target for the shares is now 40 crowns.', true],
    ['What is the price target for Ebner?', 'She raised her rating on Ebner to buy.', false],
    ['Which version of the driver does the scanner need?', 'It needs version 4 of the driver.', true],
    ['Which version of the driver does the scanner need?', 'The scanner comes with a driver.', false],
    ['By what majority did the synod allow it?', 'Forty voted in favour and three against.', true],
    ['By what majority did the synod allow it?', 'The synod allowed it on Tuesday.', false],
    ['What does a midwife earn at St Brida?', 'Midwives there get a salary of 48,000.', true],
    ['What does a midwife earn at St Brida?', 'St Brida has eleven midwives.', false],
  ])('%s — “%s”: %s', (question, statement, tells) => {
    const relations = asked(question);
    expect(relations.length).toBeGreaterThan(0);
    expect(relations.every((relation) => relation.tells(statement))).toBe(tells);
  });

  test.each([
    'Why did the rector close the library?',
    'When does the new tram line open?',
    'What did the revenue chief say about the rivals of the brewery?',
    'Where does the orchestra rehearse?',
    'Is the lock still closed to barges?',
  ])('any sentence may answer “%s”', (question) => {
    expect(asked(question)).toEqual([]);
  });

  test('each entry asks and tells something, once', () => {
    const names = lexicon.relations.map(({ of }) => of);
    expect(new Set(names).size).toBe(names.length);
    for (const { asks, tells } of lexicon.relations) {
      expect(asks.length).toBeGreaterThan(0);
      expect(tells.every((row) => row.length > 0)).toBe(true);
    }
  });
});
