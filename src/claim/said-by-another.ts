import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { inStretch, namedIn } from './reference.ts';
import { speakersIn } from './speech.ts';

/** Whether somebody else than the claim names says it in the statement. */
export function saidByAnother(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const sayers = part.names.filter(({ at }) => inStretch(at, part.sayer));
  if (sayers.length === 0) return false;
  const speakers = speakersIn(view).flatMap((stretch) => namedIn(stretch, view, knowledge)?.keys ?? []);
  return speakers.length > 0 && !sayers.some((group) => isKeyOf(group, part.needs, speakers));
}
