/** Of two documents that tell the same matter the newer one leads; what only looks alike does not. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { ask } from '../src/answer/ask.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'repairs clocks', 'plays chess']);

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

/** The newer one says the matter in other words, or leaves it to the sentence before it. */
const OTHERWISE_TOLD: readonly (readonly [string, string, string, string])[] = [
  [
    'Who is chief executive of Rowan Insurance?',
    'Rowan Insurance is led by Ada Holm, who has been chief executive since 2016.',
    'Ben Sorrel stepped into the top job at Rowan Insurance.',
    'Ben Sorrel stepped into the top job at Rowan Insurance.',
  ],
  [
    'When will the second ward of Hazel Clinic open?',
    'The second ward of Hazel Clinic will open in May 2026.',
    'Head nurse Ida Alder said Hazel Clinic would hire nobody before the new ward opens. The clinic expects that in October 2026.',
    'The clinic expects that in October 2026.',
  ],
  [
    'When will the new quay of Port Linden be finished?',
    'The new quay of Port Linden will be finished in March 2026.',
    'Port Linden said no larger ship could call before the new quay was finished. The port expects that in August 2026.',
    'The port expects that in August 2026.',
  ],
  [
    'How much is a kilowatt-hour from Aspen Power?',
    'Customers of Aspen Power pay 31 cents for a kilowatt-hour.',
    'Aspen Power has made it cheaper for customers: they pay 27 cents from the first of the month.',
    'Aspen Power has made it cheaper for customers: they pay 27 cents from the first of the month.',
  ],
];

const LOOKS_ALIKE: readonly (readonly [string, string, string])[] = [
  [
    "How much of Rowan Mill's revenue comes from Hazel weavers?",
    'Hazel weavers bring in 42 percent of the revenue of Rowan Mill.',
    'Hazel weavers stay with Rowan Mill, but their share of its loom revenue falls from 18 to 12 percent.',
  ],
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
  [
    'Who is director of the Folk Museum in Holm?',
    'The Folk Museum in Holm has appointed Hugo Sorrel as its director.',
    "Lena Alder becomes director of Holm's Museum of Glass.",
  ],
  [
    'Who runs the Alder League?',
    'Ada Holm is chief executive of the Alder League.',
    'Ben Sorrel has been managing director of Alder Media since March 1, 2025.',
  ],
];

/** A later document names an earlier month in passing, and tells of its own day. */
const NAMED_IN_PASSING: readonly (readonly [string, string, string])[] = [
  [
    'How much does a ticket on the Birch tram cost?',
    'A ticket on the Birch tram is to cost £1.90.',
    'The £1.90 for a ticket on the Birch tram that the city named in March could not be held, and it costs £2.30.',
  ],
  [
    'How many shops sell Cedar cheese?',
    'Cedar cheese is sold in 40 shops.',
    'The Cedar cheese trial, which began in 40 shops in March, will be widened to 300 shops.',
  ],
  [
    'How much does Rowan Bank expect to earn?',
    'Rowan Bank expects to earn €26 million.',
    'Rowan Bank now expects to earn about €19 million, a quarter less than the sum it gave in March.',
  ],
  [
    'When does the Hazel festival begin?',
    'The Hazel festival begins on October 1, 2026.',
    'The Hazel festival begins on September 1, 2026, not on October 1 as agreed in March 2025.',
  ],
];

describe('of two that tell the same matter', () => {
  it.each(CHANGED)('the newer one leads: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn)).toBe(autumn),
  );

  it.each(CHANGED)('the older one leads as of a day between the two: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn, '2025-06-01')).toBe(spring),
  );

  it.each(OTHERWISE_TOLD)('the newer one leads in other words: %s', (question, spring, autumn, lead) =>
    expect(leadOf(question, spring, autumn)).toBe(lead),
  );

  it.each(NAMED_IN_PASSING)('a month named in passing does not date the newer one: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn, '2025-04-15')).toBe(spring),
  );

  it.each([
    ['How many clocks did Alder Mill sell?', 'Alder Mill sold more than 300 clocks in March 2025.'],
    [
      'Who supplies flour to Cedar Bakery?',
      'As late as March 30, 2025 Cedar Bakery called Birch Farm the supplier of its flour.',
    ],
    [
      'How many members did the Hazel Choir lose?',
      'The Hazel Choir did not rehearse and lost 14 members in March 2025.',
    ],
  ])('a later document still tells what was done in that month: %s', (question, autumn) =>
    expect(leadOf(question, 'The mill, the bakery and the choir have a yard.', autumn, '2025-04-15')).toBe(autumn),
  );

  it.each([
    'Who was chief executive of Rowan Insurance in april 2025?',
    'in april 2025 who ran Rowan Insurance?',
    'Who headed Rowan Insurance before the August changes?',
  ])('the one that held in the month asked about leads: %s', (question) =>
    expect(
      leadOf(
        question,
        'Ada Holm is chief executive of Rowan Insurance.',
        'Ben Sorrel took over as chief executive of Rowan Insurance on August 20, 2025.',
      ),
    ).toBe('Ada Holm is chief executive of Rowan Insurance.'),
  );

  it('who left something unsold has not left an office', () =>
    expect(
      leadOf(
        'Who is head of sales at Cedar Mill?',
        'Head of sales at Cedar Mill, Ada Holm, says a late harvest has left flour in the barn.',
        'Cedar Mill sold its barn.',
      ),
    ).toContain('Ada Holm'));

  it.each(LOOKS_ALIKE)('neither takes the place of one that only looks alike: %s', (question, spring, autumn) =>
    expect(leadOf(question, spring, autumn)).toBe(spring),
  );
});

describe('where the best is over', () => {
  it('who comes leads, though whoever leaves is named first', () => {
    const spring = '“We have room,” said Ada Holm, chief executive of Rowan Ferries.';
    const autumn =
      'Ada Holm stepped down as chief executive of Rowan Ferries on August 3. The board thanked her and named Ben Sorrel as interim head from the same day.';
    expect(leadOf('Who is chief executive of Rowan Ferries?', spring, autumn)).toContain('Ben Sorrel');
    expect(leadOf('Who is chief executive of Rowan Ferries?', spring, autumn, '2025-03-10')).toContain('Ada Holm');
    expect(leadOf('Who is Ada Holm?', spring, autumn)).toContain('Ada Holm');
  });

  it('a plan is over with its own thing, not with another plan', () => {
    const autumn =
      'Alder Lines called the plan for a terminal at Holm off in August. It dropped the planned appeal against its fine.';
    const spring = 'Alder Lines wants to build a terminal at Holm.';
    expect(leadOf('Is the terminal at Holm still planned?', spring, autumn)).not.toContain('appeal');
  });
});
