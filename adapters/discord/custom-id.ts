import { isDay } from '../../src/calendar/iso.ts';
import type { SourceRequest } from '../../src/chat/request.ts';
import { CUSTOM_ID_MAX } from './limits.ts';

/**
 * What a button carries: all that its click needs, as far as 100 characters hold it. It begins with the version of
 * these shapes; a button of another one gets a friendly line.
 */
export type Press =
  /** `text` is the beginning of the SHA-256 of the document's text: a changed one is noticed. */
  | { readonly sort: 'passage'; readonly text: string; readonly start: number; readonly end: number }
  /** `index` keeps two buttons of one message apart. */
  | { readonly sort: 'ask'; readonly index: number; readonly question: string }
  | { readonly sort: 'more'; readonly page: number; readonly request: SourceRequest }
  | { readonly sort: 'more of'; readonly page: number; readonly answer: string }
  | { readonly sort: 'share' }
  | { readonly sort: 'feedback'; readonly answer: string; readonly verdict: 'helpful' | 'not-helpful' }
  | { readonly sort: 'reason'; readonly answer: string }
  | { readonly sort: 'watch'; readonly answer: string }
  | { readonly sort: 'digest'; readonly does: Managing; readonly subscription: string }
  /** A form that was sent; without a subscription it is for a new one. */
  | { readonly sort: 'digest form'; readonly subscription?: string };

/** What is done to a subscription by a click. */
export type Managing = 'pause' | 'resume' | 'edit' | 'history';

const VERSION = '1';
const DIGEST_CHARACTERS = 16;

const LETTER = { ask: 'a', check: 'c', timeline: 't', outlook: 'o', sources: 's', help: 'h' } as const;

const MANAGING: Readonly<Record<Managing, string>> = { pause: 'p', resume: 'r', edit: 'e', history: 'h' };

/** The part of a text's digest that stands for it in a button. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, DIGEST_CHARACTERS);
}

/** Undefined where it does not fit: the button is left out. */
export function writePress(press: Press): string | undefined {
  const fields = fieldsOf(press);
  const written = fields && [VERSION, ...fields].join(':');
  return written !== undefined && written.length <= CUSTOM_ID_MAX && written.isWellFormed() ? written : undefined;
}

function fieldsOf(press: Press): readonly (string | number)[] | undefined {
  switch (press.sort) {
    case 'passage':
      return ['p', press.text, press.start, press.end];
    case 'ask':
      return ['a', press.index, press.question];
    case 'more':
      return press.request.sort === 'misread'
        ? undefined
        : ['m', press.page, LETTER[press.request.sort], press.request.asOf ?? '', press.request.text];
    case 'more of':
      return ['n', press.page, press.answer];
    case 'share':
      return ['s'];
    case 'feedback':
      return [press.verdict === 'helpful' ? 'u' : 'd', press.answer];
    case 'reason':
      return ['w', press.answer];
    case 'watch':
      return ['l', press.answer];
    case 'digest':
      return ['g', MANAGING[press.does], press.subscription];
    case 'digest form':
      return ['f', press.subscription ?? ''];
  }
}

const NUMBER = /^\d{1,9}$/;

/** Undefined for what this version cannot read. */
export function readPress(customId: string): Press | undefined {
  const [version, letter = '', first = '', second = '', ...others] = customId.split(':');
  const rest = (from: number) => customId.split(':').slice(from).join(':');
  if (version !== VERSION) return undefined;
  switch (letter) {
    case 'p':
      return NUMBER.test(second) && NUMBER.test(others[0] ?? '')
        ? { sort: 'passage', text: first, start: Number(second), end: Number(others[0]) }
        : undefined;
    case 'a':
      return NUMBER.test(first) && rest(3) !== ''
        ? { sort: 'ask', index: Number(first), question: rest(3) }
        : undefined;
    case 'm': {
      const request = readRequest(second, others[0] ?? '', rest(5));
      return NUMBER.test(first) && request ? { sort: 'more', page: Number(first), request } : undefined;
    }
    case 'n':
      return NUMBER.test(first) && second !== '' ? { sort: 'more of', page: Number(first), answer: second } : undefined;
    case 's':
      return { sort: 'share' };
    case 'u':
    case 'd':
      return first === ''
        ? undefined
        : { sort: 'feedback', answer: first, verdict: letter === 'u' ? 'helpful' : 'not-helpful' };
    case 'w':
      return first === '' ? undefined : { sort: 'reason', answer: first };
    case 'l':
      return first === '' ? undefined : { sort: 'watch', answer: first };
    case 'g': {
      const does = (Object.keys(MANAGING) as Managing[]).find((one) => MANAGING[one] === first);
      return does && rest(3) !== '' ? { sort: 'digest', does, subscription: rest(3) } : undefined;
    }
    case 'f':
      return { sort: 'digest form', ...(rest(2) !== '' && { subscription: rest(2) }) };
    default:
      return undefined;
  }
}

function readRequest(letter: string, day: string, text: string): SourceRequest | undefined {
  if (day !== '' && !isDay(day)) return undefined;
  const asOf = day === '' ? {} : { asOf: day };
  switch (letter) {
    case LETTER.ask:
      return { sort: 'ask', text, ...asOf };
    case LETTER.check:
      return { sort: 'check', text, ...asOf };
    case LETTER.timeline:
      return { sort: 'timeline', text, ...asOf };
    case LETTER.outlook:
      return { sort: 'outlook', text: '', ...asOf };
    case LETTER.sources:
      return { sort: 'sources', text: '', ...asOf };
    case LETTER.help:
      return { sort: 'help', text: '', ...asOf };
    default:
      return undefined;
  }
}
