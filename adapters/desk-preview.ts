import type { Bot } from '../src/bot.ts';
import type { Digest } from '../src/digest/digest.ts';
import { readState } from '../src/digest/written-state.ts';
import type { Outlet } from '../src/outlet.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import type { Caller } from './desk.ts';
import type { SettledWishes } from './desk-wishes.ts';

/** Questions of a channel that a preview tries again. */
const DECLINED_TRIED = 20;

export interface PreviewParts {
  readonly bot: Pick<Bot, 'digest'>;
  readonly store: Pick<Store, 'corpusState' | 'declinedIn'>;
  /**
   * A preview is cut to what fits a post of the caller's platform. Looked at when it is wanted, since the platforms are
   * there only after the desk is.
   */
  readonly outlets: { values(): Iterable<Pick<Outlet, 'platform' | 'fits'>> };
}

/** Composes what the next digest of a subscription would be, or one that nobody has subscribed to. */
export function makePreviews({ bot, store, outlets }: PreviewParts, forAll: () => string) {
  return async (
    of: Subscription | undefined,
    wished: Pick<SettledWishes, 'audience' | 'topics'>,
    { scope, channel, personal }: Caller,
  ): Promise<Digest> => {
    const state = of?.told && (await store.corpusState(of.told.version));
    const told = state === undefined ? undefined : readState(state);
    const isPersonal = of?.personal ?? personal;
    const outlet = [...outlets.values()].find(({ platform }) => platform === scope.platform);
    return bot.digest({
      audience: wished.audience ?? of?.audience ?? forAll(),
      topics: wished.topics ?? of?.topics ?? [],
      ...(told && { told }),
      declined: isPersonal ? [] : await store.declinedIn(scope, of?.channel ?? channel, DECLINED_TRIED),
      fits: (reply) => outlet?.fits(reply, []) ?? true,
    });
  };
}
