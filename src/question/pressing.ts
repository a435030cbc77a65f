/**
 * What people say to whom they ask, and not about anything: they call it names, press it, or tell it not to evade.
 * None of it is what the question is about.
 */
import { FRAME } from './words.ts';

/** Oaths are about nothing, unless a document holds the word. */
const OATHS =
  'fucking|fuckin|fuck|freaking|frigging|effing|shitty|shit|bullshit|crappy|goddamn|goddamned|damned|damn|dammit|wtf|ffs|omg|dumbass|asshole';
/** Names that somebody may be called; by themselves they may be what is asked about: "Is the pump useless?" */
const NAMES_CALLED = `${OATHS}|useless|worthless|stupid|dumb|idiotic|idiot|moron|moronic|imbecile|braindead|brainless|clueless|pathetic|crap|bloody|bastard|arse|ass|jackass|jerk|dimwit|dolt|dunce|fool|loser|scumbag|lousy|ridiculous|hopeless|rubbish|garbage|lazy|sodding|annoying|incompetent|broken|silly`;
const ADDRESSED =
  'bot|chatbot|thing|machine|robot|computer|program|assistant|ai|tool|toaster|piece of (?:\\p{L}+)|heap of (?:\\p{L}+)|lump of (?:\\p{L}+)|one';

export const SPOKEN_TO: readonly RegExp[] = [
  // "You useless thing", "u dumb bot", "stupid machine".
  new RegExp(
    `\\b(?:you|u|ya|yer|your)(?: (?:${NAMES_CALLED}|old|so-called|little|big))+(?: (?:${ADDRESSED}))?\\b`,
    'giu',
  ),
  new RegExp(`\\b(?:${NAMES_CALLED})(?: (?:${NAMES_CALLED}))* (?:${ADDRESSED})\\b`, 'giu'),
  // "This bot is useless".
  new RegExp(
    `\\b(?:this|that|the|your) (?:bot|chatbot|assistant) (?:is|seems|looks)(?: (?:so|such|a|an|really|just|totally|completely|utterly|always|as))*(?: (?:${NAMES_CALLED}))+\\b(?=\\s*(?:[,.;:!?–—-]|$))`,
    'giu',
  ),
  /\b(?:hey|listen|oi|yo|look)\b[ ,]+(?:bot|robot|machine|computer|chatbot)\b/giu,
  // "Stop dodging", "don't waste my time", "quit stalling".
  /(?<=^|[,.;:!?–—-]\s*|\b(?:please|just|now|so|and)\s)(?:stop|quit|enough|no more|cut out) (?:with )?(?:the |your |all |this |that )*(?:dodging|evading|lying|stalling|waffling|rambling|babbling|guessing|hedging|messing (?:around|about)|wasting (?:my|our|everyone['’]s) time|beating (?:around|about) the bush|bullshit\w*|nonsense|excuses|waffle|crap|games)\b/giu,
  /\b(?:do not|don['’]?t|dont|never) (?:you )?(?:dare )?(?:dodge|evade|lie|stall|waffle|ramble|hedge|bullshit me|waste (?:my|our) time|mess (?:me )?(?:around|about)|give me (?:any |that |your |the )*(?:excuses?|nonsense|crap|waffle|runaround|bullshit)|make me (?:ask|repeat)\b[^,.;:!?]{0,20})\b/giu,
  // "Just admit it", "spit it out", "answer me", "just say it:".
  /\b(?:just |simply |now |go on |come on |for once )*(?:admit|confess|concede) it\b/giu,
  /\b(?:just |simply |now )*(?:say|spit) it(?: out)?\b(?=\s*(?:[,.:;!—–-]|$))/giu,
  /\b(?:just |simply |now )*(?:answer|tell) me(?: (?:already|now|straight|plainly|for once))?\b(?=\s*(?:[,.:;!—–-]|$))/giu,
  /\b(?:just |simply )*(?:answer|give me an answer to) (?:the|my|this) (?:\p{L}+ )?question\b/giu,
  /\bfor (?:god|goodness|heaven|christ|pete|fuck)['’]?s['’]? sake\b|\bwhat the (?:hell|heck|fuck)\b(?=\s*[,.!?]|$)|(?<=\b(?:what|who|when|why|how|where) )(?:the|on) (?:hell|heck|fuck|earth)\b/giu,
  // "All I want is what ...", "do you know when ...": what leads in to the question.
  /(?<=^\W*|[,.;:!?–—-]\s*)(?:(?:so|and|but|well|please|just|now|then)\b[ ,]+)*(?:(?:all|the only thing) (?:that )?i (?:want|need|wanted|asked|care about)(?: to know| to hear)?(?: is| was)?|(?:can|could|would|will|do|does) (?:you|anyone|anybody|someone|somebody) (?:(?:please|just|at least|even|perhaps) )*(?:tell me|tell us|know|say|remember|remind me)|(?:(?:just|simply|please) )*(?:tell|remind) (?:me|us)|i(?:['’]d| would) (?:just |really )?(?:like|love) to know|i (?:(?:just|only|really|still) )*(?:want|wanted|need) to know|i (?:(?:just|only|really|still) )*(?:wonder|asked)|i(?:['’]m| am| was) (?:just |only )?(?:asking|wondering)|any(?:body|one) knows?|any idea)[ ,:]+(?=(?:what|which|who|whose|whom|when|where|why|how|if|whether)\b)/giu,
  /\b(?:i (?:haven['’]?t|have not|don['’]?t have) (?:got )?(?:all day|time)|i['’]?m (?:losing|out of) patience|how hard can it be|is it (?:really )?that hard|hurry up|last chance)\b/giu,
];
const OATH = new RegExp(`\\b(?:${OATHS})\\b`, 'giu');

/** Where one sentence or clause ends and another begins. */
const BREAK = /[.!?:;,…]+(?=\s)|\s[–—-]+(?=\s)/gu;
const OPENS_QUESTION =
  /^\W*(?:(?:so|and|but|then|now|well|ok|okay|please|just) )*(?:what|which|who|whose|whom|when|where|why|how|is|are|was|were|does|do|did|has|have|had|can|could|will|would|should)(?:['’]\w+|n['’]?t)?\b/iu;
/** Of whoever asks and whoever is asked, or of how easy it is. */
const OF_THE_TWO =
  /\b(?:you|ya|u|your|yours|you['’]\w+|i|i['’]\w+|me|my|bot|this|it|that|question|questions|time|answer|answers|hard|easy|simple|difficult|rocket science|seriously|really|ugh|argh|come on|last try|wrong|again|twice|essay|speech(?:es)?|nonsense|deaf)\b/iu;

/** What a condition says belongs to the question, and is not said to anybody. */
const CONDITION =
  /^\W*(?:and |but |so )?(?:if|when|after|before|since|because|although|though|unless|while|given|assuming|suppose|once|now that|apart|besides|according)\b/iu;

/** "Are you deaf? Who runs it?", "I asked twice: when?": blanks what stands beside the one question and is about the two who talk. */
function withoutAsides(text: string, holds: (word: string) => boolean): string {
  const breaks = [...text.matchAll(BREAK)].map(({ index, 0: mark }) => index + mark.length);
  if (breaks.length === 0) return text;
  const starts = [0, ...breaks];
  const parts = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
  const aside = parts.map(
    (part) =>
      OF_THE_TWO.test(part) &&
      !CONDITION.test(part) &&
      !(part.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => !FRAME.has(word.toLowerCase()) && holds(word)),
  );
  if (!aside.includes(true) || !parts.some((part, i) => !aside[i] && OPENS_QUESTION.test(part))) return text;
  return parts.map((part, i) => (aside[i] ? ' '.repeat(part.length) : part)).join('');
}

/** Where none of this stands nobody is spoken to: the patterns, which take long to compile, need not be looked for. */
const MAY_SPEAK_TO = new RegExp(
  `${NAMES_CALLED}|\\b(?:y?ou|u|ya|yer|bot|robot|chatbot|assistant|machine|computer)\\b|your|stop|quit|enough|no more|cut out|do not|don['’]?t|never|admit|confess|concede|\\bsay it|spit|answer|tell|\\bgive|sake|hell|heck|earth|\\b(?:i|any(?:one|body)|some(?:one|body)|all|only)\\b|remind|any idea|hard|hurry|patience|last chance`,
  'iu',
);

/** Whether a text may speak to whom it asks; if not, none of the patterns above finds anything. */
export function maySpeakTo(text: string): boolean {
  return MAY_SPEAK_TO.test(text);
}

function withoutCalls(text: string, holds: (word: string) => boolean): string {
  const blank = (said: string) => ' '.repeat(said.length);
  let rest = text;
  for (const pattern of SPOKEN_TO) rest = rest.replace(pattern, blank);
  return rest.replace(OATH, (word) => (holds(word) ? word : blank(word)));
}

/** The text with blanks where it speaks to whom it asks. `holds` says whether the documents hold a word themselves. */
export function withoutPressing(text: string, holds: (word: string) => boolean): string {
  const rest = withoutAsides(maySpeakTo(text) ? withoutCalls(text, holds) : text, holds);
  return /\p{L}{2,}/u.test(rest) ? rest : text;
}
