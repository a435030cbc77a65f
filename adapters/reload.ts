import { parseArgs } from 'node:util';
import { askServices } from './control.ts';
import { UsageError } from './errors.ts';

const HELP = `Replaces the documents of the services that run here on DATA_DIR, while they run.

  npm run reload
  npm run reload -- --accept-loss    even where less than half of the statements is left
`;

/** Resolves to false where a service refused the documents, or none runs. Throws `UsageError`. */
export async function reload(
  args: readonly string[],
  { dataDir, print }: { readonly dataDir: () => string; readonly print: (line: string) => void },
): Promise<boolean> {
  const { help, 'accept-loss': acceptLoss = false } = readOptions(args);
  if (help) {
    print(HELP.trimEnd());
    return true;
  }
  const done = await askServices(dataDir(), acceptLoss);
  for (const { says } of done) print(says);
  if (done.length > 0) return done.every(({ outcome }) => outcome !== 'refused');
  print(`No service runs here on ${dataDir()}: start it with npm start, or set DATA_DIR to the one of the service.`);
  return false;
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { 'accept-loss': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm run reload -- --help.`, { cause: error });
  }
}
