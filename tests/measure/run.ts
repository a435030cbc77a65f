import { readFileSync } from 'node:fs';
import { openCorpus } from '../../index/open.ts';
import confidence from '../../index/lexicon/confidence.json' with { type: 'json' };
import ranking from '../../index/lexicon/ranking.json' with { type: 'json' };
import { ask, consider, prepareAnswering } from '../../src/answer/ask.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { judgeAnswer, type Row } from './judge.ts';

const [folder, file, ...flags] = process.argv.slice(2);
const opened = openCorpus(folder === 'builtin' ? undefined : folder);
const answering = prepareAnswering(buildKnowledge(opened), { ranking, confidence });
const rows = readFileSync(file ?? '', 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as Row).filter((r) => r.turns);
const only = flags.find((f) => f.startsWith('--kind='))?.slice(7);
const quiet = flags.includes('--quiet');
const table = new Map<string, { n: number; right: number; lead: number; named: number; cited: number; wrongDecline: number }>();
let tp = 0, ans = 0, dec = 0, rd = 0;
for (const row of rows) {
  if (only && row.kind !== only) continue;
  const request = { turns: row.turns ?? [], ...(row.asOf && { asOf: row.asOf }) };
  const answer = ask(request, answering);
  const j = judgeAnswer(row, answer);
  const t = table.get(row.kind) ?? { n: 0, right: 0, lead: 0, named: 0, cited: 0, wrongDecline: 0 };
  t.n++; if (j.right) t.right++;
  if (j.leadRight !== undefined) { t.named++; if (j.leadRight) t.lead++; if (j.cited) t.cited++; }
  if (row.expect === 'answered') { ans++; if (answer.outcome === 'declined') { t.wrongDecline++; tp++; } } else if (row.expect === 'declined') { dec++; if (answer.outcome === 'declined') rd++; }
  table.set(row.kind, t);
  if (!quiet && (!j.right || j.leadRight === false)) {
    const c = consider(request, answering);
    console.log(`\n- ${row.id} [${row.kind}→${c.question.kind}] ${row.turns?.join(' ⟶ ')} ${row.asOf ?? ''}\n    ${j.why.join('; ')} lead=${j.leadRight} conf=${c.confidence.toFixed(2)} needs=${c.question.needs.map((n) => `${n.word}${n.unknown ? '?' : ''}${n.name ? '!' : ''}${n.inherited ? '^' : ''}:${n.weight.toFixed(2)}`).join(' ')}`);
    if (row.expect === 'answered') {
      console.log(`    want: ${(row.leadOneOf ?? row.mustCiteOneOf ?? []).slice(0, 4).join(' | ')}`);
      const at = c.ranked.findIndex((x) => [...(row.mustCiteOneOf ?? []), ...(row.leadOneOf ?? [])].some((o) => x.view.text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase().includes(o.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase())));
      console.log(`    rank of wanted: ${at} ${at >= 0 ? `score ${c.ranked[at]?.score.toFixed(2)} cov ${c.ranked[at]?.match.coverage.toFixed(2)} fit ${c.ranked[at]?.fit.fit}` : ''}`);
    }
    for (const x of c.ranked.slice(0, 2)) console.log(`    ${x.score.toFixed(2)} cov ${x.match.coverage.toFixed(2)}/${x.match.ownCoverage.toFixed(2)} fit ${x.fit.fit} ${x.view.text.slice(0, 130)}`);
  }
}
let n = 0, r = 0, l = 0, m = 0, c = 0;
for (const [k, t] of table) { console.log(`${k.padEnd(14)} right ${t.right}/${t.n}  lead ${t.lead}/${t.named} cited ${t.cited}/${t.named} wrongly declined ${t.wrongDecline}`); n += t.n; r += t.right; l += t.lead; m += t.named; c += t.cited; }
console.log(`right ${r}/${n} ${(100 * r / n).toFixed(1)}%  lead ${l}/${m} ${(100 * l / m).toFixed(1)}%  cited ${(100 * c / m).toFixed(1)}%  wrongly declined ${tp}/${ans} ${(100 * tp / ans).toFixed(1)}%  rightly declined ${rd}/${dec} ${(100 * rd / dec).toFixed(1)}%`);
