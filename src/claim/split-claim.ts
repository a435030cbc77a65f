import { withoutMonth } from '../calendar/may.ts';
import type { Token } from '../ports.ts';
import { findPredicates } from './predicate.ts';

const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|does|did|do|says?|said|keeps?|kept|remains?|stays?|gets?|got|gives?|gave|holds?|held|pays?|paid|makes?|made|plans?|wants?|needs?|sells?|sold|buys?|bought|runs?|ran|owns?|leads?|led|began|ends?|starts?|takes?|took|goes|went|comes?|came|became|becomes?|left|lost|loses?|won|wins?|cut|rose|fell|invests?|reports?|expects?|\p{L}{3,}ed)\b/iu;

/** The assertions of a claim: cut where a new clause with its own verb begins. What a clause leaves out it takes from the first. */
export function splitClaim(text: string): string[] {
  const pieces = text.split(
    /\s*;\s*|,\s+(?:and|but|while|whereas|although|though)\s+|\s+(?:and|but|while|whereas)\s+(?=\S)/i,
  );
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const words = piece.split(/\s+/).length;
    if (last === undefined) parts.push(piece);
    // "What Alder and Birch build": the two have one verb.
    else if (SUBJECT_OPENS.test(last) && /^\p{Lu}/u.test(piece)) parts[parts.length - 1] = `${last} and ${piece}`;
    // Without a verb it is one more thing in the same clause: the text between stays as it was.
    else if (!(hasVerb(piece) || hasVerb(`it ${piece}`)) || words < 3 || !hasVerb(last))
      parts[parts.length - 1] = text.slice(
        text.indexOf(last),
        text.indexOf(piece, text.indexOf(last) + last.length) + piece.length,
      );
    else parts.push(piece);
  }
  const subject = subjectOf(parts[0] ?? '');
  return parts.map((part, i) =>
    i > 0 && (lacksSubject(part) || /^(?:it|they|he|she|its|their)\b/i.test(part))
      ? `${subject} ${part.replace(/^(?:it|they|he|she)\s+/i, '')}`
      : part,
  );
}

const SUBJECT_OPENS =
  /\b(?:what|how|which|where|whether|when|because|before|after|until|while|between|both) (?:the )?\p{Lu}[\p{L}\d-]*$/u;

function plainTokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}’'-]+/gu)].map((m) => ({
    stem: '',
    word: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
    stop: false,
  }));
}

function hasVerb(text: string): boolean {
  return (
    FINITE.test(withoutMonth(text)) || findPredicates({ text, tokens: plainTokens(text) }).some(({ finite }) => finite)
  );
}

function subjectOf(part: string): string {
  const [first] = findPredicates({ text: part, tokens: plainTokens(part) }).filter(({ finite }) => finite);
  const verb = FINITE.exec(part.replace(/(?<= )May\b/g, 'mid'));
  const at = Math.min(
    verb?.index ?? part.length,
    first ? (plainTokens(part)[first.first]?.start ?? part.length) : part.length,
  );
  return at < part.length ? part.slice(0, at).trim() : '';
}

function lacksSubject(part: string): boolean {
  const verb = FINITE.exec(part);
  if (verb !== null && verb.index === 0) return true;
  return !hasVerb(part) && hasVerb(`it ${part}`);
}
