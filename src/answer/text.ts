import type { Knowledge } from '../statement/knowledge.ts';
import type { Answered, Citation, Declined } from './answer.ts';

const KIND_LABEL: Record<Citation['kind'], string> = {
  reported: 'reported', quotation: 'quoted', definition: 'definition', analysis: 'analysis', advice: 'advice', forecast: 'forecast',
};

/** An answer as plain text: what a screen reader reads and what a terminal without colours shows. */
export function renderText(answer: Answered | Declined, knowledge: Knowledge): string {
  return answer.outcome === 'answered' ? renderAnswered(answer, knowledge) : renderDeclined(answer, knowledge);
}

function renderAnswered(answer: Answered, knowledge: Knowledge): string {
  const lines: string[] = [];
  if (answer.short) lines.push(`${answer.short}.`.replace(/\.\.$/, '.'));
  for (const statement of answer.statements) {
    const label = statement.role === 'earlier' ? `Held before${statement.until ? `, until ${statement.until}` : ''}: ` : statement.role === 'disagrees' ? 'Another source differs: ' : '';
    const citation = answer.citations[statement.citation - 1];
    const sort = citation && citation.kind !== 'reported' && citation.kind !== 'quotation' ? ` (${KIND_LABEL[citation.kind]})` : '';
    lines.push(`${label}“${oneLine(statement.quote)}” [${statement.citation}]${sort}`);
  }
  lines.push('', 'Sources', ...answer.citations.map((c) => sourceLine(c)));
  if (answer.asOf) lines.push(reachLine(answer.asOf, knowledge));
  return lines.join('\n');
}

/** "[1] Title, publisher, date · sort · via host". */
export function sourceLine(citation: Citation): string {
  const said = citation.saidOn ? `speaks of ${citation.saidOn}` : 'date not stated';
  const via = citation.attributedTo.length > 0 ? ` · names ${citation.attributedTo.join(', ')}` : '';
  return `[${citation.n}] ${[citation.title, citation.publisher ?? 'publisher not stated'].join(', ')} · ${said} · ${KIND_LABEL[citation.kind]}${via}`;
}

function reachLine(asOf: string, knowledge: Knowledge): string {
  const { newest } = knowledge.corpus;
  return asOf === newest || !newest ? `As of ${asOf}, the newest date that the sources report.` : `As of ${asOf}; the sources reach to ${newest}.`;
}

function renderDeclined(answer: Declined, knowledge: Knowledge): string {
  const { documents, newest } = knowledge.corpus;
  const reach = `${documents.length} document${documents.length === 1 ? '' : 's'}${newest ? `, reaching to ${newest}` : ''}`;
  const lines = [
    answer.reason === 'not-a-question'
      ? `That is not a question that I can look up. Ask about what the sources cover (${reach}).`
      : answer.reason === 'off-topic'
        ? `The sources say nothing about that. I searched ${reach}.`
        : `The sources do not answer that. I searched ${reach}.`,
  ];
  if (answer.nearest.length > 0) lines.push('What comes nearest:', ...answer.nearest.map((c) => `“${oneLine(c.quote)}” [${c.n}] ${c.title}${c.saidOn ? `, ${c.saidOn}` : ''}`));
  return lines.join('\n');
}

export function oneLine(quote: string): string {
  return quote.replace(/\s+/g, ' ');
}
