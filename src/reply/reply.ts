/**
 * What is posted, whatever the platform: lines of text with the words to be shown strong and the citations to be shown
 * as marks. A platform renders it and adds no wording of its own.
 */

export interface Segment {
  readonly text: string;
  /** These words answer the question. */
  readonly strong?: boolean;
  /** The number of the citation that the text is a mark of. */
  readonly citation?: number;
  /** The address that the text leads to; the text is that address, so that it can be read without. */
  readonly link?: string;
}

export interface ReplyLine {
  readonly part:
    | 'short'
    | 'lead'
    | 'support'
    | 'earlier'
    | 'disagrees'
    | 'background'
    | 'note'
    | 'heading'
    | 'source'
    | 'nearest'
    | 'reach';
  readonly segments: readonly Segment[];
}

export interface Reply {
  readonly lines: readonly ReplyLine[];
}

/** The reply as plain text: what a screen reader reads and what a pipe gets. */
export function plainText(reply: Reply): string {
  const out: string[] = [];
  for (const { part, segments } of reply.lines) {
    if (part === 'heading') out.push('');
    out.push(segments.map((segment) => segment.text).join(''));
  }
  return out.join('\n').trim();
}

/** A line without marks. */
export function line(part: ReplyLine['part'], text: string): ReplyLine {
  return { part, segments: [{ text }] };
}

/** A quote as it is shown: the line breaks of its document are spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
