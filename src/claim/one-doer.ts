import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';

/** What is done to one thing by one house or one person, or by all who are named together. */
const BY_ONE = /^(?:buy|acquire|own|chair|write|design|issue|take over)$/;
const DEFINITE = /^ (?:the )?\p{Lu}|^ (?:the|its|their) \p{L}/u;

/** "Birch bought the Harby yard", "Holm chaired the board": if another did, they did not. */
export const hasOneDoer = (part: ClaimPart, { verb, verbStart }: Relation, { text }: StatementView): boolean =>
  isOfOne(part) && !AS_POST.test(text.slice(verbStart + verb.length));

/** "Took over as director": that is a post, and nothing bought. */
const AS_POST = /^(?: \p{L}+)? as\b/u;

const isOfOne = remembered(({ predicate, roles, text, names, negated }: ClaimPart): boolean => {
  const object = roles.others[0];
  if (!predicate || !object || negated || !BY_ONE.test(predicate.base) || names.length === 0) return false;
  const words = text.slice(object.start, object.end);
  return predicate.passive
    ? /^\W*(?:the|its|their)\b|^\W*\p{Lu}/iu.test(words) && roles.agent !== undefined
    : DEFINITE.test(words);
});
