import type { ModalView } from '@slack/types';
import { CALLBACK, LABEL } from './labels.ts';
import { INPUT_LENGTH_MAX, VIEW_TITLE_MAX } from './limits.ts';
import { plain } from './rich-text.ts';

const INPUT = { block: 'reason', action: 'reason' } as const;

/** Asks what was wrong with an answer; the answer's id travels with it. */
export function reasonView(answer: string): ModalView {
  return {
    type: 'modal',
    callback_id: CALLBACK.reason,
    private_metadata: answer,
    title: plain(LABEL.reasonTitle, VIEW_TITLE_MAX),
    submit: plain(LABEL.send, VIEW_TITLE_MAX),
    close: plain(LABEL.close, VIEW_TITLE_MAX),
    blocks: [
      {
        type: 'input',
        block_id: INPUT.block,
        optional: true,
        label: plain(LABEL.reason, INPUT_LENGTH_MAX),
        element: { type: 'plain_text_input', action_id: INPUT.action, multiline: true, max_length: INPUT_LENGTH_MAX },
      },
    ],
  };
}

/** What was written; undefined where nothing was. */
export function reasonOf(
  values: Readonly<Record<string, Record<string, { value?: string | null }>>>,
): string | undefined {
  return values[INPUT.block]?.[INPUT.action]?.value?.trim() || undefined;
}
