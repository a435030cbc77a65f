import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { DigestWishes } from '../../src/chat/desk-request.ts';
import { readSchedule } from '../../src/chat/schedule.ts';
import { readTimeZone } from '../../src/chat/time-zone.ts';
import { faultReply, noticeReply } from '../../src/reply/notice-reply.ts';
import { plainText, type Reply } from '../../src/reply/reply.ts';
import { LONGEST_TOPIC, MOST_TOPICS } from '../../src/reply/subscription-problem-reply.ts';
import { makeReference } from '../chat-answer.ts';
import { serveDesk } from './desk-service.ts';
import { FIELD, type Filled, readOpened, requestIn } from './digest-view.ts';
import type { Handling } from './handle.ts';
import { CALLBACK, LABEL } from './labels.ts';
import { ACK_WITHIN_MS, FIELD_ERROR_MAX } from './limits.ts';
import { modal, readingView } from './reply-view.ts';
import { plain, richSection, richText } from './rich-text.ts';
import { installationOf, scopeOf } from './utterance.ts';

/** What takes longer is shown when it is there: Slack waits three seconds for a form, the way here included. */
const SHOWN_AT_ONCE_MS = ACK_WITHIN_MS / 2;

/** The form of a subscription is sent: what is wrong stands beside its field, else the form gives way to what was done. */
export function addDigestForm(app: App, handling: Handling): void {
  const { clientOf, log, metrics } = handling;

  app.view(CALLBACK.digest, async ({ ack, body, view, context }) => {
    const show = (reply: Reply) => ack({ response_action: 'update', view: readingView(LABEL.digest, reply) });
    const opened = readOpened(view.private_metadata);
    if (!opened) return show(noticeReply('old button'));
    const installation = installationOf(context);
    const client = await clientOf(installation);
    const request = requestIn(view.state.values as Filled, opened);
    const { channel, personal, direct } = opened;
    const standing = {
      installation,
      person: body.user.id,
      channel,
      personal,
      ...(direct && { direct }),
      // Sent twice, it is one form.
      key: ['slack', scopeOf(installation).workspace, 'form', view.id].join(':'),
      isPrivate: true,
    };
    const serving = serveDesk(request, standing, client, handling).catch((error: unknown) => {
      const reference = makeReference();
      metrics.errors.inc({ where: 'slack' });
      log.error({ err: error, reference }, 'a form could not be served');
      return { reply: faultReply(reference), failed: true };
    });
    const served = await Promise.race([serving, sleep(SHOWN_AT_ONCE_MS, undefined, { ref: false })]);
    if (!served) {
      await ack({
        response_action: 'update',
        view: modal(LABEL.digest, [richText([richSection([{ text: LABEL.oneMoment }])])]),
      });
      const { reply } = await serving;
      await client.call(({ views }) => views.update({ view_id: view.id, view: readingView(LABEL.digest, reply) }));
      return;
    }
    if ('failed' in served || served.subscription) return show(served.reply);
    const wrong = plain(plainText(served.reply), FIELD_ERROR_MAX).text;
    await ack({ response_action: 'errors', errors: { [wrongField(request.wishes, view.state.values)]: wrong } });
  });
}

/** Beside which field it stands that nothing was done. */
function wrongField({ when, timeZone, topics = [] }: DigestWishes, values: object): string {
  if (when === undefined || !readSchedule(when).readable) return FIELD.otherWhen;
  if (timeZone === undefined || readTimeZone(timeZone) === undefined) return FIELD.timeZone;
  if (topics.length > MOST_TOPICS || topics.some(({ length }) => length > LONGEST_TOPIC)) return FIELD.topics;
  // What is left is who may post where; what goes to a person alone has no channel to choose.
  return FIELD.channel in values ? FIELD.channel : FIELD.otherWhen;
}
