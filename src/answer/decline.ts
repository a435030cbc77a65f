import type { Question } from '../question/question.ts';
import { MAX_QUESTION_CHARACTERS } from '../question/read.ts';
import { declinedReply, type Reach } from '../reply/answer-reply.ts';
import { plainText } from '../reply/reply.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Declined, DeclineReason } from './answer.ts';
import { cite } from './compose.ts';
import type { Candidate } from './rank.ts';

const NEAREST = 3;
/** A question of which more than this share is unknown to the corpus is about something else. */
const MOSTLY = 0.5;

export function decline(
  question: Question,
  ranked: readonly Candidate[],
  base: Pick<Declined, 'confidence' | 'asOf' | 'corpus'>,
  { knowledge, reach }: { readonly knowledge: Knowledge; readonly reach: Reach },
): Declined {
  const reason = reasonOf(question);
  const early = question.asOfAsked && (question.asOf ?? '') < (reach.oldest ?? '');
  const nearest =
    reason === 'not-in-sources' && !early
      ? ranked
          .filter((c) => c.match.ownCoverage >= 0.3)
          .slice(0, NEAREST)
          .map((c, i) => cite(i + 1, c.view, knowledge))
      : [];
  const declined = {
    outcome: 'declined' as const,
    reason,
    because: becauseOf(question, reason, reach),
    nearest,
    ...base,
  };
  return { ...declined, text: plainText(declinedReply(declined, reach)) };
}

function reasonOf(question: Question): DeclineReason {
  if (question.needs.length === 0 && question.time?.sort === 'period') return 'not-in-sources';
  if (question.text.length > MAX_QUESTION_CHARACTERS || question.needs.length === 0) return 'not-a-question';
  return isOffTopic(question) ? 'off-topic' : 'not-in-sources';
}

export function isOffTopic({ needs }: Question): boolean {
  const weight = (of: Question['needs']) => of.reduce((sum, need) => sum + need.weight, 0);
  const own = needs.filter((need) => !need.inherited);
  // Who names a company of the story asks about the story.
  if (own.some((need) => need.name && !need.unknown)) return false;
  return weight(own.filter((need) => need.unknown)) > weight(own) * MOSTLY;
}

function becauseOf(question: Question, reason: DeclineReason, { oldest }: Reach): string {
  if (question.text.length > MAX_QUESTION_CHARACTERS)
    return `That has ${question.text.length} characters; a question may have ${MAX_QUESTION_CHARACTERS}. Shorten it.`;
  if (question.text === '') return 'That is empty. Ask a question in plain words.';
  if (question.asOfAsked && question.asOf && oldest && question.asOf < oldest)
    return `The sources report nothing from before ${oldest}.`;
  if (question.needs.length === 0 && question.time?.sort === 'period')
    return 'The sources report nothing from that time.';
  if (reason === 'not-a-question')
    return 'That is not a question that I can look up: ask about what the documents tell.';
  if (!/\p{Script=Latin}/u.test(question.text))
    return 'I find no English words in that: the documents are in English, ask in English.';
  if (reason === 'off-topic') return 'The sources say nothing about that.';
  return question.asOfAsked ? `The sources do not say that for ${question.asOf}.` : 'The sources do not answer that.';
}
