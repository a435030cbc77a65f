import type { Citation } from '../answer/answer.ts';
import type { IsoDate, Span } from '../model.ts';
import { sourceLine } from './answer-reply.ts';
import { KIND_LABEL, SAID_IN_FRONT } from './kind-label.ts';
import { line, oneLine, type Reply, type ReplyLine, type Segment } from './reply.ts';

/** What a digest tells, in the order in which it is read; a section without anything is left out. */
export interface DigestContent {
  readonly sort: 'briefing' | 'changes';
  /** The newest date that the sources reported when the channel was last told. */
  readonly toldUpTo?: IsoDate;
  /** The newest date that the sources report. */
  readonly newest?: IsoDate;
  readonly changed: readonly ToldChange[];
  readonly corrected: readonly { readonly now: Citation; readonly before: string }[];
  readonly disputed: readonly { readonly one: Citation; readonly other: Citation }[];
  readonly fresh: readonly Citation[];
  /** Superseded when it came: told as what was. */
  readonly history: readonly { readonly citation: Citation; readonly until?: IsoDate }[];
  readonly withdrawn: readonly { readonly quote: string; readonly statements: number; readonly whole: boolean }[];
  /** New statements that are not told here, and what they name. */
  readonly more: number;
  readonly moreOn: readonly string[];
  readonly state: readonly Citation[];
  readonly ahead: readonly { readonly date: IsoDate; readonly citation: Citation }[];
  /** The audience's label; absent for everyone. */
  readonly audience?: string;
  readonly advice: readonly Citation[];
  /** What answers questions that were declined before; `told`: it stands above. */
  readonly questions: readonly { readonly citation: Citation; readonly told: boolean }[];
  /** How many topics the digest is about, and which of them, from 1 on, the sources do not know. */
  readonly topics: number;
  readonly unknownTopics: readonly number[];
  readonly citations: readonly Citation[];
}

export interface ToldChange {
  readonly now: Citation;
  readonly before: Citation;
  readonly since?: IsoDate;
  /** The words that tell it, in each quote. */
  readonly heart: Span | undefined;
  readonly heartBefore: Span | undefined;
}

/** A digest, section by section; sections with nothing in them are left out. */
export function digestReply(content: DigestContent): Reply {
  const news: readonly Section[] = [
    ['What changed', content.changed.flatMap(changeLines)],
    ['Corrected', content.corrected.flatMap(correctionLines)],
    ['Where sources disagree', content.disputed.flatMap(disputeLines)],
    [content.sort === 'briefing' ? 'Also' : 'New', content.fresh.map((one) => quoteLine('support', one, dateOf(one)))],
    ['From before, told only now', content.history.map(historyLine)],
    ['No longer in the sources', content.withdrawn.map(withdrawnLine)],
  ];
  const state: Section = ['Where the story stands', content.state.map((one) => quoteLine('support', one, dateOf(one)))];
  const others: readonly Section[] = [
    ['Planned, or in force until', content.ahead.map(aheadLine)],
    [
      content.audience === undefined
        ? 'Advice in the sources'
        : `Advice in the sources, for ${content.audience.toLowerCase()}`,
      content.advice.map((one) => quoteLine('support', one)),
    ],
    ['Asked here before', content.questions.map(questionLine)],
  ];
  const more = moreLines(content);
  const sections = content.sort === 'briefing' ? [state, ...news, ...others] : [...news, state, ...others];
  const lines: ReplyLine[] = [opening(content), ...topicLines(content)];
  for (const [heading, told] of sections) {
    if (told.length > 0) lines.push(line('heading', heading), ...told);
    if (heading === 'New') lines.push(...more);
  }
  if (content.citations.length > 0)
    lines.push(
      line('heading', content.citations.length === 1 ? 'Source' : 'Sources'),
      ...content.citations.map(sourceLine),
    );
  lines.push(line('reach', reachText(content.newest)));
  return { lines };
}

type Section = readonly [heading: string, lines: readonly ReplyLine[]];

/** Nothing is new to the channel: one line. */
export function unchangedReply(newest: IsoDate | undefined, topics: number, unknownTopics: readonly number[]): Reply {
  return {
    lines: [
      line(
        'note',
        ['Nothing new since the last digest.', reachText(newest), ...unknownText(topics, unknownTopics)].join(' '),
      ),
    ],
  };
}

function opening(content: DigestContent): ReplyLine {
  if (content.sort === 'briefing')
    return {
      part: 'short',
      segments: [
        { text: 'Briefing', strong: true },
        { text: ': how things stand. From the next digest on, only what is new is told here.' },
      ],
    };
  const counts = [
    counted(content.changed.length, 'change', 'changes'),
    counted(content.corrected.length, 'correction', 'corrections'),
    counted(content.disputed.length, 'disagreement', 'disagreements'),
    counted(content.fresh.length + content.more, 'new statement', 'new statements'),
    counted(
      content.withdrawn.reduce((sum, { statements }) => sum + statements, 0),
      'withdrawn',
      'withdrawn',
    ),
    counted(content.questions.length, 'answer', 'answers'),
  ].filter((text) => text !== '');
  const [first = 'News', ...rest] = counts;
  const since = content.toldUpTo && content.toldUpTo !== content.newest ? `, which reached to ${content.toldUpTo}` : '';
  return {
    part: 'short',
    segments: [{ text: [first, ...rest].join(', '), strong: true }, { text: ` since the last digest${since}.` }],
  };
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function changeLines({ now, before, since, heart, heartBefore }: ToldChange): ReplyLine[] {
  return [
    quoteLine('lead', now, since ? `since ${since}` : 'now', heart),
    quoteLine('earlier', before, heldBefore(before, since), heartBefore),
  ];
}

function heldBefore({ saidOn }: Citation, until: IsoDate | undefined): string {
  return ['held before', ...(saidOn ? [`said on ${saidOn}`] : []), ...(until ? [`until ${until}`] : [])].join(', ');
}

function correctionLines({ now, before }: DigestContent['corrected'][number]): ReplyLine[] {
  return [
    quoteLine('lead', now, 'its document now says'),
    { part: 'earlier', segments: [{ text: `It said before: “${oneLine(before)}”` }] },
  ];
}

function disputeLines({ one, other }: DigestContent['disputed'][number]): ReplyLine[] {
  return [quoteLine('support', one, dateOf(one)), quoteLine('disagrees', other, 'another source differs')];
}

function historyLine({ citation, until }: DigestContent['history'][number]): ReplyLine {
  return quoteLine('earlier', citation, heldBefore(citation, until));
}

function withdrawnLine({ quote, statements, whole }: DigestContent['withdrawn'][number]): ReplyLine {
  const others =
    statements > 1 ? ` and ${statements - 1} more of ${whole ? 'that document' : 'the same document'}` : '';
  return {
    part: 'earlier',
    segments: [{ text: `${whole ? 'With its document' : 'From its document'}: “${oneLine(quote)}”${others}` }],
  };
}

function aheadLine({ date, citation }: DigestContent['ahead'][number]): ReplyLine {
  return quoteLine('support', citation, date);
}

function questionLine({ citation, told }: DigestContent['questions'][number]): ReplyLine {
  const mark: Segment = { text: `[${citation.n}]`, citation: citation.n };
  if (told)
    return {
      part: 'support',
      segments: [{ text: 'A question asked here can be answered now, by ' }, mark, { text: ' above.' }],
    };
  return quoteLine('support', citation, 'a question asked here can be answered now');
}

function moreLines({ more, moreOn, fresh }: DigestContent): ReplyLine[] {
  if (more === 0) return [];
  const begun = fresh.length > 0 ? 'And ' : '';
  const told = `${begun}${more} ${more === 1 ? 'statement is' : 'statements are'} new${fresh.length > 0 ? ' besides' : ''}`;
  const names = moreOn.length > 1 ? `${moreOn.slice(0, -1).join(', ')} or ${moreOn.at(-1)}` : moreOn[0];
  return [line('note', `${told}; ask ${names ? `about ${names}` : 'for the timeline'} to read on.`)];
}

function topicLines({ topics, unknownTopics }: DigestContent): ReplyLine[] {
  return unknownText(topics, unknownTopics).map((text) => line('note', text));
}

/** What a person typed is not repeated: a topic is named by its place. */
function unknownText(topics: number, unknown: readonly number[]): string[] {
  if (unknown.length === 0) return [];
  if (topics === 1) return ['The sources say nothing on the topic of this digest.'];
  if (unknown.length === topics) return [`The sources say nothing on the ${topics} topics of this digest.`];
  const places = unknown.length === 1 ? `${unknown[0]}` : `${unknown.slice(0, -1).join(', ')} and ${unknown.at(-1)}`;
  return [`Of the ${topics} topics of this digest, the sources say nothing on number ${places}.`];
}

function reachText(newest: IsoDate | undefined): string {
  return newest ? `The sources reach to ${newest}.` : 'The sources state no date.';
}

function dateOf({ saidOn }: Citation): string {
  return saidOn ?? '';
}

/** "2026-04-28, analysis: “...” [3]", with the words that matter strong. */
function quoteLine(part: ReplyLine['part'], citation: Citation, front = '', heart?: Span): ReplyLine {
  const label = [front, SAID_IN_FRONT.has(citation.kind) ? KIND_LABEL[citation.kind] : ''].filter(Boolean).join(', ');
  const [start, end] = heart ?? [0, 0];
  const cut = (from: number, to: number, strong?: boolean): Segment[] =>
    to > from ? [{ text: oneLine(citation.quote.slice(from, to)), ...(strong && { strong }) }] : [];
  return {
    part,
    segments: [
      { text: label ? `${label.charAt(0).toUpperCase()}${label.slice(1)}: “` : '“' },
      ...cut(0, start),
      ...cut(start, end, true),
      ...cut(end, citation.quote.length),
      { text: '” ' },
      { text: `[${citation.n}]`, citation: citation.n },
    ],
  };
}
