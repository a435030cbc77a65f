/** The same thing said in another construction of grammar, and the nearest thing that it does not say. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const supported = (claim: string, told: string) => expect(verdictOn(claim, told), claim).toBe('supported');
const contradicted = (claim: string, told: string) => expect(verdictOn(claim, told), claim).toBe('contradicted');
const unsupported = (claim: string, told: string) => expect(verdictOn(claim, told), claim).not.toBe('supported');

describe('a line of a figure', () => {
  const told = 'Berths free: 12.5\n\nThe quay was painted in May.';

  it('says how much its thing is', () => supported('The berths free were put at 12.5.', told));

  it('contradicts another figure', () => contradicted('The berths free were put at 15.2.', told));
});

describe('what a pronoun stands for in its own sentence', () => {
  const told = 'While the growers praise the dam, they have so far stopped short of financing it.';

  it('is told of', () => supported('The growers have not financed the dam so far.', told));

  it('is not told the other way round', () => unsupported('The growers have financed the dam.', told));

  it('is told behind what it is not', () => {
    const cost = 'The main risk is not the steel, the builder says; it is the labour.';
    supported('The main risk is the labour.', cost);
    contradicted('The main risk is the steel.', cost);
  });
});

describe('of what there is only one', () => {
  const told = "The bakery's biggest worry has been finding enough flour for its ovens.";

  it('something else is false', () => {
    contradicted("The bakery's biggest worry has been hiring drivers.", told);
    contradicted("The bakery's main worry is the rent.", told);
  });

  it('the same thing is true', () => supported("The bakery's main worry is finding flour.", told));

  it('another rank says nothing', () =>
    expect(verdictOn("The bakery's second worry is the rent.", told)).toBe('not-found'));
});

describe('where a thing comes from', () => {
  const told = "A long letter from the guild's treasurer has been read out in the chapel.";

  it('is told by what stands behind its noun', () => supported("The letter came from the guild's treasurer.", told));

  it('is told of nobody else', () => unsupported("The letter came from the guild's secretary.", told));
});

describe('who has a part in a thing', () => {
  const told = 'In May Holm Bakery opened the harbour kitchen with Birch Foods, Cedar Farm and the Oak Trust.';

  it('is told by with whom it was set going', () => {
    supported('Birch Foods and Cedar Farm are partners in the harbour kitchen.', told);
    supported("The harbour kitchen's partners include the Oak Trust.", told);
    supported('The harbour kitchen involves Cedar Farm.', told);
  });

  it('is told of nobody else', () => unsupported('Fern Radio is a partner in the harbour kitchen.', told));
});

describe('who is under pressure', () => {
  const told = 'Lowick Council pressures Alder Ferries to cut its fares.';

  it('is pressured', () => supported('Alder Ferries is under pressure to cut its fares.', told));

  it('is not who does it', () => unsupported('Lowick Council is under pressure to cut its fares.', told));

  it('is pressured to nothing else', () => contradicted('Alder Ferries is under pressure to raise its fares.', told));
});

describe('the verb of a sentence', () => {
  it('may follow a noun and an adverb', () => {
    supported(
      'A listing often means predictable billing.',
      'For vendors, a listing often means simplified buying and predictable billing.',
    );
  });

  it('is no plural that belongs to somebody or has a verb of its own', () => {
    supported('Harbour partners often negotiate terms.', 'Harbour partners often negotiate terms with the pilots.');
  });

  it('is no noun in front of its verb', () =>
    unsupported('The main cost is the steel.', 'The main cost is not the steel.'));
});

describe('that something is no longer so', () => {
  it('makes a claim of nobody in particular false', () =>
    contradicted(
      'Skill alone is sufficient in ferry tenders.',
      'Skill alone is no longer sufficient in ferry tenders.',
    ));

  it('makes a claim of one thing outdated', () =>
    expect(verdictOn('The Alder licence is exclusive.', 'The Alder licence is no longer exclusive.')).toBe('outdated'));
});

describe('what is made public', () => {
  it('is announced', () => {
    const told = 'Dorn Press and Elm Books announced their merger on March 2, 2025.';
    supported('Dorn Press and Elm Books made their merger public on March 2, 2025.', told);
    contradicted('Dorn Press and Elm Books made their merger public on March 9, 2025.', told);
  });
});
