import type { Answering } from '../answer/ask.ts';
import { saidOn } from '../answer/compose.ts';
import type { CorpusState } from './state.ts';

/** What the corpus says now, with the day on which each superseded statement ended. */
export function corpusState({ knowledge, supersessions }: Answering): CorpusState {
  const { version, newest } = knowledge.corpus;
  return {
    version,
    ...(newest && { newest }),
    statements: knowledge.views.map(({ statement }) => {
      const said = saidOn(statement);
      const until = supersessions.get(statement.index)?.since;
      return {
        document: statement.document,
        quote: statement.quote,
        kind: statement.kind,
        ...(said && { saidOn: said }),
        ...(until && { until }),
      };
    }),
  };
}
