/** "It first named June 1, and then put it back to June 22": the day of before. */
export const FIRST_PLANNED =
  /\b(?:first|originally|initially|at first|once|long) (?:named|set|picked|chose|chosen|promised|planned|announced|scheduled|due|fixed|meant|proposed|expected)(?: (?:for|in|on|by|to open (?:on|in)))?(?: the)? (?:early |mid-?|late )?$/i;
