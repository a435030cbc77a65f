import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_CORPUS } from '../../index/open.ts';
import type { Bot } from '../../src/bot.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { plainText } from '../../src/reply/reply.ts';
import { arriving, byLatestDate, kept, tell, under } from './arrivals.ts';

const root = join(import.meta.dirname, '..', '..');
const stories = ['ferry', 'codeshare'].map((story) => join(root, 'tests/stories', story, 'documents'));
const NEWS = ['What changed', 'Corrected', 'Where sources disagree', 'New', 'From before, told only now'];

/** Each digest with the bot that made it, in order of arrival; the first is the briefing. */
function toldInOrder(bots: readonly Bot[]): readonly { readonly bot: Bot; readonly digest: Digest }[] {
  return bots.map((bot, i) => {
    const before = bots[i - 1];
    return { bot, digest: tell(bot, before && kept(before)) };
  });
}

/** The quotes of a line: what stands between the outer quotation marks. */
function quoteOf(line: string): string {
  return line.slice(line.indexOf('“') + 1, line.lastIndexOf('”'));
}

describe.each([BUILT_IN_CORPUS, ...stories])(
  'the documents of %s, arriving in the order of their latest dates',
  (folder) => {
    const bots = arriving(folder, byLatestDate(folder));
    const told = toldInOrder(bots);

    it('are told by a briefing and then by what each brings', () => {
      expect(told.map(({ digest }) => digest.sort)).toEqual(['briefing', ...bots.slice(1).map(() => 'changes')]);
    });

    it('are told once: a second digest of the same state tells nothing, in one line without a citation', () => {
      for (const bot of bots) {
        const again = tell(bot, kept(bot));
        expect(again.sort).toBe('unchanged');
        expect(again.citations).toEqual([]);
        expect(again.reply.lines).toHaveLength(1);
      }
    });

    it('bring no sentence as news that was news before', () => {
      const seen = new Set<string>();
      for (const { digest } of told) {
        const news = NEWS.flatMap((heading) => under(digest, heading))
          .filter((line) => line.includes('“') && !line.startsWith('Held before'))
          .map(quoteOf);
        expect(news.filter((quote) => seen.has(quote))).toEqual([]);
        for (const quote of news) seen.add(quote);
      }
    });

    it('are quoted exactly, each quote leading to its place', () => {
      for (const { bot, digest } of told) {
        const texts = new Map(bot.corpus.documents.map(({ id, text }) => [id, text]));
        for (const { document, start, end, quote } of digest.citations)
          expect(texts.get(document)?.slice(start, end)).toBe(quote);
        const marks = digest.reply.lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? []));
        expect([...new Set(marks)].sort((a, b) => a - b)).toEqual(digest.citations.map(({ n }) => n));
      }
    });

    it('are told in few lines, with the rest counted', () => {
      for (const { digest } of told) {
        const news = NEWS.flatMap((heading) => under(digest, heading)).filter((line) => line.includes('['));
        expect(news.length).toBeLessThanOrEqual(11);
      }
    });

    it('are told without a superseded statement in the state of the story', () => {
      for (const { bot, digest } of told) {
        const over = new Set(
          bot.state().statements.flatMap(({ quote, until }) => (until ? [quote.replace(/\s+/g, ' ')] : [])),
        );
        expect(
          under(digest, 'Where the story stands')
            .map(quoteOf)
            .filter((quote) => over.has(quote)),
        ).toEqual([]);
      }
    });
  },
);

describe('the end of exclusivity', () => {
  const files = byLatestDate(BUILT_IN_CORPUS);
  const ending = files.findIndex((file) => file.startsWith('003'));
  const bots = arriving(BUILT_IN_CORPUS, files);

  it('is told as a change, with what held before and both dates', () => {
    const digest = tell(bots[ending]!, kept(bots[ending - 1]!));
    const [now, before] = under(digest, 'What changed');
    expect(now).toMatch(/^Since 2026-04-27: “.*rewrote their alliance on April 27, ending exclusivity/);
    expect(before).toMatch(/^Held before, said on 2026-02-27, until 2026-04-27: “.*Azure remains the exclusive cloud/);
    expect(plainText(digest.reply)).toMatch(/^1 change, \d+ new statements since the last digest/);
  });

  it('is told as a change, too, to whom the briefing tells everything at once', () => {
    expect(under(tell(bots.at(-1)!, undefined), 'What changed')[0]).toContain('ending exclusivity');
  });

  it('stands for all who tell of it: no other item of the digest tells that exclusivity ended', () => {
    const digest = tell(bots[ending]!, kept(bots[ending - 1]!));
    const others = under(digest, 'New').concat(under(digest, 'Where the story stands'));
    expect(others.filter((line) => /gave up exclusivity|exclusivity cracked|changed the terms/.test(line))).toEqual([]);
  });

  it('is not undone by an older document that arrives late: what it superseded is told as what was, or not at all', () => {
    const late = arriving(BUILT_IN_CORPUS, [
      ...files.filter((file) => !file.startsWith('002')),
      ...files.filter((file) => file.startsWith('002')),
    ]);
    const digest = tell(late.at(-1)!, kept(late.at(-2)!));
    const lines = digest.reply.lines.map(({ part, segments }) => ({
      part,
      text: segments.map(({ text }) => text).join(''),
    }));
    for (const { part, text } of lines)
      if (text.includes('remains the exclusive cloud') && part !== 'source') {
        expect(part).toBe('earlier');
        expect(text).toMatch(/^Held before/);
      }
    expect(under(digest, 'New').length).toBeGreaterThan(0);
  });
});

describe('in whatever order the documents arrive', () => {
  const files = byLatestDate(BUILT_IN_CORPUS);
  const orders = files.map((_, i) => [...files.slice(i), ...files.slice(0, i)]).concat([[...files].reverse()]);

  it.each(orders.map((order) => [order.map((file) => file.slice(0, 3)).join(', '), order] as const))(
    '%s: the last state is told in full once, and then nothing',
    (_, order) => {
      for (const bot of arriving(BUILT_IN_CORPUS, order)) expect(tell(bot, kept(bot)).sort).toBe('unchanged');
    },
  );
});
