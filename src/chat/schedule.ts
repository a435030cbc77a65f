import { readCron } from './cron.ts';
import { readScheduleWords } from './schedule-draft.ts';
import { patternOf, type Schedule, type ScheduleProblem } from './schedule-pattern.ts';
import { looksLikeZone, readTimeZone } from './time-zone.ts';

export type ScheduleReading =
  | { readonly readable: true; readonly schedule: Schedule }
  | { readonly readable: false; readonly problem: ScheduleProblem };

/** Nobody writes more than this for a schedule. */
const LONGEST = 200;

/**
 * Reads a schedule as people write it: "weekdays 09:00", "Mon, Wed at 5 pm", "daily", "every day at noon", "weekly",
 * "first of the month 9:00", "every 2 hours", a cron line; a time zone may stand behind it. Without a time, it is 09:00.
 */
export function readSchedule(typed: string): ScheduleReading {
  const text = typed
    .trim()
    .replace(/^["'“”‘’`(]+|["'“”‘’`).!]+$/g, '')
    .replace(/\s+/g, ' ');
  if (text.length > LONGEST) return refuse('unreadable');
  const whole = withoutZone(text);
  if (whole.timeZone !== undefined || whole.rest === text) return readIn(whole.rest, whole.timeZone);
  return refuse('no zone');
}

/** The words without the zone at their end; the rest is shorter and there is no zone where it was none. */
function withoutZone(text: string): { readonly rest: string; readonly timeZone?: string } {
  const words = text.split(' ');
  for (let count = Math.min(5, words.length - 1); count > 0; count--) {
    const tail = words
      .slice(-count)
      .join(' ')
      .replace(/^\(?(?:in |tz[:= ]|time ?zone[:= ]?)?\s*/i, '')
      .replace(/\)$/, '');
    const timeZone = readTimeZone(tail);
    const rest = words.slice(0, -count).join(' ').replace(/[,;]$/, '');
    if (timeZone) return { rest, timeZone };
    if (count === 1 && looksLikeZone(tail)) return { rest: rest.replace(/ (?:in|tz)$/i, '') };
  }
  return { rest: text };
}

function readIn(text: string, timeZone: string | undefined): ScheduleReading {
  const zone = timeZone && { timeZone };
  const line = readCron(text.replace(/^cron:? /i, ''));
  if (line?.oftenerThanHourly) return refuse('too often');
  if (line) return { readable: true, schedule: { cron: line.cron, words: `cron ${line.cron}`, ...zone } };
  const draft = readScheduleWords(text.toLowerCase());
  if (typeof draft === 'string') return refuse(draft);
  const made = patternOf(draft);
  return typeof made === 'string' ? refuse(made) : { readable: true, schedule: { ...made, ...zone } };
}

function refuse(problem: ScheduleProblem): ScheduleReading {
  return { readable: false, problem };
}
