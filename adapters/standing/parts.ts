import type { Bot } from '../../src/bot.ts';
import type { Outlet, Place } from '../../src/outlet.ts';
import type { Basis } from '../../src/standing/basis.ts';
import type { Change, Reviewed } from '../../src/standing/review.ts';
import type { Telling } from '../../src/standing/written-basis.ts';
import type { DeliveryKey, DeliveryState } from '../../src/store/deliveries.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import type { Store } from '../../src/store.ts';
import type { Logger } from '../log.ts';

/** What telling a change takes. */
export interface TellingParts {
  readonly bot: Pick<Bot, 'reach'>;
  readonly store: Pick<
    Store,
    'claimDelivery' | 'renewDelivery' | 'recordDelivery' | 'deliveries' | 'moveStanding' | 'removeStanding'
  >;
  /** Undefined where this process does not speak on the platform. */
  readonly outletOf: (platform: string) => Outlet | undefined;
  /** Names this process to the others. */
  readonly owner: string;
  readonly log: Logger;
  readonly now: () => Date;
  /** Counts what became of a change. */
  readonly count: (sort: StandingQuestion['sort'], state: DeliveryState) => void;
}

/** `done`: it needs nothing more now. `waiting`: another process has it, or it is tried again later. */
export type Told = 'done' | 'waiting';

/** A change that this process has claimed. */
export interface Claimed {
  readonly standing: StandingQuestion;
  /** What was told last. */
  readonly before: Basis;
  readonly telling: Telling;
  readonly key: DeliveryKey;
  readonly attempts: number;
  readonly outlet: Outlet;
}

export type Changed = Reviewed & { readonly how: Change };

export function placeOf({ scope, channel, personal, thread, address }: StandingQuestion): Place {
  return {
    scope,
    channel,
    personal,
    ...(thread !== undefined && { thread }),
    ...(address !== undefined && { address }),
  };
}

export function instant(date: Date, laterMs = 0): string {
  return new Date(date.getTime() + laterMs).toISOString();
}
