import type { KnownBlock, ModalView } from '@slack/types';
import type { Corpus, Passage, SourceDocument } from '../../src/model.ts';
import { documentLine } from '../../src/reply/sources-reply.ts';
import type { PlaceValue } from './button-value.ts';
import { ACTION, LABEL } from './labels.ts';
import { BUTTON_TEXT_MAX, BUTTON_URL_MAX, SECTION_TEXT_MAX, VIEW_TITLE_MAX } from './limits.ts';
import { plain, richQuote, richSection, richText, smallPrint } from './rich-text.ts';

/** So much of the document is shown on either side of the quote, in characters. */
const AROUND = 700;
/** A quote beyond this is shown up to here: a view has a limit, and nobody reads on. */
const LONGEST_QUOTE = 20_000;

/**
 * The quote in its surroundings, highlighted; it needs no public address. Undefined where the place is no longer in the
 * corpus, which has changed since.
 */
export function passageView(
  { document: id, start, end }: PlaceValue,
  corpus: Corpus,
  address: string | undefined,
): ModalView | undefined {
  const document = corpus.documents.find((one) => one.id === id);
  if (!document || start >= end || end > document.text.length) return undefined;
  // What was quoted was a statement: anything else is an offset of an earlier text.
  if (!corpus.statements.some((one) => one.document === id && one.start === start && one.end === end)) return undefined;
  const passage = corpus.passages.find((one) => one.document === id && one.start <= start && end <= one.end);
  const quote = document.text.slice(start, Math.min(end, start + LONGEST_QUOTE));
  const before = textBefore(document, passage, start);
  const after = textAfter(document, passage, end);
  const blocks: KnownBlock[] = [
    smallPrint([documentLine(document)], SECTION_TEXT_MAX),
    ...(passage?.heading ? [richText([richSection([{ text: passage.heading, bold: true }])])] : []),
    richText([
      ...(before ? [richSection([{ text: before }])] : []),
      richQuote([{ text: quote.trim(), bold: true }]),
      ...(after ? [richSection([{ text: after }])] : []),
    ]),
    ...openButton(address ?? document.url),
  ];
  return {
    type: 'modal',
    title: plain(LABEL.passageTitle, VIEW_TITLE_MAX),
    close: plain(LABEL.close, VIEW_TITLE_MAX),
    blocks,
  };
}

function textBefore({ text }: SourceDocument, passage: Passage | undefined, start: number): string {
  const least = Math.max(passage?.start ?? 0, start - AROUND);
  const found = text.slice(least, start);
  const cut = least > (passage?.start ?? 0);
  return cut ? `…${found.slice(found.search(/\s/) + 1)}`.trimEnd() : found.trim();
}

function textAfter({ text }: SourceDocument, passage: Passage | undefined, end: number): string {
  const most = Math.min(passage?.end ?? text.length, end + AROUND);
  const found = text.slice(end, most);
  const cut = most < (passage?.end ?? text.length);
  return cut ? `${found.slice(0, Math.max(0, found.search(/\s\S*$/)))}…`.trimStart() : found.trim();
}

/** Only the web's secure protocol, or our own pages. */
function openButton(address: string | undefined): KnownBlock[] {
  if (!address || !/^https?:\/\//.test(address) || address.length > BUTTON_URL_MAX || !URL.canParse(address)) return [];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: ACTION.source,
          text: plain(LABEL.openSource, BUTTON_TEXT_MAX),
          url: new URL(address).href,
        },
      ],
    },
  ];
}
