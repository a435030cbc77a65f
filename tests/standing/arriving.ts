import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { BUILT_IN_CORPUS, openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import { withFolder } from '../corpora.ts';

/** The built-in documents in the order of the latest date that each reports. */
const ARRIVING = [
  '000_9e1ed899af22fa8f',
  '001_82567b08de8bea44',
  '002_52ffcf88c99ff17d',
  '003_8ff80d1ea70df3ff',
  '004_d7e0d96dc0a5ec0d',
];
/** A bot on the first so many of them. */
export function arrived(count: number): Bot {
  const files = ARRIVING.slice(0, count).map((name) => [
    `${name}.txt`,
    readFileSync(join(BUILT_IN_CORPUS, `${name}.txt`), 'utf8'),
  ]);
  return withFolder(Object.fromEntries(files) as Record<string, string>, (folder) =>
    makeBot(openCorpus(folder, folder), loadWeights()),
  );
}
