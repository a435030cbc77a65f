import { raw } from 'hono/html';
import { type Markup, markup } from './layout.ts';

/** The day for which an answer is wanted: folded away until it is used. */
export function asOfField(asOf: string | undefined, newest: string | undefined): Markup {
  return markup`<details class="asof"${asOf ? raw(' open') : ''}><summary>As of a date</summary>
<label for="asOf">What held on this day</label>
<input type="date" id="asOf" name="asOf" value="${asOf ?? ''}">
${newest ? markup`<span class="hint">The sources reach to ${newest}.</span>` : ''}
</details>`;
}

/** One line about what was typed that could not be used. */
export function alertMarkup(message: string): Markup {
  return markup`<p class="alert" role="alert">${message}</p>`;
}
