import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** "In which state will it stand?", "which regions are to get one?": a part of a country, by its name. */
const ASKS_REGION = () =>
  /\b(?:in |to |from |for )?(?:which|what) (?:other |two |three |four |\d+ )*(?:(?:us|u\.s\.|american|federal) )?(?:states?|regions?|provinces?|count(?:y|ies)|districts?)\b(?! (?:is|are|was|were) (?:it|he|she|they|this|that|the \p{L}+) in\b)(?! of (?:affairs|things|play|repair|mind|the art)\b)/iu;
/** What stands before the name of a place. */
const BEFORE_PLACE =
  /\b(?:in|near|at|outside|across|around|off|from|throughout|within) (?:the )?(?:(?:northern|southern|eastern|western|central|north|south|east|west|rural|upper|lower|nearby|neighbou?ring|both|mainland) )?$/iu;
/** "Texas sites", "the Dunmere plant". */
const AFTER_PLACE =
  /^ (?:state|region|province|county|district|plant|site|works|depot|factory|yard|centre|center|office|mill|farm)s?\b/iu;
/** No part of a country. */
const COUNTRY = /^(?:the )?(?:United States|U\.?S\.?(?:A\.?)?|America|UK|U\.K\.|United Kingdom|Europe|EU)$/i;

/** Whether a part of a country is asked for and the statement names no place that could be one. */
export function lacksRegionAsked(question: Question, { names, text }: StatementView): boolean {
  if (!asksRegion(question)) return false;
  const asked = question.text.toLowerCase();
  return !names.some(
    ({ text: name, start, end }) =>
      !COUNTRY.test(name.trim()) &&
      !asked.includes(name.trim().toLowerCase()) &&
      (BEFORE_PLACE.test(text.slice(0, start)) || AFTER_PLACE.test(text.slice(end))),
  );
}

/** "Where is A's head office?", and "in Holm, where B has its head office". */
const ASKS_SEAT = /\b(?:headquarter\w*|head office|home office|main office|based)\b/i;
const HAS_SEAT = () =>
  /\b(?:has|have|had|keeps?|kept|moved|runs?) (?:its|their) (?:\p{Ll}+ )?(?:headquarters|head office|home office|main office|seat)\b|\b(?:is|are|was|were) (?:based|headquartered)\b/iu;

/** Whether the seat that a statement tells is that of somebody else, who is named right before. */
export function isSeatOfAnother(
  { text: asked, kind, needs }: Question,
  { names, text, tokens }: StatementView,
): boolean {
  const told = kind === 'where' && ASKS_SEAT.test(asked) ? HAS_SEAT().exec(text) : null;
  const whose = told && names.findLast(({ end }) => end <= told.index);
  if (!told || !whose || !/^ (?:\p{Ll}+ )?$/u.test(text.slice(whose.end, told.index))) return false;
  const stems = tokens.slice(whose.first, whose.last).map(({ stem }) => stem);
  const asksOf = needs.filter(({ name, inherited }) => name && !inherited);
  return asksOf.length > 0 && !asksOf.some(({ alternatives }) => stems.some((stem) => alternatives.has(stem)));
}

const asksRegion = remembered(
  ({ text, kind }: Question) => (kind === 'where' || kind === 'which' || kind === 'list') && ASKS_REGION().test(text),
);
