import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digest/digest.ts';
import { plainText } from '../../src/reply/reply.ts';
import { botOf, kept, tell, under } from './arrivals.ts';

/** What a channel is told that knew the one set of documents and now has the other. */
function toldBetween(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Digest {
  return tell(botOf(now), kept(botOf(before)));
}

const BASE = `Harbour deal signed

On March 3, 2025, Alder Shipping signed a contract with the port of Quill Bay. Alder Shipping will pay $40 million for two cranes. The contract runs through 2031.

Dana Holm, the finance chief of Alder Shipping, said the cranes would arrive in June 2025.
`;

describe('no news is', () => {
  const unchanged = (now: Readonly<Record<string, string>>) => {
    const digest = toldBetween({ 'a.txt': BASE }, now);
    expect(plainText(digest.reply)).toMatch(/^Nothing new since the last digest\./);
    expect(digest.sort).toBe('unchanged');
  };

  it('the same documents', () => unchanged({ 'a.txt': BASE }));

  it('a sentence in other words that says the same', () =>
    unchanged({
      'a.txt': BASE.replace(
        'Alder Shipping will pay $40 million for two cranes',
        'For two cranes, Alder Shipping will pay $40 million',
      ),
    }));

  it('a sentence that moved within its document', () =>
    unchanged({
      'a.txt': `${BASE.replace(' The contract runs through 2031.', '')}\nThe contract runs through 2031.\n`,
    }));

  it('a document under another name', () => unchanged({ 'b.txt': BASE }));

  it('another document that tells again what is known', () =>
    unchanged({
      'a.txt': BASE,
      'b.txt':
        'Cranes for Quill Bay\n\nAlder Shipping signed a contract with the port of Quill Bay on March 3, 2025. It will pay $40 million for two cranes.\n',
    }));

  it('other white space, other quotation marks and other dashes', () =>
    unchanged({ 'a.txt': BASE.replaceAll('. ', '.  ').replaceAll(' will ', '\u00a0will ') }));
});

describe('corrected is a sentence of a document that now gives', () => {
  const corrected = (from: string, to: string) => {
    const digest = toldBetween({ 'a.txt': BASE }, { 'a.txt': BASE.replace(from, to) });
    const [now, before] = under(digest, 'Corrected');
    expect(now).toMatch(/^Its document now says(?:, forecast)?: “/);
    expect(now).toContain(to);
    expect(before).toMatch(/^It said before: “/);
    expect(before).toContain(from);
    expect(under(digest, 'New')).toEqual([]);
    expect(under(digest, 'No longer in the sources')).toEqual([]);
  };

  it('another amount', () => corrected('$40 million', '$46 million'));
  it('another date', () => corrected('June 2025', 'September 2025'));
  it('another name', () => corrected('Dana Holm', 'Petra Lund'));
  it('the contrary', () => corrected('would arrive', 'would not arrive'));
});

describe('withdrawn is', () => {
  it('a sentence that its document no longer says', () => {
    const digest = toldBetween(
      { 'a.txt': BASE },
      { 'a.txt': BASE.replace(' Alder Shipping will pay $40 million for two cranes.', '') },
    );
    expect(under(digest, 'No longer in the sources')).toEqual([
      'From its document: “Alder Shipping will pay $40 million for two cranes.”',
    ]);
    expect(digest.citations.map(({ quote }) => quote)).not.toContain(
      'Alder Shipping will pay $40 million for two cranes.',
    );
  });

  it('all that a document said which is gone, in one line', () => {
    const other =
      'Rail strike\n\nOn April 2, 2025, drivers of Fenn Rail walked out. Fenn Rail cancelled 120 trains. The union asks for 6 percent.\n';
    const digest = toldBetween({ 'a.txt': BASE, 'b.txt': other }, { 'a.txt': BASE });
    const lines = under(digest, 'No longer in the sources');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^With its document: “.*” and 2 more of that document$/);
  });

  it('nothing that another document still says', () => {
    const again = { 'b.txt': BASE };
    expect(toldBetween({ 'a.txt': BASE, ...again }, again).sort).toBe('unchanged');
  });
});

describe('new is', () => {
  it('what nobody said, with its date, and not what stands beside it', () => {
    const digest = toldBetween(
      { 'a.txt': BASE },
      { 'a.txt': `${BASE}\nOn May 9, 2025, Alder Shipping ordered a third crane from Tarn Works for $18 million.\n` },
    );
    expect(under(digest, 'New')).toEqual([
      '2025-05-09: “On May 9, 2025, Alder Shipping ordered a third crane from Tarn Works for $18 million.” [1]',
    ]);
  });

  it('told once where several documents bring it', () => {
    const digest = toldBetween(
      { 'a.txt': BASE },
      {
        'a.txt': BASE,
        'b.txt':
          'Third crane\n\nOn May 9, 2025, Alder Shipping ordered a third crane from Tarn Works for $18 million.\n',
        'c.txt':
          'Crane order\n\nAlder Shipping on May 9, 2025 ordered from Tarn Works a third crane for $18 million.\n',
      },
    );
    expect(under(digest, 'New').filter((line) => line.includes('third crane'))).toHaveLength(1);
  });

  it('labelled where it is opinion', () => {
    const digest = toldBetween(
      { 'a.txt': BASE },
      {
        'a.txt': `${BASE}\n## Analysis\n\nThe cranes look like a signal that Quill Bay wants the trade of its neighbours.\n`,
      },
    );
    expect(under(digest, 'New')[0]).toMatch(/^Analysis: “The cranes look like a signal/);
  });
});

describe('disputed is', () => {
  const strike =
    'Strike\n\nOn April 2, 2025, drivers of Fenn Rail walked out. Fenn Rail says that 120 trains were cancelled.\n';
  const other = 'Union report\n\nThe drivers’ union says that 340 trains of Fenn Rail were cancelled.\n';

  it('another figure for the same thing by another source, with both', () => {
    const digest = toldBetween({ 'a.txt': strike }, { 'a.txt': strike, 'b.txt': other });
    const lines = under(digest, 'Where sources disagree');
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toContain('340 trains');
    expect(lines[1]).toMatch(/^Another source differs: “.*120 trains/);
    expect(digest.citations.length).toBeGreaterThanOrEqual(2);
  });

  it('not the figure of another time', () => {
    const later = 'Fenn Rail\n\nFenn Rail says that 90 trains were cancelled in December 2025.\n';
    const dated = strike.replace('cancelled.', 'cancelled in April 2025.');
    expect(
      under(toldBetween({ 'a.txt': dated }, { 'a.txt': dated, 'b.txt': later }), 'Where sources disagree'),
    ).toEqual([]);
  });
});

describe('changed is', () => {
  const held =
    '---\npublished: 2025-02-10\n---\n\nQuill Bay\n\nAlder Shipping is the exclusive operator of the container terminal of Quill Bay.\n';
  const ended =
    '---\npublished: 2025-08-01\n---\n\nQuill Bay opens\n\nOn July 30, 2025, the port authority ended the exclusive right of Alder Shipping to operate the container terminal of Quill Bay.\n';

  it('what ended, with what held before and both dates', () => {
    const digest = toldBetween({ 'a.md': held }, { 'a.md': held, 'b.md': ended });
    const [now, before] = under(digest, 'What changed');
    expect(now).toMatch(/^Since 2025-07-30: “On July 30, 2025/);
    expect(before).toMatch(
      /^Held before, said on 2025-02-10, until 2025-07-30: “Alder Shipping is the exclusive operator/,
    );
  });

  it('marked at its heart', () => {
    const { lines } = toldBetween({ 'a.md': held }, { 'a.md': held, 'b.md': ended }).reply;
    const strong = lines
      .filter(({ part }) => part !== 'short')
      .flatMap(({ segments }) => segments.filter(({ strong }) => strong));
    expect(strong.map(({ text }) => text)).toEqual(['ended the exclusive', 'exclusive']);
  });

  it('not what had ended before it was told: an older document that arrives late is told as what was', () => {
    const digest = toldBetween({ 'b.md': ended }, { 'a.md': held, 'b.md': ended });
    expect(under(digest, 'New')).toEqual([]);
    expect(under(digest, 'From before, told only now')[0]).toMatch(
      /^Held before, said on 2025-02-10, until 2025-07-30: “/,
    );
  });
});
