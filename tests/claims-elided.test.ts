/** A clause that leaves its verb out, a figure that somebody gives without saying what it is of, and what is denied besides. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const supported = (claim: string, told: string) => expect(verdictOn(claim, told), claim).toBe('supported');
const contradicted = (claim: string, told: string) => expect(verdictOn(claim, told), claim).toBe('contradicted');
const unsupported = (claim: string, told: string) => expect(verdictOn(claim, told), claim).not.toBe('supported');

describe('a clause without a verb has that of the clause before it', () => {
  const told =
    'Garrow Quarry started with 900 carts and Pell Stone with 650. A visit costs 60 crowns, a check 25. The union estimates the average wait at nine minutes, the office at six.';

  it('and a figure of its own', () => {
    supported('Pell Stone started with 650 carts.', told);
    supported('A check costs 25 crowns.', told);
    supported('The office estimates the average wait at six minutes.', told);
  });

  it('and not that of the clause before it', () => {
    unsupported('Pell Stone started with 900 carts.', told);
    contradicted('A check costs 60 crowns.', told);
    contradicted('The office estimates the average wait at nine minutes.', told);
  });

  it('of one of the same sort', () => {
    const mills = 'The sawmill at Brennick employs 210 people, the one at Tolme 95.';
    supported('The sawmill at Tolme employs 95 people.', mills);
    contradicted('The sawmill at Tolme employs 210 people.', mills);
  });

  it('in percent as well', () => {
    const costs = 'Orrin Air carries 45 percent of the running costs, Tessel Air 35 and Quill Air 20.';
    supported('Tessel Air carries 35 percent of the running costs.', costs);
    contradicted('Tessel Air carries 45 percent of the running costs.', costs);
  });
});

describe('who puts a figure at so much', () => {
  const told =
    'How many loaves lay in the shed is disputed. The guild says 3,000; the council says 2,200. The forest service says 1,200 hectares burned in May; the farmers’ league puts the loss at 1,900.';

  it('says it of what is told right before', () => {
    supported('The council says 2,200 loaves lay in the shed.', told);
    supported('The farmers’ league says 1,900 hectares burned in May.', told);
  });

  it('does not say what another one says', () => {
    contradicted('The council says 3,000 loaves lay in the shed.', told);
    contradicted('The farmers’ league says 1,200 hectares burned in May.', told);
  });

  it('says nothing of another thing', () => unsupported('The council says 2,200 barrels lay in the cellar.', told));
});

describe('what a house has found out itself', () => {
  it('is its word', () =>
    supported(
      'Larkmoor puts the rent at 22 million crowns a year.',
      'Larkmoor’s own channel checks put the rent at 22 million crowns a year.',
    ));
});

describe('what is denied of a thing besides', () => {
  it('is not so of it, and of the other it is', () => {
    const told = 'The county paid for the new road, but not for the bridge.';
    contradicted('The county paid for the bridge.', told);
    supported('The county paid for the new road.', told);
  });

  it('is not so of it behind an "and"', () => {
    const told = 'The council paid for the fence and not for the gate.';
    contradicted('The council paid for the gate.', told);
    supported('The council paid for the fence.', told);
  });

  it('is denied of a verb of its own too', () => {
    const told = 'Helmets are advised but not required in the yard.';
    contradicted('Helmets are required in the yard.', told);
    supported('Helmets are advised in the yard.', told);
  });
});

describe('all and a part', () => {
  it('are told apart behind an owner', () => {
    contradicted(
      'The flood put all of the dairy’s machines out of use.',
      'The flood put half of the dairy’s machines out of use.',
    );
    contradicted('All of the tramway’s cars have been repaired.', 'Half of the tramway’s 18 cars have been repaired.');
  });

  it('have figures of their own', () => {
    const told = 'Tarnwell has 820 shops across the county; Corvane runs a booth in 610 of them.';
    contradicted('Corvane runs a booth in 820 shops.', told);
  });
});
