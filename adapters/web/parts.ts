import type { Bot } from '../../src/bot.ts';
import type { Store } from '../../src/store.ts';
import type { Answering } from '../answering.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** What the pages and the JSON interface work with. */
export interface WebParts {
  readonly bot: Bot;
  readonly answering: Answering;
  readonly store: Pick<Store, 'ping'>;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Questions to begin with. Finding them takes some answers, so they are found when they are first wanted. */
  readonly openings: () => readonly string[];
  /** Requests of one address a minute; 0: any number. */
  readonly requestsPerMinute: number;
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  readonly proxyHops: number;
  /** Since when the corpus in use is in place. */
  readonly corpusLoadedAt: () => Date;
  /** False once the service has begun to stop: it is no longer ready. */
  readonly isOpen: () => boolean;
}
