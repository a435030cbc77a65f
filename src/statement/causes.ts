/** How a sentence shows that it tells a reason. */

/** Words that join what happened to why, and do little else. */
export const STATED_CAUSE =
  /\b(?:because|due to|owing to|as a result of|thanks to|driven by|on the grounds|so that|in order to|in an? (?:attempt|effort|bid) to|in (?:a )?protest (?:at|over|against)|in response to|which is why|(?:that|this) is why|that['’]s why|(?:the|his|her|its|their|one|another|a|main|larger|bigger|real) (?:\w+ )?reasons?\b(?! (?:to|was not|is not))|reasoning|blam(?:e[sd]?|ing)|stems? from|stemmed from|ha[sd] to do with|caused|causes|prompted|forced (?:it|them|him|her|the|to|us|an?|its|their)|led to|the (?:cause|trouble|problem|snag|catch) (?:is|was|lay|lies)|explain(?:s|ed)|attribut\w+|put (?:it |this |that )?down to|comes? down to|came down to|for fear|(?:resign(?:s|ed)|quits?|step(?:s|ped) down|walk(?:s|ed) out|went on strike|on strike|struck|fell out|falls? out|clash(?:es|ed)?|sue[sd]|sacked|dismissed|fired) (?:(?:in|on|last|this|at|from|with) [^,.;]{1,30} )?over (?!to\b|\d|the (?:weekend|summer|winter|next|past|last|course))|play(?:s|ed) (?:a|its|their|some) part|out of (?:fear|concern)|to avoid|to prevent|given that)\b|, (?:since|as) (?:it|they|he|she|we|the|a|an|its|their|his|her|no|there|\p{L}+ (?:is|are|was|were|has|had|have|could|cannot|would|did|does))\b|, (?:saying|arguing|citing|claiming|complaining|fearing|noting|warning|hoping|insisting|explaining|pointing)\b|\bcites?\b|\bciting\b|^(?:So|Hence|Therefore|As a result|Why)\b(?!,? (?:far|what|who|when|where|how|is|did|does)\b)|\bsince (?:it|they|he|she|we) (?:is|are|can|could|cannot|do|does|would|needs?|wants?)\b/iu;

/** They may join a reason to what happened, and often do something else. */
export const POSSIBLE_CAUSE =
  /\b(?:allows?|lets|letting|enabl(?:es?|ed|ing)|address\w*|to (?:reduce|meet|protect|reach|cut|limit|save|soothe|gain|secure)|constraint|bottleneck|giv(?:es|ing)|after (?:it|the|a|an)|pav(?:es?|ed) the way|concern(?:s|ed)?|reasons?|in response|since the \w+ (?:is|are|was|were|has|had|have))\b/i;

/** What hinders or is lacking: where it stands right after what happened, it is why. */
export const OBSTACLE =
  /\b(?:too \w+|wants? to|wanted to|needs?|needed|ask(?:s|ed) for(?! by)|requires?|required|insist\w*|fail\w*|problems?|faults?|faulty|defects?|defective|short(?:age)?|lack\w*|not yet|cannot|could not|couldn['’]t|did not|does not|do not|has to|had to|have to|must|before (?:it|they)|fear\w*|worr\w*|concern\w*|complain\w*|too few|not enough|unable|missing|miss(?:es|ed)|delay\w*|dispute\w*|strikes?|recall\w*|broke|broken|breakdown|damage\w*|held up|waiting|backlog|booked (?:out|up|through|until|solid|into)|objected|objections?|barred|banned|forbidden|blocked|little use|leak(?:s|ed|ing)?|flood\w*|storms?|drought|hail|fires?|burn(?:t|ed)|crack(?:s|ed)?|rust\w*|corro\w+|ran out|run out|ill|illness|refuse[sd]|reject\w+|went wrong|error|bug|mistake|withdr[ae]w\w*|taking (?:longer|twice)|slow\w*)\b/i;

/** "June 7 is the new date: salt water got into the readers": what follows the colon explains. */
export const EXPLAINS = /\p{L}: \p{Ll}\p{L}+ (?:\p{L}+ ){2,}/u;
