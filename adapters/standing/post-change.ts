import type { Outlet, PostOutcome } from '../../src/outlet.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { splitReply } from '../../src/reply/split-reply.ts';
import { NO_LONGER_HOLDS, standingReply } from '../../src/reply/standing-reply.ts';
import { type Telling, writeBasis } from '../../src/standing/written-basis.ts';
import type { DeliveryOutcome, DeliveryState } from '../../src/store/deliveries.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import { type Changed, type Claimed, instant, placeOf, type TellingParts, type Told } from './parts.ts';
import { postKey } from './tell-key.ts';

/** Between tries; then twice as long each time. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
/** About a day. */
const MOST_TRIES = 30;

/** Posts a change that is claimed, and records what became of it. */
export async function postChange(claimed: Claimed, changed: Changed, parts: TellingParts): Promise<Told> {
  const { standing, before, telling, key, outlet } = claimed;
  const { store, owner, now } = parts;
  const isThere = await store.moveStanding(
    { ...standing, basis: writeBasis({ ...before, telling }) },
    standing.changes,
  );
  // It is no longer watched, or what was asked is forgotten.
  if (!isThere) return release(claimed, undefined, 0, parts);
  const { reply, citations } = standingReply(standing.sort, changed, before, parts.bot.reach);
  const [first] = splitReply(reply, (part) => outlet.fits(part, citations));
  if (!(await store.recordDelivery(key, owner, { state: 'posting', at: instant(now()) }))) return 'waiting';
  const outcome = await outlet.post(placeOf(standing), {
    reply: first,
    citations,
    key: postKey(key),
    dress: { sort: 'note' },
  });
  return conclude(claimed, await settled(outcome, claimed, first, parts), parts);
}

/** After a crash between posting and recording: what stands there is recorded, what does not is free to be posted. */
export async function reconcile(claimed: Claimed, parts: TellingParts): Promise<Told | 'not there'> {
  const { standing, telling, key, outlet } = claimed;
  const seen = await outlet.find(placeOf(standing), postKey(key), telling.since);
  if (seen.found === 'there') return conclude(claimed, { state: 'posted', ...linkOf(seen) }, parts);
  if (seen.found === 'unknown') return conclude(claimed, { state: 'uncertain', reason: UNKNOWN }, parts);
  await release(claimed, undefined, 0, parts);
  return 'not there';
}

const UNKNOWN = 'the process that posted it ended, and the platform does not say whether it stands there';

type Settled = Omit<DeliveryOutcome, 'at'> & { readonly afterMs?: number };

/** What became of it, with a second look where that is not known, and another way where it was refused. */
async function settled(
  outcome: PostOutcome,
  { standing, telling, key, outlet }: Claimed,
  reply: Reply,
  { log }: TellingParts,
): Promise<Settled> {
  switch (outcome.result) {
    case 'posted':
      return { state: 'posted', ...linkOf(outcome) };
    case 'later':
      return { state: 'claimed', reason: outcome.because, ...(outcome.afterMs && { afterMs: outcome.afterMs }) };
    case 'refused':
      log.warn({ platform: standing.scope.platform, sort: standing.sort }, 'a changed answer could not be told there');
      return (await toldAlone(standing, outlet, reply))
        ? { state: 'posted', reason: `told to the person alone: ${outcome.because}` }
        : { state: 'failed', reason: outcome.because };
    case 'unsure': {
      const seen = await outlet.find(placeOf(standing), postKey(key), telling.since);
      if (seen.found === 'there') return { state: 'posted', ...linkOf(seen) };
      return { state: seen.found === 'not there' ? 'claimed' : 'uncertain', reason: outcome.because };
    }
  }
}

/** Whoever asked to be told is told, even where the place is gone. A note belongs to its answer and to nowhere else. */
async function toldAlone(standing: StandingQuestion, outlet: Outlet, reply: Reply): Promise<boolean> {
  const { sort, person, personal, scope, address } = standing;
  if (sort !== 'watch' || personal || person === undefined) return false;
  return await outlet.tell(scope, person, reply, address);
}

function linkOf({ link }: { readonly link?: string }): { readonly link?: string } {
  return link === undefined ? {} : { link };
}

async function conclude(claimed: Claimed, { afterMs, ...outcome }: Settled, parts: TellingParts): Promise<Told> {
  const { standing, telling, key, attempts, outlet } = claimed;
  const { store, owner, now, count } = parts;
  if (outcome.state === 'claimed' && attempts < MOST_TRIES) {
    const pause = afterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10));
    return release(claimed, outcome.reason, pause, parts);
  }
  const state = outcome.state === 'claimed' ? 'failed' : outcome.state;
  if (!(await store.recordDelivery(key, owner, { ...outcome, state, at: instant(now()) }))) return 'waiting';
  count(standing.sort, state);
  return finish(standing, telling, state, outlet, parts);
}

/** Not posted: whoever comes after `pauseMs` may try again. */
async function release(
  { key }: Claimed,
  reason: string | undefined,
  pauseMs: number,
  parts: TellingParts,
): Promise<Told> {
  const { store, owner, now } = parts;
  const at = instant(now());
  await store.recordDelivery(key, owner, { state: 'claimed', ...(reason !== undefined && { reason }), at });
  await store.renewDelivery(key, { owner, now: at, until: instant(now(), pauseMs) });
  return 'waiting';
}

/**
 * Once the delivery is final: the question rests on what was told; the message that held an answer is marked, and the
 * answer had its note. Doing it again does no harm.
 */
export async function finish(
  standing: StandingQuestion,
  telling: Telling,
  state: DeliveryState,
  outlet: Outlet,
  { store, log }: TellingParts,
): Promise<Told> {
  if (standing.sort === 'watch') {
    const told = { basis: writeBasis(telling.basis), corpus: telling.corpus, changes: standing.changes + 1 };
    await store.moveStanding({ ...standing, ...told }, standing.changes);
    return 'done';
  }
  if (standing.message !== undefined && state !== 'failed') {
    const marked = await outlet.mark(placeOf(standing), standing.message, NO_LONGER_HOLDS);
    if (marked.result === 'later') return 'waiting';
    if (marked.result !== 'posted')
      log.info({ platform: standing.scope.platform }, 'an answer that no longer holds could not be marked');
  }
  await store.removeStanding(standing.scope, standing.id);
  return 'done';
}
