import type { Reach } from './answer-reply.ts';
import { line, type Reply, type ReplyLine } from './reply.ts';

const COMMANDS: readonly (readonly [words: string, does: string])[] = [
  ['QUESTION', 'answers with dated quotes, or says that the sources do not answer it'],
  ['check CLAIM', 'holds a claim against the sources'],
  ['timeline', 'what happened when; with a topic behind it, what concerns it'],
  ['define TERM', 'what the sources say that a term means'],
  ['outlook', 'the scenarios, forecasts and risks that the sources name'],
  ['sources', 'the documents that I know'],
  ['as of YYYY-MM-DD QUESTION', 'what held on that day'],
  [
    'watch QUESTION',
    'answers, and tells you when what the answer rests on changes; “watching” lists these, “unwatch” ends one',
  ],
  ['digest', 'how a channel is told what changed, at the times that you choose'],
  ['help', 'this text'],
];

/** What can be asked and how far the sources reach. `commands` begins each command, `/name ` or nothing. */
export function helpReply(reach: Reach, commands: string): Reply {
  const lines: ReplyLine[] = [line('note', coverage(reach)), line('heading', 'What you can ask')];
  for (const [words, does] of COMMANDS)
    lines.push({ part: 'support', segments: [{ text: `${commands}${words}`, strong: true }, { text: `: ${does}.` }] });
  lines.push(line('note', 'Each quote is word for word from its document, and its number leads to the place.'));
  return { lines };
}

/** What is covered, and how far. */
export function coverage({ documents, oldest, newest }: Reach): string {
  const dates = oldest && newest ? `, which report from ${oldest} to ${newest}` : '';
  return `I answer from ${documents} ${documents === 1 ? 'document' : 'documents'}${dates}, and from nothing else.`;
}
