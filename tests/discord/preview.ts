/**
 * Draws a message as Discord shows it, from the very components that are posted: a page to look at, and the pictures in
 * README. `npm run picture:discord` writes docs/pictures/discord.png and discord-digest.png (Chromium is needed).
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { html, raw } from 'hono/html';
import { chromium } from 'playwright-core';
import { leadsOf, roomyCitations } from '../../adapters/discord/dressing.ts';
import { renderReply } from '../../adapters/discord/render-reply.ts';
import { respond } from '../../src/chat/respond.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { arriving, byLatestDate, kept, tell } from '../digest/arrivals.ts';
import { bot } from './assembled.ts';

const root = resolve(import.meta.dirname, '../..');

// biome-ignore lint/suspicious/noExplicitAny: components are walked freely
type Json = any;

const list = (parts: readonly unknown[]) => parts.map((part) => html`${part}`);

/** Discord's Markdown, as far as it is written here: bold, italic, small print, quotes, links and escapes. */
function markdown(content: string): unknown {
  return list(
    content.split('\n').map((line) => {
      const [, sign = '', words = ''] = /^(-# |> )?(.*)$/.exec(line) ?? [];
      const inner = inline(words);
      if (sign === '-# ') return html`<div class="small">${inner}</div>`;
      return sign === '> ' ? html`<blockquote>${inner}</blockquote>` : html`<div>${inner}</div>`;
    }),
  );
}

function inline(words: string): unknown {
  const token = /\\(.)|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|\[(\[\d+\])\]\(([^)]+)\)|([^\\*[]+|.)/gu;
  return list(
    [...words.matchAll(token)].map(([, sign, bold, italic, mark, url, rest]) => {
      if (sign !== undefined) return sign;
      if (bold !== undefined) return html`<b>${inline(bold)}</b>`;
      if (italic !== undefined) return html`<i>${inline(italic)}</i>`;
      return mark === undefined ? rest : html`<a href="${url}">${mark}</a>`;
    }),
  );
}

function component(one: Json): unknown {
  switch (one.type) {
    case 17:
      return html`<div class="container">${list(one.components.map(component))}</div>`;
    case 10:
      return html`<div class="text">${markdown(one.content)}</div>`;
    case 14:
      return html`<hr>`;
    case 9:
      return html`<div class="section"><div>${list(one.components.map(component))}</div>${component(one.accessory)}</div>`;
    case 1:
      return html`<div class="row">${list(one.components.map(component))}</div>`;
    case 2:
      return html`<button class="style${one.style}">${thumb(one.emoji?.name)}${one.label}${one.style === 5 ? ' ↗' : ''}</button>`;
    default:
      throw new Error(`the preview does not know component ${one.type}`);
  }
}

/** Drawn, since not every machine has emoji. */
function thumb(name: string | undefined): unknown {
  if (name === undefined) return '';
  if (name === '👁️') return raw(EYE);
  const turned = name === '👎' ? 'transform="rotate(180 8 8)"' : '';
  return raw(
    `<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="#f0b232" stroke-width="1.4"><path ${turned} d="M2 7h3v7H2zM5 8l3-6c1.5 0 2 1 1.6 2.6L9 7h4c1 0 1.6.8 1.4 1.8l-.9 4c-.2.7-.8 1.2-1.5 1.2H5"/></svg> `,
  );
}

const EYE =
  '<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="#dbdee1" stroke-width="1.4"><path d="M1 8c3-5 11-5 14 0-3 5-11 5-14 0z"/><circle cx="8" cy="8" r="2"/></svg> ';

/** A page with one message of the bot. */
export function previewPage(components: readonly Json[], seenBy: 'one' | 'channel' = 'one'): string {
  return String(html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><style>${raw(STYLE)}</style>
<main><div class="face">oc</div><div class="body"><div class="name">openai-cloud <span class="app">APP</span> <span class="time">Today at 9:41 AM</span></div>${list(components.map(component))}${seenBy === 'one' ? html`<div class="only">Only you can see this · Dismiss message</div>` : ''}</div></main></html>`);
}

const STYLE = `
body{margin:0;background:#313338;color:#dbdee1;font:15px/1.4 "gg sans","Noto Sans","Helvetica Neue",Arial,sans-serif}
main{width:700px;padding:18px 20px;display:flex;gap:14px}
.face{width:40px;height:40px;border-radius:50%;background:#0f766e;color:#fff;font-weight:700;display:grid;place-items:center;flex:none}
.body{flex:1;min-width:0}.name{color:#f2f3f5;font-weight:600;margin-bottom:4px}.app{background:#5865f2;color:#fff;font-size:10px;padding:1px 4px;border-radius:3px;vertical-align:2px}.time,.only{color:#949ba4;font-size:12px;font-weight:400}
.container{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid #0f766e;border-radius:8px;padding:12px 14px}
.text>div{margin:0 0 4px}.text .small{color:#b5bac1;font-size:12.5px}a{color:#00a8fc;text-decoration:none}hr{border:0;border-top:1px solid #46484f;margin:10px 0}
.section{display:flex;gap:12px;justify-content:space-between;align-items:start;margin:6px 0;font-size:14px}.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
button{font:500 13.5px "gg sans","Noto Sans",Arial,sans-serif;color:#fff;background:#4e5058;border:0;border-radius:6px;padding:6px 13px;flex:none;max-width:100%}button.style1{background:#5865f2}.only{margin-top:6px}`;

/** The answer to one question, as the command's asker gets it. */
export function exampleComponents(question: string): readonly Json[] {
  const { reply, citations, followUps } = respond({ sort: 'ask', text: question }, [], bot, '');
  return renderReply(reply, {
    citations,
    followUps,
    request: { sort: 'ask', text: question },
    answer: 'example',
    shareable: true,
    ...leadsOf(bot, 'https://ask.example'),
  })[0].components;
}

/** What changed when the document arrived that tells of the change, as a channel gets it. */
export function exampleDigest(): readonly Json[] {
  const folder = join(root, 'index/corpus/documents');
  const bots = arriving(folder, byLatestDate(folder));
  const [before, after] = [bots[1], bots[2]];
  if (!before || !after) throw new Error('there are documents');
  const leads = leadsOf(after, undefined);
  const dressing = { followUps: [], shareable: false, ...leads, subscription: { id: 'example', isPaused: false } };
  const fits = (reply: Reply) =>
    renderReply(reply, { ...dressing, citations: roomyCitations(reply, [], after, leads) }).length === 1;
  const { reply, citations } = tell(after, kept(before), { fits });
  return renderReply(reply, { ...dressing, citations })[0].components;
}

if (import.meta.main) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('Chromium is needed: install it, or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 740, height: 400 } });
  const pictures = {
    discord: previewPage(exampleComponents('exclusivity')),
    'discord-digest': previewPage(exampleDigest(), 'channel'),
  };
  for (const [name, content] of Object.entries(pictures)) {
    await page.setContent(content);
    await page.locator('main').screenshot({ path: join(root, `docs/pictures/${name}.png`) });
  }
  await browser.close();
}
