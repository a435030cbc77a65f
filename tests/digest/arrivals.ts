/** Documents that arrive one after the other, and what a channel is told of each. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Digest, DigestRequest } from '../../src/digest/digest.ts';
import type { CorpusState } from '../../src/digest/state.ts';
import { readState, writeState } from '../../src/digest/written-state.ts';
import { withFolder } from '../corpora.ts';

/** The bot for these documents, by file name. */
export function botOf(files: Readonly<Record<string, string>>): Bot {
  return withFolder(files, (folder) => botFor(folder));
}

function botFor(folder: string): Bot {
  return makeBot(openCorpus(folder, join(folder, 'data')), loadWeights());
}

/** The files of a folder by the newest date that each is known to report, those without a date last. */
export function byLatestDate(folder: string): readonly string[] {
  const dates = new Map(
    botFor(folder).corpus.documents.map(({ id, published, notBefore }) => [id, published ?? notBefore ?? '9']),
  );
  const dateOf = (file: string) => dates.get(file.replace(/\.\w+$/, '')) ?? '9';
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/.test(file))
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a < b ? -1 : 1));
}

/** A bot for the first document, one for the first two, and so on. */
export function arriving(folder: string, files: readonly string[]): readonly Bot[] {
  const copy = mkdtempSync(join(tmpdir(), 'arriving-'));
  try {
    return files.map((file) => {
      copyFileSync(join(folder, file), join(copy, file));
      return botFor(copy);
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What is told with the usual wishes. */
export function tell(bot: Bot, told: CorpusState | undefined, wishes: Partial<DigestRequest> = {}): Digest {
  return bot.digest({
    audience: 'everyone',
    topics: [],
    declined: [],
    fits: () => true,
    ...(told && { told }),
    ...wishes,
  });
}

/** A bot's state as the store gives it back. */
export function kept(bot: Bot): CorpusState {
  const state = readState(writeState(bot.state()));
  if (!state) throw new Error('a state that was written cannot be read');
  return state;
}

/** What stands under a heading of a digest, a line each; empty where it has no such section. */
export function under(digest: Digest, heading: string): readonly string[] {
  const { lines } = digest.reply;
  const texts = lines.map(({ segments }) => segments.map(({ text }) => text).join(''));
  const first = lines.findIndex(({ part }, i) => part === 'heading' && texts[i] === heading);
  if (first < 0) return [];
  const next = lines.findIndex(({ part }, i) => i > first && (part === 'heading' || part === 'reach'));
  return texts.slice(first + 1, next);
}
