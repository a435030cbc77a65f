/** Things that only certain words tell, however much else of a question a sentence holds. */

interface Specific {
  /** Tested on the question. */
  readonly asks: RegExp;
  /** Tested on a statement. */
  readonly tells: RegExp;
}

const SPECIFICS: readonly Specific[] = [
  // How old somebody is.
  {
    asks: /\bhow old (?:is|was|are|were)\b|\b(?:what(?:['’]s| is| was) (?:\S+ ){1,4}age\b)/i,
    tells:
      /\b(?:aged|age of|\d+[- ]years?[- ]old|years? old|born (?:in|on)|turns? \d+|turned \d+|\p{L}+-year-old)\b|, \d{2},/iu,
  },
  // Whose it is.
  {
    asks: /\bwho (?:\w+ly |now |currently )?owns?\b|\bowned by (?:whom|who)\b|\b(?:who (?:is|are)|what(?:['’]s| is)) the (?:\w+ )?owners? of\b/i,
    tells:
      /\b(?:own(?:s|ed|ers?|ership|ing)?|subsidiary|parent(?: company)?|belongs?|belonged|stakes?|stockholders?|shareholders?|shareholding|(?<!no )shares? (?:in|of)|percent of|per cent of|acquir\w+|bought|buys?|sold|took over|controls?|controlled|controlling|division of|unit of|arm of|part of|remains? with|stays? with|property of|retains?)\b(?! back)|\d ?% of|, the \p{L}+ (?:service|unit|arm|brand) of\b/iu,
  },
  // Who makes something.
  {
    asks: /\b(?:who|which (?:company|firm|maker|supplier|yard|factory|plant)) (?:\w+ly )?(?:makes?|made|manufactur\w+|builds?|built|produces?|produced|assembles?|assembled)\b(?! (?:up|it|sure|the (?:decision|call|offer|claim|case|money|most)))/i,
    tells:
      /\b(?:mak(?:es?|ers?|ing)|made|manufactur\w+|build(?:s|ers?|ing)?|built(?! in\b)|produc\w+|suppl\w+|deliver\w+|assembl\w+|factory|plant|yard|comes? from|develop\w*|design\w*)\b/i,
  },
  // When something came to be.
  {
    asks: /\bwhen (?:was|were|did) .{2,60}\b(?:founded|established|set up|created|incorporated|get started)\b/i,
    tells:
      /\b(?:founded|founding|establish\w*|set up (?:in|by|as|on|its)|create[sd]?|incorporat\w+|dates? (?:from|back)|since (?:its|the) (?:start|beginning|founding)|opened|launch\w*|began|started|formed|formation|goes back)\b/i,
  },
  // How much each of several is.
  {
    asks: /\bhow (?:much|many|large|big|high|long)\b.*\beach of (?:the|these|those)\b|\bhow (?:much|large|big|high|long) (?:is|are|was|were) each\b/i,
    tells: /\b(?:each|apiece|every|per|equal|equally|both|respectively|a (?:piece|year|month|week|day))\b/i,
  },
  // What somebody did before.
  {
    asks: /\bwhere did .{2,50}\b(?:work|come from|serve)\b.*\b(?:before|previously|earlier|from|until)\b|\bwhat (?:was|did) .{2,50}\b(?:job|role|post|position|do|work)\b.*\bbefore\b|\b(?:previous|former|last) (?:job|employer|role|post|position)\b/i,
    tells:
      /\b(?:(?:came|comes|joined|joins|moved|arrived|hired|poached|recruited|switched|returned) from|former(?:ly)?|previous(?:ly)?|used to|spent|worked|once|earlier|until|before|(?<!(?:who|which|whom) )had (?:been(?! in (?:office|the job|post))|led|run)|veteran|where (?:he|she)|for (?:\w+ ){1,2}years|after (?:\w+ ){1,3}(?:as|at|with|in))\b/i,
  },
  // What somebody will do next.
  {
    asks: /\bwhat (?:will|would|does|is|are|do) .{2,50}\bdo(?:ing)? (?:after|next|then)\b/i,
    tells:
      /\b(?:plans? to|intends? to|wants? to|hopes? to|will (?!leave|step|retire|resign|hand|go\b)\p{L}+|joins?|to join|becomes?|moves? (?:to|up|on)|returns?|stays? on|remains?|takes? (?:up|over)|new (?:job|role|post))\b/iu,
  },
];

/** How a sentence must speak to answer; undefined where any sentence may. */
export function specificAsked(text: string): { tells(statement: string): boolean } | undefined {
  const found = SPECIFICS.filter(({ asks }) => asks.test(text));
  return found.length > 0 ? { tells: (statement) => found.every(({ tells }) => tells.test(statement)) } : undefined;
}
