import type { Question } from '../question/question.ts';
import type { Amount } from '../statement/amounts.ts';
import { CAUSE, CHANGE, CONTRAST, DEFINING, INTRODUCING, REPORTING } from '../statement/cues.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { NameSpan } from '../statement/names.ts';
import type { StatementView } from '../statement/view.ts';

/** What of a statement would answer a question of its kind: how well (0 to 1), and which words (offsets in the quote). */
export interface Fit {
  readonly fit: number;
  readonly marked: readonly (readonly [number, number])[];
}

const NONE: Fit = { fit: 0, marked: [] };

/** Whether the statement holds the sort of thing that the question asks for. */
export function fitOf(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  switch (question.kind) {
    case 'how much':
      return fitAmount(question, view, knowledge);
    case 'when':
      return fitDate(question, view);
    case 'who':
      return fitWho(question, view, knowledge);
    case 'attribution':
      return fitAttribution(question, view);
    case 'why':
      return fitCause(view, knowledge);
    case 'definition':
      return fitDefinition(question, view);
    case 'advice':
      return { fit: view.statement.kind === 'advice' ? 1 : 0, marked: [] };
    case 'what changed':
      return { fit: CHANGE.test(view.text) ? 1 : 0, marked: [] };
    case 'comparison':
      return { fit: CONTRAST.test(view.text) ? 1 : 0, marked: [] };
    case 'list':
      return fitList(question, view);
    case 'which':
      return fitWhich(question, view);
    case 'where':
      return fitPlace(question, view, knowledge);
    default:
      return NONE;
  }
}

type Measure = Amount['sort'] | 'any';

/** The sort of quantity that a "how much" asks for, with the noun that it counts. */
export function measureAsked(text: string): { readonly sort: Measure; readonly noun?: string } {
  const lower = text.toLowerCase();
  if (/\bpercent|percentage|\bper cent\b|\bwhat share\b|\bwhat proportion\b|%/.test(lower)) return { sort: 'percent' };
  if (
    /\bhow long\b|\bduration\b|\bhow (?:soon|quickly|fast)\b|\bhow many (?:days|weeks|months|years|quarters|hours)\b|\blength of\b/.test(
      lower,
    )
  )
    return { sort: 'duration' };
  const counted =
    /\bhow many (?:more |other |different |of the |new |extra |additional )?(\p{L}[\p{L}-]*)(?: (\p{L}+))?/u.exec(
      lower,
    );
  if (counted) return { sort: 'count', ...(counted[1] && { noun: counted[1] }) };
  if (
    /\b(?:cost|price|pay|paid|pays|paying|invest\w*|spend\w*|spent|worth|money|dollars?|euros?|fee|fees|fares?|funding|fund|stake|cash|budget|revenue|valu\w+|sum|bill|subsid\w+|fine|loan|expensive|deal|contract|commit\w*|put(?:ting)?|contribut\w+|raise\w*|charge\w*)\b/.test(
      lower,
    )
  )
    return { sort: 'money' };
  return { sort: 'any' };
}

function fitAmount(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const { sort, noun } = measureAsked(question.text);
  if (view.amounts.length === 0) {
    // "How long?" may be answered by a term: "through 2032".
    const terms = view.statement.mentions.filter((m) => m.role === 'term');
    return sort === 'duration' && terms[0] ? { fit: 0.7, marked: [terms[0].span] } : NONE;
  }
  const counts = (amount: Amount) => noun === undefined || countsNoun(amount, noun, question, view, knowledge);
  const fitting = view.amounts.filter((a) =>
    sort === 'any' ? a.sort !== 'duration' : sort === 'count' ? a.sort === 'count' && counts(a) : a.sort === sort,
  );
  if (fitting.length === 0) return { fit: sort === 'count' ? 0.15 : 0.1, marked: [] };
  return {
    fit: 1,
    marked: [
      nearest(
        fitting.map((a) => a.span),
        question,
        view,
      ),
    ],
  };
}

/** Whether an amount counts what the question asks the number of, under any of its names. */
function countsNoun(
  amount: Amount,
  noun: string,
  question: Question,
  view: StatementView,
  { analysis }: Knowledge,
): boolean {
  if (/^(?:people|persons?|folks|humans?)$/.test(noun))
    return analysis.lexicon.measures(amount.unit) === 'people' || amount.unit === 'people';
  const need = question.needs.find((one) => one.word.toLowerCase() === noun);
  const after = analysis.analyze(`${amount.unit} ${view.text.slice(amount.span[1], amount.span[1] + 30)}`).slice(0, 3);
  // "the number of crossings at 340": what is counted stands before a bare number.
  if (amount.unit === '')
    after.push(...analysis.analyze(view.text.slice(Math.max(0, amount.span[0] - 40), amount.span[0])).slice(-5));
  const stem = analysis.analyze(noun)[0]?.stem;
  return after.some((token) => token.stem === stem || (need?.alternatives.get(token.stem) ?? 0) >= 0.5);
}

function fitDate(question: Question, view: StatementView): Fit {
  const { mentions, date } = view.statement;
  const wantsTerm = /\b(?:until|till|through|expires?|expire|runs? out|ends?|deadline|how long|last)\b/i.test(
    question.text,
  );
  const own = mentions.filter((m) => (wantsTerm ? m.role !== 'planned' || mentions.length === 1 : m.role !== 'term'));
  if (own.length > 0)
    return {
      fit: 1,
      marked: [
        nearest(
          own.map((m) => m.span),
          question,
          view,
        ),
      ],
    };
  if (mentions[0]) return { fit: 0.6, marked: [mentions[0].span] };
  if (date && date.origin !== 'publication') return { fit: 0.45, marked: [] };
  return date ? { fit: 0.15, marked: [] } : NONE;
}

/** Whoever does this is a person. */
const LEADS =
  /\bwho(?:['’]s| is| was)? (?:\w+ )?(?:leads?|led|leading|runs?|ran|running|heads?|headed|heading|chairs?|chairing|in charge|the boss|founded|manages?|managed)\b/i;

function fitWho(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const asked = new Set(
    question.needs
      .filter((n) => !n.inherited || n.name)
      .flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.85).map(([key]) => key)),
  );
  const isAsked = (first: number, last: number) => {
    for (let i = first; i < last; i += 1) if (asked.has(view.tokens[i]?.stem ?? '')) return true;
    return view.concepts.some((c) => c.first >= first && c.first < last && asked.has(c.key));
  };
  const others = view.names.filter((name) => !isAsked(name.first, name.last));
  // "Who is the finance chief?" wants a person by name, and a company is none.
  const { lexicon } = knowledge.analysis;
  const wantsPerson =
    LEADS.test(question.text) ||
    question.needs.some(
      (n) => !n.inherited && [...n.alternatives.keys()].some((key) => lexicon.concept(key)?.kind === 'role'),
    );
  if (wantsPerson && !question.needs.some((n) => n.name && isPerson(n.word))) {
    const person = others.find(
      (name) =>
        isPerson(name.text) &&
        !view.concepts.some(
          (c) => c.first < name.last && c.last > name.first && lexicon.concept(c.key)?.kind !== 'role',
        ),
    );
    return person ? { fit: 1, marked: [[person.start, person.end]] } : { fit: 0, marked: [] };
  }
  // "Who is X?" wants what X is: a role next to the name.
  if (/^\W*(?:and |so )?who(?:'s|’s| is| was)\b/i.test(question.text) && question.needs.some((n) => n.name)) {
    const role = view.concepts.find((c) => knowledge.analysis.lexicon.concept(c.key)?.kind === 'role');
    const defined = fitDefinition(question, view);
    if (!role && defined.fit > 0) return defined;
    if (role) return { fit: 1, marked: [[view.tokens[role.first]?.start ?? 0, view.tokens[role.last - 1]?.end ?? 0]] };
  }
  if (others.length === 0) return NONE;
  // "Who are the partners?" wants several.
  const several =
    /\b(?:partners|backers|members|companies|firms|founders|owners|rivals|competitors|suppliers|in on|involved|participants|investors|are)\b/i.test(
      question.text,
    );
  const row = others.some((name) => /^, \p{Lu}[^,]*,? and \p{Lu}/u.test(view.text.slice(name.end)));
  return {
    fit: several && !row ? Math.min(0.8, others.length / 4) : 1,
    marked: [doer(others, question, view)],
  };
}

/** A list wants an item of one, or a sentence that gives a row of things. */
function fitList(question: Question, view: StatementView): Fit {
  if (/\bexamples?\b/i.test(question.text))
    return {
      fit: /\b(?:examples? (?:include|are)|such as|including|for instance|like \p{Lu})/u.test(view.text) ? 1.5 : 0.2,
      marked: [],
    };
  if (view.statement.listItem) return { fit: 1, marked: [] };
  return { fit: Math.min(1, Math.max(view.text.match(/, /g)?.length ?? 0, view.names.length - 1) / 3), marked: [] };
}

/** "Which firms?" wants firms by name, or at least a row of them. */
function fitWhich(question: Question, view: StatementView): Fit {
  if (view.statement.listItem) return { fit: 1, marked: [] };
  const asked = new Set(
    question.needs.flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.9).map(([key]) => key)),
  );
  const named = view.names.filter((name) => {
    for (let i = name.first; i < name.last; i += 1) if (asked.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some((c) => c.first >= name.first && c.first < name.last && asked.has(c.key));
  });
  const row = (view.text.match(/, /g)?.length ?? 0) >= 2;
  if (row) return { fit: 1, marked: [] };
  return named.length > 0 ? { fit: 0.8, marked: [] } : { fit: /[:“"—]/.test(view.text) ? 0.4 : 0.1, marked: [] };
}

/** Who does what is asked of: the last name before the first word of the question, else the one that stands nearest. */
function doer(names: readonly NameSpan[], question: Question, view: StatementView): readonly [number, number] {
  const met = question.needs.flatMap((need) =>
    [...need.alternatives.keys()].flatMap((key) => view.terms.get(key)?.at ?? []),
  );
  const first = view.tokens[Math.min(...met)]?.start ?? 0;
  const before = names.filter((name) => name.end <= first).at(-1);
  const spans = names.map((name) => [name.start, name.end] as const);
  return before ? [before.start, before.end] : nearest(spans, question, view);
}

/** Two or more capitalised words: a first name and a surname. */
function isPerson(name: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+ (?:\p{Lu}[\p{L}'’.-]* ?){1,3}$/u.test(name);
}

function fitAttribution(question: Question, view: StatementView): Fit {
  const fit = fitWhoReports(view);
  if (fit.fit > 0) return fit;
  return view.statement.attributedTo.length > 0 && question.needs.length > 0 ? { fit: 0.3, marked: [] } : NONE;
}

function fitWhoReports(view: StatementView): Fit {
  const verb = REPORTING.exec(view.text);
  if (!verb) return NONE;
  const by = /\breported by\s+$|\baccording to\s+$/i;
  const names = view.names.map((n) => [n.start, n.end] as const);
  const agent =
    names.find(([start]) => by.test(view.text.slice(0, start))) ??
    names.filter(([start]) => start < verb.index).at(-1) ??
    names[0];
  return agent ? { fit: 1, marked: [agent] } : { fit: 0.5, marked: [] };
}

function fitCause(view: StatementView, knowledge: Knowledge): Fit {
  const cause = CAUSE.exec(view.text);
  const heading = knowledge.heading(view.statement);
  if (cause) return { fit: 1, marked: [[cause.index, clauseEnd(view.text, cause.index)]] };
  if (heading && /\b(?:why|reasons?|because|causes?|drivers?|rationale)\b/i.test(heading.text))
    return { fit: 0.8, marked: [] };
  return view.statement.kind === 'analysis' ? { fit: 0.3, marked: [] } : { fit: 0.1, marked: [] };
}

function fitDefinition(question: Question, view: StatementView): Fit {
  const { label } = view.statement;
  const asked = question.needs.filter((n) => !n.inherited && n.weight > 0.3);
  if (asked.length === 0) return NONE;
  const holds = (text: string) => asked.every((n) => new RegExp(`\\b${escapeWord(n.word)}`, 'i').test(text));
  if (label && holds(label)) return { fit: view.statement.kind === 'definition' ? 1.2 : 0.8, marked: [] };
  // The term may stand in the sentence under another of its names.
  const spans = asked.flatMap((need) => spansOf(need, view));
  const start = Math.min(...spans.map(([from]) => from));
  const end = Math.max(...spans.map(([, to]) => to));
  if (spans.length === 0 || end - start > 60) return NONE;
  const before = view.text.slice(0, start);
  const after = view.text.slice(end);
  if (/\b(?:known as|called|meaning|abbreviated|or)\s+["“]?$|\($/i.test(before)) return { fit: 1, marked: [] };
  if (DEFINING.test(after)) return { fit: 1, marked: [] };
  if (INTRODUCING.test(before)) return { fit: 0.9, marked: [] };
  return {
    fit: /\b(?:meaning|known as|called|defined as|refers? to|that is,|i\.e\.)(?=\s)/i.test(view.text) ? 0.7 : 0,
    marked: [],
  };
}

function spansOf(need: Question['needs'][number], view: StatementView): (readonly [number, number])[] {
  for (const [key, strength] of need.alternatives) {
    if (strength < 0.9) continue;
    const at = view.terms.get(key)?.at[0];
    const concept = view.concepts.find((c) => c.key === key);
    const last = concept ? concept.last - 1 : at;
    if (at !== undefined && last !== undefined) return [[view.tokens[at]?.start ?? 0, view.tokens[last]?.end ?? 0]];
  }
  return [];
}

function fitPlace(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const place = view.concepts.find((c) => knowledge.analysis.lexicon.concept(c.key)?.kind === 'place');
  if (place) return { fit: 1, marked: [[view.tokens[place.first]?.start ?? 0, view.tokens[place.last - 1]?.end ?? 0]] };
  const name = view.names.find((n) =>
    /\b(?:in|at|near|from|to|off|outside|across|inside|on|through)\s(?:the )?$/i.test(view.text.slice(0, n.start)),
  );
  const asked = new Set(
    question.needs.flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.85).map(([key]) => key)),
  );
  const other = view.names.find(
    (n) =>
      !view.concepts.some((c) => c.first >= n.first && c.first < n.last && asked.has(c.key)) &&
      !asked.has(view.tokens[n.first]?.stem ?? ''),
  );
  // Software stands on somebody's machines, a warehouse in somebody's town: a name may be the place.
  if (
    !name &&
    other &&
    /\b(?:host\w*|run|runs|running|live|lives|built|based|stored?|sold|sell|available|offered|served|show up|found)\b/i.test(
      question.text,
    )
  )
    return { fit: 0.7, marked: [[other.start, other.end]] };
  if (!name)
    return question.needs.length > 0 && /\b(?:inside|across|through|via|where)\b/i.test(view.text)
      ? { fit: 0.5, marked: [] }
      : NONE;
  return { fit: 0.9, marked: [[name.start, name.end]] };
}

/** Of several spans the one that stands nearest to the rarest word asked for. */
function nearest(
  spans: readonly (readonly [number, number])[],
  question: Question,
  view: StatementView,
): readonly [number, number] {
  const places: { at: number; weight: number }[] = [];
  for (const need of question.needs) {
    for (const [key, strength] of need.alternatives) {
      for (const at of view.terms.get(key)?.at ?? [])
        places.push({ at: view.tokens[at]?.start ?? 0, weight: need.weight * strength });
    }
  }
  let best = spans[0] ?? ([0, 0] as const);
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    let score = 0;
    for (const { at, weight } of places)
      if (at < span[0] || at >= span[1])
        score += weight / (1 + Math.min(Math.abs(at - span[0]), Math.abs(at - span[1])) / 12);
    if (score > bestScore) {
      best = span;
      bestScore = score;
    }
  }
  return best;
}

function clauseEnd(text: string, from: number): number {
  const stop = /[.;](?:\s|$)|\s—\s/.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
