import type { ModalView } from '@slack/types';
import type { Notice } from '../../src/reply/notice-reply.ts';
import { plainText, type Reply } from '../../src/reply/reply.ts';
import { allowanceKeys } from './answer.ts';
import { isDirect, type Standing } from './caller.ts';
import type { Handling } from './handle.ts';
import { LABEL } from './labels.ts';
import type { Message } from './page.ts';
import { refusalOf } from './post.ts';
import { readingView, section } from './reply-view.ts';
import { postToResponseUrl } from './response-url.ts';
import { escapedText, richText } from './rich-text.ts';
import { type InstallationKey, isForeign, scopeOf } from './utterance.ts';
import type { SlackClient } from './web-client.ts';

/** The fields of a click that are needed here; Slack's own types differ for every sort of place. */
export interface Click {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team?: { readonly id: string } | null;
  readonly enterprise?: { readonly id: string } | null;
  readonly is_enterprise_install?: boolean;
  readonly channel?: { readonly id?: string };
  readonly container?: { readonly message_ts?: string; readonly thread_ts?: string; readonly is_ephemeral?: boolean };
  readonly message?: { readonly thread_ts?: string };
  readonly view?: unknown;
  readonly trigger_id: string;
  readonly response_url?: string;
  readonly actions?: readonly { readonly value?: string }[];
}

/** What a listener has of a click, read once. */
export interface Clicked {
  readonly click: Click;
  readonly client: SlackClient;
  readonly workspace: string;
  readonly value: string | undefined;
  readonly tell: (reply: Reply) => Promise<void>;
  readonly openView: (view: ModalView) => Promise<void>;
}

/** Reads a click, and how it is answered. */
export async function clickedOf(click: Click, { clientOf }: Handling): Promise<Clicked> {
  const installation = installationOf(click);
  const client = await clientOf(installation);
  const { trigger_id } = click;
  return {
    click,
    client,
    workspace: scopeOf(installation).workspace,
    value: click.actions?.[0]?.value,
    tell: async (reply) => {
      if (click.response_url) await postToResponseUrl(click.response_url, messageOf(reply), { visibleTo: 'person' });
      else await client.once(({ views }) => views.push({ trigger_id, view: readingView(LABEL.answerTitle, reply) }));
    },
    openView: async (view) => {
      // A click in a modal opens the next one on top of it; App Home is a view as well, and no modal.
      const inModal = isModal(click.view);
      await client.once(({ views }) => (inModal ? views.push({ trigger_id, view }) : views.open({ trigger_id, view })));
    },
  };
}

/** Who clicked, and where: in the thread of the message or, where only they see it, for themselves. */
export function standingOf({ click, workspace }: Clicked): Standing {
  const { user, container, message, trigger_id } = click;
  const channel = click.channel?.id;
  const isPrivate = channel === undefined || container?.is_ephemeral === true;
  const personal = channel === undefined || isDirect(channel);
  const thread = isPrivate ? undefined : (message?.thread_ts ?? container?.thread_ts ?? container?.message_ts);
  return {
    installation: installationOf(click),
    person: user.id,
    channel: channel ?? user.id,
    personal,
    // What is seen by one alone may stand in the direct messages of others.
    ...(personal && !isPrivate && { direct: channel }),
    ...(thread && { thread }),
    key: ['slack', workspace, 'trigger', trigger_id].join(':'),
    isPrivate,
  };
}

function isModal(view: unknown): boolean {
  return typeof view === 'object' && view !== null && 'type' in view && view.type === 'modal';
}

/** Why a click is not served. */
export function refusal({ click, workspace }: Clicked, { settings, allowances }: Handling): Notice | undefined {
  if (!settings.allowExternal && isForeign(click.user.team_id, installationOf(click))) return 'external';
  const keys = allowanceKeys({ platform: 'slack', workspace }, click.user.id);
  const now = Date.now();
  if (!allowances.person.take(keys.person, now)) return 'too many of a person';
  return allowances.workspace.take(keys.workspace, now) ? undefined : 'too many of a workspace';
}

/** A line or two without buttons. */
export function messageOf(reply: Reply): Message {
  return {
    text: escapedText(plainText(reply)),
    blocks: [richText(reply.lines.map(section))],
  };
}

/** In the newest blocks, and in older ones where these are refused. */
export async function postBothWays(
  url: string,
  page: (modern: boolean) => Message,
  visibleTo: 'person' | 'channel',
): Promise<void> {
  try {
    await postToResponseUrl(url, page(true), { visibleTo });
  } catch (error) {
    if (!refusalOf(error)?.startsWith('invalid_')) throw error;
    await postToResponseUrl(url, page(false), { visibleTo });
  }
}

function installationOf({ team, user, enterprise, is_enterprise_install }: Click): InstallationKey {
  const teamId = team?.id ?? user.team_id;
  return {
    ...(teamId && { teamId }),
    ...(enterprise?.id && { enterpriseId: enterprise.id }),
    isEnterpriseInstall: is_enterprise_install === true,
  };
}
