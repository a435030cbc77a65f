/** Replies as Block Kit: pinned for the golden replies, and within every limit whatever the documents and people write. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { homeView } from '../../adapters/slack/home-view.ts';
import * as limits from '../../adapters/slack/limits.ts';
import { passageView } from '../../adapters/slack/passage-view.ts';
import { plainWords } from '../../adapters/slack/plain-words.ts';
import { reasonView } from '../../adapters/slack/reason-view.ts';
import { type Dressing, renderReply } from '../../adapters/slack/render-reply.ts';
import { readingView } from '../../adapters/slack/reply-view.ts';
import type { Citation } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { readChatRequest, type SourceRequest } from '../../src/chat/request.ts';
import { respond } from '../../src/chat/respond.ts';
import { plainText, type Reply, type ReplyLine } from '../../src/reply/reply.ts';
import { splitReply } from '../../src/reply/split-reply.ts';
import { timelineReply } from '../../src/reply/timeline-reply.ts';
import { type Case, THEMES } from '../golden/themes.ts';
import { hostileTexts } from './hostile-texts.ts';
import { messageProblems, viewProblems } from './payload-rules.ts';
import { previewPage } from './preview.ts';
import { botOn } from './running-app.ts';

const root = resolve(import.meta.dirname, '../..');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;

const bare: Omit<Dressing, 'citations' | 'followUps'> = {
  shareable: true,
  addressOf: () => undefined,
  modern: true,
};

function messagesFor(request: SourceRequest, bot: Bot, turns: readonly string[] = [], change: Partial<Dressing> = {}) {
  const { reply, citations, followUps, answer } = respond(request, turns, bot, '/openai-cloud ');
  return renderReply(reply, {
    ...bare,
    citations,
    followUps,
    request,
    ...(answer && { answer: 'an-id', watch: { answer: 'an-id' }, topic: request.text }),
    ...change,
  });
}

function requestFor(one: Case): { request: SourceRequest; turns: readonly string[] } {
  const dated = one.asOf ? { asOf: one.asOf } : {};
  if ('ask' in one)
    return { request: { sort: 'ask', text: one.ask.at(-1) ?? '', ...dated }, turns: one.ask.slice(0, -1) };
  if ('check' in one) return { request: { sort: 'check', text: one.check, ...dated }, turns: [] };
  if ('outlook' in one) return { request: { sort: 'outlook', text: '', ...dated }, turns: [] };
  return { request: { sort: 'timeline', text: one.timeline ?? '', ...dated }, turns: [] };
}

describe('the golden replies as Block Kit', () => {
  it.each(THEMES)(
    'are pinned for $title, and each is a valid payload',
    ({ file, story, cases }) => {
      const bot = botOn(story && join(root, 'tests/stories', story, 'documents'));
      const messages = cases.flatMap((one) => {
        const { request, turns } = requestFor(one);
        return messagesFor(request, bot, turns);
      });
      expect(messages.flatMap(messageProblems)).toEqual([]);
      // One block a line, so that a change shows where it is.
      const given = `${messages.map(({ text, blocks }) => [{ text }, ...blocks].map((part) => JSON.stringify(part)).join('\n')).join('\n\n')}\n`;
      const path = join(root, 'tests/slack/golden', `${file}.jsonl`);
      if (updating) {
        mkdirSync(join(root, 'tests/slack/golden'), { recursive: true });
        writeFileSync(path, given);
      }
      expect(existsSync(path), 'UPDATE_GOLDEN=1 npm test writes it').toBe(true);
      expect(given).toBe(readFileSync(path, 'utf8'));
    },
    30_000,
  );

  it('hold the whole answer as text, for those who listen', () => {
    for (const { cases } of THEMES.filter(({ story }) => !story))
      for (const one of cases) {
        const { request, turns } = requestFor(one);
        if (request.sort !== 'ask') continue;
        const { text } = botOn().ask({
          turns: [...turns, request.text],
          ...('asOf' in request && request.asOf ? { asOf: request.asOf } : {}),
        });
        const [message, ...more] = messagesFor(request, botOn(), turns);
        expect(more).toEqual([]);
        expect(plainWords(message.text)).toBe(text);
      }
  });

  it('lead from each mark to the page of its passage where there is a public address', () => {
    const [message] = messagesFor({ sort: 'ask', text: 'exclusivity' }, botOn(), [], {
      addressOf: ({ document }) => `https://ask.example/sources/${document}?start=0&end=9#quote`,
    });
    expect(messageProblems(message)).toEqual([]);
    expect(JSON.stringify(message.blocks)).toContain('"type":"link","url":"https://ask.example/sources/');
  });
});

const citation = (n: number, quote: string, title: string): Citation => ({
  n,
  document: `d${n}`,
  title,
  start: 0,
  end: quote.length,
  quote,
  attributedTo: [],
  kind: 'reported',
});

/** Replies of all sorts and sizes: quotes of a word or of pages, a few sources or hundreds. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 9000 }).map((n) => 'word '.repeat(n / 5)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"'.repeat(3000), '\\'.repeat(2500), '&<>'.repeat(900), '\u0007'.repeat(900)),
  },
);
const anyReply = fc
  .array(fc.record({ quote: text, title: text, marked: fc.boolean() }), { minLength: 1, maxLength: 60 })
  .map((statements) => {
    const citations = statements.map(({ quote, title }, i) => citation(i + 1, quote, title));
    const lines: ReplyLine[] = [
      { part: 'short', segments: [{ text: 'Yes', strong: true }, { text: '.' }] },
      ...statements.map(
        ({ quote, marked }, i): ReplyLine => ({
          part: 'support',
          segments: [
            { text: quote, ...(marked && { strong: true }) },
            { text: `[${i + 1}]`, citation: i + 1 },
          ],
        }),
      ),
      { part: 'heading', segments: [{ text: 'Sources' }] },
      ...citations.map(
        ({ n, title }): ReplyLine => ({
          part: 'source',
          segments: [{ text: `[${n}]`, citation: n }, { text: ` ${title.slice(0, 300)}` }],
        }),
      ),
      { part: 'reach', segments: [{ text: 'As of today.' }] },
    ];
    return { reply: { lines } satisfies Reply, citations };
  });

describe('any reply', () => {
  it('is within every limit of Slack, page by page, in newer and in older blocks', () => {
    fc.assert(
      fc.property(
        anyReply,
        fc.boolean(),
        fc.array(text, { maxLength: 2 }),
        text,
        ({ reply, citations }, modern, followUps, asked) => {
          const request: SourceRequest = { sort: 'ask', text: asked };
          const messages = renderReply(reply, {
            ...bare,
            citations,
            followUps,
            request,
            answer: 'an-id',
            topic: asked,
            modern,
          });
          expect(messages.flatMap(messageProblems)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has as many pages in older blocks as in newer ones', () => {
    fc.assert(
      fc.property(anyReply, ({ reply, citations }) => {
        const pages = (modern: boolean) => renderReply(reply, { ...bare, citations, followUps: [], modern }).length;
        expect(pages(true)).toBe(pages(false));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('loses nothing when it is split: every line stands whole, or folded with its mark, beside its source', () => {
    const fits = (part: Reply) => plainText(part).length <= 1500;
    fc.assert(
      fc.property(anyReply, ({ reply }) => {
        const parts = splitReply(reply, fits);
        const all = parts.flatMap(({ lines }) => lines.map(({ segments }) => segments.map((one) => one.text).join('')));
        for (const { part, segments } of reply.lines) {
          const whole = segments.map((one) => one.text).join('');
          const mark = segments.find((one) => one.citation !== undefined)?.text ?? whole;
          expect(
            all.some(
              (line) =>
                line === whole || (part === 'support' && line.includes('too long to show') && line.endsWith(mark)),
            ),
          ).toBe(true);
        }
        for (const part of parts) {
          const marks = (sort: boolean) =>
            new Set(
              part.lines
                .filter((line) => (line.part === 'source') === sort)
                .flatMap(({ segments }) => segments.flatMap((s) => s.citation ?? [])),
            );
          expect(marks(true)).toEqual(marks(false));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('fits a modal', () => {
    fc.assert(
      fc.property(anyReply, ({ reply }) => {
        expect(viewProblems(readingView('Timeline', reply))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('500 hostile texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const texts = hostileTexts(500);

  it('as questions, claims, topics and terms break no payload, ping nobody and are not rendered', () => {
    const bot = botOn();
    for (const hostile of texts)
      for (const typed of [
        hostile,
        `check ${hostile}`,
        `timeline ${hostile}`,
        `define ${hostile}`,
        `as of 2026-03-15 ${hostile}`,
      ]) {
        const request = readChatRequest(plainWords(typed), bot.corpus.newest);
        if (request.sort === 'desk') continue;
        for (const modern of [true, false])
          expect(messagesFor(request, bot, [], { heading: hostile, modern }).flatMap(messageProblems)).toEqual([]);
      }
  }, 120_000);

  it('as titles, publishers and sentences of documents break no payload and no modal', () => {
    texts.forEach((hostile, n) => {
      const title = JSON.stringify(hostile.toWellFormed());
      const words = hostile.toWellFormed().slice(0, 400);
      writeFileSync(
        join(folder, `${n}.md`),
        `---\ntitle: ${title}\npublisher: ${title}\npublished: 2026-01-${String((n % 28) + 1).padStart(2, '0')}\n---\n\nOn January ${(n % 28) + 1}, 2026, the ferry number ${n} of the harbour said ${words} to its passengers.\n`,
      );
    });
    const bot = botOn(folder);
    expect(bot.corpus.documents.length).toBeGreaterThan(450);
    const asked = ['Which ferry of the harbour?', 'timeline', 'sources', 'check The ferry number 3 sank.', 'outlook'];
    for (const typed of asked) {
      const request = readChatRequest(typed, bot.corpus.newest);
      if (request.sort === 'desk') continue;
      expect(messagesFor(request, bot).flatMap(messageProblems)).toEqual([]);
    }
    for (const { document, start, end } of bot.corpus.statements.filter((_, i) => i % 3 === 0)) {
      const view = passageView({ v: 1, document, start, end }, bot.corpus, undefined);
      expect(view && viewProblems(view)).toEqual([]);
    }
    expect(viewProblems(readingView('Timeline', timelineReply(bot.timeline({}))))).toEqual([]);
    expect(viewProblems(homeView(bot, []))).toEqual([]);
  }, 120_000);

  it('as questions that were asked lately stand in App Home as they were written', () => {
    const records = texts.slice(0, 100).map((question, n) => ({ id: String(n), question })) as never[];
    for (let n = 0; n < 100; n += 5) expect(viewProblems(homeView(botOn(), records.slice(n, n + 5)))).toEqual([]);
    expect(viewProblems(reasonView('an-id'))).toEqual([]);
  }, 60_000);
});

describe('the limits', () => {
  it('are those that Slack documents', () => {
    expect({ ...limits }).toEqual({
      MESSAGE_TEXT_MAX: 4000,
      BLOCKS_PER_MESSAGE_MAX: 50,
      BLOCKS_PER_VIEW_MAX: 100,
      BLOCKS_JSON_MAX: 12_000,
      VIEW_JSON_MAX: 250_000,
      SECTION_TEXT_MAX: 3000,
      HEADER_TEXT_MAX: 150,
      CONTEXT_ELEMENTS_MAX: 10,
      ACTIONS_ELEMENTS_MAX: 25,
      CONTAINER_BLOCKS_MAX: 10,
      CONTAINER_TITLE_MAX: 150,
      CONTEXT_ACTIONS_ELEMENTS_MAX: 5,
      BUTTON_TEXT_MAX: 75,
      BUTTON_VALUE_MAX: 2000,
      BUTTON_URL_MAX: 3000,
      ACCESSIBILITY_LABEL_MAX: 75,
      IDENTIFIER_MAX: 255,
      VIEW_TITLE_MAX: 24,
      PRIVATE_METADATA_MAX: 3000,
      OPTION_TEXT_MAX: 75,
      OPTION_VALUE_MAX: 150,
      FIELD_ERROR_MAX: 300,
      INPUT_LENGTH_MAX: 3000,
      SUGGESTED_PROMPTS_MAX: 4,
      ACK_WITHIN_MS: 3000,
    });
  });
});

describe('what Slack sends', () => {
  it.each([
    ['<@U0BOT> exclusivity', 'exclusivity'],
    ['<@U0BOT|bot> what of &lt;b&gt; &amp;amp;', 'what of <b> &amp;'],
    ['see <https://a.example/x|the page> and <https://b.example>', 'see the page and https://b.example'],
    ['<!channel> <!subteam^S1|@us> in <#C1|general>', 'in #general'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ])('%s is read as the words “%s”', (sent, words) => {
    expect(plainWords(sent)).toBe(words);
  });
});

describe('the preview page', () => {
  it('draws every block of the golden replies, with all their words and nothing of them as markup', () => {
    for (const { story, cases } of THEMES)
      for (const one of cases) {
        const { request, turns } = requestFor(one);
        const bot = botOn(story && join(root, 'tests/stories', story, 'documents'));
        const page = previewPage(messagesFor(request, bot, turns)[0].blocks);
        expect(page).not.toContain('[object');
        expect(page).not.toContain('<script');
      }
  }, 30_000);
});
