import type { SourceDocument } from '../../../src/model.ts';
import { list, type Markup, markup, NOTHING, page } from './layout.ts';

/** The documents, with what is known of each. */
export function sourcesPage(documents: readonly SourceDocument[]): Markup {
  return page({
    title: 'Sources',
    place: '/sources',
    main: markup`<h1>Sources</h1>
<p class="intro">${documents.length === 1 ? 'The one document' : `The ${documents.length} documents`} that answers are made from. What a document does not state about itself is shown as not stated.</p>
<ul class="documents">${list(
      documents.map(
        (document) => markup`<li><h2><a href="/sources/${encodeURIComponent(document.id)}">${document.title}</a></h2>
<p class="facts">${publisherOf(document)} · ${publishedOf(document)}${document.kind ? ` · ${document.kind}` : ''}</p></li>`,
      ),
    )}</ul>`,
  });
}

/** One document in its own words. With `[start, end)`, those are highlighted under `#quote`. */
export function sourcePage(
  document: SourceDocument,
  range: readonly [number, number] | undefined,
  problem: string | undefined,
): Markup {
  const { text, title } = document;
  const [start, end] = range ?? [0, 0];
  return page({
    title: `${title} · Sources`,
    place: '/sources',
    main: markup`<p class="crumb"><a href="/sources">All sources</a></p>
<h1>${title}</h1>
<dl class="facts">
<div><dt>Publisher</dt><dd>${publisherOf(document)}</dd></div>
<div><dt>Published</dt><dd>${publishedOf(document)}</dd></div>
<div><dt>Title</dt><dd>known by its ${document.titleKnownBy}</dd></div>
${document.kind ? markup`<div><dt>Kind</dt><dd>${document.kind}, judged by its form</dd></div>` : NOTHING}
${document.tickers.length > 0 ? markup`<div><dt>Tickers</dt><dd>${document.tickers.join(', ')}</dd></div>` : NOTHING}
${document.tags.length > 0 ? markup`<div><dt>Tags</dt><dd>${document.tags.join(', ')}</dd></div>` : NOTHING}
${document.url ? addressFact(document.url) : NOTHING}
<div><dt>Id</dt><dd><code>${document.id}</code></dd></div>
</dl>
${problem ? markup`<p class="alert" role="status">${problem}</p>` : NOTHING}
${range ? markup`<p class="jump"><a href="#quote">To the quoted words</a></p>` : NOTHING}
<article class="document" aria-label="The document’s text">${
      range
        ? markup`${text.slice(0, start)}<mark id="quote" tabindex="-1">${text.slice(start, end)}</mark>${text.slice(end)}`
        : markup`${text}`
    }</article>`,
  });
}

/** An address becomes a link only where it leads to the web: a document may state any. */
function addressFact(url: string): Markup {
  return markup`<div><dt>Address</dt><dd>${/^https?:\/\//i.test(url) ? markup`<a href="${url}" rel="noreferrer nofollow">${url}</a>` : url}</dd></div>`;
}

function publisherOf({ publisher }: SourceDocument): string {
  return publisher ?? 'publisher not stated';
}

function publishedOf({ published, publishedKnownBy, notBefore }: SourceDocument): string {
  if (published)
    return publishedKnownBy === 'dateline, its year from context' ? `${published}, its year from context` : published;
  return notBefore ? `date not stated, not before ${notBefore}` : 'date not stated';
}
