/** What is shipped of the built-in documents, so that one answer waits for less, is what would be found anew. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import saved from '../index/corpus/answering.json' with { type: 'json' };
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { indexedTexts } from '../index/opened-corpus.ts';
import { BUILT_IN_INDEX, builtInIndexFile } from '../index/store/saved-index.ts';
import { ask } from '../src/answer/ask.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { type SavedAnswering, saveAnswering } from '../src/answer/saved-answering.ts';
import { yesOrNo } from '../src/answer/yes-no.ts';
import { answeringWhenWanted } from '../src/answering-bot.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import type { Row } from './measure/judge.ts';

const shipped = saved as unknown as SavedAnswering;
const opened = openCorpus();
const found = prepareAnswering(buildKnowledge(opened), loadWeights());
const questions = readFileSync(new URL('./questions/seeds/dev.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row)
  .flatMap(({ turns, asOf }) => (turns ? [{ turns, ...(asOf && { asOf }) }] : []))
  .filter((_, i) => i % 10 === 0);

it('has saved what answering finds now: else run node tests/measure/write-answering.ts', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(saveAnswering(found))));
});

it('has saved the index as it is built now: else run node index/corpus/write-reading.ts', () => {
  expect(new Uint8Array(readFileSync(BUILT_IN_INDEX))).toEqual(builtInIndexFile(indexedTexts(opened.corpus)));
});

it('answers from what was saved as it does from what it finds anew', () => {
  const restored = answeringWhenWanted(opened, loadWeights(), yesOrNo, shipped)();
  for (const question of questions) expect(ask(question, restored)).toEqual(ask(question, found));
});

it('leaves aside what was saved of another corpus', () => {
  const other: SavedAnswering = { ...shipped, corpus: 'another', found: [], holders: [], turns: [] };
  const answering = answeringWhenWanted(opened, loadWeights(), yesOrNo, other)();
  expect(answering.turns).toEqual(found.turns);
});
