import type { Span } from '../../src/model.ts';
import { splitSentences } from '../read/sentences.ts';
import type { Block } from '../read/structure.ts';

/** A quotable sentence before it is dated and judged. */
export interface Draft {
  readonly span: Span;
  readonly heading?: string;
  readonly label?: string;
  readonly listItem: boolean;
  readonly attributedTo: readonly string[];
  /** Number of the block in the document: sentences of one block are neighbours in meaning. */
  readonly block: number;
}

/** The quotable sentences of a document: whole, not navigation, with at least two words. */
export function draftStatements(text: string, blocks: readonly Block[]): Draft[] {
  const drafts: Draft[] = [];
  let heading: string | undefined;
  let around: string | undefined;
  let runIn = false;
  for (const [number, block] of blocks.entries()) {
    if (runIn && block.kind !== 'heading') runIn = false;
    else if (heading !== around) heading = around;
    if (block.kind === 'heading') {
      heading = text
        .slice(block.textStart, block.end)
        .replace(/[*#:\s]+$/, '')
        .trim();
      if (block.runIn) runIn = true;
      else around = heading;
    }
    if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'figure') continue;
    const label = block.label && text.slice(...block.label);
    let inLabel = true;
    for (const sentence of splitSentences(text, block.textStart, block.end)) {
      if (!sentence.damaged && /\p{L}\p{L}+\P{L}+\p{L}/u.test(text.slice(...sentence.span))) {
        drafts.push({
          span: sentence.span,
          ...(heading !== undefined && { heading }),
          ...(label !== undefined && inLabel && { label }),
          listItem: block.kind === 'item',
          attributedTo: sentence.attributedTo,
          block: number,
        });
      }
      inLabel = false;
    }
  }
  return drafts;
}
