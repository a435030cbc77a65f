import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { analyze } from '../index/analyze.ts';
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { openCorpusBeside } from '../index/store/opening.ts';
import { removeOtherIndexes } from '../index/store/saved-index.ts';
import { openingQuestions } from '../src/answer/openings.ts';
import { makeBot, prepareBot } from '../src/bot.ts';
import type { Outlet } from '../src/outlet.ts';
import { makeReplaceableBot, perCorpus } from '../src/replaceable-bot.ts';
import { StoreUnavailable } from '../src/store/unavailable.ts';
import type { Store } from '../src/store.ts';
import { makeAnswering } from './answering.ts';
import { readConfiguration, readEnvFile } from './configuration.ts';
import { listenForWishes } from './control.ts';
import { makeDispatcher } from './deliveries/dispatcher.ts';
import { nextDue } from './deliveries/due.ts';
import { reportDigests } from './digests.ts';
import { discordSettings } from './discord/settings.ts';
import { runDoctor } from './doctor.ts';
import { ListenError, UsageError } from './errors.ts';
import { forget } from './forget.ts';
import { reportGaps } from './gaps.ts';
import { makeRememberGiven } from './given.ts';
import { greet } from './greeting.ts';
import { makeLog } from './log.ts';
import { makeDesk } from './make-desk.ts';
import { makeMetrics } from './metrics.ts';
import { type Candidate, makeReplacer } from './replacement.ts';
import type { Settings } from './settings.ts';
import { slackSettings } from './slack/settings.ts';
import { makeStandingReview } from './standing/start.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { openStore } from './storage/open.ts';
import { sweepDaily } from './sweep.ts';
import { makeApp } from './web/app.ts';
import { type Listening, listen } from './web/server.ts';

/** The place where the parts of the service are put together; `main.ts` loads it for `npm start` and the commands that belong to it. */

const DEFAULT_PORT = 3000;
const OPENINGS = 5;

interface ServiceProcess {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const HELP = `Runs the service: web pages, JSON interface, health and metrics. Settings: .env.example.

  npm start
  npm start -- --ask "QUESTION"    answers it here too, and opens the page on it where there is a desktop
`;

/**
 * Starts the service and returns when it listens: `ready ADDRESS` is then on standard output. It ends on SIGTERM or
 * SIGINT. Throws `ConfigurationError`, `CorpusError` and {@link ListenError}.
 */
export async function startService(
  args: readonly string[],
  { environment, stdout, stderr }: ServiceProcess,
): Promise<void> {
  const values = readOptions(args);
  if (values.help) {
    stdout.write(HELP);
    return;
  }
  const settings = readConfiguration(environment, readEnvFile('.env'));
  const log = makeLog(settings.LOG_LEVEL);
  const metrics = makeMetrics();
  const store = openStore(storeConfig(settings));
  const opened = openCorpus(settings.CORPUS_DIR, settings.DATA_DIR);
  for (const problem of opened.problems) log.warn(problem);
  const bot = makeReplaceableBot(makeBot(opened, loadWeights()));
  const answering = makeAnswering({ bot, store, metrics, log });
  const openings = perCorpus(bot, () => openingQuestions(bot, OPENINGS));
  /** Names this process to the others. */
  const owner = randomUUID();
  /** The platforms to which something is posted unasked. */
  const outlets = new Map<string, Outlet>();
  const spoken: Outlet[] = [];
  const standing = makeStandingReview({
    bot,
    store,
    outletOf: (platform) => outlets.get(platform),
    owner,
    log,
    now: () => new Date(),
    count: (sort, state) => metrics.changesTold.inc({ sort, state }),
  });
  const deliveries = makeDispatcher({ store, bot, outlets, metrics, log, owner });
  const replacer = makeReplacer({
    bot,
    open: () => openCandidate(settings),
    replaced: () => {
      removeOtherIndexes(bot.corpus.version, settings.DATA_DIR);
      standing.corpusInPlace();
      setImmediate(openings);
    },
    log,
    metrics,
  });
  removeOtherIndexes(bot.corpus.version, settings.DATA_DIR);
  let stopping = false;
  const app = makeApp({
    bot,
    answering,
    store,
    metrics,
    log,
    openings,
    requestsPerMinute: settings.RATE_LIMIT_PER_MINUTE,
    proxyHops: settings.TRUST_PROXY_HOPS,
    corpusLoadedAt: replacer.loadedAt,
    isOpen: () => !stopping,
  });
  const desk = makeDesk({
    bot,
    answering,
    store,
    outlets: spoken,
    nextDue,
    deliverNow: (subscription) => deliveries.deliverNow(subscription),
    now: () => new Date(),
  });
  const rememberGiven = makeRememberGiven({ bot, store, log });
  const chat = { bot, answering, desk, rememberGiven, store, log, metrics };
  const slackSet = slackSettings(settings);
  // Its libraries take a while to load, and most services do without them.
  const slack = slackSet && (await import('./slack/start.ts')).makeSlackApp({ settings: slackSet, ...chat });
  const beside = slack?.listener && { prefix: '/slack/', listener: slack.listener };
  const listening = await listenSomewhere(settings, (host, port) => listen(app, { host, port, beside }), stderr);

  const discordSet = discordSettings(settings);
  const discord =
    discordSet && (await import('./discord/start.ts')).makeDiscordBot({ settings: discordSet, ...chat }, endBecause);
  for (const speaks of [slack, discord]) if (speaks) spoken.push(speaks.outlet);
  for (const outlet of spoken) outlets.set(outlet.platform, outlet);
  discord?.start().then(
    () => log.info('Discord is connected'),
    (error: unknown) => endBecause(error),
  );
  slack?.start().then(
    () => log.info('Slack is connected'),
    (error: unknown) => endBecause(error),
  );

  /** What nobody can mend while it runs ends the process: a supervisor starts it anew, and a person reads why. */
  function endBecause(error: unknown): void {
    log.fatal({ err: error }, 'the service ends');
    const isTold = error instanceof Error && (error.name === 'SlackUnusable' || error.name === 'DiscordUnusable');
    stderr.write(`${isTold ? error.message : 'Something broke that was not expected; the log says where.'}\n`);
    // Starting it again does not help before a person has done something.
    process.exit(error instanceof Error && error.name === 'DiscordUnusable' ? 2 : 1);
  }
  process.on('unhandledRejection', endBecause);

  const sweeping = sweepDaily(store, settings.RETENTION_DAYS, log);
  store.ping().then(
    () => metrics.storeUp.set(1),
    (error: unknown) => {
      metrics.storeUp.set(0);
      log.error({ err: error }, error instanceof StoreUnavailable ? error.message : 'the store cannot be used');
    },
  );

  const control = await listenForWishes(settings.DATA_DIR, { replacer, log });
  // Where it runs on a terminal, the signal says that the terminal is gone: it ends, as ever.
  if (!process.stdin.isTTY) process.on('SIGHUP', () => void replacer.replace());
  standing.start();
  deliveries.start();

  stopOnSignal({
    log,
    begin: () => {
      stopping = true;
      control.close();
      deliveries.stop();
      clearInterval(sweeping);
    },
    finish: async () => {
      // What is being posted needs its platform.
      await Promise.all([deliveries.settled(), standing.stop()]);
      await Promise.all([listening.close(), slack?.stop(), discord?.stop()]);
      await answering.settled();
      await store.close();
    },
  });

  log.info({ url: listening.url, corpus: bot.corpus.version, documents: bot.corpus.documents.length }, 'ready');
  stdout.write(`ready ${listening.url}\n`);
  // Trying them warms up what the first question needs; whoever waits for the line above need not wait for it.
  setImmediate(openings);
  greet({ question: values.ask, url: listening.url, bot, stderr, environment });
}

/** Says what is wrong with how the service is set up, and what to do. Resolves to false where something must be done. */
export function examineService({ environment, stdout }: ServiceProcess): Promise<boolean> {
  return runDoctor({
    environment,
    envFile: () => readEnvFile('.env'),
    openStore: (settings) => openStore(storeConfig(settings)),
    openCorpus: (settings) => openCorpus(settings.CORPUS_DIR, settings.DATA_DIR),
    examineSlack: async (settings) => (await import('./slack/examine.ts')).examineSlack(settings),
    examineDiscord: async (settings) => (await import('./discord/examine.ts')).examineDiscord(settings),
    print: (line) => stdout.write(`${line}\n`),
    now: () => new Date(),
  });
}

/** The commands that work on the store: what its questions lack, and deletion. Throws as {@link startService} does. */
export async function tendStore(
  command: 'gaps' | 'forget' | 'digest',
  args: readonly string[],
  { environment, stdout }: Pick<ServiceProcess, 'environment' | 'stdout'>,
): Promise<void> {
  let store: Store | undefined;
  const open = () => {
    store = openStore(storeConfig(readConfiguration(environment, readEnvFile('.env'))));
    return store;
  };
  const print = (text: string) => stdout.write(`${text}\n`);
  try {
    if (command === 'forget') await forget(args, { open, print });
    else if (command === 'digest') await reportDigests(args, { open, print });
    else await reportGaps(args, { open, print, now: new Date(), analysis: { analyze, lexicon: loadLexicon() } });
  } finally {
    await store?.close();
  }
}

function readOptions(args: readonly string[]): { readonly ask?: string; readonly help?: boolean } {
  try {
    return parseArgs({ args: [...args], options: { ask: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
      .values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm start -- --help.`, { cause: error });
  }
}

/** The documents of the settings, opened beside those in use. */
async function openCandidate({ CORPUS_DIR, DATA_DIR }: Settings): Promise<Candidate> {
  const opened = await openCorpusBeside(CORPUS_DIR, DATA_DIR);
  const problem = opened.problems.find((line) => !opened.leftOut.includes(line));
  return {
    version: opened.corpus.version,
    statements: opened.corpus.statements.length,
    leftOut: opened.leftOut,
    ...(problem !== undefined && { problem }),
    prepare: () => prepareBot(opened, loadWeights()),
  };
}

function storeConfig({ DATABASE_URL, DATA_DIR }: Settings) {
  return { dataDir: DATA_DIR, ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }) };
}

/** On the port that was asked for; without one on the usual one, or on any that is free, and says so. */
async function listenSomewhere(
  { HOST, PORT }: Settings,
  listenOn: (host: string, port: number) => Promise<Listening>,
  stderr: NodeJS.WritableStream,
): Promise<Listening> {
  try {
    return await listenOn(HOST, PORT ?? DEFAULT_PORT);
  } catch (error) {
    if (PORT !== undefined || !(error instanceof ListenError) || error.code !== 'EADDRINUSE') throw error;
    stderr.write(`Port ${DEFAULT_PORT} is taken, so another one is used; PORT sets one.\n`);
    return listenOn(HOST, 0);
  }
}
