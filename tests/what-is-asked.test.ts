/** What leads where another sentence stands nearer, names somebody else, or is only leant on. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { asksLeave, tellsLeave } from '../src/answer/leave.ts';
import { makeBot } from '../src/bot.ts';
import { kindOfQuestion } from '../src/question/kind.ts';
import { withoutPressing } from '../src/question/pressing.ts';
import { readTime } from '../src/question/time.ts';
import { STATED_CAUSE } from '../src/statement/causes.ts';
import { withFolder } from './corpora.ts';

const TRAM = `---
published: 2026-05-20
publisher: Elm Courier
---
The Elm tram

The tram of Elm returned to service on May 11. The depot also got a coat of paint. It carried 900 riders on the first evening, which brings the total of the year to 40,000.

Brenner Coaches takes bicycles for free since April 2. Elm Tram says that its own cars will take bicycles free of charge. The bell tower is open.

The city borrowed 3 million from the Lindgrove savings bank. It is secured on the old cattle market. That is a longer pledge than the word pledge suggests.

The parade of April 22 did not begin on its day. Hail over the meadow forced a postponement, and it marched on May 6. The mayor blamed the late tram on a shortage of drivers.

The grant of the county covers rails and wires and may not be used for cars. Seats and paint are paid by a second grant.

Otto Fels resigned in May over the cost of the depot. A boiler burst in the depot on May 2. Nobody was hurt, and the smoke was gone by noon.
`;

describe('an answer about a tram', () => {
  const lead = (...turns: string[]) =>
    withFolder({ 'tram.txt': TRAM }, (folder) => {
      const given = makeBot(openCorpus(folder), loadWeights()).ask({ turns });
      return given.outcome === 'answered' ? given.statements[0].quote : `declined: ${given.text}`;
    });

  it('holds what is asked now, and does not only stand behind the answer before', () =>
    expect(lead('When did the tram return to service?', 'what did it carry?')).toContain('900 riders'));

  it('is what the sentence before says itself, and not what leans on that', () =>
    expect(lead('Tell me about the money from the Lindgrove savings bank', 'what is it secured on?')).toContain(
      'cattle',
    ));

  it('names whom the question asks about, for yes or no too', () =>
    expect(lead('Will bicycles on Elm Tram be free?')).toContain('its own cars'));

  it('gives why something of a named day happened, beside what happened on it', () =>
    expect(lead('Why was the April 22 parade postponed?')).toContain('Hail'));

  it('says what may not be done, where it is asked whether it can be', () =>
    expect(lead('can the county grant be used to buy cars?')).toContain('may not be used'));

  it('gives what somebody resigned over', () => expect(lead('why did Otto Fels resign?')).toContain('over the cost'));

  it('tells what is asked, and not only under what circumstance', () =>
    expect(lead('Was anyone hurt when the boiler burst?')).toContain('Nobody was hurt'));

  it('heeds no aside to whom it asks', () =>
    expect(lead("Are you deaf? When did the tram return, it can't be that hard")).toContain('May 11'));
});

describe('an aside', () => {
  const rest = (text: string) =>
    withoutPressing(text, (word) => word === 'mill')
      .replace(/\s+/g, ' ')
      .trim();

  it.each([
    ['this is ridiculous. when does the mill open', 'when does the mill open'],
    ['for the third time: who runs the mill', 'who runs the mill'],
    ["who runs the mill, it can't be that hard", 'who runs the mill,'],
  ])('is left out of %j', (text, left) => expect(rest(text)).toBe(left));

  it.each([
    'If it burns, who runs the mill?',
    'I run a mill. What should I do?',
    'who runs the mill, if it burns',
    'Holm sold the mill. Who bought it?',
  ])('is not in %j', (text) => expect(rest(text)).toBe(text));
});

describe('reading what is asked', () => {
  it('takes no question that opens with an auxiliary for one of when', () => {
    expect(kindOfQuestion('Did prices fall when the mill reopened?')).toBe('yes or no');
    expect(kindOfQuestion('the mill opens when?')).toBe('when');
  });

  it('takes “be used to” for no time before', () => {
    expect(readTime('Can the hall be used to store hay?', '2026-05-01').time).toBeUndefined();
    expect(readTime('What did the hall use to store, and who used to own it?', '2026-05-01').time).toEqual({
      sort: 'earlier',
    });
  });

  it.each(['Can a private boat use the quay?', 'Are dogs allowed on the pier?', 'must visitors book'])(
    'sees that %j asks what one may do',
    (text) => expect(asksLeave(text)).toBe(true),
  );

  it('sees what tells it, and takes the month for no leave', () => {
    expect(tellsLeave('Dogs may not enter the pier.')).toBe(true);
    expect(tellsLeave('The contract does not allow it to sell the hall.')).toBe(true);
    expect(tellsLeave('The pier opened on May 3.')).toBe(false);
  });

  it.each(['Two teachers quit in June over the new timetable.', 'The drivers went on strike over night shifts.'])(
    'finds the cause in %j',
    (text) => expect(STATED_CAUSE().test(text)).toBe(true),
  );

  it.each(['He resigned over the weekend.', 'The firm stepped in over 40 times.'])('finds none in %j', (text) =>
    expect(STATED_CAUSE().test(text)).toBe(false),
  );
});
