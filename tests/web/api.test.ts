/** The JSON interface: the contract's shapes over HTTP, and the description that is made of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  answerShape,
  errorShape,
  hitsShape,
  outlookShape,
  sourcesShape,
  timelineShape,
  verdictShape,
} from '../../adapters/web/shapes.ts';
import { postJson, type Serving, serve } from './serving.ts';

let service: Serving;
beforeAll(async () => {
  service = await serve();
});
afterAll(() => service.close());

async function check<T>(answered: Promise<Response>, shape: z.ZodType<T>, status = 200): Promise<T> {
  const response = await answered;
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const text = await response.text();
  expect(text.trim().split('\n')).toHaveLength(1);
  return shape.parse(JSON.parse(text));
}

const ask = (body: unknown) => postJson(`${service.url}/api/ask`, body);
const get = (path: string) => fetch(`${service.url}${path}`);

describe('POST /api/ask', () => {
  it('answers as the command line does, with the request’s id', async () => {
    const answer = await check(ask({ id: 'q1', turns: ['exclusivity'] }), answerShape);
    const { tookMs: _, id, ...same } = answer;
    expect(id).toBe('q1');
    expect(same).toEqual(service.bot.ask({ turns: ['exclusivity'] }));
  });

  it('quotes its documents character for character', async () => {
    const answer = await check(ask({ turns: ['exclusivity'] }), answerShape);
    const { documents } = await check(get('/api/sources'), sourcesShape);
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    const citations = answer.outcome === 'answered' ? answer.citations : [];
    expect(citations.length).toBeGreaterThan(0);
    for (const { document, start, end, quote } of citations) expect(texts.get(document)?.slice(start, end)).toBe(quote);
  });

  it('declines with a reason and what comes nearest', async () => {
    const answer = await check(ask({ id: 7, turns: ['Who won the world cup?'] }), answerShape);
    expect(answer).toMatchObject({ id: 7, outcome: 'declined' });
  });

  it('answers a follow-up from its turns, and as of a day', async () => {
    const turns = ['Who is Denise Dresser?', 'What did she say about demand?'];
    const answer = await check(ask({ turns, asOf: '2026-04-20' }), answerShape);
    expect(answer.text).toBe(service.bot.ask({ turns, asOf: '2026-04-20' }).text);
  });

  it('stores the answer, without who asked', async () => {
    const { store, answering } = service;
    const declined = () => store.declined('2000-01-01T00:00:00.000Z', { platform: 'api', workspace: 'api' });
    const before = (await declined()).length;
    await check(ask({ turns: ['Which wine goes with fish?'] }), answerShape);
    await answering.settled();
    const now = await declined();
    expect(now).toHaveLength(before + 1);
    expect(now.at(-1)?.question).toBe('Which wine goes with fish?');
  });

  it.each([
    ['no turns', {}, 'turns'],
    ['an empty list', { turns: [] }, 'turns'],
    ['a turn that is no text', { turns: [7] }, 'turns'],
    ['too many turns', { turns: Array.from({ length: 51 }, () => 'it') }, 'turns'],
    ['a turn that is too long', { turns: ['x'.repeat(2001)] }, 'turns'],
    ['a day that is none', { turns: ['exclusivity'], asOf: '2026-02-30' }, 'asOf'],
    ['a list', [], 'object'],
    ['null', null, 'object'],
  ])('says what is wrong with %s', async (_, body, named) => {
    const { error } = await check(ask(body), errorShape, 400);
    expect(error).toContain(named);
  });
});

describe('the other addresses', () => {
  it('check a claim', async () => {
    const claim = { id: 'c', claim: 'Azure is the exclusive cloud for OpenAI.' };
    const verdict = await check(postJson(`${service.url}/api/check`, claim), verdictShape);
    expect(verdict).toMatchObject({ id: 'c', verdict: 'outdated' });
  });

  it('search, with a limit', async () => {
    const { hits } = await check(postJson(`${service.url}/api/search`, { query: 'exclusivity', limit: 2 }), hitsShape);
    expect(hits).toHaveLength(2);
  });

  it('give the timeline of a topic, and of a day', async () => {
    const { entries } = await check(get('/api/timeline?topic=exclusivity&asOf=2026-03-01'), timelineShape);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => entry.saidOn > '2026-03-01')).toEqual([]);
  });

  it('give the outlook', async () => {
    const { prospects } = await check(get('/api/outlook'), outlookShape);
    expect(prospects.length).toBeGreaterThan(0);
  });

  it('leave out documents that are known to be newer than the day', async () => {
    const all = await check(get('/api/sources'), sourcesShape);
    const early = await check(get('/api/sources?asOf=2025-01-01'), sourcesShape);
    expect(early.documents.length).toBeLessThan(all.documents.length);
    await check(get('/api/sources?asOf=yesterday'), errorShape, 400);
  });

  it('answer what is not there with one line of JSON', async () => {
    await check(get('/api/nothing'), errorShape, 404);
    const wrong = await get('/api/ask');
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('POST');
    expect(errorShape.parse(await wrong.json()).error).toContain('POST');
  });
});

describe('/api/openapi.json', () => {
  it('describes every address of the interface, with what it takes and gives', async () => {
    const description = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
      >;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual([
      '/api/ask',
      '/api/check',
      '/api/search',
      '/api/sources',
      '/api/timeline',
      '/api/outlook',
    ]);
    for (const operations of Object.values(description.paths))
      for (const { responses } of Object.values(operations)) {
        expect(responses[200]?.content['application/json']?.schema).not.toEqual({});
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '413', '415', '429', '500']));
      }
    // Its schemas are those that the answers above were parsed with; a few words of them as a sample.
    const text = JSON.stringify(description);
    for (const word of ['not-in-sources', 'notBefore', 'outdated', 'turns', 'prospects']) expect(text).toContain(word);
  });
});
