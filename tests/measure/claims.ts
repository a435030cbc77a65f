import { readFileSync } from 'node:fs';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { prepareAnswering } from '../../src/answer/ask.ts';
import { checkClaim } from '../../src/claim/check.ts';
import { compare } from '../../src/claim/compare.ts';
import { readPart, splitClaim } from '../../src/claim/part.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import type { Row } from './judge.ts';
const [folder, file, flag] = process.argv.slice(2);
const a = prepareAnswering(buildKnowledge(openCorpus(folder === 'builtin' ? undefined : folder)), loadWeights());
const rows = readFileSync(file ?? '', 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as Row).filter((r) => r.claim);
const table: Record<string, Record<string, number>> = {};
let right = 0;
for (const row of rows) {
  const v = checkClaim({ claim: row.claim ?? '', ...(row.asOf && { asOf: row.asOf }) }, a);
  (table[row.expect] ??= {})[v.verdict] = (table[row.expect]?.[v.verdict] ?? 0) + 1;
  if (v.verdict === row.expect) { right++; continue; }
  if (flag) continue;
  console.log(`\n- ${row.id} ${row.claim} ${row.asOf ?? ''}\n   want ${row.expect} got ${v.verdict} ${v.parts.map((p) => `{${p.part} → ${p.verdict} ${p.different}}`).join(' ')}`);
  for (const part of splitClaim(row.claim ?? '')) {
    const p = readPart(part, a.knowledge);
    console.log(`   part "${part}" needs ${p.needs.map((n) => `${n.word}${n.name ? '!' : ''}:${n.weight.toFixed(2)}`).join(' ')} ${p.certainty} neg=${p.negated} excl=${p.exclusive} past=${p.past}`);
    for (const c of a.knowledge.views.map((x) => compare(p, x, a.knowledge)).sort((x, y) => y.match.ownCoverage - x.match.ownCoverage).slice(0, 2)) console.log(`     ${c.match.ownCoverage.toFixed(2)} silent ${c.silent} diff ${c.different} | ${c.view.text.slice(0, 140)}`);
  }
}
console.log(JSON.stringify(table), `${right}/${rows.length}`);
