import { line, type Reply } from './reply.ts';

const NOTICES = {
  'no claim': 'Write the claim to check after the word, as a sentence.',
  'no term': 'Write the term after the word, and I look for its definition.',
  'no question': 'Write the question after it.',
  'no day': 'That is no day of the calendar. Write it as YYYY-MM-DD.',
  'no words': 'There is no text in that message to check.',
  'too many of a person': 'That is a lot of questions in a short time. Wait a minute, then ask again.',
  'too many of a workspace': 'Many people are asking at once here. Wait a minute, then ask again.',
  external: 'I answer people of the workspace that installed me. Its operator can allow others.',
  'changed since': 'The sources have changed since that was posted. Ask again for what they say now.',
  'old button': 'That button is of an earlier version. Ask again, and use the new one.',
  shared: 'Shared with the channel.',
  'shared before': 'This is shared with the channel already.',
  thanks: 'Thank you. That is noted.',
  'not noted': 'That could not be noted now. Try again in a minute.',
  'invite me': 'I am no member of that channel: invite me there, or nothing can be posted to it.',
  late: 'I was interrupted before I could answer; here is the answer.',
  'mention me': 'To ask on, mention me in this thread.',
  'not reached': 'I could not reach you with your answer in time. Ask again.',
  interrupted:
    'I was interrupted while answering. If no answer of mine stands here, ask again; I am sorry for the trouble.',
} as const;

export type Notice = keyof typeof NOTICES;

/** One line that is no answer: a limit, a word of thanks, what to do. */
export function noticeText(notice: Notice): string {
  return NOTICES[notice];
}

/** A notice as a reply of its own. */
export function noticeReply(notice: Notice): Reply {
  return { lines: [line('note', NOTICES[notice])] };
}

/** Why nothing is written there. `permissions` are named as the platform shows them. */
export function lackingReply(permissions: readonly string[], doing: 'answer' | 'post digests' = 'answer'): Reply {
  return {
    lines: [
      line(
        'note',
        `I cannot ${doing} in that channel, because I lack ${named(permissions)} there; somebody who manages the server can grant it.`,
      ),
    ],
  };
}

/** Why an answer stands in the channel, and not in a thread of its own. */
export function noThreadText(permissions: readonly string[]): string {
  return `I answer here and not in a thread, because I lack ${named(permissions)} in this channel.`;
}

function named(permissions: readonly string[]): string {
  const quoted = permissions.map((one) => `“${one}”`);
  return quoted.length === 1
    ? `the permission ${quoted[0]}`
    : `the permissions ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** What a person sees of a fault: nothing of its cause, and the reference under which the log holds it. */
export function faultReply(reference: string): Reply {
  return {
    lines: [
      line(
        'note',
        `Something went wrong on my side, and I could not answer. Ask again; if it happens once more, tell the operator this reference: ${reference}.`,
      ),
    ],
  };
}
