import type {
  ContextBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';

/**
 * Text that Slack shows as it stands. In `rich_text` and in `plain_text` without emoji nothing is read as a mention, a
 * channel, a link or markup, so there is nothing to escape. Control and bidirectional characters, which could disguise
 * what is written, and halves of characters are left out.
 */
export function shownText(text: string): string {
  return text.toWellFormed().replace(/(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

export interface Styled {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** An address of our own pages or of a post in Slack; what a person or a document says never becomes one. */
  readonly url?: string;
}

/** The address of a post in Slack, as Slack told it; nothing else becomes a link. */
export function postAddress(link: string | undefined): string | undefined {
  return link && /^https:\/\/[\w-]+\.slack(?:-gov)?\.com\/archives\/[\w/?=&.]+$/.test(link) ? link : undefined;
}

export function richSection(parts: readonly Styled[]): RichTextSection {
  return { type: 'rich_text_section', elements: richElements(parts) };
}

export function richQuote(parts: readonly Styled[]): RichTextQuote {
  return { type: 'rich_text_quote', elements: richElements(parts) };
}

export function richText(elements: readonly (RichTextSection | RichTextQuote)[]): RichTextBlock {
  return { type: 'rich_text', elements: [...elements] };
}

function richElements(parts: readonly Styled[]): RichTextElement[] {
  const elements = parts.flatMap(({ text, bold, italic, url }): RichTextElement[] => {
    const shown = shownText(text);
    if (shown === '') return [];
    const style = { ...(bold && { bold }), ...(italic && { italic }) };
    const styled = bold || italic ? { style } : {};
    return [url ? { type: 'link', url, text: shown, ...styled } : { type: 'text', text: shown, ...styled }];
  });
  // An empty section is refused.
  return elements.length > 0 ? elements : [{ type: 'text', text: ' ' }];
}

/** A label or a line of small print; longer than `max` it ends in "…". */
export function plain(text: string, max: number): PlainTextElement {
  const shown = shownText(text).trim() || ' ';
  const fits =
    shown.length <= max
      ? shown
      : `${shown
          .slice(0, max - 1)
          .toWellFormed()
          .replace(/\uFFFD$/, '')}…`;
  return { type: 'plain_text', text: fits, emoji: false };
}

export function smallPrint(lines: readonly string[], max: number): ContextBlock {
  return { type: 'context', elements: lines.map((line) => plain(line, max)) };
}

/**
 * The text beside the blocks, which screen readers read and notifications show. It is read as markup, so the three
 * characters that begin anything there are escaped (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export function escapedText(text: string): string {
  return shownText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
