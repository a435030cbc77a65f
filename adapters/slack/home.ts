import type { App } from '@slack/bolt';
import type { Handling } from './handle.ts';
import { homeView, RECENT } from './home-view.ts';
import { BUTTON_TEXT_MAX } from './limits.ts';
import { refusalOf } from './post.ts';
import { shownText } from './rich-text.ts';
import { installationOf, scopeOf } from './utterance.ts';

/** App Home, and the questions to begin with under Messages. */
export function addHome(app: App, { bot, store, log, clientOf }: Handling, openings: () => readonly string[]): void {
  app.event('app_home_opened', async ({ event, context }) => {
    const installation = installationOf(context);
    const client = await clientOf(installation);
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
}
