/**
 * `away`: it cannot be reached or took too long. `busy`: another holds it. `read-only`, `full`: it can be read alone.
 * `forbidden`: it lets us not in. `corrupt`: its content cannot be trusted. `misconfigured`: what it was told to open is no
 * store. `closed`: we let go of it.
 */
export type StoreFault = 'away' | 'busy' | 'read-only' | 'full' | 'forbidden' | 'corrupt' | 'misconfigured' | 'closed';

/** The store did not do it, and what it was asked is not acknowledged. The message is one line and holds its remedy. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly what: StoreFault;
  /** The same call may succeed later without anybody's help. */
  readonly retryable: boolean;

  constructor(what: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.what = what;
    this.retryable = what === 'away' || what === 'busy';
  }
}
