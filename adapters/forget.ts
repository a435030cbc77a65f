import { parseArgs } from 'node:util';
import type { HeldCounts } from '../src/store/deletion.ts';
import type { Scope } from '../src/store/scope.ts';
import type { Store } from '../src/store.ts';
import { UsageError } from './errors.ts';

const HELP = `Deletes all that is kept of one person, or of one workspace. Without --yes it only counts.

  npm run forget -- --platform slack --workspace T012AB --person U034CD
  npm run forget -- --platform slack --workspace T012AB
  --yes                            deletes; there is no way back but a backup

The ids are those of the platform. Backups are not touched.
`;

interface ForgetParts {
  readonly open: () => Pick<Store, 'held' | 'forgetPerson' | 'forgetWorkspace'>;
  readonly print: (text: string) => void;
}

/** Runs `npm run forget`. Throws {@link UsageError}, rejects with `StoreUnavailable`. */
export async function forget(args: readonly string[], { open, print }: ForgetParts): Promise<void> {
  const { scope, person, yes, help } = readOptions(args);
  if (help) return print(HELP);
  const store = open();
  const whole = `workspace ${scope.workspace} on ${scope.platform}`;
  const whom = person === undefined ? `the whole ${whole}` : `person ${person} in ${whole}`;
  if (!yes) {
    print(`Of ${whom} there are ${inWords(await store.held(scope, person))}. Nothing was deleted: add --yes to do it.`);
    return;
  }
  const deleted = person === undefined ? store.forgetWorkspace(scope) : store.forgetPerson(scope, person);
  print(`Deleted of ${whom}: ${inWords(await deleted)}.`);
}

function inWords(counts: HeldCounts): string {
  const { answers, feedback, settings, subscriptions, deliveries, standing, installations } = counts;
  return (
    `${answers} answers, ${feedback} judgements, ${settings} settings, ${subscriptions} subscriptions, ` +
    `${deliveries} deliveries, ${standing} standing questions and ${installations} installations`
  );
}

function readOptions(args: readonly string[]) {
  const { platform = '', workspace = '', person, yes = false, help = false } = parse(args);
  const scope: Scope = { platform: platform.trim(), workspace: workspace.trim() };
  if (!help && !(scope.platform && scope.workspace))
    throw new UsageError('Say whose data it is: npm run forget -- --platform NAME --workspace ID [--person ID].');
  // An empty name must never come to mean everybody.
  if (person !== undefined && !person.trim())
    throw new UsageError('--person needs an id; leave it out to forget the whole workspace.');
  return { scope, person: person?.trim(), yes, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        platform: { type: 'string' },
        workspace: { type: 'string' },
        person: { type: 'string' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm run forget -- --help.`, { cause: error });
  }
}
