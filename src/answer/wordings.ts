/** The ways in which a phrase of the catalogue can be worded, its choices "(a|b)" written out one by one. */
export function wordingsOf(phrase: string): readonly string[] {
  const choice = phrase.includes('(') ? /\(([^()]*)\)/.exec(phrase) : null;
  if (!choice) return [phrase];
  const [before, after] = [phrase.slice(0, choice.index), phrase.slice(choice.index + choice[0].length)];
  const chosen = (choice[1] ?? '').split('|').flatMap((one) => wordingsOf(`${before}${one}${after}`));
  return [...new Set(chosen)];
}
