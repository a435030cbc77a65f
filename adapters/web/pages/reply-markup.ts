import type { Citation } from '../../../src/answer/answer.ts';
import { oneLine, type Reply, type ReplyLine, type Segment } from '../../../src/reply/reply.ts';
import { list, type Markup, markup, NOTHING } from './layout.ts';

/** Where a citation's words stand, highlighted. */
export function placeOf({ document, start, end }: Pick<Citation, 'document' | 'start' | 'end'>): string {
  return `/sources/${encodeURIComponent(document)}?start=${start}&end=${end}#quote`;
}

/** A reply as markup: words that answer in bold, marks as links to the quoted words, the sources as a list. */
export function replyMarkup(reply: Reply, citations: readonly Citation[]): Markup {
  const cited = new Map(citations.map((citation) => [citation.n, citation]));
  const blocks: Markup[] = [];
  let sources: Markup[] = [];
  const endSources = () => {
    if (sources.length > 0) blocks.push(markup`<ul class="cited">${list(sources)}</ul>`);
    sources = [];
  };
  for (const line of reply.lines) {
    const words = list(line.segments.map((segment) => segmentMarkup(segment, line, cited)));
    if (line.part === 'source') sources.push(markup`<li>${words}</li>`);
    else {
      endSources();
      blocks.push(lineMarkup(line, words));
    }
  }
  endSources();
  return list(blocks);
}

function lineMarkup({ part }: ReplyLine, words: Markup): Markup {
  if (part === 'heading') return markup`<h2>${words}</h2>`;
  return markup`<p class="${part}">${words}</p>`;
}

function segmentMarkup(
  { text, strong, citation: n }: Segment,
  { part }: ReplyLine,
  cited: ReadonlyMap<number, Citation>,
): Markup {
  if (text === '') return NOTHING;
  if (strong) return markup`<strong>${withDates(text)}</strong>`;
  const citation = n === undefined ? undefined : cited.get(n);
  if (!citation) return withDates(text);
  // Beside the name of its document a mark is a number; in a sentence it says where it leads.
  const label = part === 'source' ? `${text} the quoted words` : `${text} ${oneLine(citation.title)}`;
  return markup`<a class="mark" href="${placeOf(citation)}" aria-label="${label}">${text}</a>`;
}

/** A date is not broken at its hyphens. */
function withDates(text: string): Markup {
  const parts = text.split(/(\b\d{4}-\d\d(?:-\d\d)?\b)/);
  return list(parts.map((part, i) => (i % 2 === 1 ? markup`<time>${part}</time>` : markup`${part}`)));
}
