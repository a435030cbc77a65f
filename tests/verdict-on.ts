import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' in peace');

/** The verdict on a claim where `spring` is told in March and `autumn`, where it is given, in September; town news stands beside both. */
export function verdictOn(claim: string, spring: string, autumn = ''): Verdict {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'spring.md': `---\npublished: 2025-03-03\n---\nA note of spring\n\n${spring}\n`,
    ...(autumn && { 'autumn.md': `---\npublished: 2025-09-01\n---\nA note of autumn\n\n${autumn}\n` }),
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}
