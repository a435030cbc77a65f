/** The whole scenario against a Slack server that this project did not write, through the real service. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freePort,
  type LocalSlack,
  missingForLocalSlack,
  type PostedMessage,
  startLocalSlack,
  type Ui,
  WORKSPACE,
} from './local-slack.ts';
import { type RunningService, runDoctor, startService } from './service.ts';

const missing = missingForLocalSlack();
if (missing) process.stderr.write(`skipped: the independent Slack server; ${missing}\n`);

const { alice, bob, general, elsewhere, bot, app } = WORKSPACE;

describe.skipIf(missing).each(['Socket Mode', 'HTTP mode'] as const)('the Slack app in %s', (mode) => {
  let slack: LocalSlack;
  let service: RunningService;
  let ui: Ui;

  beforeAll(async () => {
    const port = mode === 'HTTP mode' ? await freePort() : undefined;
    slack = await startLocalSlack(port);
    service = await startService({
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-test-token',
      SLACK_PERSON_PER_MINUTE: '0',
      ...(port
        ? { PORT: String(port), SLACK_SIGNING_SECRET: WORKSPACE.signingSecret }
        : { SLACK_APP_TOKEN: 'xapp-test-token' }),
    });
    await service.said('Slack is connected');
    ui = await slack.ui();
  }, 30_000);

  afterAll(async () => {
    ui?.close();
    expect(await service?.stop()).toBe(0);
    await slack?.stop();
  });

  it('is what the doctor of docs/slack.md finds in order', async () => {
    const doctor = runDoctor({
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-test-token',
      ...(mode === 'HTTP mode'
        ? { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef', PUBLIC_URL: 'https://ask.example' }
        : { SLACK_APP_TOKEN: 'xapp-test-token' }),
    });
    const lines = (await doctor).split('\n').filter((line) => line.includes(' Slack '));
    expect(lines.map((line) => line.slice(0, 2))).toEqual(mode === 'HTTP mode' ? ['ok', 'ok', 'ok'] : ['ok', 'ok']);
  }, 30_000);

  const command = (text: string, channel: string = general) =>
    slack.control('command', { channel, user: alice, command: '/openai-cloud', text });

  /** The latest message of a channel; the server's times count seconds, so messages are told apart by their order. */
  const latest = async (channel: string = general) => (await slack.messages(channel)).at(-1)?.ts;

  const after = async (channel: string, ts: string | undefined) => {
    const messages = await slack.messages(channel);
    return messages.slice(messages.findIndex((one) => one.ts === ts) + 1);
  };

  /** The next message of the bot after the one with this `ts` that passes. */
  const reply = (
    channel: string,
    ts: string | undefined,
    what: string,
    passes: (message: PostedMessage) => boolean = () => true,
  ) => slack.until(async () => (await after(channel, ts)).find((one) => one.bot_id && passes(one)), what);

  const click = (message: { ts: string; channel: string }, action: object, user: string = alice) =>
    slack.control('interact', { channel: message.channel, messageTs: message.ts, user, action });

  // biome-ignore lint/suspicious/noExplicitAny: blocks are looked into freely
  const elements = (blocks: any[] = []): any[] =>
    blocks.flatMap((block) => [...(block.elements ?? []), ...elements(block.child_blocks)]);
  // biome-ignore lint/suspicious/noExplicitAny: blocks are looked into freely
  const buttonOf = (message: { blocks?: any[] }, action: string) => {
    const found = elements(message.blocks).find(({ action_id = '' }) => action_id.startsWith(action));
    if (!found) throw new Error(`no ${action} among ${elements(message.blocks).map((one) => one.action_id)}`);
    return { action_id: found.action_id, value: found.value ?? found.positive_button.value };
  };

  it('answers the command to the asker alone, the lead first, with marks and a list of sources that folds', async () => {
    const begun = await latest();
    await command('exclusivity');
    const answer = await reply(general, begun, 'an answer');
    expect(answer).toMatchObject({ subtype: 'ephemeral', ephemeral_to: alice });
    expect(answer.text).toMatch(/^“OpenAI and Microsoft rewrote their alliance on April 27.*\[1\]$/m);
    expect(answer.text).toContain('Held before, until 2026-04-27:');
    expect(answer.text).toContain('As of 2026-04-28');
    expect(answer.blocks?.find(({ type }) => type === 'container')).toMatchObject({
      is_collapsible: true,
      title: { text: 'Sources (4)' },
    });
  });

  it.each([
    ['help', 'What you can ask'],
    ['timeline exclusivity', '2026-04-27'],
    ['check Amazon would invest $38 billion in OpenAI.', 'Contradicted'],
    ['define compute', 'The raw processing power'],
    ['sources', 'Cloud politics heat up'],
    ['outlook', 'Sources'],
    ['as of 2026-03-15 exclusivity', 'As of 2026-03-15. The sources reach to 2026-04-28.'],
    ['What is the capital of France?', 'I searched 5 documents'],
  ])('understands the command “%s”', async (text, expected) => {
    const begun = await latest();
    await command(text);
    expect((await reply(general, begun, 'a reply')).text).toContain(expected);
  });

  it('answers the command where it is no member, and shares the answer with the channel once', async () => {
    const begun = await latest(elsewhere);
    await command('exclusivity', elsewhere);
    const answer = await reply(elsewhere, begun, 'an answer');
    await click(answer, buttonOf(answer, 'share'));
    const shared = await reply(elsewhere, answer.ts, 'a shared answer', (one) => !('subtype' in one));
    expect(shared.text).toBe(answer.text);
    await reply(elsewhere, answer.ts, 'a word of it', ({ text }) => text.includes('Shared with the channel'));
    await click(answer, buttonOf(answer, 'share'));
    await reply(elsewhere, answer.ts, 'a word of it', ({ text }) => text.includes('already'));
    const posted = await after(elsewhere, begun);
    expect(posted.filter((one) => one.bot_id && !one.subtype)).toHaveLength(1);
  });

  it('answers a mention in its thread, and a follow-up there by what was said before', async () => {
    const { message: asked } = await slack.control('message', {
      channel: general,
      user: alice,
      text: `<@${bot}> Is Azure still the exclusive cloud?`,
    });
    const inThread = (one: PostedMessage) => one.thread_ts === asked?.ts;
    const first = await reply(general, asked?.ts, 'an answer in the thread', inThread);
    expect(first.text).toMatch(/^No longer\./);
    const { message: next } = await slack.control('message', {
      channel: general,
      user: bob,
      text: `<@${bot}> When did it end?`,
      thread_ts: asked?.ts,
    });
    const second = await reply(general, next?.ts, 'a second answer', inThread);
    expect(second.text).toMatch(/^April 27, 2026\./);
  });

  it('answers a question without a mention in a thread that it is part of, and stays out of talk', async () => {
    const { message: asked } = await slack.control('message', {
      channel: general,
      user: alice,
      text: `<@${bot}> exclusivity`,
    });
    await reply(general, asked?.ts, 'an answer', (one) => one.thread_ts === asked?.ts);
    const say = (text: string) => slack.control('message', { channel: general, user: bob, text, thread_ts: asked?.ts });
    await say('Thanks, lunch?');
    await say(`<@${alice}> who told you?`);
    await say('What is the capital of France?');
    await say('When did exclusivity end?');
    const inThread = async () =>
      (await slack.messages(general)).filter((one) => one.bot_id && one.thread_ts === asked?.ts);
    await slack.until(async () => ((await inThread()).length >= 2 ? true : undefined), 'a second answer');
    expect((await inThread()).map(({ text }) => text.slice(0, 14))).toEqual(['“OpenAI and Mi', 'April 27, 2026']);
  });

  it('answers a direct message, and a follow-up in its thread', async () => {
    const { message: asked } = await slack.control('message', {
      channel: alice,
      user: alice,
      text: 'How much does Amazon invest in OpenAI?',
    });
    const channel = asked?.channel ?? '';
    const answer = await reply(channel, asked?.ts, 'an answer');
    expect(answer).toMatchObject({ thread_ts: asked?.ts });
    expect(answer.text).toMatch(/^\$50 billion\./);
  });

  it('shows the passage of a citation with the quote in its surroundings', async () => {
    const begun = await latest();
    await command('exclusivity');
    const answer = await reply(general, begun, 'an answer');
    await click(answer, buttonOf(answer, 'show_passage:1'));
    const [modal] = await slack.until(
      () => Promise.resolve(ui.modals().length > 0 ? ui.modals() : undefined),
      'a modal',
    );
    expect(modal.title.text).toBe('Passage');
    const quote = modal.blocks.flatMap((block: { elements?: object[] }) => block.elements ?? []);
    expect(quote.find(({ type }: { type?: string }) => type === 'rich_text_quote')).toMatchObject({
      elements: [{ style: { bold: true }, text: expect.stringContaining('rewrote their alliance on April 27') }],
    });
  });

  it('shows a timeline, asks a follow-up by its button, and opens what was asked lately from App Home', async () => {
    const begun = await latest();
    await command('exclusivity');
    const answer = await reply(general, begun, 'an answer');
    await click(answer, buttonOf(answer, 'show_timeline'));
    await slack.until(
      () => Promise.resolve(ui.modals().find(({ title }) => title.text === 'Timeline')),
      'the timeline in a modal',
    );
    await click(answer, buttonOf(answer, 'follow_up'));
    const next = await reply(general, answer.ts, 'the next answer');
    expect(next.text.length).toBeGreaterThan(50);

    await slack.control('open-home', { user: alice });
    const home = await slack.until(() => Promise.resolve(ui.home(alice, app)), 'App Home');
    const words = JSON.stringify(home.blocks);
    expect(words).toContain('I answer from 5 documents');
    expect(words).toContain('What changed last');
    expect(words).toContain('exclusivity');
  });

  it('takes 👍 and 👎, asks for the reason in a modal, and stores both', async () => {
    const begun = await latest();
    await command('exclusivity');
    const answer = await reply(general, begun, 'an answer');
    const { action_id, value } = buttonOf(answer, 'feedback');
    await click(answer, { type: 'feedback_buttons', action_id, value });
    await reply(general, answer.ts, 'thanks', ({ text }) => text.includes('Thank you'));
    await click(answer, { type: 'feedback_buttons', action_id, value: value.replace('helpful', 'not-helpful') });
    await slack.until(
      () => Promise.resolve(ui.modals().find(({ title }) => title.text === 'What was wrong?')),
      'the reason in a modal',
    );
    ui.submit(alice, { reason: { reason: { type: 'plain_text_input', value: 'too long' } } });
    await slack.until(async () => {
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      return /bot_feedback_total\{platform="slack",verdict="not-helpful"\} 2/.test(metrics) ? true : undefined;
    }, 'both judgements stored');
  });

  it.runIf(mode === 'HTTP mode')('checks a message by its shortcut, for the one who asks alone', async () => {
    const begun = await latest();
    await command('help');
    const any = await reply(general, begun, 'a reply');
    await click(any, { action_id: 'open_source', value: 'x' });
    // The server knows no shortcuts: the payload is signed and sent as Slack does, and answered to its response_url.
    const entries = await slack.log();
    const sent = entries.findLast(
      ({ summary, detail }) => summary.startsWith('POST') && String(detail).includes('response_url'),
    );
    const { response_url, team } = JSON.parse(new URLSearchParams(String(sent?.detail)).get('payload') ?? '');
    const payload = {
      type: 'message_action',
      callback_id: 'check_claim',
      team,
      user: { id: alice, team_id: WORKSPACE.team },
      channel: { id: general },
      message: { type: 'message', text: 'Amazon would invest $38 billion in OpenAI.', ts: '1.2' },
      message_ts: '1.2',
      trigger_id: 'a.shortcut',
      response_url,
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const at = Math.floor(Date.now() / 1000).toString();
    const signature = createHmac('sha256', WORKSPACE.signingSecret).update(`v0:${at}:${body}`).digest('hex');
    const send = (headers: object) =>
      fetch(`${service.url}/slack/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': at, ...headers },
        body,
      });
    expect(
      (await send({ 'x-slack-signature': `v0=${signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}` }))
        .status,
    ).toBe(401);
    expect((await send({ 'x-slack-signature': `v0=${signature}` })).status).toBe(200);
    const verdict = await reply(general, any.ts, 'a verdict', ({ text }) => text.startsWith('Contradicted'));
    expect(verdict).toMatchObject({ subtype: 'ephemeral', ephemeral_to: alice });
  });

  it('writes no word that was typed and no token to its log', () => {
    expect(service.log()).not.toMatch(/exclusivity|Azure|xoxb|xapp|hooks|lunch/i);
  });
});
