/** Judges answers and verdicts against labelled rows, as `docs/evaluation.md` describes. */

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly turns?: readonly string[];
  readonly claim?: string;
  readonly expect: string;
  readonly mustSay?: readonly string[];
  readonly mustCiteOneOf?: readonly string[];
  readonly leadOneOf?: readonly string[];
  readonly mustNotSay?: readonly string[];
  readonly asOf?: string;
}

interface Cited {
  readonly outcome: string;
  readonly text: string;
  readonly statements?: readonly { readonly role: string; readonly quote: string }[];
  readonly citations?: readonly { readonly quote: string }[];
}

export interface Judgement {
  readonly right: boolean;
  readonly why: readonly string[];
  /** Set where the row expects an answer and names statements. */
  readonly leadRight?: boolean;
  readonly cited?: boolean;
}

const normal = (text: string) =>
  text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[‑–]/g, '-').replace(/\s+/g, ' ').toLowerCase();
export const holds = (quote: string, one: string) => normal(quote).includes(normal(one));

export function judgeAnswer(row: Row, answer: Cited): Judgement {
  const why: string[] = [];
  const quotes = (answer.citations ?? []).map((c) => c.quote);
  const lead = answer.statements?.find((s) => s.role === 'lead')?.quote ?? '';
  const expected = row.mustCiteOneOf ?? [];
  const named = row.expect === 'answered' && expected.length > 0;
  const leadRight = lead !== '' && [...expected, ...(row.leadOneOf ?? [])].some((one) => holds(lead, one));
  const cited = quotes.some((quote) => expected.some((one) => holds(quote, one)));
  if (row.expect !== 'any' && answer.outcome !== row.expect) why.push(answer.outcome);
  if (answer.outcome === 'answered' && row.expect === 'answered') {
    if (named && !cited) why.push('cites none of the expected');
    if (row.leadOneOf?.length && !row.leadOneOf.some((one) => holds(lead, one))) why.push('wrong lead');
    for (const pattern of row.mustSay ?? [])
      if (!new RegExp(pattern, 'i').test(answer.text)) why.push(`does not say /${pattern}/`);
  }
  for (const pattern of row.mustNotSay ?? []) {
    if (answer.outcome === 'answered' && new RegExp(pattern, 'i').test(answer.text + quotes.join('\n')))
      why.push(`says /${pattern}/`);
  }
  return { right: why.length === 0, why, ...(named && { leadRight, cited }) };
}

interface Judged {
  readonly verdict: string;
  readonly citations: readonly { readonly quote: string }[];
}

/** A verdict is right when it is the expected one and shows an expected statement, where the row names any. */
export function judgeVerdict(row: Row, { verdict, citations }: Judged): Judgement {
  const expected = row.mustCiteOneOf ?? [];
  const why: string[] = [];
  if (verdict !== row.expect) why.push(verdict);
  else if (expected.length > 0 && !citations.some(({ quote }) => expected.some((one) => holds(quote, one))))
    why.push('cites none of the expected');
  return { right: why.length === 0, why };
}
