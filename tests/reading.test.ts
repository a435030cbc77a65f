/** What becomes of a page's text: its parts, its sentences, and whom they name as their source. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadStructureRules } from '../index/lexicon/field.ts';
import { splitSentences } from '../index/read/sentences.ts';
import { readStructure, splitTags, splitTickers } from '../index/read/structure.ts';
import { corpusOf, runs } from './corpora.ts';

const rules = loadStructureRules();

describe('the parts of a text', () => {
  const partsOf = (text: string) =>
    readStructure(text, rules).map(({ kind, textStart, end }) => `${kind}: ${text.slice(textStart, end)}`);
  const check = (text: string, expected: readonly string[]) => expect(partsOf(text)).toEqual(expected);

  it('are a title, the first line that is no sentence, and paragraphs', () => {
    check('Alder Freight buys a depot\n\nThe depot stands by the river. It is old.', [
      'title: Alder Freight buys a depot',
      'paragraph: The depot stands by the river. It is old.',
    ]);
  });

  it('are paragraphs alone where the text opens with a sentence', () => {
    check('Alder Freight bought a depot.\nIt is old.', [
      'paragraph: Alder Freight bought a depot.',
      'paragraph: It is old.',
    ]);
  });

  it('are headings, by their sign, by bold type, or by being a short line that is no sentence', () => {
    check('# A depot\n\n## By the river\n\nIt is old.\n\n**What comes next**\n\nIt falls.\n\nWhy now?\nIt is old.\n', [
      'title: A depot',
      'heading: By the river',
      'paragraph: It is old.',
      'heading: What comes next',
      'paragraph: It falls.',
      'heading: Why now?',
      'paragraph: It is old.',
    ]);
  });

  it('are a title in bold type without its stars', () => {
    expect(corpusOf('**Alder Freight buys a depot**\n\nIt is old and dark.').documents[0]?.title).toBe(
      'Alder Freight buys a depot',
    );
  });

  it('are headings inside a line, each up to its punctuation', () => {
    check(
      'A depot\n\nIt was sold. ### Who pays? The town pays. ### The price: It is high. ### Why did Mr. Holm sell? He is old.',
      [
        'title: A depot',
        'paragraph: It was sold.',
        'heading: Who pays?',
        'paragraph: The town pays.',
        'heading: The price:',
        'paragraph: It is high.',
        'heading: Why did Mr. Holm sell?',
        'paragraph: He is old.',
      ],
    );
  });

  it('hold no heading where "#" is the sign before a number', () => {
    check('A depot\n\nIt is the # 1 depot of the town. Nobody doubts it.', [
      'title: A depot',
      'paragraph: It is the # 1 depot of the town. Nobody doubts it.',
    ]);
  });

  it('are items, by any bullet or number', () => {
    check('A depot\n- It is old.\n* It is dark.\n• It is wet.\n– It is cold.\n1. It is far.\n2) It is closed.', [
      'title: A depot',
      'item: It is old.',
      'item: It is dark.',
      'item: It is wet.',
      'item: It is cold.',
      'item: It is far.',
      'item: It is closed.',
    ]);
  });

  it('are items that run on in one line', () => {
    check('A depot\n- It was sold on May 3. - The town paid for it. - Nobody - not one - knows why.', [
      'title: A depot',
      'item: It was sold on May 3.',
      'item: The town paid for it.',
      'item: Nobody - not one - knows why.',
    ]);
  });

  it('are the lines of a paragraph together where a text was wrapped at a width', () => {
    check(
      'A depot is sold\nThe carrier said on Monday that it had sold\nits depot by the river to the town after a\nlong quarrel with the union, which had asked\nfor more room. The town paid at once.\nAdvertisement\nWhat comes next\n\n- The walls are painted in the summer by the\n  union.\n- The roof is not.',
      [
        'title: A depot is sold',
        'paragraph: The carrier said on Monday that it had sold\nits depot by the river to the town after a\nlong quarrel with the union, which had asked\nfor more room. The town paid at once.',
        'navigation: Advertisement',
        'heading: What comes next',
        'item: The walls are painted in the summer by the\n  union.',
        'item: The roof is not.',
      ],
    );
  });

  it('are paragraphs, however short, where a mark stands behind the full stop', () => {
    check('A depot\n\nIt was sold. (alder.example)\n\nIt is old. (alder.example, birch.example)', [
      'title: A depot',
      'paragraph: It was sold. (alder.example)',
      'paragraph: It is old. (alder.example, birch.example)',
    ]);
  });

  it.each(['Market Impact: 0.52', 'Berths free: 12', 'Turnout: 48%'])('are a line of a figure: %s', (line) => {
    check(`A depot\n\nIt was sold.\n\n${line}`, ['title: A depot', 'paragraph: It was sold.', `figure: ${line}`]);
  });

  it.each([
    'Back to News',
    'Home',
    '« Back to top',
    'Skip to main content',
    'Reading time: 3 min',
    'Comments: 12',
    'Share this article',
    'Advertisement',
    'Subscribe to our newsletter',
    'Download on the App Store',
    'Get your own daily briefing',
    'Accept all cookies',
    '© 2026 Alder Freight. All rights reserved.',
    'https://alder.example/depot',
  ])('are navigation or advertising: %s', (line) => {
    check(`A depot\n\nIt was sold.\n\n${line}`, ['title: A depot', 'paragraph: It was sold.', `navigation: ${line}`]);
  });

  it.each(['Back to Desk Notes', '« Back to Rail & Ports', 'Return to the front page'])(
    'are navigation where they stand above the title: %s',
    (line) =>
      check(`${line}\nTrade Mood: 0.41\n\nThe quay gets a second crane\n\nIt was bought in May.`, [
        `navigation: ${line}`,
        'figure: Trade Mood: 0.41',
        'title: The quay gets a second crane',
        'paragraph: It was bought in May.',
      ]),
  );

  it('are a title where no other follows', () =>
    check('Back to School\n\nThe quay school opened in May.', [
      'title: Back to School',
      'paragraph: The quay school opened in May.',
    ]));

  it.each([
    'Back in March the depot was sold.',
    'The home of the carrier is the harbour.',
    'Subscribers of the newspaper pay more.',
    'Cookies are baked in the depot.',
    'The market impact was small.',
    'Advertisements on its trucks earn the carrier a little.',
  ])('are prose, though they begin like navigation: %s', (line) => {
    check(`A depot\n\n${line}`, ['title: A depot', `paragraph: ${line}`]);
  });

  it('are advertising where a sentence stands among such lines at the end', () => {
    const text =
      'A depot\n\nIt was sold. It is old.\n\nIt is wet.\n\nIt is dark.\n\nIt falls.\n\nGet your own daily briefing\n\nAlder brings the news to your door.\n\nDownload the app';
    expect(corpusOf(text).statements.map(({ quote }) => quote)).toEqual([
      'It was sold.',
      'It is old.',
      'It is wet.',
      'It is dark.',
      'It falls.',
    ]);
  });

  it('are a line of tickers, run together or not', () => {
    const known = new Set(['ALDR', 'BRCH', 'C']);
    const tickersOf = (line: string) => splitTickers(line, known);
    expect(tickersOf('ALDR')).toEqual(['ALDR']);
    expect(tickersOf('ALDRBRCHC')).toEqual(['ALDR', 'BRCH', 'C']);
    expect(tickersOf('ALDR, BRCH | C')).toEqual(['ALDR', 'BRCH', 'C']);
    expect(tickersOf('ALDR rose')).toEqual([]);
    expect(tickersOf('THE ALDR')).toEqual([]);
  });

  it('take no longer to tell where a line of capitals is long', () => {
    expect(splitTickers(`${'A'.repeat(5000)}!`, new Set(['ALDR']))).toEqual([]);
  });

  it('are a line of tags run together', () => {
    check('A depot\nShippingPublic ContractsManagement & Governance\n\nIt was sold.', [
      'title: A depot',
      'tags: ShippingPublic ContractsManagement & Governance',
      'paragraph: It was sold.',
    ]);
    expect(splitTags('ShippingPublic ContractsM&A & RestructuringManagement & Governance')).toEqual([
      'Shipping',
      'Public Contracts',
      'M&A & Restructuring',
      'Management & Governance',
    ]);
  });

  it('are read in lines that end in any way', () => {
    const unix = 'A depot\n\nIt was sold.\n- It is old.\n';
    const [one, other] = [unix, unix.replaceAll('\n', '\r\n')].map(partsOf);
    expect(other).toEqual(one);
  });
});

describe('an item', () => {
  const labelsOf = (text: string) => corpusOf(text).statements.map(({ label, quote }) => [label, quote]);
  const check = (text: string, expected: readonly (readonly [string | undefined, string])[]) =>
    expect(labelsOf(text)).toEqual(expected);

  it('has its label in its first sentence', () => {
    check('A depot\n- Walls: They are old. Nobody paints them.\n- They are wet.', [
      ['Walls', 'Walls: They are old.'],
      [undefined, 'Nobody paints them.'],
      [undefined, 'They are wet.'],
    ]);
  });

  it('has a label of several words', () => {
    check('A depot\n- For small carriers: Keep a second depot.', [
      ['For small carriers', 'For small carriers: Keep a second depot.'],
    ]);
  });

  it('has no label where the colon stands after a sentence or inside a time', () => {
    check('A depot\n- It opens at 10:30 every day.\n- It is old. One thing is new: the roof.', [
      [undefined, 'It opens at 10:30 every day.'],
      [undefined, 'It is old.'],
      [undefined, 'One thing is new: the roof.'],
    ]);
  });

  it.each(['Glossary', 'Key terms', 'Definitions', 'Terminology'])(
    'with a label is a definition under "%s"',
    (heading) => {
      const { statements } = corpusOf(
        `A depot\n\nIt was sold.\n\n${heading}\n- Quay: A place where ships lie.\n- Berth: A place for one ship.`,
      );
      expect(statements.map(({ kind, label }) => [kind, label])).toEqual([
        ['reported', undefined],
        ['definition', 'Quay'],
        ['definition', 'Berth'],
      ]);
    },
  );

  it('with a label is no definition under another heading', () => {
    expect(corpusOf('A depot\n\nWhat was found\n- Quay: It was wet.').statements[0]?.kind).toBe('reported');
  });
});

describe('the sentences of a stretch', () => {
  const check = (expected: readonly string[]) => {
    const text = expected.join(' ');
    expect(splitSentences(text, 0, text.length).map(({ span }) => text.slice(...span))).toEqual(expected);
  };

  it('end with their full stop, question mark or exclamation mark', () => {
    check(['It was sold.', 'Who paid?', 'The town!', 'Nobody knows…']);
  });

  it('may begin with a number', () => {
    check(['It was sold.', '10 trucks were not.', '$5 million was paid in 2026.', '200 people saw it.']);
    check(['It needs approx. 10 trucks, min. 5 of them new, as No. 3 of the rules says.']);
  });

  it('go on after a title or an abbreviation', () => {
    check(['Mr. Holm met Dr. Brandt on St. Anne Square.', 'It has approx. 5 gates, e.g. the old one.']);
    check(['Alder Inc. sued Birch Corp. over No. 5 of the rules.', 'Both lost.']);
    check(['Alder vs. Birch was heard by Sen. Holm.', 'See Fig. 3 for the plan.']);
  });

  it('go on after an initial', () => {
    check(['A. J. Holm sold it to P. Brandt.', 'It was his.']);
  });

  it('end after an abbreviation where the next word opens a sentence', () => {
    check(['It moved to the U.S.', 'The town was glad.', 'It opens at 5 p.m. on Monday.']);
    check(['It was bought by Birch Inc.', 'The price was low.']);
    check(['It opens at 5 p.m.', 'They close it at noon.']);
  });

  it('go on after an abbreviation where the next word does not', () => {
    check(['The U.S. Senate asked Alder Inc. Chairman Holm about it.']);
  });

  it('hold decimals, sums and numbers of versions', () => {
    check(['It cost $12.5 billion, or €1,200.50 a head.', 'It grew by 6.5 percent.', 'Version 2.0 costs $38 billion.']);
  });

  it('hold a host and a file by its name', () => {
    check(['The plan is on alder.example for all to read.', 'It is called plan.txt there.']);
  });

  it('hold a quotation of several sentences together', () => {
    check(['"We are done. We go home," said Holm.', 'Nobody stayed.']);
    check(['“It is over. Nobody stays,” she told the town.', 'Then she left.']);
    check(['Holm said: “It is over. Nobody stays.”', 'Then he left.']);
  });

  it('keep the quotation mark that they open or close with', () => {
    check([
      'Holm asked: "Why?"',
      'Nobody knew.',
      '"No!" he said.',
      '"It is late," she said.',
      'He called it "old."',
      'It is.',
    ]);
  });

  it('go on in lower case', () => {
    check(['“Why?” asked Holm.', 'The depot (old! and wet) was sold.']);
  });
});

describe('a mark of attribution', () => {
  const found = (text: string) =>
    corpusOf(`A depot is sold to the town\n\n${text}`).statements.map(({ quote, attributedTo }) => [
      quote,
      ...attributedTo,
    ]);
  const check = (text: string, expected: readonly (readonly string[])[]) => expect(found(text)).toEqual(expected);

  it('speaks for every sentence since the mark before it, and is part of none', () => {
    check('It was sold. It is old. (alder.example) The town paid. (birch.example) Nobody knows more.', [
      ['It was sold.', 'alder.example'],
      ['It is old.', 'alder.example'],
      ['The town paid.', 'birch.example'],
      ['Nobody knows more.'],
    ]);
  });

  it('names several hosts, each once, in lower case and without a path', () => {
    check('It was sold. (alder.example, News.Birch.example/depot/sold, alder.example)', [
      ['It was sold.', 'alder.example', 'news.birch.example'],
    ]);
  });

  it('speaks for its own paragraph alone', () => {
    check('It was sold.\n\nIt is old. (alder.example)', [['It was sold.'], ['It is old.', 'alder.example']]);
  });

  it('may stand before the full stop', () => {
    check('The depot was sold (alder.example). The town paid.', [
      ['The depot was sold', 'alder.example'],
      ['The town paid.'],
    ]);
  });

  it('in the middle of a sentence is part of it, and leaves it whole', () => {
    check(
      'Holm said (alder.example) that the depot, which is old (birch.example), was sold. The town paid. (cedar.example)',
      [
        [
          'Holm said (alder.example) that the depot, which is old (birch.example), was sold.',
          'alder.example',
          'birch.example',
          'cedar.example',
        ],
        ['The town paid.', 'cedar.example'],
      ],
    );
  });

  it.each([
    'Holm said that the depot was so(alder.example) to the town.',
    'Holm said that (alder.example)old it to the town.',
    'Holm said so(alder.example)ld it to the town.',
  ])('that cut into a word leaves a sentence damaged, which is never quoted: %s', (damaged) => {
    check(`It is old. ${damaged} The town paid. (birch.example)`, [
      ['It is old.', 'birch.example'],
      ['The town paid.', 'birch.example'],
    ]);
    const { span } = splitSentences(damaged, 0, damaged.length)[0] ?? { span: [0, 0] };
    expect(splitSentences(damaged, 0, damaged.length)).toEqual([
      { span: [0, damaged.length], attributedTo: [], damaged: true },
    ]);
    expect(span).toEqual([0, damaged.length]);
  });

  it('takes nothing in brackets for a host that is none', () => {
    check('It was sold (e.g. in parts) for a low sum (3.5 million) in the U.S. (see p. 5).', [
      ['It was sold (e.g. in parts) for a low sum (3.5 million) in the U.S. (see p. 5).'],
    ]);
  });
});

describe('the statements of any document', () => {
  const sentence = fc.constantFrom(
    'Alder Freight sold its depot on April 27, 2026.',
    'It paid $12.5 million to Mr. Holm.',
    '"We are done. We go home," said Holm.',
    '“It is over,” she said.',
    'A day later the town paid!',
    'Who paid?',
    'An open “quotation that never ends.',
    '",.!?” “',
    'no capital here',
  );
  const mark = fc.constantFrom(' (alder.example)', ' (alder.example, birch.example)', '(alder.example)', '');
  const prose = fc
    .array(fc.tuple(sentence, mark, fc.constantFrom(' ', '', '  ')), { maxLength: 6 })
    .map((parts) => parts.flat().join(''));
  const line = fc.oneof(
    { weight: 6, arbitrary: prose },
    { weight: 1, arbitrary: prose.map((words) => `- ${words}`) },
    { weight: 1, arbitrary: prose.map((words) => `Walls: ${words}`) },
    { weight: 1, arbitrary: prose.map((words) => `It is. ### Who pays? ${words} ### The rest: ${words}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '# Title',
        '## Heading',
        '**Bold**',
        'Glossary',
        'Back to News',
        'ALDRBRCH',
        '---',
        '',
      ),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'the carrier said that it had sold',
        'its depot to the town and that',
        'the town had paid for it.',
      ),
    },
  );
  const document = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '\n   ')), { maxLength: 12 })
    .map((lines) => lines.flat().join(''));

  it('are slices of its text, in order, none overlapping another', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { statements, passages } = corpusOf(text);
        let end = 0;
        for (const [i, statement] of statements.entries()) {
          expect(statement.quote).toBe(text.slice(statement.start, statement.end));
          expect(statement.quote).toBe(statement.quote.trim());
          expect(statement.start).toBeGreaterThanOrEqual(end);
          expect(statement.end).toBeGreaterThan(statement.start);
          expect(statement.index).toBe(i);
          end = statement.end;
          const passage = passages[statement.passage];
          expect(passage && passage.start <= statement.start && statement.end <= passage.end).toBe(true);
          expect(passage && passage.statements[0] <= i && i < passage.statements[1]).toBe(true);
          for (const { span } of statement.mentions)
            expect(span[0] >= 0 && span[1] <= statement.quote.length).toBe(true);
        }
      }),
      runs(300),
    );
  });

  it('hold no mark that cut into a word', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const { quote, start, end } of corpusOf(text).statements) {
          expect(quote).not.toMatch(/[\p{L}\p{N}]\((?:alder|birch)\.example|\.example\)[\p{L}\p{N}]/u);
          expect(text.slice(end - 1, end + 9)).not.toMatch(/^[\p{L}\p{N}]\((?:alder|birch)/u);
          expect(text.slice(Math.max(0, start - 9), start + 1)).not.toMatch(/\.example\)[\p{L}\p{N}]$/u);
        }
      }),
      runs(300),
    );
  });

  it('hold no line of navigation', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const { statements } = corpusOf(`A depot\n\n${before}\n\nBack to News\n\n${after}`);
        for (const { quote } of statements) expect(quote).not.toContain('Back to News');
      }),
      runs(100),
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(corpusOf(text)).toEqual(corpusOf(text));
      }),
      runs(50),
    );
  });
});
