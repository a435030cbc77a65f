/** The corpus is replaced while everything goes on. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { withCache } from '../adapters/answer-cache.ts';
import { leadsOf } from '../adapters/discord/dressing.ts';
import { makeLog } from '../adapters/log.ts';
import { makeMetrics } from '../adapters/metrics.ts';
import { type Candidate, makeReplacer } from '../adapters/replacement.ts';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { openCorpusBeside } from '../index/store/opening.ts';
import { openIndex, removeOtherIndexes } from '../index/store/saved-index.ts';
import { openingQuestions } from '../src/answer/openings.ts';
import { type Bot, makeBot, prepareBot } from '../src/bot.ts';
import { topicsOf } from '../src/chat/topics.ts';
import { makeReplaceableBot, perCorpus } from '../src/replaceable-bot.ts';
import { withFolder } from './corpora.ts';
import { postJson, serve } from './web/serving.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'replacement-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const FERRY = `---
published: 2031-03-02
url: https://courier.example/ferry
---
Tern Ferries paid 40 million euros for the Maren licence on March 2, 2031. The licence covers the crossing to Maren and nothing else. The ministry had asked four operators for their price.
`;
const RAISED = `---
published: 2031-06-09
url: https://courier.example/raised
---
On June 9, 2031 the ministry raised the price of the Maren licence, and Tern Ferries paid 55 million euros for the Maren licence. The operator said that fares would not rise this year.
`;
const QUESTION = 'How much did Tern Ferries pay for the Maren licence?';

function botOn(folder: string): Bot {
  return makeBot(openCorpus(folder, folder), loadWeights());
}

/** As the service opens it, without waiting for quiet. */
async function candidateIn(folder: string): Promise<Candidate> {
  const opened = await openCorpusBeside(folder, folder, 0);
  return {
    version: opened.corpus.version,
    statements: opened.corpus.statements.length,
    leftOut: opened.leftOut,
    prepare: () => prepareBot(opened, loadWeights()),
  };
}

function replacing(folder: string, open = () => candidateIn(folder)) {
  const logged: string[] = [];
  const bot = makeReplaceableBot(botOn(folder));
  let replaced = 0;
  const metrics = makeMetrics();
  const replacer = makeReplacer({
    bot,
    open,
    replaced: () => {
      replaced += 1;
    },
    log: makeLog('info', { write: (line) => logged.push(line) }),
    metrics,
  });
  return { bot, replacer, metrics, logged, replaced: () => replaced };
}

describe('another corpus', () => {
  it('is put in place, with the differences in numbers and without words in the log', async () => {
    const folder = folderWith({ 'a.md': FERRY });
    const { bot, replacer, logged, replaced, metrics } = replacing(folder);
    const { version } = bot.corpus;
    expect(bot.ask({ turns: [QUESTION] })).toMatchObject({ short: '40 million euros' });
    writeFileSync(join(folder, 'b.md'), RAISED);
    const { outcome, says } = await replacer.replace();
    expect(outcome).toBe('replaced');
    expect(says).toMatch(
      new RegExp(
        `^Version ${bot.corpus.version} is in use, in place of ${version}: 2 documents; statements: \\d new, 0 gone, 0 changed, 1 superseded\\.$`,
      ),
    );
    expect(bot.ask({ turns: [QUESTION] })).toMatchObject({ short: '55 million euros', corpus: bot.corpus.version });
    expect(replaced()).toBe(1);
    expect(logged.join('')).not.toContain('Tern');
    const shown = await metrics.registry.metrics();
    expect(shown).toContain(`bot_corpus{version="${bot.corpus.version}"} 1`);
    expect(shown).not.toContain(version);
    expect(shown).toContain('bot_corpus_replacements_total{outcome="replaced"} 1');
  });

  it('answers as one that was opened at the start', async () => {
    const folder = folderWith({ 'a.md': FERRY });
    const { bot, replacer } = replacing(folder);
    writeFileSync(join(folder, 'b.md'), RAISED);
    await replacer.replace();
    const fresh = botOn(folder);
    expect(bot.corpus).toEqual(fresh.corpus);
    for (const question of [QUESTION, 'Who raised the price?', 'What does the licence cover?'])
      expect(bot.ask({ turns: [question] })).toEqual(fresh.ask({ turns: [question] }));
    expect(bot.search('price licence', 5)).toEqual(fresh.search('price licence', 5));
    expect(bot.timeline({})).toEqual(fresh.timeline({}));
  });

  it('is no other where nothing has changed', async () => {
    const { replacer, replaced } = replacing(folderWith({ 'a.md': FERRY }));
    expect(await replacer.replace()).toMatchObject({ outcome: 'unchanged' });
    expect(replaced()).toBe(0);
  });

  it('is opened once for wishes that come while one is under way, and once more for those behind it', async () => {
    const folder = folderWith({ 'a.md': FERRY });
    let opened = 0;
    const { replacer } = replacing(folder, () => {
      opened += 1;
      return candidateIn(folder);
    });
    await Promise.all([replacer.replace(), sleep(0).then(() => Promise.all([replacer.replace(), replacer.replace()]))]);
    expect(opened).toBe(2);
  });
});

describe('a corpus that cannot be used', () => {
  const check = async (spoil: (folder: string) => void, expected: string | RegExp) => {
    const folder = folderWith({ 'a.md': FERRY, 'b.md': RAISED });
    const { bot, replacer, logged, replaced } = replacing(folder);
    const before = bot.corpus;
    spoil(folder);
    const { outcome, says } = await replacer.replace();
    expect(outcome).toBe('refused');
    expect(says).toMatch(expected);
    expect(says).toMatch(/The documents in use stay\.$/);
    expect(says).not.toContain('\n');
    expect(bot.corpus).toBe(before);
    expect(bot.ask({ turns: [QUESTION] })).toMatchObject({ short: '55 million euros' });
    expect(replaced()).toBe(0);
    expect(logged.join('')).toContain('a corpus was refused');
  };

  it('is refused where the folder is gone', () =>
    check((folder) => rmSync(folder, { recursive: true }), /no such folder/));
  it('is refused where the folder is empty', () =>
    check((folder) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }, /holds no \.txt or \.md file/));
  it('is refused where one file cannot be read', () =>
    check(
      (folder) => writeFileSync(join(folder, 'c.txt'), new Uint8Array([0xff, 0xfe, 0x41])),
      /c\.txt: left out, it is not UTF-8/,
    ));
  it('is refused where several cannot, and says how many', () =>
    check((folder) => {
      for (const name of ['c', 'd', 'e']) writeFileSync(join(folder, `${name}.txt`), '');
    }, /c\.txt: left out, it holds no text\. 2 more like it\./));
  it('is refused where it holds no statement', () =>
    check((folder) => {
      rmSync(join(folder, 'a.md'));
      writeFileSync(join(folder, 'b.md'), '# Ferries\n');
    }, /No statement could be read/));
  it('is refused where less than half of the statements is left', () =>
    check((folder) => {
      rmSync(join(folder, 'b.md'));
      writeFileSync(join(folder, 'a.md'), 'A ferry sails.\n');
    }, /hold 1 statements, and those in use \d+: if that is meant, run npm run reload -- --accept-loss/));

  it('is put in place where the loss is accepted', async () => {
    const folder = folderWith({ 'a.md': FERRY, 'b.md': RAISED });
    const { bot, replacer } = replacing(folder);
    rmSync(join(folder, 'b.md'));
    writeFileSync(join(folder, 'a.md'), 'A ferry sails.\n');
    expect(await replacer.replace({ acceptLoss: true })).toMatchObject({ outcome: 'replaced' });
    expect(bot.corpus.documents).toHaveLength(1);
  });

  it('is refused where its files are still being written', async () => {
    const folder = folderWith({ 'a.md': FERRY });
    const opening = openCorpusBeside(folder, folder, 0);
    // The first look has been taken; this comes before the last.
    writeFileSync(join(folder, 'b.md'), RAISED.slice(0, 120));
    await expect(opening).rejects.toThrow(/its files changed while they were read; try again/);
  });

  it('is refused where it cannot be opened for a reason that nobody has foreseen, and the next one is tried', async () => {
    const folder = folderWith({ 'a.md': FERRY });
    let tries = 0;
    const { replacer } = replacing(folder, () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('of the disk')) : candidateIn(folder);
    });
    expect(await replacer.replace()).toMatchObject({
      outcome: 'refused',
      says: expect.not.stringContaining('of the disk'),
    });
    expect(await replacer.replace()).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('what is kept of a corpus', () => {
  const [before, after] = [{ 'a.md': FERRY }, { 'b.md': RAISED }].map((files) => withFolder(files, botOn)) as [
    Bot,
    Bot,
  ];

  const [many, others] = [undefined, 'tests/stories/ferry/documents'].map((folder) =>
    makeBot(openCorpus(folder, tmpdir()), loadWeights()),
  ) as [Bot, Bot];

  it('is answers: none of another corpus is given', () => {
    const bot = makeReplaceableBot(before);
    const ask = withCache(bot);
    expect(ask({ turns: [QUESTION] })).toBe(ask({ turns: [QUESTION] }));
    bot.replace(after);
    expect(ask({ turns: [QUESTION] }).corpus).toBe(after.corpus.version);
  });

  it('is questions to begin with', () => {
    const bot = makeReplaceableBot(many);
    const openings = perCorpus(bot, () => openingQuestions(bot, 4));
    expect(openings()).toEqual(openingQuestions(many, 4));
    bot.replace(others);
    expect(openings()).toEqual(openingQuestions(others, 4));
    expect(openings()).not.toEqual(openingQuestions(many, 4));
    expect(openings()).toBe(openings());
  });

  it('is topics that are offered while somebody types', () => {
    const bot = makeReplaceableBot(many);
    const topics = perCorpus(bot, () => topicsOf(bot.corpus));
    expect(topics()).toEqual(topicsOf(many.corpus));
    bot.replace(others);
    expect(topics()).toEqual(topicsOf(others.corpus));
    expect(topics()).not.toEqual(topicsOf(many.corpus));
  });

  it('is where the citations of Discord lead', () => {
    const bot = makeReplaceableBot(before);
    const { addressOf, digestOf } = leadsOf(bot, undefined);
    bot.replace(after);
    const answer = bot.ask({ turns: [QUESTION] });
    if (answer.outcome === 'declined') throw new Error('it is declined');
    expect(addressOf(answer.citations[0])).toBe('https://courier.example/raised');
    expect(digestOf(answer.citations[0])).toBeDefined();
  });

  it('is what the pages and the JSON interface show', async () => {
    const bot = makeReplaceableBot(before);
    const serving = await serve({ bot });
    const page = async (path: string) => await (await fetch(`${serving.url}${path}`)).text();
    try {
      for (const path of ['/', '/sources', '/sources/a', '/help', '/timeline', `/?q=${encodeURIComponent(QUESTION)}`])
        await page(path);
      await postJson(`${serving.url}/api/ask`, { turns: [QUESTION] });
      bot.replace(after);
      expect(await page('/sources/b')).toContain('raised the price');
      expect((await fetch(`${serving.url}/sources/a`)).status).toBe(404);
      expect(await page('/')).toContain('2031-06-09');
      expect(await page('/help')).toContain('2031-06-09');
      expect(await page('/timeline')).toContain('2031-06-09');
      expect(await page(`/?q=${encodeURIComponent(QUESTION)}`)).toContain('raised the price');
      const { version } = after.corpus;
      expect(await (await postJson(`${serving.url}/api/ask`, { turns: [QUESTION] })).json()).toMatchObject({
        corpus: version,
      });
      expect(await (await fetch(`${serving.url}/api/sources`)).json()).toMatchObject({ corpus: version });
      expect(await (await fetch(`${serving.url}/readyz`)).json()).toMatchObject({ corpus: version, documents: 1 });
    } finally {
      await serving.close();
    }
  });
});

describe('indexes that were kept', () => {
  const passages = Array.from({ length: 2001 }, (_, at) => ({ title: 'Notes', text: `Ferry ${at} sails.` }));

  it('of other corpora are removed, and nothing else', () =>
    withFolder({ 'store.sqlite': '', 'passages.index': '', 'passages-old.index.77': '' }, (folder) => {
      for (const version of ['old', 'now']) openIndex(passages, version, folder);
      removeOtherIndexes('now', folder);
      expect(readdirSync(folder).toSorted()).toEqual(['passages-now.index', 'passages.index', 'store.sqlite']);
      removeOtherIndexes('now', join(folder, 'nowhere'));
    }));
});
