import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { isDay } from '../../src/calendar/iso.ts';
import type { IsoDate } from '../../src/model.ts';
import { cleanUtterance, MAX_QUESTION_CHARACTERS } from '../../src/question/read.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
import type { Scope } from '../../src/store/scope.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Env } from './faults.ts';
import { conversationPage, type Exchange, startPage } from './pages/ask-page.ts';
import { checkPage } from './pages/check-page.ts';
import { helpPage } from './pages/help-page.ts';
import { outlookPage } from './pages/outlook-page.ts';
import { thanksPage } from './pages/problem-page.ts';
import { sourcePage, sourcesPage } from './pages/sources-page.ts';
import { timelinePage } from './pages/timeline-page.ts';
import type { WebParts } from './parts.ts';
import { Problem } from './problem.ts';

/** Whoever opens the page: it knows nobody. */
const SCOPE: Scope = { platform: 'web', workspace: 'web' };

/** A follow-up leans on what was said lately; and an address must fit into a request's first lines. */
const TURNS_KEPT = 6;
const CHARACTERS_KEPT = 4000;

const STYLE = readFileSync(join(import.meta.dirname, 'pages/style.css'), 'utf8');
const ICON = readFileSync(join(import.meta.dirname, 'pages/favicon.svg'), 'utf8');

/** The pages. They work without scripts; a conversation's turns stand in its address (docs/decisions/0011-web.md). */
export function pageRoutes({ bot, answering, openings, log }: WebParts): Hono<Env> {
  const app = new Hono<Env>();
  const documents = perCorpus(bot, () => new Map(bot.corpus.documents.map((document) => [document.id, document])));

  app.get('/', (c) => {
    const { asOf, refused: wrongDay } = readDay(c);
    const turns = keptTurns(c.req.queries('q') ?? []);
    const last = turns.at(-1);
    if (last === undefined)
      return c.html(
        startPage({
          reach: bot.reach,
          openings: openings(),
          asOf,
          refused: wrongDay ? { typed: '', message: wrongDay } : undefined,
        }),
        wrongDay ? 400 : 200,
      );
    const tooLong =
      last.length > MAX_QUESTION_CHARACTERS
        ? `A question may have ${MAX_QUESTION_CHARACTERS} characters: shorten it.`
        : undefined;
    const message = wrongDay ?? tooLong;
    if (message)
      return c.html(
        startPage({ reach: bot.reach, openings: openings(), asOf, refused: { typed: last, message } }),
        400,
      );
    const day = asOf && { asOf };
    const { id, answer } = answering.ask({ turns, ...day }, { scope: SCOPE });
    const before = turns
      .slice(0, -1)
      .map((question, i): Exchange => ({ question, answer: bot.ask({ turns: turns.slice(0, i + 1), ...day }) }));
    return c.html(conversationPage([...before, { question: last, answer }], id, { reach: bot.reach, asOf }));
  });

  app.get('/check', (c) => {
    const { asOf, refused } = readDay(c);
    const claim = cleanUtterance(c.req.query('claim') ?? '');
    const checked = claim && !refused ? answering.check({ claim, ...(asOf && { asOf }) }, SCOPE) : undefined;
    return c.html(checkPage({ claim, checked, reach: bot.reach, asOf, refused }), refused ? 400 : 200);
  });

  app.get('/sources', (c) => c.html(sourcesPage(bot.corpus.documents)));

  app.get('/sources/:id', (c) => {
    const document = documents().get(c.req.param('id'));
    if (!document) throw new Problem('There is no document of that id: see /sources.', { status: 404 });
    const { start, end } = c.req.query();
    if (start === undefined && end === undefined) return c.html(sourcePage(document, undefined, undefined));
    const range = readRange(start, end, document.text.length);
    return c.html(
      sourcePage(
        document,
        range,
        range ? undefined : 'These places are not in the document, so nothing is highlighted.',
      ),
    );
  });

  app.get('/timeline', (c) => {
    const { asOf, refused } = readDay(c);
    const topic = cleanUtterance(c.req.query('topic') ?? '').slice(0, MAX_QUESTION_CHARACTERS);
    const timeline = bot.timeline({ ...(topic && { topic }), ...(asOf && { asOf }) });
    return c.html(timelinePage({ timeline, topic, asOf, newest: bot.reach.newest, refused }), refused ? 400 : 200);
  });

  app.get('/outlook', (c) => c.html(outlookPage(bot.outlook({}))));
  app.get('/help', (c) => c.html(helpPage(bot.reach, openings())));

  app.post('/feedback', async (c) => {
    const { answer, verdict, reason, back } = await readForm(c);
    if ((verdict !== 'helpful' && verdict !== 'not-helpful') || !answer)
      throw new Problem('Say whether the answer was helpful, with the form under it.', { status: 400 });
    const why = cleanUtterance(reason ?? '').slice(0, 500);
    const feedback = {
      answer,
      person: answer,
      verdict,
      ...(why && { reason: why }),
      at: new Date().toISOString(),
    } as const;
    try {
      if (!(await answering.giveFeedback(SCOPE, feedback)))
        throw new Problem('That answer is not known any more: ask again, and judge the new one.', { status: 404 });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ err: error }, 'feedback could not be stored');
      throw new Problem('Your feedback could not be stored just now: send it again in a minute.', {
        status: 503,
        cause: error,
      });
    }
    // Only to a conversation of ours: the form may have been written by anybody.
    return c.html(thanksPage(back?.startsWith('/?') ? back : '/'));
  });

  app.get('/style.css', (c) =>
    c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  app.get('/favicon.svg', (c) =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }),
  );
  return app;
}

/** The turns as they can be read, without the empty and the oldest ones. */
function keptTurns(typed: readonly string[]): string[] {
  const turns = typed
    .map(cleanUtterance)
    .filter((turn) => turn !== '')
    .slice(-TURNS_KEPT);
  let characters = 0;
  const first = turns.findLastIndex((turn) => {
    characters += turn.length;
    return characters > CHARACTERS_KEPT;
  });
  return turns.slice(Math.min(first + 1, Math.max(0, turns.length - 1)));
}

function readDay(c: Context): { readonly asOf?: IsoDate; readonly refused?: string } {
  const asOf = c.req.query('asOf')?.trim();
  if (!asOf) return {};
  return isDay(asOf) ? { asOf } : { refused: 'That is not a day of the calendar: write it as YYYY-MM-DD.' };
}

/** A stretch of the document that is not empty; undefined where it is none. */
function readRange(start = '', end = '', length: number): readonly [number, number] | undefined {
  if (!/^\d{1,9}$/.test(start) || !/^\d{1,9}$/.test(end)) return undefined;
  const range = [Number(start), Number(end)] as const;
  return range[0] < range[1] && range[1] <= length ? range : undefined;
}

async function readForm(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    throw new Problem('Send the form under an answer as it stands.', { status: 415 });
  try {
    return Object.fromEntries(new URLSearchParams(await c.req.text()));
  } catch (cause) {
    throw new Problem('The form did not arrive whole: send it again.', { status: 400, cause });
  }
}
