import { createRequire } from 'node:module';
import { isDay } from '../../src/calendar/iso.ts';
import { datelineOf } from './dateline.ts';

export interface FrontMatter {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
}

/**
 * Takes the YAML between two `---` lines off the head of a file. A file without it is all body. What cannot be used is
 * left out and told of; the body is there in any case.
 */
export function splitFrontMatter(whole: string): { front: FrontMatter; body: string; problem?: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(whole);
  if (!match) return splitLabelled(whole.replace(/^\uFEFF/, ''));
  const body = whole.slice(match[0].length);
  // The parser is loaded only where a file needs it: it costs a tenth of a cold start.
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  let data: unknown;
  try {
    data = parse(quoteColons(match[1] ?? ''), { logLevel: 'error' }) ?? {};
  } catch {
    return {
      front: {},
      body,
      problem: 'its front matter is ignored, it is not YAML; write "title: ..." lines between two --- lines.',
    };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { front: {}, body, problem: 'its front matter is ignored; write "title: ..." lines between two --- lines.' };
  }
  const bad: string[] = [];
  const field = (name: keyof FrontMatter, fits: (value: string) => boolean): string | undefined => {
    const value = (data as Record<string, unknown>)[name];
    if (value === undefined || value === null) return undefined;
    const written =
      value instanceof Date
        ? value.toISOString().slice(0, 10)
        : typeof value === 'string' || typeof value === 'number'
          ? String(value).trim()
          : '';
    if (written && fits(written)) return written;
    bad.push(name);
    return undefined;
  };
  const title = field('title', () => true);
  const publisher = field('publisher', () => true);
  const published = publicationDate(field('published', (value) => publicationDate(value) !== undefined) ?? '');
  const url = field('url', (value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value));
  const front = {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(url && { url }),
  };
  if (bad.length === 0) return { front, body };
  return {
    front,
    body,
    problem: `in its front matter ${bad.join(', ')} is ignored; published is YYYY-MM-DD, url begins with https://, the others are plain text.`,
  };
}

/** "title: The depot, explained: who may use it" is no YAML until it is quoted, and plain to a reader. */
function quoteColons(yaml: string): string {
  return yaml.replace(
    /^(title|publisher):[ \t]+(?!["'[{|>&*!%@`])(.*:[ \t].*?)[ \t]*$/gm,
    (_, name: string, value: string) => `${name}: ${JSON.stringify(value)}`,
  );
}

/** "Title: ..." and "Published: ..." without the lines of dashes: two of them or more, and a blank line after them. */
const LABELLED =
  /^(?:(?:title|headline|publisher|source|published|date|url|author|by|section):[ \t]*\S.*\r?\n){2,}(?=[ \t]*\r?\n)/i;
const LABELS: Readonly<Record<string, keyof FrontMatter>> = {
  title: 'title',
  headline: 'title',
  publisher: 'publisher',
  source: 'publisher',
  published: 'published',
  date: 'published',
  url: 'url',
};

function splitLabelled(whole: string): { front: FrontMatter; body: string } {
  const lines = LABELLED.exec(whole)?.[0];
  if (!lines || !/^(?:title|headline):/im.test(lines)) return { front: {}, body: whole };
  const front: Partial<Record<keyof FrontMatter, string>> = {};
  for (const line of lines.trim().split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = LABELS[line.slice(0, colon).trim().toLowerCase()];
    const written = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    const value = name === 'published' ? publicationDate(written) : written;
    if (!name || !value || (name === 'url' && !/^https?:\/\/\S+$/i.test(value))) continue;
    front[name] = value;
  }
  return { front, body: whole.slice(lines.length) };
}

/** The date of publication as it is kept: "5 August 2026" is 2026-08-05. */
function publicationDate(written: string): string | undefined {
  if (isPublicationDate(written)) return written.slice(0, 10);
  return datelineOf(written);
}

/** A day with or without its time, a month or a year of our calendar. */
function isPublicationDate(value: string): boolean {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(value) ?? [];
  return isDay(day) || /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/.test(value);
}
