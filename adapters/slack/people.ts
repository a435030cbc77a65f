import type { Logger } from '../log.ts';
import { refusalOf } from './post.ts';
import type { SlackClient } from './web-client.ts';

/** The zone that a person has chosen, an IANA name; undefined without the scope users:read. */
export async function timeZoneOf(client: SlackClient, person: string, log: Logger): Promise<string | undefined> {
  try {
    const { user } = await client.once(({ users }) => users.info({ user: person }));
    return user?.tz || undefined;
  } catch (error) {
    log.debug({ code: refusalOf(error) }, 'the time zone of a person is not known');
    return undefined;
  }
}

/**
 * Whether a person manages what stands in a channel: who made it, and whoever manages the workspace. False where Slack
 * does not say so.
 */
export async function managesChannel(
  client: SlackClient,
  person: string,
  channel: string,
  log: Logger,
): Promise<boolean> {
  const [made, administers] = await Promise.all([
    client
      .call(({ conversations }) => conversations.info({ channel }))
      .then(
        ({ channel: found }) => found?.creator === person,
        (error: unknown) => notTold(error, log),
      ),
    client
      .call(({ users }) => users.info({ user: person }))
      .then(
        ({ user }) => user?.is_admin === true || user?.is_owner === true || user?.is_primary_owner === true,
        (error: unknown) => notTold(error, log),
      ),
  ]);
  return made || administers;
}

/** Whether the bot is in the channel; undefined where Slack does not tell. */
export async function isMember(client: SlackClient, channel: string, log: Logger): Promise<boolean | undefined> {
  try {
    const { channel: found } = await client.once(({ conversations }) => conversations.info({ channel }));
    return found?.is_member;
  } catch (error) {
    // A private channel is not there for those who are not in it.
    if (refusalOf(error) === 'channel_not_found') return false;
    notTold(error, log);
    return undefined;
  }
}

function notTold(error: unknown, log: Logger): false {
  log.debug({ code: refusalOf(error) }, 'Slack does not tell who manages a channel');
  return false;
}
