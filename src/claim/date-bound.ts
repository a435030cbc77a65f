import type { Span } from '../model.ts';

/** On which side of a date what is told of it lies: up to it, from it on, before it or after it. */
export type DateBound = 'end' | 'start' | 'by' | 'before' | 'after';

const PART_OF = '(?: the)?(?: (?:very )?(?:end|start|beginning|middle|close) of)?(?: the)? (?:early |late |mid-?)?$';
const bound = (words: string) => new RegExp(`\\b(?:${words})${PART_OF}`, 'i');
const BOUNDS: readonly (readonly [DateBound, RegExp])[] = [
  [
    'end',
    bound(
      'through|until|till|up to|(?:run|runs|ran|running|last|lasts|lasted|valid|good|extends?|extended|continues?|stays?) to',
    ),
  ],
  // "Put off from May" tells of no beginning.
  [
    'start',
    bound('since|as of|(?<!\\b(?:back|off|forward|moved|changed|delayed|postponed|dates?|dated|memo|report) )from'),
  ],
  ['by', bound('by')],
  ['before', bound('before|prior to|ahead of')],
  ['after', bound('after|beyond|past|later than')],
];

/** The bound that a date is in a text; undefined where it is the day itself. */
export function boundOf([start, end]: Span, text: string): DateBound | undefined {
  const lead = text.slice(Math.max(0, start - 40), start);
  // "From May to August" is a stretch of time, which nothing else is a bound of.
  if (/\bfrom .*\bto (?:\p{Ll}+ )?$/iu.test(lead) || /^(?: \d{4})? to \p{Lu}/u.test(text.slice(end))) return undefined;
  return BOUNDS.find(([, words]) => words.test(lead))?.[0];
}

const CONTRARY: Readonly<Record<DateBound, ReadonlySet<DateBound>>> = {
  end: new Set(['start', 'after']),
  start: new Set(['end', 'before']),
  by: new Set(['after']),
  before: new Set(['start', 'end', 'after']),
  after: new Set(['end', 'by', 'before']),
};

/** "Since 2032", "beyond 2032" are not "through 2032". */
export function isContraryBound(claimed: DateBound | undefined, told: DateBound | undefined): boolean {
  return claimed !== undefined && told !== undefined && CONTRARY[claimed].has(told);
}

/** What begins on a day is not what runs until it. */
const ONSET =
  /^(?:begin|start|commence|open|launch|sign|get|gain|win|receive|obtain|acquire|grant|award|introduce|agree|take effect|come into force)$/;

/** "Gets a lease in 2032" against "keeps its lease through 2032". */
export function beginsWhereItEnds(
  verb: string | undefined,
  claimed: DateBound | undefined,
  told: DateBound | undefined,
) {
  return claimed === undefined && told === 'end' && verb !== undefined && ONSET.test(verb);
}
