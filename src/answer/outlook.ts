import type { Statement } from '../model.ts';

const OUTLOOK =
  /\b(?:scenarios?|ways (?:this|it|that|things) (?:could|might|may|can)|how (?:might|could|may) (?:this|it|things)|outcomes?|outlook|what(?:'s| is| comes) next|(?:might|could|may) happen|what (?:(?:should|do|must|can|might|could) (?:\w+ ){1,2}(?:watch|look out|keep an eye)|(?:else )?to (?:watch|look out for|expect|look for|keep an eye on))|worth watching)\b/i;
/** A heading over what may come. */
const OUTLOOK_HEADING =
  /\b(?:scenarios?|outlook|what (?:to (?:watch|expect|look for|look out for)|(?:could|might|may|will) (?:\w+ ){0,2}happen|happens|comes|is next|next|now)|what['’]s (?:next|ahead)|(?:what|how) (?:\w+ ){0,3}(?:could|might|may)|next steps|looking ahead|ahead|paths?|possibilit\w+|risks?|where (?:\w+ ){0,3}(?:from here|next)|forecasts?|predictions?)\b/i;

/** "What are the scenarios?", "what might happen next?", "what should we watch?" */
export function asksOutlook(text: string): boolean {
  return OUTLOOK.test(text);
}

/** Words that ask for an outlook: what stands under a heading over one meets them without saying them. */
const OF_OUTLOOK =
  /^(?:scenarios?|outlook|outcomes?|next|ahead|happens?|happen|watch|expect|coming|comes?|future|possible|possibilit\w+|ways?|look|look out|eye)\b/i;
const UNDER_ITS_HEADING = 0.9;

/** How well a statement meets a word that asks for an outlook, by the heading that it stands under. */
export function meetsOutlook(word: string, statement: Statement): number {
  return OF_OUTLOOK.test(word) && underOutlook(statement) ? UNDER_ITS_HEADING : 0;
}

/** It stands under a heading over what may come. */
export function underOutlook({ heading }: Statement): boolean {
  return heading !== undefined && OUTLOOK_HEADING.test(heading);
}
