/** Whose a figure, a payment or a state is, and of which day. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const is = (verdict: string) => (claim: string, spring: string, autumn?: string) =>
  expect(verdictOn(claim, spring, autumn), claim).toBe(verdict);
const supported = is('supported');
const contradicted = is('contradicted');
const outdated = is('outdated');

describe('what something is', () => {
  it('is told of whom “its” stands for, and of nobody who is only named behind it', () => {
    const sold =
      'Birch Lines said that Holm Quays would sell Tarvo, its platform for fares, and that Alder Mills would pay.';
    expect(verdictOn('Tarvo is a platform of Alder Mills.', sold)).not.toBe('supported');
    expect(verdictOn('Tarvo is the platform of Birch Lines.', sold)).toBe('supported');
  });
});

describe('a figure', () => {
  it('of one owner is none of another whom the sentence, or the one before, names', () => {
    const sold = 'The Dunmore family is down to 40 percent; the fund Halvard Trust bought shares of the yard.';
    expect(verdictOn('Halvard Trust holds 40 percent of the yard.', sold)).not.toBe('supported');
    const waits =
      'Herring Lines talks of a sale of its shares in Medlow Mills. Medlow Mills, with 22 percent, can wait.';
    expect(verdictOn('Herring Lines holds 22 percent of Medlow Mills.', waits)).not.toBe('supported');
  });

  it('is that of whoever gives it, and of nobody else in the sentence', () => {
    const looms =
      'Alder Mills counts 41 looms out of service in January, while Birch Works says the number never rose above 27.';
    contradicted('Birch Works says that 41 looms were out of service in January.', looms);
    supported('Alder Mills counts 41 looms out of service in January.', looms);
    const fee =
      'In its half-year report Corden gives the payment for its early release as $19 million; press reports in May spoke of $16 million.';
    contradicted("Corden's half-year report puts the payment for its early release at $16 million.", fee);
    supported("Corden's half-year report puts the payment for its early release at $19 million.", fee);
  });

  it('is still that of the one who was named before where a clause has no subject of its own', () => {
    supported(
      'Orr Rail told the town that 40 wagons were ready.',
      'Orr Rail told the town that 40 wagons were ready, and said it would sell 15 old ones.',
    );
  });

  it('counts what its own noun says where the thing that is claimed has a number of its own', () => {
    const units = 'The programme is to renew 412 units, 146 lifts and 266 escalators, at 58 stations.';
    contradicted('The programme is to renew 412 escalators.', units);
    supported('The programme is to renew 266 escalators.', units);
    supported('The yard has 300 staff.', 'The yard has 300 workers and 40 apprentices.');
  });

  it('belongs to the place behind it, also where the second one leaves its noun out', () => {
    const boats = 'The timetable stays as it is: four return sailings a day to Skarr and two to Inn Isle.';
    contradicted('Inn Isle has four return sailings a day.', boats);
    const tons = 'The mill ships 40 tons a week to Dorn, 25 to Elling and 10 to Harby.';
    supported('The mill ships 25 tons a week to Elling.', tons);
    contradicted('The mill ships 40 tons a week to Harby.', tons);
  });

  it('that a newer one stands against is told as that of before', () => {
    const cost =
      'The company now expects to spend $145 million, against the $120 million it named in February, because of steel.';
    outdated('The company expects to spend $120 million.', cost);
    supported('The company expects to spend $145 million.', cost);
    outdated(
      'Corden employs 620 people.',
      'Corden makes kilns and employs 620 people in Harby.',
      'In August Corden cut 90 jobs, out of 620.',
    );
  });
});

describe('what somebody does', () => {
  it('is not done to them', () => {
    const rent = 'Odell Brick paid Marlow Tiles $4 million a year for the kilns.';
    contradicted('Marlow Tiles paid Odell Brick $4 million a year for the kilns.', rent);
    supported('Odell Brick paid Marlow Tiles $4 million a year for the kilns.', rent);
  });

  it('was not done where it should have been', () => {
    contradicted(
      'The amendment was put to an open tender.',
      'Councillor Rolt said that the amendment should have been put to an open tender.',
    );
  });

  it('is not told by parts of a word that is made of them', () => {
    expect(
      verdictOn('The pier is run on a pay-as-you-go basis.', 'The pier is run by day, and those who go by ferry pay.'),
    ).not.toBe('supported');
    supported('The mill delivers door-to-door in Harby.', 'The mill delivers door-to-door in Harby.');
  });

  it('is not done by what it is done to, also where neither has a name', () => {
    contradicted(
      'The pension fund bought out the founding family.',
      'The founding family bought out the pension fund.',
    );
    supported('The founding family bought out the pension fund.', 'The founding family bought out the pension fund.');
  });

  it('is denied of what an exclusive contract never had part in', () => {
    contradicted('The exclusive deal covered debit cards too.', 'Debit cards were never part of the exclusive deal.');
  });
});

describe('a state', () => {
  it('that lasted until a day is over', () => {
    const quay = 'Until this summer Norrvane had the use of Quay 7 all week.';
    outdated('Norrvane has the use of Quay 7 all week.', quay);
    supported('Until this summer Norrvane had the use of Quay 7 all week.', quay);
    outdated('The pass costs 30 crowns a month.', 'Until May the pass cost 30 crowns a month.');
    outdated('Odell Brick owns the quarry at Skarr.', 'Until 2023 Odell Brick owned the quarry at Skarr.');
    supported('The lease runs until 2030.', 'The lease runs until 2030 and was signed in May.');
  });

  it('that was before that is over, however often it came', () => {
    outdated(
      'A new bulletin comes out once a week.',
      'Since July 1 the bureau has sent its bulletin every day; before that, a new bulletin came out once a week.',
    );
  });

  it('of which a later document has another number is over', () => {
    const spring = 'Orr Rail has 40 stations.';
    const autumn = 'Orr Rail now has 52 stations, up from 40 in spring.';
    outdated('Orr Rail has 40 stations.', spring, autumn);
    supported('Orr Rail has 52 stations.', spring, autumn);
  });

  it('of a post is another one where the title beside the name is that of another house', () => {
    contradicted(
      'Ada Holm is the chief executive of Birch Works.',
      'Birch Works has a rival in Alder Mills. Ada Holm, chief executive of Alder Mills, said that it would pay if Birch Works did.',
    );
  });

  it('of a post that was filled for a while is over for whoever has it for good', () => {
    outdated(
      'Leonie Achter is the interim head of Brennholt.',
      'Leonie Achter, who filled in as head of Brennholt after March, was made permanent chief executive on June 4.',
    );
    supported('Ole Brandt is the interim head of Fern Press.', 'Ole Brandt is the interim head of Fern Press.');
    outdated('Ole Brandt is the interim head of Fern Press.', 'Ole Brandt was interim head of Fern Press until May.');
  });
});
