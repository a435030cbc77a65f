/** "May they?", "can it be?": what is allowed, or not, is told with words of its own. */

/** Tested on a question for yes or no. */
const ASKS =
  /^\W*(?:(?:so|and|but|then|now) )?(?:can|could|may|must|shall)(?:n['’]?t|not)?\b|\b(?:allowed|permitted|free to|forbidden|banned|barred|prohibited|have to|obliged|required)\b/i;
/** In small letters: May is a month. */
const TELLS =
  /\b(?:may|can|cannot|can['’]t|must|mustn['’]t|allow\w*|permit(?:s|ted|ting)?|(?:is|are|was|were|be) free to|forbid\w*|forbad\w*|bann?(?:s|ed)|bars|barred|prohibit\w*|excludes?|entitle[sd]?|(?:the|a|no|sole|exclusive) rights? to|needs? (?:the )?(?:consent|permission|approval)|never|lets?|has to|have to|obliged|required|only (?:by|with|in|for|to|on))\b/;

/** Whether a question asks what one may do, must do, or can do. */
export function asksLeave(question: string): boolean {
  return ASKS.test(question);
}

/** Whether a statement says what one may, must or cannot do. */
export function tellsLeave(statement: string): boolean {
  return TELLS.test(statement);
}
