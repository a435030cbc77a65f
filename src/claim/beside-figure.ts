import type { Knowledge } from '../statement/knowledge.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';
import { verbNeed } from './verb-need.ts';

const HALF = 0.5;

/** "No longer pays the fee": how much it was and to whom is left unsaid, and no more. */
export function isBesideFigure(part: ClaimPart, { silent, match }: Comparison, knowledge: Knowledge): boolean {
  const { amounts, names, needs, roles, text } = part;
  const verb = verbNeed(part, knowledge);
  const thing = needs.some(
    ({ name, weight }, i) =>
      !name &&
      i !== verb &&
      weight >= HALF &&
      (match.own[i] ?? 0) >= HALF &&
      roles.others.some((stretch) => inStretch(part.places[i] ?? -1, stretch)),
  );
  const said = [
    ...amounts.map(({ span }) => text.slice(...span)),
    ...names.flatMap((name) => (inStretch(name.at, roles.agent) ? [] : [name.text])),
  ].map((words) => words.toLowerCase());
  return thing && amounts.length > 0 && silent.every((words) => said.includes(words.toLowerCase()));
}
