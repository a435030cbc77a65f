import type { DigestWishes } from '../src/chat/desk-request.ts';
import { digestHelpReply, historyReply, previewReply, subscriptionsReply } from '../src/reply/subscription-reply.ts';
import type { Caller, DeskAnswer, SubscriptionForm } from './desk.ts';
import { about, forAllOf, makeAnswers, plain } from './desk-answers.ts';
import { DEFAULTS } from './desk-defaults.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makePreviews } from './desk-preview.ts';
import { makeSeen } from './desk-seen.ts';
import { settleWishes } from './desk-wishes.ts';
import { makeZones } from './desk-zone.ts';

const HISTORY_SHOWN = 15;

/** Shows what is there, or would be, and changes nothing. */
export function makeLooking(parts: SubscriptionParts) {
  const { bot, store } = parts;
  const forAll = () => forAllOf(bot);
  const { find, seenBy, forbidden } = makeSeen(store);
  const { mannerOf, refuse } = makeAnswers(bot);
  const { zoneFor } = makeZones(store);
  const composePreview = makePreviews(parts, forAll);

  async function preview(id: string | undefined, typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
    const read = settleWishes(typed, bot.audiences);
    if ('problem' in read) return refuse(read.problem, caller);
    const seen = await find(id, caller);
    const { settled } = read;
    const isWished = settled.audience !== undefined || settled.topics !== undefined;
    // Somebody tries what a digest would be before there is one.
    const isTrial = 'problem' in seen && (seen.problem.sort === 'none here' || (id === undefined && isWished));
    if ('problem' in seen && !isTrial) return refuse(seen.problem, caller);
    const of = 'found' in seen ? seen.found : undefined;
    const digest = await composePreview(of, settled, caller);
    const note = {
      isFirst: digest.sort === 'briefing',
      isUnchanged: digest.sort === 'unchanged',
      whenUnchanged: of?.whenUnchanged ?? DEFAULTS.whenUnchanged,
    };
    return {
      reply: previewReply(digest.reply, note),
      citations: digest.citations,
      ...(of && { subscription: of }),
    };
  }

  async function history(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    const seen = await find(id, caller);
    if ('problem' in seen) return refuse(seen.problem, caller);
    const found = await store.deliveries(caller.scope, seen.found.id, HISTORY_SHOWN + 1);
    const shown = found.slice(0, HISTORY_SHOWN);
    return about(seen.found, historyReply(seen.found, shown, found.length > HISTORY_SHOWN, mannerOf(caller)));
  }

  async function list(caller: Caller): Promise<DeskAnswer> {
    return plain(subscriptionsReply(await seenBy(caller), mannerOf(caller)));
  }

  function help(caller: Caller): DeskAnswer {
    return plain(digestHelpReply(bot.audiences, mannerOf(caller)));
  }

  /** What stands in the form for a new subscription, or for one that is there; undefined where the person may not. */
  async function form(id: string | undefined, caller: Caller): Promise<SubscriptionForm | undefined> {
    const audiences = bot.audiences.map(({ name, label }) => ({ name, label }));
    if (id === undefined) {
      const { timeZone } = await zoneFor(undefined, caller);
      const { written, graceMinutes, whenUnchanged } = DEFAULTS;
      const wishes = { when: written, timeZone, audience: forAll(), topics: [], graceMinutes, whenUnchanged };
      return { wishes: { ...wishes, channel: caller.channel }, audiences };
    }
    const seen = await find(id, caller);
    if ('problem' in seen || (await forbidden(seen.found, caller))) return undefined;
    const { written, timeZone, audience, topics, graceMinutes, whenUnchanged, channel } = seen.found;
    return { wishes: { when: written, timeZone, audience, topics, graceMinutes, whenUnchanged, channel }, audiences };
  }

  return { preview, history, list, help, form };
}
