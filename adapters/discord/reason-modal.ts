import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { writePress } from './custom-id.ts';
import { LABEL } from './labels.ts';
import { MODAL_LABEL_MAX, REASON_MAX } from './limits.ts';
import { plain } from './text.ts';

const FIELD = 'reason';

/** Asks what was wrong with an answer; the answer's id travels with it. */
export function reasonModal(answer: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writePress({ sort: 'reason', answer }) ?? '',
    title: plain(LABEL.reasonTitle, MODAL_LABEL_MAX),
    components: [
      {
        type: ComponentType.Label,
        label: plain(LABEL.reason, MODAL_LABEL_MAX),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: REASON_MAX,
        },
      },
    ],
  };
}

const field = z.object({ custom_id: z.literal(FIELD), value: z.string() });
/** A field stands under its label; in clients of before, in a row. */
const sent = z.array(z.object({ component: z.unknown().optional(), components: z.array(z.unknown()).optional() }));

/** What was written; undefined where nothing was. */
export function reasonOf(components: unknown): string | undefined {
  const read = sent.safeParse(components);
  if (!read.success) return undefined;
  for (const { component, components: inner = [] } of read.data)
    for (const one of [component, ...inner]) {
      const found = field.safeParse(one);
      if (found.success) return found.data.value.trim() || undefined;
    }
  return undefined;
}
