import { z } from 'zod';
import type { StatementKind } from '../model.ts';
import type { CorpusState, KnownStatement } from './state.ts';

/** Raised whenever a state is written otherwise: one of another form is not read, and its channel gets a briefing anew. */
const FORM = 1;

const KINDS = [
  'reported',
  'quotation',
  'definition',
  'analysis',
  'advice',
  'forecast',
] as const satisfies readonly StatementKind[];

/** A statement is a row without names, and stands under its document: a state of a large corpus is millions of characters. */
const written = z.object({
  form: z.literal(FORM),
  version: z.string(),
  newest: z.string().optional(),
  documents: z.array(
    z.tuple([z.string(), z.array(z.tuple([z.string(), z.enum(KINDS), z.string().nullable(), z.string().nullable()]))]),
  ),
});

/** The state as JSON, the statements of a document together. */
export function writeState({ version, newest, statements }: CorpusState): string {
  const documents = new Map<string, z.infer<typeof written>['documents'][number][1]>();
  for (const { document, quote, kind, saidOn, until } of statements) {
    const rows = documents.get(document) ?? [];
    documents.set(document, rows);
    rows.push([quote, kind, saidOn ?? null, until ?? null]);
  }
  return JSON.stringify({ form: FORM, version, ...(newest && { newest }), documents: [...documents] });
}

/** The state that was written; undefined where it is of another form or no state. Statements stand in the order of their documents. */
export function readState(text: string): CorpusState | undefined {
  const parsed = written.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { version, newest, documents } = parsed.data;
  const statements = documents.flatMap(([document, rows]) =>
    rows.map(
      ([quote, kind, saidOn, until]): KnownStatement => ({
        document,
        quote,
        kind,
        ...(saidOn !== null && { saidOn }),
        ...(until !== null && { until }),
      }),
    ),
  );
  return { version, ...(newest !== undefined && { newest }), statements };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
