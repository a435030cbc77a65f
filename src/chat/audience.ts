/** For whom a digest can be written; `src/ports.ts` says what an audience is besides. */
export interface AudienceName {
  readonly name: string;
  /** How it is shown: "Buyers". */
  readonly label: string;
  /** Other words for these people, singular. */
  readonly called: readonly string[];
}

const FOR_ALL = /^(?:all|all of us|everybody|everyone|anyone|us|me|this channel|the (?:channel|team))$/;

/**
 * The audience that somebody means: "buyers", "the buyers", "policy people", or another word for them. The first one is
 * for all. Undefined where none is meant.
 */
export function findAudience(typed: string, audiences: readonly AudienceName[]): string | undefined {
  const text = typed
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/, '');
  if (FOR_ALL.test(text)) return audiences[0]?.name;
  const wanted = folded(text.replace(/^(?:the|our|an?) /, '').replace(/ (?:people|folks|readers|teams?)$/, ''));
  const named = audiences.find(({ name, label }) => folded(name) === wanted || folded(label) === wanted);
  return (named ?? audiences.find(({ called }) => called.some((word) => folded(word) === wanted)))?.name;
}

function folded(text: string): string {
  const word = text.toLowerCase().replace(/[\s-]+/g, '');
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}
