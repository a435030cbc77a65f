/** The golden digests: one Markdown file for each theme, with what a careful reader should find in each. */
import { join } from 'node:path';
import { BUILT_IN_CORPUS } from '../../index/open.ts';
import type { Bot } from '../../src/bot.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { plainText } from '../../src/reply/reply.ts';
import { arriving, botOf, byLatestDate, kept, tell } from '../digest/arrivals.ts';

export interface DigestCase {
  readonly head: string;
  readonly expected: string;
  readonly digest: () => Digest;
}

export interface DigestTheme {
  /** The name of the file, without its ending. */
  readonly file: string;
  readonly title: string;
  readonly cases: readonly DigestCase[];
}

const ferry = join(import.meta.dirname, '..', 'stories', 'ferry', 'documents');

/** The bots are made when they are first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const builtIn = lazily(() => arriving(BUILT_IN_CORPUS, byLatestDate(BUILT_IN_CORPUS)));
const ferries = lazily(() => arriving(ferry, byLatestDate(ferry)));

function step(bots: () => readonly Bot[], i: number, wishes: Parameters<typeof tell>[2] = {}): Digest {
  const [bot, before] = [bots()[i], bots()[i - 1]];
  if (!bot) throw new Error(`there is no step ${i}`);
  return tell(bot, before && kept(before), wishes);
}

function last(wishes: Parameters<typeof tell>[2] = {}): Digest {
  const bot = builtIn().at(-1);
  if (!bot) throw new Error('there is no document');
  return tell(bot, undefined, wishes);
}

const report = `Strike at Fenn Rail

On April 2, 2025, drivers of Fenn Rail walked out. Fenn Rail says that 120 trains were cancelled. Fenn Rail will pay $4 million in refunds by June 2025.
`;
const union = `The union's account

The drivers’ union says that 340 trains of Fenn Rail were cancelled.
`;

function between(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Digest {
  return tell(botOf(now), kept(botOf(before)));
}

export const DIGESTS: readonly DigestTheme[] = [
  {
    file: 'arriving',
    title: 'The built-in documents, arriving in the order of their latest dates',
    cases: [
      {
        head: 'The first',
        expected: 'A briefing: three statements, and what will be told from now on.',
        digest: () => step(builtIn, 0),
      },
      {
        head: 'The second',
        expected: 'The investment, the memo and the capacity first; the exclusive cloud still stands.',
        digest: () => step(builtIn, 1),
      },
      {
        head: 'The third',
        expected:
          'The end of exclusivity as a change, with what held before and both dates; nobody else tells it again.',
        digest: () => step(builtIn, 2),
      },
      {
        head: 'The fourth, a commentary',
        expected: 'Little of it, each labelled; its advice.',
        digest: () => step(builtIn, 3),
      },
      {
        head: 'The fifth, an analysis',
        expected: 'What it adds; not the memo, which is known.',
        digest: () => step(builtIn, 4),
      },
      {
        head: 'The same again',
        expected: 'One line: nothing new.',
        digest: () => {
          const [bot] = builtIn().slice(-1);
          if (!bot) throw new Error('there is no document');
          return tell(bot, kept(bot));
        },
      },
    ],
  },
  {
    file: 'ferry',
    title: 'The invented ferry story, arriving in the order of its latest dates',
    cases: Array.from({ length: 7 }, (_, i) => ({
      head: `Document ${i + 1}`,
      expected:
        [
          'A briefing.',
          'The new chief executive, the complaint, the delays.',
          'The deal with the union and the strike.',
          'The end of the sole right and the lower fare as changes.',
          'The end of the hydrogen project as a change.',
          'Fewer passengers expected; the two counts of cancelled crossings and of passengers side by side.',
          'An opinion: a few of its sentences.',
        ][i] ?? '',
      digest: () => step(ferries, i),
    })),
  },
  {
    file: 'audiences',
    title: 'A briefing for each audience',
    cases: [
      { audience: 'everyone', expected: 'Advice for buyers, developers and policymakers.' },
      { audience: 'buyers', expected: 'The advice for buyers alone.' },
      { audience: 'developers', expected: 'The advice for developers alone.' },
      { audience: 'policy', expected: 'The advice for policymakers alone.' },
      { audience: 'analysts', expected: 'No advice: the sources give analysts none.' },
    ].map(({ audience, expected }) => ({ head: audience, expected, digest: () => last({ audience }) })),
  },
  {
    file: 'topics',
    title: 'Only what concerns a topic',
    cases: [
      {
        head: 'exclusivity, at the third document',
        expected: 'The change, and what else concerns exclusivity.',
        digest: () => step(builtIn, 2, { topics: ['exclusivity'] }),
      },
      { head: 'antitrust', expected: 'A briefing on the regulators.', digest: () => last({ topics: ['antitrust'] }) },
      {
        head: 'Stargate, and a topic that the sources do not know',
        expected: 'What concerns Stargate; a line on the second topic, which is not repeated.',
        digest: () => last({ topics: ['Stargate', 'penguins'] }),
      },
      {
        head: 'A topic that the sources do not know',
        expected: 'That, and how far the sources reach.',
        digest: () => last({ topics: ['penguins'] }),
      },
    ],
  },
  {
    file: 'corrected-disputed-withdrawn',
    title: 'Corrected, disputed, withdrawn',
    cases: [
      {
        head: 'Another sum in the same sentence',
        expected: 'Corrected, with what it said before.',
        digest: () => between({ 'a.txt': report }, { 'a.txt': report.replace('$4 million', '$6 million') }),
      },
      {
        head: 'Another source with another number',
        expected: 'Both numbers side by side, neither preferred.',
        digest: () => between({ 'a.txt': report }, { 'a.txt': report, 'b.txt': union }),
      },
      {
        head: 'A document that is gone',
        expected: 'One line that says so.',
        digest: () => between({ 'a.txt': report, 'b.txt': union }, { 'a.txt': report }),
      },
      {
        head: 'Other words for the same',
        expected: 'Nothing new.',
        digest: () =>
          between(
            { 'a.txt': report },
            {
              'a.txt': report.replace(
                'On April 2, 2025, drivers of Fenn Rail walked out',
                'Drivers of Fenn Rail walked out on April 2, 2025',
              ),
            },
          ),
      },
    ],
  },
  {
    file: 'little-room-and-questions',
    title: 'Little room, and questions that can be answered now',
    cases: [
      {
        head: 'At most 1,200 characters',
        expected: 'The change alone, with the rest counted.',
        digest: () => step(builtIn, 2, { fits: (reply) => plainText(reply).length <= 1200 }),
      },
      {
        head: 'Questions that were declined before',
        expected: 'Those that something new answers, by the answer; their words are not repeated.',
        digest: () =>
          step(builtIn, 2, {
            declined: [
              'When did exclusivity end?',
              'Until when does Microsoft keep access to the IP?',
              'Who won the boat race?',
            ],
          }),
      },
    ],
  },
];
