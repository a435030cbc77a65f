import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { z } from 'zod';
import type { DigestWishes } from '../../src/chat/desk-request.ts';
import { readTopics } from '../../src/chat/digest-wishes.ts';
import type { SubscriptionForm } from '../desk.ts';
import { writePress } from './custom-id.ts';
import { LABEL } from './labels.ts';
import { CHOICE_MAX, CHOICES_MAX, FIELD_MAX, MODAL_LABEL_MAX, PLACEHOLDER_MAX } from './limits.ts';
import { plain } from './text.ts';

const FIELD = {
  when: 'when',
  timeZone: 'time_zone',
  audience: 'audience',
  topics: 'topics',
  unchanged: 'unchanged',
} as const;

/** The form for a subscription: a new one, or the one that is named. */
export function digestForm(
  { wishes, audiences }: SubscriptionForm,
  subscription: string | undefined,
): APIModalInteractionResponseCallbackData {
  const { when, timeZone, audience, topics, whenUnchanged } = wishes;
  return {
    custom_id: writePress({ sort: 'digest form', ...(subscription && { subscription }) }) ?? '',
    title: plain(subscription ? LABEL.formEdit : LABEL.formNew, MODAL_LABEL_MAX),
    components: [
      labelled(LABEL.when, textField(FIELD.when, when, { hint: LABEL.whenHint, required: true })),
      labelled(LABEL.timeZone, textField(FIELD.timeZone, timeZone, { hint: LABEL.timeZoneHint })),
      labelled(
        LABEL.audience,
        choice(
          FIELD.audience,
          audiences.map(({ name, label }) => ({ value: name, label, isChosen: name === audience })),
        ),
      ),
      labelled(LABEL.topics, textField(FIELD.topics, topics.join(', '), { hint: LABEL.topicsHint })),
      labelled(
        LABEL.unchanged,
        choice(FIELD.unchanged, [
          { value: 'nothing', label: LABEL.unchangedNothing, isChosen: whenUnchanged === 'nothing' },
          { value: 'one line', label: LABEL.unchangedLine, isChosen: whenUnchanged === 'one line' },
        ]),
      ),
    ],
  };
}

function labelled(label: string, component: APIComponentInLabel): APILabelComponent {
  return { type: ComponentType.Label, label: plain(label, MODAL_LABEL_MAX), component };
}

function textField(
  id: string,
  value: string,
  { hint, required = false }: { readonly hint: string; readonly required?: boolean },
): APIComponentInLabel {
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Short,
    required,
    max_length: FIELD_MAX,
    placeholder: plain(hint, PLACEHOLDER_MAX),
    ...(value !== '' && { value: plain(value, FIELD_MAX) }),
  };
}

function choice(
  id: string,
  options: readonly { readonly value: string; readonly label: string; readonly isChosen: boolean }[],
): APIComponentInLabel {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    required: true,
    options: options.slice(0, CHOICES_MAX).map(({ value, label, isChosen }) => ({
      value,
      label: plain(label, CHOICE_MAX),
      ...(isChosen && { default: true }),
    })),
  };
}

const field = z.object({ custom_id: z.string(), value: z.string().nullish(), values: z.array(z.string()).nullish() });
/** A field stands under its label; in clients of before, in a row. */
const sent = z.array(z.object({ component: field.optional(), components: z.array(field).optional() }));

/** What was filled in. A form holds all of it: topics that were emptied are none. */
export function wishesOf(components: unknown): DigestWishes {
  const fields =
    sent.safeParse(components).data?.flatMap(({ component, components }) => component ?? components ?? []) ?? [];
  const filledIn = (id: string) => {
    const found = fields.find(({ custom_id }) => custom_id === id);
    return (found?.values?.[0] ?? found?.value)?.trim();
  };
  const when = filledIn(FIELD.when);
  const timeZone = filledIn(FIELD.timeZone);
  const audience = filledIn(FIELD.audience);
  const topics = filledIn(FIELD.topics);
  const unchanged = filledIn(FIELD.unchanged);
  return {
    ...(when && { when }),
    ...(timeZone && { timeZone }),
    ...(audience && { audience }),
    ...(topics !== undefined && { topics: readTopics(topics) }),
    ...((unchanged === 'nothing' || unchanged === 'one line') && { whenUnchanged: unchanged }),
  };
}
