import { isDay } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import { cleanUtterance } from '../question/read.ts';
import { readTime } from '../question/time.ts';
import type { DeskRequest } from './desk-request.ts';
import { readDeskRequest } from './read-desk-request.ts';

/** What a person in a chat wants, whatever the platform. */
export type ChatRequest =
  | { readonly sort: 'ask'; readonly text: string; readonly asOf?: IsoDate }
  | { readonly sort: 'check'; readonly text: string; readonly asOf?: IsoDate }
  | { readonly sort: 'timeline'; readonly text: string; readonly asOf?: IsoDate }
  | { readonly sort: 'outlook' | 'sources' | 'help'; readonly text: ''; readonly asOf?: IsoDate }
  | { readonly sort: 'desk'; readonly text: ''; readonly desk: DeskRequest }
  | {
      readonly sort: 'misread';
      readonly text: '';
      readonly because: 'no claim' | 'no term' | 'no question' | 'no day' | 'no words';
    };

/** What is answered from the sources alone. */
export type SourceRequest = Exclude<ChatRequest, { readonly sort: 'desk' }>;

const NOTHING = /^(?:help|\?|hi|hello|hey|hi there|hello there)?[.!?]*$/i;
const FIRST_WORD = /^(ask|timeline|check|define|sources|outlook)\b[\s:,–-]*(.*)$/i;
const AS_OF_DAY = /^as of\s+(\d{4}-\d{2}-\d{2})\b[\s:,–-]*(.*)$/i;

/**
 * Reads what was typed: a command word (`timeline`, `check`, `define`, `sources`, `outlook`, `help`) or, without one, a
 * question; `digest`, `watch`, `watching` and `unwatch` are of the desk. `as of DATE` may stand in front of any. What follows a command word is never a command again, and a question
 * that only begins like one ("Sources say …?") stays a question. `newest` is the day up to which the corpus reaches.
 */
export function readChatRequest(utterance: string, newest: IsoDate | undefined): ChatRequest {
  const text = cleanUtterance(utterance);
  if (NOTHING.test(text)) return { sort: 'help', text: '' };
  const dated = AS_OF_DAY.exec(text);
  if (dated) {
    const [, day = '', rest = ''] = dated;
    if (!isDay(day)) return { sort: 'misread', text: '', because: 'no day' };
    return rest === '' ? { sort: 'misread', text: '', because: 'no question' } : readCommand(rest, day);
  }
  if (/^as of\b/i.test(text)) {
    const { time, spans } = readTime(text, newest);
    const span = spans[0];
    if (time?.sort === 'as of' && span?.[0] === 0) {
      const rest = text.slice(span[1]).replace(/^[\s:,–-]+/, '');
      return rest === '' ? { sort: 'misread', text: '', because: 'no question' } : readCommand(rest, time.day);
    }
  }
  return readCommand(text, undefined);
}

function readCommand(text: string, day: IsoDate | undefined): ChatRequest {
  const asOf = day && { asOf: day };
  const desk = readDeskRequest(text, day);
  if (desk === 'no question') return { sort: 'misread', text: '', because: 'no question' };
  if (desk) return { sort: 'desk', text: '', desk };
  const [, word = '', rest = ''] = FIRST_WORD.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case 'ask':
      return rest === '' ? { sort: 'misread', text: '', because: 'no question' } : { sort: 'ask', text: rest, ...asOf };
    case 'timeline':
      return { sort: 'timeline', text: rest.replace(/^(?:of|for|on|about)\s+/i, '').replace(/[?!.]+$/, ''), ...asOf };
    case 'check': {
      const claim = rest.replace(/^(?:whether|that|if)\s+/i, '').replace(/^[“"](.*)[”"]$/, '$1');
      return claim === ''
        ? { sort: 'misread', text: '', because: 'no claim' }
        : { sort: 'check', text: claim, ...asOf };
    }
    case 'define': {
      const term = rest.replace(/[?!.]+$/, '');
      return term === ''
        ? { sort: 'misread', text: '', because: 'no term' }
        : { sort: 'ask', text: `What does “${term}” mean?`, ...asOf };
    }
    case 'sources':
    case 'outlook':
      return /^[.!?]*$/.test(rest)
        ? { sort: word.toLowerCase() === 'sources' ? 'sources' : 'outlook', text: '', ...asOf }
        : { sort: 'ask', text, ...asOf };
    default:
      return { sort: 'ask', text, ...asOf };
  }
}

const INTERROGATIVE =
  /^(?:so\s+|and\s+|but\s+|ok\s+|also\s+)?(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i;

/** True for words that ask something: what is overheard is answered only then. */
export function isQuestion(utterance: string): boolean {
  const text = cleanUtterance(utterance);
  return text.endsWith('?') && (INTERROGATIVE.test(text) || text.split(' ').length >= 3);
}
