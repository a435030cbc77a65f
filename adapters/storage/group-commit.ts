import { StoreUnavailable } from '../../src/store/unavailable.ts';

/** Written by one statement: 16 columns each, far below the 32,766 parameters that SQLite takes. */
const MOST_AT_ONCE = 200;
/** More than this waiting means that the disk does not keep up; memory is not where they should pile up. */
const MOST_WAITING = 10_000;

interface Waiting<T> {
  readonly item: T;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export interface GroupCommit<T> {
  /** Resolves after the commit that wrote the item, and not before. */
  readonly add: (item: T) => Promise<void>;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>;
}

/**
 * Writes what comes in at the same time in one transaction: a commit waits for the disk, and one wait serves all. Where
 * a group fails for the sake of one item, each is tried alone.
 */
export function groupCommit<T>(write: (items: readonly T[]) => Promise<void>): GroupCommit<T> {
  const waiting: Waiting<T>[] = [];
  let writing: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // Whatever the network holds ready is read first, and joins the group.
      await new Promise((next) => setImmediate(next));
      await writeGroup(waiting.splice(0, MOST_AT_ONCE));
    }
    writing = undefined;
  }

  async function writeGroup(group: readonly Waiting<T>[]): Promise<void> {
    try {
      await write(group.map(({ item }) => item));
      for (const { done } of group) done();
    } catch (error) {
      if (error instanceof StoreUnavailable || group.length === 1) for (const { failed } of group) failed(error);
      else for (const one of group) await writeGroup([one]);
    }
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        if (waiting.length >= MOST_WAITING) {
          failed(
            new StoreUnavailable('busy', `${MOST_WAITING} answers wait to be written: the disk does not keep up.`),
          );
          return;
        }
        waiting.push({ item, done, failed });
        writing ??= drain();
      }),
    idle: () => writing ?? Promise.resolve(),
  };
}
