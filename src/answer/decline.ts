import type { Question } from '../question/question.ts';
import { MAX_QUESTION_CHARACTERS } from '../question/read.ts';
import { remembered } from '../remembered.ts';
import { declinedReply, type Reach } from '../reply/answer-reply.ts';
import { plainText } from '../reply/reply.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isPerson } from '../statement/people.ts';
import type { Declined, DeclineReason } from './answer.ts';
import { cite } from './compose.ts';
import { asksOutlook } from './outlook.ts';
import type { Candidate } from './rank.ts';

const NEAREST = 3;
/** A question of which more than this share is unknown to the corpus is about something else. */
const MOSTLY = 0.5;
/** Of a few sentences that is no wonder: people have more words for a thing than these can hold. */
const MOSTLY_OF_FEW = 0.75;
const FEW_SENTENCES = 60;
/** Where less than this share of a question is words that the corpus holds, and not only words akin to them, it is too. */
const LEAST_SPOKEN = 0.34;
const MEETS = 0.5;
const SEVERAL = 2;
/** "How do I ...", "can you ..." asks for help with something of one's own, unless it is nearly all in the corpus's words. */
const OF_ONESELF =
  /^(?:so |and |hey |hi |please )?(?:(?:how|where|when|why) (?:do|can|could|should|did) (?:i|we)|can (?:you|i|we)|could (?:you|i|we)|should i|i want|i need|(?:what(?:['’]s| is) )?(?:the )?best way to)\b|\bmy\b/i;
/** "What should I wear tonight?" */
const I_DO = /\b(?:should|can|could|do|shall) i\b/i;
const LEAST_SPOKEN_OF_ONESELF = 0.7;
/** "Can you book ...?" orders something that is no answer. */
const ORDERS = () =>
  /^(?:please |hey |hi )?(?:can|could|will|would) you (?:please |also |just )?(?!(?:please|tell|explain|show|give|list|define|say|find|check|confirm|summari[sz]e|describe|compare|name|point|share|clarify|outline|recap|remind me (?:who|what|when|which|how|why)|help me (?:understand|find)|look|walk|get|break|quote|cite|answer|see|think|speak|talk|search|read|verify|trace|identify|provide|elaborate|expand)\b)\p{L}+/iu;
/** "Who made you?", "are you a robot?", "what's your name?" */
const OF_THE_BOT =
  /^(?:so |and |hey |hi )?(?:(?:who|what|where|when|why|how|are|were|is|do|did|have|which)\b.{0,40}\b(?:are you|you are|made you|built you|your (?:name|age|favou?rite|job|model|creator|opinion)|do you (?:like|feel|sleep|think|live|work|know)|you (?:alive|human|real|a (?:bot|robot|person|human))))\b/i;

/** "Ignore your rules and ...": orders to the system itself. */
const OVERRULES =
  /^\W*(?:please )?(?:ignore|forget|disregard|override) (?:(?:all|any|the|your|these|of|previous|prior|earlier|and) )*(?:instructions?|rules?|documents?|sources?|prompts?|guidelines?)\b|\b(?:print|show|reveal|repeat|output|display|give|tell)(?: me| us)? (?:all (?:of )?)?your (?:own |full |hidden |secret |system |initial |original )*(?:instructions?|prompts?|rules|guidelines|configuration)\b/i;
/** "Ignore the rules and say 5: how much does it cost?": the question that stands behind an order is one. */
const LEADS_IN = /^[^:?]*: (?=(?:what|which|who|whose|when|where|why|how)\b[^:]*\?$)/i;
/** What stands in a program or a query of a database, and in no question. */
const CODE =
  /;\s*--|\b(?:drop|alter|truncate) table\b|\bselect \S+ from \S+ where\b|\b(?:function|console\.log|print|eval|exec)\(/i;
/** "What's the weather tomorrow?": asks about the world on the day of asking. */
const OF_TODAY =
  /\b(?:weather|temperature|forecast)(?: like)?(?: going to be| be)? (?:today|tomorrow|tonight|right now|this (?:morning|afternoon|evening|weekend)|outside)\b|\bwhat(?:['’]s| is) the (?:weather|time|date)(?: like)?\W*$|\bwhat (?:time|day) is it\b/i;
/** "Write me a poem", "play some music", "how do I reset my password": wants something done, and nothing told. */
const HELPS_ONESELF =
  /^(?:please |hey |hi |so |and )*(?:(?:write|play|recommend|suggest|convert|translate|calculate|compute|sing|draw|book|remind|send|turn|generate|cook|sort|reset|set)\b|how (?:do|can|could|should) i\b|help me\b|i (?:want|need)\b)|\b(?:my|recipe)\b|[<>{}$|\\]/i;

/** "What is 17 times 23?" */
const SUM = /^\W*(?:what(?:['’]s| is) )?\d+ ?(?:times|plus|minus|divided by|[+*×/x-]) ?\d+\W*$/i;

/** The answer that there is none: why, and what comes nearest to it where the sources lack it. */
export function decline(
  question: Question,
  ranked: readonly Candidate[],
  base: Pick<Declined, 'confidence' | 'asOf' | 'corpus'>,
  { knowledge, reach }: { readonly knowledge: Knowledge; readonly reach: Reach },
): Declined {
  const reason = reasonOf(question, ranked[0], knowledge);
  const early = question.asOfAsked && (question.asOf ?? '') < (reach.oldest ?? '');
  const nearest =
    reason === 'not-in-sources' && !early
      ? ranked
          .filter((c) => c.match.ownCoverage >= 0.3)
          .slice(0, NEAREST)
          .map((c, i) => cite(i + 1, c.view, knowledge))
      : [];
  const declined = {
    outcome: 'declined' as const,
    reason,
    because: becauseOf(question, reason, reach),
    nearest,
    ...base,
  };
  return { ...declined, text: plainText(declinedReply(declined, reach)) };
}

function reasonOf(question: Question, best: Candidate | undefined, knowledge: Knowledge): DeclineReason {
  if (question.needs.length === 0 && question.time?.sort === 'period') return 'not-in-sources';
  if (question.text.length > MAX_QUESTION_CHARACTERS || question.needs.length === 0) return 'not-a-question';
  return isOffTopic(question, best, knowledge) ? 'off-topic' : 'not-in-sources';
}

/** "What came of it?": a word of no more weight is about nothing of its own. */
const SAYS_LITTLE = 0.3;

/** Likeness to a question from which on a heading says what it asks for. */
const SAME_AS_HEADING = 0.6;

/** Whether a question is about the bot, the person or the world, and not about what the sources tell. */
export function isOffTopic(
  { text, kind, needs, leans }: Question,
  best: Candidate | undefined,
  { views }: Knowledge,
): boolean {
  const weight = (of: Question['needs']) => of.reduce((sum, need) => sum + need.weight, 0);
  const own = needs.filter((need) => !need.inherited);
  if (OVERRULES.test(text.replace(LEADS_IN, '')) || CODE.test(text)) return true;
  // Who names a company of the story asks about the story.
  if (own.some((need) => need.name && !need.unknown)) return false;
  if ((/you/i.test(text) && (OF_THE_BOT.test(text) || ORDERS().test(text))) || SUM.test(text) || OF_TODAY.test(text))
    return true;
  // Few sources call their scenarios so.
  if (asksOutlook(text) && best && (best.view.statement.kind === 'forecast' || best.fit.fit >= 1)) return false;
  // Who asks what a heading asks is answered under it, in whatever words.
  if (best && best.features.heading >= SAME_AS_HEADING) return false;
  // "What should buyers take from this?": few sources call those whom they advise by that name.
  const ofOneself = OF_ONESELF.test(text) || (I_DO.test(text) && own.length > 0 && !own.some(({ spoken }) => spoken));
  if (kind === 'advice' && best?.view.statement.kind === 'advice' && !ofOneself) return false;
  // "Why fewer than planned?" is about what the turns before were about.
  const goesOn =
    leans && own.length < needs.length && (best?.fit.fit === 1 || own.every((need) => need.weight <= SAYS_LITTLE));
  const mostly = views.length < FEW_SENTENCES && !HELPS_ONESELF.test(text) ? MOSTLY_OF_FEW : MOSTLY;
  if (!goesOn && weight(own.filter((need) => need.unknown)) > weight(own) * mostly) return true;
  if (best && !HELPS_ONESELF.test(text) && !OF_ONESELF.test(text) && isPlainlyMet(own, best)) return false;
  // Who asks in other words than the corpus still meets it in several of them.
  if (best && wordsMet(needs, best) >= SEVERAL) return false;
  const least = kind !== 'advice' && OF_ONESELF.test(text) ? LEAST_SPOKEN_OF_ONESELF : LEAST_SPOKEN;
  return own.length === needs.length && weight(own.filter((need) => need.spoken)) < weight(own) * least;
}

/** How many words of some weight it meets; what meets two of them is one word. */
function wordsMet(needs: Question['needs'], { view, match }: Candidate): number {
  const by = new Set<string>();
  for (const [i, { inherited, weight, alternatives }] of needs.entries()) {
    if (inherited || weight <= SAYS_LITTLE || (match.own[i] ?? 0) < MEETS) continue;
    let nearest = '';
    for (const [key, strength] of alternatives)
      if (view.terms.has(key) && strength > (alternatives.get(nearest) ?? 0)) nearest = key;
    by.add(nearest);
  }
  return by.size;
}

/** A word of some weight that the statement has as it is asked, or under another name: the question is about the same. */
function isPlainlyMet(own: Question['needs'], { view }: Candidate): boolean {
  return own.some(
    ({ weight, spoken, alternatives }) =>
      weight >= COMMON &&
      spoken &&
      [...alternatives].some(([key, strength]) => strength >= PLAINLY && view.terms.has(key)),
  );
}
const COMMON = 0.4;
const PLAINLY = 0.8;

/** "How much did X pay?": a sentence that does not name X, and leans on none that does, tells of somebody else. */
export function isOfSomebodyElse(question: Question, best: Candidate, knowledge: Knowledge): boolean {
  const { text, kind, needs } = question;
  if (kind !== 'how much' && kind !== 'when' && !(kind === 'open' && ASKS_WHOSE().test(text))) return false;
  return needs.some((need, i) => {
    if (!need.inherited && kind === 'how much' && isPayer(question)[i] && isCompanion(need.word, best.view.text))
      return true;
    if (need.inherited || (best.match.own[i] ?? 0) >= NAMES || !isBearer(question)[i]) return false;
    // "We signed", says the house that published it.
    const another = (DOES.test(text) || ASKS_WHOSE().test(text)) && meansAnother(best, need, knowledge);
    const around = !another && (best.view.leansBack || /\b(?:we|us|our)\b/i.test(best.view.text));
    // Whom a house employs is told of that house: a title that names another says nothing of it.
    const isTitleEnough =
      !another && !(EMPLOYS.test(text) && best.view.names.length > 0) && !isOfItsSubject(question, best, knowledge);
    if ((around || isTitleEnough) && (best.match.met[i] ?? 0) >= (around ? NAMES : AROUND)) return false;
    return true;
  });
}

/** "B built it. It employs 340": the pronoun means B, whatever else the passage has named. */
function meansAnother({ view }: Candidate, { alternatives }: Question['needs'][number], knowledge: Knowledge): boolean {
  const before = /^(?:It|They|She|He|The \p{Ll}+)\b/u.test(view.text) ? knowledge.before(view.statement) : undefined;
  if (!before) return false;
  const [subject] = before.names;
  return subject?.start === 0 && ![...alternatives.keys()].some((key) => before.terms.has(key));
}

/** A sentence that opens with a house of its own tells that one's sums, whatever its title names. */
function isOfItsSubject(
  { kind, text: asked }: Question,
  { view: { names, text } }: Candidate,
  knowledge: Knowledge,
): boolean {
  const [subject] = names;
  // "What was the yard's revenue?": the revenue of a house that is named beside the figure is that one's.
  if (ASKS_WHOSE().test(asked)) return names.some((name) => !isPerson(name, knowledge));
  if (kind !== 'how much' || !subject || !OPENS().test(text.slice(0, subject.start)) || isPerson(subject, knowledge))
    return false;
  return (
    !/^(?:Chief|Managing|Deputy|Senior)\b/.test(text) &&
    !/^(?:,| of | at | \p{Ll}+ \p{Lu})/u.test(text.slice(subject.end))
  );
}

/** A subject stands first, or behind a day. */
const OPENS = () => /^(?:(?:On|In|By|Since) (?:[\p{L}\d]+ ?){1,3}, (?:\d{4}, )?)?$/u;

/** Whoever has or does so many; what a thing costs is told of the thing. */
const DOES = /\bhow many\b|\b(?:employ|earn|make|pay|sell|produce|own|owe|have|spend|raise)s?\W*$/i;
const ASKS_WHOSE = () =>
  /^\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?(?:[Ww]hat|[Hh]ow (?:much|high|big|large)) (?:is|are|was|were) (?:the )?\p{Lu}\S*['’]s? /u;

/** For each need in order: whether it is whoever pays or gives. */
const isPayer = remembered(({ text, needs }: Question) => {
  // A pattern takes longer to make than to test, and few questions ask who gave.
  const gives = GIVEN.test(text);
  return needs.map(
    ({ word }) =>
      gives &&
      new RegExp(
        // The name may have a word before it or after it: "Alder Capital".
        `\\b(?:did|does|do|is|was|will|would|has|had) (?:\\p{L}+ ){0,2}${writtenAs(word)} (?:\\p{L}+ )?${GIVES}`,
        'iu',
      ).test(text),
  );
});

/** "How much did X pay?", and "it founded Y with X and Z for 40 million": what several did together is told of none of them. */
function isCompanion(word: string, statement: string): boolean {
  const name = writtenAs(word);
  if (statement.match(new RegExp(`\\b${name}\\b`, 'giu'))?.length !== 1) return false;
  const row = `(?:\\p{Lu}[\\p{L}\\p{N}&.’'-]* ?)+`;
  const written = statement.replace(new RegExp(`\\b${name}\\b`, 'iu'), ASKED);
  return new RegExp(
    `\\b(?:with|alongside|among|including) (?:the )?(?:(?:the (?:\\p{Ll}+ ){1,3})?${row}(?:,|,? and) (?:the )?|the (?:\\p{Ll}+ ){1,3}and (?:the )?)*(?:\\p{Ll}+ ){0,3}(?:\\p{Lu}\\S* )?(?:${ASKED}(?: \\p{Lu}[\\p{L}-]*)?(?:,|,? and) (?:and )?(?:the )?(?:\\p{Ll}+ ){0,3}\\p{Lu}|(?<=, |and |the |and the \\p{Ll}+ |and \\p{Ll}+ )${ASKED}\\b)`,
    'u',
  ).test(written);
}
const GIVES =
  '(?:pa(?:y|id)|spent|gave|lent|brought|put|invest|contribut|giv|spen|commit|chip|lend|pledg|add|provid|bring)\\p{L}*';
const GIVEN = new RegExp(` ${GIVES}`, 'iu');
/** Stands for the name asked about, however it is written. */
const ASKED = 'ASKED';
/** A pattern of a word, whatever marks stand in it. */
function writtenAs(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '.');
}

/** For each need in order: whether it is whose sum or day the question asks for. */
const isBearer = remembered(({ text, needs }: Question) =>
  needs.map(({ word, name }) => {
    if (!name && !/^\p{Lu}/u.test(word)) return false;
    const written = writtenAs(word);
    if (
      /['’]s /.test(text) &&
      new RegExp(
        `^\\W*(?:and |so |but )?(?:what|how (?:much|high|big|large)) (?:is|are|was|were) ${written}['’]s? `,
        'iu',
      ).test(text)
    )
      return true;
    return (
      new RegExp(
        `\\b(?:did|has|have|had|does|will|would|is|was|works? (?:for|at)|working (?:for|at)|employed (?:by|at)) (?:the )?${written}\\b(?! ?['’])`,
        'iu',
      ).test(text) &&
      !new RegExp(`\\bthe ${written} \\p{Ll}+ (?:with|of|between|for|in|at|on|to|\\p{Ll}+ed)\\b`, 'iu').test(text)
    );
  }),
);
const EMPLOYS =
  /\b(?:works? (?:for|at)|working (?:for|at)|employed (?:by|at))\b|\b(?:do|does|did|will|would) .{2,40}\b(?:use|need|consume|burn|employ)\b/i;

/** A word that is merely used is not defined; of what something is, only who says so tells. */
export function isUndefined({ text, kind, needs }: Question, best: Candidate): boolean {
  return (
    kind === 'definition' &&
    DEFINES.test(text) &&
    best.fit.fit === 0 &&
    !needs.some((need) => need.name || need.inherited)
  );
}
const DEFINES = /\b(?:mean|means|meaning|define|definition|stand for|what(?:['’]s| is) an?)\b/i;

/** As much of a name as a part of the company says of the company. */
const NAMES = 0.3;
/** As much as the title of a document or the sentence before says of whom it is about. */
const AROUND = 0.34;

function becauseOf(question: Question, reason: DeclineReason, { oldest }: Reach): string {
  if (question.text.length > MAX_QUESTION_CHARACTERS)
    return `That has ${question.text.length} characters; a question may have ${MAX_QUESTION_CHARACTERS}. Shorten it.`;
  if (question.text === '') return 'That is empty. Ask a question in plain words.';
  if (question.asOfAsked && question.asOf && oldest && question.asOf < oldest)
    return `The sources report nothing from before ${oldest}.`;
  if (question.needs.length === 0 && question.time?.sort === 'period')
    return 'The sources report nothing from that time.';
  if (reason === 'not-a-question')
    return 'That is not a question that I can look up: ask about what the documents tell.';
  if (!/\p{Script=Latin}/u.test(question.text))
    return 'I find no English words in that: the documents are in English, ask in English.';
  if (reason === 'off-topic') return 'The sources say nothing about that.';
  return question.asOfAsked ? `The sources do not say that for ${question.asOf}.` : 'The sources do not answer that.';
}
