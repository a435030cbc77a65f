/**
 * Writes index/corpus/answering.json, after a change to the built-in documents, to a word list, or to how statements are
 * read or compared: node tests/measure/write-answering.ts
 */
import { writeFileSync } from 'node:fs';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import { saveAnswering } from '../../src/answer/saved-answering.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';

const saved = saveAnswering(prepareAnswering(buildKnowledge(openCorpus()), loadWeights()));
writeFileSync(new URL('../../index/corpus/answering.json', import.meta.url), `${JSON.stringify(saved)}\n`);
