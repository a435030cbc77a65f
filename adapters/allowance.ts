/** So many at once, and so many a minute on the whole. */
export interface Allowance {
  /** Takes one; false where none is left. `now` in milliseconds. */
  take(key: string, now: number): boolean;
}

/** More keys than this are not remembered: those that have been quiet the longest start with a full allowance again. */
const MOST_KEYS = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/**
 * Token buckets, one for each key, refilled evenly; a full one holds what a minute allows. Each replica counts for
 * itself, so that asking needs no store. With `perMinute` 0 there is no limit.
 */
export function makeAllowance(perMinute: number): Allowance {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      if (perMinute === 0) return true;
      const known = buckets.get(key);
      const left = known
        ? Math.min(perMinute, known.left + (Math.max(0, now - known.at) * perMinute) / 60_000)
        : perMinute;
      buckets.delete(key);
      const allowed = left >= 1;
      buckets.set(key, { left: allowed ? left - 1 : left, at: now });
      if (buckets.size > MOST_KEYS) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return allowed;
    },
  };
}
