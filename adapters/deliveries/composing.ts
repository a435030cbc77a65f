import type { Bot } from '../../src/bot.ts';
import type { Digest } from '../../src/digest/digest.ts';
import type { CorpusState } from '../../src/digest/state.ts';
import { readState, writeState } from '../../src/digest/written-state.ts';
import type { Outlet } from '../../src/outlet.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import type { Store } from '../../src/store.ts';

/** Questions of a channel that are tried again. */
const DECLINED_TRIED = 20;
/** Digests that are kept of one corpus: most channels of one minute get the same one. */
const MOST_DIGESTS = 500;
/** States that channels were told up to; a new one comes with each new corpus. */
const MOST_STATES = 8;
/** What is in use is said to be so again, before a sweep takes it for old. */
const STATE_KEPT_MS = 6 * 3600_000;

export interface Composed {
  readonly digest: Digest;
  /** What the channel is told up to by it. The store has this state. */
  readonly version: string;
}

export type Compose = (subscription: Subscription, outlet: Outlet) => Promise<Composed>;

/** Composes what is new to a channel; what many channels get alike is composed once. Rejects with `StoreUnavailable`. */
export function makeComposing({
  bot,
  store,
  now,
}: {
  readonly bot: Pick<Bot, 'corpus' | 'digest' | 'state'>;
  readonly store: Pick<Store, 'corpusState' | 'saveCorpusState' | 'declinedIn'>;
  readonly now: () => number;
}): Compose {
  const states = new Map<string, CorpusState>();
  const saved = new Map<string, number>();
  let digests = new Map<string, Digest>();
  let of = '';

  /** A state that is gone, or of another form, is none: the channel gets a briefing. */
  async function stateOf(version: string): Promise<CorpusState | undefined> {
    const known = states.get(version);
    if (known) return known;
    const text = await store.corpusState(version);
    const read = text === undefined ? undefined : readState(text);
    if (read) {
      if (states.size >= MOST_STATES) states.clear();
      states.set(version, read);
    }
    return read;
  }

  return async (subscription, outlet) => {
    const { scope, channel, personal, audience, topics } = subscription;
    const told = subscription.told && (await stateOf(subscription.told.version));
    const declined = personal ? [] : await store.declinedIn(scope, channel, DECLINED_TRIED);

    // From here to the state there is no waiting: the corpus may be replaced whenever there is.
    const { version } = bot.corpus;
    if (of !== version || digests.size >= MOST_DIGESTS) digests = new Map();
    of = version;
    const key = JSON.stringify([outlet.platform, audience, topics, told?.version, declined]);
    const digest =
      digests.get(key) ??
      bot.digest({ audience, topics, ...(told && { told }), declined, fits: (reply) => outlet.fits(reply, []) });
    digests.set(key, digest);
    const isSaved = (saved.get(version) ?? 0) > now() - STATE_KEPT_MS;
    if (!isSaved) {
      const state = writeState(bot.state());
      await store.saveCorpusState(version, state, new Date(now()).toISOString());
      saved.set(version, now());
    }
    return { digest, version };
  };
}
