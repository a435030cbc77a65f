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
    ['How old is Ana Roth?', 'Ana Roth, 58, has led the mill since May.', true],
    ['What is the age of the abbot?', 'The abbot turned 61 on Friday.', true],
    ['How old is Ana Roth?', 'Ana Roth has led the mill since May 4, 2019.', false],
    ['Who now owns the quarry?', 'The quarry stays with the Hale brothers.', true],
    ['Who owns the quarry?', 'The quarry bought back its shares.', false],
    ['Which firm makes the bells?', 'The bells come from Tarn Foundry.', true],
    ['Who built the lock?', 'The lock was built in 1902.', false],
    ['When was the guild founded?', 'The guild goes back to a strike of 1911.', true],
    ['When was the guild founded?', 'The guild met on May 3.', false],
    ['How much does each of the clubs get?', 'The clubs share it equally.', true],
    ['How much does each of the clubs get?', 'The clubs get 40 million.', false],
    ['Where did Ana Roth work before?', 'Ana Roth was hired from Tarn Foundry.', true],
    ['Where did Ana Roth work before?', 'Ana Roth works in Hale.', false],
    ['What did Ana Roth do before?', 'Ana Roth, 48, ran the bus company for six years.', true],
    ['What did Ana Roth do before?', 'Ana Roth took over on May 4, after six years as head of the workshop.', true],
    ['What did Ana Roth do before?', 'Ana Roth replaces Ben Sorrel, who had led the firm.', false],
    ['What did Ana Roth do before?', 'The new director, Ana Roth, had been in office three weeks.', false],
    ['What will Ana Roth do after that?', 'Ana Roth plans to write.', true],
    ['What will Ana Roth do after that?', 'Ana Roth will leave in May.', false],
  ])('%s — “%s”: %s', (question, statement, tells) => {
    const relations = asked(question);
    expect(relations.length).toBeGreaterThan(0);
    expect(relations.every((relation) => relation.tells(statement, []))).toBe(tells);
  });

  test('What is bought is who is asked about, and not a thing of that name', () => {
    const owner = asked('Who owns Alder Grain?').find(({ of }) => of === 'owner');
    expect(owner?.tells('Anyone may buy the grain from 2027.', ['Alder', 'Grain'])).toBe(false);
    expect(owner?.tells('Tarn Group bought Alder Grain in May.', ['Alder', 'Grain'])).toBe(true);
  });

  test.each([
    'Why did the rector close the library?',
    'When does the new tram line open?',
    'What did the revenue chief say about the rivals of the brewery?',
    'Where does the orchestra rehearse?',
    'Is the lock still closed to barges?',
    'Who makes the most noise at the fair?',
  ])('any sentence may answer “%s”', (question) => {
    expect(asked(question)).toEqual([]);
  });

  test('who owns a thing is told only where the thing is named', () => {
    const needNames = (text: string) => asked(text).some(({ ofNamed }) => ofNamed);
    expect(needNames('Who owns the quarry?')).toBe(true);
    expect(needNames('Who insures the quarry?')).toBe(false);
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
