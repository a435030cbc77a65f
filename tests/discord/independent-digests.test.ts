/** Digests against a Discord server that this project did not write; the clock stands where the test puts it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { newDataDir } from '../slack/service.ts';
import { type Assembled, assemble, type Clock } from './assembled.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { missingForPeer, type PeerDiscord, type PeerMessage, type Recorded, startPeer } from './peer.ts';
import { buttonId, buttonsOf, shownText } from './shown.ts';

const missing = missingForPeer();
if (missing) process.stderr.write(`skipped: digests against the independent Discord server; ${missing}\n`);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Monday; its 09:00 in Berlin is 08:00 in UTC. */
const MONDAY = Date.parse('2035-01-01T00:00:00.000Z');
const DUE = MONDAY + 8 * 60 * MINUTE + MINUTE;

describe.skipIf(missing)('digests against an independent server', () => {
  let peer: PeerDiscord;
  let bot: Assembled;
  let store: ReturnType<typeof openStore>;
  const clock: Clock = { now: MONDAY };
  let scope = { platform: 'discord', workspace: '' };

  beforeAll(async () => {
    peer = await startPeer();
    store = openStore({ dataDir: newDataDir() });
    bot = assemble({ settings: { token: peer.token, apiUrl: peer.apiUrl }, store, clock });
    await bot.discord.start();
    await peer.until(() => peer.recorded.some(({ method, path }) => method === 'PUT' && path.endsWith('/commands')));
  }, 60_000);

  afterAll(async () => {
    await bot?.stop();
    await store?.close();
    await peer?.stop();
  }, 30_000);

  async function shownFor({ token }: { readonly token: string }) {
    const isEdit = ({ method, path }: Recorded) =>
      method === 'PATCH' && path === `/webhooks/${peer.bot}/${token}/messages/@original`;
    return (await peer.until(() => peer.recorded.find(isEdit)))?.body;
  }

  const ask = async (name: string, options: readonly { name: string; type: number; value: unknown }[] = []) =>
    await shownFor(
      await peer.call('runSlashCommand', {
        name: 'openai-cloud',
        options: [{ name: 'digest', type: 2, options: [{ name, type: 1, options }] }],
      }),
    );

  const text = (name: string, value: string) => ({ name, type: 3, value });

  async function at(time: number) {
    clock.now = time;
    await bot.dispatcher.tick();
    await bot.dispatcher.settled();
  }

  /** What stands in the channel for everybody. */
  async function digests() {
    const all = await peer.call<PeerMessage[]>('messages');
    const posts = peer.recorded.filter(
      ({ method, path }) => method === 'POST' && path === `/channels/${peer.channel}/messages`,
    );
    return all.filter(
      ({ author, nonce }) =>
        author.id === peer.bot && posts.some(({ body }) => (body as { nonce: string }).nonce === nonce),
    );
  }

  it('are set up, and shown before they come', async () => {
    const shown = await ask('subscribe', [
      text('when', 'weekdays 09:00'),
      text('time_zone', 'Europe/Berlin'),
      text('audience', 'buyers'),
    ]);
    expect(shownText(shown)).toMatch(/^Subscribed\..*Europe\/Berlin, for buyers/);
    const [kept] = await store.dueSubscriptions(new Date(MONDAY + DAY).toISOString(), 1, ['discord']);
    if (kept) scope = kept.scope;
    expect(shownText(await ask('list'))).toContain('weekdays at 09:00');
    expect(shownText(await ask('preview'))).toContain('Sources');
    expect(await digests()).toEqual([]);
  }, 20_000);

  it('come by the clock, once, and their history leads to them', async () => {
    await at(DUE - 2 * MINUTE);
    expect(await digests()).toEqual([]);
    await at(DUE);
    await at(DUE + MINUTE);
    const [posted, ...more] = await digests();
    expect(more).toEqual([]);
    expect(shownText(posted)).toContain('Sources');
    expect(buttonsOf(posted).map(({ label }) => label)).toEqual(expect.arrayContaining(['Pause', 'Edit', 'History']));
    expect(shownText(await ask('history'))).toContain(posted?.id);
  }, 20_000);

  it('are skipped when nothing is new', async () => {
    await at(DUE + DAY);
    expect(await digests()).toHaveLength(1);
    expect(shownText(await ask('history'))).toContain('Nothing was new');
  }, 20_000);

  it('are paused by their button, edited in a form, and resumed', async () => {
    const [posted] = await digests();
    const click = (label: string) =>
      peer.call<{ token: string }>('clickButton', { messageId: posted?.id, customId: buttonId(posted, label) });
    expect(shownText(await shownFor(await click('Pause')))).toContain('Paused.');
    await at(DUE + 2 * DAY);
    expect(await digests()).toHaveLength(1);
    const { token } = await click('Edit');
    const form = await peer.until(() => peer.recorded.find(({ path }) => path.endsWith(`/${token}/callback`)));
    const { type, data } = form.body as { type: number; data: { custom_id: string } };
    expect(type).toBe(9);
    const fields = [{ customId: 'when', value: 'weekdays 10:00' }];
    const sent = await peer.call<{ token: string }>('submitModal', { customId: data.custom_id, fields });
    expect(shownText(await shownFor(sent))).toContain('Changed.');
    expect(shownText(await ask('resume'))).toContain('Resumed.');
    const [kept] = await kepts();
    expect(kept).toMatchObject({ state: 'active', schedule: '0 10 * * 1-5' });
  }, 20_000);

  it('stop where their channel is deleted', async () => {
    await fetch(`${peer.apiUrl}v10/channels/${peer.channel}`, { method: 'DELETE' });
    while ((await kepts())[0]?.state !== 'paused') await new Promise((next) => setImmediate(next));
    expect((await kepts())[0]?.pausedBecause).toContain('the channel was deleted');
    await at(DUE + 3 * DAY);
    const refused = peer.recorded.filter(({ path, status }) => path.endsWith('/messages') && status === 404);
    expect(refused).toEqual([]);
  }, 20_000);

  it('have sent nothing that Discord’s own description forbids', () => {
    const check = hasDescription ? makeChecker() : ({ body }: Recorded) => unsaid(body);
    expect(peer.recorded.flatMap(check)).toEqual([]);
  });

  const kepts = () => store.subscriptions(scope);
});
