/** Work in order: one at a time of whatever a key names, and only so many at once of a platform. */
export interface Lanes {
  /** Runs the work when it is its turn. It must not reject. */
  run(platform: string, keys: readonly string[], work: () => Promise<void>): void;
  /** How much of a platform waits or is under way. */
  size(platform: string): number;
  /** Resolves when nothing waits or is under way. */
  idle(): Promise<void>;
}

export function makeLanes(atOnce: number): Lanes {
  interface Waiting {
    readonly platform: string;
    readonly keys: readonly string[];
    readonly work: () => Promise<void>;
  }
  const waiting: Waiting[] = [];
  const taken = new Set<string>();
  const busy = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const whenIdle: (() => void)[] = [];

  function next(): void {
    for (let at = 0; at < waiting.length; at += 1) {
      const one = waiting[at];
      if (!one || (busy.get(one.platform) ?? 0) >= atOnce || one.keys.some((key) => taken.has(key))) continue;
      waiting.splice(at, 1);
      at -= 1;
      begin(one);
    }
    if (waiting.length === 0 && underWay.size === 0) for (const done of whenIdle.splice(0)) done();
  }

  function begin({ platform, keys, work }: Waiting): void {
    busy.set(platform, (busy.get(platform) ?? 0) + 1);
    for (const key of keys) taken.add(key);
    const done = work().then(() => {
      busy.set(platform, (busy.get(platform) ?? 1) - 1);
      for (const key of keys) taken.delete(key);
      underWay.delete(done);
      next();
    });
    underWay.add(done);
  }

  return {
    run(platform, keys, work) {
      waiting.push({ platform, keys: keys.map((key) => `${platform} ${key}`), work });
      next();
    },
    size: (platform) => waiting.filter((one) => one.platform === platform).length + (busy.get(platform) ?? 0),
    idle: () =>
      new Promise((done) => {
        whenIdle.push(done);
        next();
      }),
  };
}
