import { z } from 'zod';
import { isDay } from '../src/calendar/iso.ts';

/** The requests of the contract, as lines of a batch and as bodies of the web interface. What they hold beyond it is ignored. */

const id = z.union([z.string(), z.number()]).optional();
const asOf = z.string().refine(isDay, 'asOf must be a day of the calendar, YYYY-MM-DD').nullish();

export const askRequest = z.object({
  id,
  turns: z
    .array(z.string(), 'turns must be a list of strings, oldest first')
    .min(1, 'turns must hold at least one question'),
  asOf,
});
export const checkRequest = z.object({ id, claim: z.string('claim must be a string'), asOf });
export const searchRequest = z.object({ id, query: z.string('query must be a string'), asOf });

/** One line of a batch, or what is wrong with it. */
export type Parsed<T> = { readonly request: T } | { readonly id?: string | number; readonly error: string };

export function parseLine<T>(schema: z.ZodType<T>, line: string): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'The line is not JSON; write one object a line.' };
  }
  return parseRequest(schema, value);
}

/** A request as its schema has it, or what is wrong with it first. */
export function parseRequest<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const read = schema.safeParse(value);
  if (read.success) return { request: read.data };
  const known = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  const issue = read.error.issues[0];
  const error =
    `${issue?.path.join('.') ? `${issue.path.join('.')}: ` : ''}${issue?.message ?? 'not a request'}.`.replace(
      /\.\.$/,
      '.',
    );
  return { ...((typeof known === 'string' || typeof known === 'number') && { id: known }), error };
}
