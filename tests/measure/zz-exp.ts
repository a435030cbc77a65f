import { PassageIndex } from '../../index/passage-index.ts';
import { analyze } from '../../index/analyze.ts';
import { makePassages } from './passages-50k.ts';
const { passages, queries } = makePassages(50000, 400);
const ix = PassageIndex.build(passages);
for (const { query } of queries.slice(0, 10)) ix.search(query, 10);
for (const cb of [100,500,1500,5000,1e9]) { process.env.LEAST = String(cb); let nd = 0; const rows = queries.map(({ query, relevant }) => { const a = performance.now(); const f = ix.search(query, 10).findIndex((h) => h.passage === relevant) + 1; if (f) nd += 1 / Math.log2(f + 1); return { ms: performance.now() - a, query }; });
rows.sort((a, b) => b.ms - a.ms);
for (const r of rows.slice(0, 3)) console.log(r.ms.toFixed(1), r.query, analyze(r.query).filter((t) => !t.stop).map((t) => t.stem + ':' + ix.documentFrequency(t.stem)).join(' '));
const q = (p: number) => rows[Math.floor(rows.length * (1 - p))]?.ms.toFixed(2);
console.log('nDCG', (nd / queries.length).toFixed(4), cb, q(.5), q(.9), q(.99));
}
