import type { Logger } from './log.ts';

/** What is under way may take this long to end after a signal. */
const STOP_WITHIN_MS = 10_000;
/** Ctrl-C reaches the process twice, from the terminal and by npm, which hands it on: that is one wish, not two. */
const ONE_WISH_MS = 1000;

/**
 * Ends the process on SIGTERM or SIGINT: `begin` is called at once, then what `finish` waits for is waited for, up to
 * ten seconds. A second signal ends it at once.
 */
export function stopOnSignal({
  log,
  begin,
  finish,
}: {
  readonly log: Logger;
  readonly begin: () => void;
  readonly finish: () => Promise<void>;
}): void {
  let stoppingSince: number | undefined;

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > ONE_WISH_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    begin();
    log.info({ signal }, 'stopping: no new requests, the rest is finished');
    setTimeout(() => {
      log.error('not everything was finished in time');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    try {
      await finish();
    } catch (error) {
      log.error({ err: error }, 'not everything was finished');
      process.exit(1);
    }
    log.info('stopped');
    process.exit(0);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (received) => void stop(received));
}
