/** https://docs.discord.com/developers/reference#snowflakes: milliseconds since 2015, and 22 bits that count. */
const EPOCH_MS = 1_420_070_400_000;
const COUNTER_BITS = 22n;

/** The least id that something made at this time can have. `ms` since 1970. */
export function snowflakeAt(ms: number): string {
  return String(BigInt(Math.max(0, Math.floor(ms) - EPOCH_MS)) << COUNTER_BITS);
}

/** The newest of some ids; they grow with time. */
export function newestOf(ids: readonly string[]): string | undefined {
  return [...ids].sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1))[0];
}
