import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { STATED } from './fit-cause.ts';
import type { Candidate } from './rank.ts';

/** Below this neither a statement nor what stands around it tells of a thing. */
const TOLD = 0.3;
/** Weight below which a word is too common to be missed. */
const COMMON = 0.3;
const WEIGHTY = 0.4;
/** Likeness from which on a heading asks the same: what stands under it need not say it again. */
const SAME_QUESTION = 0.75;
/** So much of the question told, the deed may be told by a word that no list joins to it. */
const TELLS_THE_REST = 0.75;

/** Whether the very thing is untold that a question asks for, or asks something of. */
export function isUntold(question: Question, candidate: Candidate): boolean {
  const { match, features, fit, view } = candidate;
  if (features.heading >= SAME_QUESTION) return false;
  const untold = (i: number) => (match.met[i] ?? 0) < TOLD;
  const unsaid = (i: number) => ((view.leansBack ? match.met[i] : match.own[i]) ?? 0) < TOLD;
  const { heads, parts, topic, names } = askedOf(question);
  if (isOfNothingSaid(question, candidate) || isOfSome(question, candidate)) return true;
  // "When does it run out?" is told by a day to which it runs.
  const term = question.kind === 'when' && view.statement.mentions.some(({ role }) => role === 'term');
  // What is said to be why is why, whatever verb tells what it is the reason of.
  const because = question.kind === 'why' && fit.fit >= STATED;
  return (
    (!term && !because && match.coverage < TELLS_THE_REST && heads.some(untold)) ||
    (topic.length > 0 && topic.every(unsaid)) ||
    names.some(unsaid) ||
    parts.some((i) => (PRONOUN.test(view.text) ? untold(i) : (match.own[i] ?? 0) < TOLD))
  );
}

const NOUN = '((?:\\p{Ll}[\\p{L}\\d-]* ){0,3}?\\p{Ll}[\\p{L}\\d-]+)';
/** What it means was said before. */
const PRONOUN = /^\W*(?:(?:And|But|So) )?(?:It|Its|They|Their|That|This|These|Those|He|She|His|Her|Both|Each|One)\b/iu;

/** What of a thing is asked for. */
const PARTS: readonly RegExp[] = [
  // "What is the interest on the bond?": the interest.
  new RegExp(
    `^\\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?[Ww]hat (?:is|was) the ${NOUN} (?:on|of|in|for) (?=(?:the|an?|its|their|his|her) |\\p{Lu})`,
    'u',
  ),
  // "What was Holm's revenue?": the revenue.
  new RegExp(
    `^\\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?[Ww]hat (?:is|was|are|were) (?:the )?(?:\\p{Lu}\\S* )*\\p{Lu}\\S*['’]s? ${NOUN}(?=\\W*$| (?:in|for|of|on|last|this|now|today|at|by)\\b)`,
    'u',
  ),
];
/** "What does a household in Holm pay for its water?": the household. */
const PAYS = new RegExp(
  `^\\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:[Ww]hat|[Hh]ow much) (?:does|do|did|will|would|can) (?:an?|one|the|each|every) ${NOUN} (?:(?:in|at|of|from|for|on|with) (?:the |an? )?[\\p{L}\\d’' -]{2,40}? )?(?:cost|pay|earn|weigh|charge|spend|owe|make)\\b`,
  'u',
);
/** Who does or pays it, or what is done. */
const HEADS: readonly RegExp[] = [
  // "When does the lease end?": the end.
  /^\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?[Ww]hen (?:did|does|do|will|was|is|were|are) .{3,60}?(?<!ing|\b(?:the|its|an?|their|his|her|our|this|that|start|begin|stop|open|get|be|in|at|on|of|for|to|with)) (\p{Ll}{3,}(?: (?:out|off|up|down))?)\W*$/u,
  // "Why did Holm leave?": the leaving.
  /^\W*[Ww]hy did (?:the )?\p{Lu}\S*(?: \p{Lu}\S*)* (\p{Ll}{3,}(?: (?:down|up|out|off|away))?)(?=\W*$| (?:the|as|from|its|\p{Lu}))/u,
  // "Which company is digging the tunnel?": the digging.
  /^\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:[Ww]ho|(?:[Ww]hich|[Ww]hat) (?:company|firm|house|group|maker|yard|supplier|contractor|builder|bank|agency|authority|office|council|person|people))(?: (?:will|would|has|had|have|can|could|may|also|first|now|originally|actually|really|is going to|(?:is|are|was|were)(?= \p{L}+ing\b)))* (?!(?:is|are|was|were|be|been|being|did|do|does|else|said|says)\b)(\p{Ll}{3,})(?= (?:the|an?|its|their|his|her|in|on|at|for|to|\p{Lu}))/u,
  // "Which growers complained?": the complaint.
  /^\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?[Ww]hich (?:\p{Ll}+ )?\p{Ll}{3,}s (\p{Ll}{3,}ed)(?=\W*$| (?:the|an?|its|their|about|against|to|in|at|on|over)\b)/u,
];

/** "What is Holm's target for Alder's shares?": Alder. */
const OF_NAME = () =>
  /^\W*[Ww]hat (?:is|was) (?:the \p{Ll}+(?: \p{Ll}+){0,2} (?:on|of|in|for)|(?:\p{L}+ )*\p{Lu}\S*['’]s? \p{Ll}+(?: \p{Ll}+){0,2} (?:on|of|for)) (?:the )?(\p{Lu}.*?)\W*$/u;

/** "What did Holm say about the ferry?": of the ferry. */
const TOPIC = () =>
  /\bwhat (?:did|does|do|has|have|had) .{2,40}? (?:say|said|think|thought|tell|told|write|written|argue|claim|warn)\b(?: \p{L}+){0,2}? (?:about|of|on|after|before) (.{3,60}?)\W*$/iu;
/** "What does Holm think that Alder will save?" */
const FORESEEN =
  /\bwhat (?:did|does|do) .{2,40}? (?:say|think|expect|believe|predict|reckon) (?:that )?(.{2,40} (?:will|would) .{3,40}?)\W*$/iu;

/** A name, a purpose or a weight is told without the word for it. */
const SAID_BY_WHAT_IT_IS =
  /^(?:name|title|term|purpose|aim|goal|point|role|function|task|job|use|cause|effect|result|weight|height|length|width|depth|size|speed|distance|age|temperature|area|volume|type|kind|sort|nickname)$/i;

/** In what a question asks nothing of a thing without: the patterns take longer to compile than to test. */
const ASKS = /wh(?:at|en|ich|o|y)|how much/i;
const NOTHING_ASKED = { heads: [], parts: [], topic: [], names: [] };
const WHAT = /what/i;

const askedOf = remembered(({ text, needs }: Question) => {
  if (!ASKS.test(text)) return NOTHING_ASKED;
  const own = needs.map((need, i) => ({ ...need, i })).filter(({ inherited }) => !inherited);
  const needOf = (asks: RegExp) => {
    const phrase = asks.exec(text)?.[1]?.toLowerCase();
    if (phrase === undefined) return [];
    const last = own.find(({ word, name }) => {
      const lower = word.toLowerCase();
      return !name && (phrase === lower || phrase.endsWith(` ${lower}`) || lower.startsWith(`${phrase} `));
    });
    return last && last.weight >= COMMON && !SAID_BY_WHAT_IT_IS.test(last.word) ? [last.i] : [];
  };
  const what = WHAT.test(text);
  const payer = PAYS.exec(text)?.[1]?.toLowerCase().split(' ') ?? [];
  const paying = own.flatMap(({ word, name, weight, i }) =>
    !name && weight >= WEIGHTY && payer.includes(word.toLowerCase()) ? [i] : [],
  );
  const heads = [...HEADS.flatMap(needOf), ...paying];
  const parts = what ? PARTS.flatMap(needOf) : [];
  const about = what ? (TOPIC().exec(text) ?? FORESEEN.exec(text))?.[1]?.toLowerCase() : undefined;
  // Where it goes on about something, the turns before say of what.
  const topic =
    about === undefined || own.length < needs.length
      ? []
      : own.flatMap(({ word, i }) => (about.includes(word.toLowerCase()) ? [i] : []));
  const of = what ? OF_NAME().exec(text)?.[1] : undefined;
  const names = own.flatMap(({ word, name, i }) => (name && of?.toLowerCase().includes(word.toLowerCase()) ? [i] : []));
  return { heads, parts, topic, names };
});

/** Below this a sentence says nothing of what is asked, and only others do. */
const SAYS_NOTHING = 0.05;

/** "How long is the bridge?", and "it hires 40 people over two years": a figure in a sentence that says nothing of the bridge. */
function isOfNothingSaid({ kind, needs }: Question, { match, view }: Candidate): boolean {
  return (
    kind === 'how much' &&
    match.ownCoverage < SAYS_NOTHING &&
    !IT_IS.test(view.text) &&
    !needs.some(({ inherited }) => inherited)
  );
}
/** "It is 6 kilometres long": of what, the sentence before has said. */
const IT_IS =
  /^\W*(?:It|They|That|This|These|Each|Both) (?:(?:now|still|only|also|will|would) )*(?:is|was|are|were|be|costs?|measures?|weighs?|lasts?|lasted|takes?|took|comes? to|came to|amounts? to|amounted to|stands? at|stood at)\b/u;

/** "How many shops has it in all?", and "in 40 shops": some of them. */
function isOfSome({ kind, text }: Question, { view, fit }: Candidate): boolean {
  const [start, end] = fit.marked[0] ?? [];
  if (kind !== 'how much' || !IN_ALL.test(text) || start === undefined || end === undefined) return false;
  const before = view.text.slice(0, start);
  const after = view.text.slice(end);
  return SOME_OF().test(after) || (HAS.test(text) && SOME_IN.test(before) && !ALL.test(view.text));
}
/** What somebody has, and not what somebody does with as many. */
const HAS = /\b(?:have|has|had|own|owns|run|runs|operate|operates|are there)\b/i;
const IN_ALL = /\b(?:in all|altogether|in total)\W*$/i;
const ALL = /\b(?:in all|altogether|total|overall|whole|every|gr[eo]wn?|grows|expanded|rose|risen)\b/i;
const SOME_OF = () => /^(?: \p{L}+)? of (?:the|its|their|his|her|our|these|those)\b/u;
const SOME_IN =
  /\b(?:in|at|on|for|from|to) (?:(?:about|around|some|nearly|almost|only|just|another|up to|at least|more than) )?$/i;
