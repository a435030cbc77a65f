import type { Reach } from '../../../src/reply/answer-reply.ts';
import { addressOf } from './ask-page.ts';
import { list, type Markup, markup, NOTHING, page } from './layout.ts';

/** What can be asked, and how. The same as the command line’s `--help`, for the pages. */
export function helpPage(reach: Reach, openings: readonly string[]): Markup {
  return page({
    title: 'Help',
    place: '/help',
    main: markup`<h1>Help</h1>
<div class="prose">
<h2>What it covers</h2>
<p>${reach.documents === 1 ? 'One document' : `${reach.documents} documents`}${reach.oldest && reach.newest ? `, which report from ${reach.oldest} to ${reach.newest}` : ''}: <a href="/sources">the sources</a>. It knows nothing else, and does not search the web.</p>
<h2>How to ask</h2>
<ul>
<li>A word or a name is enough; so is a whole question: who, when, how much, why, what changed.</li>
<li>Ask on: “why?”, “since when?”, “and she?” lean on what was asked before.</li>
<li>“As of a date” answers with what held on that day.</li>
</ul>
${
  openings.length > 0
    ? markup`<p>For example:</p><ul>${list(openings.map((question) => markup`<li><a href="${addressOf([question], undefined)}">${question}</a></li>`))}</ul>`
    : NOTHING
}
<h2>How to read an answer</h2>
<ul>
<li>The words that answer are <strong>bold</strong>; a short answer stands in front where there is one.</li>
<li>A number such as [1] leads to the quoted words in their document.</li>
<li>“Held before” marks what a later statement superseded, with the day on which it ended. “Another source differs” marks disagreement.</li>
<li>Analysis, advice and forecasts are named as such: they are somebody’s opinion.</li>
<li>A question that the sources do not answer is declined, with what comes nearest.</li>
</ul>
<h2>The other pages</h2>
<ul>
<li><a href="/check">Check a claim</a>: supported, contradicted, outdated or not found.</li>
<li><a href="/timeline">Timeline</a>: what happened when, oldest first; what has been superseded is crossed out.</li>
<li><a href="/outlook">Outlook</a>: scenarios, forecasts and risks, with what has been reported since.</li>
</ul>
<h2>For programs</h2>
<p>The same as JSON: <a href="/api/openapi.json">/api/openapi.json</a> describes it.</p>
<h2>What is kept</h2>
<p>Questions and their answers are stored without a name or an address, and deleted after some time. There are no cookies and no scripts. A conversation stands in the page’s address, so that you can keep or share it.</p>
</div>`,
  });
}
