/**
 * Verbs that tell the same event in plain reports, by classes; narrower than the lexicon's paraphrases, because a claim
 * is borne out only by what says the same.
 */
const CLASSES: readonly string[] = [
  'make produce manufacture build turn_out churn_out assemble',
  'pay spend shell_out hand_over',
  'invest put sink pour inject plough',
  'buy acquire purchase take_over snap_up',
  'receive get obtain earn collect gain secure',
  'give grant award offer',
  'hand_over give_up surrender cede return give_back hand_back go_back revert',
  'begin start launch open kick_off commence',
  'launch introduce unveil release roll_out bring',
  'end stop finish close cease terminate expire lapse run_out',
  'keep retain hold preserve maintain hold_on',
  'remain stay keep continue',
  'have hold own possess hold_on',
  'sell offer market distribute supply serve provide carry',
  'deliver supply provide ship hand_over',
  'ask request seek demand call_for',
  'choose pick select name appoint',
  'appoint name hire install promote',
  'say tell write state note add report announce disclose reveal confirm describe call',
  'report surface reveal publish break disclose obtain',
  'raise increase lift boost',
  'rise grow increase climb go_up jump gain',
  'rise raise increase climb',
  'fall lower reduce cut drop',
  'cut reduce lower slash trim shrink',
  'fall drop decline decrease slip plunge go_down slide tumble sink',
  'delay postpone push_back put_back move_back put_off defer slip',
  'sign agree strike reach conclude ink enter',
  'leave quit resign depart step_down go',
  'join come arrive move',
  'join seat',
  'become take_over succeed',
  'employ have staff',
  'carry transport move ferry fly',
  'cover include extend comprise',
  'run operate manage lead head',
  'lead head chair run direct oversee supervise',
  'need require',
  'expect forecast predict project anticipate estimate',
  'plan intend aim mean want hope',
  'refuse decline reject turn_down rebuff',
  'approve clear accept authorise authorize pass',
  'allow permit let enable',
  'block prevent stop ban prohibit bar halt',
  'win secure gain land clinch',
  'limit constrain restrict curb slow hamper',
  'end drop scrap abandon give_up cancel call_off shelve',
  'drop withdraw abandon',
  'change amend rewrite revise renegotiate alter modify',
  'enroll enrol recruit include involve',
  'test study examine investigate try trial',
  'find show discover list identify',
  'extend prolong lengthen renew',
  'use consume employ deploy',
  'work partner cooperate collaborate team_up partnership alliance',
  'open reopen',
  'invent discover develop design create',
  'save conserve',
  'order commission',
  'host house',
  'integrate embed incorporate build',
  'seek look pursue want',
  'account make_up represent',
  'include involve comprise',
  'move shift switch relocate transfer',
  'fine penalise penalize',
  'warn caution',
  'sue take_to_court',
  'criticise criticize attack slam',
  'complain protest object',
  'visit tour',
  'export ship',
  'charge bill',
  'cost be_priced_at',
  'lease rent hire',
  'dispute contest challenge appeal',
  'review examine reassess',
  'admit acknowledge concede confirm',
  'stream broadcast air show carry screen televise',
  'leave quit exit walk_away pull_out opt_out withdraw get_out',
  'split share divide distribute',
  'turn_away turn_down refuse reject decline',
  'limit block hinder hamper constrain restrict impede prevent hold_back stand',
  'contemplate foresee plan expect envisage anticipate',
  'host run operate',
  'hand_over pass transfer give hand',
  'take_over become succeed replace',
  'sack dismiss fire oust',
  'chair lead head',
  'invest pay spend',
  'commit pledge promise vow',
  'raise collect get',
  'drop end close abandon halt',
  'save spare',
  'bid compete tender',
  'exceed surpass top',
  'double treble triple',
  'rely depend',
  'unveil show present introduce announce',
  'enter start begin',
  'apply ask request file submit',
  'set_up found establish create build',
  'finance fund pay back',
  'value put rate',
  'repay pay_back return',
  'merge combine unite join',
];

const classesOf = new Map<string, Set<number>>();
for (const [n, words] of CLASSES.entries())
  for (const word of words.split(' ')) {
    const base = word.replaceAll('_', ' ');
    classesOf.set(base, (classesOf.get(base) ?? new Set()).add(n));
  }

/** With a particle these say something else than without. */
const IDIOM =
  /^(?:drop|carry|take|turn|look|come|break|work|hold|make|set|get|go|bring|give|put|call|run|rule|find|point|stand|fall|pull|show|lay|play) (?:out|off|over|up|back|away|down)$/;

/** Whether two verbs, in their base forms and with their particles, tell the same event. */
export function sameClass(one: string, other: string): boolean {
  const known = (verb: string) => {
    // To co-develop is to develop, with another.
    const bare = verb.replace(/^co-?(?=\p{L}{4})/u, '');
    if (classesOf.has(bare)) return bare;
    return classesOf.has(verb) || IDIOM.test(verb) ? verb : (verb.split(' ')[0] ?? verb);
  };
  const [a, b] = [known(one), known(other)];
  if (a === b) return true;
  const classes = classesOf.get(b);
  return classes !== undefined && [...(classesOf.get(a) ?? [])].some((n) => classes.has(n));
}

/** Verbs that tell the same event as one. */
export function classmates(verb: string): string[] {
  const classes = classesOf.get(verb);
  return classes === undefined
    ? []
    : [...classes].flatMap((n) => CLASSES[n]?.split(' ') ?? []).map((word) => word.replaceAll('_', ' '));
}
