import type { IsoDate } from '../model.ts';

/** How a digest is wanted; what is absent is left as it is, or at its default in a new subscription. All as it was typed. */
export interface DigestWishes {
  /** "weekdays 09:00", "Mondays 8:30", "daily", or a cron line. */
  readonly when?: string;
  readonly timeZone?: string;
  /** The platform's id of a channel. */
  readonly channel?: string;
  readonly audience?: string;
  readonly topics?: readonly string[];
  readonly graceMinutes?: number;
  readonly whenUnchanged?: 'nothing' | 'one line';
}

/**
 * What a person can ask of the desk: everything about digests and watched questions. `id` names a subscription or a
 * watched question as its list shows it; without it the only one of the channel is meant.
 */
export type DeskRequest =
  | { readonly sort: 'subscribe'; readonly wishes: DigestWishes }
  | { readonly sort: 'edit'; readonly id?: string; readonly wishes: DigestWishes }
  | { readonly sort: 'preview'; readonly id?: string; readonly wishes: DigestWishes }
  | { readonly sort: 'now' | 'pause' | 'resume' | 'remove' | 'history'; readonly id?: string }
  | { readonly sort: 'list' | 'digest help' }
  | { readonly sort: 'watching' }
  | { readonly sort: 'watch'; readonly question: string; readonly asOf?: IsoDate }
  | { readonly sort: 'watch answer'; readonly answer: string }
  | { readonly sort: 'unwatch'; readonly id?: string };
