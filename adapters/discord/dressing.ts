import type { Citation } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
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
