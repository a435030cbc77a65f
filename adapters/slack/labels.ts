/** The labels of buttons, titles and statuses, and the names by which Slack sends their clicks back. */

export const COMMAND = '/openai-cloud';

export const ACTION = {
  passage: 'show_passage',
  timeline: 'show_timeline',
  followUp: 'follow_up',
  share: 'share',
  more: 'show_more',
  feedback: 'feedback',
  source: 'open_source',
  askAgain: 'ask_again',
} as const;

export const CALLBACK = { check: 'check_claim', reason: 'feedback_reason' } as const;

export const LABEL = {
  sources: 'Sources',
  passage: 'Show',
  timeline: 'Timeline',
  share: 'Share with the channel',
  more: 'Show more',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  passageTitle: 'Passage',
  answerTitle: 'Answer',
  reasonTitle: 'What was wrong?',
  reason: 'What should have stood there?',
  send: 'Send',
  close: 'Close',
  openSource: 'Open the document',
  working: 'is looking through the sources…',
  coverage: 'What I cover',
  latest: 'What changed last',
  recent: 'What you asked lately',
  askAgain: 'Ask again',
  nothingAsked: 'Nothing yet. Write to me under Messages, or use the command in any channel.',
  folded: 'too long to show here: see its passage',
} as const;
