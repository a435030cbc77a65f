import type {
  ActionsBlock,
  Button,
  ContainerBlock,
  ContextActionsBlock,
  KnownBlock,
  RichTextBlock,
} from '@slack/types';
import type { Citation } from '../../src/answer/answer.ts';
import type { SourceRequest } from '../../src/chat/request.ts';
import { plainText, type Reply, type ReplyLine } from '../../src/reply/reply.ts';
import { splitReply } from '../../src/reply/split-reply.ts';
import { writeValue } from './button-value.ts';
import { ACTION, LABEL } from './labels.ts';
import {
  ACCESSIBILITY_LABEL_MAX,
  BLOCKS_JSON_MAX,
  BLOCKS_PER_MESSAGE_MAX,
  BUTTON_TEXT_MAX,
  BUTTON_URL_MAX,
  CONTAINER_TITLE_MAX,
  MESSAGE_TEXT_MAX,
  SECTION_TEXT_MAX,
} from './limits.ts';
import type { Message } from './page.ts';
import {
  escapedText,
  plain,
  postAddress,
  richSection,
  richText,
  type Styled,
  shownText,
  smallPrint,
} from './rich-text.ts';

/** What stands around a reply in a message. */
export interface Dressing {
  readonly citations: readonly Citation[];
  readonly followUps: readonly string[];
  /** The request, where it can be asked again by itself: what "Show more" and "Share" carry. */
  readonly request?: SourceRequest;
  /** Feedback is asked for where the answer is stored, under this id. */
  readonly answer?: string;
  /** What the timeline button is about. */
  readonly topic?: string;
  /** It is seen by one person alone, who may share it. */
  readonly shareable: boolean;
  /** The page of a citation's document; none where there is no public address. */
  readonly addressOf: (citation: Citation) => string | undefined;
  /** The subscription whose digest it is: with buttons to manage it. */
  readonly subscription?: string;
  /** What the Watch button watches: the stored answer, or the question where it is not stored. */
  readonly watch?: { readonly answer: string } | { readonly question: string; readonly asOf?: string };
  /** A line above the reply: the follow-up question that was clicked. */
  readonly heading?: string;
  /**
   * With the newest blocks (a container that folds, feedback buttons). Without them the same in older ones, for a
   * workspace that refuses these.
   */
  readonly modern: boolean;
}

/** More sources than this on one page is not read. The buttons that show their passages fit one block. */
const SOURCES_PER_PAGE = 20;
/** A question of more characters is shown up to here above its answer. */
const LONGEST_HEADING = 300;
/** From here on lines share blocks, or a long list would have more blocks than a message takes. */
const BLOCKS_OF_LINES = 12;

/**
 * The reply as messages, each within Slack's limits. All but the last carry "Show more" where the request can be asked
 * again; else they are meant to be posted one after the other.
 */
export function renderReply(reply: Reply, dressing: Dressing): readonly [Message, ...Message[]] {
  // In older blocks as well, so that both have the same pages.
  const fits = (part: Reply) =>
    [true, false].every((modern) =>
      isWithinLimits(renderPage(part, { ...dressing, modern }, { page: 0, last: false }), part),
    );
  const [first, ...others] = splitReply(reply, fits);
  const last = others.length === 0;
  return [
    renderPage(first, dressing, { page: 0, last }),
    ...others.map((part, i) => renderPage(part, dressing, { page: i + 1, last: i === others.length - 1 })),
  ];
}

/** Whether the whole reply is one message, in newer blocks and in older ones. */
export function fitsOneMessage(reply: Reply, dressing: Omit<Dressing, 'modern'>): boolean {
  return [true, false].every((modern) =>
    isWithinLimits(renderPage(reply, { ...dressing, modern }, { page: 0, last: true }), reply),
  );
}

function isWithinLimits({ text, blocks }: Message, { lines }: Reply): boolean {
  return (
    text.length <= MESSAGE_TEXT_MAX &&
    blocks.length <= BLOCKS_PER_MESSAGE_MAX &&
    JSON.stringify(blocks).length <= BLOCKS_JSON_MAX &&
    lines.filter(({ part }) => part === 'source').length <= SOURCES_PER_PAGE
  );
}

interface Place {
  readonly page: number;
  readonly last: boolean;
}

function renderPage(reply: Reply, dressing: Dressing, place: Place): Message {
  const { lines } = reply;
  const firstSource = lines.findIndex(({ part }) => part === 'source');
  const sources = lines.filter(({ part }) => part === 'source');
  const body = firstSource === -1 ? lines : lines.slice(0, firstSource);
  const closing = firstSource === -1 ? [] : lines.slice(firstSource).filter(({ part }) => part !== 'source');
  // Its title stands on the container.
  const shown = sources.length > 0 && body.at(-1)?.part === 'heading' ? body.slice(0, -1) : body;
  const heading = place.page === 0 && dressing.heading ? plain(dressing.heading, LONGEST_HEADING).text : undefined;
  const blocks: KnownBlock[] = [
    ...(heading ? [richText([richSection([{ text: heading, bold: true }])])] : []),
    ...bodyBlocks(shown, dressing),
    ...sourceBlocks(sources, dressing),
    ...(closing.length > 0 ? [smallPrint(closing.map(textOf), SECTION_TEXT_MAX)] : []),
    ...buttonBlocks(dressing, place),
    ...feedbackBlocks(dressing, place),
  ];
  return { text: escapedText([...(heading ? [heading] : []), plainText(reply)].join('\n')), blocks };
}

function bodyBlocks(lines: readonly ReplyLine[], dressing: Dressing): RichTextBlock[] {
  const size = Math.ceil(lines.length / BLOCKS_OF_LINES);
  const groups: ReplyLine[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    const above = current?.at(-1)?.part;
    // The short answer stands right above the statement that shows it, and a heading above what it is the heading of.
    const belongs = above === 'heading' || (above === 'short' && current?.length === 1);
    if (current && line.part !== 'heading' && (belongs || current.length < size)) current.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => richText(group.map((line) => richSection(styled(line, dressing)))));
}

function styled({ part, segments }: ReplyLine, { citations, addressOf }: Dressing): Styled[] {
  return segments.map(({ text, strong, citation, link }, i) => {
    const cited = citation === undefined ? undefined : citations.find(({ n }) => n === citation);
    const url = cited ? safeAddress(addressOf(cited)) : postAddress(link);
    // "Held before, until …: ", "Forecast: " in front of a quote.
    const label = i === 0 && segments.length > 1 && text.endsWith(': ');
    return {
      text,
      ...((strong || part === 'heading') && { bold: true }),
      ...(label && !strong && { italic: true }),
      ...(url && { url }),
    };
  });
}

/** Our own pages alone are linked, and only over the web's protocols. */
function safeAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//.test(address) && address.length <= BUTTON_URL_MAX ? address : undefined;
}

function textOf({ segments }: ReplyLine): string {
  return segments.map(({ text }) => text).join('');
}

function sourceBlocks(lines: readonly ReplyLine[], dressing: Dressing): KnownBlock[] {
  if (lines.length === 0) return [];
  const list = richText(lines.map((line) => richSection(styled(line, dressing))));
  const buttons = passageButtons(lines, dressing);
  const children: ContainerBlock['child_blocks'] = [
    list,
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
  ];
  if (!dressing.modern) return children as KnownBlock[];
  return [
    {
      type: 'container',
      title: plain(`${LABEL.sources} (${lines.length})`, CONTAINER_TITLE_MAX),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: children,
    },
  ];
}

function passageButtons(lines: readonly ReplyLine[], { citations }: Dressing): Button[] {
  const numbers = lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? []));
  return numbers.flatMap((n) => {
    const cited = citations.find((citation) => citation.n === n);
    const value = cited && writeValue({ document: cited.document, start: cited.start, end: cited.end });
    if (!value) return [];
    const label = `${LABEL.passage} [${n}]`;
    return [button(`${ACTION.passage}:${n}`, label, value, `${LABEL.passage} passage ${n}`)];
  });
}

function button(action: string, label: string, value: string, spoken?: string): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(label, BUTTON_TEXT_MAX),
    value,
    ...(spoken && { accessibility_label: shownText(spoken).slice(0, ACCESSIBILITY_LABEL_MAX) }),
  };
}

function buttonBlocks(dressing: Dressing, { page, last }: Place): ActionsBlock[] {
  const { followUps, request, topic, shareable, watch } = dressing;
  const more = last ? undefined : againValue(request, page + 1);
  const share = shareable && page === 0 ? againValue(request, 0) : undefined;
  const timeline = topic && page === 0 ? writeValue({ question: topic }) : undefined;
  const watched = watch && page === 0 ? writeValue(watch) : undefined;
  const elements: Button[] = [
    ...(more ? [button(ACTION.more, LABEL.more, more)] : []),
    ...(page === 0 ? followUps : []).flatMap((question, i) => {
      const value = writeValue({ question });
      return value ? [button(`${ACTION.followUp}:${i + 1}`, question, value)] : [];
    }),
    ...(timeline ? [button(ACTION.timeline, LABEL.timeline, timeline)] : []),
    ...(watched ? [button(ACTION.watch, LABEL.watch, watched, LABEL.watchSpoken)] : []),
    ...(share ? [button(ACTION.share, LABEL.share, share)] : []),
    ...(page === 0 ? subscriptionButtons(dressing) : []),
  ];
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function subscriptionButtons({ subscription }: Dressing): Button[] {
  const value = subscription && writeValue({ subscription });
  if (!value) return [];
  return [
    button(ACTION.pauseDigest, LABEL.pauseDigest, value, LABEL.pauseDigestSpoken),
    button(ACTION.editDigest, LABEL.editDigest, value, LABEL.editDigestSpoken),
    button(ACTION.digestHistory, LABEL.digestHistory, value, LABEL.digestHistorySpoken),
  ];
}

/** True where "Show more" brings the pages after the first: they need not be posted with it. */
export function hasMoreButton({ request }: Dressing): boolean {
  return againValue(request, 1) !== undefined;
}

function againValue(request: SourceRequest | undefined, page: number): string | undefined {
  return request && writeValue({ request: requestValue(request), page });
}

function requestValue(request: SourceRequest): object {
  return request.sort === 'misread'
    ? { sort: 'help', text: '' }
    : { sort: request.sort, text: request.text, ...(request.asOf && { asOf: request.asOf }) };
}

function feedbackBlocks({ answer, modern }: Dressing, { page }: Place): (ContextActionsBlock | ActionsBlock)[] {
  if (!answer || page !== 0) return [];
  const helpful = writeValue({ answer, verdict: 'helpful' });
  const notHelpful = writeValue({ answer, verdict: 'not-helpful' });
  if (!helpful || !notHelpful) return [];
  if (!modern)
    return [
      {
        type: 'actions',
        elements: [
          button(`${ACTION.feedback}:1`, `👍 ${LABEL.helpful}`, helpful, LABEL.helpful),
          button(`${ACTION.feedback}:2`, `👎 ${LABEL.notHelpful}`, notHelpful, LABEL.notHelpful),
        ],
      },
    ];
  const choice = (label: string, value: string) => ({
    text: plain(label, BUTTON_TEXT_MAX),
    accessibility_label: label,
    value,
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTION.feedback,
          // Slack draws the thumbs itself.
          positive_button: choice(LABEL.helpful, helpful),
          negative_button: choice(LABEL.notHelpful, notHelpful),
        },
      ],
    },
  ];
}
