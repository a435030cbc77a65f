import type { TextView } from '../statement/view.ts';
import type { Predicate } from './predicate.ts';
import { verbOf } from './verbs.ts';

/** "Bought", and not "has bought" or "is bought". */
export function isSimplePast({ first, main, passive }: Predicate, { tokens }: TextView): boolean {
  const forms = verbOf(tokens[first]?.word ?? '')?.forms;
  return first === main && !passive && forms?.has('past') === true && !forms.has('base');
}

/** "Sells", and not "has sold" or "is sold". */
export function isPresent({ first, main, passive }: Predicate, { tokens }: TextView): boolean {
  const forms = verbOf(tokens[first]?.word ?? '')?.forms;
  return !passive && forms?.has('present') === true && (first === main || tokens[first]?.word !== 'has');
}
