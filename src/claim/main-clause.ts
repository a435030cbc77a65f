import type { Need } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** What hangs on the main verb, and is denied by itself: ", not for cars", "if work does not start". */
const BESIDE =
  /(?:,| and| but) not (?!(?:be|been|yet|only|just)\b)(?!\p{L}+ (?:to|by)\b)[^,;]*[.]?$|,? \b(?:if|unless|because|when|whenever|although|though|where|which|who|whose|since|so that|in case) .*$/iu;

/** A claim up to what only hangs on its main verb, which ends at `verbEnd`; the whole where no verb is known. */
export function mainClause(text: string, verbEnd: number | undefined): string {
  if (verbEnd === undefined) return text;
  const beside = BESIDE.exec(text.slice(verbEnd));
  return beside ? text.slice(0, verbEnd + beside.index) : text;
}

const DENIES = /\b(?:not|no|never|nor|neither|nobody|nothing|none|without|except|excluding|cannot)\b|n['’]t\b/i;
const OPENS =
  /[,;:]|\b(?:if|unless|because|when|whenever|although|though|where|which|who|whose|since|that|and|but)\b/gi;
const MET = 0.5;
const NAMES_A_THING = 0.5;

/** Whether a statement denies what the claim tells beside its main clause, from an offset on, as the claim does or not. */
export function agreesBeside(
  { from, denied }: { readonly from: number; readonly denied: boolean },
  part: { readonly needs: readonly Need[]; readonly places: readonly number[] },
  view: StatementView,
): boolean {
  const things = part.needs.filter((need, i) => (part.places[i] ?? 0) >= from && need.weight >= NAMES_A_THING);
  if (things.length === 0) return !denied || DENIES.test(view.text);
  const told = things.some((need) =>
    [...need.alternatives].some(
      ([key, s]) =>
        s >= MET &&
        (view.terms.get(key)?.at ?? []).some((at) => {
          const lead = view.text.slice(0, view.tokens[at]?.start ?? 0);
          return DENIES.test(lead.slice([...lead.matchAll(OPENS)].at(-1)?.index ?? 0));
        }),
    ),
  );
  return told === denied;
}
