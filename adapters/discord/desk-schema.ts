import { z } from 'zod';
import type { DeskRequest } from '../../src/chat/desk-request.ts';

const wishes = z.object({
  when: z.string().optional(),
  timeZone: z.string().optional(),
  channel: z.string().optional(),
  audience: z.string().optional(),
  topics: z.array(z.string()).optional(),
  graceMinutes: z.number().optional(),
  whenUnchanged: z.enum(['nothing', 'one line']).optional(),
});
const id = z.string().optional();

/** What is asked of the desk, as it is kept until it is served. */
export const deskRequestSchema = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('subscribe'), wishes }),
  z.object({ sort: z.literal('edit'), id, wishes }),
  z.object({ sort: z.literal('preview'), id, wishes }),
  z.object({ sort: z.enum(['now', 'pause', 'resume', 'remove', 'history']), id }),
  z.object({ sort: z.enum(['list', 'watching', 'digest help']) }),
  z.object({ sort: z.literal('watch'), question: z.string(), asOf: z.string().optional() }),
  z.object({ sort: z.literal('watch answer'), answer: z.string() }),
  z.object({ sort: z.literal('unwatch'), id }),
]);

/** Kept by a schema, it is still the same shape. */
export function deskRequestOf(kept: z.infer<typeof deskRequestSchema>): DeskRequest {
  return kept as DeskRequest;
}
