/** What a newer document, or a statement of the same matter in other words, does to a claim. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict-on.ts';

describe('a claim is outdated', () => {
  const check = (claim: string, spring: string, autumn: string) =>
    expect(verdictOn(claim, spring, autumn)).toBe('outdated');

  it('where a newer document tells the opposite of a state', () => {
    check('The Harby lock is shut.', 'The Harby lock is closed to barges.', 'The Harby lock is open to barges again.');
  });

  it('where a newer document tells the end of it as a noun', () => {
    check(
      'The Lowick museum is open on Mondays.',
      'The Lowick museum will be open on Mondays too.',
      'The director announced the end of Monday opening at the Lowick museum.',
    );
  });

  it('where who is said to serve has left, whatever the verb', () => {
    check(
      'Ada Holm is chief engineer of Cedar Yard.',
      'Ada Holm, chief engineer of Cedar Yard, showed the new crane.',
      'Ada Holm left Cedar Yard on August 4.',
    );
    check(
      'Ivo Brandt leads the Alder Rowers.',
      'Ivo Brandt leads the Alder Rowers for a third season.',
      'The Alder Rowers and Ivo Brandt part ways.',
    );
  });

  it('and not where the newest document has it so again', () => {
    expect(
      verdictOn(
        'Trading on the Belm market ends at five.',
        'Trading on the Belm market ends at five.',
        'Trading on the Belm market ends at five again.',
      ),
    ).toBe('supported');
  });

  it('and not where it tells of a deed, which stays done', () => {
    expect(
      verdictOn(
        'Cedar Bank bought the Harby mill.',
        'Cedar Bank bought the Harby mill.',
        'Cedar Bank has given up the Harby mill.',
      ),
    ).toBe('supported');
  });
});

describe('a claim is contradicted', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('contradicted');

  it('by the same number in another unit', () => {
    check(
      'The tickets for the Lowick concert were gone in forty hours.',
      'Tickets for the Lowick concert were sold out in forty minutes.',
    );
  });

  it('by another number of the same thing of the same house', () => {
    check(
      'Birch Clinics has 14 hospitals.',
      'Birch Clinics, the largest chain with 22 hospitals, declined to comment.',
    );
  });

  it('by a part where it tells of the whole', () => {
    check('The Alder licence covers two of the four valleys.', 'The Alder licence covers all four valleys.');
  });

  it('by what goes on where it tells of an end', () => {
    check('The opening of the Tarn theatre was put off.', 'The opening of the Tarn theatre in May stands.');
  });
});

describe('a claim is not contradicted', () => {
  it('by another sum where its own is told of the same matter elsewhere', () => {
    expect(
      verdictOn(
        'The quarrel over the Harby mill was settled for 14 million euros.',
        'Cedar Bank will pay 14 million euros. It had been asked for 18 million euros in the quarrel over the Harby mill.',
      ),
    ).not.toBe('contradicted');
  });
});
