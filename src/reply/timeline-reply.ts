import type { Prospect } from '../chronicle/outlook.ts';
import type { Timeline } from '../chronicle/timeline.ts';
import { sourceLine } from './answer-reply.ts';
import { KIND_LABEL } from './kind-label.ts';
import { line, oneLine, type Reply, type ReplyLine } from './reply.ts';

/** What happened when, oldest first; then what was still ahead. */
export function timelineReply({ entries, ahead }: Timeline): Reply {
  const lines: ReplyLine[] = [];
  if (entries.length === 0 && ahead.length === 0) return { lines: [line('note', 'The sources date nothing on that.')] };
  for (const { saidOn, citation, superseded, until, alsoTold } of entries) {
    const sort = citation.kind === 'reported' ? '' : ` (${KIND_LABEL[citation.kind]})`;
    const over = superseded ? ` (superseded${until ? ` on ${until}` : ''})` : '';
    lines.push({
      part: superseded ? 'earlier' : 'support',
      segments: [
        { text: saidOn.padEnd(10), strong: true },
        { text: `  ${oneLine(citation.quote)} ` },
        { text: `[${citation.n}]`, citation: citation.n },
        { text: `${sort}${over}${alsoTold.length > 0 ? ', told too in' : ''}` },
        ...alsoTold.flatMap(({ n }) => [{ text: ' ' }, { text: `[${n}]`, citation: n }]),
      ],
    });
  }
  if (ahead.length > 0) {
    lines.push(line('heading', 'Planned, forecast or in force until'));
    for (const { saidOn, citation } of ahead)
      lines.push({
        part: 'support',
        segments: [
          { text: saidOn.padEnd(10), strong: true },
          { text: `  ${oneLine(citation.quote)} ` },
          { text: `[${citation.n}]`, citation: citation.n },
        ],
      });
  }
  lines.push(line('heading', 'Sources'));
  for (const citation of [...entries.flatMap((e) => [e.citation, ...e.alsoTold]), ...ahead.map((a) => a.citation)])
    lines.push(sourceLine(citation));
  return { lines };
}

const SORT_HEADING: Readonly<Record<Prospect['sort'], string>> = {
  scenario: 'Scenarios',
  forecast: 'Forecasts',
  risk: 'Risks',
};

/** What the sources expect, and what was reported since; the reader judges. */
export function outlookReply(prospects: readonly Prospect[]): Reply {
  if (prospects.length === 0) return { lines: [line('note', 'The sources name no scenario, forecast or risk.')] };
  const lines: ReplyLine[] = [];
  for (const sort of ['scenario', 'forecast', 'risk'] as const) {
    const of = prospects.filter((prospect) => prospect.sort === sort);
    if (of.length > 0) lines.push(line('heading', SORT_HEADING[sort]));
    for (const { citation, since } of of) {
      lines.push({
        part: 'support',
        segments: [
          { text: `${oneLine(citation.quote)} ` },
          { text: `[${citation.n}]`, citation: citation.n },
          { text: citation.saidOn ? ` (${citation.saidOn})` : ' (date not stated)' },
        ],
      });
      for (const report of since)
        lines.push({
          part: 'background',
          segments: [
            {
              text: `  bears on it, ${report.saidOn ?? (report.notBefore ? `not before ${report.notBefore}` : 'date not stated')}: ${oneLine(report.quote)} `,
            },
            { text: `[${report.n}]`, citation: report.n },
          ],
        });
    }
  }
  lines.push(line('heading', 'Sources'));
  for (const { citation, since } of prospects) lines.push(sourceLine(citation), ...since.map(sourceLine));
  return { lines };
}
