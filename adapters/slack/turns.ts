/** So many replies are worked out between two looks at what came in: some 10 ms. */
const AT_ONCE = 4;

/**
 * Gives a turn to whoever waits, a few at a time, and lets events be read and acknowledged in between. When more comes
 * in than can be answered, replies become late and acknowledgements do not.
 */
export function makeTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  function release(): void {
    for (const go of waiting.splice(0, AT_ONCE)) go();
    if (waiting.length > 0) setImmediate(release);
  }
  return () =>
    new Promise((go) => {
      waiting.push(go);
      if (waiting.length === 1) setImmediate(release);
    });
}
