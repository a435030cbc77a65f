import type { Question } from '../question/question.ts';
import type { Candidate } from './rank.ts';

/** "Should growers wait?": what is so is no advice to them. */
export function isAdviceUntold({ kind, text }: Question, { view: { statement, text: told } }: Candidate): boolean {
  return kind === 'advice' && ASKS_WHETHER.test(text) && statement.kind !== 'advice' && !ADVISES.test(told);
}
const ASKS_WHETHER = /^\W*(?:and |so |but )?should\b/i;
const ADVISES =
  /\b(?:should|ought|must|needs? to|have to|has to|had better|better to|best to|advis\w+|recommend\w*|suggest\w*|urg(?:e|es|ed)|warn\w*|wise|worth|avoid|do(?:n['’]t| not)|safe|risk\w*|rat(?:es|ed|ing)|a (?:buy|sell|hold))\b/i;
