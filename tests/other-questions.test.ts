/** Why, what next, what it means, whether, slips and pressing: how they are read and what leads, on small invented worlds. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { meetsOutlook } from '../src/answer/outlook.ts';
import { makeBot } from '../src/bot.ts';
import type { Statement } from '../src/model.ts';
import { withoutPressing } from '../src/question/pressing.ts';
import { EXPLAINS, OBSTACLE, STATED_CAUSE } from '../src/statement/causes.ts';
import { withFolder } from './corpora.ts';

const nothing = () => false;
const rest = (text: string) => withoutPressing(text, nothing).replace(/\s+/g, ' ').trim();

describe('pressing an answer', () => {
  it.each([
    ['you useless bot, how many boats are in the harbour?', ', how many boats are in the harbour?'],
    ['Stop dodging you dumb machine, who bakes the bread?', ', who bakes the bread?'],
    ["don't waste my time, when does the mill open", ', when does the mill open'],
    ['for god’s sake what does a ticket cost', 'what does a ticket cost'],
  ])('is no part of %j', (text, left) => expect(rest(text)).toBe(left));

  it.each([
    'Is the old pump useless?',
    'Who collects the garbage in Elmsted?',
    'Did the dairy stop lying about its milk?',
    'Which robot packs the parcels?',
    'Did the mayor admit the mistake?',
  ])('leaves %j as it is', (text) => expect(withoutPressing(text, nothing)).toBe(text));

  it('keeps an oath that a document holds', () =>
    expect(withoutPressing('who sings Damn River', (word) => word === 'Damn')).toBe('who sings Damn River'));
});

describe('a stated cause', () => {
  it.each([
    'The bakery closed early, as its oven had cracked.',
    'She voted against the bridge, saying that it was too narrow.',
    'His reasoning: one trawler cannot land that much.',
    'The reason given is dull: the roof leaks.',
    'So the choir, which was to sing in May, will now sing in August.',
    'The vineyard was sold because the heirs disagreed.',
  ])('is in %j', (text) => expect(STATED_CAUSE().test(text)).toBe(true));

  it.each([
    'The orchard agreed to give up its sole right to press cider.',
    'Nineteen schools have asked since the autumn.',
    'The ferry has sailed since it was painted blue.',
    'So far the library has lent 400 books.',
    'The brewery addresses its letters by hand.',
  ])('is not in %j', (text) => expect(STATED_CAUSE().test(text)).toBe(false));

  it('may follow a colon, and an obstacle may be one', () => {
    expect(EXPLAINS().test('June 7 is the new date: salt got into a third of the pumps.')).toBe(true);
    expect(OBSTACLE.test('The hall is up, but the glazier missed his date.')).toBe(true);
    expect(OBSTACLE.test('Half a million have booked a seat.')).toBe(false);
  });
});

describe('an outlook', () => {
  const under = (heading: string) => ({ heading }) as Statement;

  it.each(['What to watch', 'Three scenarios', 'What could happen from here', 'Looking ahead', 'Next steps'])(
    'is what stands under %j',
    (heading) => expect(meetsOutlook('scenarios', under(heading))).toBeGreaterThan(0.5),
  );

  it.each(['How the kiln works', 'Prices', 'Who bakes the bread'])('is not what stands under %j', (heading) =>
    expect(meetsOutlook('scenarios', under(heading))).toBe(0),
  );
});

const document = `---
title: The harbour at Elmsted
published: 2026-05-04
---

The harbour board of Elmsted put the new slipway off to October. A supplier of chain missed its date. The board met on Monday.

Hanna Birk left the fish market on April 2. She gave no interview. Her successor is Olaf Trenk, who ran the ice house before.

The cannery had a dull winter and few herring. It did not close.

The town council approved the ferry ramp on March 3. One condition was set: no lorries may use it at night.

Holm & Sons becomes a “first caller” instead: when berths are short it is served first, and that is about all the word means.

What to watch

- The herring quota may be cut again.
- A second ice house could open by spring.
`;

describe('an answer about a harbour', () => {
  const lead = (...turns: string[]) =>
    withFolder({ 'harbour.txt': document }, (folder) => {
      const given = makeBot(openCorpus(folder), loadWeights()).ask({ turns });
      return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.text}`;
    });

  it('gives what hindered, in the sentence after what happened, to “why”', () =>
    expect(lead('Why was the slipway put off?')).toContain('missed its date'));

  it('says who took over, where the turn before was answered with who left', () =>
    expect(lead('When did Hanna Birk leave the fish market?', 'who took over?')).toContain('Olaf Trenk'));

  it('says on what condition, right after what was approved', () =>
    expect(lead('Did the council approve the ferry ramp?', 'on what condition?')).toContain('One condition'));

  it('leads with a short sentence that says whether it did', () =>
    expect(lead('did the cannery close?')).toBe('It did not close.'));

  it('tells what a term in marks is said to mean', () =>
    expect(lead('What does first caller mean?')).toContain('“first caller”'));

  it('finds under its heading what is to be watched', () =>
    expect(lead('What should we watch for next?')).toMatch(/herring quota|second ice house/));

  it('reads a short word with two letters changed over', () =>
    expect(lead('who left the fihs maket')).toContain('Hanna Birk'));
});
