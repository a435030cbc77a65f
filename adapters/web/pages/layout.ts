import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup in which everything that was not written here is escaped. */
export type Markup = HtmlEscapedString;

/** Nothing, where markup is wanted. */
export const NOTHING: Markup = raw('');

const PLACES = [
  ['/', 'Ask'],
  ['/check', 'Check a claim'],
  ['/timeline', 'Timeline'],
  ['/outlook', 'Outlook'],
  ['/sources', 'Sources'],
  ['/help', 'Help'],
] as const;

export type Place = (typeof PLACES)[number][0];

/** `html` gives a promise only where something in it is one, and nothing here is. */
export function markup(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return html(strings, ...values) as Markup;
}

export function list(items: readonly Markup[]): Markup {
  return raw(items.join(''));
}

/** A whole page. `place` is where in the navigation it stands. */
export function page({
  title,
  place,
  main,
}: {
  readonly title: string;
  readonly place?: Place | undefined;
  readonly main: Markup;
}): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M4 5h16v11H11l-4 4v-4H4z"/></svg>Ask the sources</a>
<nav aria-label="Pages"><ul>
${list(
  PLACES.map(
    ([path, label]) =>
      markup`<li><a href="${path}"${path === place ? raw(' aria-current="page"') : ''}>${label}</a></li>`,
  ),
)}
</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="bottom"><p>Every quote is taken from its source character for character, and leads to the place where it stands.</p></footer>
</body>
</html>`;
}
