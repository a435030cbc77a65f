import type { Answer } from './answer/answer.ts';
import { type Answering, type AnsweringWeights, type AskRequest, answeringSteps, ask } from './answer/ask.ts';
import { reachOf } from './answer/reach.ts';
import { restoreAnswering, type SavedAnswering } from './answer/saved-answering.ts';
import type { YesOrNo } from './answer/yes-no.ts';
import type { Corpus } from './model.ts';
import type { Reach } from './reply/answer-reply.ts';
import { type KnowledgeParts, knowledgeSteps } from './statement/knowledge.ts';
import { finish, type Steps } from './steps.ts';

/** What answers questions on a corpus. Pure: the same call gives the same result. */
export interface AnsweringBot {
  readonly corpus: Corpus;
  readonly reach: Reach;
  ask(request: AskRequest): Answer;
}

/** `answering` is called when a question is asked. */
export function answeringOn({ corpus }: KnowledgeParts, answering: () => Answering): AnsweringBot {
  let reach: Reach | undefined;
  return {
    corpus,
    get reach() {
      reach ??= reachOf(corpus);
      return reach;
    },
    ask: (request) => ask(request, answering()),
  };
}

/** `saved` is used where it is of this corpus. */
export function answeringWhenWanted(
  parts: KnowledgeParts,
  weights: AnsweringWeights,
  yesOrNo: YesOrNo,
  saved?: SavedAnswering,
): () => Answering {
  let made: Answering | undefined;
  return () => {
    made ??=
      saved?.corpus === parts.corpus.version
        ? restoreAnswering(saved, parts, weights, yesOrNo)
        : finish(preparation(parts, weights, yesOrNo));
    return made;
  };
}

/** All that is made of a corpus before the first answer, in steps. */
export function* preparation(parts: KnowledgeParts, weights: AnsweringWeights, yesOrNo: YesOrNo): Steps<Answering> {
  return yield* answeringSteps(yield* knowledgeSteps(parts), weights, yesOrNo);
}
