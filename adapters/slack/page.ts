import type { KnownBlock } from '@slack/types';

/** One message: what is seen, and the same as text for screen readers and notifications. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
