import type { App } from '@slack/bolt';
import type { SourceRequest } from '../../src/chat/request.ts';
import { respond } from '../../src/chat/respond.ts';
import { noticeReply } from '../../src/reply/notice-reply.ts';
import { timelineReply } from '../../src/reply/timeline-reply.ts';
import { addressOf } from './answer.ts';
import { readValue, requestOf } from './button-value.ts';
import { postBothWays } from './clicks.ts';
import type { Handling } from './handle.ts';
import { ACTION, COMMAND, LABEL } from './labels.ts';
import type { OnClick } from './on-click.ts';
import type { Message } from './page.ts';
import { passageView } from './passage-view.ts';
import { renderReply } from './render-reply.ts';
import { modal, readingView } from './reply-view.ts';

/** As long as the response_url of a private reply can be used at all. */
const SHARED_FOR_MS = 60 * 60_000;

/** The buttons under an answer, and those of App Home: passages, the timeline, more of it, sharing, asking again. */
export function addAnswerButtons(app: App, onClick: OnClick, handling: Handling): void {
  const { bot, store, settings } = handling;
  const pageOf = addressOf(settings.publicUrl);

  onClick(ACTION.passage, ({ value, tell, openView }) => {
    const place = readValue('place', value);
    if (!place) return tell(noticeReply('old button'));
    const document = bot.corpus.documents.find(({ id }) => id === place.document);
    const cited = document && settings.publicUrl && pageOf(place);
    const view = passageView(place, bot.corpus, cited || undefined);
    return view ? openView(view) : tell(noticeReply('changed since'));
  });

  onClick(ACTION.timeline, ({ value, tell, openView }) => {
    const topic = readValue('question', value);
    if (!topic) return tell(noticeReply('old button'));
    const about = bot.timeline({ topic: topic.question });
    const none = about.entries.length === 0 && about.ahead.length === 0;
    return openView(readingView(LABEL.timeline, timelineReply(none ? bot.timeline({}) : about)));
  });

  onClick(ACTION.more, async ({ click, value, tell }) => {
    const again = readValue('again', value);
    if (!again || !click.response_url) return tell(noticeReply('old button'));
    const page = pagesOf(requestOf(again))[again.page];
    if (!page) return tell(noticeReply('changed since'));
    await postBothWays(click.response_url, page, 'person');
  });

  onClick(ACTION.share, async ({ click, workspace, value, tell }) => {
    const again = readValue('again', value);
    if (!again || !click.response_url) return tell(noticeReply('old button'));
    const now = Date.now();
    const key = `slack:share:${workspace}:${click.channel?.id}:${click.container?.message_ts}`;
    // Where the store is away, a double click may share twice: better than not at all.
    const first = await store
      .claimOnce(key, new Date(now).toISOString(), new Date(now + SHARED_FOR_MS).toISOString())
      .catch(() => true);
    if (!first) return tell(noticeReply('shared before'));
    const page = pagesOf(requestOf(again))[0];
    if (page) await postBothWays(click.response_url, page, 'channel');
    await tell(noticeReply('shared'));
  });

  onClick(ACTION.askAgain, async ({ value, tell, openView }) => {
    const asked = readValue('question', value);
    if (!asked) return tell(noticeReply('old button'));
    const pages = pagesOf({ sort: 'ask', text: asked.question });
    await openView(modal(LABEL.answerTitle, pages[0]?.(false).blocks ?? []));
  });

  // A click on a link is told as well, and has to be acknowledged.
  app.action(ACTION.source, ({ ack }) => ack());

  function pagesOf(request: SourceRequest): ((modern: boolean) => Message)[] {
    const { reply, citations, followUps } = respond(request, [], bot, `${COMMAND} `);
    const { sort, text } = request;
    const watch = sort === 'ask' && { watch: { question: text, ...(request.asOf && { asOf: request.asOf }) } };
    const render = (modern: boolean) =>
      renderReply(reply, { citations, followUps, request, ...watch, shareable: false, addressOf: pageOf, modern });
    const pages = render(true);
    return pages.map((page, i) => (modern) => (modern ? page : (render(false)[i] ?? page)));
  }
}
