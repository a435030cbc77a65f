import type { IsoDate } from '../model.ts';
import type { DeskRequest } from './desk-request.ts';
import { readDigestWishes } from './digest-wishes.ts';
import { readSchedule } from './schedule.ts';

const COMMAND = /^(digests?|watch|watching|unwatch)\b(?!-)[\s:,–]*(.*)$/i;
const VERBS: ReadonlyMap<string, DeskRequest['sort']> = new Map([
  ['subscribe', 'subscribe'],
  ['add', 'subscribe'],
  ['list', 'list'],
  ['preview', 'preview'],
  ['now', 'now'],
  ['pause', 'pause'],
  ['resume', 'resume'],
  ['edit', 'edit'],
  ['change', 'edit'],
  ['remove', 'remove'],
  ['delete', 'remove'],
  ['unsubscribe', 'remove'],
  ['history', 'history'],
  ['help', 'digest help'],
]);
const ID = /^#?([dw]\d[a-z0-9]{0,8})$/i;
/** "watch out", "watch over": no command. "watch for changes in …" is one. */
const WATCH_OUT = /^(?:out|over|it|this|that)\b/i;

/**
 * A command of the desk: `digest`, `watch`, `watching`, `unwatch`. `no question`: there is none behind `watch`.
 * Undefined for what only begins like one ("Digest of the news?", "Watch out for what?"): it is a question. `text` is
 * cleaned; `asOf` stood in front of it.
 */
export function readDeskRequest(text: string, asOf?: IsoDate): DeskRequest | 'no question' | undefined {
  const [, word = '', rest = ''] = COMMAND.exec(text) ?? [];
  const nothing = /^[.!?]*$/.test(rest);
  switch (word.toLowerCase()) {
    case 'digest':
    case 'digests':
      return readDigest(rest);
    case 'watching':
      return nothing ? { sort: 'watching' } : undefined;
    case 'watch': {
      if (nothing) return 'no question';
      if (WATCH_OUT.test(rest)) return undefined;
      return { sort: 'watch', question: unquoted(rest), ...(asOf && { asOf }) };
    }
    case 'unwatch':
      return nothing ? { sort: 'unwatch' } : { sort: 'unwatch', id: idOf(rest) };
    default:
      return undefined;
  }
}

function readDigest(text: string): DeskRequest | undefined {
  const [, word = '', rest = ''] = /^([a-z]+)\b[\s:,–]*(.*)$/i.exec(text) ?? [];
  const sort = VERBS.get(word.toLowerCase());
  const plain = rest.replace(/[.!]+$/, '');
  if (/^[.!?]*$/.test(text)) return { sort: 'digest help' };
  // "Digest history of what?" asks the sources.
  if (rest.endsWith('?') && rest !== '?') return undefined;
  switch (sort) {
    case 'subscribe':
      return { sort, wishes: readDigestWishes(plain) };
    case 'edit':
    case 'preview': {
      const [, first = '', others = ''] = /^(\S+)\s*(.*)$/.exec(plain.replace('?', '')) ?? [];
      const named = ID.test(first);
      return { sort, ...(named && { id: idOf(first) }), wishes: readDigestWishes(named ? others : plain) };
    }
    case 'now':
    case 'pause':
    case 'resume':
    case 'remove':
    case 'history':
      if (/^\??$/.test(plain)) return { sort };
      return plain.includes(' ') ? undefined : { sort, id: idOf(plain) };
    case 'list':
    case 'digest help':
      return plain.includes(' ') ? undefined : { sort };
    default: {
      if (!text.includes(' ')) return readSchedule(text).readable ? subscribe(text) : { sort: 'digest help' };
      const { when } = readDigestWishes(text);
      return when !== undefined && readSchedule(when).readable ? subscribe(text) : undefined;
    }
  }
}

function subscribe(text: string): DeskRequest {
  return { sort: 'subscribe', wishes: readDigestWishes(text) };
}

function idOf(typed: string): string {
  return ID.exec(typed)?.[1]?.toLowerCase() ?? unquoted(typed);
}

function unquoted(text: string): string {
  return text.replace(/^[“"](.*)[”"]$/, '$1');
}
