import { type APIComponentInContainer, ButtonStyle } from 'discord.js';
import type { Citation } from '../../src/answer/answer.ts';
import type { SourceRequest } from '../../src/chat/request.ts';
import type { Reply, ReplyLine, Segment } from '../../src/reply/reply.ts';
import { splitReply } from '../../src/reply/split-reply.ts';
import {
  button,
  divider,
  isMarkable,
  linkButton,
  type Message,
  message,
  rows,
  section,
  text,
  webAddress,
} from './components.ts';
import { LABEL } from './labels.ts';
import { escaped, escapedLine } from './text.ts';

/** What stands around a reply in a message. */
export interface Dressing {
  readonly citations: readonly Citation[];
  readonly followUps: readonly string[];
  /** The request, where it can be asked again by itself: what "Show more" carries. */
  readonly request?: SourceRequest;
  /** Feedback is asked for where the answer is stored, under this id. */
  readonly answer?: string;
  /** It is seen by one person alone, who may share it. */
  readonly shareable: boolean;
  /** The page of a citation's document; none where it has no address. */
  readonly addressOf: (citation: Citation) => string | undefined;
  /** The digest of the text that a citation is of, shortened; none where the corpus does not hold it. */
  readonly digestOf: (citation: Citation) => string | undefined;
  /** The subscription that it is a delivery of, or is about: with buttons to manage it. */
  readonly subscription?: { readonly id: string; readonly isPaused: boolean };
  /** A line above the reply: the follow-up question that was clicked. */
  readonly heading?: string;
}

/**
 * The reply as messages, each within Discord's limits. Where the first carries "Show more" the others are posted when
 * they are wanted; else they are meant to be posted one after the other.
 */
export function renderReply(reply: Reply, dressing: Dressing): readonly [Message, ...Message[]] {
  const fits = (part: Reply) => isMarkable(renderPage(part, dressing, { page: 0, last: false }));
  const [first, ...others] = splitReply(reply, fits).flatMap((part) =>
    fits(part) ? [part] : sourcesApart(part, fits),
  );
  const last = others.length === 0;
  return [
    renderPage(first ?? reply, dressing, { page: 0, last }),
    ...others.map((part, i) => renderPage(part, dressing, { page: i + 1, last: i === others.length - 1 })),
  ];
}

/** More sources than go with one line stand in messages of their own, behind it. */
function sourcesApart({ lines }: Reply, fits: (part: Reply) => boolean): readonly Reply[] {
  const parts: Reply[] = [{ lines: lines.filter(({ part }) => part !== 'source') }];
  for (const source of lines.filter(({ part }) => part === 'source')) {
    const current = parts.length > 1 ? parts.at(-1) : undefined;
    const longer = { lines: [...(current?.lines ?? []), source] };
    if (current && fits(longer)) parts[parts.length - 1] = longer;
    else parts.push({ lines: [source] });
  }
  return parts;
}

interface Place {
  readonly page: number;
  readonly last: boolean;
}

function renderPage({ lines }: Reply, dressing: Dressing, place: Place): Message {
  const firstSource = lines.findIndex(({ part }) => part === 'source');
  const body = firstSource === -1 ? lines : lines.slice(0, firstSource);
  const sources = lines.filter(({ part }) => part === 'source');
  const closing = firstSource === -1 ? [] : lines.slice(firstSource).filter(({ part }) => part !== 'source');
  const heading = place.page === 0 && dressing.heading ? [escapedLine(around('**', dressing.heading))] : [];
  const sourcesHeading = sources.length > 0 && body.at(-1)?.part === 'heading' ? body.slice(-1) : [];
  const above = sourcesHeading.length > 0 ? body.slice(0, -1) : body;
  return message([
    ...paragraph([...heading, ...above.map((line) => markdown(line, dressing))]),
    ...(sources.length > 0 && above.length > 0 ? [divider()] : []),
    ...paragraph(sourcesHeading.map((line) => markdown(line, dressing))),
    ...sources.map((line) => sourceSection(line, dressing)),
    ...paragraph(closing.map((line) => markdown(line, dressing))),
    ...rows(sources.flatMap((line) => linkButtons(line, dressing))),
    ...rows(goOnButtons(dressing, place)),
    ...rows(feedbackButtons(dressing, place)),
    ...rows(managingButtons(dressing, place)),
  ]);
}

function paragraph(lines: readonly string[]): APIComponentInContainer[] {
  const shown = lines.filter((line) => line !== '');
  return shown.length === 0 ? [] : [text(shown.join('\n'))];
}

function markdown({ part, segments }: ReplyLine, dressing: Dressing): string {
  const words = segments.map((segment, i) => styled(segment, i === 0 && segments.length > 1, dressing)).join('');
  const line = escapedLine(words.trim());
  if (line === '') return '';
  if (part === 'heading') return `**${line}**`;
  return part === 'reach' ? `-# ${line}` : line;
}

function styled(
  { text: words, strong, citation }: Segment,
  first: boolean,
  { citations, addressOf }: Dressing,
): string {
  const cited = citation === undefined ? undefined : citations.find(({ n }) => n === citation);
  const url = cited && webAddress(addressOf(cited));
  if (url) return `[[${citation}]](${url})`;
  if (strong) return around('**', words);
  // "Held before, until …: ", "Forecast: " in front of a quote.
  return first && words.endsWith(': ') ? around('*', words) : escaped(words);
}

/** The signs stand right at the words, or Discord shows them. */
function around(sign: string, words: string): string {
  const inner = escaped(words).trim();
  return inner === '' ? escaped(words) : escaped(words).replace(inner, () => `${sign}${inner}${sign}`);
}

function citationsOf({ segments }: ReplyLine, { citations }: Dressing): readonly Citation[] {
  return segments.flatMap(({ citation }) => citations.find(({ n }) => n === citation) ?? []);
}

function sourceSection(line: ReplyLine, dressing: Dressing): APIComponentInContainer {
  const [cited] = citationsOf(line, dressing);
  const digest = cited && dressing.digestOf(cited);
  return section(
    markdown(line, dressing),
    cited && digest
      ? button(`${LABEL.passage} [${cited.n}]`, { sort: 'passage', text: digest, start: cited.start, end: cited.end })
      : undefined,
  );
}

function linkButtons(line: ReplyLine, dressing: Dressing) {
  return citationsOf(line, dressing).map((cited) =>
    linkButton(`${LABEL.open} [${cited.n}]`, dressing.addressOf(cited)),
  );
}

function goOnButtons(dressing: Dressing, { page, last }: Place) {
  const { followUps, shareable } = dressing;
  return [
    last ? undefined : moreButton(dressing, page + 1),
    ...(page === 0 ? followUps : []).map((question, index) => button(question, { sort: 'ask', index, question })),
    shareable ? button(LABEL.share, { sort: 'share' }, { style: ButtonStyle.Primary }) : undefined,
  ];
}

/** True where "Show more" brings the messages after the first: they need not be posted with it. */
export function hasMoreButton(dressing: Dressing): boolean {
  return moreButton(dressing, 1) !== undefined;
}

function moreButton({ request, answer }: Dressing, page: number) {
  const itself = request && button(LABEL.more, { sort: 'more', page, request });
  return itself ?? (request && answer ? button(LABEL.more, { sort: 'more of', page, answer }) : undefined);
}

function feedbackButtons({ answer }: Dressing, { page }: Place) {
  if (!answer || page !== 0) return [];
  return [
    button(LABEL.helpful, { sort: 'feedback', answer, verdict: 'helpful' }, { emoji: '👍' }),
    button(LABEL.notHelpful, { sort: 'feedback', answer, verdict: 'not-helpful' }, { emoji: '👎' }),
    button(LABEL.watch, { sort: 'watch', answer }, { emoji: '👁️' }),
  ];
}

function managingButtons({ subscription }: Dressing, { page }: Place) {
  if (!subscription || page !== 0) return [];
  const { id, isPaused } = subscription;
  const does = isPaused ? 'resume' : 'pause';
  return [
    button(LABEL[does], { sort: 'digest', does, subscription: id }),
    button(LABEL.edit, { sort: 'digest', does: 'edit', subscription: id }),
    button(LABEL.history, { sort: 'digest', does: 'history', subscription: id }),
  ];
}
