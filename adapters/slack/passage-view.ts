import type { KnownBlock, ModalView } from '@slack/types';
import { quotedPassage } from '../../src/chat/passage.ts';
import type { Corpus } from '../../src/model.ts';
import { documentLine } from '../../src/reply/sources-reply.ts';
import type { PlaceValue } from './button-value.ts';
import { ACTION, LABEL } from './labels.ts';
import { BUTTON_TEXT_MAX, BUTTON_URL_MAX, SECTION_TEXT_MAX, VIEW_TITLE_MAX } from './limits.ts';
import { plain, richQuote, richSection, richText, smallPrint } from './rich-text.ts';

/** A quote beyond this is shown up to here: a view has a limit, and nobody reads on. */
const LONGEST_QUOTE = 20_000;

/**
 * The quote in its surroundings, highlighted; it needs no public address. Undefined where the place is no longer in the
 * corpus, which has changed since.
 */
export function passageView(place: PlaceValue, corpus: Corpus, address: string | undefined): ModalView | undefined {
  const found = quotedPassage(place, corpus);
  if (!found) return undefined;
  const { document, heading, before, quote, after } = found;
  const blocks: KnownBlock[] = [
    smallPrint([documentLine(document)], SECTION_TEXT_MAX),
    ...(heading ? [richText([richSection([{ text: heading, bold: true }])])] : []),
    richText([
      ...(before ? [richSection([{ text: before }])] : []),
      richQuote([{ text: quote.slice(0, LONGEST_QUOTE), bold: true }]),
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
