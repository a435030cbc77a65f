import { describe, expect, it } from 'vitest';
import { makeRateLimit } from '../../adapters/web/rate-limit.ts';

describe('the rate limit', () => {
  it('lets so many requests of an address through each minute, and says how many seconds are left of it', () => {
    const limit = makeRateLimit(2);
    const asked = (address: string, ms: number) => limit(address, ms);
    expect([asked('a', 60_000), asked('a', 61_000), asked('a', 70_000)]).toEqual([0, 0, 50]);
    expect(asked('b', 70_000)).toBe(0);
    expect(asked('a', 119_999)).toBe(1);
    expect(asked('a', 120_000)).toBe(0);
  });

  it('lets everything through where it is 0', () => {
    const limit = makeRateLimit(0);
    for (let i = 0; i < 1000; i += 1) expect(limit('a', 0)).toBe(0);
  });

  it('counts addresses beyond 50,000 a minute as one', () => {
    const limit = makeRateLimit(1);
    for (let i = 0; i < 50_000; i += 1) limit(`address ${i}`, 0);
    expect([limit('another', 0), limit('one more', 0)]).toEqual([0, 60]);
  });
});
