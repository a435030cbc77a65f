/** Replies as Components V2: pinned for the golden replies, and within every limit whatever documents and people write. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../adapters/discord/commands.ts';
import { type Press, readPress, writePress } from '../../adapters/discord/custom-id.ts';
import { leadsOf } from '../../adapters/discord/dressing.ts';
import { CUSTOM_ID_MAX } from '../../adapters/discord/limits.ts';
import { passageView } from '../../adapters/discord/passage-view.ts';
import { INVITE_PERMISSIONS } from '../../adapters/discord/permissions.ts';
import { reasonModal } from '../../adapters/discord/reason-modal.ts';
import { isSame } from '../../adapters/discord/register.ts';
import { type Dressing, renderReply } from '../../adapters/discord/render-reply.ts';
import { escaped, plain, plainWords } from '../../adapters/discord/text.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import type { Citation } from '../../src/answer/answer.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import { quotedPassage } from '../../src/chat/passage.ts';
import { readChatRequest, type SourceRequest } from '../../src/chat/request.ts';
import { respond } from '../../src/chat/respond.ts';
import { matching, topicsOf } from '../../src/chat/topics.ts';
import type { Reply, ReplyLine } from '../../src/reply/reply.ts';
import { requestFor } from '../golden/requests.ts';
import { THEMES } from '../golden/themes.ts';
import { hostileTexts } from '../slack/hostile-texts.ts';
import { bot as builtIn } from './assembled.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { messageProblems } from './payload-rules.ts';
import { buttonsOf, rawText, shownText } from './shown.ts';

if (!hasDescription) process.stderr.write('skipped: Discord’s OpenAPI description; DISCORD_OPENAPI names none\n');

const root = resolve(import.meta.dirname, '../..');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;
const bots = new Map<string | undefined, Bot>([[undefined, builtIn]]);

function botOn(story: string | undefined): Bot {
  const known = bots.get(story);
  if (known) return known;
  const made = makeBot(openCorpus(join(root, 'tests/stories', story ?? '', 'documents')), loadWeights());
  bots.set(story, made);
  return made;
}

function messagesFor(request: SourceRequest, bot: Bot, turns: readonly string[] = [], change: Partial<Dressing> = {}) {
  const { reply, citations, followUps, answer } = respond(request, turns, bot, '');
  return renderReply(reply, {
    citations,
    followUps,
    ...(turns.length === 0 && { request }),
    ...(answer && { answer: 'an-id' }),
    shareable: true,
    ...leadsOf(bot, 'https://ask.example'),
    ...change,
  });
}

describe('the golden replies as Components V2', () => {
  it.each(THEMES)(
    'are pinned for $title, and each is a valid payload that notifies nobody',
    ({ file, story, cases }) => {
      const messages = cases.flatMap((one) => {
        const { request, turns } = requestFor(one);
        return messagesFor(request, botOn(story), turns);
      });
      expect(messages.flatMap(messageProblems)).toEqual([]);
      // One component a line, so that a change shows where it is.
      const lines = messages.map(({ components }) =>
        components.flatMap((one) => one.components.map((part) => JSON.stringify(part))).join('\n'),
      );
      const given = `${lines.join('\n\n')}\n`;
      const path = join(root, 'tests/discord/golden', `${file}.jsonl`);
      if (updating) {
        mkdirSync(join(root, 'tests/discord/golden'), { recursive: true });
        writeFileSync(path, given);
      }
      expect(existsSync(path), 'UPDATE_GOLDEN=1 npm test writes it').toBe(true);
      expect(given).toBe(readFileSync(path, 'utf8'));
    },
    30_000,
  );

  it('show every quote whole, with a button for its passage and a link to its page', () => {
    const [message] = messagesFor({ sort: 'ask', text: 'exclusivity' }, builtIn);
    const answer = builtIn.ask({ turns: ['exclusivity'] });
    if (answer.outcome !== 'answered') throw new Error('this question is answered');
    const labels = buttonsOf(message).map(({ label }) => label);
    for (const { n, quote } of answer.citations) {
      expect(shownText(message)).toContain(quote.replace(/\s+/g, ' '));
      expect(labels).toEqual(expect.arrayContaining([`Show passage [${n}]`, `Open [${n}]`]));
    }
  });
});

describe('500 hostile texts', () => {
  it('asked, claimed, defined and looked up give valid payloads that notify nobody', () => {
    for (const text of hostileTexts(500)) {
      const words = plainWords(text);
      const request = readChatRequest(words, builtIn.corpus.newest);
      const claim: SourceRequest = { sort: 'check', text: words };
      for (const one of request.sort === 'desk' ? [claim] : [request, claim])
        expect(messagesFor(one, builtIn, [], { heading: text.slice(0, 90) }).flatMap(messageProblems)).toEqual([]);
    }
  }, 120_000);

  it('in a document are shown as they stand', () => {
    for (const text of hostileTexts(500).filter((one) => one.trim() !== '' && one.length <= 1000)) {
      const citations = [citation(1, text, text)];
      const reply: Reply = {
        lines: [
          {
            part: 'lead',
            segments: [
              { text, strong: true },
              { text: ' [1]', citation: 1 },
            ],
          },
          { part: 'note', segments: [{ text }] },
          { part: 'source', segments: [{ text: '[1]', citation: 1 }, { text: ` ${text}` }] },
        ],
      };
      const messages = renderReply(reply, { ...bare, citations });
      expect(messages.flatMap(messageProblems)).toEqual([]);
    }
  });
});

const bare: Omit<Dressing, 'citations'> = {
  followUps: [],
  shareable: true,
  addressOf: () => undefined,
  digestOf: () => '0123456789abcdef',
};

function citation(n: number, quote: string, title: string): Citation {
  return { n, document: `d${n}`, title, start: n, end: n + quote.length, quote, attributedTo: [], kind: 'reported' };
}

/** Replies of all sorts and sizes: quotes of a word or of pages, a few sources or hundreds, a line with many marks. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 9000 }).map((n) => 'word '.repeat(n / 5)) },
  { weight: 1, arbitrary: fc.constantFrom('*'.repeat(3000), '\\'.repeat(2500), '<@1>'.repeat(900)) },
);
const anyReply = fc
  .array(fc.record({ quote: text, title: text, marked: fc.boolean(), marks: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((statements) => {
    const citations = statements.flatMap(({ quote, title, marks }, i) =>
      Array.from({ length: marks }, (_, k) => citation(i * 12 + k + 1, quote, title)),
    );
    const lines: ReplyLine[] = [
      { part: 'short', segments: [{ text: 'Yes', strong: true }, { text: '.' }] },
      ...statements.map(
        ({ quote, marked, marks }, i): ReplyLine => ({
          part: 'support',
          segments: [
            { text: quote, ...(marked && { strong: true }) },
            ...Array.from({ length: marks }, (_, k) => ({ text: `[${i * 12 + k + 1}]`, citation: i * 12 + k + 1 })),
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

describe('a quote that ends in a colon', () => {
  it('begins no link and no emoji with the mark behind it', () => {
    const lines: ReplyLine[] = [{ part: 'support', segments: [{ text: 'It said:' }, { text: '[1]', citation: 1 }] }];
    const messages = renderReply({ lines }, { ...bare, citations: [citation(1, 'It said:', 'A note')] });
    expect(messages.flatMap(messageProblems)).toEqual([]);
  });
});

describe('any reply', () => {
  it('is within every limit of Discord, message by message, and loses no source', () => {
    fc.assert(
      fc.property(anyReply, fc.array(text, { maxLength: 2 }), text, ({ reply, citations }, followUps, asked) => {
        const request: SourceRequest = { sort: 'ask', text: asked };
        const messages = renderReply(reply, { ...bare, citations, followUps, request, answer: 'an-id' });
        expect(messages.flatMap(messageProblems)).toEqual([]);
        const labels = new Set(messages.flatMap((one) => buttonsOf(one).map(({ label }) => label)));
        for (const { n } of citations) expect(labels).toContain(`Show passage [${n}]`);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('stands whole: every statement is in one message, or folded with its mark', () => {
    fc.assert(
      fc.property(anyReply, ({ reply, citations }) => {
        const shown = renderReply(reply, { ...bare, citations }).map((one) => rawText(one).split('\n'));
        for (const { part, segments } of reply.lines) {
          if (part !== 'support') continue;
          const words = escaped(segments[0]?.text ?? '').trim();
          const mark = escaped(segments[1]?.text ?? '');
          const found = shown.some((lines) =>
            lines.some(
              (line) =>
                line.includes(mark) &&
                (line.includes(words) ||
                  line.includes('too long to show here') ||
                  line.replace(/^\\/, '').includes(words.replace(/^(\d+)\./, '$1\\.'))),
            ),
          );
          expect(found).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe('a passage', () => {
  it('shows every statement of the corpus within the limits, marked in its surroundings', () => {
    for (const { document, start, end, quote } of builtIn.corpus.statements) {
      const found = quotedPassage({ document, start, end }, builtIn.corpus);
      if (!found) throw new Error('a statement stands in its document');
      const messages = passageView(found, 'https://ask.example/sources/x');
      expect(messages.flatMap(messageProblems)).toEqual([]);
      expect(messages.map(shownText).join(' ').replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' ').trim());
    }
  });

  it('that is longer than a message goes on in further ones, cut between words', () => {
    const [document] = builtIn.corpus.documents;
    if (!document) throw new Error('there is a document');
    const quote = 'some words '.repeat(1500).trim();
    const messages = passageView({ document, before: '', quote, after: 'the end' }, undefined);
    expect(messages.length).toBeGreaterThan(4);
    expect(messages.flatMap(messageProblems)).toEqual([]);
    expect(messages.map(shownText).join(' ').replace(/\s+/g, ' ')).toContain(quote);
  });
});

describe('what a button carries', () => {
  const anyPress: fc.Arbitrary<Press> = fc.oneof(
    fc.record({
      sort: fc.constant('passage' as const),
      text: fc.stringMatching(/^[0-9a-f]{16}$/),
      start: fc.nat(1e8),
      end: fc.nat(1e8),
    }),
    fc.record({ sort: fc.constant('ask' as const), index: fc.nat(9), question: fc.string({ minLength: 1 }) }),
    fc.record({
      sort: fc.constant('more' as const),
      page: fc.nat(99),
      request: fc.record({
        sort: fc.constantFrom('ask', 'check', 'timeline'),
        text: fc.string(),
        asOf: fc.constant('2026-03-15'),
      }),
    }),
    fc.record({ sort: fc.constant('more of' as const), page: fc.nat(99), answer: fc.stringMatching(/^[\w-]{22}$/) }),
    fc.constant({ sort: 'share' as const }),
    fc.record({
      sort: fc.constant('feedback' as const),
      answer: fc.stringMatching(/^[\w-]{22}$/),
      verdict: fc.constantFrom('helpful', 'not-helpful'),
    }),
    fc.record({ sort: fc.constant('reason' as const), answer: fc.stringMatching(/^[\w-]{22}$/) }),
  ) as fc.Arbitrary<Press>;

  it('survives the round trip, or is left out where it does not fit', () => {
    fc.assert(
      fc.property(anyPress, (press) => {
        const written = writePress(press);
        if (written === undefined) return;
        expect(written.length).toBeLessThanOrEqual(CUSTOM_ID_MAX);
        expect(readPress(written)).toEqual(press);
      }),
    );
  });

  it('is read whatever is sent', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (id) => void readPress(id)));
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (id) => void readPress(`1:m:0:a:${id}`)));
  });
});

describe('the commands', () => {
  it('are valid, and the same as they are when Discord gives them back', () => {
    expect(unsaid(COMMANDS)).toEqual([]);
    if (hasDescription)
      expect(makeChecker()({ method: 'PUT', path: '/applications/1/commands', body: COMMANDS })).toEqual([]);
    const back = COMMANDS.map((one, i) => ({ ...one, id: String(i), version: '2', nsfw: false, dm_permission: true }));
    expect(isSame(JSON.parse(JSON.stringify(back)), COMMANDS)).toBe(true);
    expect(isSame([{ ...COMMANDS[0], description: 'other' }, COMMANDS[1]], COMMANDS)).toBe(false);
  });

  it('offer terms and topics of the corpus, and no more than Discord takes', () => {
    const { terms, topics } = topicsOf(builtIn.corpus);
    expect(matching(terms, 'COM', 25)).toContain('compute');
    expect(matching(topics, '', 25).length).toBeLessThanOrEqual(25);
    expect(matching(topics, 'no such words at all', 25)).toEqual([]);
  });
});

describe('the form for a reason', () => {
  it.skipIf(!hasDescription)('is valid by Discord’s description', () => {
    const body = { type: 9, data: reasonModal('abcdefghijklmnopqrstuv') };
    expect(makeChecker()({ method: 'POST', path: '/interactions/1/t/callback', body })).toEqual([]);
  });
});

describe('what people type', () => {
  it.each([
    ['<@123> exclusivity', 'exclusivity'],
    ['<@!123> <@&4> in <#5> exclusivity', 'in   exclusivity'],
    ['**bold** and __under__ `code`', 'bold and under code'],
    ['[click](https://evil.example) here', 'click here'],
    ['> quoted\nwords', 'quoted\nwords'],
    ['<:party:123> now', 'party  now'],
    ['a \\* b', 'a * b'],
  ])('“%s” is read as its words', (typed, words) => {
    expect(plainWords(typed).trim()).toBe(words.trim());
  });

  it('is shortened at a whole character', () => {
    expect(plain('👍👍👍', 4)).toBe('👍…');
    expect(plain('', 4)).toBe('…');
  });
});

describe('the invite link', () => {
  it('asks for exactly the permissions that are used', () => {
    expect(INVITE_PERMISSIONS).toBe(309_237_730_304n);
    expect(readFileSync(join(root, 'docs/discord.md'), 'utf8')).toContain(`permissions=${INVITE_PERMISSIONS}`);
  });
});
