const WINDOW_MS = 60_000;
/** Beyond these the addresses of one minute count as one, so that nobody fills the memory with invented ones. */
const MOST_ADDRESSES = 50_000;

/** Counts requests by address and minute. Returns the seconds to wait where there were too many, else 0. */
export type RateLimit = (address: string, nowMs: number) => number;

/** `perMinute` 0 lets everything through. */
export function makeRateLimit(perMinute: number): RateLimit {
  let window = 0;
  let counts = new Map<string, number>();
  return (address, nowMs) => {
    if (perMinute === 0) return 0;
    const current = Math.floor(nowMs / WINDOW_MS);
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const key = counts.has(address) || counts.size < MOST_ADDRESSES ? address : '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perMinute ? 0 : Math.max(1, Math.ceil(((current + 1) * WINDOW_MS - nowMs) / 1000));
  };
}
