import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The network address that a request came from. Behind `hops` proxies of ours it is the entry that the outermost of
 * them wrote; what stands before it anybody may have written. Of IPv6, the first 64 bits: a subscriber has all of those.
 */
export function clientAddress(c: Context, hops: number): string {
  const direct = getConnInfo(c).remote.address ?? '';
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const address = (hops > 0 && named.at(-hops)) || direct;
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
