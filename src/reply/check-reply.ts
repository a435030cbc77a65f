import type { Checked } from '../claim/check.ts';
import type { Difference } from '../claim/difference.ts';
import type { PartVerdict, Verdict } from '../claim/verdict.ts';
import { type Reach, sourceLine } from './answer-reply.ts';
import { KIND_LABEL } from './kind-label.ts';
import { line, oneLine, type Reply, type ReplyLine } from './reply.ts';

const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  outdated: 'Outdated',
  'not-found': 'Not found',
};

const DIFFERENCE_LABEL: Readonly<Record<Difference, string>> = {
  amount: 'the amount',
  date: 'the date',
  name: 'whom it concerns',
  roles: 'who does it to whom',
  negation: 'whether it is so',
  exclusivity: 'whether it is for one alone',
  opposite: 'what happened',
  certainty: 'how certain it is',
};

/** The verdict on a claim, with the statements that show it. */
export function checkReply(checked: Checked, reach: Reach): Reply {
  if (checked.because) return { lines: [line('note', checked.because)] };
  const lines: ReplyLine[] = [
    {
      part: 'short',
      segments: [{ text: VERDICT_LABEL[checked.verdict], strong: true }, { text: explain(checked, reach) }],
    },
  ];
  for (const part of checked.parts) {
    if (checked.parts.length > 1)
      lines.push(
        line(
          'note',
          `${part.part.replace(/[.\s]+$/, '')}: ${VERDICT_LABEL[part.verdict].toLowerCase()}${detail(part)}.`,
        ),
      );
    for (const citation of part.citations) {
      const sort =
        citation.kind === 'reported' || citation.kind === 'quotation' ? '' : `${KIND_LABEL[citation.kind]}: `;
      lines.push({
        part: 'support',
        segments: [
          { text: `${sort.charAt(0).toUpperCase()}${sort.slice(1)}“${oneLine(citation.quote)}” ` },
          { text: `[${citation.n}]`, citation: citation.n },
        ],
      });
    }
  }
  if (checked.citations.length > 0)
    lines.push(
      line('heading', checked.citations.length === 1 ? 'Source' : 'Sources'),
      ...checked.citations.map(sourceLine),
    );
  if (checked.asOf)
    lines.push(
      line(
        'reach',
        checked.asOf === reach.newest
          ? `As of ${checked.asOf}, the newest date that the sources report.`
          : `As of ${checked.asOf}. The sources reach to ${reach.newest ?? 'an unknown date'}.`,
      ),
    );
  return { lines };
}

function explain(checked: Checked, reach: Reach): string {
  const only = checked.parts.length === 1 ? checked.parts[0] : undefined;
  switch (checked.verdict) {
    case 'supported':
      return ' by the sources.';
    case 'not-found':
      return only
        ? `: none of the ${reach.documents} documents says this or its contrary.`
        : ': the sources do not say all of it.';
    default:
      return only ? `${detail(only)}.` : ' in part.';
  }
}

function detail(part: PartVerdict): string {
  if (part.verdict === 'outdated')
    return part.until ? `: it held until ${part.until}` : ': it held once, and no longer does';
  if (part.verdict === 'contradicted' && part.different.includes('opposite')) return ': the sources say the opposite';
  if (part.verdict === 'contradicted' && part.different.length > 0)
    return `: what differs is ${part.different.map((d) => DIFFERENCE_LABEL[d]).join(' and ')}`;
  return '';
}
