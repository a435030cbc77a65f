import { z } from 'zod';
import { MAX_QUESTION_CHARACTERS } from '../../src/question/read.ts';
import { askRequest, checkRequest, searchRequest } from '../requests.ts';

/**
 * What the JSON interface takes and gives: the contract's shapes. Requests are validated by these schemas, and
 * `/api/openapi.json` is made of them.
 */

/** More turns than these are no conversation that anybody leans on. */
const MOST_TURNS = 50;
const MOST_HITS = 1000;

const text = (what: string) =>
  z
    .string(`${what} must be a string`)
    .max(MAX_QUESTION_CHARACTERS, `${what} may have ${MAX_QUESTION_CHARACTERS} characters`);

export const askBody = askRequest.extend({
  turns: z
    .array(text('each turn'), 'turns must be a list of strings, oldest first')
    .min(1, 'turns must hold at least one question')
    .max(MOST_TURNS, `turns may hold ${MOST_TURNS} at most; leave the oldest out`),
});
export const checkBody = checkRequest.extend({ claim: text('claim') });
export const searchBody = searchRequest.extend({
  query: text('query'),
  limit: z.int().min(1).max(MOST_HITS, `limit must be from 1 to ${MOST_HITS}`).default(10),
});

const isoDate = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);
const kind = z.enum(['reported', 'quotation', 'definition', 'analysis', 'advice', 'forecast']);
const precision = z.enum(['day', 'month', 'quarter', 'year']);
const requestId = z.union([z.string(), z.number()]).optional();
const offset = z.int().min(0);

const citation = z.strictObject({
  n: z.int().min(1),
  document: z.string(),
  title: z.string(),
  publisher: z.string().optional(),
  start: offset,
  end: offset,
  quote: z.string(),
  saidOn: isoDate.optional(),
  notBefore: isoDate.optional(),
  attributedTo: z.array(z.string()),
  kind,
});

const answerBase = {
  id: requestId,
  text: z.string(),
  confidence: z.number().min(0).max(1),
  asOf: isoDate.optional(),
  corpus: z.string(),
  tookMs: z.number(),
};

const answered = z.strictObject({
  ...answerBase,
  outcome: z.literal('answered'),
  statements: z
    .array(
      z.strictObject({
        role: z.enum(['lead', 'support', 'earlier', 'disagrees', 'background']),
        quote: z.string(),
        citation: z.int().min(1),
        marked: z.array(z.array(offset).length(2)).optional(),
        until: isoDate.optional(),
        since: isoDate.optional(),
      }),
    )
    .min(1),
  citations: z.array(citation).min(1),
  short: z.string().optional(),
  notes: z.array(z.string()),
  followUps: z.array(z.string()),
});

const declined = z.strictObject({
  ...answerBase,
  outcome: z.literal('declined'),
  reason: z.enum(['not-in-sources', 'off-topic', 'not-a-question']),
  because: z.string(),
  nearest: z.array(citation),
});

export const answerShape = z.discriminatedUnion('outcome', [answered, declined]);

const verdict = z.enum(['supported', 'contradicted', 'outdated', 'not-found']);

export const verdictShape = z.strictObject({
  id: requestId,
  verdict,
  text: z.string(),
  citations: z.array(citation),
  parts: z.array(
    z.strictObject({
      part: z.string(),
      verdict,
      different: z.array(z.enum(['amount', 'date', 'name', 'negation', 'exclusivity', 'opposite', 'certainty'])),
      citations: z.array(z.int().min(1)),
    }),
  ),
  asOf: isoDate.optional(),
});

export const hitsShape = z.strictObject({
  id: requestId,
  hits: z.array(z.strictObject({ document: z.string(), start: offset, end: offset, score: z.number() })),
});

const knownBy = z.enum(['front matter', 'manifest', 'first line', 'opening words', 'file name']);

export const sourcesShape = z.strictObject({
  corpus: z.string(),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      titleKnownBy: knownBy,
      publisher: z.string().optional(),
      published: isoDate.optional(),
      publishedKnownBy: z.enum(['front matter', 'dateline', 'dateline, its year from context']).optional(),
      notBefore: isoDate.optional(),
      kind: z.enum(['news', 'analysis', 'commentary', 'digest']).optional(),
      url: z.string().optional(),
      tags: z.array(z.string()),
      tickers: z.array(z.string()),
      sha256: z.string(),
      text: z.string(),
    }),
  ),
});

export const timelineShape = z.strictObject({
  entries: z.array(
    z.strictObject({
      saidOn: isoDate,
      precision,
      citation,
      superseded: z.boolean(),
      until: isoDate.optional(),
      alsoTold: z.array(citation),
    }),
  ),
  ahead: z.array(z.strictObject({ saidOn: isoDate, precision, citation })),
});

export const outlookShape = z.strictObject({
  prospects: z.array(
    z.strictObject({ sort: z.enum(['scenario', 'forecast', 'risk']), citation, since: z.array(citation) }),
  ),
});

export const errorShape = z.strictObject({
  error: z.string().describe('one line: what was wrong and what to do'),
  errorId: z.string().optional().describe('of a fault of the service: the id under which it stands in the log'),
});
