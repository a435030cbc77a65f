/** One word of a sentence says one thing of a claim. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const is = (verdict: string) => (claim: string, spring: string, autumn?: string) =>
  expect(verdictOn(claim, spring, autumn), claim).toBe(verdict);
const supported = is('supported');
const notFound = is('not-found');

describe('a claim', () => {
  it('is not supported where one word would be both its verb and what that takes', () => {
    notFound(
      'Ada Holm owns shares in Alder Mills.',
      'Ada Holm of Medlow Research calls it a haircut and keeps her hold rating on Alder Mills.',
    );
    supported('Ada Holm owns shares in Alder Mills.', 'Ada Holm has owned shares in Alder Mills for nine years.');
  });

  it('is supported by a verb where its own is light, or tells of a deed', () => {
    supported('Alder Mills made an offer for Birch Yard.', 'Alder Mills offered 40 million crowns for Birch Yard.');
    supported('Alder Mills announced an expansion of its yard.', 'Alder Mills said that it would expand its yard.');
  });

  it('has done to it what is done to it, and not what is done to something else in like words', () => {
    notFound(
      'Open Shelf was launched in December 2024.',
      'Open Shelf lends books to pupils. The Fair Trade Office opened an inquiry into the contract of Alder Mills in December 2024.',
    );
    notFound(
      'Long Table was started in May 2024.',
      'Long Table feeds the pensioners of the town. The council began an investigation of Birch Yard in May 2024.',
    );
  });
});

describe('a share of something', () => {
  it('is not replaced by how far shares fell or rose', () => {
    supported(
      'Celbridge has to replace packs that fall below 70 percent of their capacity.',
      'Celbridge carries the risk and must replace any pack that falls below 70 percent of its first capacity.',
      'Shares in Halvern fell 6% in two days after the letter became public, while Celbridge was up 2%.',
    );
  });
});
