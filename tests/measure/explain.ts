/** Shows a row that went wrong, and what the system made of it: for working on the open sets. */
import { type Answering, consider } from '../../src/answer/ask.ts';
import { makeMatcher } from '../../src/answer/match.ts';
import { compare } from '../../src/claim/compare.ts';
import { readPart } from '../../src/claim/part.ts';
import { splitClaim } from '../../src/claim/split-claim.ts';
import type { Need } from '../../src/question/question.ts';
import { holds } from './judge.ts';
import type { JudgedRow } from './tally.ts';

const SHOWN = 2;

export function explain(one: JudgedRow, answering: Answering): string {
  const { row, judgement, outcome } = one;
  const said = row.claim ?? row.turns?.join(' ⟶ ') ?? '';
  const head = `- ${row.id} [${row.kind}] ${said}${row.asOf ? ` (as of ${row.asOf})` : ''}`;
  const why = `    ${judgement.why.join('; ') || 'right, with another lead'}; wanted ${row.expect}, got ${outcome}`;
  return [
    head,
    why,
    ...(row.claim === undefined ? explainAnswer(one, answering) : explainVerdict(row.claim, answering)),
  ].join('\n');
}

function explainAnswer({ row }: JudgedRow, answering: Answering): string[] {
  const { question, ranked, confidence } = consider(
    { turns: row.turns ?? [], ...(row.asOf && { asOf: row.asOf }) },
    answering,
  );
  const expected = [...(row.leadOneOf ?? []), ...(row.mustCiteOneOf ?? [])];
  const at = ranked.findIndex(({ view }) => expected.some((one) => holds(view.text, one)));
  const wanted = ranked[at];
  return [
    `    read as ${question.kind}, confidence ${confidence.toFixed(2)}, needs ${question.needs.map(needText).join(' ')}`,
    ...(row.expect === 'answered' ? [`    wanted: ${expected.slice(0, 4).join(' | ')}`] : []),
    ...(wanted
      ? [
          `    stands at ${at + 1}, score ${wanted.score.toFixed(2)}, coverage ${wanted.match.coverage.toFixed(2)}, fit ${wanted.fit.fit}`,
        ]
      : []),
    ...ranked
      .slice(0, SHOWN)
      .map(
        ({ score, match, fit, view }) =>
          `    ${score.toFixed(2)} coverage ${match.coverage.toFixed(2)}/${match.ownCoverage.toFixed(2)} fit ${fit.fit} ${view.text.slice(0, 130)}`,
      ),
  ];
}

function explainVerdict(claim: string, { knowledge }: Answering): string[] {
  return splitClaim(claim).flatMap((words) => {
    const part = readPart(words, knowledge);
    const match = makeMatcher(part.needs, knowledge);
    const compared = knowledge.views
      .map((view) => compare(part, view, match(view), knowledge))
      .sort((a, b) => b.match.ownCoverage - a.match.ownCoverage);
    return [
      `    part "${words}": ${part.certainty}${part.negated ? ', negated' : ''}${part.exclusive ? ', exclusive' : ''}${part.past ? ', past' : ''}, needs ${part.needs.map(needText).join(' ')}`,
      ...compared
        .slice(0, SHOWN)
        .map(
          ({ match, silent, different, view }) =>
            `      ${match.ownCoverage.toFixed(2)} silent [${silent.join(', ')}] different [${different.join(', ')}] ${view.text.slice(0, 140)}`,
        ),
    ];
  });
}

function needText({ word, weight, unknown, name, inherited }: Need): string {
  return `${word}${unknown ? '?' : ''}${name ? '!' : ''}${inherited ? '^' : ''}:${weight.toFixed(2)}`;
}
