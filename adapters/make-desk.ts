import type { Caller, Desk } from './desk.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makeSubscriptionDesk } from './desk-subscriptions.ts';
import { makeWatchDesk, type WatchParts } from './desk-watches.ts';

/** Puts together what serves digests and watched questions, for every chat platform. */
export function makeDesk(parts: SubscriptionParts & WatchParts): Desk {
  const subscriptions = makeSubscriptionDesk(parts);
  const watches = makeWatchDesk(parts);
  return {
    async serve(request, caller) {
      switch (request.sort) {
        case 'watch':
        case 'watch answer':
        case 'watching':
        case 'unwatch':
          return await watches.serve(request, caller);
        default:
          return await subscriptions.serve(request, caller);
      }
    },
    form: (id: string | undefined, caller: Caller) => subscriptions.form(id, caller),
  };
}
