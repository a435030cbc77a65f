/** Closed sets of English words that steer a question and are not what it is about. */

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Frequent slips in the words that give a question its form, and what was meant. */
export const SLIPS: ReadonlyMap<string, string> = new Map(
  `wich which, whcih which, wihch which, waht what, wat what, whta what, hwat what, hwo who, woh who, whoose whose, wehn when,
  whne when, wen when, whn when, wher where, wehre where, whree where, hwy why, wyh why, hte the, teh the, thier their, adn and, nad and, hoow how, mcuh much, muhc much, amny many, mnay many, frist first, fisrt first, becuase because, becasue because, deos does,
  doese does, wsa was, abuot about, agian again, stil still, untill until, utnil until, aslo also`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** They give the question its form; no statement is asked to hold them. */
export const FRAME = words(`
  what which who whom whose when where why how much many long often frequently big define definition mean means meaning meant explain describe described
  held hold holds holding apply applies applied
  write wrote written comment commented remark remarked tell say says said mention mentioned mentions give gives given list name show please source sources document documents article articles text texts
  according know known about happen happened happens happening going change changed changes different difference new
  latest news update updates currently current now still today anymore yet already nowadays recent recently present
  thing things stuff kind sort type types way ways example examples reason reasons
  question answer anyone anything something someone everything everybody nobody people
  should could would can may might must will shall ought advise advice recommend recommended recommendation suggest suggested suggests takeaway takeaways tip tips
  exactly actually really just basically simply quickly briefly summary summarize summarise overview
  date day year month time earlier previously before originally formerly initially after since during ago
  does did is are was were be been being do has have had get gets got getting
  there here it its they them their this that these those he she his her him we us our you your i my me
  thanks thank ok okay hi hello hey yes no not true false correct right think
  amount number total figure exact approx approximately roughly
  stand stands refer refers term
  compare compared comparison versus vs
  size worth value sum price long wide high deep tall thick horizon pls plz definition plain words term
  behind apart per kind kinds piece post posts commentary writer writers author authors reader outlet
  discussed discuss listed cited quote quoted set out via
  mr mrs ms dr prof inc ltd plc llc gmbh
`);

/** The same where a meaning is asked for: any other word may be part of the term, as in "second reader" or "term sheet". */
export const FRAME_OF_MEANING = words(`
  what which who how define definition mean means meaning meant explain describe exactly actually really just basically simply
  is are was were be does do did refer refers stand stands short plain words word english here this that these please pls plz called
  tell know give say says said you me us your we they it there okay ok hi hello hey so and the an
`);

/** They carry little: a statement may well answer without them. */
export const LIGHT = words(`
  big bigger biggest large larger huge major main key important really good bad better best worse worst great real
  go goes went gone come comes came put puts make makes made take takes took taken let lets look looks seem seems want wants wanted need needs
  use uses used using work works try tries part parts side role place point case cases fact
  money cash stuff deal company companies firm business market
  first second third last next one two other others another same own more most less least
  feel feels felt think thinks thought believe believes bring brings brought play plays turn turns turned call calls called hear heard talk talks
  specific specifically particular certain various several some any all every each both
  quite very too so such only even again ever back away around
  allow allows allowed able possible likely expected expect
  story issue matter matters situation currently overall general main
  fewer less late
  old older former previous original initial prior
  supposed differ differs
  involved involve involves related concerning regarding terms side effect
  together along else ahead far til till see sees saw seen given normally usually correctly properly
  apparently maybe perhaps eventually finally mostly mainly instead anyway altogether supposedly probably certainly clearly obviously
  detail details information info
`);

/** Verbs of becoming: with the word right after them they make an idiom ("go public"), not with "on sale", "into force". */
export const BECOMING = words(`
  go goes going went gone come comes coming came turn turns turning turned
`);

/** Verbs that say little alone and make another verb with a particle: "go up", "put off", "give up". */
export const PHRASAL = words(`
  go goes going went gone come comes came coming put puts putting take takes took taken taking bring brings brought turn turns turned call calls called
  get gets got getting give gives gave given giving hold holds held holding look looks looked looking set sets play plays make makes made
`);

/** With a particle they ask what happens, or cheer somebody on: "what is going on". */
export const HAPPENING = /^(?:go|come|take|took|c[ao]me|went|gone)\w* (?:on|about|along|place)$/i;

/** They ask for the state of the day that the sources reach to. */
export const ASKS_NOW =
  /\b(?:still|now|currently|today|at present|presently|these days|anymore|any more|any longer|nowadays|as it stands|at the moment|right now|latest|most recent|up to date|current|newest|as things stand)\b/i;

/** They ask for what held before the newest change. */
export const ASKS_EARLIER =
  /\b(?:(?<!\b(?:be|been|being|is|are|was|were|get|gets|got) )used to|previous(?:ly)?|former(?:ly)?|original(?:ly)?|initial(?:ly)?|at first|earlier|(?<!\b(?:my|your|our|how|years?|months?|days?)[ -])old|prior(?: to)?|back then|(?<!\bat |\bonly )once(?! (?:the|it|they|he|she|a|an|all|in|and)\b)|before the|before (?:that|this|then|it|they|\w+ (?:end|expir|laps|ceas|stopp)\w*)|before(?=\W*$)|until (?:then|now|recently)|in the past|beforehand|pre-|first announced|at the start)\b/i;

/** They greet, thank, praise, agree or take leave: what holds one, and nothing but these and what stands beside them, asks nothing. */
export const COURTESY = words(`
  hi hello hey hiya yo howdy greetings thanks thank thanx thx ty tx tysm cheers please ok okay okey k kk cool great nice awesome perfect
  good bad excellent brilliant amazing fantastic wonderful lovely super terrific neat alright wow whoa ooh aha ah oh hm hmm hmmm
  bye goodbye cya welcome sorry lol lmao rofl haha hahaha hehe yes no nope yep yeah yup nah sure np yay woohoo congrats congratulations bravo
  nvm gotcha noted understood agreed appreciated helpful impressive interesting funny indeed exactly absolutely damn yikes
  kudos sup
`);

/** They stand beside courtesies and may be asked about by themselves. */
export const BESIDE_COURTESY = words(`
  and i i'm i'll i've you your you're u it it's its is was are be been that that's this the there here me my we us all so very much really too quite pretty
  lot lots bit for to of in on with at again now then today one ones job work stuff thing things answer answers reply help info information bot team friend friends
  everyone everybody guys folks man mate dude sir madam buddy pal day morning afternoon evening night fine right week weekend up doing going will do see love like it'll
  got get see makes sense well done know never mind later soon take care keep that'll have having had nice enjoy talk thought thinking up down
  a an one hell thumbs true fair enough point made my mind just only quick
`);

/** Words of that form that a question for yes or no is about: "Does it write the report?" */
const ABOUT = words(
  'hold held holds holding apply applies applied write wrote written wide long high price name different listed comment commented',
);
/** The words of `FRAME`, without those that a question for yes or no may be about. */
export const FRAME_OF_YES_NO: ReadonlySet<string> = new Set([...FRAME].filter((word) => !ABOUT.has(word)));

/** The same, of what has changed: "What happened to the price?" */
const MEASURED = words('price value size wage amount number total');
export const FRAME_OF_CHANGE: ReadonlySet<string> = new Set([...FRAME].filter((word) => !MEASURED.has(word)));
