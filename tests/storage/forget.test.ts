import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forget } from '../../adapters/forget.ts';
import { openStore } from '../../adapters/storage/open.ts';
import type { Store } from '../../src/store.ts';
import { answerRecord, scopeA, subscriptionRecord } from './records.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = openStore({ dataDir: folder });
  await store.recordAnswer(scopeA, answerRecord());
  await store.recordAnswer(scopeA, answerRecord({ id: 'a2', person: 'p2' }));
  await store.saveSubscription(subscriptionRecord());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  await forget(args, { open: () => store, print: (text) => printed.push(text) });
  return printed.join('\n');
}

const ofWorkspace = ['--platform', 'slack', '--workspace', 'T1'];
const counted = (answers: number, subscriptions: number) =>
  `${answers} answers, 0 judgements, 0 settings, ${subscriptions} subscriptions, 0 deliveries, 0 standing questions and 0 installations`;

it('only counts, unless it is told to do it', async () => {
  expect(await run(...ofWorkspace, '--person', 'p1')).toBe(
    `Of person p1 in workspace T1 on slack there are ${counted(1, 0)}. Nothing was deleted: add --yes to do it.`,
  );
  expect(await run(...ofWorkspace)).toBe(
    `Of the whole workspace T1 on slack there are ${counted(2, 1)}. Nothing was deleted: add --yes to do it.`,
  );
  expect(await store.held(scopeA)).toMatchObject({ answers: 2 });
});

it('deletes one person, and then the rest of the workspace', async () => {
  expect(await run(...ofWorkspace, '--person', 'p1', '--yes')).toBe(
    `Deleted of person p1 in workspace T1 on slack: ${counted(1, 0)}.`,
  );
  expect(await run(...ofWorkspace, '--yes')).toBe(`Deleted of the whole workspace T1 on slack: ${counted(1, 1)}.`);
  expect(await store.held(scopeA)).toMatchObject({ answers: 0, subscriptions: 0 });
});

it.each([
  [[]],
  [['--platform', 'slack']],
  [['--platform', ' ', '--workspace', 'T1']],
  [[...ofWorkspace, '--person', '']],
  [[...ofWorkspace, '--person', ' ', '--yes']],
  [[...ofWorkspace, '--people', 'p1']],
])('deletes nothing for %j, and says what to do', async (args) => {
  await expect(run(...args)).rejects.toMatchObject({ name: 'UsageError' });
  expect(await store.held(scopeA)).toMatchObject({ answers: 2 });
});
