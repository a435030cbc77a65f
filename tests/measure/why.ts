/** Shows how a question was understood and what was considered: node tests/measure/why.ts [--corpus DIR] QUESTION [FOLLOW-UP ...] */
import { parseArgs } from 'node:util';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { consider } from '../../src/answer/ask.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' }, 'as-of': { type: 'string' } },
});
const answering = prepareAnswering(buildKnowledge(openCorpus(values.corpus)), loadWeights());
const asOf = values['as-of'];
const { question, ranked, evidence, confidence } = consider({ turns: positionals, ...(asOf && { asOf }) }, answering);
console.log(`kind ${question.kind}, time ${JSON.stringify(question.time)}, confidence ${confidence.toFixed(3)}`);
for (const need of question.needs)
  console.log(
    `  ${need.word} ${need.weight.toFixed(2)}${need.name ? ' name' : ''}${need.unknown ? ' unknown' : ''}${need.inherited ? ' inherited' : ''}: ${[
      ...need.alternatives,
    ]
      .filter(([key]) => answering.knowledge.frequency(key) > 0)
      .map(([key, s]) => `${key} ${s.toFixed(2)}`)
      .join(', ')}`,
  );
console.log(evidence);
for (const { view, score, features } of ranked.slice(0, 5)) {
  console.log(`${score.toFixed(3)} ${view.text.slice(0, 150)}`);
  console.log(
    `      ${Object.entries(features)
      .filter(([, v]) => v !== 0)
      .map(([name, v]) => `${name} ${v.toFixed(2)}`)
      .join(', ')}`,
  );
}
