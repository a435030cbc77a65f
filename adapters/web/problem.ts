import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is wrong with a request, in one line that says what to do. The page or the JSON interface shows it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
