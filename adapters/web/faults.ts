import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';
import { problemPage } from './pages/problem-page.ts';
import type { Problem } from './problem.ts';

export interface Env {
  readonly Bindings: HttpBindings;
  readonly Variables: RequestIdVariables;
}

/** As JSON for programs, as a page for people. A fault of ours names the id under which it stands in the log. */
export function showProblem(c: Context<Env>, { status, message, headers }: Problem): Response | Promise<Response> {
  const id = status >= 500 ? c.var.requestId : undefined;
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (c.req.path.startsWith('/api/') || c.req.path === '/api')
    return c.json({ error: message, ...(id && { errorId: id }) }, status);
  return c.html(problemPage(status, message, id), status);
}
