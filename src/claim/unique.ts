import type { ClaimPart } from './part.ts';

/** "The biggest platform", "the chief executive", "the memo": there is only one of them. */
export function isUnique(part: ClaimPart, clause: string): boolean {
  const superlative =
    /(?:\bthe|\bits|\btheir|[’']s) [“"]?(?:\w+ly )?(?:\p{L}{3,}est|most|only|first|last|sole|main|leading|exclusive|primary)\b/iu;
  return (
    (superlative.test(part.text) && superlative.test(clause)) ||
    (part.predicate?.passive === true && /^the\b/i.test(part.text) && /\bby\b/i.test(part.text))
  );
}
