/** What is kept from one question to the next changes no answer. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeMatcher } from '../src/answer/match.ts';
import { makeBot } from '../src/bot.ts';
import { rememberedStretch } from '../src/claim/stretch-view.ts';
import { findNeeds } from '../src/question/needs.ts';
import { remembered, rememberedIn } from '../src/remembered.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import type { StatementView } from '../src/statement/view.ts';
import { runs } from './corpora.ts';
import type { Row } from './measure/judge.ts';

const opened = openCorpus();
const rows = readFileSync(new URL('./questions/seeds/dev.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);
const some = rows.filter((_, i) => i % 25 === 0);

const reply = (bot: ReturnType<typeof makeBot>, { turns, claim, asOf }: Row) =>
  JSON.stringify(
    claim === undefined
      ? bot.ask({ turns: turns ?? [], ...(asOf && { asOf }) })
      : bot.check({ claim, ...(asOf && { asOf }) }),
  );

describe('an answer', () => {
  it('is the same from a bot that was asked nothing before and from one that was asked all else', () => {
    const used = makeBot(opened, loadWeights());
    for (const row of rows.toReversed()) reply(used, row);
    for (const row of some) expect(reply(used, row)).toBe(reply(makeBot(opened, loadWeights()), row));
  }, 120_000);
});

describe('the coverage of a statement', () => {
  it('is that of its match', () => {
    const knowledge = buildKnowledge(opened);
    const words = knowledge.views.flatMap(({ tokens }) => tokens.map(({ word }) => word));
    const options = fc.record({ eitherName: fc.boolean(), ofItsHouse: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), options, (said, how) => {
        const match = makeMatcher(findNeeds(said.join(' '), knowledge), knowledge, how);
        for (const view of knowledge.views) expect(match.coverage(view)).toBe(match(view).coverage);
      }),
      runs(50),
    );
  });
});

describe('what is remembered', () => {
  it('is found once for each object, also where nothing is found', () => {
    let calls = 0;
    const find = remembered((of: { readonly n?: number }) => {
      calls += 1;
      return of.n;
    });
    const [one, none] = [{ n: 1 }, {}];
    expect([one, none, one, none].map(find)).toEqual([1, undefined, 1, undefined]);
    expect(calls).toBe(2);
  });

  it('is found anew for another corpus', () => {
    const find = rememberedIn((of: { readonly n: number }, within: { readonly m: number }) => of.n * within.m);
    const of = { n: 3 };
    expect([{ m: 2 }, { m: 5 }].map((within) => find(of, within))).toEqual([6, 15]);
  });

  it('of stretches of a statement is what is found of each, however many there are', () => {
    const find = rememberedStretch((text) => text.length);
    const of = {} as StatementView;
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { minLength: 80, maxLength: 80 }), (stretches) => {
        expect(stretches.map((text) => find(text, of))).toEqual(stretches.map(({ length }) => length));
      }),
      runs(20),
    );
  });
});
