import type { DeskRequest } from '../src/chat/desk-request.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { makeEditing } from './desk-edit.ts';
import { makeLooking } from './desk-look.ts';
import { makeManaging } from './desk-manage.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makeSubscribing } from './desk-subscribe.ts';

type WatchSort = 'watch' | 'watch answer' | 'watching' | 'unwatch';
type SubscriptionRequest = Exclude<DeskRequest, { readonly sort: WatchSort }>;

/** Everything about digests that a person can ask of the desk. */
export function makeSubscriptionDesk(parts: SubscriptionParts) {
  const subscribe = makeSubscribing(parts);
  const edit = makeEditing(parts);
  const manage = makeManaging(parts);
  const look = makeLooking(parts);
  return {
    async serve(request: SubscriptionRequest, caller: Caller): Promise<DeskAnswer> {
      switch (request.sort) {
        case 'subscribe':
          return await subscribe(request.wishes, caller);
        case 'edit':
          return await edit(request.id, request.wishes, caller);
        case 'preview':
          return await look.preview(request.id, request.wishes, caller);
        case 'now':
          return await manage.postNow(request.id, caller);
        case 'pause':
          return await manage.pause(request.id, caller);
        case 'resume':
          return await manage.resume(request.id, caller);
        case 'remove':
          return await manage.remove(request.id, caller);
        case 'history':
          return await look.history(request.id, caller);
        case 'list':
          return await look.list(caller);
        case 'digest help':
          return look.help(caller);
      }
    },

    form: look.form,
  };
}
