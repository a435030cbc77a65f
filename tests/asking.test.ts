/** How a question is understood and what may lead its answer, rule by rule. Every company and person here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withFolder } from './corpora.ts';

const NEWS = `---
published: 2026-02-10
publisher: Tarn Courier
---
Orrery and Velden

On March 4, 2025, Orrery granted Velden Foods an exclusive licence to bake its Lumen bread. Velden has a right of first refusal over any new flavour. Velden paid $12 million upfront as a licence fee. We also hear of a tiered royalty of between 4 and 6 percent of net sales.

The Solva bakery is Velden's newest plant. The building was bought from a dairy. The plant is due to open in early 2027 and will make 6 million loaves a year.

The finance chief of Velden is Ruth Amsel. Chief executive Piet Harrow left the post on January 9, 2026.

Velden could build a second bakery in Norrin by 2029.
`;
const LATER = `---
published: 2026-05-20
publisher: Tarn Courier
---
A new licence

Orrery and Velden amended their licence on May 12, 2026, ending exclusivity for Lumen bread. Velden gave up its right of first refusal. The licence runs through 2031.

**The people.** Nadia Corr took over as chief executive of Velden on February 1, 2026.

**The money.** Velden now pays a flat royalty of 5 percent.

## Advice

- For millers: Plan for more Lumen wheat from autumn.
- For bakers: Ask millers for smaller bags.

## Glossary

- **Licence fee**: Money that is paid for a right, whether or not it is used.
- **Royalty**: A share of net sales.
`;

const bot = withFolder({ 'news.md': NEWS, 'later.md': LATER }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const ask = (question: string, asOf?: string) => bot.ask({ turns: [question], ...(asOf && { asOf }) });
const leadOf = (question: string, asOf?: string): string => {
  const given = ask(question, asOf);
  return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.reason}`;
};
const check = (question: string, lead: string, asOf?: string) => expect(leadOf(question, asOf)).toContain(lead);

describe('what leads an answer', () => {
  it('is the end of a state, where the question is whether it still is so', () => {
    check('Is Velden still the exclusive baker of Lumen bread?', 'ending exclusivity');
    check('Does Velden have a right of first refusal?', 'gave up its right');
  });

  it('is the state itself, as of a day before it ended', () =>
    check('Does Velden have a right of first refusal?', 'has a right of first refusal', '2026-03-01'));

  it('is the sum of the kind that the noun names, whatever verb stands beside it', () =>
    check('What royalty does Velden pay?', 'flat royalty of 5 percent'));

  it('is a day ahead, where the question is when something will be', () =>
    check('When will the Solva bakery open?', 'early 2027'));

  it('speaks of what the sentences before it have named', () =>
    check('How many loaves a year can the Solva bakery make?', '6 million loaves'));

  it('names who holds an office now, not who left it', () => check('Who is chief executive of Velden?', 'Nadia Corr'));

  it('is the advice to those who are asked about', () => check('What should millers do?', 'For millers'));

  it('is the definition, where its label is what is asked for', () => check('What is a licence fee?', 'Licence fee'));

  it('is the day on which it ends, where the question is how long it runs', () =>
    check('How long does the licence run?', 'through 2031'));
});

describe('a question is declined', () => {
  const declined = (question: string) => expect(ask(question).outcome).toBe('declined');

  it('where a rate is asked for and only a sum is told', () => declined('How much does Lumen bread cost per loaf?'));
  it('where the office is held in another house', () => declined('Who is the finance chief of Orrery?'));
  it('where the sum is that of somebody else', () => declined('How much did Orrery pay for the dairy?'));
  it('where it is about the bot', () => expect(ask('who made you?')).toMatchObject({ reason: 'off-topic' }));
  it('where nothing in it but words akin to the corpus is known', () => {
    declined('recommend a good novel');
    declined('how do I repair my bicycle?');
  });
});

describe('the kind of a question', () => {
  const kind = (question: string, expected: string) => expect(kindOfQuestion(question)).toBe(expected);

  it('is a quantity, where a noun that is one is asked for', () => {
    kind('What was their revenue in 2025?', 'how much');
    kind('what royalty do they pay', 'how much');
    kind('What is the carrier getting paid?', 'how much');
  });
  it('is a day, after “by when”', () => kind('by when do they have to apply?', 'when'));
  it('is a definition, for a bare term with a question mark', () => kind('right of first refusal?', 'definition'));
  it('is a keyword, for the term alone', () => kind('right of first refusal', 'keyword'));
});

describe('Markdown', () => {
  const quotes = bot.corpus.statements.map(({ quote }) => quote);

  it('sets a run-in heading apart from the sentence that follows it', () => {
    expect(quotes).toContain('Nadia Corr took over as chief executive of Velden on February 1, 2026.');
    expect(quotes.filter((quote) => quote.includes('The people'))).toEqual([]);
  });
  it('takes a bold label of an item for its label', () =>
    expect(bot.corpus.statements.find(({ label }) => label === 'Royalty')).toMatchObject({ kind: 'definition' }));
});

describe('what lies ahead', () => {
  it('dates no document', () => expect(bot.corpus.newest).toBe('2026-05-20'));
  it('dates none without a date of its own either', () =>
    withFolder(
      {
        'plain.md':
          'A note on bread\n\nThe oven was lit on June 2, 2025. A deal was signed that starts in July 2028. Sales fall after 2031.\n',
      },
      (folder) => expect(openCorpus(folder).corpus.newest).toBe('2025-06-02'),
    ));
});
