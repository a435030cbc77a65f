import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskRequest } from '../../src/chat/desk-request.ts';
import type { Notice } from '../../src/reply/notice-reply.ts';
import type { Allowance } from '../allowance.ts';
import type { Keeper } from '../chat-keeper.ts';
import { writeAddress } from './address.ts';
import { allowanceKeys, type Prepared, prepareFault, prepareNotice, prepareReply, requestOf } from './answer.ts';
import { standingOf } from './caller.ts';
import { opensForm, serveDesk } from './desk-service.ts';
import type { SlackParts } from './parts.ts';
import { type Posted, PostRefused, PostUnsure, postReply } from './post.ts';
import type { Statuses } from './status.ts';
import { type InstallationKey, scopeOf, type Utterance } from './utterance.ts';
import type { SlackClient } from './web-client.ts';

/** The client of an installation; rejects where there is none. */
export type ClientOf = (installation: InstallationKey) => Promise<SlackClient>;

export interface Handling extends SlackParts {
  readonly clientOf: ClientOf;
  readonly statuses: Statuses;
  readonly allowances: { readonly person: Allowance; readonly workspace: Allowance };
  /** Resolves when it is one's turn to work. */
  readonly turn: () => Promise<void>;
  readonly keeper: Keeper;
}

export interface Circumstances {
  /** The store holds it until it is settled. */
  readonly kept: boolean;
  /** It is answered after a crash: the person has waited. */
  readonly late: boolean;
}

/** How long one waits between tries, while Slack cannot be reached. */
const AGAIN_AFTER_MS = [1000, 10_000, 60_000] as const;

/**
 * Answers an utterance, whatever happens: with the reply, a friendly line or, where something breaks, a reference. It
 * never rejects. What the store holds is settled at the end; if the process dies before, another one takes over.
 */
export async function handleUtterance(
  utterance: Utterance,
  circumstances: Circumstances,
  handling: Handling,
): Promise<void> {
  const { log, metrics } = handling;
  try {
    await handling.turn();
    const client = await handling.clientOf(utterance.installation);
    await answerOrApologise(client, utterance, circumstances, handling);
  } catch (error) {
    metrics.errors.inc({ where: 'slack' });
    log.error({ err: error, code: error instanceof PostRefused ? error.code : undefined }, 'nothing could be posted');
  }
  if (circumstances.kept) await handling.keeper.settle(utterance.key);
}

async function answerOrApologise(
  client: SlackClient,
  utterance: Utterance,
  circumstances: Circumstances,
  handling: Handling,
): Promise<void> {
  const { log, metrics } = handling;
  try {
    const prepared = await prepare(client, utterance, circumstances, handling);
    if (!prepared || !(await mayPost(utterance, circumstances, handling))) return;
    const posted = await postAll(client, utterance, prepared);
    if (posted && prepared.given) await remember(utterance, posted, prepared.given, handling);
  } catch (error) {
    if (error instanceof PostRefused) throw error;
    if (error instanceof PostUnsure) {
      log.warn({ err: error }, 'it is not known whether a reply is posted: an apology follows');
      await apologise(client, utterance);
      return;
    }
    const fault = prepareFault();
    metrics.errors.inc({ where: 'slack' });
    log.error({ err: error, reference: fault.reference }, 'an utterance could not be answered');
    if (utterance.sort !== 'overheard' && (await mayPost(utterance, circumstances, handling)))
      await postAll(client, utterance, fault);
  }
}

/** Where a public answer stands is kept, so that it gets a note should it stop being true. */
function remember(
  { installation, person, thread }: Utterance,
  { channel, ts }: Posted,
  given: NonNullable<Prepared['given']>,
  { rememberGiven }: Handling,
): Promise<void> {
  const address = writeAddress(installation);
  return rememberGiven({
    scope: scopeOf(installation),
    ...given,
    person,
    channel,
    thread: thread ?? ts,
    message: ts,
    address,
  });
}

async function prepare(
  client: SlackClient,
  utterance: Utterance,
  { late }: Circumstances,
  handling: Handling,
): Promise<Prepared | undefined> {
  const { settings, allowances, statuses, metrics } = handling;
  const scope = scopeOf(utterance.installation);
  // Into the talk of others nothing is said but answers.
  const notice = (of: Notice) => Promise.resolve(utterance.sort === 'overheard' ? undefined : prepareNotice(of));
  if (utterance.external && !settings.allowExternal) return notice('external');
  if (!late) {
    const keys = allowanceKeys(scope, utterance.person);
    const now = Date.now();
    if (!allowances.person.take(keys.person, now)) {
      metrics.refused.inc({ why: 'slack person' });
      return notice('too many of a person');
    }
    if (!allowances.workspace.take(keys.workspace, now)) {
      metrics.refused.inc({ why: 'slack workspace' });
      return notice('too many of a workspace');
    }
  }
  const request = requestOf(utterance, handling.bot.corpus.newest);
  const standing = standingOf(utterance);
  if (!late && (await opensForm(request, standing, utterance.trigger, client, handling))) return undefined;
  const atDesk = (asked: DeskRequest) => serveDesk(asked, standing, client, handling);
  return statuses.during(client, scope.workspace, utterance, () =>
    prepareReply(utterance, handling, { late, request, atDesk }),
  );
}

/** False where another process has taken the event over: it answers. */
function mayPost({ key }: Utterance, { kept }: Circumstances, { keeper }: Handling): Promise<boolean> {
  return kept ? keeper.mayPost(key) : Promise.resolve(true);
}

/** Resolves to where the first message stands, as far as Slack tells. */
async function postAll(client: SlackClient, utterance: Utterance, prepared: Prepared): Promise<Posted | undefined> {
  const first = await postReply(client, utterance, (modern) => prepared.message(0, modern));
  for (let index = 1; index < prepared.messages; index += 1)
    await postReply(client, utterance, (modern) => prepared.message(index, modern));
  return first;
}

/** Says that it was interrupted. A second reply could be a double, silence would be worse. */
export async function apologise(client: SlackClient, utterance: Utterance): Promise<void> {
  const notice = prepareNotice('interrupted');
  for (const wait of [...AGAIN_AFTER_MS, undefined]) {
    try {
      await postAll(client, utterance, notice);
      return;
    } catch (error) {
      if (wait === undefined || !(error instanceof PostUnsure)) throw error;
      await sleep(wait);
    }
  }
}
