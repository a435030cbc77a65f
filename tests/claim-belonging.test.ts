/** What keeps a claim from being borne out although each of its words stands in a sentence. Every name here is invented. */
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
    'story.md': `---\npublished: 2025-03-03\n---\nA note of spring\n\n${told}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is not supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).not.toBe('supported');

  it('by a sentence in which its words belong to different things', () => {
    check(
      'Marlow Radio will broadcast the winter concert.',
      'Marlow Radio will broadcast a talk on every winter sport of the valley, with guests from the clubs and a closing concert.',
    );
    check(
      'Tessaly Foods will sell frozen soup.',
      'Tessaly Foods will sell frozen peas from its new plant in the north of the county, and later a tinned soup.',
    );
  });

  it('by what is told of another bearer, who alone is named', () => {
    check(
      'Birchmere has 14 clinics.',
      'In May Birchmere sent its books back. This year Aldermoor has gone on adding sites, and heats 11 of its 14 clinics with wood.',
    );
    check(
      'Quarrel Bank has 90 branches.',
      'Quarrel Bank declined to comment. Holt Savings was asked too, and now opens 40 of its 90 branches on Saturdays.',
    );
  });

  it('by a move in the other direction', () => {
    check(
      'The nurses of Elm House will move to Otter Street in May.',
      'Otter Street is full of damp. Its 30 nurses are to move to Elm House in May, and a van is paid for.',
    );
  });

  it('by all of them, where it is of some', () => {
    check(
      'Verdanza has the licence for two of the five islands.',
      'Verdanza has been awarded the licence for the ferries to all five islands.',
    );
  });

  it('by a word that only looks as if it were made of its own', () => {
    check('Nadia Orr resigned from her post at Kestle Rovers.', 'Coach Nadia Orr has signed on with Kestle Rovers.');
  });
});

describe('a claim is supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('supported');

  it('by a list, up to its last name', () => {
    check(
      'Corvane started the Lantern project in May 2024 with Aldermoor, Birchmere and Tessaly.',
      'In May 2024 Corvane launched the Lantern project with Aldermoor, Birchmere, and Tessaly, saying the venture would spend 5 million euros.',
    );
  });

  it('where several of a thing are told of, and nobody’s sole right', () => {
    check('Corvane opened several bakeries in Dunmere.', 'Last week Corvane opened several bakeries in Dunmere.');
  });

  it('in which verbs and adverbs stand elsewhere', () => {
    check(
      'Corvane repaired the harbour crane quickly.',
      'Within a week, and quickly by any standard, Corvane had repaired the harbour crane.',
    );
  });
});
