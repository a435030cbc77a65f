import type { QuotedPassage } from '../../src/chat/passage.ts';
import { documentLine } from '../../src/reply/sources-reply.ts';
import { isWithinLimits, linkButton, type Message, message, rows, text } from './components.ts';
import { LABEL } from './labels.ts';
import { escaped, escapedLine } from './text.ts';

/** A quote of more characters is shown in further messages. Escaping may double them, and the surroundings take their part. */
const PIECE = 1_200;

/** The quote in its surroundings. More than one message for a quote that is longer than a message. */
export function passageView(
  { document, heading, before, quote, after }: QuotedPassage,
  address: string | undefined,
): readonly [Message, ...Message[]] {
  const head = [`-# ${escaped(documentLine(document))}`, ...(heading ? [`**${escapedLine(escaped(heading))}**`] : [])];
  const quoted = (words: string) => `> **${escaped(words).trim()}**`;
  const around = (words: string) => (words === '' ? [] : [escapedLine(escaped(words))]);
  const open = rows([linkButton(LABEL.openSource, address ?? document.url)]);
  const whole = message([text([...head, ...around(before), quoted(quote), ...around(after)].join('\n')), ...open]);
  if (isWithinLimits(whole)) return [whole];
  const [first = '', ...others] = pieces(quote);
  return [
    message([text([...head, ...around(before), quoted(first)].join('\n'))]),
    ...others.map((piece, i) =>
      i < others.length - 1
        ? message([text(quoted(piece))])
        : message([text([quoted(piece), ...around(after)].join('\n')), ...open]),
    ),
  ];
}

/** Cut between words, where there are any. */
function pieces(quote: string): readonly string[] {
  const found: string[] = [];
  for (let rest = quote; rest !== ''; ) {
    const end = rest.length <= PIECE ? rest.length : rest.lastIndexOf(' ', PIECE);
    const cut = end > 0 ? end : PIECE;
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return found;
}
