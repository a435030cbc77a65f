/** What goes on after a verb, and seldom after a noun: "servers stay in", "routes cost a". */
export const AFTER_VERB =
  /^(?:the|a|an|its|their|his|her|our|no|not|in|on|at|to|from|by|for|with|into|under|through|until|since|about|between|before|after|within|across|over|up|down|out|off|back|away|more|less|only|also|again|now|than|as|both|all|every|any|one|what|that|\d.*)$/;
/** Plurals that often stand before another noun: "sales teams". */
export const PLURAL_BEFORE_NOUN =
  /^(?:sales|sports|goods|news|rights|savings|systems|earnings|communications|operations|robotics|logistics|electronics)$/;

/** Nouns as often as verbs: after a plural and before a preposition they may be either. */
export const NOUN_TOO =
  /^(?:demand|supply|access|work|use|need|support|offer|deal|change|plan|cost|sale|order|interest|contract|report|claim|charge|test|market|price|value|fund|trade|host|link|lead|cover|control|design|release|update|access|review|study|share|display|issue)$/;
