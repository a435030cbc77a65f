import { addDays } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/**
 * The day by which a statement's document was written: that of its publication, or the newest that it reports. One that
 * tells no day at all is older than any document behind it, as the documents of a story stand in their order; undefined
 * where nothing behind it has a day.
 */
export const toldOn = rememberedIn(({ statement }: StatementView, knowledge: Knowledge): IsoDate | undefined => {
  const { published, notBefore } = knowledge.document(statement.document);
  return published ?? notBefore ?? beforeAllBehind(statement.document, knowledge);
});

function beforeAllBehind(id: string, { corpus }: Knowledge): IsoDate | undefined {
  const at = corpus.documents.findIndex((document) => document.id === id);
  const [first] = corpus.documents
    .slice(at + 1)
    .flatMap(({ published, notBefore }) => published ?? notBefore ?? [])
    .sort();
  return first === undefined ? undefined : first.length === 10 ? addDays(first, -1) : first.slice(0, 4);
}
