import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_CORPUS } from '../../index/open.ts';
import { readState, writeState } from '../../src/digest/written-state.ts';
import { runs } from '../corpora.ts';
import { arriving, byLatestDate, kept } from './arrivals.ts';

const [bot] = arriving(BUILT_IN_CORPUS, byLatestDate(BUILT_IN_CORPUS)).slice(-1);

describe('the state of a corpus', () => {
  it('holds each quotable statement with its kind, its date, and the day on which it ended', () => {
    const { statements, version, newest } = bot!.state();
    expect({ version, newest }).toEqual({ version: bot!.corpus.version, newest: '2026-04-28' });
    expect(statements).toHaveLength(bot!.corpus.statements.length);
    expect(statements.find(({ quote }) => quote.includes('remains the exclusive cloud'))).toMatchObject({
      kind: 'reported',
      saidOn: '2026-02-27',
      until: '2026-04-27',
    });
    expect(statements.filter(({ kind, saidOn }) => kind === 'definition' && saidOn)).toEqual([]);
  });

  it('is read as it was written', () => {
    expect(kept(bot!)).toEqual(bot!.state());
  });

  it('is read as it was written, whatever is in it', () => {
    const day = fc.constantFrom('2024', '2024-02', '2024-02-29');
    const statement = fc.record(
      {
        document: fc.constantFrom('a', 'b', '__proto__', 'a b'),
        quote: fc.string({ unit: fc.constantFrom('a', ' ', '“', '"', '\\', '\n', '\u0000', 'é', '😀') }),
        kind: fc.constantFrom('reported' as const, 'quotation' as const, 'advice' as const),
        saidOn: day,
        until: day,
      },
      { requiredKeys: ['document', 'quote', 'kind'] },
    );
    fc.assert(
      fc.property(fc.string(), fc.array(statement, { maxLength: 12 }), (version, statements) => {
        const inOrder = [...new Set(statements.map(({ document }) => document))].flatMap((document) =>
          statements.filter((one) => one.document === document),
        );
        expect(readState(writeState({ version, statements }))).toEqual({ version, statements: inOrder });
      }),
      runs(60),
    );
  });

  it('is not read where it is of another form: its channel gets a briefing anew', () => {
    const text = writeState(bot!.state());
    expect(readState(text.replace('"form":1', '"form":0'))).toBeUndefined();
    for (const other of ['', '{}', 'null', '[]', text.slice(0, -5)]) expect(readState(other)).toBeUndefined();
  });
});
