/**
 * Draws messages as Slack shows them, from the very blocks that are posted: a page to look at, and the picture in
 * README. `npm run picture:slack` writes docs/pictures/slack.png and slack-digest.png (Chromium is needed).
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { html, raw } from 'hono/html';
import { chromium } from 'playwright-core';
import { type Dressing, fitsOneMessage, renderReply } from '../../adapters/slack/render-reply.ts';
import { respond } from '../../src/chat/respond.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { arriving, byLatestDate, kept, tell } from '../digest/arrivals.ts';
import { botOn } from './running-app.ts';

const root = resolve(import.meta.dirname, '../..');

// biome-ignore lint/suspicious/noExplicitAny: blocks are walked freely
type Json = any;

const list = (parts: readonly unknown[]) => parts.map((part) => html`${part}`);

/** Slack draws it on feedback buttons. */
const thumb = (turned: string) =>
  raw(
    `<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" style="vertical-align:-2px"><path ${turned} d="M2 7h3v7H2zM5 8l3-6c1.5 0 2 1 1.6 2.6L9 7h4c1 0 1.6.8 1.4 1.8l-.9 4c-.2.7-.8 1.2-1.5 1.2H5"/></svg>`,
  );

function element(one: Json): unknown {
  switch (one.type) {
    case 'text':
    case 'link': {
      const words = one.style?.bold
        ? html`<b>${one.text}</b>`
        : one.style?.italic
          ? html`<i>${one.text}</i>`
          : html`${one.text}`;
      return one.url ? html`<a href="${one.url}">${words}</a>` : words;
    }
    case 'rich_text_quote':
      return html`<blockquote>${list(one.elements.map(element))}</blockquote>`;
    case 'rich_text_section':
      return html`<div class="section">${list(one.elements.map(element))}</div>`;
    case 'plain_text':
      return html`<span>${one.text}</span>`;
    case 'button':
      return html`<button aria-label="${one.accessibility_label ?? one.text.text}">${one.text.text}</button>`;
    case 'feedback_buttons':
      return html`<button>${thumb('')} ${one.positive_button.text.text}</button><button>${thumb('transform="rotate(180 8 8)"')} ${one.negative_button.text.text}</button>`;
    default:
      throw new Error(`the preview does not know ${one.type}`);
  }
}

function block(one: Json): unknown {
  switch (one.type) {
    case 'rich_text':
      return html`<div class="rich">${list(one.elements.map(element))}</div>`;
    case 'container':
      return html`<details open><summary>${one.title.text}</summary>${list(one.child_blocks.map(block))}</details>`;
    case 'context':
      return html`<div class="context">${list(one.elements.map((part: Json) => html`<div>${element(part)}</div>`))}</div>`;
    case 'actions':
      return html`<div class="actions">${list(one.elements.map(element))}</div>`;
    case 'context_actions':
      return html`<div class="actions small">${list(one.elements.map(element))}</div>`;
    default:
      throw new Error(`the preview does not know ${one.type}`);
  }
}

/** A page with one message of the bot. */
export function previewPage(blocks: readonly Json[], seenBy: 'person' | 'channel' = 'person'): string {
  return String(html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><style>${raw(STYLE)}</style>
<main>${seenBy === 'person' ? html`<div class="badge">Only visible to you</div>` : ''}<div class="message"><div class="face">oc</div><div class="body"><div class="name">openai-cloud <span class="app">APP</span> <span class="time">9:41 AM</span></div>${list(blocks.map(block))}</div></div></main></html>`);
}

const STYLE = `
body{margin:0;background:#fff;color:#1d1c1d;font:15px/1.46 Lato,"Helvetica Neue",Arial,sans-serif}
main{width:720px;padding:18px 24px 22px}
.badge{color:#616061;font-size:12px;margin:0 0 6px 48px}
.message{display:flex;gap:12px}.face{width:36px;height:36px;border-radius:8px;background:#1d3557;color:#fff;font-weight:700;display:grid;place-items:center;flex:none}
.body{min-width:0;flex:1}.name{font-weight:900;margin-bottom:2px}.app{background:#ddd;color:#454245;font-size:10px;font-weight:700;padding:1px 3px;border-radius:3px;vertical-align:2px}.time{color:#616061;font-size:12px;font-weight:400}
.rich{margin:4px 0 8px}.section{white-space:pre-wrap}.context{color:#616061;font-size:13px;margin:8px 0}
blockquote{margin:4px 0;padding-left:12px;border-left:4px solid #ddd}
details{border:1px solid #ddd;border-radius:8px;padding:8px 12px;margin:8px 0}summary{font-weight:700;cursor:pointer}details .section{font-size:13px;margin:3px 0}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}button{font:700 13px Lato,Arial,sans-serif;color:#1d1c1d;background:#fff;border:1px solid #bbb;border-radius:8px;padding:5px 12px;max-width:100%}
.small button{font-weight:400;border-color:#ddd;padding:3px 9px}a{color:#1264a3;text-decoration:none}`;

/** The answer to one question, as the command's asker gets it. */
export function exampleBlocks(question: string): readonly Json[] {
  const bot = botOn();
  const { reply, citations, followUps } = respond({ sort: 'ask', text: question }, [], bot, '/openai-cloud ');
  const dressing: Dressing = {
    citations,
    followUps,
    request: { sort: 'ask', text: question },
    answer: 'example',
    watch: { answer: 'example' },
    topic: question,
    shareable: true,
    addressOf: () => undefined,
    modern: true,
  };
  return renderReply(reply, dressing)[0].blocks;
}

/** What a channel is told of the document of the built-in story by which something changed, once it knows those before. */
export function exampleDigestBlocks(): readonly Json[] {
  const folder = join(root, 'index/corpus/documents');
  const bots = arriving(folder, byLatestDate(folder));
  const fits = (reply: Reply) => fitsOneMessage(reply, { ...bare, citations: [] });
  for (const [i, bot] of bots.entries()) {
    const before = bots[i - 1];
    const { reply, citations } = tell(bot, before && kept(before), { fits });
    if (before && reply.lines.some(({ part }) => part === 'earlier'))
      return renderReply(reply, { ...bare, citations, subscription: 'd2kf9x', modern: true })[0].blocks;
  }
  throw new Error('nothing ever changes');
}

const bare = { followUps: [], shareable: false, addressOf: () => undefined };

if (import.meta.main) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('Chromium is needed: install it, or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 768, height: 400 } });
  await page.setContent(previewPage(exampleBlocks('exclusivity')));
  await page.locator('main').screenshot({ path: join(root, 'docs/pictures/slack.png') });
  await page.setContent(previewPage(exampleDigestBlocks(), 'channel'));
  await page.locator('main').screenshot({ path: join(root, 'docs/pictures/slack-digest.png') });
  await browser.close();
}
