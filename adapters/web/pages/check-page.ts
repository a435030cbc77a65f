import type { Checked } from '../../../src/claim/check.ts';
import { MAX_QUESTION_CHARACTERS } from '../../../src/question/read.ts';
import type { Reach } from '../../../src/reply/answer-reply.ts';
import { checkReply } from '../../../src/reply/check-reply.ts';
import { alertMarkup, asOfField } from './fields.ts';
import { type Markup, markup, NOTHING, page } from './layout.ts';
import { replyMarkup } from './reply-markup.ts';

/** A claim held against the sources, and the form for the next. */
export function checkPage({
  claim,
  checked,
  reach,
  asOf,
  refused,
}: {
  readonly claim: string;
  readonly checked?: Checked | undefined;
  readonly reach: Reach;
  readonly asOf?: string | undefined;
  readonly refused?: string | undefined;
}): Markup {
  return page({
    title: checked ? `${claim} · Check a claim` : 'Check a claim',
    place: '/check',
    main: markup`<h1>Check a claim</h1>
<p class="intro">Write what somebody says as a sentence. The sources support it, contradict it, held it true once, or do not say.</p>
${refused ? alertMarkup(refused) : NOTHING}
<form class="ask" action="/check" method="get">
<label for="claim">The claim</label>
<textarea id="claim" name="claim" rows="3" required maxlength="${MAX_QUESTION_CHARACTERS}">${claim}</textarea>
${asOfField(asOf, reach.newest)}
<p class="send"><button>Check</button></p>
</form>
${
  checked
    ? markup`<article class="answer verdict-${checked.verdict}" aria-label="The verdict"><h2 class="asked">${claim}</h2>${replyMarkup(checkReply(checked, reach), checked.citations)}</article>`
    : NOTHING
}`,
  });
}
