import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { firmestPlaces, placesOfNeed } from './places.ts';
import type { Relation } from './relation.ts';

/** Words after a cue in which what ended is named. */
const WITHIN_WORDS = 5;
/** Room for " up" after a verb. */
const PARTICLE = 5;
const LEAVES = /^(?:left|(?:will |is to |to )?leave|step|resign|depart|dismiss|fired|ousted|retir)/i;
/** A figure that drops is no end. */
const FALLS_BY = /^ (?:by |to |from |about |around |below |some |another )?[$€£¥]?\d|^[.,]/;

/** "Announced the end of Sunday opening", and not "at the end of the year". */
const END_OF =
  /\b(?<!\b(?:at|by|before|until|since|from|towards?|near) )(?:the|an) (?:end|closure|abolition|scrapping|cancellation|withdrawal|lifting|repeal|suspension) (?:of|to) (?!(?:the |this |next |last )?(?:day|week|month|quarter|year|season|term|decade|century|\d|January|February|March|April|May|June|July|August|September|October|November|December)\b)/giu;

/** "Its decision to drop the probe", "agreed to end". */
const DECIDED_TO_END =
  /\b(?:decision(?: (?:of|by) [^,.;]{2,30}?)?|decided|agreed|chose|voted|resolved|move|moved|ordered|opted) to (?:drop|end|scrap|cancel|terminate|lift|abandon|withdraw|revoke|repeal|call off|shelve|abolish|discontinue|close|give up|stop|waive) (?=\p{Ll})/giu;

/** What is suspended does not hold for the time being, and nothing comes of what will not be. */
const SUSPENDS =
  /\b(?:suspend(?:s|ed|ing)?|halt(?:s|ed|ing)|freez(?:es|ing)|froze|nothing (?:will come|comes|came) of|put an end to|puts an end to|do(?:es)? away with|did away with|pulled the plug on) (?=\p{Ll}|\p{Lu})/giu;

/** It says of what the claim tells that it was dropped, scrapped, called off, or of the person that another came. */
export function endsMatter(part: ClaimPart, view: StatementView, relation: Relation | undefined): boolean {
  const { named, turns } = endsIn(view);
  if (named.length === 0 && turns.length === 0) return false;
  // Where the very thing is told, as “shares fell, the day after it ended its hold”, no near word is the thing as well.
  const places = relation?.byVerb ? firmestPlaces : placesOfNeed;
  const at = (name: boolean) => new Set(part.needs.flatMap((need) => (need.name === name ? places(need, view) : [])));
  const [words, names] = [at(false), at(true)];
  // "Its decision to drop the probe": that it dropped it is what is claimed.
  const base = part.predicate?.base ?? part.verb ?? '';
  const isClaimed = (start: number, end: number) => view.text.slice(start, end).endsWith(` to ${base} `);
  if (named.some(({ start, end, after }) => !isClaimed(start, end) && holds(after, words, view))) return true;
  return turns.some(({ sort, start, end, after }) => {
    const cue = view.text.slice(start, end);
    // The verb that is claimed is itself such a word.
    if (
      relation?.byVerb &&
      relation.verbStart - PARTICLE <= start &&
      end <= relation.verbStart + relation.verb.length + PARTICLE
    )
      return false;
    if (sort === 'succeeded') {
      // "When Ada Holm retired": whoever stands right before it has left.
      if (LEAVES.test(cue) && names.has(after - cue.split(' ').length - 1)) return words.size > 0;
      return names.has(after) ? /^(?:replac|succe)/i.test(cue) : LEAVES.test(cue) && holds(after, words, view);
    }
    // What was opened up is no more one's alone, and goes on.
    return !/^opened up$/i.test(cue) && !FALLS_BY.test(view.text.slice(end)) && holds(after, words, view);
  });
}

/** Where a statement tells ends, whatever is claimed: the tokens right after a noun, and turns with the tokens after them. */
const endsIn = remembered((view: StatementView) => {
  const tokenFrom = (offset: number) => view.tokens.findIndex((token) => token.start >= offset);
  return {
    named: [END_OF, DECIDED_TO_END, SUSPENDS]
      .flatMap((cue) => [...view.text.matchAll(cue)])
      .flatMap((match) => {
        const end = match.index + match[0].length;
        const after = tokenFrom(end);
        return after >= 0 ? [{ start: match.index, end, after }] : [];
      }),
    turns: view.turns
      .filter(({ sort }) => sort === 'ended' || sort === 'succeeded')
      .map((turn) => {
        const next = tokenFrom(turn.end);
        return { ...turn, after: next < 0 ? view.tokens.length : next };
      }),
  };
});

/** One of the words stands right after, in the same clause. */
function holds(from: number, words: ReadonlySet<number>, view: StatementView): boolean {
  for (let i = from; i < Math.min(view.tokens.length, from + WITHIN_WORDS); i += 1) {
    if (/^(?:and|but|or|while)$/.test(view.tokens[i]?.word ?? '')) return false;
    if (words.has(i)) return true;
  }
  return false;
}
