import type { Citation } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { shortDigest } from './custom-id.ts';
import type { Dressing } from './render-reply.ts';

/** Where citations lead: our own pages, else the document's own address; and the digest of what is quoted. */
export type Leads = Pick<Dressing, 'addressOf' | 'digestOf'>;

export function leadsOf(bot: Pick<Bot, 'corpus'>, publicUrl: string | undefined): Leads {
  const documents = perCorpus(bot, () => new Map(bot.corpus.documents.map((document) => [document.id, document])));
  return {
    addressOf: ({ document, start, end }: Citation) =>
      publicUrl
        ? `${publicUrl}/sources/${encodeURIComponent(document)}?start=${start}&end=${end}#quote`
        : documents().get(document)?.url,
    digestOf: ({ document }: Citation) => {
      const found = documents().get(document);
      return found && shortDigest(found.sha256);
    },
  };
}

/** A place in a document that is further in than any is. */
const FAR = 9_999_999;

/**
 * The citations of a reply, where it is to be known whether it fits before they are: each that is not given takes as much
 * room as one can, with the longest address of the corpus.
 */
export function roomyCitations(
  { lines }: Reply,
  given: readonly Citation[],
  { corpus }: Pick<Bot, 'corpus'>,
  { addressOf }: Leads,
): readonly Citation[] {
  const known = new Set(given.map(({ n }) => n));
  const marks = new Set(lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? [])));
  const missing = [...marks].filter((n) => !known.has(n));
  if (missing.length === 0) return given;
  const [longest] = corpus.documents
    .map(({ id: document, title }): Citation => {
      return { n: 0, document, title, start: FAR, end: FAR, quote: '', attributedTo: [], kind: 'reported' };
    })
    .sort((a, b) => (addressOf(b)?.length ?? 0) - (addressOf(a)?.length ?? 0));
  return longest ? [...given, ...missing.map((n) => ({ ...longest, n }))] : given;
}
