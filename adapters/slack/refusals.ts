import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { PostOutcome } from '../../src/outlet.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { NotInstalled } from './installations.ts';
import { UnreadableSecret } from './token-cipher.ts';
import { wasNotSent } from './web-client.ts';

type Unposted = Exclude<PostOutcome, { readonly result: 'posted' }>;

const INVITE = 'invite it with “/invite”';
const INSTALL = 'install it again';
/** Why digests of a workspace are paused. */
export const REMOVED_BECAUSE = `the app was removed from the workspace: ${INSTALL}`;
const ASK_ADMIN = 'ask whoever manages the workspace';

/**
 * What only a person can mend, by Slack's word for it (https://docs.slack.dev/reference/methods/chat.postMessage#errors),
 * and what to do.
 */
const FOR_GOOD: Readonly<Record<string, string>> = {
  channel_not_found: `the channel is gone, or the app is no member of it: ${INVITE}, or choose another channel`,
  not_in_channel: `the app is no member of the channel: ${INVITE}`,
  is_archived: 'the channel is archived: take it out of the archive, or choose another one',
  restricted_action: `the workspace does not let the app post there: ${ASK_ADMIN}`,
  restricted_action_non_threadable_channel: 'the channel takes no threads: choose another one',
  restricted_action_read_only_channel: 'only some people may post in the channel: allow the app, or choose another one',
  restricted_action_thread_locked: 'the thread is locked',
  restricted_action_thread_only_channel: 'the channel takes only threads: choose another one',
  no_permission: `the app may not post there: ${ASK_ADMIN}`,
  cannot_reply_to_message: 'the message that it belongs to takes no replies',
  messages_tab_disabled: 'direct messages to the app are switched off: they are in its settings under “App Home”',
  user_not_found: 'the person is no longer in the workspace',
  user_disabled: 'the person is no longer in the workspace',
  team_access_not_granted: `the organisation has not given the app access to this workspace: ${ASK_ADMIN}`,
  ekm_access_denied: `the workspace has suspended posting there: ${ASK_ADMIN}`,
  missing_scope: `the app lacks a scope of its manifest: add it, and ${INSTALL}`,
  not_allowed_token_type: `the app has a token of another sort: ${INSTALL}`,
  invalid_auth: `the app’s token is not accepted: ${INSTALL}`,
  not_authed: `the app has no token: ${INSTALL}`,
  token_revoked: `the app’s token was taken back: ${INSTALL}`,
  token_expired: `the app’s token has run out: ${INSTALL}`,
  account_inactive: REMOVED_BECAUSE,
  team_disabled: 'the workspace is switched off',
};

/** Slack did nothing, and may do it later. */
const FOR_NOW: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'org_login_required',
  'access_denied',
  'accesslimited',
]);

/** "It's possible some aspect of the operation succeeded before the error was raised", says Slack of these. */
const MAYBE_DONE: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

const UNKNOWN_WHETHER = 'the connection to Slack broke while it was posted: look whether it is there';

/** What became of a post that failed. */
export function outcomeOf(error: unknown): Unposted {
  const early = beforePosting(error);
  if (early) return early;
  if (error instanceof WebAPIRateLimitedError)
    return { result: 'later', because: 'Slack takes no more for now', afterMs: error.retryAfter * 1000 };
  if (wasNotSent(error)) return { result: 'later', because: 'Slack cannot be reached' };
  // The others come from what stands between us and Slack, which may have got it.
  if (error instanceof WebAPIHTTPError && error.statusCode === 503)
    return { result: 'later', because: 'Slack is not available' };
  if (!(error instanceof WebAPIPlatformError)) return { result: 'unsure', because: UNKNOWN_WHETHER };
  const code = error.data.error;
  if (MAYBE_DONE.has(code)) return { result: 'unsure', because: UNKNOWN_WHETHER };
  if (FOR_NOW.has(code)) return { result: 'later', because: 'Slack does not take it for now' };
  return { result: 'refused', because: FOR_GOOD[code] ?? `Slack refuses it (${code})` };
}

/** Failures of finding the token, where nothing was sent. */
function beforePosting(error: unknown): Unposted | undefined {
  for (const one of chainOf(error)) {
    if (one instanceof NotInstalled)
      return { result: 'refused', because: `the app is no longer installed in the workspace: ${INSTALL}` };
    if (one instanceof UnreadableSecret)
      return { result: 'refused', because: `the app’s token cannot be read: ${INSTALL}` };
    if (one instanceof StoreUnavailable) return { result: 'later', because: 'the store cannot be reached' };
  }
  return undefined;
}

/** The error and what caused it, wherever a library puts that. */
function* chainOf(error: unknown): Generator<Error> {
  for (let one = error; one instanceof Error; one = 'original' in one ? one.original : one.cause) yield one;
}
