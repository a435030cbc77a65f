/** Over whole stories: documents that are edited without a change, and labelled claims that do and do not say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import { basisOf } from '../../src/standing/basis.ts';
import { tellsSame } from '../../src/standing/tells-same.ts';
import { heldView } from '../../src/statement/held-view.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { withFolder } from '../corpora.ts';

const STORIES = ['ferry', 'pharma'] as const;
type Files = Readonly<Record<string, string>>;

const rowsOf = <Row>(story: string, file: string): Row[] =>
  readFileSync(join('tests/stories', story, file), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as Row);

function documentsOf(story: string): Files {
  const folder = join('tests/stories', story, 'documents');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const botOf = (files: Files): Bot => withFolder(files, (folder) => makeBot(openCorpus(folder, folder), loadWeights()));

/** Words for which others stand that say the same. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bsaid\b/g, 'stated'],
  [/\bannounced\b/g, 'declared'],
  [/\bbegan\b/g, 'started'],
  [/\bbought\b/g, 'purchased'],
  [/\blarge\b/g, 'big'],
  [/\bcompany\b/g, 'firm'],
  [/\bagreed to\b/g, 'consented to'],
  [/\btold\b/g, 'informed'],
  [/\bkeeps\b/g, 'retains'],
  [/\bhelp\b/g, 'assist'],
  [/\bneed\b/g, 'require'],
];

describe.each(STORIES)('the answers to all questions of the story %s', (story) => {
  const files = documentsOf(story);
  const before = botOf(files);
  const asked = rowsOf<{ turns?: string[]; asOf?: string }>(story, 'dev.jsonl').flatMap(({ turns, asOf }) =>
    turns && !asOf ? [turns] : [],
  );

  const changes = (after: Bot) =>
    asked.flatMap((turns) => {
      const basis = basisOf(before.ask({ turns }));
      const { how } = after.review({ turns, before: basis, told: before.state() });
      return basis.outcome === 'answered' && how ? [`${how}: ${turns.at(-1)}`] : [];
    });

  it('do not change where every document has another name, and so another place', () => {
    const names = Object.keys(files);
    const moved = names.map((name, i) => [`z${99 - i}-${name}`, files[name] ?? '']);
    expect(changes(botOf(Object.fromEntries(moved) as Files))).toEqual([]);
  });

  it('do not change where a document about something else comes in', () => {
    const other = 'The glassworks of Odda hired forty apprentices on January 5, 2031. The mayor praised the furnaces.';
    expect(changes(botOf({ ...files, 'zz.txt': other }))).toEqual([]);
  });

  it('do not change where every document is told in other words', () => {
    const reworded = Object.entries(files).map(([name, text]) => [
      name,
      OTHER_WORDS.reduce((words, [from, to]) => words.replace(from, to), text),
    ]);
    expect(changes(botOf(Object.fromEntries(reworded) as Files))).toEqual([]);
  });
});

describe('labelled claims', () => {
  it('say the same as the sentence that supports them, and never as one that contradicts them', () => {
    const same = { supported: [0, 0], contradicted: [0, 0] };
    for (const story of STORIES) {
      const opened = openCorpus(join('tests/stories', story, 'documents'));
      const knowledge = buildKnowledge(opened);
      const bot = makeBot(opened, loadWeights());
      for (const { claim, expect: verdict } of rowsOf<{ claim: string; expect: string }>(story, 'claims.jsonl')) {
        const { parts, citations, verdict: found } = bot.check({ claim });
        const view = knowledge.views.find(
          ({ statement }) => statement.document === citations[0]?.document && statement.start === citations[0]?.start,
        );
        if (found !== verdict || parts.length !== 1 || !view) continue;
        if (verdict !== 'supported' && verdict !== 'contradicted') continue;
        const [told, all] = same[verdict] as [number, number];
        same[verdict] = [
          told + (tellsSame(heldView({ document: '', quote: claim }, knowledge), view, knowledge) ? 1 : 0),
          all + 1,
        ];
      }
    }
    expect(same.contradicted[0]).toBe(0);
    expect(same.supported[0]).toBeGreaterThanOrEqual(0.85 * (same.supported[1] ?? 0));
    expect(same.supported[1]).toBeGreaterThan(15);
  });
});
