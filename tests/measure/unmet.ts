import { readFileSync } from 'node:fs';
import confidence from '/work/main/index/lexicon/confidence.json' with { type: 'json' };
import ranking from '/work/main/index/lexicon/ranking.json' with { type: 'json' };
import { openCorpus } from '/work/main/index/open.ts';
import { consider, prepareAnswering } from '/work/main/src/answer/ask.ts';
import { buildKnowledge } from '/work/main/src/statement/knowledge.ts';
import { holds } from '/work/main/tests/measure/judge.ts';
const [folder, file] = process.argv.slice(2);
const a = prepareAnswering(buildKnowledge(openCorpus(folder === 'builtin' ? undefined : folder)), { ranking, confidence });
for (const l of readFileSync(file!, 'utf8').split('\n').filter(Boolean)) { const row = JSON.parse(l); if (!row.turns || row.expect !== 'answered') continue;
 const { question, ranked } = consider({ turns: row.turns, ...(row.asOf && { asOf: row.asOf }) }, a);
 const wanted = row.leadOneOf?.length ? row.leadOneOf : row.mustCiteOneOf ?? [];
 const isGold = (c: any) => wanted.some((o: string) => holds(c.view.text, o));
 if (ranked[0] && isGold(ranked[0])) continue;
 const k = ranked.findIndex(isGold); const g = ranked[k];
 console.log(`${row.id} [${row.kind}>${question.kind}] ${row.turns.join(' ⟶ ')}${row.asOf ? ' @' + row.asOf : ''}`);
 console.log(`   #${k} ${g ? `${g.score.toFixed(2)} vs ${ranked[0]?.score.toFixed(2)}` : ''} unmet: ${g ? question.needs.filter((n, i) => (g.match.own[i] ?? 0) < 0.5).map((n) => n.word).join(',') : 'ALL ' + question.needs.map((n) => n.word)} | GOLD: ${(g?.view.text ?? wanted[0] ?? '').slice(0, 150)}`);
 console.log(`   TOP: ${ranked[0]?.view.text.slice(0, 120)}`);
}
