import type { Allowance } from '../allowance.ts';
import type { Keeper } from '../chat-keeper.ts';
import type { DiscordApi } from './api.ts';
import type { Leads } from './dressing.ts';
import type { DiscordParts } from './parts.ts';
import type { Places } from './places.ts';

/** Everything that answering takes. */
export interface Handling extends DiscordParts {
  readonly api: DiscordApi;
  readonly places: Places;
  readonly keeper: Keeper;
  readonly leads: Leads;
  readonly allowances: { readonly person: Allowance; readonly guild: Allowance };
  /** The bot's own id, once it is connected. */
  readonly self: () => string | undefined;
}
