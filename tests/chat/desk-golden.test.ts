/**
 * What the desk says, kept as Markdown in `tests/chat/golden` for a person to review. `UPDATE_GOLDEN=1` writes it anew
 * (never where CI is set).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Caller } from '../../adapters/desk.ts';
import { escapeMarkdown, replyLines } from '../golden/write.ts';
import { alone, type DeskPlace, openDesk } from './desk-place.ts';

const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;
const scope = { platform: 'slack', workspace: 'T1' };

type Step = readonly [
  typed: string,
  expected: string,
  who?: Partial<Caller>,
  before?: (desk: DeskPlace) => Promise<void>,
];

const guest: Partial<Caller> = { person: 'bob', mayManage: () => Promise.resolve(false) };
const nowhere: Partial<Caller> = { ...alone('bob'), timeZone: () => Promise.resolve(undefined) };

const SUBSCRIPTIONS: readonly Step[] = [
  ['digest', 'What can be asked, with an example of each.'],
  ['digest list', 'Nothing yet, and how to begin.'],
  ['digest subscribe whenever', 'One line that says how times are written.'],
  ['digest subscribe weekdays 09:00', 'Who manages the channel decides.', guest],
  [
    'digest subscribe weekdays 09:00 for buyers about strikes, “fares and fines” in Europe/London grace 2 hours',
    'The zone, the first date in it, for whom, topics, grace, and how to change it.',
  ],
  [
    'digest subscribe every weekday at 9 in London time for buyers about strikes, “fares and fines”',
    'The same: no second one.',
  ],
  ['digest subscribe Mondays 8:30', 'To the person alone; UTC, and that it is a guess.', nowhere],
  ['digest list', 'The one of the channel.'],
  ['digest history', 'It has not fallen due yet.'],
  ['digest now', 'Posted, with the link.'],
  [
    'digest history',
    'Newest first: posted with the link, skipped and failed with the reason, uncertain.',
    {},
    withHistory,
  ],
  ['digest edit weekdays 10:00 in Europe/Berlin', 'What it is now; the rest stays.'],
  ['digest pause', 'Paused, and how to go on.'],
  ['digest list', 'That it is paused.'],
  ['digest resume', 'The next one from now on; nothing is caught up.'],
  ['digest list', 'Why it is paused, where no person paused it.', {}, withFault],
  ['digest remove', 'The line that sets it up again.'],
];

const WATCHES: readonly Step[] = [
  ['watching', 'Nothing yet, and how to begin.'],
  ['watch Does Skerrow still have the sole right to the routes?', 'The answer as it holds now, and what is promised.'],
  ['watch How many employees does Skerrow have?', 'No answer now; told when there is one.', alone('anna')],
  ['watch does skerrow still have the sole right to the routes', 'The same: no second one.'],
  ['watch What is the capital of France?', 'Not watched, and why.'],
  ['as of 2024-06-01 watch Who leads Skerrow Lines?', 'Not watched: what is past does not change.'],
  ['watching', 'Both, by name.'],
  ['unwatch', 'Which one?'],
  ['unwatch How many employees does Skerrow have?', 'Ended, and how to begin again.'],
];

async function withHistory({ store }: DeskPlace): Promise<void> {
  const [one] = await store.subscriptions(scope).then((all) => all.filter(({ personal }) => !personal));
  const outcomes = [
    { state: 'skipped', reason: 'Nothing was new to the channel.' },
    { state: 'posted', link: 'https://chat.example/archives/C1/p1' },
    { state: 'failed', reason: 'The platform refused it: the channel is archived.' },
    { state: 'uncertain', reason: 'The platform did not say whether it was posted.' },
  ] as const;
  for (const [i, outcome] of outcomes.entries()) {
    const occurrence = `2026-11-${16 + i}T09:00:00.000Z`;
    const key = { scope, subscription: one?.id ?? '', occurrence };
    await store.claimDelivery(key, { owner: 'here', now: occurrence, until: '2026-12-01T00:00:00.000Z' });
    await store.recordDelivery(key, 'here', { ...outcome, at: occurrence });
  }
}

async function withFault({ store }: DeskPlace): Promise<void> {
  for (const { id, personal } of await store.subscriptions(scope))
    if (!personal) await store.pauseSubscription(scope, id, 'The channel is archived.');
}

async function write(title: string, steps: readonly Step[]): Promise<string> {
  const desk = openDesk();
  try {
    const parts: string[] = [`# ${title}\n`];
    for (const [typed, expected, who, before] of steps) {
      await before?.(desk);
      const { reply } = await desk.say(typed, who);
      const by = who?.person === 'bob' ? (who.personal ? ', by Bob in a direct message' : ', by Bob') : '';
      parts.push(`## ${escapeMarkdown(typed)}${by}\n\nExpected: ${expected}\n\n${replyLines(reply)}\n`);
    }
    return parts.join('\n');
  } finally {
    await desk.close();
  }
}

it.each([
  ['subscriptions', 'Subscribing to digests', SUBSCRIPTIONS],
  ['watches', 'Watching questions', WATCHES],
])('the golden replies hold for %s', async (file, title, steps) => {
  const given = await write(title, steps);
  const path = join(import.meta.dirname, 'golden', `${file}.md`);
  if (updating) writeFileSync(path, given);
  expect(existsSync(path), `${path} is missing: UPDATE_GOLDEN=1 npm test writes it`).toBe(true);
  expect(given, 'where the new one is right, UPDATE_GOLDEN=1 npm test writes it').toBe(readFileSync(path, 'utf8'));
});
