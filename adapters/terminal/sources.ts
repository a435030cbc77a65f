import type { AnsweringBot } from '../../src/answering-bot.ts';
import { documentsBy } from '../results.ts';

/** The documents as the contract has them, each with its text. With a day, those that are known to be newer are left out. */
export function sourcesJson(bot: AnsweringBot, asOf: string | undefined): string {
  return JSON.stringify({ corpus: bot.corpus.version, documents: documentsBy(bot, asOf) }, null, 2);
}

/** The documents for a person: what is known of each and how, and what is not stated. */
export function sourcesText(bot: AnsweringBot, asOf: string | undefined): string {
  return documentsBy(bot, asOf)
    .map((d) =>
      [
        d.title,
        `  id          ${d.id}`,
        `  title       known by its ${d.titleKnownBy}`,
        `  publisher   ${d.publisher ?? 'not stated'}`,
        `  published   ${d.published ? `${d.published}${d.publishedKnownBy === 'dateline, its year from context' ? ', its year from context' : ''}` : d.notBefore ? `not stated; not before ${d.notBefore}, the newest date that it reports` : 'not stated, and no date in the text'}`,
        `  kind        ${d.kind ? `${d.kind}, judged by its form` : 'not known'}`,
        ...(d.tickers.length > 0 ? [`  tickers     ${d.tickers.join(', ')}`] : []),
        ...(d.tags.length > 0 ? [`  tags        ${d.tags.join(', ')}`] : []),
        ...(d.url ? [`  address     ${d.url}`] : []),
        `  SHA-256     ${d.sha256}`,
      ].join('\n'),
    )
    .join('\n\n');
}
