/** How often, how surely, by whom and until when: what a claim says of these must be told too. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

describe('a claim is not supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).not.toBe('supported');

  it('where it says how often, how fast or for how long, and nothing tells that', () => {
    check('Grell Mills raised its prices twice in 2025.', 'Grell Mills raised its prices in 2025.');
    check('Grell Mills closed the silo overnight.', 'Grell Mills closed the silo in June.');
    check('Grell Mills will close the silo permanently.', 'Grell Mills will close the silo in June for repairs.');
    check('The silo opened late.', 'The silo opened in June.');
    check("Hundreds of the mill's drivers joined the strike.", "The mill's drivers joined the strike in May.");
  });

  it('where it says in which manner, and nothing tells that', () => {
    check(
      'The board of Grell Mills approved the sale unanimously.',
      'The board of Grell Mills approved the sale in June.',
    );
    check('Grell Mills secretly sold the Lund silo.', 'Grell Mills sold the Lund silo in June.');
  });

  it('where the statement says that there is none of it', () =>
    check(
      'Marl Docks runs its own cranes.',
      'Marl Docks, a dock company that rents cranes from the town and has no cranes of its own, runs two sheds.',
    ));

  it('by what was asked for, offered, to be voted on or only looked into', () => {
    check(
      'The court ordered Marl Docks to repay the grant.',
      'The town asked the court to order Marl Docks to repay the grant.',
    );
    check('Grell Mills has sold the Lund silo.', 'Grell Mills offered to sell the Lund silo.');
    check(
      'The council has banned lorries from Mill Street.',
      'The council will vote in May on banning lorries from Mill Street.',
    );
    check(
      'The watchdog found that Marl Docks had dumped oil.',
      'The watchdog looked into whether Marl Docks had dumped oil.',
    );
    check('Marl Docks will repay the grant.', 'Marl Docks would repay the grant if the quay closed.');
  });

  it('by what is told of a part, in another step or with another cause', () => {
    check('The bridge is finished.', 'The bridge is half finished.');
    check('Sales of Vane Rubber rose to 40 million crowns.', 'Sales of Vane Rubber rose by 40 million crowns.');
    check('Grell Mills closed the silo because of a fire.', 'Grell Mills closed the silo because of low prices.');
  });

  it('by a bound on the other side', () => {
    check('Grell Mills employs at least 300 people in Lund.', 'Grell Mills employs up to 300 people in Lund.');
    check('The kiln costs more than 3 million crowns.', 'The kiln costs 3 million crowns at most.');
  });

  it('where a pronoun stands for another', () => {
    check(
      'Stannard Press gets new plates 90 days before any other house.',
      'Stannard Press and Pell House share the work. Pell House is named the lead partner. It receives new plates 90 days ahead of any other house.',
    );
  });

  it('where the same is done to something else', () => {
    check('Vane Rubber moved its head office to Nessel.', 'Vane Rubber moved its test track to Nessel.');
  });
});

it('who was lent, paid or awarded it did not lend, pay or award it', () => {
  expect(
    verdictOn(
      'Alder Foods lent Birch Mills 40 million crowns.',
      'Alder Foods was lent 40 million crowns by Birch Mills.',
    ),
  ).toBe('contradicted');
  expect(
    verdictOn(
      'Birch Mills lent Alder Foods 40 million crowns.',
      'Alder Foods was lent 40 million crowns by Birch Mills.',
    ),
  ).toBe('supported');
});

describe('a claim is outdated', () => {
  const check = (claim: string, spring: string, autumn = '') =>
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');

  it('where its figure stands behind "from" after the new one', () => {
    check(
      "Tarn Lifts' margin target is 9 percent.",
      'Tarn Lifts lowered its margin target to 7.5 percent, from the 9 percent it had given.',
    );
  });

  it('where the fee is paid no longer, however much it was', () => {
    check(
      'Saltby Water pays Tarr Pumps an availability fee of $6 million a year.',
      'Saltby Water pays Tarr Pumps an availability fee of $6 million a year.',
      'Saltby Water no longer pays the yearly availability fee that came with the sole right.',
    );
  });

  it('where another has the post, or the share was sold', () => {
    check(
      'Otto Brand is head of Vane Rubber.',
      'Otto Brand is head of Vane Rubber.',
      'Ada Holm has been head of Vane Rubber since July.',
    );
    check(
      'Birch Mills holds 30 percent of Vane Rubber.',
      'Birch Mills holds 30 percent of Vane Rubber.',
      'Birch Mills sold its stake in Vane Rubber in July.',
    );
  });
});

describe('a claim is supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('supported');

  it('where how it was done is told, in the same words or others', () => {
    check('The silo was closed permanently.', 'The silo was closed for good in June.');
    check('The silo opened late.', 'The silo opened two weeks late.');
    check('Grell Mills managed to sell the Lund silo.', 'Grell Mills managed to sell the Lund silo in May.');
    check('The kiln costs more than 3 million crowns.', 'The kiln costs 3.4 million crowns.');
    check(
      'Grell Mills offered to sell the Lund silo to Marl Docks.',
      'Grell Mills offered to sell the Lund silo to Marl Docks.',
    );
  });
});
