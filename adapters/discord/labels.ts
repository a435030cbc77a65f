/** The labels of commands, buttons and titles. */

export const COMMAND = 'openai-cloud';
export const DIGEST_GROUP = 'digest';
export const CHECK_COMMAND = 'Check this claim';

export const LABEL = {
  passage: 'Show passage',
  open: 'Open',
  openSource: 'Open the document',
  share: 'Share',
  more: 'Show more',
  thread: 'Answer',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  watch: 'Watch',
  pause: 'Pause',
  resume: 'Resume',
  edit: 'Edit',
  history: 'History',
  formNew: 'A digest for this channel',
  formEdit: 'Edit the digest',
  when: 'When',
  timeZone: 'Time zone',
  audience: 'For whom',
  topics: 'Topics',
  unchanged: 'When nothing is new',
  unchangedNothing: 'Post nothing',
  unchangedLine: 'Post one line',
  whenHint: 'weekdays 09:00, Mondays 8:30, daily, or a cron line',
  timeZoneHint: 'Europe/Berlin',
  topicsHint: 'Only what concerns these, with commas between them; empty: everything',
  reasonTitle: 'What was wrong?',
  reason: 'What should have stood there?',
} as const;

/** Offered while somebody types when a digest is to come; anything else can be typed. */
export const SCHEDULE_OFFERS = [
  'weekdays 09:00',
  'weekdays 08:30',
  'weekdays 17:00',
  'daily 09:00',
  'daily 18:00',
  'Mondays 09:00',
  'Mondays 8:30',
  'Fridays 16:00',
  'Mon, Wed, Fri 09:00',
  'first of the month 9:00',
] as const;
