import { styleText } from 'node:util';
import type { Reply, ReplyLine, Segment } from '../../src/reply/reply.ts';

/** What the terminal that is written to can show. */
export interface Screen {
  readonly stream: NodeJS.WriteStream;
  /** Addresses of documents to link to, by citation number; none where the terminal has no links. */
  readonly links: ReadonlyMap<number, string>;
}

type Style = Parameters<typeof styleText>[0];

const PART_STYLE: Partial<Record<ReplyLine['part'], Style>> = {
  earlier: 'dim',
  source: 'dim',
  reach: 'dim',
  heading: 'bold',
  nearest: 'dim',
};

/** A reply for a person: colours where the terminal has them (never in a pipe, nor with NO_COLOR), else plain. */
export function renderReply(reply: Reply, { stream, links }: Screen): string {
  const style = (format: Style, text: string) => styleText(format, text, { stream });
  const segment = ({ text, strong, citation }: Segment) => {
    const shown = strong ? style('bold', text) : citation !== undefined ? style('cyan', text) : text;
    const address = citation === undefined ? undefined : links.get(citation);
    return address ? hyperlink(shown, address) : shown;
  };
  const lines: string[] = [];
  for (const { part, segments } of reply.lines) {
    if (part === 'heading') lines.push('');
    const text = segments.map(segment).join('');
    const format = PART_STYLE[part];
    lines.push(format ? style(format, text) : text);
  }
  return lines.join('\n').trim();
}

/** An OSC 8 hyperlink (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). */
function hyperlink(text: string, address: string): string {
  return `\u001B]8;;${address}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** Links are written where colours are: to a terminal, unless it is known to show the codes. */
export function hasLinks(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb' && environment.TERM !== 'linux';
}
