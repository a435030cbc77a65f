/** The pages in a real browser: what a person sees, reaches by keyboard, and never sends elsewhere. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from './serving.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present)
  console.warn(`skipped: tests/web/browser.test.ts needs a browser at ${CHROMIUM} (CHROMIUM_PATH names another)`);

/** Without them Chromium itself asks for updates and the like. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = [
  '/',
  '/?q=exclusivity',
  '/?q=Who+is+Denise+Dresser%3F&q=What+did+she+say+about+demand%3F',
  '/?q=Who+won+the+world+cup%3F',
  '/?q=exclusivity&asOf=2026-02-30',
  '/check?claim=Azure+is+the+exclusive+cloud+for+OpenAI.',
  '/timeline',
  '/outlook',
  '/sources',
  '/sources/003_8ff80d1ea70df3ff?start=31&end=184#quote',
  '/help',
  '/nowhere',
];

describe.skipIf(!present)('in a browser', { timeout: 60_000 }, () => {
  let service: Serving;
  let browser: Browser;

  beforeAll(async () => {
    service = await serve();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  async function withPage<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
    page.on('pageerror', (error) => complaints.push(error.message));
    const outside: string[] = [];
    page.on('request', (request) => (request.url().startsWith(service.url) ? undefined : outside.push(request.url())));
    try {
      const result = await use(page);
      expect(outside).toEqual([]);
      // What a page answers with 400 or 404 the browser itself complains of.
      expect(complaints.filter((line) => !/status of 40[04]/.test(line))).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }

  it.each([true, false])(
    'a question is asked and answered, and a citation leads to its words, highlighted and in view (scripts: %s)',
    (javaScriptEnabled) =>
      withPage({ javaScriptEnabled }, async (page) => {
        await page.goto(service.url);
        await page.getByLabel('Your question').fill('exclusivity');
        await page.getByRole('button', { name: 'Ask' }).click();
        const answer = service.bot.ask({ turns: ['exclusivity'] });
        if (answer.outcome !== 'answered') throw new Error('the built-in documents answer this');
        const [lead] = answer.statements;
        await page.locator('.lead').getByText(lead.quote.slice(0, 40)).waitFor();
        await page.locator('.lead a.mark').click();
        await page.waitForURL(/#quote$/);
        const mark = page.locator('mark#quote');
        expect(await mark.textContent()).toBe(lead.quote);
        const box = await mark.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
      }),
  );

  it('words far down in a document are scrolled into view', () =>
    withPage({ viewport: { width: 360, height: 500 } }, async (page) => {
      const statement = service.bot.corpus.statements.findLast(({ document }) => document === '003_8ff80d1ea70df3ff');
      await page.goto(
        `${service.url}/sources/${statement?.document}?start=${statement?.start}&end=${statement?.end}#quote`,
      );
      const box = await page.locator('mark#quote').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(500);
    }));

  it('one asks on, and judges the answer', () =>
    withPage({}, async (page) => {
      await page.goto(`${service.url}/?q=Who+is+Denise+Dresser%3F`);
      await page.getByLabel('Ask on').fill('What did she say about demand?');
      await page.getByLabel('Ask on').press('Enter');
      await page.getByRole('heading', { name: 'What did she say about demand?' }).waitFor();
      expect(await page.locator('.before summary').textContent()).toBe('Who is Denise Dresser?');
      await page.getByLabel('Yes').check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
      await page.getByRole('link', { name: 'Back to the answer' }).click();
      await page.getByRole('heading', { name: 'What did she say about demand?' }).waitFor();
    }));

  it('everything is reached by keyboard: the skip link first, a visible focus, Enter asks', () =>
    withPage({}, async (page) => {
      await page.goto(service.url);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('q');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      await page.keyboard.type('exclusivity');
      await page.keyboard.press('Enter');
      await page.locator('article.answer').waitFor();
    }));

  it.each(PLACES)('at 360 pixels %s does not scroll sideways', (path) =>
    withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(service.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }),
  );

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(PLACES)('%s has nothing that axe complains of', (path) =>
      // axe is a script, which our policy would not let run.
      withPage({ colorScheme, bypassCSP: true }, async (page) => {
        await page.goto(service.url + path);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { axe: there } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const { violations } = await there.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
        });
        expect(found).toEqual([]);
      }),
    );
  });
});
