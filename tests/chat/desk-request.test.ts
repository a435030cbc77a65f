/** What is typed behind the command about digests and watched questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskRequest, DigestWishes } from '../../src/chat/desk-request.ts';
import { readTopics } from '../../src/chat/digest-wishes.ts';
import { readChatRequest } from '../../src/chat/request.ts';
import { readSchedule } from '../../src/chat/schedule.ts';
import { WRITE_TIMES } from '../../src/reply/desk-words.ts';
import { runs } from '../corpora.ts';

function read(typed: string): DeskRequest | string {
  const request = readChatRequest(typed, '2026-04-28');
  return request.sort === 'desk' ? request.desk : request.sort;
}

const subscribe = (wishes: DigestWishes): DeskRequest => ({ sort: 'subscribe', wishes });

describe('a request to the desk', () => {
  it.each<[string, DeskRequest]>([
    ['digest', { sort: 'digest help' }],
    ['Digest?', { sort: 'digest help' }],
    ['digest help', { sort: 'digest help' }],
    ['digest frobnicate', { sort: 'digest help' }],
    ['digest list', { sort: 'list' }],
    ['digest preview', { sort: 'preview', wishes: {} }],
    ['digest preview for buyers about chips', { sort: 'preview', wishes: { audience: 'buyers', topics: ['chips'] } }],
    ['digest preview d4k7mq', { sort: 'preview', id: 'd4k7mq', wishes: {} }],
    ['digest now', { sort: 'now' }],
    ['digest now #D4K7MQ', { sort: 'now', id: 'd4k7mq' }],
    ['digest pause d4k7mq.', { sort: 'pause', id: 'd4k7mq' }],
    ['digest resume', { sort: 'resume' }],
    ['digest edit d4k7mq weekdays 10:00', { sort: 'edit', id: 'd4k7mq', wishes: { when: 'weekdays 10:00' } }],
    ['digest edit monday 10:00', { sort: 'edit', wishes: { when: 'monday 10:00' } }],
    ['digest edit for analysts', { sort: 'edit', wishes: { audience: 'analysts' } }],
    ['digest unsubscribe', { sort: 'remove' }],
    ['digest history', { sort: 'history' }],
    ['watch Is the sky blue?', { sort: 'watch', question: 'Is the sky blue?' }],
    ['watch: “Is the sky blue?”', { sort: 'watch', question: 'Is the sky blue?' }],
    ['as of 2026-03-15 watch Is it blue?', { sort: 'watch', question: 'Is it blue?', asOf: '2026-03-15' }],
    ['watching', { sort: 'watching' }],
    ['unwatch', { sort: 'unwatch' }],
    ['unwatch w4k7mq', { sort: 'unwatch', id: 'w4k7mq' }],
    ['unwatch Is the sky blue?', { sort: 'unwatch', id: 'Is the sky blue?' }],
  ])('is read: %s', (typed, request) => expect(read(typed)).toEqual(request));

  it.each([
    'Digest of the news?',
    'Digest history of what?',
    'Digest the news for me',
    'Watch out for what?',
    'Watching what?',
    'Watched prices?',
  ])('is not what only begins like one, which stays a question: %s', (typed) => expect(read(typed)).toBe('ask'));

  it('says that a question is missing behind “watch”', () => expect(read('watch')).toBe('misread'));
});

describe('the wishes for a digest', () => {
  it.each<[string, DigestWishes]>([
    ['', {}],
    [
      'weekdays 09:00 for buyers about chips, exclusivity in Europe/Berlin to <#C012AB|news>',
      {
        when: 'weekdays 09:00',
        audience: 'buyers',
        topics: ['chips', 'exclusivity'],
        timeZone: 'Europe/Berlin',
        channel: 'C012AB',
      },
    ],
    ['to <#123> daily', { channel: '123', when: 'daily' }],
    ['to #news daily', { channel: '#news', when: 'daily' }],
    ['to this channel daily', { when: 'daily' }],
    ['for buyers weekdays at 9', { audience: 'buyers', when: 'weekdays at 9' }],
    ['for policy people Mondays 8:30', { audience: 'policy people', when: 'Mondays 8:30' }],
    [
      'about chips and "terms and conditions" weekdays 09:00 for buyers',
      { topics: ['chips', 'terms and conditions'], when: 'weekdays 09:00', audience: 'buyers' },
    ],
    [
      'Monday to Friday at 9 in New York time for policy',
      { when: 'Monday to Friday at 9', timeZone: 'New York time', audience: 'policy' },
    ],
    [
      'every Friday 16:00 grace 2 hours unchanged one line',
      { when: 'every Friday 16:00', graceMinutes: 120, whenUnchanged: 'one line' },
    ],
    [
      'daily, up to 30 minutes late, say nothing when nothing is new',
      { when: 'daily', graceMinutes: 30, whenUnchanged: 'nothing' },
    ],
    ['0 9 * * 1-5 UTC for developers', { when: '0 9 * * 1-5', timeZone: 'UTC', audience: 'developers' }],
    ['weekdays in EST', { when: 'weekdays', timeZone: 'EST' }],
    ['bananas for buyers', { when: 'bananas', audience: 'buyers' }],
  ])('are read: %s', (typed, wishes) => expect(read(`digest subscribe ${typed}`)).toEqual(subscribe(wishes)));

  it('are the same in any order', () => {
    const parts = [
      ['weekdays at 09:00', { when: 'weekdays at 09:00' }],
      ['for buyers', { audience: 'buyers' }],
      ['in Europe/Berlin', { timeZone: 'Europe/Berlin' }],
      ['to <#C012AB|news>', { channel: 'C012AB' }],
      ['grace 90 minutes', { graceMinutes: 90 }],
      ['unchanged one line', { whenUnchanged: 'one line' }],
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts]), fc.boolean(), (chosen, withTopics) => {
        const wishes: DigestWishes = Object.assign({}, ...chosen.map(([, wish]) => wish));
        const topics = withTopics ? ' about chips, exclusivity' : '';
        expect(read(`digest subscribe ${chosen.map(([words]) => words).join(' ')}${topics}`)).toEqual(
          subscribe({ ...wishes, ...(withTopics && { topics: ['chips', 'exclusivity'] }) }),
        );
      }),
      runs(300),
    );
  });

  it('are read however long they are', () => {
    for (const words of [
      'for ',
      'about ',
      'in ',
      'about a for b ',
      'Monday ',
      'a/b ',
      'to # ',
      'up to ',
      'when nothing ',
    ])
      expect(() => read(`digest subscribe about ${words.repeat(5000)}`)).not.toThrow();
  });

  it('never break, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'for',
        'about',
        'in',
        'to',
        'grace',
        'unchanged',
        'weekdays',
        '9:00',
        ',',
        '<#',
        '#a',
        '"',
        'UTC',
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(() => read(`digest subscribe ${pieces.join(' ')}`)).not.toThrow();
      }),
      runs(500),
    );
  }, 30_000);

  it.each([
    ['chips, exclusivity; memos', ['chips', 'exclusivity', 'memos']],
    ['chips and memos or sums', ['chips', 'memos', 'sums']],
    ['“terms and conditions”, chips.', ['terms and conditions', 'chips']],
    ['', []],
  ])('list topics as people do: %s', (typed, topics) => expect(readTopics(typed)).toEqual(topics));
});

describe('what people are shown as examples', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/digests.md'), 'utf8');
  const times = /^Times are written.*$/m.exec(guide)?.[0] ?? '';
  const examples = [...times.matchAll(/`([^`]+)`/g), ...WRITE_TIMES.matchAll(/“([^”]+)”/g)].map(
    ([, shown = '']) => shown,
  );

  it.each(examples)('is a schedule that can be read: %s', (shown) => expect(readSchedule(shown).readable).toBe(true));

  it.each([...guide.matchAll(/(?:`|^)(digest [^`\n]+)/gm)].map(([, shown = '']) => shown))(
    'is a request that can be read: %s',
    (shown) => expect(read(shown)).toMatchObject({ sort: shown.split(' ')[1] }),
  );
});
