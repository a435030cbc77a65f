/** The real service, killed while it answers, and started again on the same file. */
import { afterEach, expect, it } from 'vitest';
import { newDataDir, type RunningService, startService } from '../slack/service.ts';
import { command, mention } from './events.ts';
import { type FakeDiscord, type Noted, startFakeDiscord, TOKEN } from './fake-discord.ts';
import { shownText } from './shown.ts';

let fake: FakeDiscord;
const services: RunningService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop('SIGKILL');
  await fake.close();
});

async function start(dataDir: string): Promise<RunningService> {
  const service = await startService({ DISCORD_API_URL: fake.apiUrl, DISCORD_TOKEN: TOKEN }, dataDir);
  services.push(service);
  await service.said('Discord is connected');
  return service;
}

const never = () => new Promise<undefined>(() => {});

it('answers everybody once: who was not answered, whose answer was on its way, and whose answer stood there', async () => {
  fake = await startFakeDiscord();
  const dataDir = newDataDir();
  const service = await start(dataDir);
  const early = command('ask', { question: 'exclusivity' });
  const late = mention('exclusivity');
  const stood = mention('exclusivity');
  const isReplyTo = (request: Noted, { id }: { readonly id: string }) =>
    request.method === 'POST' && request.path === `/channels/${id}/messages`;
  const asked: string[] = [];
  fake.intervene = async (request) => {
    if (request.path.includes(`${early.token}/messages`)) asked.push('early');
    else if (isReplyTo(request, late)) asked.push('late');
    else if (isReplyTo(request, stood)) {
      const hold = fake.intervene;
      fake.intervene = () => undefined;
      await fetch(`${fake.apiUrl}v10${request.path}`, { method: 'POST', body: JSON.stringify(request.body) });
      fake.intervene = hold;
      asked.push('stood');
    } else return;
    return await never();
  };
  fake.dispatch('MESSAGE_CREATE', stood);
  await fake.until(() => fake.messages.some(({ channel }) => channel === stood.id));
  fake.dispatch('INTERACTION_CREATE', early);
  fake.dispatch('MESSAGE_CREATE', late);
  await untilAsked(asked, 3);
  await service.stop('SIGKILL');
  services.length = 0;
  fake.intervene = () => undefined;
  await start(dataDir);
  const shown = await fake.until(() => fake.shown.get(early.token));
  expect(shownText(shown)).toContain('ending exclusivity');
  await fake.until(() => fake.messages.some(({ channel }) => channel === late.id));
  await fake.until(() =>
    fake.noted.some(({ method, path }) => method === 'GET' && path.startsWith(`/channels/${stood.id}/messages`)),
  );
  const after = mention('sources');
  fake.dispatch('MESSAGE_CREATE', after);
  await fake.until(() => fake.messages.some(({ channel }) => channel === after.id));
  for (const { id } of [late, stood]) expect(fake.messages.filter(({ channel }) => channel === id)).toHaveLength(1);
}, 60_000);

/** Resolves when as many requests are held. */
async function untilAsked(asked: readonly string[], count: number): Promise<void> {
  await fake.until(() => fake.noted.length > 0);
  while (asked.length < count) await new Promise((next) => setImmediate(next));
}
