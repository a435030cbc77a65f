/** Closed sets of English words that steer a question and are not what it is about. */

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** They give the question its form; no statement is asked to hold them. */
export const FRAME = words(`
  what which who whom whose when where why how much many long big define definition mean means meaning meant explain describe described
  held hold holds holding apply applies applied
  write wrote written comment commented remark remarked tell say says said mention mentioned mentions give gives list name show please source sources document documents article articles text texts
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
  size worth value sum price long wide high horizon pls plz definition plain words term
  behind apart per kind kinds piece post posts commentary writer writers author authors reader outlet
  discussed discuss listed cited quote quoted set out via
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
  fewer less
  old older former previous original initial prior
  involved involve involves related concerning regarding terms side effect
`);

/** Verbs of becoming: with the word right after them they make an idiom ("go public"), not with "on sale", "into force". */
export const BECOMING = words(`
  go goes going went gone come comes coming came turn turns turning turned
`);

/** They ask for the state of the day that the sources reach to. */
export const ASKS_NOW =
  /\b(?:still|now|currently|today|at present|presently|these days|anymore|any more|any longer|nowadays|as it stands|at the moment|right now|latest|most recent|up to date|current|newest|as things stand)\b/i;

/** They ask for what held before the newest change. */
export const ASKS_EARLIER =
  /\b(?:used to|previous(?:ly)?|former(?:ly)?|original(?:ly)?|initial(?:ly)?|at first|earlier|old|prior(?: to)?|back then|once|before the|before (?:that|this|then|it|they|\w+ (?:end|expir|laps|ceas|stopp)\w*)|before\W*$|until (?:then|now|recently)|in the past|beforehand|pre-|first announced|at the start)\b/i;
