import { createRequire } from 'node:module';
import { isDay } from '../../src/calendar/iso.ts';

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
  if (!match) return { front: {}, body: whole.replace(/^\uFEFF/, '') };
  const body = whole.slice(match[0].length);
  // The parser is loaded only where a file needs it: it costs a tenth of a cold start.
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  let data: unknown;
  try {
    data = parse(match[1] ?? '', { logLevel: 'error' }) ?? {};
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
  const published = field('published', isPublicationDate)?.slice(0, 10);
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

/** A day with or without its time, a month or a year of our calendar. */
function isPublicationDate(value: string): boolean {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(value) ?? [];
  return isDay(day) || /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/.test(value);
}
