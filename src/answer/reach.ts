import { bounds } from '../calendar/iso.ts';
import { asIso } from '../calendar/resolve.ts';
import type { Corpus } from '../model.ts';
import type { Reach } from '../reply/answer-reply.ts';

/** How far the corpus reaches. */
export function reachOf(corpus: Corpus): Reach {
  const events = corpus.statements.flatMap((s) =>
    s.mentions.filter((m) => m.role === 'event' && m.precision !== 'year'),
  );
  const published = corpus.documents.flatMap((one) =>
    one.published === undefined ? [] : [bounds(one.published).start],
  );
  const oldest = [...events.map(asIso), ...published].sort()[0];
  return {
    documents: corpus.documents.length,
    ...(oldest && { oldest }),
    ...(corpus.newest && { newest: corpus.newest }),
  };
}
