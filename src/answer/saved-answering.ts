import type { Supersession } from '../chronicle/supersession.ts';
import type { Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { type KnowledgeParts, restoreKnowledge } from '../statement/knowledge.ts';
import type { Findings } from '../statement/view.ts';
import { readWords, type SavedWords, saveWords } from '../statement/words.ts';
import { type Answering, type AnsweringWeights, answeringOn } from './ask.ts';
import type { YesOrNo } from './yes-no.ts';

/** What answering has found in a corpus, as data: to find it anew takes longer than the answer to one question. */
export interface SavedAnswering {
  /** The version of the corpus. */
  readonly corpus: string;
  /** Of each statement. */
  readonly found: readonly Findings[];
  /** Of each statement. */
  readonly words: SavedWords;
  readonly names: readonly string[];
  readonly alone: readonly string[];
  readonly holders: readonly (readonly [key: string, statements: readonly number[]])[];
  readonly turns: readonly SavedTurn[];
  readonly supersessions: readonly Supersession[];
  readonly floors: readonly (readonly [document: string, day: IsoDate])[];
}

interface SavedTurn extends Omit<Turn, 'view' | 'objects' | 'subjects'> {
  /** The index of the statement that tells of it. */
  readonly statement: number;
  readonly objects: readonly string[];
  readonly subjects: readonly string[];
}

/** What was made of a corpus, in a form that can be saved as JSON and restored. */
export function saveAnswering({ knowledge, turns, supersessions, floors }: Answering): SavedAnswering {
  const { names, alone, holders } = knowledge.gathered;
  return {
    corpus: knowledge.corpus.version,
    found: knowledge.views.map(({ names, amounts, leansBack, turns, past, hypothetical }) => ({
      names,
      amounts,
      leansBack,
      turns,
      past,
      hypothetical,
    })),
    words: saveWords(knowledge.views.map(({ text }) => readWords(text, knowledge.analysis))),
    names: [...names],
    alone: [...alone],
    holders: [...holders],
    turns: turns.map(({ view, objects, subjects, ...turn }) => ({
      statement: view.statement.index,
      ...turn,
      objects: [...objects],
      subjects: [...subjects],
    })),
    supersessions: [...supersessions.values()],
    floors: [...floors],
  };
}

/** `parts` are those of the corpus, with the lexicon and the program, of which it was saved. */
export function restoreAnswering(
  saved: SavedAnswering,
  parts: KnowledgeParts,
  weights: AnsweringWeights,
  yesOrNo: YesOrNo,
): Answering {
  const gathered = { names: new Set(saved.names), alone: new Set(saved.alone), holders: new Map(saved.holders) };
  const knowledge = restoreKnowledge(parts, gathered, saved.found, saved.words);
  const turns = saved.turns.flatMap(({ statement, objects, subjects, ...turn }): Turn[] => {
    const view = knowledge.views[statement];
    return view ? [{ view, ...turn, objects: new Set(objects), subjects: new Set(subjects) }] : [];
  });
  return answeringOn(knowledge, weights, yesOrNo, {
    turns,
    supersessions: saved.supersessions,
    floors: new Map(saved.floors),
  });
}
