import type { Answer } from '../src/answer/answer.ts';
import type { Bot } from '../src/bot.ts';
import { basisOf } from '../src/standing/basis.ts';
import { writeBasis } from '../src/standing/written-basis.ts';
import type { Scope } from '../src/store/scope.ts';
import type { Store } from '../src/store.ts';
import type { Logger } from './log.ts';

/** An answer that stands in a channel for everybody to see, and where. */
export interface GivenAnswer {
  readonly scope: Scope;
  /** Under which the answer is stored: `ChatAnswer.id`. */
  readonly id: string;
  readonly answer: Answer;
  /** Who asked. */
  readonly person?: string;
  readonly channel: string;
  /** The thread that it stands in, or that a note on it would open. */
  readonly thread?: string;
  /** The message that holds it. */
  readonly message: string;
  /** What the platform's adapter needs besides to post there, as it wrote it. */
  readonly address?: string;
}

/**
 * Keeps where a public answer stands, so that it gets a note should it stop being true. To be called once it is posted;
 * never for an answer that one person alone sees. It does not reject: without the store there is no note.
 */
export type RememberGiven = (given: GivenAnswer) => Promise<void>;

export function makeRememberGiven({
  bot,
  store,
  log,
}: {
  readonly bot: Pick<Bot, 'corpus' | 'reach'>;
  readonly store: Pick<Store, 'saveStanding'>;
  readonly log: Logger;
}): RememberGiven {
  return async ({ scope, id, answer, person, channel, thread, message, address }) => {
    // What was declined said nothing that could become untrue, and what held on a day that was asked for stays so.
    const ofADay = answer.corpus === bot.corpus.version && answer.asOf !== bot.reach.newest;
    if (answer.outcome === 'declined' || ofADay) return;
    try {
      await store.saveStanding({
        scope,
        id,
        sort: 'given',
        ...(person !== undefined && { person }),
        channel,
        personal: false,
        ...(thread !== undefined && { thread }),
        message,
        turns: [],
        basis: writeBasis(basisOf(answer)),
        corpus: answer.corpus,
        changes: 0,
        ...(address !== undefined && { address }),
        at: new Date().toISOString(),
      });
    } catch (error) {
      log.warn({ err: error }, 'where an answer stands could not be kept: it gets no note should it stop being true');
    }
  };
}
