/** What a false claim shares with a statement is not enough, and what was replaced is told as such. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

describe('a claim is contradicted', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('contradicted');

  it('where what it tells as done has yet to be done', () => {
    check(
      'The council has approved the silo at Tansy Quay.',
      'Grell Mills plans a silo at Tansy Quay. The council has yet to approve the silo.',
    );
    check('The safety board has certified the valve.', 'The safety board still has to certify the valve.');
  });

  it('where it is what somebody denied', () => {
    check('Hale Motors has bought the Lund works.', 'Hale Motors denied that it had bought the Lund works.');
  });

  it('where it is told of the other one of two', () => {
    check('The Sorrel line carries freight.', 'Unlike the Sorrel line, the Burnet line carries freight.');
    check('The Sable Bank will finance the dam.', 'Instead of the Sable Bank, the Finch Bank will finance the dam.');
  });

  it('where more stands for less', () => {
    check('The pilots earn more than those of Nordan.', 'The pilots earn less than those of Nordan.');
    check('The new rule makes the market less lively.', 'The new rule makes the market more lively.');
    check('A rise is more likely than a fall.', 'The guild said that this is more likely a fall than a rise.');
  });

  it('where its vote is another', () => {
    check('The guild voted two to seven.', 'The guild voted seven to two on March 1 to let the hall.');
  });

  it('where its number is that of all that there are', () => {
    check('Birch Lines owns 112 trams.', 'Birch Lines, which owns 74 of the 112 trams, asks for no consent.');
  });

  it('where the day that ends it is told as the one that begins it, or the other way round', () => {
    const lease = 'Alder Mills keeps its lease of the quay through 2032.';
    check('Alder Mills has kept its lease of the quay since 2032.', lease);
    check('Alder Mills gets a lease of the quay in 2032.', lease);
    check('Alder Mills keeps its lease of the quay beyond 2032.', lease);
    check('The lease of the quay that Alder Mills keeps ends before 2032.', lease);
    check('The ferry runs until July 1.', 'The ferry runs from July 1.');
    check('The ferry runs before July 1.', 'The ferry runs from July 1.');
    check('Birch Lines may use the berth from June 3.', 'Birch Lines may use the berth until June 3.');
    check('Birch Lines may use the berth after June 3.', 'Birch Lines may use the berth until June 3.');
  });

  it('where what happened is told with another figure than the one that was said before', () => {
    check(
      'Alder Mills mixed up 12 samples.',
      'The Harbour Office found that Alder Mills had mixed up 19 samples, not 12.',
    );
  });
});

describe('a claim is not supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).not.toBe('supported');

  it('by the post that somebody has in another house than the one around', () => {
    check(
      'Corin Dace is the director of the mint.',
      'The Tarry Mint signed a lease for a hall. Orrin Glass was represented by its managing director, Corin Dace.',
    );
  });

  it('where the quality that it gives somebody is one of a thing of theirs', () => {
    check('Alder Mills is public.', 'The public answer of Alder Mills is calm, as its own letter told of limits.');
    check('Birch Lines is strategic.', 'At its core this is a strategic move, which changes how Birch Lines sells.');
  });

  it('by what nearly happened', () => {
    check('The mill lost its licence.', 'The mill nearly lost its licence in March.');
  });

  it('by what somebody is to become on a day that has not come', () => {
    check(
      'Orla Finch is director of the Tarry Mint.',
      'Orla Finch is to become director of the Tarry Mint in July 2026.',
    );
  });

  it('by what stands in another clause than its verb', () => {
    check(
      'Otto Brand has left the board of Alder Mills.',
      'Otto Brand stepped down as director of Alder Mills in March and stays on the board.',
    );
  });

  it('by a verb that says something else with what stands behind it', () => {
    check('The fleet is owned by Birch Lines.', 'Birch Lines says that the fleet held back 12 trams.');
  });

  it('by what another said than the one whom it calls by no name', () => {
    check(
      'The union says that the line took 148 tonnes.',
      'Birch Lines says that the line took 148 tonnes; the works union puts it at 121 tonnes.',
    );
  });

  it('by what was two years ago, where it lasts two years', () => {
    check('Ada Holm may keep the harp for two years.', 'Ada Holm won the harp two years ago.');
  });
});

describe('a claim is outdated', () => {
  const check = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');

  it('where the one who has a post will step down, was suspended, or was followed by another', () => {
    const told = 'Piet Vane heads the archive at Larkfield Hall. The archive holds 900 maps.';
    const claim = 'Piet Vane heads the archive at Larkfield Hall.';
    check(claim, told, 'Piet Vane, who led the archive for nine years, will step down at the end of the month.');
    check(claim, told, 'Piet Vane of Larkfield Hall has been suspended from the archive.');
    check(
      'Piet Vane is head of the archive at Larkfield Hall.',
      'Piet Vane, head of the archive at Larkfield Hall, opened a show.',
      '“We lend less,” said Lena Voss, who took over as head of the archive at Larkfield Hall from her co-author Piet Vane on May 1.',
    );
  });

  it('where its day is told as that of a plan of before', () => {
    const told = 'The Corvin Bridge is due to open in November 2025.';
    const claim = 'The Corvin Bridge is due to open in November 2025.';
    check(claim, told, 'The Corvin Bridge, which should have opened in November, is now due in May 2026.');
    check(
      'A third kiln is planned to start in 2027.',
      'A third kiln is planned to start in 2027.',
      'Then there is the third kiln. It was to start in 2027. The pottery now expects 2029.',
    );
  });

  it('where what it waits for was moved to another day, or will not come before one', () => {
    check(
      'Feldmoor Farm will deliver its first cheese on October 10.',
      'Feldmoor Farm will deliver its first cheese to the shops on October 10.',
      'That day will not be kept. Feldmoor moved the first delivery to October 31, as its labels are late.',
    );
    check(
      'A third furnace is planned for 2028.',
      'A third furnace is planned for 2028.',
      'Harrow Glass told the bank that the third furnace will not be built before 2030.',
    );
  });

  it('where a newer statement denies it, gives another figure, or tells of fewer than announced', () => {
    check(
      'Pellan Glas will deliver to Tellmund from October 1.',
      'Pellan Glas said that it would deliver to Tellmund from October 1.',
      'Pellan Glas will not deliver on October 1.',
    );
    check(
      'Alf Nyberg owns 62 percent of the shares.',
      'Its founder Alf Nyberg owns 62 percent of the shares.',
      'Alf Nyberg sold half of his shares to the Tollan Fund and now holds 31 percent.',
    );
    check(
      'Merkur is going to close 120 of its counters.',
      'Merkur intends to close 120 of its 400 counters.',
      'Merkur closes far fewer counters than announced.',
    );
  });

  it('where what still went on has been closed', () => {
    check(
      'The inquiry of the Water Office is still under way.',
      'The Water Office opened an inquiry into the wells, and the inquiry is still under way.',
      'The Water Office closed its inquiry into the wells on August 20.',
    );
  });
});

describe('a claim stays supported', () => {
  const check = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('supported');

  it('where the quality is told before the thing that it claims it of', () => {
    check('The rule of Orrin Glass is internal.', 'It is old, and the internal rule of Orrin Glass is harsh.', '');
  });

  it('where another share, another object or the deed of another has changed', () => {
    check(
      'The beer trade makes up 30 percent of the income of Horn Lorries.',
      'The beer trade makes up 30 percent of the income of Horn Lorries.',
      'The rate that Horn Lorries is paid falls from 5 to 4 crowns, and its least volume is cut from 80 to 50 percent of the yearly volume.',
    );
    check(
      'The Wick ferry carries 900 people a day.',
      'The Wick ferry carries 900 people a day.',
      'The Wick ferry no longer carries dogs. From May 1 the Dunn ferry carries 400 people a day.',
    );
  });

  it('where what the person had expected is told of the past', () => {
    check(
      'Nora Quill works for Tern Research.',
      'Nora Quill of Tern Research doubts it.',
      'Nora Quill of Tern Research, who had expected the sole right to last, said that she had been wrong.',
    );
  });
});
