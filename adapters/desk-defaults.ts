/** A digest for which nothing else is wished. */
export const DEFAULTS = {
  written: 'weekdays at 09:00',
  schedule: '0 9 * * 1-5',
  timeZone: 'UTC',
  graceMinutes: 60,
  whenUnchanged: 'nothing',
} as const;
