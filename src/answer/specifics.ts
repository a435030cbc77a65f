/** Things that only certain words tell, however much else of a question a sentence holds. */

interface Specific {
  /** Tested on the question. */
  readonly asks: RegExp;
  /** Tested on a statement. */
  readonly tells: RegExp;
  /** Verbs that tell it only of what they are said of: "bought" says who owns what was bought. */
  readonly tellsOf?: RegExp;
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
      /\b(?:owners?|ownership|subsidiary|parent(?: company)?|belongs?|belonged|stakes?|stockholders?|shareholders?|shareholding|(?<!no )shares? (?:in|of)|percent of|per cent of|division of|unit of|arm of|part of|property of)\b|\d ?% of|, the \p{L}+ (?:service|unit|arm|brand) of\b/iu,
    tellsOf:
      /\b(?:own(?:s|ed|ing)?|acquir\w+|bought|buys?|buying|sold|sells?|took over|takes over|controls?|controlled|controlling|remains? with|stays? with|retains?|in the hands of)\b(?! back)/i,
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
    // "Launched in 1998" and "has been at it since 1998", and not whoever launched something else, or has Launch in the name.
    tells:
      /\b(?:[Ff]ounded|[Ff]ounding|[Ee]stablish\w*|set up (?:in|by|as|on|its)|created?|creates|[Ii]ncorporat\w+|dates? (?:from|back)|since (?:its|the) (?:start|beginning|founding)|opened|(?:was|were|been|is) launched|launched (?:in|by|as|itself)|(?:its|the) launch\b|began|started|formed|[Ff]ormation|goes back)\b/,
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
      /\b(?:(?:came|comes|joined|joins|moved|arrived|hired|poached|recruited|switched|returned) from|former(?:ly)?|previous(?:ly)?|used to|spent|worked|once|earlier|until|before|had been|had led|veteran|where (?:he|she))\b/i,
  },
  // What somebody will do next.
  {
    asks: /\bwhat (?:will|would|does|is|are|do) .{2,50}\bdo(?:ing)? (?:after|next|then)\b/i,
    tells:
      /\b(?:plans? to|intends? to|wants? to|hopes? to|will (?!leave|step|retire|resign|hand|go\b)\p{L}+|joins?|to join|becomes?|moves? (?:to|up|on)|returns?|stays? on|remains?|takes? (?:up|over)|new (?:job|role|post))\b/iu,
  },
];

/** What the verb is said of stands this near to it, in characters. */
const NEAR = 45;

function saysOf(verb: RegExp, statement: string, named: readonly string[]): boolean {
  const found = verb.exec(statement);
  if (!found) return false;
  if (named.length === 0) return true;
  const end = found.index + found[0].length;
  const after = statement.slice(end, end + NEAR);
  const before = statement.slice(0, found.index);
  const is = (text: string) => named.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return (
    is(after) ||
    /^ (?:it|them|the \p{Ll}+|all of|half of)\b/u.test(after) ||
    (/\b(?:is|are|was|were|been|be|being)(?: \p{Ll}+)? $|^\W*$/u.test(before) && is(before.slice(-NEAR * 2)))
  );
}

/** How a sentence must speak to answer, `named` being whom the question names; undefined where any sentence may. */
export function specificAsked(
  text: string,
  named: readonly string[],
): { tells(statement: string): boolean } | undefined {
  const found = SPECIFICS.filter(({ asks }) => asks.test(text));
  return found.length > 0
    ? {
        tells: (statement) =>
          found.every(({ tells, tellsOf }) => tells.test(statement) || (tellsOf && saysOf(tellsOf, statement, named))),
      }
    : undefined;
}
