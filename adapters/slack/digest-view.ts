import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { DeskRequest, DigestWishes } from '../../src/chat/desk-request.ts';
import { readTopics } from '../../src/chat/digest-wishes.ts';
import { readSchedule } from '../../src/chat/schedule.ts';
import type { SubscriptionForm } from '../desk.ts';
import { CALLBACK, LABEL } from './labels.ts';
import { INPUT_LENGTH_MAX, OPTION_TEXT_MAX, OPTION_VALUE_MAX, VIEW_TITLE_MAX } from './limits.ts';
import { plain } from './rich-text.ts';

/** Schedules to choose from; any other is typed. */
const SCHEDULES = [
  'weekdays 09:00',
  'daily 09:00',
  'Mondays 09:00',
  'Fridays 16:00',
  'first of the month 09:00',
] as const;
/** How late a digest may come: minutes. */
const GRACES = [0, 15, 60, 240, 720, 1440] as const;
const LONGEST_TYPED = 300;

/** The fields of the form, each a block with one element of the same name. */
export const FIELD = {
  channel: 'channel',
  when: 'when',
  otherWhen: 'other_when',
  timeZone: 'time_zone',
  audience: 'audience',
  topics: 'topics',
  grace: 'grace',
  whenUnchanged: 'when_unchanged',
} as const;

/** What travels with the form: where it was opened. */
const openedSchema = z.object({
  v: z.literal(1),
  /** Of a subscription that is there already. */
  id: z.string().max(64).optional(),
  channel: z.string(),
  personal: z.boolean(),
  /** The digest is for one person alone: there is no channel to choose. */
  goesToPerson: z.boolean(),
  /** The channel of the direct messages with the person, where it is known. */
  direct: z.string().optional(),
  /** The schedule that stood in the field for another one. */
  otherWhen: z.string().max(LONGEST_TYPED).optional(),
});

export type Opened = z.infer<typeof openedSchema>;

/** Undefined for what this version cannot read. */
export function readOpened(written: string): Opened | undefined {
  try {
    return openedSchema.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}

/** The form of a subscription. What goes to a person alone has no channel to choose. */
export function digestView({ wishes, audiences }: SubscriptionForm, place: Omit<Opened, 'otherWhen'>): ModalView {
  const known = SCHEDULES.find((schedule) => cronOf(schedule) === cronOf(wishes.when));
  const otherWhen = known ? '' : wishes.when.slice(0, LONGEST_TYPED);
  const opened: Opened = { ...place, ...(otherWhen && { otherWhen }) };
  const graces = [...new Set([...GRACES, wishes.graceMinutes])].sort((a, b) => a - b);
  return {
    type: 'modal',
    callback_id: CALLBACK.digest,
    private_metadata: JSON.stringify(opened),
    title: plain(opened.id ? LABEL.editedDigest : LABEL.newDigest, VIEW_TITLE_MAX),
    submit: plain(LABEL.save, VIEW_TITLE_MAX),
    close: plain(LABEL.close, VIEW_TITLE_MAX),
    blocks: [
      ...(opened.goesToPerson
        ? []
        : [
            input(FIELD.channel, LABEL.channel, {
              type: 'conversations_select',
              action_id: FIELD.channel,
              initial_conversation: wishes.channel,
              filter: { include: ['public', 'private'], exclude_bot_users: true },
            }),
          ]),
      input(
        FIELD.when,
        LABEL.when,
        select(
          FIELD.when,
          SCHEDULES.map((schedule) => option(schedule, schedule)),
          known,
        ),
        { optional: true },
      ),
      input(FIELD.otherWhen, LABEL.otherWhen, typed(FIELD.otherWhen, otherWhen), {
        optional: true,
        hint: LABEL.otherWhenHint,
      }),
      input(FIELD.timeZone, LABEL.timeZone, typed(FIELD.timeZone, wishes.timeZone), { hint: LABEL.timeZoneHint }),
      input(
        FIELD.audience,
        LABEL.audience,
        select(
          FIELD.audience,
          audiences.map(({ name, label }) => option(label, name)),
          wishes.audience,
        ),
      ),
      input(FIELD.topics, LABEL.topics, typed(FIELD.topics, wishes.topics.join(', ')), {
        optional: true,
        hint: LABEL.topicsHint,
      }),
      input(
        FIELD.grace,
        LABEL.grace,
        select(
          FIELD.grace,
          graces.map((minutes) => option(duration(minutes), String(minutes))),
          String(wishes.graceMinutes),
        ),
        { hint: LABEL.graceHint },
      ),
      input(
        FIELD.whenUnchanged,
        LABEL.whenUnchanged,
        select(
          FIELD.whenUnchanged,
          [option(LABEL.sayNothing, 'nothing'), option(LABEL.sayOneLine, 'one line')],
          wishes.whenUnchanged,
        ),
      ),
    ],
  };
}

/** The state of a view, as Slack sends it. */
export type Filled = Readonly<
  Record<
    string,
    Record<
      string,
      {
        readonly value?: string | null;
        readonly selected_conversation?: string | null;
        readonly selected_option?: { readonly value?: string } | null;
      }
    >
  >
>;

/** What the form asks for, as it would have been typed. */
export function requestIn(values: Filled, { id, otherWhen }: Opened): DeskRequest & { readonly wishes: DigestWishes } {
  const chosen = (field: string) => values[field]?.[field]?.selected_option?.value;
  const written = (field: string) => values[field]?.[field]?.value?.trim() ?? '';
  const channel = values[FIELD.channel]?.[FIELD.channel]?.selected_conversation;
  // Who chooses one and leaves the words that stood there wants what was chosen.
  const [among, other] = [chosen(FIELD.when), written(FIELD.otherWhen)];
  const when = other !== '' && !(among && other === otherWhen) ? other : among;
  const audience = chosen(FIELD.audience);
  const grace = Number(chosen(FIELD.grace));
  const wishes: DigestWishes = {
    ...(channel && { channel }),
    ...(when && { when }),
    timeZone: written(FIELD.timeZone),
    ...(audience && { audience }),
    topics: readTopics(written(FIELD.topics)),
    ...(chosen(FIELD.grace) !== undefined && Number.isInteger(grace) && { graceMinutes: grace }),
    whenUnchanged: chosen(FIELD.whenUnchanged) === 'one line' ? 'one line' : 'nothing',
  };
  return id ? { sort: 'edit', id, wishes } : { sort: 'subscribe', wishes };
}

function cronOf(when: string): string {
  const read = readSchedule(when);
  return read.readable ? read.schedule.cron : when;
}

function duration(minutes: number): string {
  if (minutes === 0) return LABEL.notLate;
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}

function input(
  field: string,
  label: string,
  element: InputBlock['element'],
  { optional = false, hint }: { readonly optional?: boolean; readonly hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: field,
    label: plain(label, INPUT_LENGTH_MAX),
    element,
    ...(optional && { optional }),
    ...(hint && { hint: plain(hint, INPUT_LENGTH_MAX) }),
  };
}

function option(text: string, value: string): PlainTextOption {
  return { text: plain(text, OPTION_TEXT_MAX), value: value.slice(0, OPTION_VALUE_MAX) };
}

function select(field: string, options: PlainTextOption[], chosen: string | undefined): InputBlock['element'] {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', action_id: field, options, ...(initial && { initial_option: initial }) };
}

function typed(field: string, value: string): InputBlock['element'] {
  const initial = plain(value, LONGEST_TYPED).text.trim();
  return {
    type: 'plain_text_input',
    action_id: field,
    max_length: LONGEST_TYPED,
    ...(initial && { initial_value: initial }),
  };
}
