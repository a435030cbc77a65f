/** An instant in UTC as `Date.prototype.toISOString` writes it, `2026-04-28T09:00:00.000Z`: it sorts as text. */
export type Instant = string;

/**
 * Whose data it is: one workspace of one platform (a Slack team, a Discord server, the web page). What one scope
 * writes, no other reads, changes or deletes, even where ids are the same.
 */
export interface Scope {
  /** `slack`, `discord`, `web`. */
  readonly platform: string;
  /** The platform's own id; of an organisation where that is what installed the bot. */
  readonly workspace: string;
}
