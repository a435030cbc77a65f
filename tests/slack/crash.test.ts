/** A process that dies between acknowledging and answering, on a file and with two replicas on one PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeOnPostgres } from '../storage/postgres-server.ts';
import { deliver, directMessage, type FakeSlack, mention, SIGNING_SECRET, startFakeSlack } from './fake-slack.ts';
import { newDataDir, type RunningService, startService } from './service.ts';

let fake: FakeSlack;
const services: RunningService[] = [];

beforeEach(async () => {
  fake = await startFakeSlack();
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop('SIGKILL');
  await fake.stop();
});

async function start(environment: Record<string, string>, dataDir?: string): Promise<RunningService> {
  const service = await startService(
    {
      SLACK_API_URL: fake.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-T1',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_PERSON_PER_MINUTE: '0',
      SLACK_WORKSPACE_PER_MINUTE: '0',
      ...environment,
    },
    dataDir,
  );
  services.push(service);
  await service.said('Slack is connected');
  return service;
}

const never = () => new Promise<undefined>(() => {});
const seen = (method: string, channel: string) =>
  fake.calls.some((call) => call.method === method && [call.args.channel, call.args.channel_id].includes(channel));
const postsTo = (channel: string) => fake.posts().filter(({ args }) => args.channel === channel);

/** One that was acknowledged and not yet posted, and one that is being posted; then the process is killed. */
async function killBetween(service: RunningService): Promise<void> {
  let held = true;
  fake.answer('assistant.threads.setStatus', ({ args }) =>
    held && args.channel_id === 'CEARLY' ? never() : undefined,
  );
  fake.answer('chat.postMessage', ({ args }) => (held && args.channel === 'CLATE' ? never() : undefined));
  expect(await deliver(service.url, directMessage('exclusivity', { channel: 'CEARLY' }))).toBe(200);
  expect(await deliver(service.url, mention('exclusivity', { channel: 'CLATE' }))).toBe(200);
  await fake.until(
    () => seen('assistant.threads.setStatus', 'CEARLY') && seen('chat.postMessage', 'CLATE'),
    'both under way',
  );
  await service.stop('SIGKILL');
  services.splice(services.indexOf(service), 1);
  held = false;
}

/** Nobody waits in vain, and nobody gets two answers. */
async function everybodyHeard(): Promise<void> {
  await fake.until(() => postsTo('CEARLY').length === 1 && postsTo('CLATE').length === 2, 'a word to everybody');
  expect(postsTo('CEARLY')[0]?.args.text).toMatch(/^I was interrupted before I could answer; here is the answer\.\n“/);
  // The first one was on its way when the process died.
  expect(postsTo('CLATE')[1]?.args.text).toMatch(
    /^I was interrupted while answering\. If no answer of mine stands here/,
  );
}

describe('a process that is killed', () => {
  it('is followed by one that answers or apologises, once, on the same file', async () => {
    const dataDir = newDataDir();
    await killBetween(await start({}, dataDir));
    const next = await start({}, dataDir);
    await everybodyHeard();
    // Slack delivers again what it had no doubt about, and nothing comes of it.
    await deliver(next.url, directMessage('help', { channel: 'DMARK' }));
    await fake.until(() => postsTo('DMARK').length === 1, 'the marker');
    expect(await next.stop()).toBe(0);
    services.splice(0);
    expect(fake.posts()).toHaveLength(4);
  }, 60_000);

  it('answers what is under way before it ends, when it is asked to end', async () => {
    const service = await start({});
    fake.answer('chat.postMessage', async () => {
      await new Promise((next) => setTimeout(next, 300));
      return;
    });
    for (let n = 0; n < 5; n += 1) await deliver(service.url, directMessage('exclusivity'));
    expect(await service.stop()).toBe(0);
    services.splice(0);
    expect(fake.posts()).toHaveLength(5);
    expect(service.log()).toContain('"stopped"');
  }, 30_000);
});

describe('a token that Slack refuses', () => {
  it('ends the process with one line that says what to do', async () => {
    fake.answer('auth.test', () => ({ ok: false, error: 'token_revoked' }));
    const starting = start({});
    await expect(starting).rejects.toThrow('install the app to the workspace again and copy its token');
    services.splice(0);
  }, 30_000);
});

describeOnPostgres('two replicas on a real PostgreSQL', (server) => {
  it('answer an event once that both get three times, and one takes over what the other left', async () => {
    const environment = { DATABASE_URL: await server().database() };
    const first = await start(environment);
    const second = await start(environment);
    const events = Array.from({ length: 20 }, (_, n) => mention('exclusivity', { channel: `C${n}` }));
    for (const event of events)
      await Promise.all([first, second, first, second, first, second].map(({ url }) => deliver(url, event)));
    for (const [n, { url }] of [first, second].entries())
      await deliver(url, directMessage('help', { channel: `DMARK${n}` }));
    await fake.until(() => fake.posts().length >= 22, 'all replies and both markers');
    expect(fake.posts()).toHaveLength(22);
    await killBetween(first);
    await everybodyHeard();
    const answers = (channel: string) => postsTo(channel).filter(({ args }) => args.text.includes('April 27'));
    for (let n = 0; n < 20; n += 1) expect(answers(`C${n}`)).toHaveLength(1);
  }, 90_000);
});
