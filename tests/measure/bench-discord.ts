/**
 * How long a command and a mention take from their arrival to their reply, and what a burst does: the real service as a
 * process of its own, and a small Discord over loopback. `npm run bench:discord`; how to read it: docs/benchmarks.md.
 */
import { rmSync } from 'node:fs';
import { command, mention } from '../discord/events.ts';
import { CHANNEL, type FakeDiscord, type Noted, startFakeDiscord, TOKEN } from '../discord/fake-discord.ts';
import { newDataDir, type RunningService, startService } from '../slack/service.ts';

const QUESTIONS = [
  'exclusivity',
  'Is Azure still the exclusive cloud?',
  'How much does Amazon invest in OpenAI?',
  'Who is Denise Dresser?',
  'What is the capital of France?',
];

interface Load {
  readonly name: string;
  readonly sort: 'command' | 'mention';
  readonly perSecond: number;
  readonly seconds: number;
}

/** Discord itself takes 50 requests a second of a bot, and a mention needs two; replies to commands are not counted. */
const LOADS: readonly Load[] = [
  { name: 'warm-up', sort: 'command', perSecond: 50, seconds: 3 },
  { name: 'commands, 50 a second', sort: 'command', perSecond: 50, seconds: 20 },
  { name: 'mentions, 20 a second', sort: 'mention', perSecond: 20, seconds: 20 },
  { name: 'commands, 200 a second', sort: 'command', perSecond: 200, seconds: 30 },
  { name: '200 a second again', sort: 'command', perSecond: 200, seconds: 30 },
];

const fake = await startFakeDiscord();
const dataDir = newDataDir();
const service = await startService(
  {
    DISCORD_API_URL: fake.apiUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_PERSON_PER_MINUTE: '0',
    DISCORD_GUILD_PER_MINUTE: '0',
  },
  dataDir,
);
await service.said('Discord is connected');
print('load                     sent  lost  twice  reply p50   p99      max      deferral p99  max     memory after');
for (const load of LOADS) print(await run(load, fake, service));
await service.stop();
await fake.close();
rmSync(dataDir, { recursive: true, force: true });

async function run({ name, sort, perSecond, seconds }: Load, discord: FakeDiscord, { url }: RunningService) {
  const count = perSecond * seconds;
  const sentAt = new Map<string, number>();
  const deferred = new Map<string, number>();
  const replied = new Map<string, number>();
  let twice = 0;
  discord.intervene = ({ method, path }: Noted) => {
    const now = performance.now();
    const [root, first = '', second = '', third] = path.split('/').slice(1);
    if (root === 'interactions') deferred.set(second, now);
    const id = root === 'webhooks' ? second : root === 'channels' && method === 'POST' && !third ? first : undefined;
    if (id !== undefined && replied.has(id)) twice += 1;
    else if (id !== undefined) replied.set(id, now);
    return;
  };
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    const question = QUESTIONS[n % QUESTIONS.length] ?? '';
    const person = `4${String(n % 100).padStart(17, '0')}`;
    if (sort === 'command') {
      const event = command('ask', { question }, { member: { user: { id: person } } });
      sentAt.set(event.token, performance.now());
      discord.dispatch('INTERACTION_CREATE', event);
    } else {
      const event = mention(question, { channel_id: CHANNEL, author: { id: person } });
      sentAt.set(event.id, performance.now());
      discord.dispatch('MESSAGE_CREATE', event);
    }
  }
  const end = performance.now() + 30_000;
  while (replied.size < count && performance.now() < end) await new Promise((next) => setTimeout(next, 50));
  // Doubles would come now.
  await new Promise((next) => setTimeout(next, 1000));
  const took = (of: ReadonlyMap<string, number>) => [...of].map(([id, at]) => at - (sentAt.get(id) ?? at));
  const ms = (value: number) => (Number.isFinite(value) ? `${value.toFixed(1)} ms` : '').padEnd(9);
  discord.noted.length = 0;
  discord.messages.length = 0;
  const acks = sort === 'command' ? took(deferred) : [];
  return [
    name.padEnd(23),
    String(count).padStart(5),
    String(count - replied.size).padStart(5),
    String(twice).padStart(6),
    `  ${ms(quantile(took(replied), 0.5))}`,
    ms(quantile(took(replied), 0.99)),
    ms(Math.max(...took(replied))),
    ms(quantile(acks, 0.99)).padEnd(13),
    ms(Math.max(...acks)),
    `${Math.round((await memory(url)) / 1e6)} MB`,
  ].join(' ');
}

async function memory(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
