import type { KnownBlock, ModalView } from '@slack/types';
import { plainText, type Reply, type ReplyLine } from '../../src/reply/reply.ts';
import { LABEL } from './labels.ts';
import { BLOCKS_PER_VIEW_MAX, VIEW_JSON_MAX, VIEW_TITLE_MAX } from './limits.ts';
import { plain, postAddress, richSection, richText } from './rich-text.ts';

/** A view may hold 250 KB; escapes and the frame around the blocks take their part of it. */
const VIEW_JSON_BUDGET = VIEW_JSON_MAX * 0.8;
const LINES_PER_BLOCK = 10;

/** Blocks of a reply in a modal. */
export function modal(title: string, blocks: readonly KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: plain(title, VIEW_TITLE_MAX),
    close: plain(LABEL.close, VIEW_TITLE_MAX),
    blocks: [...blocks],
  };
}

/** A reply to be read through: all of its lines, as long as a view takes them. */
export function readingView(title: string, reply: Reply): ModalView {
  const blocks: KnownBlock[] = [];
  let length = 0;
  for (let at = 0; at < reply.lines.length && blocks.length < BLOCKS_PER_VIEW_MAX; at += LINES_PER_BLOCK) {
    const block = richText(reply.lines.slice(at, at + LINES_PER_BLOCK).map(section));
    length += JSON.stringify(block).length;
    if (length > VIEW_JSON_BUDGET) break;
    blocks.push(block);
  }
  return modal(title, blocks.length > 0 ? blocks : [richText([richSection([{ text: plainText(reply) }])])]);
}

/** A line with its strong words and links. */
export function section({ part, segments }: ReplyLine) {
  return richSection(
    segments.map(({ text, strong, link }) => {
      const url = postAddress(link);
      return { text, ...((strong || part === 'heading') && { bold: true }), ...(url && { url }) };
    }),
  );
}
