import type { StoreConfig } from '../../adapters/storage/open.ts';

/** What a process that looks at standing questions is told, and what it asks of the platform. */
export interface Order {
  readonly open: StoreConfig;
  readonly name: string;
  /** How many of the documents have arrived. */
  readonly documents: number;
  /** So far its clock is ahead. */
  readonly laterMs: number;
}

export interface Asked {
  readonly number: number;
  readonly request: { readonly sort: 'post' | 'find' | 'mark'; readonly key: string };
}

export interface Replied {
  readonly number: number;
  readonly reply: object;
}
