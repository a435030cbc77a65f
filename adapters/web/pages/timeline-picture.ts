import { raw } from 'hono/html';
import { addMonths, dayNumber, daysInMonth, fromDayNumber } from '../../../src/calendar/iso.ts';
import type { Timeline } from '../../../src/chronicle/timeline.ts';
import type { IsoDate } from '../../../src/model.ts';
import { list, type Markup, markup, NOTHING } from './layout.ts';
import { placeOf } from './reply-markup.ts';

/** Units of the picture’s own coordinates. */
const WIDTH = 960;
const LEFT = 24;
const RIGHT = 24;
const LANE = 30;
const TOP = 16;
const RADIUS = 11;
/** The last stretch is for what is ahead: it may lie far off, so that it has no scale. */
const AHEAD_WIDTH = 150;

type Entry = Timeline['entries'][number];
type Ahead = Timeline['ahead'][number];

interface Placed<T> {
  readonly entry: T;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

/**
 * Events over time: a dot for a day, a bar for a month, quarter or year of which no more is known; superseded ones
 * crossed out; terms and plans as spans that run on to the right. The words stand in the list below it.
 */
export function timelinePicture({ entries, ahead }: Timeline): Markup {
  const days = entries.flatMap(({ saidOn }) => [firstDay(saidOn), lastDay(saidOn)]);
  if (entries.length === 0) return NOTHING;
  const earliest = Math.min(...days);
  const latest = Math.max(...days);
  // A lone day gets a month around it.
  const margin = Math.max(4, Math.round((latest - earliest) * 0.02));
  const from = earliest - margin;
  const to = latest + margin;
  const end = WIDTH - RIGHT - (ahead.length > 0 ? AHEAD_WIDTH : 0);
  const x = (day: number) => LEFT + ((Math.min(Math.max(day, from), to) - from) / (to - from)) * (end - LEFT);
  const placed = inLanes(
    entries.map((entry) => ({ entry, from: x(firstDay(entry.saidOn)), to: x(lastDay(entry.saidOn)) })),
  );
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1;
  const axis = TOP + lanes * LANE + 6;
  const height = axis + 34 + ahead.length * LANE;
  return markup`<figure class="picture">
<div class="scroll" tabindex="0" role="region" aria-label="Timeline as a picture; the same stands in words below">
<svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Events over time">
${list(ticks(from, to).map((tick) => tickMarkup(x(tick.day), axis, tick.label)))}
<line class="axis" x1="${LEFT}" y1="${axis}" x2="${WIDTH - RIGHT}" y2="${axis}"/>
${list(placed.map((one) => eventMarkup(one, axis)))}
${list(ahead.map((entry, i) => aheadMarkup(entry, x, to, axis + 34 + i * LANE + RADIUS)))}
</svg></div>
<figcaption><span><i class="key day"></i>a day</span> <span><i class="key vague"></i>a month, quarter or year</span> <span><i class="key over"></i>superseded</span>${ahead.length > 0 ? markup` <span><i class="key term"></i>planned, forecast or in force until</span>` : NOTHING}</figcaption>
</figure>`;
}

/** Each in the lowest lane where it touches no other; oldest first. */
function inLanes<T>(spans: readonly { readonly entry: T; readonly from: number; readonly to: number }[]): Placed<T>[] {
  const ends: number[] = [];
  return spans.map((span) => {
    const left = span.from - RADIUS - 3;
    const free = ends.findIndex((end) => end < left);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(span.to, span.from + 2 * RADIUS) + 3;
    return { ...span, lane };
  });
}

function eventMarkup({ entry, from, to, lane }: Placed<Entry>, axis: number): Markup {
  const { citation, saidOn, superseded, until, precision } = entry;
  const y = axis - 6 - lane * LANE - RADIUS;
  // Of a day the dot is the day; of a longer stretch it stands at its beginning.
  const at = precision === 'day' ? from : Math.min(from + RADIUS, to);
  const over = superseded ? `, superseded${until ? ` on ${until}` : ''}` : '';
  const r = RADIUS;
  const left = round(at - r);
  const right = round(at + r);
  return markup`<a href="${placeOf(citation)}" class="event${superseded ? ' over' : ''}" aria-label="${citation.n} · ${saidOn}${over}: ${citation.quote}"><title>${saidOn}${over}: ${citation.quote}</title>
${precision === 'day' ? NOTHING : markup`<rect class="vague" x="${left}" y="${y - r}" width="${round(Math.max(to - at + r, 2 * r))}" height="${2 * r}" rx="${r}"/>`}
<circle cx="${round(at)}" cy="${y}" r="${r}"/>
${superseded ? markup`<path d="M${left} ${y - r}L${right} ${y + r}M${right} ${y - r}L${left} ${y + r}"/><circle class="plate" cx="${round(at)}" cy="${y}" r="${r - 4}"/>` : NOTHING}
<text x="${round(at)}" y="${y + 4}">${citation.n}</text></a>`;
}

/** From when it was told to when it ends or falls due; past the newest event it is an arrow. */
function aheadMarkup({ citation, saidOn }: Ahead, x: (day: number) => number, to: number, y: number): Markup {
  const begun = citation.saidOn ?? citation.notBefore;
  const until = lastDay(saidOn);
  const beyond = until > to;
  const right = beyond ? WIDTH - RIGHT - 74 : x(until);
  const left = Math.min(begun ? x(firstDay(begun)) : right - 2 * RADIUS, right - 2 * RADIUS);
  return markup`<a href="${placeOf(citation)}" class="event term" aria-label="${citation.n} ${saidOn}: ${citation.quote}"><title>${saidOn}: ${citation.quote}</title>
<path class="span" d="M${round(left)} ${y}H${round(right)}${beyond ? raw(`m-7 -6l7 6l-7 6`) : ''}"/>
<circle cx="${round(left)}" cy="${y}" r="${RADIUS}"/><text x="${round(left)}" y="${y + 4}">${citation.n}</text>
<text class="until" x="${round(right + 8)}" y="${y + 4}">${saidOn}</text></a>`;
}

function tickMarkup(x: number, axis: number, label: string): Markup {
  return markup`<line class="tick" x1="${round(x)}" y1="${TOP - 8}" x2="${round(x)}" y2="${axis + 5}"/><text class="date" x="${round(x)}" y="${axis + 20}">${label}</text>`;
}

/** First days of months (of quarters, years) between two days, at most about ten. */
function ticks(from: number, to: number): readonly { readonly day: number; readonly label: string }[] {
  const months = (to - from) / 30.4;
  const step = months <= 10 ? 1 : months <= 30 ? 3 : months <= 60 ? 6 : 12 * Math.ceil(months / 120);
  const found: { day: number; label: string }[] = [];
  let first: IsoDate = `${fromDayNumber(from).slice(0, 4)}-01-01`;
  while (dayNumber(first) <= to) {
    if (dayNumber(first) >= from)
      found.push({ day: dayNumber(first), label: step >= 12 ? first.slice(0, 4) : first.slice(0, 7) });
    first = addMonths(first, step);
  }
  return found;
}

function firstDay(date: IsoDate): number {
  return dayNumber(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
}

function lastDay(date: IsoDate): number {
  if (date.length === 4) return dayNumber(`${date}-12-31`);
  if (date.length > 7) return dayNumber(date);
  return dayNumber(`${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
