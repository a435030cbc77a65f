import type { App } from '@slack/bolt';
import type { SourceRequest } from '../../src/chat/request.ts';
import { respond } from '../../src/chat/respond.ts';
import { faultReply, noticeReply } from '../../src/reply/notice-reply.ts';
import { timelineReply } from '../../src/reply/timeline-reply.ts';
import { addressOf, prepareFault } from './answer.ts';
import { readValue, requestOf } from './button-value.ts';
import { type Click, type Clicked, clickedOf, messageOf, postBothWays, refusal } from './clicks.ts';
import type { Handling } from './handle.ts';
import { homeView, RECENT } from './home-view.ts';
import { ACTION, CALLBACK, COMMAND, LABEL } from './labels.ts';
import { BUTTON_TEXT_MAX } from './limits.ts';
import type { Message } from './page.ts';
import { passageView } from './passage-view.ts';
import { refusalOf } from './post.ts';
import { reasonOf, reasonView } from './reason-view.ts';
import { renderReply } from './render-reply.ts';
import { modal, readingView } from './reply-view.ts';
import { postToResponseUrl } from './response-url.ts';
import { shownText } from './rich-text.ts';
import { scopeOf } from './utterance.ts';

/** Everything that is no utterance: buttons, modals, App Home. `openings` are questions to begin with. */
export function addListeners(app: App, handling: Handling, openings: () => readonly string[]): void {
  const { bot, answering, store, settings, log } = handling;
  const pageOf = addressOf(settings.publicUrl);

  function onClick(action: string, work: (clicked: Clicked) => Promise<void>): void {
    app.action(new RegExp(`^${action}(?::\\d+)?$`), async ({ ack, body }) => {
      await ack();
      const clicked = await clickedOf(body as unknown as Click, handling);
      const refused = refusal(clicked, handling);
      if (refused) return clicked.tell(noticeReply(refused));
      await work(clicked);
    });
  }

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

  onClick(ACTION.feedback, async ({ click, workspace, value, tell, openView }) => {
    const given = readValue('feedback', value);
    if (!given) return tell(noticeReply('old button'));
    if (given.verdict === 'not-helpful') await openView(reasonView(given.answer));
    const noted = await giveFeedback(workspace, given.answer, click.user.id, given.verdict, undefined);
    if (!noted) await tell(noticeReply('not noted'));
    else if (given.verdict === 'helpful') await tell(noticeReply('thanks'));
  });

  onClick(ACTION.askAgain, async ({ value, tell, openView }) => {
    const asked = readValue('question', value);
    if (!asked) return tell(noticeReply('old button'));
    const pages = pagesOf({ sort: 'ask', text: asked.question });
    await openView(modal(LABEL.answerTitle, pages[0]?.(false).blocks ?? []));
  });

  // A click on a link is told as well, and has to be acknowledged.
  app.action(ACTION.source, ({ ack }) => ack());

  app.view(CALLBACK.reason, async ({ ack, body, view, context }) => {
    await ack();
    const reason = reasonOf(view.state.values);
    if (!reason) return;
    const { workspace } = scopeOf({
      ...(context.teamId && { teamId: context.teamId }),
      ...(context.enterpriseId && { enterpriseId: context.enterpriseId }),
      isEnterpriseInstall: context.isEnterpriseInstall,
    });
    await giveFeedback(workspace, view.private_metadata, body.user.id, 'not-helpful', reason);
  });

  app.event('app_home_opened', async ({ event, context }) => {
    const installation = {
      ...(context.teamId && { teamId: context.teamId }),
      ...(context.enterpriseId && { enterpriseId: context.enterpriseId }),
      isEnterpriseInstall: context.isEnterpriseInstall,
    };
    const client = await handling.clientOf(installation);
    if (event.tab === 'messages') {
      const prompts = openings().map((question) => ({
        title: shownText(question).slice(0, BUTTON_TEXT_MAX),
        message: question,
      }));
      const [first, ...others] = prompts;
      if (!first) return;
      // Workspaces without agents refuse it; the tab is as good without.
      await client
        .once((web) =>
          web.assistant.threads.setSuggestedPrompts({
            channel_id: event.channel,
            prompts: [first, ...others],
          } as never),
        )
        .catch((error: unknown) => log.debug({ code: refusalOf(error) }, 'no suggested prompts'));
      return;
    }
    const recent = await store.recentAnswers(scopeOf(installation), event.user, RECENT).catch(() => []);
    await client.call(({ views }) => views.publish({ user_id: event.user, view: homeView(bot, recent) }));
  });

  app.error(async ({ error, body, context }: Failed) => {
    const fault = prepareFault();
    handling.metrics.errors.inc({ where: 'slack' });
    log.error({ err: error, reference: fault.reference, retry: context.retryNum }, 'a click could not be served');
    const { response_url: url } = body as { response_url?: string };
    if (url)
      await postToResponseUrl(url, messageOf(faultReply(fault.reference)), { visibleTo: 'person' }).catch(() => {});
  });

  function pagesOf(request: SourceRequest): ((modern: boolean) => Message)[] {
    const { reply, citations, followUps } = respond(request, [], bot, `${COMMAND} `);
    const render = (modern: boolean) =>
      renderReply(reply, { citations, followUps, request, shareable: false, addressOf: pageOf, modern });
    const pages = render(true);
    return pages.map((page, i) => (modern) => (modern ? page : (render(false)[i] ?? page)));
  }

  async function giveFeedback(
    workspace: string,
    answer: string,
    person: string,
    verdict: 'helpful' | 'not-helpful',
    reason: string | undefined,
  ): Promise<boolean> {
    const at = new Date().toISOString();
    const feedback = { answer, person, verdict, ...(reason && { reason }), at };
    return await answering.giveFeedback({ platform: 'slack', workspace }, feedback).catch((error: unknown) => {
      log.warn({ err: error }, 'feedback could not be stored');
      return false;
    });
  }
}

/** What Bolt tells of a listener that failed. */
interface Failed {
  readonly error: Error;
  readonly body: unknown;
  readonly context: { readonly retryNum?: number };
}

/** As long as the response_url of a private reply can be used at all. */
const SHARED_FOR_MS = 60 * 60_000;
