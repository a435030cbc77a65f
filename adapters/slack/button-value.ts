import { z } from 'zod';
import { isDay } from '../../src/calendar/iso.ts';
import type { SourceRequest } from '../../src/chat/request.ts';
import { BUTTON_VALUE_MAX } from './limits.ts';

/**
 * What a button carries: all that its click needs, since the store may be away and another replica may get it. `v` is
 * the version of these shapes; a button of an older message that no longer fits gets a friendly line.
 */

const day = z.string().refine(isDay);
const words = z.string().max(BUTTON_VALUE_MAX);

const request = z.object({
  sort: z.enum(['ask', 'check', 'timeline', 'outlook', 'sources', 'help']),
  text: words,
  asOf: day.optional(),
});

const place = z.object({ v: z.literal(1), document: z.string(), start: z.int().min(0), end: z.int().min(0) });
const again = z.object({ v: z.literal(1), request, page: z.int().min(0) });
const question = z.object({ v: z.literal(1), question: words });
const feedback = z.object({
  v: z.literal(1),
  answer: z.string().max(64),
  verdict: z.enum(['helpful', 'not-helpful']),
});

const subscription = z.object({ v: z.literal(1), subscription: z.string().max(64) });
const watch = z.union([
  z.object({ v: z.literal(1), answer: z.string().max(64) }),
  z.object({ v: z.literal(1), question: words, asOf: day.optional() }),
]);

export type PlaceValue = z.infer<typeof place>;
export type AgainValue = z.infer<typeof again>;

const SHAPES = { place, again, question, feedback, subscription, watch } as const;
type Shapes = typeof SHAPES;

/** The value as text; undefined where it is too long for a button, which is then left out. */
export function writeValue(value: object): string | undefined {
  const written = JSON.stringify({ v: 1, ...value });
  return written.length <= BUTTON_VALUE_MAX ? written : undefined;
}

/** Undefined for a value that this version cannot read. */
export function readValue<Shape extends keyof Shapes>(
  shape: Shape,
  value: string | undefined,
): z.infer<Shapes[Shape]> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value ?? '');
  } catch {
    return undefined;
  }
  const read = SHAPES[shape].safeParse(parsed);
  return read.success ? (read.data as z.infer<Shapes[Shape]>) : undefined;
}

/** The request that a value holds, as the chat reads one. */
export function requestOf({ request: { sort, text, asOf } }: AgainValue): SourceRequest {
  const dated = asOf ? { asOf } : {};
  if (sort === 'ask' || sort === 'check' || sort === 'timeline') return { sort, text, ...dated };
  return { sort, text: '', ...dated };
}
