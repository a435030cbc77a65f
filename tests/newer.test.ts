/** Of two documents that tell the same matter the newer one leads; what only looks alike does not. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { ask } from '../src/answer/ask.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { withFolder } from './corpora.ts';

const TOWN = ['The baker', 'A gardener', 'The tailor', 'A pilot', 'The judge', 'A potter']
  .flatMap((who) =>
    ['reads old maps', 'paints a fence', 'repairs clocks', 'plays chess'].map((does) => `${who} ${does}.`),
  )
  .join(' ');

function leadOf(question: string, spring: string, autumn: string, asOf?: string): string {
  const files = {
    'a.md': `---\npublished: 2025-03-03\n---\nIn spring\n\n${spring}\n`,
    'b.md': `---\npublished: 2025-09-01\n---\nIn autumn\n\n${autumn}\n`,
    'c.md': `Around the town\n\n${TOWN}\n`,
  };
  return withFolder(files, (folder) => {
    const answering = prepareAnswering(buildKnowledge(openCorpus(folder)), loadWeights());
    const answer = ask({ turns: [question], ...(asOf && { asOf }) }, answering);
    return answer.outcome === 'answered' ? answer.statements[0].quote : '';
  });
}

const CHANGED: readonly (readonly [string, string, string])[] = [
  [
    'How many subscribers does Alder Music have?',
    'Alder Music has 2.1 million subscribers.',
    'Alder Music has 2.6 million subscribers, the firm told its investors.',
  ],
  [
    'How much does a ticket cost on the Birch tram?',
    'A ticket on the Birch tram costs £1.90.',
    'A ticket on the Birch tram costs £2.30 on every line.',
  ],
  [
    'May Cedar Salmon farm in Loch Holm?',
    'Cedar Salmon may farm in Loch Holm under a licence for 2,500 tonnes.',
    'The agency has revoked the licence of Cedar Salmon for Loch Holm.',
  ],
  [
    'Will Rowan Hospital and Hazel Clinic merge?',
    'Rowan Hospital and Hazel Clinic will merge in 2027.',
    'Hazel Clinic has walked away from the merger with Rowan Hospital.',
  ],
];

const LOOKS_ALIKE: readonly (readonly [string, string, string])[] = [
  [
    'How much does Alder Music cost?',
    'Alder Music costs £9 a month.',
    'Birch Films costs £12 a month, and Alder Music is its rival.',
  ],
  [
    'How much did Cedar Bank earn in 2024?',
    'Cedar Bank earned £84 million in 2024.',
    'Cedar Bank earned £17 million in the first quarter of 2025.',
  ],
  [
    'Who is chief executive of Rowan Hospital?',
    'Ada Holm is chief executive of Rowan Hospital.',
    'Rowan Hospital has opened a ward, and chief executive Ben Sorrel of Hazel Clinic came to see it.',
  ],
];

describe('of two that tell the same matter', () => {
  it.each(CHANGED)('the newer one leads: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn)).toBe(autumn),
  );

  it.each(CHANGED)('the older one leads as of a day between the two: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn, '2025-06-01')).toBe(spring),
  );

  it.each(LOOKS_ALIKE)('neither takes the place of one that only looks alike: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn)).toBe(spring),
  );
});
