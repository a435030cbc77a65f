/** The stems of `index/words/porter2.ts` are those of an independent implementation of the same algorithm. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newStemmer } from 'snowball-stemmers';
import { expect, it } from 'vitest';
import { compileLexicon } from '../index/lexicon/compile.ts';
import { BUILT_IN_CORPUS } from '../index/open.ts';
import { stemEnglish } from '../index/words/porter2.ts';

const english = newStemmer('english');
const texts = readdirSync(BUILT_IN_CORPUS).map((file) => readFileSync(join(BUILT_IN_CORPUS, file), 'utf8'));
const terms = new Set(
  Object.values(compileLexicon())
    .join('')
    .split(/[\t\n|]/),
);
const roots = [...terms].filter((term) => /^[a-z]+$/.test(term));
const inflected = roots.flatMap((root) =>
  ['', 's', 'ed', 'ing', 'ly', 'ation', 'ational', 'iveness', 'fulness', 'ization', 'ies', "'s"].map(
    (end) => root + end,
  ),
);

it('stems every word of the documents and of the lexicon, however inflected, as the reference does', () => {
  const words = new Set(
    [
      ...texts
        .join(' ')
        .toLowerCase()
        .split(/[^a-z']+/),
      ...inflected,
    ].filter((word) => word.length > 1),
  );
  expect(words.size).toBeGreaterThan(20_000);
  const different = [...words].filter((word) => stemEnglish(word) !== english.stem(word));
  expect(different).toEqual([]);
});
