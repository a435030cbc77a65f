/** What counts as a change of an answer, and what does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { BUILT_IN_CORPUS, openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import { plainText } from '../../src/reply/reply.ts';
import { standingReply } from '../../src/reply/standing-reply.ts';
import { basisOf } from '../../src/standing/basis.ts';
import { isUntrue, type Reviewed } from '../../src/standing/review.ts';
import { readBasis, writeBasis } from '../../src/standing/written-basis.ts';
import { withFolder } from '../corpora.ts';

type Files = Readonly<Record<string, string>>;

function botOf(files: Files): Bot {
  return withFolder(files, (folder) => makeBot(openCorpus(folder, folder), loadWeights()));
}

/** The question was answered from the one set of documents, and is looked at again with the other. */
function reviewed(question: string, before: Files, after: Files): Reviewed {
  const [old, now] = [botOf(before), botOf(after)];
  return now.review({ turns: [question], before: basisOf(old.ask({ turns: [question] })), told: old.state() });
}

const dated = (day: string, text: string) => `---\npublished: ${day}\n---\n${text}\n`;

const HARBOUR = dated(
  '2031-03-02',
  'Tern Ferries is the exclusive operator of the Maren route, the ministry said on March 2, 2031. Tern Ferries paid 40 million euros for the Maren licence.',
);
const ENDED = dated(
  '2031-06-09',
  'On June 9, 2031 the ministry ended the exclusivity of Tern Ferries on the Maren route. Any licensed operator may sail it now.',
);
const QUESTION = 'Is Tern Ferries the exclusive operator of the Maren route?';

describe('a change', () => {
  it('is that a later statement supersedes what was told, with the day', () => {
    const found = reviewed(QUESTION, { 'a.txt': HARBOUR }, { 'a.txt': HARBOUR, 'b.txt': ENDED });
    expect(found).toMatchObject({ how: 'superseded', until: '2031-06-09', led: { document: 'a' } });
    expect(isUntrue(found)).toBe(true);
  });

  it('is that another amount is told', () => {
    const other = HARBOUR.replace('40 million', '55 million');
    const question = 'How much did Tern Ferries pay for the Maren licence?';
    expect(reviewed(question, { 'a.txt': HARBOUR }, { 'a.txt': other })).toMatchObject({ how: 'other value' });
  });

  it('is that a question can be answered now', () => {
    const question = 'Who ended the exclusivity of Tern Ferries?';
    const unlike = dated('2031-01-05', 'The glassworks of Odda hired forty apprentices in January 2031.');
    expect(reviewed(question, { 'o.txt': unlike }, { 'o.txt': unlike, 'b.txt': ENDED })).toMatchObject({
      how: 'now answerable',
    });
  });

  it('is that the sources no longer answer, since the document was withdrawn', () => {
    const unlike = dated('2031-01-05', 'The glassworks of Odda hired forty apprentices in January 2031.');
    const found = reviewed(QUESTION, { 'a.txt': HARBOUR, 'o.txt': unlike }, { 'o.txt': unlike });
    expect(found).toMatchObject({ how: 'no longer answered' });
    expect(found.led).toBeUndefined();
  });
});

describe('no change', () => {
  const check = (before: Files, after: Files, question = QUESTION) =>
    expect(reviewed(question, before, after).how).toBeUndefined();

  it('is the same documents', () => check({ 'a.txt': HARBOUR }, { 'a.txt': HARBOUR }));

  it('is a sentence in other words', () =>
    check(
      { 'a.txt': HARBOUR },
      {
        'a.txt': HARBOUR.replace(
          'Tern Ferries is the exclusive operator of the Maren route, the ministry said on March 2, 2031.',
          'The ministry said on March 2, 2031 that Tern Ferries is the sole operator of the Maren route.',
        ),
      },
    ));

  it('is a sentence that moved within its document, or to another', () => {
    check({ 'a.txt': HARBOUR }, { 'a.txt': `${HARBOUR.replace('---\n', '---\ntitle: The Maren route\n')}` });
    check({ 'a.txt': HARBOUR }, { 'z.txt': HARBOUR });
  });

  it('is a further source that tells the same', () =>
    check(
      { 'a.txt': HARBOUR },
      {
        'a.txt': HARBOUR,
        'b.txt': dated(
          '2031-03-04',
          'Tern Ferries is the exclusive operator of the Maren route, the Courier reported.',
        ),
      },
    ));

  it('is another document about something else', () =>
    check(
      { 'a.txt': HARBOUR },
      { 'a.txt': HARBOUR, 'o.txt': dated('2031-04-05', 'The glassworks of Odda hired forty apprentices.') },
    ));

  it('is what comes after the day that was asked about', () =>
    check(
      { 'a.txt': HARBOUR },
      { 'a.txt': HARBOUR, 'b.txt': ENDED },
      'Was Tern Ferries the exclusive operator of the Maren route as of April 1, 2031?',
    ));

  it('is that what was told is looked at once more', () => {
    const now = botOf({ 'a.txt': HARBOUR, 'b.txt': ENDED });
    const old = botOf({ 'a.txt': HARBOUR });
    const told = now.review({ turns: [QUESTION], before: basisOf(old.ask({ turns: [QUESTION] })), told: old.state() });
    expect(now.review({ turns: [QUESTION], before: told.basis, told: now.state() }).how).toBeUndefined();
  });
});

describe('the telling of a change', () => {
  const told = (question: string, before: Files, after: Files) => {
    const [old, now] = [botOf(before), botOf(after)];
    const basis = basisOf(old.ask({ turns: [question] }));
    const { how, ...found } = now.review({ turns: [question], before: basis, told: old.state() });
    if (!how) throw new Error('nothing changed');
    return standingReply('watch', { ...found, how }, basis, now.reach);
  };

  it('has what was said and what holds now, each cited', () => {
    const { reply, citations } = told(QUESTION, { 'a.txt': HARBOUR }, { 'a.txt': HARBOUR, 'b.txt': ENDED });
    const text = plainText(reply);
    expect(text).toContain('since 2031-06-09');
    expect(text).toContain('ended the exclusivity of Tern Ferries on the Maren route.” [1]');
    expect(text).toContain('Before: Yes. “Tern Ferries is the exclusive operator');
    expect(citations.map(({ n, document }) => [n, document])).toEqual([
      [1, 'b'],
      [2, 'a'],
    ]);
  });

  it('does not quote what no document says any longer', () => {
    const other = HARBOUR.replace('40 million', '55 million');
    const { reply, citations } = told(
      'How much did Tern Ferries pay for the Maren licence?',
      { 'a.txt': HARBOUR },
      { 'a.txt': other },
    );
    expect(plainText(reply)).toContain('The sentence that I quoted is no longer in the sources.');
    expect(plainText(reply)).not.toContain('paid 40');
    expect(citations).toHaveLength(1);
  });
});

describe('what an answer rests on', () => {
  it('is read as it was written', () => {
    const basis = basisOf(botOf({ 'a.txt': HARBOUR }).ask({ turns: [QUESTION] }));
    expect(readBasis(writeBasis(basis))).toEqual(basis);
  });

  it('is nothing where it was not written here', () => {
    for (const kept of ['', '{}', '[]', '{"outcome":"perhaps"}']) expect(readBasis(kept)).toBeUndefined();
  });
});

describe('the built-in documents, arriving one after the other', () => {
  const files = [
    '000_9e1ed899af22fa8f',
    '001_82567b08de8bea44',
    '002_52ffcf88c99ff17d',
    '003_8ff80d1ea70df3ff',
    '004_d7e0d96dc0a5ec0d',
  ].map((name) => [`${name}.txt`, readFileSync(join(BUILT_IN_CORPUS, `${name}.txt`), 'utf8')] as const);
  /** After each document: the bot that knows it and those before it. */
  const arriving = (order: readonly number[]) =>
    order.map((_, i) => botOf(Object.fromEntries(order.slice(0, i + 1).flatMap((n) => [files[n] ?? []]))));

  // Those that state no date may stand anywhere: what they tell is of the memo, before the end of exclusivity.
  it.each([
    [[0, 1, 2, 3, 4], 2],
    [[0, 1, 2, 3, 4], 3],
    [[2, 0, 1, 3, 4], 1],
    [[2, 1, 0, 3, 4], 1],
    [[2, 1, 0, 3, 4], 3],
  ])('change the answer once, with the fourth: in the order %j, for who watches since document %i', (order, since) => {
    const question = 'Is Azure exclusive?';
    const bots = arriving(order);
    const first = bots[since - 1];
    if (!first) throw new Error('no such document');
    let basis = basisOf(first.ask({ turns: [question] }));
    const changes: (readonly [number, string | undefined])[] = [];
    for (const [i, bot] of bots.entries()) {
      const told = bots[i - 1]?.state();
      if (i < since || !told) continue;
      const found = bot.review({ turns: [question], before: basis, told });
      basis = found.basis;
      if (found.how) changes.push([i + 1, found.basis.short]);
    }
    expect(changes).toEqual([[4, 'No longer']]);
  });
});
