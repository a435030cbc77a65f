/**
 * How long a mention takes from its arrival to its reply, and what a burst does: the real service as a process of its
 * own, and a small Slack over loopback. `npm run bench:slack`; how to read it: docs/benchmarks.md.
 */
import { rmSync } from 'node:fs';
import { deliver, type FakeSlack, mention, SIGNING_SECRET, startFakeSlack } from '../slack/fake-slack.ts';
import { newDataDir, type RunningService, startService } from '../slack/service.ts';

const QUESTIONS = [
  'exclusivity',
  'Is Azure still the exclusive cloud?',
  'How much does Amazon invest in OpenAI?',
  'Who is Denise Dresser?',
  'What is the capital of France?',
  'timeline exclusivity',
  'check Amazon would invest $38 billion in OpenAI.',
];

interface Load {
  readonly name: string;
  readonly perSecond: number;
  readonly seconds: number;
}

const LOADS: readonly Load[] = [
  { name: 'warm-up', perSecond: 50, seconds: 3 },
  { name: '50 a second', perSecond: 50, seconds: 20 },
  { name: '200 a second', perSecond: 200, seconds: 30 },
  { name: '200 a second again', perSecond: 200, seconds: 30 },
];

for (const mode of ['HTTP mode', 'Socket Mode'] as const) {
  const fake = await startFakeSlack();
  const dataDir = newDataDir();
  const service = await startService(
    {
      SLACK_API_URL: fake.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-T1',
      SLACK_PERSON_PER_MINUTE: '0',
      SLACK_WORKSPACE_PER_MINUTE: '0',
      LOG_LEVEL: 'warn',
      ...(mode === 'HTTP mode' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: 'xapp-1' }),
    },
    dataDir,
  );
  if (mode === 'Socket Mode') await fake.until(() => fake.sockets() > 0, 'a socket');
  print(
    `${mode}\n  load                  sent  lost  twice  reply p50   p99      max      ack p99  max      memory after`,
  );
  for (const load of LOADS) print(`  ${await run(load, mode, fake, service)}`);
  await service.stop();
  await fake.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function run({ name, perSecond, seconds }: Load, mode: string, fake: FakeSlack, service: RunningService) {
  const count = perSecond * seconds;
  const sentAt = new Map<string, number>();
  const acks: Promise<number>[] = [];
  const before = fake.calls.length;
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    // Each in a channel of its own, so that it is known which reply is whose; a hundred people.
    const channel = `C${name}-${n}`;
    const event = mention(QUESTIONS[n % QUESTIONS.length] ?? '', { channel, user: `U${n % 100}` });
    const at = performance.now();
    sentAt.set(channel, at);
    acks.push(
      mode === 'HTTP mode'
        ? deliver(service.url, event).then(() => performance.now() - at)
        : fake.socketSend('events_api', event),
    );
  }
  const acked = await Promise.all(acks);
  const replies = () => fake.calls.slice(before).filter(({ method }) => method === 'chat.postMessage');
  const end = performance.now() + 30_000;
  while (replies().length < count && performance.now() < end) await new Promise((next) => setTimeout(next, 50));
  // Doubles would come now.
  await new Promise((next) => setTimeout(next, 1000));
  const got = replies();
  const times = new Map<string, number>();
  let twice = 0;
  for (const { args, at } of got) {
    if (times.has(args.channel)) twice += 1;
    else times.set(args.channel, at - (sentAt.get(args.channel) ?? at));
  }
  // Kept for nothing else, the calls would be measured as our own memory is not, but the machine's is one.
  fake.calls.length = 0;
  const took = [...times.values()];
  const ms = (value: number) => `${value.toFixed(1)} ms`.padEnd(9);
  return [
    name.padEnd(20),
    String(count).padStart(5),
    String(count - times.size).padStart(5),
    String(twice).padStart(6),
    `  ${ms(quantile(took, 0.5))}`,
    ms(quantile(took, 0.99)),
    ms(Math.max(...took)),
    ms(quantile(acked, 0.99)),
    ms(Math.max(...acked)),
    `${Math.round((await memory(service)) / 1e6)} MB`,
  ].join(' ');
}

async function memory({ url }: RunningService): Promise<number> {
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
