/** The pages, as a browser without scripts gets them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson, type Serving, serve } from './serving.ts';

let service: Serving;
beforeAll(async () => {
  service = await serve();
});
afterAll(() => service.close());

async function open(path: string, status = 200): Promise<string> {
  const response = await fetch(service.url + path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  return response.text();
}

const unescaped = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const PLACES = ['/', '/?q=exclusivity', '/check', '/timeline', '/outlook', '/sources', '/help'];

describe('every page', () => {
  it.each(PLACES)('%s has one heading of the first order, a title, a skip link and no script', async (path) => {
    const html = await open(path);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('<a class="skip" href="#main">');
    expect(html).not.toMatch(/<script|style=|onclick|javascript:/i);
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });

  it('is sent with a policy that allows no script and nothing from elsewhere', async () => {
    const { headers } = await fetch(service.url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('asking', () => {
  it('begins with questions that the sources answer', async () => {
    const html = await open('/');
    const suggested = [...html.matchAll(/<a class="chip" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(suggested.length).toBeGreaterThan(1);
    for (const href of suggested)
      expect(await open(href.replaceAll('&amp;', '&'))).toContain('class="answer answered"');
  });

  it('shows the reply of every other platform, line by line', async () => {
    const { text } = service.bot.ask({ turns: ['exclusivity'] });
    const shown = unescaped(await open('/?q=exclusivity'));
    for (const line of text.split('\n').filter(Boolean)) expect(shown).toContain(line);
  });

  it('links each mark to the quoted words in their document', async () => {
    const answer = service.bot.ask({ turns: ['exclusivity'] });
    const citations = answer.outcome === 'answered' ? answer.citations : [];
    const html = await open('/?q=exclusivity');
    for (const { document, start, end } of citations)
      expect(html).toContain(`href="/sources/${document}?start=${start}&amp;end=${end}#quote"`);
  });

  it('shows the words that answer in bold', async () => {
    expect(await open('/?q=When+did+exclusivity+end%3F')).toMatch(/<p class="short"><strong>/);
  });

  it('carries the conversation in its form, oldest turn first', async () => {
    const html = await open('/?q=Who+is+Denise+Dresser%3F&q=What+did+she+say+about+demand%3F');
    const form = html.slice(html.indexOf('<form class="ask"'));
    expect([...form.matchAll(/<input type="hidden" name="q" value="([^"]+)"/g)].map(([, turn]) => turn)).toEqual([
      'Who is Denise Dresser?',
      'What did she say about demand?',
    ]);
    expect(html).toContain('<details><summary>Who is Denise Dresser?</summary>');
  });

  it('answers as of a day, and keeps it for what is asked next', async () => {
    const html = await open('/?q=exclusivity&asOf=2026-03-15');
    expect(html).toContain('As of <time>2026-03-15</time>');
    expect(html).toContain('name="asOf" value="2026-03-15"');
  });

  it('says so when the day is none, and keeps the question', async () => {
    const html = await open('/?q=exclusivity&asOf=2026-02-30', 400);
    expect(html).toContain('That is not a day of the calendar');
    expect(html).toContain('value="exclusivity"');
  });

  it('keeps the latest turns of a long conversation', async () => {
    const turns = Array.from({ length: 9 }, (_, i) => `question ${i + 1}`);
    const html = await open(`/?${new URLSearchParams(turns.map((turn): [string, string] => ['q', turn]))}`);
    expect(html).not.toContain('question 3<');
    expect(html).toContain('question 4<');
    expect(html).toContain('question 9<');
  });
});

describe('feedback', () => {
  const give = (fields: Record<string, string>) =>
    fetch(`${service.url}/feedback`, { method: 'POST', body: new URLSearchParams(fields) });
  const scope = { platform: 'web', workspace: 'web' };

  it('is stored beside the answer, and a later one replaces it', async () => {
    const html = await open('/?q=exclusivity');
    const answer = /name="answer" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const thanks = await give({ answer, verdict: 'helpful', back: '/?q=exclusivity' });
    expect(thanks.status).toBe(200);
    expect(await thanks.text()).toContain('href="/?q=exclusivity"');
    await give({ answer, verdict: 'not-helpful', reason: 'Which contract?' });
    expect(await service.store.feedbackOn(scope, answer)).toMatchObject([
      { verdict: 'not-helpful', reason: 'Which contract?' },
    ]);
  });

  it('leads back to a page of ours alone', async () => {
    const answer = /name="answer" value="([^"]+)"/.exec(await open('/?q=exclusivity'))?.[1] ?? '';
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)'])
      expect(await (await give({ answer, verdict: 'helpful', back })).text()).not.toContain(back);
  });

  it('on an answer that nobody gave is not found; without a verdict it is a bad request', async () => {
    expect((await give({ answer: 'no-such-answer', verdict: 'helpful' })).status).toBe(404);
    expect((await give({ answer: 'x', verdict: 'maybe' })).status).toBe(400);
    expect((await postJson(`${service.url}/feedback`, {})).status).toBe(415);
  });
});

describe('a document', () => {
  const [first] = ['003_8ff80d1ea70df3ff'];

  it('shows the quoted words highlighted', async () => {
    const quote = service.bot.corpus.documents.find(({ id }) => id === first)?.text.slice(31, 184) ?? '';
    const html = await open(`/sources/${first}?start=31&end=184`);
    expect(unescaped(/<mark id="quote"[^>]*>(.*?)<\/mark>/s.exec(html)?.[1] ?? '')).toBe(quote);
  });

  it.each(['start=5', 'start=9&end=3', 'start=0&end=99999999', 'start=-1&end=4', 'start=1e1&end=20', 'start=&end='])(
    'shows no highlight for %s, and says so',
    async (range) => {
      const html = await open(`/sources/${first}?${range}`);
      expect(html).not.toContain('<mark');
      expect(html).toContain('nothing is highlighted');
    },
  );

  it('says what is not stated about it', async () => {
    const html = await open(`/sources/${first}`);
    expect(html).toContain('publisher not stated');
    expect(html).not.toContain('nothing is highlighted');
  });

  it('that is not there is a page that says where to go', async () => {
    expect(await open('/sources/none', 404)).toContain('There is no document of that id');
  });
});

describe('the timeline', () => {
  it('is a picture in which superseded events are crossed out, terms are spans, and every event is named', async () => {
    const html = await open('/timeline');
    const { entries, ahead } = service.bot.timeline({});
    const picture = html.slice(html.indexOf('<svg viewBox="0 0 960'), html.indexOf('<figcaption>'));
    expect(picture.match(/class="event(?: over)?"/g)).toHaveLength(entries.length);
    expect(picture.match(/class="event over"/g)).toHaveLength(entries.filter((entry) => entry.superseded).length);
    expect(picture.match(/class="event term"/g)).toHaveLength(ahead.length);
    for (const { citation } of entries) expect(unescaped(picture)).toContain(citation.quote);
  });

  it('keeps every event inside the picture, whatever the story', async () => {
    for (const corpus of [undefined, 'tests/stories/ferry/documents', 'tests/stories/pharma/documents']) {
      const other = await serve(corpus === undefined ? {} : { corpus });
      const html = await (await fetch(`${other.url}/timeline`)).text();
      await other.close();
      const [, height = '0'] = /<svg viewBox="0 0 960 (\d+)"/.exec(html) ?? [];
      const circles = [...html.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)];
      expect(circles.length).toBeGreaterThan(3);
      for (const [, x, y] of circles) {
        expect(Number(x)).toBeGreaterThan(10);
        expect(Number(x)).toBeLessThan(950);
        expect(Number(y)).toBeGreaterThan(10);
        expect(Number(y)).toBeLessThan(Number(height));
      }
    }
  });

  it('of a topic on which nothing is dated says so', async () => {
    expect(await open('/timeline?topic=penguins')).toContain('The sources date nothing on that.');
  });
});

describe('checking a claim', () => {
  it('shows the verdict with its statements', async () => {
    const html = await open('/check?claim=Azure+is+the+exclusive+cloud+for+OpenAI.');
    expect(html).toContain('<strong>Outdated</strong>');
    expect(html).toContain('class="mark"');
  });
});
