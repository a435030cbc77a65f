/** What a question asks and what a statement tells, kind by kind, on a story that is invented here. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { isCourtesy, kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const SPRING = `---
published: 2026-03-12
publisher: Fenby Tidings
---
Corbel opens its mill

Corbel Paper said on Tuesday, March 10, that it had opened its Linnet mill to a second buyer. From September 1 Corbel may sell Linnet pulp to any printer.

Edda Marrow, who heads Corbel, told reporters that she had been asked early. Osric Penn, head of safety at Corbel, was not there.

The Board of Rivers opened an inquiry on March 11. Quarrel Print employs about 700 people. Quarrel Print wants €9 million in compensation for its lost right.

The first press, the heavy Wren, has failed a water test, and delivery has slipped to June. Wim Tarrow, chief engineer at Quarrel Print, calls it a nuisance.
`;
const SUMMER = `---
published: 2026-07-20
publisher: Fenby Tidings
---
What became of the mill

Corbel pays Quarrel Print €7 million in three parts.

The start of pulp sales has been put off by two months, to November 1. The Board of Rivers wants to test the water below the mill first.

Quarrel Print now speaks of 12 presses instead of 20. The printer says eight of its halls have floors too soft for the machines.

What has not changed

- The recipe stays with Corbel.
- The mill goes on being run from Fenby.

Scenarios

1. Slow trade. Five printers sign by the end of 2027.
2. Price war. Rival mills give pulp away.

Words

Slurry: pulp and water before it is pressed.
`;
const bot = withFolder({ 'spring.md': SPRING, 'summer.md': SUMMER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const leadOf = (...turns: string[]): string => {
  const given = bot.ask({ turns });
  return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.reason}`;
};
const leads = (question: string, quote: string) => expect(leadOf(question)).toContain(quote);
const declined = (...turns: string[]) => expect(leadOf(...turns)).toMatch(/^declined/);

describe('who holds an office', () => {
  it('is told by a title beside a person, whatever words the title has', () =>
    leads('Who runs Corbel?', 'Edda Marrow, who heads Corbel'));
  it('is told of that house: a body that only does something has no head', () =>
    declined('Who heads the Board of Rivers?'));
  it('is no part of the house: who is head of safety does not run it', () =>
    expect(leadOf('Who runs Corbel?')).not.toContain('Osric Penn'));
});

describe('what only certain words tell', () => {
  it('is an age', () => declined('Who is Edda Marrow?', 'how old is she?'));
  it('is whose something is', () => declined('Who owns Quarrel Print?'));
  it('is the number of people whom a house employs, and not another house', () => {
    leads('How many people work for Quarrel Print?', 'about 700 people');
    declined('How many people work for Corbel?');
  });
  it('is how large each of several is', () => declined('How large is each of the three parts?'));
});

describe('what is so', () => {
  it('goes before what was only wanted', () =>
    leads('How much compensation does Quarrel Print get?', 'Corbel pays Quarrel Print'));
  it('is what was wanted where that is asked', () =>
    leads('What did Quarrel Print want as compensation?', 'wants €9 million'));
  it('is the day to which something was put off', () => leads('When can printers buy Linnet pulp?', 'November 1'));
});

describe('a cause', () => {
  it('may stand in the clause before what it did', () => leads('why was the press late?', 'failed a water test'));
  it('may stand in the sentence after it', () =>
    expect(leadOf('How many presses will Quarrel Print buy?', 'why fewer than before?')).toContain('floors too soft'));
});

describe('a list', () => {
  it('stands under the heading that names it', () =>
    expect(leadOf('What scenarios does Fenby Tidings see?')).toMatch(
      /^(?:Slow trade|Five printers|Price war|Rival mills)/,
    ));
  it('of what stayed the same stands under a heading that says so', () => leads('what stayed the same?', 'stays'));
});

describe('a definition', () => {
  it('is a term at the head of a line, whatever the heading over it', () => leads('What does slurry mean?', 'Slurry:'));
});

describe('a courtesy asks nothing', () => {
  it.each(['Thanks, great job!', 'ok cool', 'nice one', 'lol', 'how are you?', 'that was very helpful, thank you!'])(
    '%s',
    (text) => expect(isCourtesy(text)).toBe(true),
  );
  it.each(['what is a fine?', 'night work', 'great deal', 'is it good?'])('but “%s” does', (text) =>
    expect(isCourtesy(text)).toBe(false),
  );
});

describe('the kind of a question', () => {
  it('is seen behind a comma that a date has left', () =>
    expect(kindOfQuestion('  , when was the sale supposed to start?')).toBe('when'));
  it('is a comparison, where two are asked about', () =>
    expect(kindOfQuestion('Holm and Brand on the price?')).toBe('comparison'));
  it('is not yes or no for a noun that is “right”', () => expect(kindOfQuestion('blocking right?')).toBe('definition'));
});
