/** The whole scenario against a Discord server that this project did not write, through the real service. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningService, runDoctor, startService } from '../slack/service.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { missingForPeer, type PeerDiscord, type PeerMessage, type Recorded, startPeer } from './peer.ts';
import { buttonId, buttonsOf, shownText } from './shown.ts';

const missing = missingForPeer();
if (missing) process.stderr.write(`skipped: the independent Discord server; ${missing}\n`);

describe.skipIf(missing)('the Discord bot against an independent server', () => {
  let discord: PeerDiscord;
  let service: RunningService;

  beforeAll(async () => {
    discord = await startPeer();
    service = await startService({
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_PERSON_PER_MINUTE: '0',
    });
    await service.said('Discord is connected');
    await service.said('the commands are registered');
  }, 60_000);

  afterAll(async () => {
    expect(await service?.stop()).toBe(0);
    await discord?.stop();
  }, 30_000);

  const isEdit = ({ method, path }: Recorded, token: string) =>
    method === 'PATCH' && path === `/webhooks/${discord.bot}/${token}/messages/@original`;

  /** What an interaction shows in the end. */
  const shownFor = async ({ token }: { readonly token: string }) =>
    (await discord.until(() => discord.recorded.find((one) => isEdit(one, token)))).body;

  /** What an interaction was answered with at once. */
  const responseTo = async ({ token }: { readonly token: string }) =>
    (await discord.until(() => discord.recorded.find(({ path }) => path.endsWith(`/${token}/callback`)))).body as {
      type: number;
      data?: { custom_id?: string };
    };

  const ask = (name: string, options: readonly { name: string; type: number; value: unknown }[]) =>
    discord.call<{ id: string; token: string }>('runSlashCommand', {
      name: 'openai-cloud',
      options: [{ name, type: 1, options }],
    });

  const mention = (text: string, channel?: string) =>
    discord.call<PeerMessage>('sendMessage', { content: `<@${discord.bot}> ${text}` }, { ...(channel && { channel }) });

  const replyIn = (channel: string, after: number) =>
    discord.until(async () => {
      const all = await discord.call<PeerMessage[]>('messages', undefined, { channel });
      return all.filter(({ author, components }) => author.id === discord.bot && components)[after];
    });

  it('is what the doctor of docs/discord.md finds in order', async () => {
    const said = await runDoctor({ DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token });
    expect(said).toMatch(/^ok +Discord +the bot’s token is accepted; .*permissions=309237730304/m);
    expect(said).not.toMatch(/^wrong +Discord/m);
  }, 30_000);

  it('registers its commands', async () => {
    const there = await discord.call<{ name: string }[]>('commands');
    expect(there.map(({ name }) => name).sort()).toEqual(['Check this claim', 'openai-cloud']);
  });

  it('answers a command', async () => {
    const shown = await shownFor(await ask('ask', [{ name: 'question', type: 3, value: 'exclusivity' }]));
    expect(shownText(shown)).toContain('ending exclusivity');
    expect(shownText(await shownFor(await ask('timeline', [])))).toContain('2026-04-27');
  }, 20_000);

  it('answers a mention in a thread, and a follow-up there that leans on it', async () => {
    await mention('Who is Denise Dresser?');
    const thread = await discord.until(async () =>
      (await discord.call<{ id: string; name: string }[]>('threads')).find((one) => one.name.includes('Dresser')),
    );
    expect(shownText(await replyIn(thread.id, 0))).toContain('chief revenue officer');
    await mention('What did she say about demand?', thread.id);
    expect(shownText(await replyIn(thread.id, 1)).toLowerCase()).toContain('demand');
  }, 20_000);

  it('serves buttons and the form', async () => {
    const asked = await ask('ask', [{ name: 'question', type: 3, value: 'exclusivity' }]);
    const shown = await shownFor(asked);
    const { messageId } = await discord.call<{ messageId: string }>('response', asked.id);
    const click = (customId: string) => discord.call<{ token: string }>('clickButton', { messageId, customId });
    const passage = await responseTo(await click(buttonId(shown, 'Show passage [1]')));
    expect(shownText(passage.data)).toContain('ending exclusivity');
    const shared = await responseTo(await click(buttonId(shown, 'Share')));
    expect(shownText(shared.data)).toContain('ending exclusivity');
    const followUp = buttonsOf(shown).find(({ custom_id: id }) => id?.startsWith('1:a:'));
    expect(shownText(await shownFor(await click(followUp?.custom_id ?? '')))).toContain(followUp?.label);
    expect(shownText(await shownFor(await click(buttonId(shown, 'Helpful'))))).toContain('Thank you');
    const form = await responseTo(await click(buttonId(shown, 'Not helpful')));
    expect(form.type).toBe(9);
    const fields = [{ customId: 'reason', value: 'too long' }];
    const sent = await discord.call<{ token: string }>('submitModal', { customId: form.data?.custom_id, fields });
    expect(shownText(await shownFor(sent))).toContain('Thank you');
  }, 20_000);

  it('checks a message as a claim', async () => {
    const content = 'Azure is the exclusive cloud for OpenAI.';
    const said = await discord.call<PeerMessage>('sendMessage', { content });
    const data = {
      id: '1',
      name: 'Check this claim',
      type: 3,
      target_id: said.id,
      resolved: { messages: { [said.id]: said } },
    };
    const asked = await discord.call<{ token: string }>('interact', { type: 2, data });
    expect(shownText(await shownFor(asked))).toContain('Outdated');
  }, 20_000);

  it('offers terms while somebody types', async () => {
    const options = [{ name: 'define', type: 1, options: [{ name: 'term', type: 3, value: 'comp', focused: true }] }];
    const asked = await discord.call<{ token: string }>('interact', {
      type: 4,
      data: { id: '1', name: 'openai-cloud', type: 1, options },
    });
    expect((await responseTo(asked)).type).toBe(8);
  });

  it('has sent nothing that Discord’s own description forbids, and was refused nothing', () => {
    const check = hasDescription ? makeChecker() : ({ body }: Recorded) => unsaid(body);
    expect(discord.recorded.flatMap(check)).toEqual([]);
    // The server cannot be asked which commands there are.
    const failed = discord.recorded.filter(
      ({ status, method, path }) => status >= 400 && !(method === 'GET' && path.includes('/commands')),
    );
    expect(failed.map(({ method, path, status }) => `${method} ${path}: ${status}`)).toEqual([]);
  });

  it('has logged nothing that was typed, and no token', () => {
    for (const secret of [discord.token, 'test-interaction-token', 'Dresser', 'too long'])
      expect(service.log()).not.toContain(secret);
  });
});
