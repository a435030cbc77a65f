import type { StatementView } from '../statement/view.ts';

/** Where the word that a definition explains ends: "Berth: a place ..."; undefined where it is none. */
export function definedUntil({ statement, text }: StatementView): number | undefined {
  const at = statement.kind === 'definition' ? text.indexOf(':') : -1;
  return at > 0 ? at : undefined;
}
