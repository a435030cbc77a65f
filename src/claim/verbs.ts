/** Verbs by their forms: enough of them that the predicate of a plain sentence of news can be found. */

export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'ing';

export interface Verb {
  readonly base: string;
  readonly forms: ReadonlySet<VerbForm>;
}

const list = (words: string) => words.trim().split(/\s+/);

/** Verbs that take "-s", "-ed" and "-ing". */
const REGULAR = list(`
  abandon accept accuse acknowledge acquire add address admit adopt advise affect agree aim allow amend announce answer
  appeal appear apply appoint approve argue arrive ask assume attack attend award ban benefit blame block borrow
  burn calculate call cancel capture carry cause cease challenge change charge check claim clear close collapse collect
  combine compare compete complain complete concern conclude confirm consider consume contain contest continue control
  convert cooperate correct cost counter cover create criticise criticize cross cure cut decide decline decrease defend
  delay deliver demand deny depart depend deploy describe design develop diminish direct disclose discontinue discover
  discuss dismiss dispute distribute double doubt drop earn eliminate embed employ enable encourage end enroll enrol
  ensure enter establish estimate examine exceed exclude expand expect expire explain explore export express extend face
  fail favour favor feature file fill finance finish fine fire flow follow frame force forecast form found free fuel fund gain grant
  guarantee halt halve handle happen head help hire hold hope host house identify ignore impose improve include increase
  inform inject insist inspect install integrate intend introduce invent invest invite involve issue join judge keep kill
  lack land lapse last launch lay learn lease lend licence license lift like limit link list live load locate lock lodge
  look lower maintain manage manufacture mark market match measure merge miss monitor move name need negotiate note notice
  notify obtain occur offer open operate oppose order organise organize oust outsource own participate partner park pass patch
  pause pick pilot pitch place plan play please pledge plunge point possess postpone praise predict prefer prepare present
  press prevent price prioritise prioritize produce prohibit promise promote propose protect prove provide publish pull purchase push question
  quit raise rate reach realise realize receive reckon recommend record recover recruit reduce refer refuse regard
  regulate reject relax release rely remain remove renegotiate renew rent reopen repair replace reply report represent
  request require rescue research reserve resign resist resolve respond restore restrict result resume retain retire
  return reveal reverse review revise reward roll rule save scrap schedule scrutinise scrutinize secure seek select serve
  settle share shift ship shrink shut sign slash slow sponsor staff stand start state station stay stop store succeed
  submit sue suffer survive stifle scrutinize suggest supervise supply support surface surge surpass suspend switch target tend terminate test threaten
  total touch trade train transfer travel treat triple trim try turn undercut unveil update upgrade urge use value
  view visit vote wait waive walk want warn watch weaken weigh welcome widen withhold work worry yield
  account belong bill forecast air authorise authorize back bar broadcast cap chair charter clinch combine commit compensate concede conduct constrain contemplate
  contribute curb defer detect discourage dominate ease elect exit fetch foster fulfil fulfill grab hamper hinder impede import
  incur insure invoice investigate license migrate narrow net nominate overturn owe penalise penalize permit postpone rank rebuff
  recall reinstate reject rename resell sack sail sanction shelve shorten slip speed spin step stream strengthen sublicense subsidise
  subsidize swap terminate tighten top track trigger undermine uphold veto walk wire
  absorb accelerate accommodate accompany accomplish accumulate achieve activate adapt adhere adjourn adjust
  administer adorn advertise afford aggravate alert align allege alleviate allocate allot alter amalgamate amass
  amortise amount anticipate apologise apologize appease appraise arrange arrest ascribe assemble assert assess assign
  assist assure attach attain attract attribute auction audit avert avoid await awaken backfire bail bake bankroll
  behave berth betray blossom bolster boost breach brew browse bundle bury bypass campaign capitalise capitalize cater
  cede celebrate certify chill circulate cite clarify classify clean codevelop coincide collaborate collide commence
  commute compile comply compound comprise conceal conceive condemn confer confine confront congratulate connect
  consolidate constitute construct consult contend contradict convene convey convict convince cool cope correspond count
  cultivate curtail customise declare decommission dedicate deem deepen define delete demonstrate derail
  derive deserve designate destroy deteriorate determine devote diagnose differ disagree disappear dispatch
  dispense disrupt dissolve distinguish diversify divert divest donate downgrade downplay duplicate dye edit
  embrace emerge emit emphasise emphasize enact encounter endorse endure enforce engage enhance enjoy enlarge enlist
  enrich entail entitle entrust envisage equip erect erode escalate evacuate evaluate evolve exaggerate excuse
  execute exempt exhaust exhibit exist expedite explode exploit expose facilitate fade falter fasten fix flourish
  forge formalise formulate forward furnish generate govern graduate grapple greet guess hail hedge hesitate
  highlight honor honour hospitalise hospitalize hurry idle ignite illustrate imagine immerse imply incline
  incorporate indicate induce infect infer inflate influence infringe inhale inherit initiate innovate inquire insert
  instruct insulate intensify interact intercept interpret interrupt intervene invade invoke irrigate
  jeopardise jeopardize justify knit lament laud levy liberate linger liquidate litigate localise loom loosen mediate
  mend mention minimise minimize mitigate mix mobilise mobilize mock modernise modernize modify monetise monetize moor
  mortgage multiply neglect nudge nullify oblige observe obstruct occupy offload offset omit opt orbit outfit outline
  outnumber outpace outperform outrank outweigh overhaul overlap overstate perform persist persuade plead plummet
  poach pollute portray pour precede preclude prescribe presume prevail proceed procure prolong pronounce propel
  prosecute prosper provoke publicise puncture punish qualify quarrel ramp react reaffirm reassess reassure rebuke
  recede recharge reciprocate recite reclaim recognise recognize reconcile reconsider reconvene recoup rectify recycle
  redesign redirect reestablish refill refinance refine refit reflect refrain refuel refurbish regain register
  reimburse reinforce reinsure reissue reiterate relate relaunch relegate relieve relinquish relocate remedy remind
  render rescind reshape reside resort restructure retaliate retrain retrieve reunite revamp revisit revive revoke
  revolve ripen rocket rotate safeguard salvage scale scare scatter scramble seal seize separate sew shape
  showcase shrug simplify situate sketch skip smelt snap snub soar sow spark specialise specialize specify speculate
  stabilise stabilize stall steer stipulate straddle stumble subcontract sublet subscribe subtract summarise summarize
  summon supersede suppress surrender surround suspect sustain tackle testify thank thrive tie tolerate toughen
  transform translate transmit transport troubleshoot tumble underline underscore understate underwrite unify unite
  unload unlock unravel unsettle uproot utilise utilize vacate vaccinate validate vary verify vie violate vow wash
  waver wield wonder worsen yearn
  resemble stunt pressure
  abate abolish abuse acclaim accrue acquaint adjoin afflict alienate allude annex applaud arouse assail atone avenge
  barter batter bestow bless blind bombard bounce breathe bribe broaden censor censure chase cherish clash cling clog
  coax comfort commend communicate compel concur confiscate confound conquer conserve console conspire contaminate
  correlate corrode counsel crawl cripple crush dampen dare darken decentralise decorate decry defraud defy dent
  depict deplete deprive deter differentiate digitise digitize dilute dine disable disallow discard discern discipline
  dislike dismantle displace dispose disqualify disregard dissuade doom doze drain dwindle elevate elude embark embody
  emulate endanger endow engulf enlighten entertain enthuse entice entrench envy equate erase espouse evade evoke
  excel excite exclaim exert exhort expend extract fabricate fear fend ferment flank flatten flaunt flex flip
  fluctuate flush foil forfeit fumble gather gauge glean gossip graze grieve grind groom harass harm haunt heal heed
  heighten hoard hoist hover hunt idolise impair impart impress imprison improvise incite inconvenience incubate
  indulge infest inflict inhabit inhibit insult invalidate itemise legalise legalize lessen lighten lure magnify
  manipulate marginalise marry meander misjudge mourn nurture obscure obsess overcharge overdo overestimate overlook
  overpower overrun paralyse paralyze penetrate perceive perish permeate persecute pervade ponder pose pray preach
  preside presuppose proclaim propagate prune punctuate quadruple quantify quell quench radiate rationalise reap
  rebound rebut redeem refute rehabilitate rehearse reign rejoice rejuvenate remodel renounce repel replenish
  replicate repress reproduce repudiate resent respect resurface retract retreat revere revolutionize ridicule roam
  ruin sabotage saturate scorn scrape sharpen shoot shun sip smash smuggle soften solve soothe spill spoil squander
  stagnate starve stimulate stir stockpile strand stray strive subdue subjugate substantiate surmount swerve symbolise
  symbolize sympathise sympathize synchronise taint tame tarnish tease tempt thicken thwart tilt tout transcend
  transcribe traverse trumpet unblock unearth unleash unwind usher vindicate weave whisper wipe worship
`);
/** Verbs whose other forms are mostly adjectives: "concentrated", "staggering". */
const FORMS_MOSTLY_ADJECTIVES = list(`
  amaze astonish articulate complicate concentrate confuse depress devalue disappoint distort fascinate frighten
  frustrate intimidate isolate mislead motivate overwhelm polarise polarize revolutionise shatter startle stun thaw vanish
`);
/** "base past participle". */
const IRREGULAR = list(`
  be/was/been be/were/been beat/beat/beaten become/became/become begin/began/begun bear/bore/borne bid/bid/bid bind/bound/bound
  break/broke/broken bring/brought/brought build/built/built buy/bought/bought choose/chose/chosen come/came/come
  cost/cost/cost cut/cut/cut deal/dealt/dealt do/did/done draw/drew/drawn drive/drove/driven eat/ate/eaten fall/fell/fallen
  feel/felt/felt fight/fought/fought find/found/found fly/flew/flown forbid/forbade/forbidden forgo/forwent/forgone
  get/got/got give/gave/given go/went/gone grow/grew/grown have/had/had hear/heard/heard hide/hid/hidden hit/hit/hit
  hold/held/held hurt/hurt/hurt keep/kept/kept know/knew/known lay/laid/laid lead/led/led leave/left/left lend/lent/lent
  let/let/let lose/lost/lost make/made/made mean/meant/meant meet/met/met outgrow/outgrew/outgrown overtake/overtook/overtaken
  pay/paid/paid put/put/put quit/quit/quit read/read/read repay/repaid/repaid rise/rose/risen ride/rode/ridden run/ran/run say/said/said
  see/saw/seen seek/sought/sought sell/sold/sold send/sent/sent set/set/set show/showed/shown shrink/shrank/shrunk
  shut/shut/shut sink/sank/sunk spend/spent/spent split/split/split spread/spread/spread stand/stood/stood steal/stole/stolen
  stick/stuck/stuck strike/struck/struck take/took/taken teach/taught/taught tell/told/told think/thought/thought
  throw/threw/thrown undergo/underwent/undergone understand/understood/understood undercut/undercut/undercut
  undertake/undertook/undertaken wear/wore/worn win/won/won withdraw/withdrew/withdrawn withhold/withheld/withheld
  write/wrote/written rewrite/rewrote/rewritten
  arise/arose/arisen breed/bred/bred broadcast/broadcast/broadcast catch/caught/caught dig/dug/dug feed/fed/fed
  flee/fled/fled foresee/foresaw/foreseen forget/forgot/forgotten forgive/forgave/forgiven
  hang/hung/hung lie/lain/lain outbid/outbid/outbid overcome/overcame/overcome override/overrode/overridden
  oversee/oversaw/overseen rebuild/rebuilt/rebuilt resell/resold/resold sing/sang/sung
  sit/sat/sat sleep/slept/slept speak/spoke/spoken swear/swore/sworn sweep/swept/swept swim/swam/swum
  uphold/upheld/upheld withstand/withstood/withstood
`);

/** Verbs of one short syllable, and some with the stress on the last, double their last letter: "stopped", not "openned". */
const DOUBLES =
  /^(?:[^aeiou]*[aeiou][bdgmnprt]|admit|commit|permit|submit|occur|refer|prefer|transfer|defer|cancel|control|forbid|begin|enrol|label|total|equip)$/;

function stemOf(base: string): string {
  if (base.endsWith('e')) return base.slice(0, -1);
  return DOUBLES.test(base) ? `${base}${base.at(-1)}` : base;
}

function presentOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stemOf(base)}ed`;
}

function ingOf(base: string): string {
  return /(?:ee|oe|ye)$/.test(base) || base === 'be' ? `${base}ing` : `${stemOf(base)}ing`;
}

function indexForms(): ReadonlyMap<string, Verb> {
  const verbs = new Map<string, { base: string; forms: Set<VerbForm> }>();
  const note = (word: string, base: string, form: VerbForm) => {
    const known = verbs.get(word);
    if (known) known.forms.add(form);
    else verbs.set(word, { base, forms: new Set([form]) });
  };
  const irregular = new Set<string>();
  for (const entry of IRREGULAR) {
    const [base = '', past = '', participle = ''] = entry.split('/');
    irregular.add(base);
    note(past, base, 'past');
    note(participle, base, 'participle');
  }
  note('has', 'have', 'present');
  for (const base of [...irregular, ...REGULAR]) {
    note(base, base, 'base');
    note(presentOf(base), base, 'present');
    note(ingOf(base), base, 'ing');
    if (irregular.has(base)) continue;
    note(pastOf(base), base, 'past');
    note(pastOf(base), base, 'participle');
  }
  for (const base of FORMS_MOSTLY_ADJECTIVES) {
    note(base, base, 'base');
    note(presentOf(base), base, 'present');
  }
  return verbs;
}

const VERBS = indexForms();
const UNKNOWN_ED: ReadonlySet<VerbForm> = new Set(['past', 'participle']);

/** The verb that a word in lower case may be; any word in "-ed" may be one. */
export function verbOf(word: string): Verb | undefined {
  const known = VERBS.get(word);
  if (known) return known;
  return /^\p{L}{3,}ed$/u.test(word) ? { base: word, forms: UNKNOWN_ED } : undefined;
}
