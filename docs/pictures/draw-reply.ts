/**
 * Draws a real reply as the terminal shows it: `node docs/pictures/draw-reply.ts > docs/pictures/reply.svg`.
 * tests/golden.test.ts keeps the picture to what is really answered.
 */
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import { answeredReply, declinedReply } from '../../src/reply/answer-reply.ts';
import type { Reply, ReplyLine } from '../../src/reply/reply.ts';

const QUESTION = 'exclusivity';
const COMMAND = `npm run --silent ask -- "${QUESTION}"`;

/** Sizes in units of the picture, which is as many pixels where it is shown unscaled. */
const COLUMNS = 96;
const FONT_SIZE = 14;
/** The width of a character of DejaVu Sans Mono and its like, as a share of the font's size. */
const CHARACTER_WIDTH = FONT_SIZE * 0.602;
const LINE_HEIGHT = 21;
const PADDING = 22;
const TITLE_BAR = 36;

const INK = '#e6edf3';
const DIM = '#9aa7b4';
const STRONG = '#ffffff';
const MARK = '#7ee0d3';
const BACKGROUND = '#0f1720';
const BAR = '#1b2633';

interface Piece {
  readonly text: string;
  readonly colour: string;
  readonly bold: boolean;
}

const DIM_PARTS: ReadonlySet<ReplyLine['part']> = new Set(['earlier', 'source', 'reach', 'nearest']);

/** The picture of the reply that a corpus gives now. */
export function drawReply(bot: Bot): string {
  const answer = bot.ask({ turns: [QUESTION] });
  const reply = answer.outcome === 'answered' ? answeredReply(answer, bot.reach) : declinedReply(answer, bot.reach);
  const rows = [
    [
      { text: '$ ', colour: DIM, bold: false },
      { text: COMMAND, colour: STRONG, bold: true },
    ],
    [],
    ...replyRows(reply),
  ];
  const width = Math.ceil(COLUMNS * CHARACTER_WIDTH + 2 * PADDING);
  const height = Math.ceil(TITLE_BAR + PADDING + rows.length * LINE_HEIGHT + PADDING * 0.6);
  const spoken = reply.lines.map(({ segments }) => segments.map(({ text }) => text).join('')).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">A terminal: the question “${escapeMarkup(QUESTION)}” and its answer</title>
<desc id="desc">${escapeMarkup(`${COMMAND} prints: ${spoken}`)}</desc>
<rect width="${width}" height="${height}" rx="10" fill="${BACKGROUND}"/>
<path d="M0 ${TITLE_BAR}V10A10 10 0 0 1 10 0H${width - 10}A10 10 0 0 1 ${width} 10V${TITLE_BAR}Z" fill="${BAR}"/>
${['#ff6159', '#ffbd2e', '#28c941'].map((colour, i) => `<circle cx="${PADDING + i * 20}" cy="${TITLE_BAR / 2}" r="6" fill="${colour}"/>`).join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}" xml:space="preserve">
${rows
  .map((pieces, row) => drawRow(pieces, TITLE_BAR + PADDING + (row + 0.6) * LINE_HEIGHT))
  .filter(Boolean)
  .join('\n')}
</g>
</svg>
`;
}

function replyRows({ lines }: Reply): Piece[][] {
  return lines.flatMap(({ part, segments }) => {
    const colour = DIM_PARTS.has(part) ? DIM : INK;
    const pieces = segments.map(
      ({ text, strong, citation }): Piece => ({
        text,
        colour: strong ? STRONG : citation === undefined ? colour : MARK,
        bold: strong === true || part === 'heading',
      }),
    );
    return [...(part === 'heading' ? [[]] : []), ...wrap(pieces)];
  });
}

/** Breaks a line between words; what goes on is indented. */
function wrap(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [[]];
  let column = 0;
  for (const piece of pieces) {
    for (const word of piece.text.split(/(?<= )/)) {
      if (column + word.trimEnd().length > COLUMNS) {
        rows.push([{ text: '  ', colour: piece.colour, bold: false }]);
        column = 2;
      }
      rows.at(-1)?.push({ ...piece, text: word });
      column += word.length;
    }
  }
  return rows;
}

/** Each run of one colour is set to its exact width, so that every font keeps the columns. */
function drawRow(pieces: readonly Piece[], y: number): string {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && last.colour === piece.colour && last.bold === piece.bold)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  let column = 0;
  return runs
    .map(({ text, colour, bold }) => {
      const indent = text.length - text.trimStart().length;
      const shown = text.trim();
      const x = PADDING + (column + indent) * CHARACTER_WIDTH;
      column += text.length;
      if (!shown) return '';
      return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${(shown.length * CHARACTER_WIDTH).toFixed(1)}" fill="${colour}"${bold ? ' font-weight="bold"' : ''}>${escapeMarkup(shown)}</text>`;
    })
    .join('');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

if (argv[1] === fileURLToPath(import.meta.url)) stdout.write(drawReply(makeBot(openCorpus(), loadWeights())));
