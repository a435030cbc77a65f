import type { Corpus, IsoDate, SourceDocument } from '../model.ts';
import { titleOf } from './answer-reply.ts';
import { line, type Reply } from './reply.ts';

/** The documents with what is known of each. With a day, those that are known to be newer are left out. */
export function sourcesReply(corpus: Corpus, asOf: IsoDate | undefined): Reply {
  const shown = corpus.documents.filter(
    (document) => asOf === undefined || (document.published ?? document.notBefore ?? '') <= asOf,
  );
  if (shown.length === 0) return { lines: [line('note', 'No document is from before that day.')] };
  return { lines: [line('heading', 'Documents'), ...shown.map((document) => line('support', documentLine(document)))] };
}

/** "Title · publisher · date · kind", with what is not stated said so. */
export function documentLine({ title, publisher, published, notBefore, kind }: SourceDocument): string {
  return [
    titleOf({ title }),
    publisher ?? 'publisher not stated',
    published ?? (notBefore ? `date not stated, not before ${notBefore}` : 'date not stated'),
    ...(kind ? [kind] : []),
  ].join(' · ');
}
