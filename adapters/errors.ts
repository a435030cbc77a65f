/** What keeps a command from running. Each message is for the person who runs it, and holds its remedy. */

/** Wrong usage: one line that says what to do, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The environment cannot be used. The message has one line for each problem. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The port or the address cannot be had. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** The system's code, such as `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
