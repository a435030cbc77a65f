import type { Timeline } from '../../../src/chronicle/timeline.ts';
import { timelineReply } from '../../../src/reply/timeline-reply.ts';
import { alertMarkup, asOfField } from './fields.ts';
import { type Markup, markup, NOTHING, page } from './layout.ts';
import { replyMarkup } from './reply-markup.ts';
import { timelinePicture } from './timeline-picture.ts';

/** What happened when, as a picture and as the same in words. */
export function timelinePage({
  timeline,
  topic,
  asOf,
  newest,
  refused,
}: {
  readonly timeline: Timeline;
  readonly topic: string;
  readonly asOf?: string | undefined;
  readonly newest?: string | undefined;
  readonly refused?: string | undefined;
}): Markup {
  const citations = [
    ...timeline.entries.flatMap((entry) => [entry.citation, ...entry.alsoTold]),
    ...timeline.ahead.map((entry) => entry.citation),
  ];
  return page({
    title: topic ? `${topic} · Timeline` : 'Timeline',
    place: '/timeline',
    main: markup`<h1>Timeline</h1>
<form class="ask" action="/timeline" method="get" role="search">
${refused ? alertMarkup(refused) : NOTHING}
<label for="topic">Only what concerns</label>
<div class="row"><input type="text" id="topic" name="topic" value="${topic}" autocomplete="off" placeholder="everything"><button>Show</button></div>
${asOfField(asOf, newest)}
</form>
${timelinePicture(timeline)}
<article class="answer chronicle" aria-label="The timeline in words">${replyMarkup(timelineReply(timeline), citations)}</article>`,
  });
}
