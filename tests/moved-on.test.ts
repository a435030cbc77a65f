/** Who has left a post, what was moved to another day, and a sole right that ended. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { ask } from '../src/answer/ask.ts';
import { prepareAnswering } from '../src/answer/prepare.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';
import { TOWN_DOES, townNews, withFolder } from './corpora.ts';

const TOWN = townNews(TOWN_DOES, ' on Sundays');

interface Asked {
  readonly turns: readonly string[];
  readonly asOf?: string;
}

/** What leads the answer in a folder of a spring text without a day and a summer text of June 11; empty where it is declined. */
function leads(spring: string, summer: string, ...asked: readonly Asked[]): readonly string[] {
  const files = {
    '1.txt': `A letter from the quay\n\nThe letter was printed on March 2, 2026. ${spring}\n`,
    '2.md': `---\npublished: 2026-06-11\n---\nNews from the quay\n\n${summer}\n`,
    '3.md': `---\npublished: 2026-07-20\n---\nAround the town\n\n${TOWN}\n`,
  };
  return withFolder(files, (folder) => {
    const answering = prepareAnswering(buildKnowledge(openCorpus(folder)), loadWeights());
    return asked.map((request) => {
      const answer = ask(request, answering);
      return answer.outcome === 'answered' ? (answer.statements[0]?.quote ?? '') : '';
    });
  });
}

describe('who has a post', () => {
  it('is the next one, where the one of before has left, though the older text states no day', () => {
    const spring =
      'Vorrin Rail runs the quay. Its chief executive, Oskar Linde, likes to say that boats wait for nobody.';
    const summer =
      'Oskar Linde stepped down as chief executive of Vorrin Rail on June 8. Petra Amsel, until then head of sales, has taken over.';
    const turns = ['Who is the chief executive of Vorrin Rail?'];
    const [then, now] = leads(spring, summer, { turns, asOf: '2026-06-01' }, { turns });
    expect(then).toContain('likes to say');
    expect(now).toMatch(/Petra Amsel|stepped down/);
  });

  it('is told of a part of a house, up to the day on which its head leaves', () => {
    const spring = 'Vorrin Rail answered mildly. Joren Falk, who heads its repair arm, said that help was welcome.';
    const summer =
      'Joren Falk, who led the repair arm of Vorrin Rail for nine years, will step down at the end of the month. Suna Eide takes over on July 1.';
    const turns = ["Who heads Vorrin Rail's repair arm?"];
    const [then, now] = leads(spring, summer, { turns, asOf: '2026-04-15' }, { turns });
    expect(then).toContain('who heads its repair arm');
    expect(now).toMatch(/Suna Eide|will step down/);
  });

  it('is nobody who is only named beside the office of another house', () => {
    const spring = 'Birch Lines has two boats. Its chief executive, Saskia Dorn, called the quay a fair one.';
    const summer = 'Oskar Linde stepped down as chief executive of Vorrin Rail on June 8.';
    expect(leads(spring, summer, { turns: ['Who is the chief executive of Birch Lines?'] })[0]).toContain(
      'Saskia Dorn',
    );
  });
});

describe('a day that was moved', () => {
  const spring = 'Vorrin Rail said that it would open a night line to Holm on July 1.';
  const summer =
    'On June 9 Vorrin Rail moved the opening of its night line to Holm from July 1 to September 15, because cranes came late.';
  const turns = ['When does the night line to Holm open?'];

  it('holds until it was moved, and the new one from then on', () => {
    const [then, now] = leads(spring, summer, { turns, asOf: '2026-06-01' }, { turns });
    expect(then).toContain('on July 1');
    expect(now).toContain('September 15');
  });
});

describe('what is over', () => {
  it('is an inquiry whose case was dropped', () => {
    const spring =
      'The Holm Market Office opened an inquiry into the ferry deal in November 2024. It dropped the case in June 2025, finding that nobody was shut out.';
    expect(
      leads(spring, 'The quay is busy.', { turns: ['Is the inquiry of the Holm Market Office still open?'] })[0],
    ).toContain('dropped the case');
  });

  it('is all that has come since a day, where nothing else is named', () => {
    const summer = 'Vorrin Rail and Birch Lines amended their deal on May 18, ending the sole right to the quay.';
    expect(leads('The quay was full.', summer, { turns: ['What is different since May 17?'] })[0]).toContain('May 18');
  });
});

describe('a question that goes on', () => {
  it('asks for the partners that stand in a pair, each with what it is', () => {
    const spring =
      'On February 6, 2026, Vorrin Rail launched the Meadow Plan with the farm bank Sankt Odmar and the crane maker Tivell. The plan kept the quay in mind: Birch Lines said in February that it would go on with its boats.';
    expect(
      leads(spring, 'The choir and its partners sang at the quay.', {
        turns: ['What is the Meadow Plan?', 'who are the partners?'],
      })[0],
    ).toContain('Sankt Odmar');
  });

  it('asks what somebody called a thing', () => {
    const summer =
      'The Dockers Union, which had asked for a vote, called the deal “a road given away”. Its president, Gerrit Maas, said the union would raise it in October.';
    expect(
      leads('The quay was full.', summer, { turns: ['Who is Gerrit Maas?', 'what did the union call the deal?'] })[0],
    ).toContain('a road given away');
  });

  it('asks how deep a thing lies', () => {
    const spring = 'The gas goes to the Holm store, 1,900 metres under the seabed and run by Birch Lines.';
    expect(leads(spring, 'The quay is busy.', { turns: ['Where does the gas go?', 'how deep is it?'] })[0]).toContain(
      '1,900 metres',
    );
  });
});
