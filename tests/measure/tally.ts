/** Counts of judged rows, the measures made of them, and the table that shows both. */
import type { Judgement, Row } from './judge.ts';

export interface JudgedRow {
  readonly row: Row;
  readonly judgement: Judgement;
  /** `answered`, `declined`, or a verdict. */
  readonly outcome: string;
}

/** What is held against the bars of `eval.ts`. Shares from 0 to 1. */
export type Measure =
  | 'lead right'
  | 'expected cited'
  | 'answerable wrongly declined'
  | 'unanswerable declined'
  | 'off-topic declined'
  | 'as-of right'
  | 'verdicts right'
  | 'false claims "supported"';

/** Measures of which less is better. */
export const FAULTS: ReadonlySet<Measure> = new Set(['answerable wrongly declined', 'false claims "supported"']);

export interface Share {
  readonly of: number;
  readonly count: number;
}

type Counts = (one: JudgedRow) => boolean;

const isClaim: Counts = ({ row }) => row.claim !== undefined;
const isQuestion: Counts = ({ row }) => row.claim === undefined;
const answerable: Counts = (one) => isQuestion(one) && one.row.expect === 'answered';
const declined: Counts = ({ outcome }) => outcome === 'declined';
const right: Counts = ({ judgement }) => judgement.right;

/** Of which rows each measure is a share, and which of them count. */
const MEASURES: readonly (readonly [Measure, of: Counts, counted: Counts])[] = [
  ['lead right', ({ judgement }) => judgement.leadRight !== undefined, ({ judgement }) => judgement.leadRight === true],
  ['expected cited', ({ judgement }) => judgement.cited !== undefined, ({ judgement }) => judgement.cited === true],
  ['answerable wrongly declined', answerable, declined],
  ['unanswerable declined', ({ row }) => row.kind === 'unanswerable' && row.expect === 'declined', declined],
  ['off-topic declined', ({ row }) => row.kind === 'off topic' && row.expect === 'declined', declined],
  ['as-of right', (one) => isQuestion(one) && (one.row.kind === 'as of' || one.row.asOf !== undefined), right],
  ['verdicts right', isClaim, right],
  [
    'false claims "supported"',
    (one) => isClaim(one) && one.row.expect !== 'supported',
    ({ outcome }) => outcome === 'supported',
  ],
];

/** Every measure for which there are rows. */
export function measure(rows: readonly JudgedRow[]): ReadonlyMap<Measure, Share> {
  const shares = new Map<Measure, Share>();
  for (const [name, of, counted] of MEASURES) {
    const among = rows.filter(of);
    if (among.length > 0) shares.set(name, { of: among.length, count: among.filter(counted).length });
  }
  return shares;
}

/** One line a kind: rows, right, lead, cited, wrongly declined. */
export function tableByKind(rows: readonly JudgedRow[]): string {
  const kinds = [...new Set(rows.map(({ row }) => row.kind))];
  const lines = kinds.map((kind) => {
    const those = rows.filter(({ row }) => row.kind === kind);
    const shares = measure(those);
    const cell = (name: Measure) => fraction(shares.get(name));
    return [
      kind,
      fraction({ of: those.length, count: those.filter(right).length }),
      cell('lead right'),
      cell('expected cited'),
      cell('answerable wrongly declined'),
    ];
  });
  const all = ['all', fraction({ of: rows.length, count: rows.filter(right).length }), '', '', ''];
  return columns([['kind', 'right', 'lead', 'cited', 'wrongly declined'], ...lines, all]);
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function fraction(share: Share | undefined): string {
  return share ? `${share.count}/${share.of}` : '';
}

/** "95.1 % (98/103)". */
export function percent({ of, count }: Share): string {
  return `${((100 * count) / of).toFixed(1)} % (${count}/${of})`;
}
