import v8 from 'node:v8'; import fs from 'node:fs';
import MiniSearch from 'minisearch';
import { analyze } from '../../index/analyze.ts';
import { makePassages } from './passages-50k.ts';
const t = (n: string, f: () => any) => { const a = performance.now(); const r = f(); console.log(n, (performance.now() - a).toFixed(0)); return r; };
const O = { fields: ['t'], tokenize: (s: string) => s.split(' '), processTerm: (x: string) => x };
const mode = process.argv[2];
if (mode === 'build') {
const { passages } = t('make', () => makePassages(50000, 400));
const stems = (s: string) => { const out: string[] = []; for (const x of analyze(s)) if (!x.stop) out.push(x.stem); return out; };
const docs = t('analyze', () => passages.map((p, id) => ({ id, t: stems(`${p.title} ${p.publisher} ${p.text}`).join(' ') })));
const ms: MiniSearch = t('add', () => { const m = new MiniSearch(O); m.addAll(docs); return m; });
t('plain', () => { const m = new MiniSearch({ fields: ['title', 'text'] }); m.addAll(passages.map((p, id) => ({ id, title: p.title, text: p.text }))); return m; });
const js = t('toJSON', () => ms.toJSON());
fs.writeFileSync('/tmp/i.json', t('stringify', () => JSON.stringify(js)));
fs.writeFileSync('/tmp/i.v8', t('v8', () => v8.serialize(js)));
} else if (mode === 'json') { const s = fs.readFileSync('/tmp/i.json', 'utf8'); const o = t('parse', () => JSON.parse(s)); t('loadJS', () => MiniSearch.loadJS(o, O)); }
else { const s = fs.readFileSync('/tmp/i.v8'); const o = t('deserialize', () => v8.deserialize(s)); t('loadJS', () => MiniSearch.loadJS(o, O)); }
