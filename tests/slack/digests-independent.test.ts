/**
 * A digest against a Slack server that this project did not write, on a clock of its own. That server knows neither
 * archived channels nor metadata, and lets everybody in: `digests.test.ts` has these on a Slack of our own.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LocalSlack,
  missingForLocalSlack,
  type PostedMessage,
  startLocalSlack,
  type Ui,
  WORKSPACE,
} from './local-slack.ts';
import { type RunningApp, runApp } from './running-app.ts';

const missing = missingForLocalSlack();
if (missing) process.stderr.write(`skipped: digests on the independent Slack server; ${missing}\n`);

const { alice, general, team } = WORKSPACE;
const scope = { platform: 'slack', workspace: team };

describe.skipIf(missing)('a digest on the independent server', () => {
  let slack: LocalSlack;
  let app: RunningApp;
  let ui: Ui;
  let clock = Date.now();

  beforeAll(async () => {
    slack = await startLocalSlack();
    const settings = { botToken: 'xoxb-test-token', appToken: 'xapp-test-token', digestsByEveryone: true };
    app = await runApp(slack, { settings, now: () => clock });
    ui = await slack.ui();
  }, 30_000);

  afterAll(async () => {
    ui?.close();
    await app?.stop();
    await slack?.stop();
  });

  const posted = async (channel: string = general) =>
    (await slack.messages(channel)).filter(({ bot_id, subtype }) => bot_id && !subtype);

  /** What the command is answered, for whoever gave it alone. */
  async function command(text: string, says: RegExp): Promise<PostedMessage> {
    const before = (await slack.messages(general)).length;
    await slack.control('command', { channel: general, user: alice, command: '/openai-cloud', text });
    return slack.until(
      async () => (await slack.messages(general)).slice(before).find((one) => one.bot_id && says.test(one.text)),
      `an answer to “${text}” that says ${says}`,
    );
  }

  /** The clock goes on to when the subscription is due, and what is due is posted. */
  async function due(channel: string = general): Promise<void> {
    const all = await app.store.subscriptions(scope);
    const next = all.find((one) => one.channel === channel)?.next;
    if (!next) throw new Error('it does not fall due');
    clock = Date.parse(next.at) + 1000;
    await app.dispatcher.tick();
    await app.dispatcher.settled();
  }

  it('is shown before by a preview, for the one who asks alone', async () => {
    const preview = await command('digest preview', /Briefing/);
    expect(preview).toMatchObject({ subtype: 'ephemeral', ephemeral_to: alice });
  });

  it('is set up by a command, in the time zone of whoever asks', async () => {
    const said = await command('digest subscribe weekdays 09:00', /^Subscribed\./);
    expect(said).toMatchObject({ subtype: 'ephemeral', text: expect.stringContaining('America/Los_Angeles') });
  });

  it('comes when its time has come, complete as text, and on the next day not again', async () => {
    await due();
    const [first, ...others] = await posted();
    expect(first?.text).toMatch(/^Briefing/);
    expect(first?.text).toContain('Sources');
    expect(others).toEqual([]);
    await due();
    expect(await posted()).toHaveLength(1);
  });

  it('is told of by its history: posted with a link, and skipped with the reason', async () => {
    const { text } = await command('digest history', /posted/);
    expect(text).toMatch(/posted \S+\/archives\/C01GEN\/p\d+/);
    expect(text).toMatch(/skipped\. Nothing was new/);
  });

  it('is paused by the button under it, and nothing comes until it is resumed', async () => {
    const [digest] = await posted();
    const actions = (digest?.blocks ?? []).flatMap((block: { elements?: object[] }) => block.elements ?? []);
    const pause = actions.find((one: { action_id?: string }) => one.action_id === 'pause_digest') as { value: string };
    const before = (await slack.messages(general)).length;
    await slack.control('interact', {
      channel: general,
      user: alice,
      messageTs: digest?.ts,
      action: { type: 'button', action_id: 'pause_digest', value: pause.value },
    });
    await slack.until(
      async () => (await slack.messages(general)).slice(before).find(({ text }) => text.startsWith('Paused.')),
      'a word',
    );
    clock += 3 * 24 * 3600_000;
    await app.dispatcher.tick();
    await app.dispatcher.settled();
    expect(await posted()).toHaveLength(1);
    await command('digest resume', /^Resumed\./);
  });

  it('of a channel that is gone is paused, and its owner is told in a direct message', async () => {
    await command('digest subscribe daily 10:00 to <#C0GONE|gone>', /^Subscribed\./);
    await due('C0GONE');
    const { message: said } = await slack.control('message', { channel: alice, user: alice, text: 'help' });
    const direct = said?.channel ?? '';
    const told = await slack.until(
      async () => (await slack.messages(direct)).find(({ text }) => text.includes('the channel is gone')),
      'a direct message to the owner',
    );
    expect(told.text).toContain('paused');
    const gone = (await app.store.subscriptions(scope)).find((one) => one.channel === 'C0GONE');
    await command(`digest history ${gone?.id}`, /failed: the channel is gone/);
  });

  it('is set up by a form, which says beside its field what is wrong', async () => {
    await slack.control('command', {
      channel: general,
      user: alice,
      command: '/openai-cloud',
      text: 'digest subscribe',
    });
    const form = await slack.until(
      () => Promise.resolve(ui.modals().find(({ callback_id }) => callback_id === 'digest_form')),
      'the form',
    );
    const said = (field: string, value: object) => ({ [field]: { [field]: value } });
    const values = {
      ...said('channel', { type: 'conversations_select', selected_conversation: general }),
      ...said('other_when', { type: 'plain_text_input', value: 'Mondays 8:30' }),
      ...said('time_zone', { type: 'plain_text_input', value: 'Mars/Olympus' }),
      ...said('audience', { type: 'static_select', selected_option: { value: 'buyers' } }),
      ...said('grace', { type: 'static_select', selected_option: { value: '60' } }),
      ...said('when_unchanged', { type: 'static_select', selected_option: { value: 'one line' } }),
    };
    expect(form.title.text).toBe('New digest');
    ui.submit(alice, values);
    await slack.until(() => Promise.resolve(ui.errors()?.time_zone), 'what is wrong with the time zone');
    ui.submit(alice, { ...values, ...said('time_zone', { type: 'plain_text_input', value: 'Asia/Kolkata' }) });
    await slack.until(
      () => Promise.resolve(ui.modals().find((view) => JSON.stringify(view).includes('Subscribed'))),
      'that it is set up',
    );
    expect(await app.store.subscriptions(scope)).toContainEqual(
      expect.objectContaining({ timeZone: 'Asia/Kolkata', audience: 'buyers', schedule: '30 8 * * 1' }),
    );
  });
});
