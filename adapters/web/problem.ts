import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface ProblemOptions {
  readonly status: ContentfulStatusCode;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** What is wrong with a request, in one line that says what to do. The page or the JSON interface shows it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, { status, headers = {}, cause }: ProblemOptions) {
    super(message, { cause });
    this.status = status;
    this.headers = headers;
  }
}
