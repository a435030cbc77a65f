/**
 * True claims in other words than their sentence, each beside the nearest false one: which verb is the sentence's, what a
 * number counts, what is denied, which day is meant. Every name here is invented.
 */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'grows apples']);

function verdictOn(claim: string, told: string): Verdict {
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'story.md': `---\npublisher: Marlow Mills\npublished: 2025-09-03\n---\nA note of autumn\n\n${told}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported, and its false twin is not', () => {
  const check = (told: string, right: string, wrong: string) => {
    expect(verdictOn(right, told)).toBe('supported');
    expect(verdictOn(wrong, told)).not.toBe('supported');
  };

  it('where a participle describes its subject', () => {
    check(
      'From May 2 any licensed plumber may inspect Boiler 4 in the evening.',
      'Licensed plumbers may inspect Boiler 4 from May 2.',
      'Licensed plumbers may inspect Boiler 3 from May 2.',
    );
    check(
      'Kilns built before 1990 cannot burn gas, the town of Averill said.',
      'Kilns built before 1990 cannot burn gas.',
      'Kilns built after 1990 cannot burn gas.',
    );
  });

  it('where somebody was made the head of a house', () => {
    check(
      'Ada Holm, who had filled in since spring, was made permanent chief executive of Tessaly Foods on June 4.',
      'Ada Holm is now the permanent chief executive of Tessaly Foods.',
      'Ben Ash is now the permanent chief executive of Tessaly Foods.',
    );
    check(
      'Her successor, Ben Ash, has been the chief executive of Tessaly Foods since February 1.',
      'Ben Ash took over as chief executive of Tessaly Foods on February 1.',
      'Ben Ash took over as chief executive of Tessaly Foods on March 1.',
    );
  });

  it('with “isn’t” and “won’t” written out', () => {
    check(
      'Corvane will not sell frozen peas before October.',
      "Corvane won't sell frozen peas before October.",
      'Corvane will sell frozen peas before October.',
    );
  });

  it('where it denies something beside its main clause', () => {
    check(
      'The Quarry Fund grant of 3 million euros covers pumps and pipes and may not be spent on wages.',
      'The Quarry Fund grant covers pumps and pipes, not wages.',
      'The Quarry Fund grant covers wages, not pumps and pipes.',
    );
    check(
      'In return Birchmere gave up its right to leave if digging does not start in May.',
      'Birchmere gave up its right to leave if digging does not start in May.',
      'Birchmere gave up its right to leave if digging starts in May.',
    );
  });

  it('where an exclusive contract was made, whatever became of it', () => {
    check(
      'Averill Radio and Quarrel Bank had an exclusive contract. That contract was signed in May 2021. On March 16 they ended exclusivity.',
      'Averill Radio and Quarrel Bank signed their exclusive contract in May 2021.',
      'Averill Radio and Quarrel Bank signed their exclusive contract in June 2021.',
    );
  });

  it('where what is told of is the speaker’s own', () => {
    check(
      'Corvane says that its own tram line will be free for pupils, paid for by parking fees.',
      'Corvane’s tram line will be paid for by parking fees.',
      'Corvane’s tram line will be paid for by ticket sales.',
    );
  });

  it('where the day stands in the sentence before', () => {
    check(
      'A storm kept it in port, and the Heron sailed on May 6 instead. The voyage was a success. It carried 30 carts.',
      'The Heron voyage on May 6 was a success.',
      'The Heron voyage on May 9 was a success.',
    );
  });

  it('where a share is told as a fraction, and a part of a whole', () => {
    check(
      'Birchmere pays 25 percent less than the list price for its bricks.',
      'Birchmere pays a quarter less than the list price.',
      'Birchmere pays a third less than the list price.',
    );
    check(
      'Corvane printed nine of the fourteen books of the season in Harby.',
      'Corvane printed nine books in Harby.',
      'Corvane printed ten books in Harby.',
    );
  });

  it('where “each” is a rate, and “without any” is none', () => {
    check(
      'The lock charges boats a toll of 310 euros per passage.',
      'The lock charges boats 310 euros for each passage.',
      'The lock charges boats 410 euros for each passage.',
    );
    check(
      'The Water Court closed its review of the Birchmere mill on June 4 without action.',
      'The Water Court ended its review of the Birchmere mill without any action.',
      'The Water Court ended its review of the Birchmere mill with a fine.',
    );
  });

  it('where the verb is told by its noun beside the very sum', () => {
    check(
      'The first instalment of the Lantern Fund, 20 million euros, arrived in Dunmere on June 3.',
      '20 million euros of the Lantern Fund were paid in Dunmere on June 3.',
      '30 million euros of the Lantern Fund were paid in Dunmere on June 3.',
    );
  });

  it('where it is a comparison without a verb', () => {
    check(
      'Both mills still need coal, so this is more likely a truce than a merger.',
      'The market note expects a truce rather than a merger.',
      'The market note expects a merger rather than a truce.',
    );
  });
});

describe('nothing contradicts a claim', () => {
  const check = (told: string, claim: string) => expect(verdictOn(claim, told)).not.toBe('contradicted');

  it('that tells of another sum, far off and by another verb', () => {
    check(
      'The county pays Corvane 120 million euros over eight years.',
      'The county kept 85,000 euros of the payment to Corvane.',
    );
  });

  it('that is of another day than what came of it', () => {
    check(
      'Birchmere closed its bakery in Harby on May 3, 2025.',
      'Birchmere opened its bakery in Harby in March 2019.',
    );
  });

  it('of months from which to which something lasts', () => {
    expect(
      verdictOn(
        'Corvane will show the Lantern film in March 2026.',
        'The Lantern film is to be shown by Corvane from March to May 2026.',
      ),
    ).toBe('supported');
  });
});
