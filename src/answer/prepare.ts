import type { Knowledge } from '../statement/knowledge.ts';
import { finish } from '../steps.ts';
import { type Answering, type AnsweringWeights, answeringSteps } from './ask.ts';
import { yesOrNo } from './yes-no.ts';

/** All that answering needs of a corpus, made at once. */
export function prepareAnswering(knowledge: Knowledge, weights: AnsweringWeights): Answering {
  return finish(answeringSteps(knowledge, weights, yesOrNo));
}
