import { stillMeant } from '../answer/put-aside.ts';
import type { DateMention } from '../model.ts';
import { overlap } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** A statement that plans, promises or bounds something by a date. */
export interface Ahead {
  readonly view: StatementView;
  readonly mention: DateMention;
}

/** Two that name the same date and share this much of their words tell the same term. */
const SAME_TERM = 0.3;

/** What the statements plan, promise or bound by a term, by its date; each term once. */
export function termsAhead(views: readonly StatementView[], knowledge: Knowledge): readonly Ahead[] {
  const byDate = new Map<string, StatementView[]>();
  return views
    .flatMap((view) =>
      stillMeant(view.statement.mentions, view.text)
        .filter((m) => m.role !== 'event' && m.origin !== 'relative')
        .slice(0, 1)
        .map((mention) => ({ view, mention })),
    )
    .sort((a, b) => (a.mention.start < b.mention.start ? -1 : a.mention.start > b.mention.start ? 1 : 0))
    .filter(({ view, mention }) => {
      const known = byDate.get(mention.start) ?? [];
      const told = known.some((other) => overlap(other, view, knowledge) >= SAME_TERM);
      byDate.set(mention.start, [...known, view]);
      return !told;
    });
}
