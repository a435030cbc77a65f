const UP_TO_TWELVE = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The numbers that are written as one word more often than not: "one" to "twelve". */
export const SMALL_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  UP_TO_TWELVE.map((word, i) => [word, i + 1]),
);
