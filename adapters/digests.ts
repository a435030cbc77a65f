import { parseArgs } from 'node:util';
import { plainText } from '../src/reply/reply.ts';
import { historyReply, subscriptionLine } from '../src/reply/subscription-reply.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import { UsageError } from './errors.ts';

/** So many deliveries are listed of one digest; fewer where there is no id. */
const SHOWN_OF_ONE = 50;
const SHOWN_OF_EACH = 5;
const FOR_ALL = 'everyone';

interface DigestsParts {
  readonly open: () => Pick<Store, 'everySubscription' | 'deliveries'>;
  readonly print: (text: string) => void;
}

/** Runs `npm run digest -- list` and `history`. Throws {@link UsageError}, rejects with `StoreUnavailable`. */
export async function reportDigests(args: readonly string[], { open, print }: DigestsParts): Promise<void> {
  const { what, id, json } = readOptions(args);
  const store = open();
  const every = await store.everySubscription();
  const meant = id === undefined ? every : every.filter((one) => one.id === id);
  if (id !== undefined && meant.length === 0)
    throw new UsageError(`There is no digest ${plainly(id)}; npm run digest -- list shows those that there are.`);
  if (what === 'list') {
    if (json) return print(JSON.stringify({ subscriptions: meant }, null, 2));
    return print(meant.length === 0 ? 'No digest is set up.' : meant.map(listLine).join('\n'));
  }
  const most = id === undefined ? SHOWN_OF_EACH : SHOWN_OF_ONE;
  const told = await Promise.all(
    meant.map(async (subscription) => ({
      subscription,
      deliveries: await store.deliveries(subscription.scope, subscription.id, most + 1),
    })),
  );
  if (json) return print(JSON.stringify({ history: told }, null, 2));
  if (told.length === 0) return print('No digest is set up.');
  print(
    told
      .map(({ subscription, deliveries }) => {
        const shown = deliveries.slice(0, most);
        const reply = historyReply(subscription, shown, deliveries.length > most, mannerOf(subscription));
        return plainly(`${whereOf(subscription)}\n${plainText(reply)}`);
      })
      .join('\n\n'),
  );
}

function mannerOf({ channel, graceMinutes }: Subscription) {
  return { commands: 'npm run ', channel, forAll: FOR_ALL, defaults: { graceMinutes } };
}

function listLine(subscription: Subscription): string {
  const { segments } = subscriptionLine(subscription, mannerOf(subscription));
  return plainly(`${whereOf(subscription)}  ${segments.map(({ text }) => text).join('')}`);
}

function whereOf({ scope, channel, personal }: Subscription): string {
  return `${scope.platform} ${scope.workspace} ${personal ? 'to one person' : channel}`;
}

/** What a person typed, such as a topic, is shown as plain characters: a terminal would obey others. */
function plainly(text: string): string {
  return text.replace(/[^\P{C}\n]+/gu, ' ');
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [what, id, ...more] = positionals;
  if ((what !== 'list' && what !== 'history') || more.length > 0 || (what === 'list' && id !== undefined))
    throw new UsageError('Write npm run digest -- list, or npm run digest -- history [ID].');
  return { what, id, json: values.json ?? false } as const;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See npm run digest -- --help.`, { cause: error });
  }
}
