/**
 * Cuts prose into sentences: `Intl.Segmenter` finds the places where one may end, and those behind an abbreviation or
 * an initial are none. Joined, the pieces are the text.
 */

/** Made when a text is first cut: it takes ten milliseconds of a start that may read none. */
let segmenter: Intl.Segmenter | undefined;

/** They are followed by what they belong to: a name, a number, an example. Never the last word of a sentence. */
const LEADS_ON =
  /(?:^|[\s("“‘'[])(?:Mrs?|Ms|Mx|Drs?|Prof|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Capt|Rev|Hon|St|Mt|Ft|vs|v|cf|e\.g|i\.e|viz|approx|ca|c|Nos?|Fig|Figs|Eq|Vol|pp?|Art|Sec|ch|est|al|min|max|tel|ext|ver|Rs)\.\s*$/i;
/** They may end a sentence: they do where the next word opens one. */
const MAY_END =
  /(?:^|[\s("“‘'[])(?:Inc|Corp|Ltd|Co|Cos|Bros|LLC|plc|etc|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|U\.S(?:\.A)?|U\.K|E\.U|U\.N|D\.C)\.\s*$/;
const INITIAL = /(?:^|[\s("“‘'[.])\p{Lu}\.\s*$/u;
/** Words with which a sentence begins far more often than it goes on after an abbreviation. */
const OPENS =
  /^["“‘'([]*(?:The|A|An|It|He|She|They|We|I|This|That|These|Those|In|On|At|But|And|So|For|As|If|When|While|After|Before|Its|Their|His|Her|There|However|Meanwhile|Both|Some|Many|Most|By|With|Under|From|To|Once|Now|Then)\b/;

/** "It left. 10 days later ...": the segmenter sees no beginning in a number. */
const BEFORE_NUMBER = /(?<=[\p{L}\p{N}%]{2}[.!?]["”’)]{0,2}\s+)(?=["“]?[$€£]?\d)/u;

/** Cuts a text into its sentences, each with the white space behind it: put together, they are the text. */
export function segmentSentences(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of cutter().segment(text)) {
    for (const piece of segment.split(BEFORE_NUMBER)) {
      const last = pieces.at(-1);
      if (last !== undefined && goesOn(last, piece)) pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** No abbreviation is longer. */
const END_OF_PIECE = 24;

function goesOn(piece: string, next: string): boolean {
  const before = piece.slice(-END_OF_PIECE);
  if (/\n\s*$/.test(before) && !/[^\s.!?…]\s*\n\s*$/.test(before)) return false;
  if (LEADS_ON.test(before)) return true;
  if (/\bNo\.\s*$/.test(before)) return /^\d/.test(next);
  if (INITIAL.test(before) && !MAY_END.test(before)) return !OPENS.test(next);
  return MAY_END.test(before) && !OPENS.test(next);
}

function cutter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return segmenter;
}
