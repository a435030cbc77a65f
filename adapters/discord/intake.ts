import { topicsOf } from '../../src/chat/topics.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
import { deskSuggestions, isOfDesk } from './desk-suggestions.ts';
import { handleUtterance } from './handle.ts';
import type { Handling } from './handling.ts';
import { ACK_WITHIN_MS } from './limits.ts';
import { openForm } from './open-form.ts';
import { handlePress } from './press.ts';
import { type Incoming, readInteraction } from './read-interaction.ts';
import { readMessage } from './read-message.ts';
import { refusalOf } from './refusal.ts';
import { suggestions } from './suggestions.ts';
import { scopeOf, type Utterance } from './utterance.ts';

/** An interaction is deferred by then, whatever the store does; the way there takes its time too. */
const DEFER_AT_LATEST_MS = ACK_WITHIN_MS - 1500;

export interface Intake {
  /** What Discord sends when somebody writes. */
  message(event: unknown): void;
  /** What Discord sends for commands, clicks, forms, and while somebody types a command. */
  interaction(event: unknown): void;
  /** From now on nothing is taken in. */
  stop(): void;
}

/**
 * Takes in what people say. An utterance is kept before Discord is told that a reply follows: what is acknowledged is
 * answered, once, over replicas and crashes. `openings` are questions to begin with.
 */
export function makeIntake(handling: Handling, openings: () => readonly string[]): Intake {
  const { api, keeper, log, bot, places, self } = handling;
  const topics = perCorpus(bot, () => topicsOf(bot.corpus));
  let stopped = false;

  async function take(utterance: Utterance): Promise<void> {
    const { key, interaction, sort } = utterance;
    if (!keeper.isNew(key)) return;
    if (sort === 'overheard') {
      // It is other people's talk: it is claimed, and not kept.
      if (await keeper.claim(key))
        await handleUtterance(utterance, { kept: false, late: false, begun: false }, handling);
      return;
    }
    let deferred: Promise<void> | undefined;
    const defer = () => {
      deferred ??= interaction
        ? api.defer(interaction, utterance.isPrivate).catch((error: unknown) => {
            // Without it the reply goes another way.
            log.warn({ err: error, refusal: refusalOf(error) }, 'an interaction could not be deferred');
          })
        : Promise.resolve();
      return deferred;
    };
    const watchdog = setTimeout(() => void defer(), DEFER_AT_LATEST_MS);
    try {
      const event = { key, scope: scopeOf(utterance), person: utterance.person, payload: JSON.stringify(utterance) };
      const { ours, kept } = await keeper.accept(event);
      if (!ours) return;
      await defer();
      await handleUtterance(utterance, { kept, late: false, begun: false }, handling);
    } finally {
      clearTimeout(watchdog);
    }
  }

  async function serve(incoming: Incoming): Promise<void> {
    if (incoming.sort === 'utterance') return await take(incoming.utterance);
    if (incoming.sort === 'pressed') return await handlePress(incoming.pressed, handling);
    if (incoming.sort === 'form') return await openForm(incoming, handling);
    const { typing } = incoming;
    const offers = isOfDesk(typing.option)
      ? await deskSuggestions(typing, topics(), handling)
      : suggestions(typing.option, typing.typed, topics(), openings());
    // Whoever types on asks again; nothing is said of it.
    await api
      .suggest(typing.interaction, offers)
      .catch((error: unknown) => log.debug({ refusal: refusalOf(error) }, 'suggestions came too late'));
  }

  function begin(work: Promise<void>): void {
    keeper.track(work).catch((error: unknown) => {
      handling.metrics.errors.inc({ where: 'discord' });
      log.error({ err: error }, 'an event could not be taken in');
    });
  }

  return {
    message(event) {
      const me = self();
      if (stopped || !me) return;
      const utterance = readMessage(event, me, (channel) => places.sortOf(channel) === 'thread');
      if (utterance) begin(take(utterance));
    },
    interaction(event) {
      if (stopped) return;
      const incoming = readInteraction(event, Date.now());
      if (incoming) begin(serve(incoming));
    },
    stop: () => {
      stopped = true;
    },
  };
}
