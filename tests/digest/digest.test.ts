import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_CORPUS } from '../../index/open.ts';
import { plainText } from '../../src/reply/reply.ts';
import { runs } from '../corpora.ts';
import { arriving, botOf, byLatestDate, kept, tell, under } from './arrivals.ts';

const bots = arriving(BUILT_IN_CORPUS, byLatestDate(BUILT_IN_CORPUS));
const all = bots.at(-1)!;
const [before, now] = [bots[1]!, bots[2]!];
const audiences = all.audiences.map(({ name }) => name);
const topic = fc.constantFrom('exclusivity', 'Stargate', 'antitrust', 'prices', 'penguins', '', '?', '__proto__');
const wishes = fc.record({
  audience: fc.constantFrom(...audiences, 'nobody that is known'),
  topics: fc.uniqueArray(topic, { maxLength: 3 }),
});

describe('whatever audience and topics it is for, a digest', () => {
  it('of a state that the channel was told is unchanged', () => {
    const told = kept(all);
    fc.assert(
      fc.property(wishes, (wanted) => {
        const { sort, citations, reply } = tell(all, told, wanted);
        expect(sort).toBe('unchanged');
        expect(citations).toEqual([]);
        expect(reply.lines).toHaveLength(1);
      }),
      runs(60),
    );
  }, 60_000);

  it('quotes exactly, with a mark for each of its citations', () => {
    const told = kept(before);
    const texts = new Map(now.corpus.documents.map(({ id, text }) => [id, text]));
    fc.assert(
      fc.property(wishes, fc.boolean(), (wanted, first) => {
        const { citations, reply } = tell(now, first ? undefined : told, wanted);
        for (const { document, start, end, quote } of citations)
          expect(texts.get(document)?.slice(start, end)).toBe(quote);
        const marks = new Set(
          reply.lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? [])),
        );
        expect([...marks].sort((a, b) => a - b)).toEqual(citations.map(({ n }) => n));
      }),
      runs(60),
    );
  }, 60_000);

  it('holds no more than fits, and counts what it leaves out', () => {
    const told = kept(before);
    const newOnes = (text: string) => Number(/(\d+) new statement/.exec(text)?.[1]);
    const whole = newOnes(plainText(tell(now, told).reply));
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 6000 }), fc.boolean(), (most, first) => {
        const { reply, sort } = tell(now, first ? undefined : told, { fits: (one) => plainText(one).length <= most });
        const text = plainText(reply);
        expect(text.length).toBeLessThanOrEqual(most);
        if (sort === 'changes') {
          expect(newOnes(text)).toBeGreaterThanOrEqual(whole);
          const besides = Number(/(\d+) statements? (?:is|are) new/.exec(text)?.[1] ?? 0);
          expect(
            under({ sort, reply, citations: [], corpus: '' }, 'New').filter((line) => line.includes('“')).length +
              besides,
          ).toBe(newOnes(text));
        }
      }),
      runs(60),
    );
  }, 60_000);

  it('is the same when it is made again, by another bot too', () => {
    const again = arriving(BUILT_IN_CORPUS, byLatestDate(BUILT_IN_CORPUS)).at(-1)!;
    for (const audience of audiences)
      expect(tell(again, undefined, { audience })).toEqual(tell(all, undefined, { audience }));
  });
});

describe('the same documents', () => {
  const texts = Object.fromEntries(all.corpus.documents.map(({ id, text }) => [id, text]));

  it('in another order are no change', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(texts), { minLength: 5 }), (order) => {
        const named = Object.fromEntries(order.map((id, i) => [`${i}-${id}.txt`, texts[id] ?? '']));
        expect(tell(botOf(named), kept(all)).sort).toBe('unchanged');
      }),
      runs(6),
    );
  }, 60_000);

  it('with other white space within their lines are no change', () => {
    fc.assert(
      fc.property(fc.constantFrom('  ', '\u00a0', ' \u00a0', '\t'), fc.integer({ min: 1, max: 7 }), (space, each) => {
        let n = 0;
        const spaced = Object.fromEntries(
          Object.entries(texts).map(([id, text]) => [
            `${id}.txt`,
            text.replace(/(?<=[a-z,]) (?=[a-z])/g, () => {
              n += 1;
              return n % each === 0 ? space : ' ';
            }),
          ]),
        );
        expect(tell(botOf(spaced), kept(all)).sort).toBe('unchanged');
      }),
      runs(6),
    );
  }, 60_000);
});

describe('advice', () => {
  const given = (audience: string, told?: ReturnType<typeof kept>) => {
    const digest = tell(all, told, { audience });
    return digest.reply.lines.flatMap(({ part, segments }) =>
      part === 'support' && segments[0]?.text.startsWith('Advice: ') ? [segments.map(({ text }) => text).join('')] : [],
    );
  };

  it('is what the sources address to the audience, and labelled', () => {
    expect(given('buyers').map((line) => line.slice(0, 40))).toEqual([
      'Advice: “For enterprise buyers: Explicit',
      'Advice: “Ask how vendor contracts intera',
      'Advice: “Don’t build as if one model ven',
    ]);
    expect(given('developers')).toEqual([expect.stringContaining('For developers and startups')]);
    expect(given('policy')).toEqual([expect.stringContaining('For policymakers')]);
  });

  it('has no section where the sources give the audience none', () => {
    expect(given('analysts')).toEqual([]);
    expect(plainText(tell(all, undefined, { audience: 'analysts' }).reply)).not.toContain('Advice in the sources');
  });

  it('is told again to nobody who was told it', () => {
    const withoutLast = kept(bots.at(-2)!);
    expect(given('buyers', withoutLast)).toEqual([]);
  });
});

describe('topics', () => {
  it('leave out what does not concern them', () => {
    const digest = tell(now, kept(before), { topics: ['antitrust'] });
    expect(under(digest, 'What changed')).toEqual([]);
    expect(under(digest, 'New')).toHaveLength(1);
  });

  it('that the sources do not know are said, and not repeated', () => {
    const text = plainText(tell(all, undefined, { topics: ['Stargate', 'penguins <!channel>'] }).reply);
    expect(text).toContain('Of the 2 topics of this digest, the sources say nothing on number 2.');
    expect(text).not.toContain('penguins');
  });
});

describe('questions that were declined in the channel', () => {
  const asked = ['When did exclusivity end?', 'Who won the boat race <@everyone>?', 'What is Frontier?'];

  it('are told by their answers where something new answers them, without the words of the question', () => {
    const digest = tell(now, kept(before), { declined: asked });
    expect(under(digest, 'Asked here before')).toEqual(['A question asked here can be answered now, by [1] above.']);
    expect(plainText(digest.reply)).not.toMatch(/boat race|everyone/);
  });

  it('are not told where the channel knew the answer', () => {
    expect(tell(now, kept(now), { declined: asked }).sort).toBe('unchanged');
  });

  it('are three at most', () => {
    const many = [
      'When did exclusivity end?',
      'What did Amazon announce on April 28?',
      'Until when does Microsoft keep access to the IP?',
      'What is Stargate?',
      'Who is Denise Dresser?',
      'What is compute?',
    ];
    expect(under(tell(all, undefined, { declined: many }), 'Asked here before').length).toBeLessThanOrEqual(3);
  });
});

describe('terms and plans', () => {
  it('are those not past at the newest date that the sources report, each once', () => {
    const lines = under(tell(all, undefined), 'Planned, or in force until');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^2032: “.*through 2032/);
  });

  it('are told again only where they are new', () => {
    expect(under(tell(bots.at(-1)!, kept(bots.at(-2)!)), 'Planned, or in force until')).toEqual([]);
  });
});
