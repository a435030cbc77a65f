import type { Bot } from './bot.ts';

/** A bot whose corpus may be replaced while others hold it. */
export interface ReplaceableBot extends Bot {
  /**
   * From now on everything is asked of this one. What runs without waiting in between sees one corpus: a call that has
   * begun ends on the one that it began with.
   */
  replace(next: Bot): void;
}

/** Hands every call to the bot that was put in place last. */
export function makeReplaceableBot(first: Bot): ReplaceableBot {
  let current = first;
  return {
    get corpus() {
      return current.corpus;
    },
    get reach() {
      return current.reach;
    },
    ask: (request) => current.ask(request),
    check: (request) => current.check(request),
    timeline: (request) => current.timeline(request),
    outlook: (request) => current.outlook(request),
    search: (query, limit, asOf) => current.search(query, limit, asOf),
    get audiences() {
      return current.audiences;
    },
    digest: (request) => current.digest(request),
    state: () => current.state(),
    changesSince: (told) => current.changesSince(told),
    review: (request) => current.review(request),
    replace: (next) => {
      current = next;
    },
  };
}

/**
 * What is worked out from a corpus once, when it is first wanted, and anew where the corpus is another. Whoever keeps
 * something that came from a corpus keeps it by this.
 */
export function perCorpus<Derived>(bot: Pick<Bot, 'corpus'>, derive: () => Derived): () => Derived {
  let made: { readonly of: Bot['corpus']; readonly derived: Derived } | undefined;
  return () => {
    if (made?.of !== bot.corpus) made = { of: bot.corpus, derived: derive() };
    return made.derived;
  };
}
