import type { Audience } from '../ports.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';

/** For whom a digest is written. */
export interface Readers {
  readonly audience: Audience;
  /** 0 to 1: how much a statement concerns them more than others. */
  concern(view: TextView): number;
  /** Advice that the sources address to them; to any audience where it is for everyone. */
  isAdvised(view: StatementView): boolean;
}

/** From so many words on that concern it, a statement is all theirs. */
const ALL_THEIRS = 2;
/** "Developers should ...": whom advice addresses stands among its first words. */
const FIRST_WORDS = 4;

/** The readers of that name; everyone where no audience has it. */
export function readersNamed(name: string, knowledge: Knowledge): Readers {
  const { analyze, lexicon } = knowledge.analysis;
  const [everyone] = lexicon.audiences;
  const audience = lexicon.audiences.find((one) => one.name === name) ?? everyone;
  if (!audience) throw new Error('the lexicon has no audience');
  const stems = (words: readonly string[]) => new Set(analyze(words.join(' ')).map(({ stem }) => stem));
  const concerns = stems(audience.concerns);
  const called = lexicon.audiences.map((one) => ({ one, words: stems(one.called) }));
  return {
    audience,
    concern: (view) =>
      Math.min(ALL_THEIRS, [...view.terms.keys()].filter((key) => concerns.has(key)).length) / ALL_THEIRS,
    isAdvised: (view) => {
      const addressed = addressedIn(view, called, knowledge);
      return audience === everyone ? addressed.length > 0 : addressed.includes(audience);
    },
  };
}

type Called = readonly { readonly one: Audience; readonly words: ReadonlySet<string> }[];

/**
 * Whom a piece of advice addresses: by the label of its list item, else by its own first words, else by its heading.
 * A further sentence of an item goes with its first.
 */
function addressedIn(view: StatementView, called: Called, knowledge: Knowledge): readonly Audience[] {
  const { statement } = view;
  if (statement.kind !== 'advice') return [];
  const named = (stems: readonly string[]) =>
    called.filter(({ words }) => stems.some((stem) => words.has(stem))).map(({ one }) => one);
  if (statement.label !== undefined) return named(knowledge.analysis.analyze(statement.label).map(({ stem }) => stem));
  const before = statement.listItem ? knowledge.before(statement) : undefined;
  if (
    before?.statement.listItem &&
    before.statement.kind === 'advice' &&
    before.statement.heading === statement.heading
  )
    return addressedIn(before, called, knowledge);
  const own = named(view.tokens.slice(0, FIRST_WORDS).map(({ stem }) => stem));
  if (own.length > 0) return own;
  return named((knowledge.heading(statement)?.tokens ?? []).map(({ stem }) => stem));
}
