/** Digests as Block Kit: pinned for the built-in story as it arrived, and within every limit; and the form of one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  digestView,
  FIELD,
  type Filled,
  type Opened,
  readOpened,
  requestIn,
} from '../../adapters/slack/digest-view.ts';
import { plainWords } from '../../adapters/slack/plain-words.ts';
import { fitsOneMessage, renderReply } from '../../adapters/slack/render-reply.ts';
import { plainText, type Reply } from '../../src/reply/reply.ts';
import { arriving, byLatestDate, kept, tell } from '../digest/arrivals.ts';
import { hostileTexts } from './hostile-texts.ts';
import { messageProblems, viewProblems } from './payload-rules.ts';
import { previewPage } from './preview.ts';
import { botOn } from './running-app.ts';

const root = resolve(import.meta.dirname, '../..');
const documents = join(root, 'index/corpus/documents');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;
const dressing = { citations: [], followUps: [], shareable: false, addressOf: () => undefined, subscription: 'd2kf9x' };
const fits = (reply: Reply) => fitsOneMessage(reply, dressing);

describe('the digests of the built-in story as it arrived', () => {
  const bots = arriving(documents, byLatestDate(documents));
  const digests = bots.map((bot, i) => {
    const before = bots[i - 1];
    return tell(bot, before && kept(before), { fits });
  });
  const messages = digests.map(({ reply, citations }) => renderReply(reply, { ...dressing, citations, modern: true }));

  it('are pinned as Block Kit, each one valid message', () => {
    expect(messages.flatMap((pages) => pages.slice(1))).toEqual([]);
    const all = messages.map(([page]) => page);
    expect(all.flatMap(messageProblems)).toEqual([]);
    const given = `${all.map(({ text, blocks }) => [{ text }, ...blocks].map((part) => JSON.stringify(part)).join('\n')).join('\n\n')}\n`;
    const path = join(root, 'tests/slack/golden/digests.jsonl');
    if (updating) writeFileSync(path, given);
    expect(existsSync(path), 'UPDATE_GOLDEN=1 npm test writes it').toBe(true);
    expect(given).toBe(readFileSync(path, 'utf8'));
  }, 60_000);

  it('are complete as text, and in older blocks too', () => {
    digests.forEach(({ reply, citations }, i) => {
      expect(plainWords(messages[i]?.[0].text ?? '')).toBe(plainText(reply));
      const older = renderReply(reply, { ...dressing, citations, modern: false });
      expect(older).toHaveLength(1);
      expect(messageProblems(older[0])).toEqual([]);
    });
  });

  it('can be drawn', () => {
    for (const [page] of messages) expect(previewPage(page.blocks, 'channel')).not.toContain('[object');
  });
});

describe('the form of a subscription', () => {
  const opened: Opened = { v: 1, channel: 'C1', personal: false, goesToPerson: false };
  const audiences = botOn().audiences.map(({ name, label }) => ({ name, label }));
  const form = (change: object = {}) => ({
    wishes: {
      channel: 'C1',
      when: 'weekdays at 09:00',
      timeZone: 'Europe/Berlin',
      audience: 'everyone',
      topics: [] as string[],
      graceMinutes: 60,
      whenUnchanged: 'nothing' as const,
      ...change,
    },
    audiences,
  });

  /** What Slack sends of a form that is left as it was opened, with changes. */
  // biome-ignore lint/suspicious/noExplicitAny: blocks are walked freely
  const filledIn = (blocks: readonly any[], change: Filled = {}): Filled => ({
    ...Object.fromEntries(
      blocks.map(({ block_id, element }) => [
        block_id,
        {
          [block_id]: {
            value: element.initial_value ?? null,
            selected_option: element.initial_option ?? null,
            selected_conversation: element.initial_conversation ?? null,
          },
        },
      ]),
    ),
    ...change,
  });

  it('is valid, with hostile topics as well', () => {
    for (const topic of ['', ...hostileTexts(100)]) {
      const view = digestView(form({ topics: topic ? [topic] : [], when: topic || 'daily' }), opened);
      expect(viewProblems(view)).toEqual([]);
    }
  }, 60_000);

  it('asks, when it is sent as it was opened, for what it was opened with', () => {
    for (const change of [
      {},
      {
        when: 'Mondays, Wednesdays at 08:30',
        graceMinutes: 90,
        topics: ['chips', 'the EU'],
        whenUnchanged: 'one line',
      },
      { when: 'cron 15 9 1 * *', timeZone: 'UTC', graceMinutes: 0 },
    ]) {
      const { wishes } = form(change);
      const view = digestView({ wishes, audiences }, opened);
      const read = readOpened(view.private_metadata ?? '');
      const known = wishes.when === 'weekdays at 09:00' ? 'weekdays 09:00' : wishes.when;
      expect(read && requestIn(filledIn(view.blocks), read)).toEqual({
        sort: 'subscribe',
        wishes: { ...wishes, when: known },
      });
    }
  });

  it('takes what is chosen where the words of another schedule were left as they stood, else the words', () => {
    const view = digestView(form({ when: 'Mondays at 08:30' }), { ...opened, id: 'd2kf9x' });
    const read = readOpened(view.private_metadata ?? '') as Opened;
    const chosen = { when: { when: { selected_option: { value: 'daily 09:00' } } } };
    expect(requestIn(filledIn(view.blocks, chosen), read)).toMatchObject({
      sort: 'edit',
      id: 'd2kf9x',
      wishes: { when: 'daily 09:00' },
    });
    const written = { ...chosen, other_when: { other_when: { value: 'Fridays 10:00' } } };
    expect(requestIn(filledIn(view.blocks, written), read).wishes.when).toBe('Fridays 10:00');
  });

  it('has no channel to choose where it goes to one person alone', () => {
    const view = digestView(form({ channel: 'U1' }), { ...opened, personal: true, goesToPerson: true });
    expect(view.blocks.map(({ block_id }) => block_id)).not.toContain(FIELD.channel);
    expect(viewProblems(view)).toEqual([]);
  });

  it('of another version is not read', () => {
    for (const written of ['', '{', '{"v":0}', 'null']) expect(readOpened(written)).toBeUndefined();
  });
});
