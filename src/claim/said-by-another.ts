import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, namedIn, predicatesOf, rolesIn } from './reference.ts';
import { speakersIn } from './speech.ts';

/** Whether somebody else than the claim names says it in the statement. */
export function saidByAnother(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const sayers = part.names.filter(({ at }) => inStretch(at, part.sayer));
  if (sayers.length === 0) return isOtherSpeaker(part, view);
  const speakers = speakersIn(view).flatMap((stretch) => namedIn(stretch, view, knowledge)?.keys ?? []);
  return speakers.length > 0 && !sayers.some((group) => isKeyOf(group, part.needs, speakers));
}

/** "The union says": where no name says it in the claim, the word for who does must stand where somebody says it. */
function isOtherSpeaker(part: ClaimPart, view: StatementView): boolean {
  const sayers = part.needs.filter((need, i) => !need.name && inStretch(part.places[i] ?? -1, part.sayer));
  const places = sayers.flatMap((need) => placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1));
  const speakers = speakersIn(view);
  // It must do something else in the sentence: a name may stand for what the claim calls by its sort.
  const acts =
    places.some((at) => OPENS.test(view.text.slice(0, at))) ||
    predicatesOf(view).some((_, i) => places.some((at) => inStretch(at, rolesIn(view, i).agent)));
  return acts && speakers.length > 0 && !places.some((at) => speakers.some((one) => inStretch(at, one)));
}

/** "...; the works union": a clause begins with it. */
const OPENS = /(?:;|\b(?:but|while|whereas)) (?:the |its |an? )?(?:\p{Ll}+ ){0,2}$/iu;
