import { isDay } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import { cleanUtterance } from '../question/read.ts';
import { readTime } from '../question/time.ts';

/** The day that a field for one was filled with: `2026-03-15`, or words such as "March 15, 2026". Undefined for no day. */
export function readDay(typed: string, newest: IsoDate | undefined): IsoDate | undefined {
  const text = cleanUtterance(typed).replace(/^as of\s+/i, '');
  if (isDay(text)) return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const dated = `as of ${text}`;
  const { time, spans } = readTime(dated, newest);
  const [start, end] = spans[0] ?? [1, 0];
  return time?.sort === 'as of' && start === 0 && end === dated.length ? time.day : undefined;
}
