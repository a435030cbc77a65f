/** How people write when something shall fall due, and what is made of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCron } from '../../src/chat/cron.ts';
import { readSchedule } from '../../src/chat/schedule.ts';
import { readTimeZone } from '../../src/chat/time-zone.ts';
import { runs } from '../corpora.ts';

function check(typed: string, cron: string, words: string, timeZone?: string): void {
  expect(readSchedule(typed)).toEqual({ readable: true, schedule: { cron, words, ...(timeZone && { timeZone }) } });
}

describe('a schedule in words', () => {
  it.each([
    ['weekdays 09:00', '0 9 * * 1-5', 'weekdays at 09:00'],
    ['weekdays at 9', '0 9 * * 1-5', 'weekdays at 09:00'],
    ['Every weekday, at 9 o’clock', '0 9 * * 1-5', 'weekdays at 09:00'],
    ['on working days at 9.30', '30 9 * * 1-5', 'weekdays at 09:30'],
    ['Mon-Fri 0900', '0 9 * * 1-5', 'weekdays at 09:00'],
    ['9:00 on weekdays', '0 9 * * 1-5', 'weekdays at 09:00'],
    ['Mondays 8:30', '30 8 * * 1', 'Mondays at 08:30'],
    ['weekly on Mondays at 10', '0 10 * * 1', 'Mondays at 10:00'],
    ['every Friday 16:00', '0 16 * * 5', 'Fridays at 16:00'],
    ['Mon, Wed 17:00', '0 17 * * 1,3', 'Mondays and Wednesdays at 17:00'],
    ['tuesday/thursday 9h30', '30 9 * * 2,4', 'Tuesdays and Thursdays at 09:30'],
    ['Tue to Thu 8.30 pm', '30 20 * * 2,3,4', 'Tuesdays, Wednesdays and Thursdays at 20:30'],
    ['Fri - Mon at 9', '0 9 * * 0,1,5,6', 'Mondays, Fridays, Saturdays and Sundays at 09:00'],
    ['Sat & Sun 10', '0 10 * * 0,6', 'weekends at 10:00'],
    ['daily', '0 9 * * *', 'daily at 09:00'],
    ['daily@7', '0 7 * * *', 'daily at 07:00'],
    ['daily 7am', '0 7 * * *', 'daily at 07:00'],
    ['daily at 12 am', '0 0 * * *', 'daily at 00:00'],
    ['every day at noon', '0 12 * * *', 'daily at 12:00'],
    ['09:00', '0 9 * * *', 'daily at 09:00'],
    ['every day 9am, 12pm and 5 p.m.', '0 9,12,17 * * *', 'daily at 09:00, 12:00 and 17:00'],
    ['weekdays at 5 in the afternoon', '0 17 * * 1-5', 'weekdays at 17:00'],
    ['every morning', '0 9 * * *', 'daily at 09:00'],
    ['weekly', '0 9 * * 1', 'Mondays at 09:00'],
    ['monthly', '0 9 1 * *', 'the 1st of each month at 09:00'],
    ['first of the month 9:00', '0 9 1 * *', 'the 1st of each month at 09:00'],
    ['the 1st and 15th at 9:00', '0 9 1,15 * *', 'the 1st and 15th of each month at 09:00'],
    ['last day of the month at 18:00', '0 18 L * *', 'the last day of each month at 18:00'],
    ['first Monday of the month 9:00', '0 9 * * 1#1', 'the first Monday of each month at 09:00'],
    ['last friday of each month', '0 9 * * 5#L', 'the last Friday of each month at 09:00'],
    ['hourly', '0 * * * *', 'hourly'],
    ['every two hours on weekdays', '0 */2 * * 1-5', 'weekdays, every 2 hours'],
    ['0 9 * * 1-5', '0 9 * * 1-5', 'cron 0 9 * * 1-5'],
    ['cron 15 8,20 * jan-mar fri-mon', '15 8,20 * 1-3 5,6,0,1', 'cron 15 8,20 * 1-3 5,6,0,1'],
  ])('is read, and said back in one form: %s', (typed, cron, words) => check(typed, cron, words));

  it.each([
    ['weekdays 09:00 Europe/Berlin', 'Europe/Berlin'],
    ['weekdays at 9 in europe/berlin', 'Europe/Berlin'],
    ['weekdays 9 New York time', 'America/New_York'],
    ['weekdays 09:00 (Asia/Kolkata)', 'Asia/Kolkata'],
    ['weekdays 9:00 Lord Howe', 'Australia/Lord_Howe'],
    ['0 9 * * 1-5 UTC', 'UTC'],
  ])('may name its time zone behind it: %s', (typed, zone) => {
    const read = readSchedule(typed);
    expect(read.readable && read.schedule).toMatchObject({ timeZone: zone });
  });

  it.each([
    ['', 'unreadable'],
    ['whenever you like', 'unreadable'],
    ['9', 'unreadable'],
    ['monthly 15', 'unreadable'],
    ['weekdays 25:00', 'unreadable'],
    ['weekdays 9:60', 'unreadable'],
    ['13pm daily', 'unreadable'],
    ['32nd of the month', 'unreadable'],
    ['monthly on Mondays', 'unreadable'],
    ['every other week', 'unreadable'],
    ['every 5 hours', 'unreadable'],
    ['60 9 * * *', 'unreadable'],
    ['0 9 * *', 'unreadable'],
    ['every 30 minutes', 'too often'],
    ['every minute', 'too often'],
    ['*/30 * * * *', 'too often'],
    ['0,20 9 * * *', 'too often'],
    ['* * * * *', 'too often'],
    ['weekdays 9:00 and 17:30', 'different minutes'],
    ['Mon 9:00 and Wed 17:00', 'several'],
    ['9:00 Mondays, 17:00 Fridays', 'several'],
    ['daily at 9 EST', 'no zone'],
    ['weekdays 09:00 Europe/Nowhere', 'no zone'],
    [`daily ${'x'.repeat(300)}`, 'unreadable'],
  ])('is refused with the reason: %s', (typed, problem) => {
    expect(readSchedule(typed)).toEqual({ readable: false, problem });
  });

  const days = ['Mon', 'tuesday', 'Weds', 'thursdays', 'FRI', 'Sat', 'sunday'];
  const someDays = fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 }).map((named) => named.join(', '));
  const dates = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 });
  const when = fc.oneof(
    someDays,
    fc.constantFrom('daily', 'weekdays', 'weekends', 'weekly', 'monthly', 'every day'),
    dates.map((named) => `${named.map((date) => `${date}th`).join(' and ')} of the month`),
    fc
      .tuple(fc.constantFrom('first', '2nd', 'third', 'last'), fc.constantFrom(...days))
      .map(([which, day]) => `${which} ${day} of the month`),
  );
  const times = fc
    .tuple(
      fc.integer({ min: 0, max: 59 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 5 }),
    )
    .map(([minute, hours]) => ({ minute, hours: [...hours].sort((a, b) => a - b) }));

  it('means the hours and minutes that were written, whatever days stand before them', () => {
    fc.assert(
      fc.property(when, times, (on, { minute, hours }) => {
        const at = hours.map((hour) => `${hour}:${String(minute).padStart(2, '0')}`).join(' and ');
        const read = readSchedule(`${on} at ${at}`);
        expect(read.readable && read.schedule.cron).toMatch(new RegExp(`^${minute} ${hours.join(',')} `));
      }),
      runs(300),
    );
  });

  it('can be read again from the words in which it is said back', () => {
    const zone = fc.constantFrom('', ' Europe/Berlin', ' in New York time');
    fc.assert(
      fc.property(when, times, zone, (on, { minute, hours }, where) => {
        const at = hours.map((hour) => `${hour}:${String(minute).padStart(2, '0')}`).join(', ');
        const first = readSchedule(`${on} ${at}${where}`);
        if (!first.readable) throw new Error('what is made here can be read');
        const { cron, words, timeZone } = first.schedule;
        check(`${words}${timeZone ? ` ${timeZone}` : ''}`, cron, words, timeZone);
      }),
      runs(300),
    );
  });

  it('never falls due more than once an hour, and never breaks, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom('every', 'at', 'Monday', 'of the month', 'first', 'daily', '9:00', '*', '*/5', '0', '1-5', 'pm'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = readSchedule(pieces.join(' '));
        if (read.readable) expect(read.schedule.cron).toMatch(/^\d{1,2} \S+ \S+ \S+ \S+$/);
      }),
      runs(1000),
    );
  });
});

describe('a cron line', () => {
  it.each([
    ['0 9 * * 7', '0 9 * * 0'],
    ['0 9 ? * MON', '0 9 * * 1'],
    ['5-5 9 */2 * *', '5 9 */2 * *'],
    ['0 8-18/2 * * mon-fri', '0 8,10,12,14,16,18 * * 1-5'],
    ['0 9 L * *', '0 9 L * *'],
    ['0 9 * * fri#l', '0 9 * * 5#L'],
  ])('is written in one form: %s', (typed, cron) => {
    expect(readCron(typed)).toEqual({ cron, oftenerThanHourly: false });
  });

  it.each([
    '0 24 * * *',
    '0 9 0 * *',
    '0 9 * 13 *',
    '0 9 * * 8',
    '0 9/2 * * *',
    '0 22-2 * * *',
    '0 9 * * *-5',
    '0 9 * *',
  ])('is refused: %s', (typed) => expect(readCron(typed)).toBeUndefined());
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['New York time', 'America/New_York'],
    ['kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['gmt', 'UTC'],
  ])('is its IANA name, in any case, or the place in it: %s', (typed, zone) => expect(readTimeZone(typed)).toBe(zone));

  it.each(['', 'EST', 'CET', 'Europe', 'Europe/Nowhere', '+02:00', 'my time', '<script>'])(
    'is no abbreviation, offset or continent: %s',
    (typed) => expect(readTimeZone(typed)).toBeUndefined(),
  );

  it('is known by every name that the runtime lists', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(readTimeZone(zone.toLowerCase())).toBe(zone);
  });
});
