/** Who, how much, when and where, as their words are read. Every house, place and person here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

/** Asks about these documents, each with its day; tells the lead, or that it was declined. */
function asking(...documents: readonly (readonly [day: string, text: string])[]) {
  const files = Object.fromEntries(
    documents.map(([day, text], i) => [
      `00${i}.md`,
      `---\ntitle: Report ${i + 1}\npublished: ${day}\n---\n\n${text}\n`,
    ]),
  );
  const bot = withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()));
  return (question: string, asOf?: string): string => {
    const given = bot.ask({ turns: question.split(' => '), ...(asOf && { asOf }) });
    return given.outcome === 'answered' ? given.statements[0].quote : given.outcome;
  };
}

describe('who runs it', () => {
  const quarry = asking([
    '2031-03-02',
    `Marl Stone sends its granite to Hadley. The blocks leave through the Corley wharf, two kilometres down the river and run by Tamsin Freight. Pia Vandt founded Marl Stone in 2011. The Brill kiln, operated by Ostrow Lime, burns the waste.`,
  ]);
  it('may be a house, told behind a comma', () =>
    expect(quarry('Who runs the Corley wharf?')).toContain('run by Tamsin'));
  it('may be told with another word for it', () =>
    expect(quarry('Who runs the Brill kiln?')).toContain('operated by Ostrow'));

  const theatre = asking(
    [
      '2031-03-02',
      `The Larch Theatre lost its touring partner in May. Dane Ostby, who heads its costume department, said the sewing would stay in house. The theatre's workshop is led by Mia Torv. The Larch Theatre's director is Per Aase.`,
    ],
    [
      '2031-06-10',
      `Changes at the Larch Theatre. Dane Ostby, who led the costume department for six years, will leave at the end of the month. Signe Holt, until now a cutter there, takes over on July 1.`,
    ],
  );
  it('is asked of a part of a house, and not of the house', () =>
    expect(theatre("Who heads the Larch Theatre's costume department?", '2031-04-01')).toContain(
      'who heads its costume',
    ));
  it('is whoever came since, where a newer document tells it', () =>
    expect(theatre("Who heads the Larch Theatre's costume department?")).toContain('Signe Holt'));
  it('is not the head of another part', () =>
    expect(theatre("Who heads the Larch Theatre's lighting department?")).toBe('declined'));
  it('is the first of the house, where the house is asked about', () =>
    expect(theatre('Who heads the Larch Theatre?')).toContain('Per Aase'));

  const yard = asking([
    '2031-03-02',
    `A week later, Tarn Boats said that it would open a slip at Low Quay in May. The yard expects nine hulls in the first year. “We have waited for this since the trawlers went,” said Alma Wick, its chief executive.

Fern Catering cooks for eleven schools. Tomas Relk stepped down as head of Fern Catering on May 4 and was followed by Anneke Brun, until then cook in Sund. Fern's finance chief, Otto Frey, stays.

The Sorrel Clinic has moved. Marta Voll chairs the clinic's board.`,
  ]);
  it('is told behind what somebody said, after the sentences on the house', () =>
    expect(yard('Who runs Tarn Boats?')).toContain('Alma Wick'));
  it('is whoever followed', () => expect(yard('Who is in charge of Fern Catering?')).toContain('followed by Anneke'));
  it('has a house that is called by what it is', () =>
    expect(yard("Who chairs the Sorrel Clinic's board?")).toContain('Marta Voll'));
});

describe('who', () => {
  const analysts = asking([
    '2031-03-02',
    `Lotte Graf of Penrose Research, who had expected the licence to run its full term, said she had misjudged the mill. Kai Bern of Halden Partners expects the licence to be gone before the end of 2032.`,
  ]);
  const rail = asking([
    '2031-03-02',
    `Approved workshops may repair trains after they are five years old. Major examples include Bell Works, Tarrow and Sund Gears. Any approved workshop is examined each spring.`,
  ]);
  it('is named as an example', () =>
    expect(rail('Which workshops are named as examples?')).toContain('Major examples'));
  it('expects it, and not who once did', () =>
    expect(analysts('Who expects the licence to be gone before the end of 2032?')).toContain('Kai Bern'));
  const yard = asking(
    ['2031-03-02', `Selby Tea plans a foundry of its own in Port Ansel.`],
    ['2031-03-03', `The drying house of the tea maker was built by Stein and Son.`],
  );
  it('built it is told with “by”', () => expect(yard('Who built the drying house?')).toContain('Stein'));
  it('will build it is not told by who plans it', () =>
    expect(yard('Which company will build the Port Ansel foundry?')).toBe('declined'));
});

describe('how much', () => {
  const dairy = asking([
    '2031-03-02',
    `In May 2030 the ministry of farming awarded Holm Dairy a grant of 12 million crowns, of which 3 million was paid out at once. The dairy still needs the loan and the state grant, and the grant lapses if less than 40,000 litres are filled. The bank gave it a loan of 7 million crowns. Each litre through the dairy carries a bottling fee of 4 cents. The new rules lift the cap on fines to 5,000 crowns.`,
  ]);
  it('is a sum by its own name, and the state a ministry', () =>
    expect(dairy('How big is the state grant?')).toContain('a grant of 12'));
  it('is as high as a fee is', () => expect(dairy('How high is the bottling fee?')).toContain('4 cents'));
  it('may be a cap', () => expect(dairy('What is the cap on fines?')).toContain('5,000'));

  const boats = asking([
    '2031-03-02',
    `The Sil fishers borrowed 5 million crowns for new nets last winter. The boats landed 900 tonnes of herring over the winter. The cables go to the Fell vault, 300 metres under the hill and run by Norrin.`,
  ]);
  it('of a catch is weighed, and no money', () =>
    expect(boats('How much herring was landed over the winter?')).toContain('900 tonnes'));
  it('is a depth in a follow-up', () =>
    expect(boats('Where do the cables go? => how deep is it?')).toContain('300 metres'));
  const depot = asking([
    '2031-03-02',
    `On the same day Quill Leasing said that it would invest 42 million crowns in a new depot at Low Harbour, to be built beside the Tarn Boats halls.`,
  ]);
  it('somebody paid is not what another invests beside them', () =>
    expect(depot('What did Tarn Boats pay for its halls at Low Harbour?')).toBe('declined'));
  const jam = asking([
    '2031-03-02',
    `The supermarket promised to buy 3 million crowns' worth of jars from Bramble over three years.`,
  ]);
  it('one costs is not what is spent on many', () =>
    expect(jam('How much does a jar of Bramble cost in the shops?')).toBe('declined'));
  const glass = asking(['2031-03-02', `The fund lent Halden Glass 15 million crowns for a second furnace.`]);
  it('a thing costs is not what is lent for it', () =>
    expect(glass('How much did the second furnace cost?')).toBe('declined'));
});

describe('when', () => {
  const shop = asking([
    '2031-05-19',
    `Ovenhouse said that it would sell the smoked range from June 8. The Ostermere works now run one line, built to take 400,000 tonnes a year.`,
  ]);
  it('it starts is from when on it is so', () =>
    expect(shop('When will Ovenhouse start selling the smoked range?')).toContain('June 8'));
  it('it was built is told by a year, and by no count of tonnes', () =>
    expect(shop('When was the Ostermere works built?')).toBe('declined'));
});
