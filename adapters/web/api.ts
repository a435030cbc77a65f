import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { isDay } from '../../src/calendar/iso.ts';
import type { IsoDate } from '../../src/model.ts';
import type { Scope } from '../../src/store/scope.ts';
import { parseRequest } from '../requests.ts';
import { documentsBy, verdictOf, withId } from '../results.ts';
import type { Env } from './faults.ts';
import { openApi } from './openapi.ts';
import type { WebParts } from './parts.ts';
import { Problem } from './problem.ts';
import { askBody, checkBody, searchBody } from './shapes.ts';

/** Programs ask for themselves: their questions are kept apart from those of people at the pages. */
const SCOPE: Scope = { platform: 'api', workspace: 'api' };

/** The JSON interface: the shapes of the command line, over HTTP. */
export function apiRoutes({ bot, answering }: WebParts): Hono<Env> {
  const app = new Hono<Env>();
  const description = JSON.stringify(openApi());

  app.post('/ask', async (c) => {
    const { id, turns, asOf } = await readBody(c, askBody);
    const { answer, tookMs } = answering.ask({ turns, ...(asOf && { asOf }) }, { scope: SCOPE });
    return c.json(withId(id, { ...answer, tookMs }));
  });
  app.post('/check', async (c) => {
    const { id, claim, asOf } = await readBody(c, checkBody);
    const checked = answering.check({ claim, ...(asOf && { asOf }) }, SCOPE);
    return c.json(withId(id, verdictOf(checked, bot.reach)));
  });
  app.post('/search', async (c) => {
    const { id, query, limit, asOf } = await readBody(c, searchBody);
    return c.json(withId(id, { hits: bot.search(query, limit, asOf ?? undefined) }));
  });
  app.get('/sources', (c) => c.json({ corpus: bot.corpus.version, documents: documentsBy(bot, dayOf(c)) }));
  app.get('/timeline', (c) => {
    const asOf = dayOf(c);
    const topic = c.req.query('topic')?.trim();
    return c.json(bot.timeline({ ...(topic && { topic }), ...(asOf && { asOf }) }));
  });
  app.get('/outlook', (c) => {
    const asOf = dayOf(c);
    return c.json({ prospects: bot.outlook({ ...(asOf && { asOf }) }) });
  });
  app.get('/openapi.json', (c) => c.body(description, 200, { 'content-type': 'application/json' }));
  return app;
}

async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    throw new Problem('Send JSON, with the header Content-Type: application/json.', { status: 415 });
  let value: unknown;
  try {
    value = JSON.parse(await c.req.text());
  } catch (cause) {
    throw new Problem('The body is not JSON, or did not arrive whole: send one object.', { status: 400, cause });
  }
  const read = parseRequest(schema, value);
  if ('error' in read) throw new Problem(read.error, { status: 400 });
  return read.request;
}

function dayOf(c: Context): IsoDate | undefined {
  const asOf = c.req.query('asOf');
  if (asOf === undefined || asOf === '') return undefined;
  if (!isDay(asOf)) throw new Problem('asOf must be a day of the calendar, YYYY-MM-DD.', { status: 400 });
  return asOf;
}
