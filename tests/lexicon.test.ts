import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '../index/analyze.ts';
import { compileLexicon } from '../index/lexicon/compile.ts';
import { loadLexicon } from '../index/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const concepts = (text: string) => lexicon.concepts(text, analyze(text)).map((span) => span.key);

it('has compiled the word lists as they are: else run node index/store/write-lexicon.ts', () => {
  for (const [name, table] of Object.entries(compileLexicon()))
    expect(readFileSync(new URL(`../index/lexicon/compiled/${name}.tsv`, import.meta.url), 'utf8')).toBe(table);
});

it('knows a company by its name, its abbreviation and its ticker', () => {
  const [name] = concepts('International Business Machines');
  expect(name).toBeDefined();
  expect(concepts('IBM')).toEqual([name]);
});

it('takes a name that is also a word only as it is written', () => {
  expect(concepts('the WHO said')).toEqual(['@who']);
  expect(concepts('who said')).toEqual([]);
});

it('takes the longest name', () => {
  expect(concepts('the chief revenue officer spoke')).toEqual(['@cro']);
});

it('joins words that say the same, and no opposites', () => {
  const synonyms = new Map(lexicon.synonyms(analyze('buy')[0]?.stem ?? '').map((s) => [s.key, s.strength]));
  expect(synonyms.get(analyze('purchase')[0]?.stem ?? '')).toBeGreaterThanOrEqual(0.7);
  expect(synonyms.has(analyze('sell')[0]?.stem ?? '')).toBe(false);
});

it('puts no word among its own opposites', () => {
  for (const line of compileLexicon().opposites.trim().split('\n')) {
    const [term = ''] = line.split('\t');
    for (const opposite of lexicon.opposites(term)) {
      const near = lexicon.synonyms(term).find((synonym) => synonym.key === opposite && synonym.strength >= 0.8);
      expect(near, `${term} and ${opposite} are opposites and nearly the same`).toBeUndefined();
    }
  }
});

it('knows an irregular verb in each of its forms, alone and at the head of a phrase', () => {
  const strength = (from: string, to: string) => {
    const key = (words: string) =>
      analyze(words)
        .map((token) => token.stem)
        .join(' ');
    return lexicon.synonyms(key(from)).find((synonym) => synonym.key === key(to))?.strength ?? 0;
  };
  expect(strength('tear up', 'tore up')).toBeGreaterThanOrEqual(0.9);
  expect(strength('hold back', 'kept back')).toBeGreaterThanOrEqual(0.8);
  expect(strength('rewrote', 'amend')).toBeGreaterThanOrEqual(0.7);
});
