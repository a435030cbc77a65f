import { BESIDE_COURTESY, COURTESY } from './words.ts';

export type QuestionKind =
  | 'keyword'
  | 'which'
  | 'who'
  | 'when'
  | 'where'
  | 'how much'
  | 'definition'
  | 'yes or no'
  | 'why'
  | 'what changed'
  | 'list'
  | 'advice'
  | 'comparison'
  | 'attribution'
  | 'open';

/**
 * In order: the first that fits is the kind. Tested on the question in lower case, straight quotes; what does not hold
 * what is `wanted` does not fit, and the pattern need not be compiled.
 */
export const KINDS: readonly (readonly [kind: QuestionKind, pattern: RegExp, wanted?: string])[] = [
  [
    'definition',
    /^(?!(?:(?:in|by|since|on|for) )?(?:when|who|where|why|which|how)\b).*\bdefinition\b|\bmeaning\W*$|^what(?: exactly| really| actually)?(?:'s| is)(?: exactly| really| actually)? an? (?!\w+ (?:of|for|to)\b)[\w -]{2,40}\?*$|^(?:please )?explain (?:the )?[\w-]+(?: [\w-]+)?\W*$|^(?:please |can you )?(?:define|(?:what(?:'s| is) the )?meaning of|explain the term|what(?:'s| is| are| does| do) .{2,60}\b(?:mean(?!s? for)|stand for|refer to|short for)\b|what do (?:they|you|people) mean by|what is meant by)/,
  ],
  [
    'list',
    /\b(?:named|given|listed|mentioned|cited|shown|offered) (?:as|for) (?:an )?examples?\b|\bwhat (?:might|could|may|will|would) (?:\w+ ){0,2}happen\b|\bwhat(?:'s| is| comes) next\b|\b(?:scenarios|possible outcomes|outlook)\b|\bways (?:this|it|that|things) (?:could|might|may|can)\b|\bwhat (?:(?:should|do|must|can|might|could) (?:\w+ ){1,2}(?:watch|look out for|keep an eye on|expect next)|(?:else )?to (?:watch|look out for|keep an eye on))\b|^(?:and |so )?(?:what|the) (?:two|three|four|five|six|seven|\d) \w+/,
  ],
  [
    'list',
    /\bwhat(?: all)?(?:'s| is| was| has| have| had| will| does| did)? (?:stay(?:s|ed)?|remain(?:s|ed)?|not chang\w*|unchanged|kept|(?:still )?the same)\b|\bwhat (?:hasn't|haven't|didn't|doesn't|won't) change\w*\b|\bwhat(?:'s| is| are| were) (?:the |some |their |its |his |her )?(?:\w+(?:'s|s') )?(?:main |key |biggest )?(?:arguments?|points|pros|cons|upsides?|downsides?|risks?|dangers?|options|choices|conditions|terms|possibilities)\b(?! (?:mean|of reference))/,
    'what',
  ],
  [
    'what changed',
    /\bwhat(?:'s| is| has| have| had|)(?: been| actually| really| exactly)? (?:changed?(?! (?:the|its|their|his|her|our) (?!most\b|day\b|week\b|month\b|year\b|moment\b|last\b|past\b))|new|different|happened|happening|going on)\b|\bwhat changes\b|\bwhat (?:has |had )?(?:became|become) of\b|\bwhat .{2,50} (?:now )?that it (?:wasn't|couldn't|didn't)\b|\bhow (?:has|have|did|does|is) .{2,80} (?:changed?|evolved?|differ\w*|different)\b|\bany(?:thing)? (?:new|changed?|changes|update)\b|^changes? (?:in|to|since)\b|\b(?:latest|news|update) (?:on|about)\b/,
  ],
  [
    'attribution',
    /\b(?:who|(?:which|what) (?:outlet|publication|paper|newspaper|magazine|weekly|daily|journal|broadcaster|(?:radio |television |tv )?station|source|sources|news \w+|media)) (?:first |originally |actually )?(?:said|says|reported|reports|wrote(?! (?:the |its |their |that |this )?(?:software|code|programs?|apps?|songs?|music|score)\b)|broke|claimed|claims|revealed|surfaced|published|covered|is the source|told)\b|\b(?:which|what) (?:outlet|publication|paper|newspaper|magazine|weekly|daily|journal|broadcaster|station) (?:first )?(?:saw|obtained|got|printed|quoted|cited|carried|ran|leaked)\b|\baccording to (?:whom|who)\b|\bwhere does .{2,60} come from\b|\bsource (?:of|for) (?:the|that|this)\b|\bwhose (?:words|claim|statement)\b|\bwho(?:'s| is) (?:quoted|cited|the source)\b|\bwho(?:'s| is| was) behind (?:the|this|that) (?:\w+ )?(?:memo|letter|note|e-?mail|report|article|statement|post|paper|study|column)\b/,
  ],
  // "Over what period?" wants a stretch of time, not a day.
  [
    'how much',
    /\b(?:over|for|within) (?:what|which) (?:length of |stretch of )?(?:period|time|timeframe|time frame|span|horizon|term)\b/,
    'wh',
  ],
  // "What is X's valuation", "what does X earn": a quantity is asked for without "how much".
  [
    'how much',
    /\bwhat(?:'s| is| was| are| were) (?:\S+ ){0,4}?(?:\S+'s? |the |its |their )(?:\S+ )?(?:valuation|market cap|headcount|salary|turnover|profit|margin|debt|net worth|market share|(?:stock )?market value|interest rate|price|cost|fee|fare|budget|stake|fine|penalty|top speed|capacity|revenues?|sales|income|(?:stock|share) price|market share)(?: (?:in|of|for|at|from) [^?]{2,50})?\W*$|^what (?!(?:is|are|was|were|can|could|will|would|do|does|did|has|have|had|may|might|should|must|else|about|if)\b)(?:[\p{L}\p{N}'-]+ ){1,5}(?:pays|costs|charges|earns|spends|owes|paid|spent)\b(?! attention)|\bwhat (?:do|does|did|will|would) .{2,50}\b(?<!\b(?:on|in|about|over|for) (?:the )?)(?:cost|earn|charge|pay|spend|owe)\b(?! attention)|\bwhat (?:revenues?|profits?|sales|turnover|income|loss|price|fee|sum|percentage|(?:market )?share|proportion|fraction|number|royalt(?:y|ies)|(?!(?:is|are|was|were|can|could|will|would|do|does|did|has|have|had|the|a|an|at|to|else|about|if)\b)(?:\p{Ll}+ )?(?:rate|fee|tariff)|stake|discount|commission|dividend|margin|premium|salary|fine|penalty|capacity|budget|rent|tariff|toll|levy|upfront|deposit|headcount)\b(?! (?:model|plan|structure|system|clause|limits?)s?\b)/u,
    'what',
  ],
  [
    'how much',
    /^(?:and |so )?what(?:'s| is| was| are| were) (?:[^?,]{1,60} )?(?:royalt(?:y|ies)|stake|discount|commission|dividend|margin|salary|revenues?|profits?|turnover|income|debt|headcount|(?:stock )?market value|interest rate|market cap(?:italization)?|market share)\b(?: (?:in|of|on|for|at|from|last|this|per)\b[^?]*)?\W*$/,
    'what',
  ],
  [
    'how much',
    /\bhow (?:much|many|big|large|long(?! ago)|high|expensive|old|far|fast|often|wide|deep|tall|thick|steep|heavy|costly|sizeable)\b|\bwhat(?:'s| is| was| are| were|) (?:the |its |their |a )?(?:total |exact |current |new |old |annual |planned |expected |dollar |overall |initial )*(?:amount|percentage|percent|price|cost|fee|fare|fares|size|sum|value|share|number|worth|budget|figure|capacity|rate|duration|length|valuation|headcount|total|toll|rent|deposit|tariff|fine|penalty|wage|dividend|premium)\b|\b(?:worth|valued at)\?*$|\bprice tag\b|^what .{2,60}\b(?:get(?:s|ting)?|got|be(?:ing)?) paid\b|\bhow (?:\w+ )?is the .{2,40} worth\b/,
  ],
  // "What is the cap on fines?", "what is the limit for visitors?": a bound is a quantity.
  [
    'how much',
    /^(?:and |so )?what(?:'s| is| was| are| were) (?:the |its |their )(?:\w+ ){0,2}(?:caps?|limits?|ceiling|maximum|minimum|quota|threshold) (?:on|for|of|in|per)\b/,
    'what',
  ],
  [
    'when',
    /^(?:and |so |but )?when (?:is|are|was|were|will|would|do|does|did|has|have|had|can|could|should|may|might|must)\b|^(?!(?:what|which|who|how|why|where|is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must|should)\b)(?:\w+,? ){0,3}when\b(?! .*(?:,|\b(?:what|which|who|how)\b))|^(?!(?:what|which|who|how|why|where|is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must|should|tell)\b)(?:\S+ ){1,6}when\W*$|\b(?:and|by|from|since|until|till) when\b|\b(?:what|which) (?:date|day|month|year|quarter|week|time|decade|century)\b|\bhow (?:recently|soon)\b|\b(?:on|in|since|until|by) (?:what|which) (?:date|day|month|year)\b|\bhow long ago\b|\bdate of\b|\b(?:since|until|till) when\b|\bdeadline\b|^(?!.*\?.)(?:\S+ ){1,5}(?:until|till)\W*$/,
  ],
  [
    'why',
    /\bwhy\b|\bhow (?:come|is it that)\b|\bon what grounds?\b|\bwhat(?:'s| is| was| lies| lay) behind\b|\bwhat(?:'s| is| was| were| are|) (?:the |their |its |his |her )?(?:main |key |real |stated )?(?:reasons?|motive|motivation|rationale|logic|cause)\b|\bwhat (?:drove|drives|made|makes|caused|causes|led|leads|prompted|pushed|motivat\w+|triggered|explains)\b|\breasons? (?:for|behind|why)\b|\bfor what reason\b|\bwhat (?:speaks|spoke|counts|counted) (?:for|in favou?r of|against)\b/,
  ],
  // "What does the guide tell owners?", "what are tenants told to do?"
  [
    'advice',
    /\bwhat (?:do|does|did) (?:\p{L}+ ){0,3}?(?:guide|explainer|handbook|leaflet|column|piece|article|author|writer|sources?|documents?|checklist|briefing)s? (?:tell|say to|advise|recommend|suggest)\b|\bwhat (?:is|are|was|were) .{2,60} (?:told|advised|urged|warned) to\b/u,
    'what',
  ],
  [
    'comparison',
    /\b(?:compare[ds]?|comparison|versus|vs\.?|difference between|differ(?:s|ence|ed)? (?:from|between|on|over|about|in)|how (?:do|does|did) .{2,60} (?:differ|disagree|compare)\b|compared (?:to|with)|better (?:off|than)|more .{2,40} than|rather than|on (?:the )?one hand|who (?:wins|gains|benefits|loses)|what sets .{2,60} apart|winners?|losers?|upside|downside|pros and cons)\b/,
  ],
  [
    'advice',
    /\b(?:should|ought|advise[ds]?|advice|recommend\w*|suggest\w*|takeaways?|tips?|best practice|what (?:can|could|do) .{2,60} do\b|guidance|prepare|to do about)\b/,
  ],
  [
    'who',
    /\bwhat(?:'s| is| was| are| were) .{2,80}(?<!so )(?<!be )\bcalled\b|\bwhat(?:'s| is| was) the (?:full )?name of\b|\bname of (?:the|its|their)\b|(?<!\b(?:ones?|those|(?:any|some|every)(?:one|body)|an? \w+) )\bwho(?:'s|se|m)?\b|\b(?:what|which) (?:company|companies|firm|firms|person|people|executive|executives|partner|partners|vendor|vendors|supplier|suppliers|cloud provider|provider|providers|organi[sz]ations?|bank|authority|regulators?|yard|shipyard|analysts?)\b/,
  ],
  [
    'who',
    /^(?!(?:and |so |but )?(?:(?:how|why|is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must)\b|what (?!(?:is|are|was|were) (?:the|its|their|his|her)\b))).*\b(?<!\ban? (?:\w+ )?)(?:partners?|backers?|members?|participants?|founders?|owners?|shareholders?|competitors?|suppliers?|bidders?|signatories)\W*$/,
  ],
  [
    'where',
    /^where\b|\b(?:what|which) (?:country|countries|city|cities|place|location|region|port|state)\b|\bwhere (?:is|are|was|were|will|does|do|did|can)\b/,
  ],
  [
    'list',
    /^what(?:'s| is) in\b|^(?:\w+ )?examples? of\b|\b(?:what|which|give|show|tell|any|some) (?:.{1,24} )?examples? of\b|\blist of \w+|(?<!\bthe )\bnames of \w+|^(?:please |can you |could you )?(?:list|name) \w+|\bone by one\b|\bgive me the \w+s\b|^(?:please )?(?:list|name|enumerate|give me|show me|tell me) (?:all|the|some|a list|every|three|two|four|five|\w+ (?:reasons|scenarios|examples))\b|\b(?:what|which) (?:\w+ ){0,3}(?:scenarios|risks|factors|reasons|options|examples|features|clouds|platforms|products|terms|conditions|steps|ways|benefits|challenges|concerns|implications|consequences|effects|effect|advantages|things|deals|partners|parties|models|measures|possibilities|outcomes|forecasts|predictions|criteria|questions|problems|issues)\b/,
  ],
  [
    'which',
    /^(?:and |so |in |at |on |for |with |from |of |to )?(?:which|what) (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|if|about|happen\w*|came|comes?|bec[ao]mes?|remain\w*|made|goes|went|got|gets|gives?|gave|speaks?|matters?|exactly|the|a|an|it|they|else)\b)[\p{L}-]+/u,
    'wh',
  ],
  [
    'yes or no',
    /^(?:so |and |but |ok |okay |hey |hi |then |wait |well |um |actually |btw |also |just curious |quick question |question )?,? ?(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must|isn't|aren't|wasn't|doesn't|don't|didn't|hasn't|haven't|won't|can't)\b|(?:, ?|^(?:\S+ ){3,})(?:right|correct|true|yes|no|or not)\?*$|^(?:is it true|true or false|correct me|if|whether)\b/,
  ],
];

/**
 * A text in which nothing of this stands has the form of none of them, as a name alone has not: the patterns need not be
 * compiled then, which takes longer than all else that is made of a question in a new process.
 */
const SOME_FORM =
  /wh|how|definition|meaning|explain|define|scenario|outcome|outlook|\bways|\bthe|\bany|change|latest|news|update|according|source|worth|valued|price|date|until|till|deadline|reason|compar|versus|\bvs|differ|better|more|rather|hand|winner|loser|upside|downside|\bpros|should|ought|advi[sc]e|recommend|suggest|takeaway|\btip|practice|guidance|prepare|to do about|partner|backer|member|participant|founder|owner|shareholder|competitor|supplier|bidder|signator|example|list|name|one by one|enumerate|give me|show me|tell me|\b(?:is|are|was|were|do|did|has|have|had|can|could|will|would|won|may|might|must|right|correct|true|yes|no|if)/;

/** Whether a text in lower case may have the form of one of the kinds; if not, it has that of none. */
export function mayHaveForm(text: string): boolean {
  return SOME_FORM.test(text);
}

const QUESTION_FORM =
  /\?|^(?:what|which|who|whose|when|where|why|how|is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|tell|explain|describe|show|give|list|name|define|please|and|summari[sz]e|compare|so)\b/;

/** "Holm and Brand on the price?" */
const TWO_ON_ONE = () =>
  /^\W*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:and|or|vs\.?|versus) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:on|about)\b/u;

/** What sort of answer a question wants; words alone, without the form of a question, are a keyword. */
export function kindOfQuestion(question: string): QuestionKind {
  if (/ (?:on|about)\b/.test(question) && TWO_ON_ONE().test(question)) return 'comparison';
  const text = question
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–-]+/, '')
    .trim()
    // "Tell me what the fee is": what was led in to is asked in another order.
    .replace(
      /^(what|who|where) ((?:the|its|his|her|their|an?) .{2,60}?) (is|are|was|were)(?= (?:now|today|then|at present)\b|\W*$)/,
      '$1 $3 $2',
    );
  if (mayHaveForm(text))
    for (const [kind, pattern, wanted] of KINDS)
      if ((wanted === undefined || text.includes(wanted)) && pattern.test(text)) return kind;
  if (
    /^(?:what|who)(?:'s| is| are| was| were)\b(?! (?:it|he|she|they|this|that|these|those|there) \w)(?!.* (?:\w+ed|made|built|given|known|sent|sold|written|seen|held) (?:as|to|for|by|from|with|in|on|into|at)\b)/.test(
      text,
    ) &&
    text.split(' ').length <= 6
  )
    return 'definition';
  if (/^[\p{L}\d -]+\?+$/u.test(text) && text.split(' ').length <= 4 && !QUESTION_FORM.test(text.replace(/\?+$/, '')))
    return 'definition';
  if (!QUESTION_FORM.test(text) && text.split(' ').length <= 6) return 'keyword';
  return 'open';
}

/** What is said so is a courtesy as a whole, though its words may be asked about. */
const GREETING =
  /\b(?:how are (?:you|things)(?: doing)?|how(?:'s| is) it going|what's up|are you there|you there|got it|never mind|will do|see you|makes sense|i see|well done|no worries|fair enough|love it|much obliged|have a \w+ \w+|you(?:'re| are) the best|that(?:'s| is) (?:all|it)|that answers (?:it|my question)|(?<=^)(?:fine|right)(?=\W*$))\b/g;
const ASKS =
  /^(?:what|which|who|whose|when|where|why|how|is|are|was|were|does|do|did|has|have|can|could|define|explain)\b/;

/** Greetings, thanks and the like ask nothing. */
export function isCourtesy(text: string): boolean {
  const said = text.toLowerCase().replace(/[’‘]/g, "'").trim();
  const rest = said.replace(GREETING, ' hello ').trim();
  if (/^(?:test(?:ing)?|ping)\W*$/.test(rest)) return true;
  if (ASKS.test(rest)) return false;
  const words = rest.match(/[\p{L}\p{N}']+/gu) ?? [];
  return (
    words.some((word) => COURTESY.has(word)) && words.every((word) => COURTESY.has(word) || BESIDE_COURTESY.has(word))
  );
}
