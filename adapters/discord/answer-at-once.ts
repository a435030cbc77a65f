import { plainText, type Reply } from '../../src/reply/reply.ts';
import type { DiscordApi } from './api.ts';
import { type Message, message, text } from './components.ts';
import { escaped } from './text.ts';
import type { Interaction } from './utterance.ts';

/** A line or two without marks and buttons. */
export function plainMessage(reply: Reply): Message {
  return message([text(escaped(plainText(reply)))]);
}

/** Says it to the person alone, in place of what was asked for. */
export function answerAtOnce(interaction: Interaction, reply: Reply, api: Pick<DiscordApi, 'respond'>): Promise<void> {
  return api.respond(interaction, plainMessage(reply), true);
}
