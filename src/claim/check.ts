import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import type { IsoDate } from '../model.ts';
import { cleanUtterance, MAX_QUESTION_CHARACTERS } from '../question/read.ts';
import { withoutFrame } from './assertion.ts';
import { checkAdvice } from './check-advice.ts';
import { checkPart } from './check-part.ts';
import { citedVerdict } from './cited-verdict.ts';
import { withNames } from './description.ts';
import { readPart } from './part.ts';
import { splitClaim } from './split-claim.ts';
import type { PartVerdict, Verdict } from './verdict.ts';

export interface CheckRequest {
  readonly claim: string;
  readonly asOf?: IsoDate;
}

export interface Checked {
  readonly verdict: Verdict;
  readonly citations: readonly Citation[];
  readonly parts: readonly PartVerdict[];
  readonly asOf?: IsoDate;
  /** Set where there was nothing to check: why, in a sentence. */
  readonly because?: string;
}

/** The weaker verdict comes later. */
const STRENGTH: readonly Verdict[] = ['supported', 'outdated', 'not-found', 'contradicted'];

/** Holds a claim against the corpus, part by part; the whole gets the verdict of its weakest part. */
export function checkClaim({ claim, asOf }: CheckRequest, answering: Answering): Checked {
  const { knowledge } = answering;
  const day = asOf ?? knowledge.corpus.newest;
  const base = { ...(day && { asOf: day }) };
  const text = cleanUtterance(claim);
  const because = refusal(text);
  if (because) return { verdict: 'not-found', citations: [], parts: [], because, ...base };
  const numbered: Citation[] = [];
  const advice = checkAdvice(text, asOf, knowledge);
  if (advice) {
    const part = citedVerdict(text, advice.verdict, advice.found, numbered, answering);
    return { verdict: part.verdict, citations: numbered, parts: [part], ...base };
  }
  const parts = splitClaim(withoutFrame(text)).map((words) => ({
    ...checkPart(readPart(withNames(words, knowledge), knowledge), asOf, answering, numbered),
    part: words,
  }));
  const worst = parts.reduce(
    (a, b) => (STRENGTH.indexOf(b.verdict) > STRENGTH.indexOf(a.verdict) ? b : a),
    parts[0] ?? { verdict: 'not-found' as const },
  );
  return { verdict: worst.verdict, citations: numbered, parts, ...base };
}

function refusal(text: string): string | undefined {
  if (text === '') return 'There is no claim. Write one as a sentence.';
  if (text.length > MAX_QUESTION_CHARACTERS)
    return `The claim has ${text.length} characters; at most ${MAX_QUESTION_CHARACTERS} are read. Shorten it.`;
  if (!/\p{L}\P{L}+\p{L}/u.test(text)) return 'That is no claim: write a sentence that says something, with a verb.';
  if (/\?\s*$/.test(text)) return 'That is a question. Ask it, or write what it claims as a sentence.';
  return undefined;
}
