/** What held once, by the words of its own sentence or by a newer one, and holds no longer. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const is = (verdict: string) => (claim: string, spring: string, autumn?: string) =>
  expect(verdictOn(claim, spring, autumn), claim).toBe(verdict);
const supported = is('supported');
const outdated = is('outdated');
const notBorneOut = (claim: string, spring: string, autumn?: string) =>
  expect(verdictOn(claim, spring, autumn), claim).not.toBe('supported');

describe('a figure', () => {
  it('that something started with is not the one of now', () => {
    notBorneOut('Alder Mills runs 8 looms.', 'Alder Mills now runs 30 looms, having begun with 8.');
    notBorneOut('The Harby choir has 14 singers.', 'The Harby choir has 60 singers, after starting with 14.');
    supported('Alder Mills runs 30 looms.', 'Alder Mills now runs 30 looms, having begun with 8.');
  });

  it('told of the time up to now, beside another one of now, is the old one', () => {
    const ferry = 'The harbour ferry, priced at 4 crowns a ride since it began, has cost 6 crowns since February 1.';
    outdated('The harbour ferry costs 4 crowns a ride.', ferry);
    const hall = 'The Corden hall, let for 300 crowns a night for many years, now costs 450 crowns.';
    notBorneOut('The Corden hall costs 300 crowns a night.', hall);
    supported('The Corden hall costs 450 crowns.', hall);
    const baker = 'Tarn Bakery had paid 2 crowns a sack; since February 1 it pays 3 crowns.';
    outdated('Tarn Bakery pays 2 crowns a sack.', baker);
  });
});

describe('an older figure', () => {
  it('is outdated where a newer statement gives it as the one before another', () => {
    const spring = 'Tarn Bakery pays 2 crowns a sack for flour.';
    const autumn = 'Flour is dearer. Tarn Bakery had paid 2 crowns a sack; since August 1 it pays 3 crowns.';
    outdated('Tarn Bakery pays 2 crowns for flour.', spring, autumn);
    outdated(
      'Alder Mills employs 8 weavers.',
      'Alder Mills employs 8 weavers at Corden.',
      'Alder Mills now works with 30 weavers, having started with 8.',
    );
  });
});

describe('what is told of a time that is over', () => {
  it('says nothing of now', () => {
    notBorneOut('A patient waits 9 weeks for a bed.', 'Last winter a patient waited 9 weeks for a bed.');
    notBorneOut('The Alder bridge carries 400 carts.', 'The Alder bridge could then carry 400 carts.');
    notBorneOut('The Tarn works employ 90 people.', 'Ten years ago the Tarn works employed 90 people.');
    notBorneOut('The Birch school houses 70 pupils.', 'At that time the Birch school housed 70 pupils.');
    notBorneOut('Alder Mills uses 40 wagons.', 'Back then Alder Mills used 40 wagons.');
  });

  it('is none where the claim has “at once”, which tells of no time before', () => {
    notBorneOut('The Alder pump can fill 40 tanks at once.', 'The Alder pump could then fill 40 tanks at once.');
    supported('The Alder pump can fill 90 tanks at once.', 'The Alder pump can fill 90 tanks at once.');
  });

  it('still says what was so then', () => {
    supported('Last winter a patient waited 9 weeks for a bed.', 'Last winter a patient waited 9 weeks for a bed.');
  });

  it('is over where it was so until a day that has come', () => {
    const led = 'The sales office was led by Orla Brandt until the end of January; Tove Lind took over on February 1.';
    outdated('Orla Brandt leads the sales office.', led);
    notBorneOut('Tilda Marn teaches the harp at Harby.', 'Tilda Marn taught the harp at Harby until January 2025.');
  });
});

describe('a plan', () => {
  it('for a day that somebody “had named”, or that a newer day is told in place of, is none any more', () => {
    const market = 'Corden Fair had set May 6 as its first day of trade. In March it moved the date to May 20.';
    notBorneOut("Corden Fair's first day of trade is May 6.", market);
    const mill = 'The Tarn mill is meant to cut costs and to open in autumn 2025.';
    const late = 'Alder Works said that the Tarn mill will open in spring 2026 and not in autumn 2025 as planned.';
    outdated('The Tarn mill opens in autumn 2025.', mill, late);
    supported('The Tarn mill will open in spring 2026.', late);
  });
});

describe('a post', () => {
  it('is over for whom another has followed in it', () => {
    const chairs = 'Orla Brandt, who chairs the Harby cooperative, praised the plan.';
    const chair = 'The Harby cooperative also has a new head: Tove Lind followed Orla Brandt in the chair on August 1.';
    outdated('Orla Brandt chairs the Harby cooperative.', chairs, chair);
    outdated(
      'Mina Rolt is the director of Corden Museum.',
      'Mina Rolt is the director of Corden Museum.',
      'In August Tove Lind followed Mina Rolt as director of Corden Museum.',
    );
    supported(
      'Orla Brandt chairs the Harby cooperative.',
      chairs,
      'In August Tove Lind followed Orla Brandt to the harbour.',
    );
  });
});

describe('a place', () => {
  it('that was left for another is that of before', () => {
    const spring = 'The carts load at the brickyard in Harby.';
    outdated('The carts load at the brickyard in Harby.', spring, 'In May they left the brickyard for the wharf.');
    outdated(
      'The Corden choir sings in the chapel.',
      'The Corden choir sings in the chapel of Harby.',
      'In June the Corden choir gave up the chapel in favour of the town hall.',
    );
    supported('The carts load at the brickyard in Harby.', spring, 'In May they left the brickyard for two weeks.');
  });
});
