import { isUntrue, type Reviewed } from '../../src/standing/review.ts';
import { type KeptBasis, type Telling, writeBasis } from '../../src/standing/written-basis.ts';
import type { DeliveryKey, DeliveryState } from '../../src/store/deliveries.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import { type Changed, instant, type TellingParts, type Told } from './parts.ts';
import { finish, postChange, reconcile } from './post-change.ts';
import { tellKey } from './tell-key.ts';

/** A post is tried for no longer than this before another process may take over. */
const LEASE_MS = 60_000;
/** Deliveries of one question or thread that are looked through. */
const MOST_DELIVERIES = 200;
const FINAL: ReadonlySet<DeliveryState> = new Set(['posted', 'skipped', 'failed', 'uncertain']);

/**
 * Tells a change of a standing question once, over processes and crashes: it is claimed, kept with the question as what
 * is being told, stated before it is posted, and recorded after. `reviewed` is what the question comes to now. Rejects
 * with `StoreUnavailable`.
 */
export async function tell(
  standing: StandingQuestion,
  { telling: begun, ...before }: KeptBasis,
  reviewed: Reviewed,
  parts: TellingParts,
): Promise<Told> {
  const { store, outletOf, owner, now } = parts;
  const changed = isTold(standing, reviewed) ? reviewed : undefined;
  if (!begun && !changed) {
    // Of an answer that was given, what it said stays what it is held against.
    const basis = standing.sort === 'given' && reviewed.how !== undefined ? before : reviewed.basis;
    await store.moveStanding(
      { ...standing, basis: writeBasis(basis), corpus: reviewed.answer.corpus },
      standing.changes,
    );
    return 'done';
  }
  const outlet = outletOf(standing.scope.platform);
  if (!outlet) return 'waiting';
  const key = begun ? { scope: standing.scope, ...begun.key } : tellKey(standing, reviewed);
  const lease = { owner, now: instant(now()), until: instant(now(), LEASE_MS) };
  const delivery = await store.claimDelivery(key, lease);
  if (!delivery) {
    const state = await finalState(key, parts);
    if (!state) return 'waiting';
    return finish(standing, begun ?? tellingOf(reviewed, key, now()), state, outlet, parts);
  }
  const telling = begun ?? tellingOf(reviewed, key, now());
  const claimed = { standing, before, telling, key, attempts: delivery.attempts, outlet };
  if (begun && delivery.state === 'posting') {
    const seen = await reconcile(claimed, parts);
    return seen === 'not there' ? tell(standing, { ...before, telling: begun }, reviewed, parts) : seen;
  }
  if (changed) {
    // What is posted is what holds now, though it was claimed for what held before.
    const newest = { ...tellingOf(changed, key, now()), since: telling.since };
    return postChange({ ...claimed, telling: newest }, changed, parts);
  }
  // It was never posted, and by now the answer is what was told before.
  await store.renewDelivery(key, { ...lease, until: lease.now });
  return tell(standing, before, reviewed, parts);
}

/** An answer that was given gets a note where it is no longer true; whoever watches is told more. */
function isTold({ sort }: StandingQuestion, reviewed: Reviewed): reviewed is Changed {
  return reviewed.how !== undefined && (sort === 'watch' || isUntrue(reviewed));
}

function tellingOf({ basis, answer }: Reviewed, { subscription, occurrence }: DeliveryKey, now: Date): Telling {
  return { basis, corpus: answer.corpus, key: { subscription, occurrence }, since: instant(now) };
}

async function finalState({ scope, subscription, occurrence }: DeliveryKey, { store }: TellingParts) {
  const found = (await store.deliveries(scope, subscription, MOST_DELIVERIES)).find(
    (one) => one.occurrence === occurrence,
  );
  return found && FINAL.has(found.state) ? found.state : undefined;
}
