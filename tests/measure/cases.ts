import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './judge.ts';

interface Case {
  readonly id: string;
  readonly docs: readonly { readonly title?: string; readonly published?: string; readonly text: string }[];
  readonly items: readonly {
    readonly turns?: readonly string[];
    readonly asOf?: string;
    readonly expect: string;
    readonly lead?: readonly string[];
  }[];
}

/** The rows of a file of questions or claims. */
export function readRows(file: string): Row[] {
  return lines(file).map((line) => JSON.parse(line) as Row);
}

/** Every other of a file of small worlds, its documents in a folder of their own under the system's temporary one. */
export function readCases(file: string): { readonly folder: string; readonly rows: readonly Row[] }[] {
  return lines(file)
    .filter((_, i) => i % 2 === 0)
    .map((line) => {
      const { id, docs, items } = JSON.parse(line) as Case;
      const folder = mkdtempSync(join(tmpdir(), 'case-'));
      for (const [i, { title = `Report ${i + 1}`, published, text }] of docs.entries()) {
        const head = [`title: ${JSON.stringify(title)}`, ...(published ? [`published: ${published}`] : [])];
        writeFileSync(join(folder, `00${i}.txt`), `---\n${head.join('\n')}\n---\n\n${text}\n`);
      }
      const asked = items.filter(({ turns, asOf, expect }) => turns && !(asOf && expect === 'declined'));
      const rows = asked.map(({ lead, ...item }, i) => ({ ...item, id: `${id}-${i}`, leadOneOf: lead ?? [] }));
      return { folder, rows: rows as unknown as Row[] };
    });
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
