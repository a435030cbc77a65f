import { createHash } from 'node:crypto';

/** Without signs that are taken for one another. */
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz';
const DIGITS = 8;

/**
 * A short name from a key, the same each time: the letter, a digit, and signs, such as `d4k7mq`. `salt` gives another
 * one where that name is taken.
 */
export function nameFrom(letter: 'd' | 'w', key: string, length: number, salt = 0): string {
  const bytes = createHash('sha256').update(`${letter}:${salt}:${key}`).digest();
  const signs = [...bytes.subarray(0, length - 1)].map((byte, i) => SIGNS[byte % (i === 0 ? DIGITS : SIGNS.length)]);
  return `${letter}${signs.join('')}`;
}

/** The part of a name that people see and type. */
export const SHOWN_LENGTH = 6;
