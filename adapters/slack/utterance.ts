import { z } from 'zod';
import type { Scope } from '../../src/store/scope.ts';
import { readValue } from './button-value.ts';
import { ACTION, CALLBACK } from './labels.ts';
import { mentionsSomebody, plainWords } from './plain-words.ts';

/** Whose token answers, as Bolt looks it up: a workspace, or the organisation that installed the app for all of its own. */
export const installationSchema = z.object({
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  isEnterpriseInstall: z.boolean(),
});

/** Something that a person said and waits for a reply to. It is kept until the reply is posted. */
export const utteranceSchema = z.object({
  v: z.literal(1),
  /** The same for every delivery of one event. */
  key: z.string(),
  sort: z.enum(['command', 'mention', 'direct', 'overheard', 'check', 'follow-up']),
  installation: installationSchema,
  channel: z.string(),
  /** The thread to answer in; absent where the reply is for one person. */
  thread: z.string().optional(),
  person: z.string(),
  text: z.string(),
  /** Answers where the bot is no member, for 30 minutes. */
  responseUrl: z.string().optional(),
  /** By which a form can be opened, for 3 seconds. */
  trigger: z.string().optional(),
  /** Somebody of another workspace, in a shared channel. */
  external: z.boolean(),
});

export type Utterance = z.infer<typeof utteranceSchema>;
export type InstallationKey = z.infer<typeof installationSchema>;

/** The scope of all that is kept for an installation. */
export function scopeOf({ teamId, enterpriseId, isEnterpriseInstall }: InstallationKey): Scope {
  return { platform: 'slack', workspace: (isEnterpriseInstall ? enterpriseId : teamId) ?? teamId ?? '' };
}

/** The same out of what Bolt tells a listener. */
export function installationOf({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: {
  readonly teamId?: string;
  readonly enterpriseId?: string;
  readonly isEnterpriseInstall: boolean;
}): InstallationKey {
  return { ...(teamId && { teamId }), ...(enterpriseId && { enterpriseId }), isEnterpriseInstall };
}

const id = z.string().nullish();

const eventBody = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  enterprise_id: id,
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(z.object({ team_id: id, enterprise_id: id, user_id: id, is_enterprise_install: z.boolean().nullish() }))
    .nullish(),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel: z.string(),
    channel_type: id,
    user: z.string(),
    text: z.string(),
    ts: z.string(),
    thread_ts: id,
    subtype: id,
    bot_id: id,
    user_team: id,
    source_team: id,
    team: id,
  }),
});

const commandBody = z.object({
  command: z.string(),
  text: z.string().nullish(),
  team_id: z.string(),
  enterprise_id: id,
  is_enterprise_install: z.string().nullish(),
  channel_id: z.string(),
  user_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string(),
});

const interactiveBody = z.object({
  type: z.enum(['message_action', 'block_actions']),
  callback_id: id,
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
  user: z.object({ id: z.string(), team_id: id }),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({ message_ts: id, thread_ts: id, is_ephemeral: z.boolean().nullish() }).nullish(),
  message: z.object({ text: z.string().nullish(), ts: id, thread_ts: id }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).nullish(),
  response_url: z.string().nullish(),
  trigger_id: z.string(),
});

/** What people add to a message, and still say something: everything else with a subtype is no utterance. */
const SPOKEN_SUBTYPES: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast']);

/** The utterance in what Slack sent; undefined where there is none: an edit, a bot's message, a click that asks nothing. */
export function readUtterance(body: unknown): Utterance | undefined {
  const event = eventBody.safeParse(body);
  if (event.success) return fromEvent(event.data);
  const command = commandBody.safeParse(body);
  if (command.success) return fromCommand(command.data);
  const interactive = interactiveBody.safeParse(body);
  return interactive.success ? fromInteraction(interactive.data) : undefined;
}

function fromEvent({ event, ...body }: z.infer<typeof eventBody>): Utterance | undefined {
  const authorization = body.authorizations?.[0];
  const teamId = authorization?.team_id ?? body.team_id;
  const enterpriseId = authorization ? authorization.enterprise_id : body.enterprise_id;
  if (event.bot_id || (event.subtype && !SPOKEN_SUBTYPES.has(event.subtype))) return undefined;
  if (event.user === authorization?.user_id) return undefined;
  const sort = event.type === 'app_mention' ? 'mention' : event.channel_type === 'im' ? 'direct' : 'overheard';
  // A mention comes a second time as a message; what is said outside of threads is not for us.
  if (sort === 'overheard' && (!event.thread_ts || mentionsSomebody(event.text))) return undefined;
  const from = event.user_team ?? event.source_team ?? (body.is_ext_shared_channel ? event.team : undefined);
  const installation = {
    ...(teamId && { teamId }),
    ...(enterpriseId && { enterpriseId }),
    isEnterpriseInstall: authorization?.is_enterprise_install === true,
  };
  return {
    v: 1,
    key: ['slack', scopeOf(installation).workspace, 'message', event.channel, event.ts].join(':'),
    sort,
    installation,
    channel: event.channel,
    thread: event.thread_ts ?? event.ts,
    person: event.user,
    text: plainWords(event.text),
    external: isForeign(from, installation),
  };
}

/** Somebody of another house; within an organisation the workspaces are one. */
export function isForeign(
  team: string | null | undefined,
  { teamId, enterpriseId, isEnterpriseInstall }: InstallationKey,
) {
  if (!team || isEnterpriseInstall) return false;
  return team !== teamId && team !== enterpriseId;
}

function fromCommand(body: z.infer<typeof commandBody>): Utterance {
  const installation = {
    teamId: body.team_id,
    ...(body.enterprise_id && { enterpriseId: body.enterprise_id }),
    isEnterpriseInstall: body.is_enterprise_install === 'true',
  };
  return {
    v: 1,
    key: ['slack', scopeOf(installation).workspace, 'command', body.trigger_id].join(':'),
    sort: 'command',
    installation,
    channel: body.channel_id,
    person: body.user_id,
    text: plainWords(body.text ?? ''),
    responseUrl: body.response_url,
    trigger: body.trigger_id,
    external: false,
  };
}

function fromInteraction(body: z.infer<typeof interactiveBody>): Utterance | undefined {
  const teamId = body.team?.id ?? body.user.team_id;
  const installation = {
    ...(teamId && { teamId }),
    ...(body.enterprise?.id && { enterpriseId: body.enterprise.id }),
    isEnterpriseInstall: body.is_enterprise_install === true,
  };
  const base = {
    v: 1 as const,
    key: ['slack', scopeOf(installation).workspace, 'trigger', body.trigger_id].join(':'),
    installation,
    channel: body.channel?.id ?? body.user.id,
    person: body.user.id,
    ...(body.response_url && { responseUrl: body.response_url }),
    external: isForeign(body.user.team_id, installation),
  };
  if (body.type === 'message_action')
    return body.callback_id === CALLBACK.check && body.response_url
      ? { ...base, sort: 'check', text: plainWords(body.message?.text ?? '') }
      : undefined;
  const action = body.actions?.[0];
  if (!action?.action_id.startsWith(ACTION.followUp)) return undefined;
  const asked = readValue('question', action.value ?? undefined);
  if (!asked) return undefined;
  // What one person alone sees is not continued before everybody.
  const isPrivate = body.container?.is_ephemeral === true;
  const thread = isPrivate ? undefined : (body.message?.thread_ts ?? body.container?.thread_ts ?? body.message?.ts);
  return { ...base, sort: 'follow-up', text: asked.question, ...(thread && { thread }) };
}
