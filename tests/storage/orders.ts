import type { StoreConfig } from '../../adapters/storage/open.ts';

/** What a test and the process that it started say to one another: open this store for that task; then go. */
export type Order = { readonly open: StoreConfig; readonly name: string; readonly task: Task } | 'go';

export type Task = 'migrate' | 'claim events' | 'claim deliveries' | 'write' | 'write for ever';

export type Report = { readonly ready: true } | { readonly acknowledged: string } | { readonly won: readonly string[] };

/** How many things a task goes for. */
export const KEYS = 100;
