/** What ends, moves or is done elsewhere in a sentence, and what a claim has from it. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

const supported = (claim: string, told: string, later = '') =>
  expect(verdictOn(claim, told, later), claim).toBe('supported');
const contradicted = (claim: string, told: string) => expect(verdictOn(claim, told), claim).toBe('contradicted');
const unsupported = (claim: string, told: string) => expect(verdictOn(claim, told), claim).not.toBe('supported');

describe('the end of one thing', () => {
  it('ends nothing that happened on the day', () =>
    supported(
      'Nimbrel shares fell 6.4% on February 20.',
      'Nimbrel shares fell 6.4% on February 20, the day after the hospital ended its exclusive hold on the images.',
    ));

  it('ends no rating that the same sentence tells', () =>
    supported(
      'Petra Lind has a hold rating on Brightmere.',
      'Analyst Petra Lind keeps a hold rating on Brightmere and sees the supply contract lasting to 2029.',
      'The mill and Brightmere ended the supply contract on September 4.',
    ));

  it('is told in place of the new figure too', () =>
    expect(
      verdictOn('A season ticket costs 290 crowns.', 'A season ticket costs 320 crowns in place of 290.'),
    ).not.toBe('supported'));
});

describe('another amount', () => {
  it('is none of the share of a sale where it is how far a price fell', () =>
    supported(
      'The Post puts the share of the mill in rye sales at 71 percent.',
      'The Post puts the share of the mill in rye sales at 71 percent.',
      'Shares in the mill fell 4% on September 6 and recovered half of that.',
    ));

  it('is told of one and of many', () => {
    contradicted(
      'The mill has filed four complaints with the grain office.',
      'The mill has filed one complaint with the grain office.',
    );
    contradicted('Ostler opened with 14 ovens.', 'Ovens are dear. Ostler opened with 12 and closed with 9 ovens.');
  });

  it('is of the time that both call so', () =>
    supported('The choir sang in eleven towns last year.', 'The choir sang in eleven towns last year.'));
});

describe('to whom it is done', () => {
  it('differs where all else is the same', () => {
    const told = 'The grain office has asked Finch & Sons to explain where its flour is kept.';
    contradicted('The grain office has asked Ostler to explain where its flour is kept.', told);
    supported('The grain office has asked Finch & Sons to explain where its flour is kept.', told);
  });

  it('is not told of whom it concerns further on', () =>
    unsupported(
      'The coach has asked Orton to move the match.',
      'The coach has asked the league to move the match against Orton.',
    ));

  it('says nothing where little else is told', () => unsupported('Ada Holm met Ostler.', 'Ada Holm met Finch & Sons.'));
});

describe('who somebody is and where they come from', () => {
  it('is told by a verb of coming', () => {
    const told = 'Mara Quist, who joined from Pell Foods, has run Ostler since January.';
    supported('Mara Quist came from Pell Foods.', told);
    unsupported('Mara Quist came from Tern Foods.', told);
  });

  it('is another where the house is another', () =>
    contradicted(
      'Petra Lunde works for Bellhouse Partners.',
      'Petra Lunde of Cairnfield Research regards it as the best outcome. Tomas Wick of Bellhouse Partners disagrees.',
    ));

  it('is not told by the post of another', () => {
    const told = 'Its medical director is Sol Henning; the finance director, Ines Park, joined from Orrin Bank.';
    unsupported('Ines Park is the medical director.', told);
    contradicted(
      'Lena Thorne is the medical director of Corvane.',
      'Lena Thorne, Brightmoor’s medical director, said that Corvane was late.',
    );
  });

  it('is another where the post is told of another by name', () =>
    contradicted(
      'Paul Ahern is the chief engineer of the tramway.',
      'The tramway’s chief engineer, Rita Sommer, said that the line would need new cars.',
    ));

  it('is not denied where the post is told without a name', () =>
    expect(
      verdictOn(
        'Joel Ash is the sales chief of Veltrane.',
        'Veltrane’s sales chief told staff that Corvessa Motors had kept them out.',
      ),
    ).not.toBe('contradicted'));
});

describe('what has been done', () => {
  it('is told in a scenario as well', () =>
    supported(
      'Northmere Labs has applied for a licence.',
      'What may happen next:\n\n- A third mill: Northmere Labs has applied for a licence and could join in 2027.',
    ));

  it('does not depend on what follows', () =>
    supported(
      'Independent bakers were shut out of the market under the old terms.',
      'For independent bakers, which were shut out of the market under the old terms, any change is good news, provided that they can pay.',
    ));

  it('is told of a saint’s house', () =>
    supported(
      'St. Orrin’s Hospital treated 312 people in May.',
      'St. Orrin’s Hospital says it treated 312 people in May; the bus company puts the figure at 240.',
    ));
});
