import type { Corpus } from '../src/model.ts';
import { StoreUnavailable } from '../src/store/unavailable.ts';
import type { Store } from '../src/store.ts';
import { readConfiguration } from './configuration.ts';
import { ConfigurationError } from './errors.ts';
import type { Settings } from './settings.ts';

interface Examined {
  readonly environment: NodeJS.ProcessEnv;
  readonly envFile: () => string;
  readonly openStore: (settings: Settings) => Pick<Store, 'ping' | 'close'>;
  readonly openCorpus: (settings: Settings) => { readonly corpus: Corpus; readonly problems: readonly string[] };
  readonly examineSlack: (settings: Settings) => Promise<readonly Finding[]>;
  readonly examineDiscord: (settings: Settings) => Promise<readonly Finding[]>;
  readonly print: (line: string) => void;
  readonly now: () => Date;
}

/** One thing that was looked at. What is wrong says what to do. */
type Finding = readonly [sort: 'ok' | 'wrong' | 'off', what: string, says: string];

/** A Node.js that was built without the full data knows hardly any time zone. */
const FEWEST_TIME_ZONES = 300;

/** Looks at everything that the service needs and prints a line for each. Resolves to false where something is wrong. */
export async function runDoctor(examined: Examined): Promise<boolean> {
  const findings: Finding[] = [];
  let settings: Settings | undefined;
  try {
    settings = readConfiguration(examined.environment, examined.envFile());
    findings.push(['ok', 'configuration', 'every setting can be used']);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    for (const problem of error.message.split('\n'))
      findings.push(['wrong', 'configuration', problem.replace('Configuration: ', '')]);
  }
  if (settings) {
    const documents = documentsOf(examined, settings);
    findings.push(...documents.findings, await storeOf(examined, settings));
    findings.push(clockOf(examined.now(), documents.newest));
    findings.push(...(await examined.examineSlack(settings)), ...(await examined.examineDiscord(settings)));
  }
  findings.push(timeZones());
  for (const [sort, what, says] of findings) examined.print(`${sort.padEnd(6)} ${what.padEnd(14)} ${says}`);
  return findings.every(([sort]) => sort !== 'wrong');
}

function documentsOf({ openCorpus }: Examined, settings: Settings): { findings: Finding[]; newest?: string } {
  try {
    const { corpus, problems } = openCorpus(settings);
    const count = corpus.documents.length;
    return {
      findings: [
        [
          'ok',
          'documents',
          `${count} read, ${settings.CORPUS_DIR ? 'version' : 'each with the digest of its manifest, version'} ${corpus.version}`,
        ],
        ...problems.map((problem): Finding => ['wrong', 'documents', problem]),
      ],
      ...(corpus.newest && { newest: corpus.newest }),
    };
  } catch (error) {
    // Its class is index's, which an adapter does not import; its message holds the remedy.
    return { findings: [['wrong', 'documents', (error as Error).message.split('\n')[0] ?? '']] };
  }
}

async function storeOf({ openStore }: Examined, settings: Settings): Promise<Finding> {
  const where = settings.DATABASE_URL ? 'PostgreSQL' : `SQLite in ${settings.DATA_DIR}`;
  try {
    const store = openStore(settings);
    try {
      await store.ping();
    } finally {
      await store.close();
    }
    return ['ok', 'store', `${where} can be read and written`];
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return ['wrong', 'store', error.message];
  }
}

function clockOf(now: Date, newest: string | undefined): Finding {
  const day = now.toISOString().slice(0, 10);
  return newest !== undefined && day < newest
    ? ['wrong', 'clock', `it says ${day}, and the documents report from ${newest}: set the machine’s clock`]
    : ['ok', 'clock', `${now.toISOString().slice(0, 16)}Z`];
}

function timeZones(): Finding {
  const count = Intl.supportedValuesOf('timeZone').length;
  return count < FEWEST_TIME_ZONES
    ? ['wrong', 'time zones', `only ${count} are known: use a Node.js with full ICU data`]
    : ['ok', 'time zones', `${count} known, data of ${process.versions.tz}`];
}
