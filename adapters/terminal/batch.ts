import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { parseLine } from '../requests.ts';

/** Longer lines are refused unread: a request is a question. */
const MAX_LINE_CHARACTERS = 1_000_000;

/**
 * Answers one request a line, in order. A bad line gets an object with `error` in its place, and the rest go on.
 * Waits for the output to drain, so that a batch of any length fits in memory.
 */
export async function runBatch<T>(
  schema: z.ZodType<T>,
  answer: (request: T) => object,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (!line.trim()) continue;
    const result =
      line.length > MAX_LINE_CHARACTERS ? { error: 'The line is too long.' } : answerLine(schema, answer, line, number);
    if (!output.write(`${JSON.stringify(result)}\n`))
      await new Promise<void>((resolve) => output.once('drain', () => resolve()));
  }
}

function answerLine<T>(schema: z.ZodType<T>, answer: (request: T) => object, line: string, number: number): object {
  const parsed = parseLine(schema, line);
  if ('error' in parsed)
    return { ...(parsed.id !== undefined && { id: parsed.id }), error: `line ${number}: ${parsed.error}` };
  return answer(parsed.request);
}
