/** The labels of commands, buttons and titles. */

export const COMMAND = 'openai-cloud';
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
  reasonTitle: 'What was wrong?',
  reason: 'What should have stood there?',
} as const;
