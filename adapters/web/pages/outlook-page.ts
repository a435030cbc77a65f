import type { Prospect } from '../../../src/chronicle/outlook.ts';
import { outlookReply } from '../../../src/reply/timeline-reply.ts';
import { type Markup, markup, page } from './layout.ts';
import { replyMarkup } from './reply-markup.ts';

/** What the sources expect, with what was reported since. */
export function outlookPage(prospects: readonly Prospect[]): Markup {
  const citations = prospects.flatMap((prospect) => [prospect.citation, ...prospect.since]);
  return page({
    title: 'Outlook',
    place: '/outlook',
    main: markup`<h1>Outlook</h1>
<p class="intro">Scenarios, forecasts and risks that the sources name, each with later reports that bear on it. You judge.</p>
<article class="answer outlook" aria-label="Outlook">${replyMarkup(outlookReply(prospects), citations)}</article>`,
  });
}
