/** Who may import whom is enforced by biome.json; these tests show that the rules bite, and bite nothing else. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

const imports = 'lint/style/noRestrictedImports';
const globals = 'lint/style/noRestrictedGlobals';
const properties = 'lint/nursery/noJsRestrictedProperties';
const cycles = 'lint/suspicious/noImportCycles';

interface Planted {
  readonly what: string;
  readonly path: string;
  readonly source: string;
  readonly rule: string;
}

/** One violation in one file. The file's own name plays no part in any rule. */
function plant(folder: string, source: string, rule = imports): Planted {
  const name = `planted-${source.replaceAll(/[^a-z0-9]+/gi, '-')}`;
  return { what: `${folder}: ${source}`, path: `${folder}/${name}.ts`, source, rule };
}

const violations: readonly Planted[] = [
  // src imports itself and zod and nothing else
  plant('src', "import 'node:fs';"),
  plant('src', "import 'node:fs/promises';"),
  plant('src', "import 'minisearch';"),
  plant('src', "import 'yaml';"),
  plant('src', "import '../index/store/store.ts';"),
  plant('src', "import './../index/store/store.ts';"),
  plant('src', "import './calendar/../../index/store/store.ts';"),
  plant('src', "import '../adapters/main.ts';"),
  plant('src', "import '../tests/help.ts';"),
  plant('src', "import '/opt/help.ts';"),
  plant('src', "export * from '../index/store/store.ts';"),
  plant('src', "export type { Store } from '../index/store/store.ts';"),
  plant('src', "export const late = await import('../index/store/store.ts');"),
  plant('src/calendar', "import 'node:fs';"),
  plant('src/calendar', "import '../../index/store/store.ts';"),
  plant('src/calendar', "import '../calendar/../../index/store/store.ts';"),
  plant('src/calendar', "import '../../src/model.ts';"),
  plant('src/answer/parts', "import '../../../index/store/store.ts';"),
  plant('src/answer/parts', "import '../../answer/../../index/store/store.ts';"),
  plant('src/too/deep/down', "import '../../../model.ts';"),
  // src touches neither the world nor a clock nor chance
  plant('src', 'console.error(1);', globals),
  plant('src', 'export const home = process.env.HOME;', globals),
  plant('src', "export const page = fetch('x:');", globals),
  plant('src', 'export const all = globalThis;', globals),
  plant('src', 'export const started = performance.timeOrigin;', globals),
  plant('src/calendar', 'export const now = Date.now();', properties),
  plant('src/calendar', 'export const { now } = Date;', properties),
  plant('src/calendar', 'export const dice = Math.random();', properties),
  // index sees the shapes of src, the reader of dates, and its text libraries
  plant('index', "import '../src/answer/answer.ts';"),
  plant('index', "import '../src/calendar/../answer/answer.ts';"),
  plant('index', "import '../adapters/main.ts';"),
  plant('index', "import '../adapters/terminal/render.ts';"),
  plant('index', "import 'node:fs';"),
  plant('index', "import 'hono';"),
  plant('index/statements', "import 'node:path';"),
  plant('index/statements', "import '../../src/answer/answer.ts';"),
  plant('index/statements', "import '../../adapters/terminal/render.ts';"),
  plant('index/read', "import '../../adapters/storage/sqlite.ts';"),
  plant('index/read', "import 'fs';"),
  plant('index/store', "import '../../src/answer/answer.ts';"),
  plant('index/read/markup', "import '../../../src/answer/answer.ts';"),
  plant('index/statements/dates', "import 'node:fs';"),
  // an adapter never sees another one, nor index; only adapters/main.ts and adapters/service.ts see everything
  plant('adapters/terminal', "import '../slack/render.ts';"),
  plant('adapters/slack', "import '../discord/render.ts';"),
  plant('adapters/discord', "import '../slack/render.ts';"),
  plant('adapters/web', "import '../storage/sqlite.ts';"),
  plant('adapters/slack', "import '../storage/sqlite.ts';"),
  plant('adapters/storage', "import '../web/page.ts';"),
  plant('adapters/terminal', "import './../slack/render.ts';"),
  plant('adapters/terminal', "import '../terminal/../slack/render.ts';"),
  plant('adapters/terminal', "import '../../adapters/slack/render.ts';"),
  plant('adapters/terminal', "import '../main.ts';"),
  plant('adapters/terminal', "import '../../index/store/store.ts';"),
  plant('adapters/terminal', "import '../../src/../index/store/store.ts';"),
  plant('adapters/terminal', "import '../../tests/help.ts';"),
  plant('adapters/web/pages', "import '../../slack/render.ts';"),
  plant('adapters/web/pages', "import '../../main.ts';"),
  plant('adapters/web/pages', "import '../../../index/store/store.ts';"),
  plant('adapters', "import './slack/render.ts';"),
  plant('adapters', "import '../index/store/store.ts';"),
  plant('adapters', "import './main.ts';"),
  plant('adapters', "import './service.ts';"),
  plant('adapters/web', "import '../service.ts';"),
  // cycles, of values and of types alone
  { what: 'a cycle, there', path: 'src/cycle/a.ts', source: "import './b.ts';", rule: cycles },
  { what: 'a cycle, and back', path: 'src/cycle/b.ts', source: "import './a.ts';", rule: cycles },
  {
    what: 'a cycle of types, there',
    path: 'src/cycle/hen.ts',
    source: "import type { Egg } from './egg.ts';\nexport type Hen = Egg[];",
    rule: cycles,
  },
  {
    what: 'a cycle of types, and back',
    path: 'src/cycle/egg.ts',
    source: "import type { Hen } from './hen.ts';\nexport type Egg = { from: Hen };",
    rule: cycles,
  },
];

/** Everything that the design allows, once each. */
const allowed: Readonly<Record<string, string>> = {
  'src/model.ts': 'export interface Thing {\n  readonly at: string;\n}\n',
  'src/ports.ts':
    "import { z } from 'zod';\nimport type { Thing } from './model.ts';\nexport const Port = z.custom<Thing>();\n",
  'src/calendar/iso.ts':
    "import { z } from 'zod/mini';\nexport const day = new Date(Date.UTC(2031, 4, 6)).toISOString();\nexport const Day = z.string();\n",
  'src/calendar/resolve.ts':
    "import type { Thing } from '../model.ts';\nimport { day } from './iso.ts';\nexport const thing: Thing = { at: day };\n",
  'src/answer/answer.ts':
    "import { thing } from '../calendar/resolve.ts';\nimport { Port } from '../ports.ts';\nexport const answer = Port.parse(thing);\n",
  'src/answer/parts/lead.ts':
    "import { day } from '../../calendar/iso.ts';\nimport { answer } from '../answer.ts';\nexport const lead = [day, answer];\n",
  'index/index.ts':
    "import './read/read.ts';\nimport '../src/ports.ts';\nimport '../src/calendar/iso.ts';\nimport 'minisearch';\n",
  'index/read/read.ts':
    "import 'node:fs';\nimport 'node:fs/promises';\nimport 'yaml';\nimport '../statements/split.ts';\nimport '../../src/model.ts';\n",
  'index/read/markup/heading.ts':
    "import 'node:path';\nimport '../../statements/split.ts';\nimport '../../../src/model.ts';\n",
  'index/statements/split.ts': "import 'yaml';\nimport 'zod';\nimport '../../src/calendar/resolve.ts';\n",
  'index/store/store.ts': "import 'node:fs';\nexport type Store = string;\n",
  'adapters/main.ts':
    "import 'node:fs';\nimport './check-words.ts';\nimport './slack/render.ts';\nimport './storage/sqlite.ts';\nimport './web/page.ts';\nimport '../index/index.ts';\nimport '../src/answer/answer.ts';\n",
  'adapters/service.ts':
    "import './log.ts';\nimport './storage/sqlite.ts';\nimport './web/page.ts';\nimport '../index/index.ts';\nimport '../src/answer/answer.ts';\n",
  'adapters/log.ts': "import 'node:util';\n",
  'adapters/check.ts': "await import('./main.ts');\n",
  'adapters/check-words.ts': "import 'node:util';\nimport '../src/model.ts';\n",
  'adapters/discord/render.ts': "import './words.ts';\n",
  'adapters/discord/words.ts': "import '../check-words.ts';\nimport '../../src/answer/parts/lead.ts';\n",
  'adapters/slack/render.ts': "import '../../src/answer/answer.ts';\n",
  'adapters/storage/sqlite.ts': "import 'node:sqlite';\n",
  'adapters/terminal/render.ts': "import 'node:process';\nconsole.log(new Date());\n",
  'adapters/web/page.ts': "import './pages/home.ts';\n",
  'adapters/web/pages/home.ts':
    "import 'node:http';\nimport '../../check-words.ts';\nimport '../../../src/answer/answer.ts';\n",
  'tests/help.ts':
    "import '../adapters/main.ts';\nimport '../index/store/store.ts';\nimport '../src/answer/answer.ts';\nimport 'vitest';\n",
};

interface Finding {
  readonly path: string;
  readonly rule: string;
}

/** The lint findings for a folder. Throws where biome says nothing readable: silence must not pass for consent. */
function lint(folder: string, ...options: readonly string[]): readonly Finding[] {
  const run = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', ...options, '.'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  const report = JSON.parse(run.stdout) as {
    summary: { unchanged: number; changed: number };
    diagnostics: { category: string; location?: { path?: string } }[];
  };
  if (report.summary.unchanged + report.summary.changed === 0) throw new Error(`biome saw no file: ${run.stderr}`);
  return report.diagnostics.map(({ category, location }) => ({
    rule: category,
    path: (location?.path ?? '').replaceAll('\\', '/'),
  }));
}

/** A folder that holds these files under this project's own rules. */
function grow(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')));
  for (const name of ['biome.json', 'package.json']) copyFileSync(join(root, name), join(folder, name));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return folder;
}

describe('the import boundaries', () => {
  const folders: string[] = [];
  let found: readonly Finding[] = [];

  beforeAll(() => {
    const folder = grow({
      ...allowed,
      ...Object.fromEntries(violations.map(({ path, source }) => [path, `${source}\n`])),
    });
    folders.push(folder);
    found = lint(folder);
  }, 30_000);

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it.each(violations)('report $what', ({ path, rule }) => {
    expect(found).toContainEqual({ path, rule });
  });

  it('report nothing but the planted violations', () => {
    // An undeclared package is reported once more, as undeclared.
    const boundaryRules = [imports, globals, properties, cycles];
    const other = found.filter(
      ({ path, rule }) => boundaryRules.includes(rule) && !violations.some((v) => v.path === path),
    );
    expect(other).toEqual([]);
  });

  it('let pass what the design allows', () => {
    const folder = grow(allowed);
    folders.push(folder);
    expect(lint(folder)).toEqual([]);
  }, 30_000);

  it('hold in this project', () => {
    const rules = [imports, globals, properties, cycles].map((rule) => `--only=${rule.replace('lint/', '')}`);
    expect(lint(root, ...rules)).toEqual([]);
  }, 30_000);
});

const packages = { src: ['zod'], index: ['minisearch', 'yaml', 'zod'] } as const;

/** What no rule of biome sees: a clock behind a constructor, an import behind a type, a computed path or a late `require`. */
function unseen(source: string, folder: keyof typeof packages): readonly string[] {
  const own = `\\(\\s*'(?:${packages[folder].join('|')})'\\s*\\)`;
  const patterns: Readonly<Record<string, RegExp>> = {
    'a clock: new Date() without an argument': /\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())/,
    'a clock: Date() as a function': /(?<!new\s+|[.\w])Date\s*\(/,
    'an import inside an expression or a type': new RegExp(`\\bimport\\s*(?!${own})\\(`),
    'a late require': new RegExp(`\\bcreateRequire\\s*(?!\\(import\\.meta\\.url\\)${own})\\(`),
    'a boundary rule switched off':
      /biome-ignore(?:-\w+)?\s+lint(?:\s|:|\/(?:style|nursery|suspicious)(?:\s|:|\/(?:noRestricted|noJsRestricted|noImportCycles)))/,
  };
  return Object.keys(patterns).filter((what) => patterns[what]?.test(source));
}

describe('what biome cannot see', () => {
  const check = (source: string, expected: number, folder: keyof typeof packages = 'src') =>
    expect(unseen(source, folder), source).toHaveLength(expected);

  it('is caught where it is planted', () => {
    check('const now = new Date();', 1);
    check('const now = new Date( ).getTime();', 1);
    check('const now = new Date;', 1);
    check('const now = Date();', 1);
    check("type Store = import('../index/store.ts').Store;", 1);
    check("type Yaml = typeof import('yaml');", 1);
    check("type Files = typeof import('node:fs');", 1, 'index');
    check('await import(`../index/store.ts`);', 1);
    check("createRequire(import.meta.url)('../../adapters/main.ts');", 1, 'index');
    check('const require = createRequire(import.meta.url);', 1, 'index');
    check('// biome-ignore lint/style/noRestrictedImports: just this once', 1);
    check('// biome-ignore-all lint/suspicious/noImportCycles: just this once', 1);
    check('// biome-ignore lint: just this once', 1);
  });

  it('lets pass what is allowed', () => {
    check('const day = new Date(Date.UTC(2031, 4, 6));', 0);
    check('const day: Date = parsed;', 0);
    check('const ok = day instanceof Date;', 0);
    check("import { day } from './iso.ts';", 0);
    check("createRequire(import.meta.url)('yaml') as typeof import('yaml');", 0, 'index');
    check('toDate(text); spoken.Date(text);', 0);
    check('// biome-ignore lint/style/noNonNullAssertion: the loop above filled it', 0);
  });

  it('is not in src or index', () => {
    for (const folder of ['src', 'index'] as const) {
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      const modules = files.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
      expect(modules.length).toBeGreaterThan(0);
      const caught = modules.flatMap((path) =>
        unseen(readFileSync(join(root, path), 'utf8'), folder).map((what) => `${path}: ${what}`),
      );
      expect(caught).toEqual([]);
    }
  });
});
