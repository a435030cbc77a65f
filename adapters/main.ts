import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadWeights } from '../index/lexicon/weights.ts';
import { BUILT_IN_CORPUS } from '../index/read/built-in.ts';
import { CorpusError } from '../index/read/documents.ts';
import type { Answering, AnsweringWeights } from '../src/answer/ask.ts';
import type { SavedAnswering } from '../src/answer/saved-answering.ts';
import type { YesOrNo } from '../src/answer/yes-no.ts';
import type { AnsweringBot } from '../src/answering-bot.ts';
import type { KnowledgeParts } from '../src/statement/knowledge.ts';
import { ConfigurationError, ListenError, UsageError } from './errors.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * Where the parts are put together: of the terminal here, of the service in service.ts. Each command loads its own:
 * every module that an answer in the terminal does not need makes it wait.
 */
function terminalWith<Opens extends AnsweringBot>(
  make: (parts: KnowledgeParts, weights: AnsweringWeights) => Opens,
): Terminal<Opens> {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    environment: process.env,
    open: async (folder) => {
      const opened =
        folder === undefined
          ? (await import('../index/open-built-in.ts')).openBuiltIn()
          : (await import('../index/open.ts')).openCorpus(folder);
      for (const problem of opened.problems) process.stderr.write(`${problem}\n`);
      const root = resolve(folder ?? BUILT_IN_CORPUS);
      return {
        bot: make(opened, loadWeights()),
        addressOf: (document) =>
          opened.corpus.documents.find((d) => d.id === document)?.url ??
          pathToFileURL(join(root, opened.fileOf(document))).href,
      };
    },
  };
}

const load = createRequire(import.meta.url);

/** It reads claims, with a quarter of all modules: they are loaded when a question wants a yes or a no. */
const yesOrNoWhenAsked: YesOrNo = (...asked) =>
  (load('../src/answer/yes-no.ts') as typeof import('../src/answer/yes-no.ts')).yesOrNo(...asked);

/** How to answer on a corpus; on the built-in one, by what was found in it before. */
async function findAnswering(): Promise<(parts: KnowledgeParts, weights: AnsweringWeights) => () => Answering> {
  const { answeringWhenWanted } = await import('../src/answering-bot.ts');
  const { default: saved } = await import('../index/corpus/answering.json', { with: { type: 'json' } });
  return (parts, weights) => answeringWhenWanted(parts, weights, yesOrNoWhenAsked, saved as unknown as SavedAnswering);
}

/** A reader that goes away early (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const [command = '', ...args] = process.argv.slice(2);

async function tendStore(what: 'gaps' | 'forget' | 'digest'): Promise<void> {
  const service = await import('./service.ts');
  await service.tendStore(what, args, { environment: process.env, stdout: process.stdout });
}

try {
  if (command === 'start' || command === 'doctor') {
    // Its libraries would make every answer in the terminal wait.
    const { examineService, startService } = await import('./service.ts');
    const own = { environment: process.env, stdout: process.stdout, stderr: process.stderr };
    if (command === 'start') await startService(args, own);
    else if (!(await examineService(own))) process.exitCode = 1;
  } else if (command === 'reload') {
    const { reload } = await import('./reload.ts');
    const { readConfiguration, readEnvFile } = await import('./configuration.ts');
    const dataDir = () => readConfiguration(process.env, readEnvFile('.env')).DATA_DIR;
    if (!(await reload(args, { dataDir, print: (line) => process.stdout.write(`${line}\n`) }))) process.exitCode = 1;
  } else if (command === 'digest') {
    const { asksStore, runDigest } = await import('./terminal/digest.ts');
    const { makeBot } = await import('../src/bot.ts');
    if (asksStore(args)) await tendStore(command);
    else await runDigest(args, terminalWith(makeBot));
  } else if (command === 'gaps' || command === 'forget') await tendStore(command);
  else if (command === 'ask') {
    const { runAsk } = await import('./terminal/ask.ts');
    const { answeringOn } = await import('../src/answering-bot.ts');
    const answering = await findAnswering();
    await runAsk(
      args,
      terminalWith((parts, weights) => answeringOn(parts, answering(parts, weights))),
    );
  } else {
    const { runCommand } = await import('./terminal/commands.ts');
    const { askingOn } = await import('../src/asking-bot.ts');
    const answering = await findAnswering();
    await runCommand(
      command,
      args,
      terminalWith((parts, weights) => askingOn(parts, answering(parts, weights))),
    );
  }
} catch (error) {
  const known = error instanceof UsageError || error instanceof CorpusError || error instanceof ConfigurationError;
  const { StoreUnavailable } = await import('../src/store/unavailable.ts');
  const told = known || error instanceof ListenError || error instanceof StoreUnavailable;
  // The configuration may have several problems, a line each.
  const message =
    error instanceof ConfigurationError
      ? error.message
      : error instanceof Error
        ? error.message.split('\n')[0]
        : 'unknown fault';
  process.stderr.write(`${told ? message : `Something went wrong: ${message}. LOG_LEVEL=debug shows more.`}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exitCode = known ? 2 : 1;
}
