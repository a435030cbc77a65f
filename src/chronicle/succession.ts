import { family, nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { titlesIn } from './supersedable.ts';
import type { Turn } from './turns.ts';

const ITS_HOLDER = () => /^Its (?:[\p{Ll}-]+ ){1,6}|^Its (?:\p{Ll}+ )*\p{Ll}+,/u;
const LEAVES = /^(?:left|(?:will |is to |to )?leave|hand|step|resign|depart|dismiss|fired|ousted|retir)/i;

/** "Took over from her co-founder A B", "succeeds A B": whoever is named behind these had the post before. */
const BEFORE_THE_OLD_HOLDER = () =>
  /\b(?:from|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)) (?:(?:the|its|her|his|their|a|an) )?(?:[\p{Ll}-]+ ){0,3}$/u;

function people(view: StatementView): readonly string[] {
  return view.names.filter((n) => n.last - n.first >= 2).map((n) => n.text);
}

/** Whether a turn says of somebody whom an earlier sentence names that he or she has the post no longer. */
export function leavesPost({ view, cue }: Turn, earlier: StatementView): boolean {
  if (LEAVES.test(view.text.slice(cue.start, cue.end)))
    return people(view).some((name) => people(earlier).includes(name));
  const old = view.names.find(
    ({ first, last, start }) =>
      start > cue.start && last - first >= 2 && BEFORE_THE_OLD_HOLDER().test(view.text.slice(cue.start, start)),
  );
  // The earlier sentence may go by the last name alone.
  const last = old?.text.split(' ').at(-1);
  return last !== undefined && earlier.names.some(({ text }) => text === old?.text || text === last);
}

/** Another person has the role now. */
export function succeedsIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  const roles = (view: StatementView) => [
    ...view.concepts.filter((c) => lexicon.concept(c.key)?.kind === 'role').map((c) => c.key),
    ...titlesIn(view),
  ];
  const before = turn.view.leansBack ? knowledge.before(turn.view.statement) : undefined;
  const passed = [...roles(turn.view), ...(before ? roles(before) : [])];
  const shared = passed.filter((role) => roles(earlier).includes(role));
  if (shared.length === 0) return false;
  if (!sharesHouse(turn, earlier, knowledge)) return false;
  // Who leaves the post no longer has it, whoever comes next.
  if (leavesPost(turn, earlier)) return !earlier.turns.some(({ sort }) => sort === 'succeeded');
  // That somebody left stays true when another comes.
  if (earlier.turns.some((cue) => LEAVES.test(earlier.text.slice(cue.start, cue.end)))) return false;
  const newcomer = [...people(turn.view), ...(before ? people(before) : [])].some(
    (name) => !earlier.text.includes(name.split(' ').at(-1) ?? name),
  );
  return newcomer && people(earlier).length > 0;
}

/** "Chief executive of X" is another role than that of Y. */
function sharesHouse(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  const named = new Set([
    ...turn.subjects,
    ...nameKeys(turn.view, lexicon).flatMap((name) => family(name.key, lexicon)),
  ]);
  // "Its chief executive, A B": whose, the sentence before says.
  if (ITS_HOLDER().test(earlier.text) && !leavesPost(turn, earlier)) {
    const before = knowledge.before(earlier.statement);
    const houses = before ? nameKeys(before, lexicon).map(({ key }) => key) : [];
    if (houses.length > 0 && !houses.some((key) => family(key, lexicon).some((whole) => named.has(whole))))
      return false;
  }
  for (const { key, first, last } of earlier.concepts) {
    if (lexicon.concept(key)?.kind !== 'role') continue;
    const [from, to] = [earlier.tokens[first]?.start ?? 0, earlier.tokens[last - 1]?.end ?? 0];
    const house = earlier.names.find(
      (name) =>
        /^ (?:of|at|for) (?:the )?$/.test(earlier.text.slice(to, Math.max(to, name.start))) ||
        /^[’']s? $/.test(earlier.text.slice(Math.min(from, name.end), from)),
    );
    if (!house) continue;
    const keys = nameKeys(earlier, lexicon).filter(({ at }) => house.start <= at && at < house.end);
    if (!keys.some(({ key: one }) => family(one, lexicon).some((whole) => named.has(whole)))) return false;
  }
  return true;
}
