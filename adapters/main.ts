import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadWeights } from '../index/lexicon/weights.ts';
import { BUILT_IN_CORPUS, openCorpus } from '../index/open.ts';
import { CorpusError } from '../index/read/documents.ts';
import { makeBot } from '../src/bot.ts';
import { StoreUnavailable } from '../src/store.ts';
import { ConfigurationError, ListenError, UsageError } from './errors.ts';
import { runCommand, type Terminal } from './terminal/commands.ts';
import { asksStore, runDigest } from './terminal/digest.ts';

/** Where the parts are put together: of the terminal here, of the service in service.ts. */
const terminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  environment: process.env,
  open: (folder) => {
    const opened = openCorpus(folder);
    for (const problem of opened.problems) process.stderr.write(`${problem}\n`);
    const root = resolve(folder ?? BUILT_IN_CORPUS);
    return {
      bot: makeBot(opened, loadWeights()),
      addressOf: (document) =>
        opened.corpus.documents.find((d) => d.id === document)?.url ??
        pathToFileURL(join(root, opened.fileOf(document))).href,
    };
  },
};

/** A reader that goes away early (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const [command = '', ...args] = process.argv.slice(2);
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
  } else if (command === 'digest' && !asksStore(args)) runDigest(args, terminal);
  else if (command === 'gaps' || command === 'forget' || command === 'digest') {
    const { tendStore } = await import('./service.ts');
    await tendStore(command, args, { environment: process.env, stdout: process.stdout });
  } else await runCommand(command, args, terminal);
} catch (error) {
  const known = error instanceof UsageError || error instanceof CorpusError || error instanceof ConfigurationError;
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
