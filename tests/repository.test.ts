/** What must hold of the repository as a whole: its packages, its README, its CI, and that its code knows no story. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const answerCommand = 'npm ci && npm start -- --ask "exclusivity"';
const testCommand = 'npm ci && npm test';

/** Every file that is, or is about to be, in the repository; in a copy without git, every file in the folder. */
function repositoryFiles(): readonly string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const listed = git.status === 0 ? git.stdout.split('\0') : readdirSync(root, { recursive: true, encoding: 'utf8' });
  return listed.filter(
    (path) =>
      path !== '' &&
      !/^(?:\.git|data|coverage)(?:\/|$)|(?:^|\/)node_modules(?:\/|$)/.test(path) &&
      existsSync(join(root, path)) &&
      statSync(join(root, path)).isFile(),
  );
}

function codeFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const sorts = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Where a locked package may find those it needs: its own folder, then those around it. */
function places(path: string): readonly string[] {
  const inner = path === '' ? [] : [`${path}/`];
  const end = path.lastIndexOf('/node_modules/');
  return end === -1 ? [...inner, ''] : [...inner, ...places(path.slice(0, end))];
}

describe.each(['', 'tests/peers/discord/'])('the packages of ./%s', (folder) => {
  const manifest = JSON.parse(read(`${folder}package.json`)) as Manifest;
  const lock = JSON.parse(read(`${folder}package-lock.json`)) as {
    packages: Readonly<Record<string, Manifest & { readonly resolved?: string }>>;
  };

  it('are pinned to one exact version each', () => {
    const versions = sorts.flatMap((sort) => Object.entries(manifest[sort] ?? {}));
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked as the manifest names them', () => {
    for (const sort of sorts) expect(lock.packages['']?.[sort]).toEqual(manifest[sort]);
  });

  it('are locked with every package that a locked one names, for other platforms too, or `npm ci` refuses', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !places(path).some((place) => `${place}node_modules/${name}` in lock.packages))
        .map((name) => `${name}, named by ${path || 'package.json'}`),
    );
    expect(missing).toEqual([]);
  });

  it('are locked without the address of the registry they came from', () => {
    const resolved = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(resolved).toEqual([]);
  });
});

/** The registry's address in a text: well-known hosts, this machine's own, and whatever calls itself a registry. */
function registryHosts(text: string): readonly string[] {
  const known = [
    ['npmjs', 'org'],
    ['yarnpkg', 'com'],
    ['npmmirror', 'com'],
  ].map(([name, end]) => `registry.${name}.${end}`);
  const own = process.env.npm_config_registry;
  const hosts = own === undefined ? known : [...known, new URL(own).host];
  return [
    ...hosts.filter((host) => text.includes(host)),
    ...(text.match(/https?:\/\/[^\s/"'`<>()$]*\bregistry\b[^\s/"'`<>()]*/gi) ?? []),
    ...(text.match(/^(?:@[\w-]+:)?registry\s*=.*$/gm) ?? []),
  ];
}

describe('the files of the repository', () => {
  it('name no registry host', () => {
    const files = repositoryFiles();
    expect(files).toContain('package.json');
    expect(files.flatMap((path) => registryHosts(read(path)).map((host) => `${path}: ${host}`))).toEqual([]);
  });

  it('are none that a merge or an editor left behind', () =>
    expect(repositoryFiles().filter((path) => /\.(?:orig|rej|bak|swp|tmp)$|~$/.test(path))).toEqual([]));

  it('would be found out if they did', () => {
    expect(registryHosts(`"resolved": "${'https:'}//registry.${'example'}/zod.tgz"`)).toHaveLength(1);
    expect(registryHosts(['registry', 'npmjs', 'org'].join('.'))).toHaveLength(1);
    expect(registryHosts(`@team:registry${'='}//packages.example/`)).toHaveLength(1);
    expect(registryHosts('metrics come from registry.metrics()')).toEqual([]);
  });
});

/** The blocks of a Markdown text that are marked `bash`, in order. */
function bashBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```bash[ \t]*\n(.*?)^```[ \t]*$/gms)].map((match) => (match[1] ?? '').trim());
}

describe('the README', () => {
  it('gives exactly two commands in bash blocks: the one that starts it and answers, then the one that tests', () => {
    expect(existsSync(join(root, 'README.md')), 'README.md is missing').toBe(true);
    expect(bashBlocks(read('README.md'))).toEqual([answerCommand, testCommand]);
  });
});

describe('.ci/run', () => {
  const folders: string[] = [];

  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  interface Fake {
    readonly readme?: string;
    /** Exit status by npm's first words, 0 where none is given. */
    readonly exits?: Readonly<Record<string, number>>;
    /** What the tests report, as vitest's JSON reporter writes it. */
    readonly results?: object;
    /** Who runs it where no browser is installed, and how installing one ends. */
    readonly noBrowser?: { readonly user: number; readonly apt: number };
  }

  /** Runs the script in a made-up checkout whose npm only notes how it was called. */
  function run({ readme, exits = {}, results, noBrowser }: Fake) {
    const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
    folders.push(folder);
    for (const name of ['.ci', 'bin', 'elsewhere']) mkdirSync(join(folder, name));
    copyFileSync(join(root, '.ci/run'), join(folder, '.ci/run'));
    if (readme !== undefined) writeFileSync(join(folder, 'README.md'), readme);
    writeFileSync(join(folder, 'results.json'), JSON.stringify(results ?? null));
    const report = results === undefined ? '' : 'test) cp results.json "$TEST_RESULTS_FILE" ;;';
    const ends = Object.entries(exits).map(([words, status]) => `"${words}") exit ${status} ;;`);
    const fake = [
      '#!/bin/sh',
      'echo "$*" >> calls',
      `case "$*" in ${report} esac`,
      `case "$*" in ${ends.join(' ')} esac`,
    ];
    writeFileSync(join(folder, 'bin/npm'), `${fake.join('\n')}\n`);
    chmodSync(join(folder, 'bin/npm'), 0o755);
    const put = (name: string, line: string) => {
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${line}\n`);
      chmodSync(join(folder, 'bin', name), 0o755);
    };
    put('id', `echo ${noBrowser?.user ?? 1}`);
    put('apt-get', `echo "apt-get $1" >> calls\nexit ${noBrowser?.apt ?? 0}`);
    const CHROMIUM_PATH = noBrowser ? join(folder, 'no-browser') : process.execPath;
    const { status, stdout, stderr } = spawnSync(join(folder, '.ci/run'), {
      cwd: join(folder, 'elsewhere'),
      encoding: 'utf8',
      env: { ...process.env, CHROMIUM_PATH, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` },
    });
    const calls = existsSync(join(folder, 'calls'))
      ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
      : [];
    return { status, calls, last: stdout.trimEnd().split('\n').at(-1), stdout, stderr };
  }

  const block = (command: string): string => `\`\`\`bash\n${command}\n\`\`\`\n`;
  const readme = `# A title\n\n${block(answerCommand)}\nTests:\n\n${block(testCommand)}`;
  const green = { success: true, numPassedTests: 12, numFailedTests: 0, testResults: [] };
  const red = { success: false, numPassedTests: 11, numFailedTests: 1, testResults: [] };

  it('installs, checks, runs the test command of the README and counts', () => {
    const { status, calls, last } = run({ readme, results: green });
    expect(calls).toEqual(['ci', 'run check', 'run peer:discord', 'ci', 'test']);
    expect(last).toBe('12 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('runs what the README says, whatever it says', () => {
    const { calls } = run({ readme: readme.replace(testCommand, 'npm run other'), results: green });
    expect(calls).toEqual(['ci', 'run check', 'run peer:discord', 'run other']);
  });

  it('installs a browser for the tests where there is none and it may, and goes on without one', () => {
    const install = ['apt-get update', 'apt-get install'];
    const rest = ['ci', 'run check', 'run peer:discord', 'ci', 'test'];
    expect(run({ readme, results: green, noBrowser: { user: 0, apt: 0 } }).calls).toEqual([...install, ...rest]);
    const failed = run({ readme, results: green, noBrowser: { user: 0, apt: 100 } });
    expect(failed.calls).toEqual(['apt-get update', ...rest]);
    expect(failed.status).toBe(0);
    expect(failed.stdout).toContain('the tests that need it are skipped');
    expect(run({ readme, results: green, noBrowser: { user: 1000, apt: 0 } }).calls).toEqual(rest);
  });

  it('fails when a test fails', () => {
    const { status, last } = run({ readme, results: red, exits: { test: 1 } });
    expect(last).toBe('11 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('counts a test file that could not be loaded as one failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    const { status, last } = run({ readme, results: { ...green, success: false, testResults }, exits: { test: 1 } });
    expect(last).toBe('12 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('fails when a check fails, and still runs the tests', () => {
    const { status, calls, last } = run({ readme, results: green, exits: { 'run check': 3 } });
    expect(calls).toEqual(['ci', 'run check', 'run peer:discord', 'ci', 'test']);
    expect(last).toBe('12 passed, 0 failed');
    expect(status).toBe(3);
  });

  it('stops when nothing could be installed', () => {
    const { status, calls, last } = run({ readme, exits: { ci: 7 } });
    expect(calls).toEqual(['ci']);
    expect(last).toBe('0 passed, 1 failed');
    expect(status).toBe(7);
  });

  it('fails when the tests end without a word', () => {
    const { status, last } = run({ readme });
    expect(last).toBe('0 passed, 1 failed');
    expect(status).not.toBe(0);
  });

  it('says so when the README has no test command', () => {
    const { status, calls, stderr } = run({ readme: `# A title\n\n${block(answerCommand)}` });
    expect(stderr).toContain('README.md has no second ```bash block');
    expect(calls).toEqual([]);
    expect(status).toBe(1);
    expect(run({}).stderr).toContain('there is no README.md');
  });
});

/** Capitalised words and short forms that any story may hold: the code may use them too. */
const neutral = new Set(
  `January February March April May June July August September October November December
   Monday Tuesday Wednesday Thursday Friday Saturday Sunday
   AI API APIs CEO CFO COO CTO EU GPU GPUs ID IP IPO IT PDF Q1 Q2 Q3 Q4 SDK SDKs UK UN US USA USD
   Europe European States United Big Tech Runtime Web`.split(/\s+/),
);

/** Names that are words of everyday English, or of programming, when in lower case. */
const ordinaryInLowerCase = new Set(['amazon', 'claude', 'oracle', 'scout', 'verge']);

/** What a story's documents name: capitalised words inside a sentence, host names, and sums of money. */
function storyNames(documents: readonly string[]) {
  const text = documents.join('\n\n');
  const hosts = new Set(text.match(/\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|gov|edu|eu|uk)\b/g) ?? []);
  const prose = text.replaceAll(/\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|gov|edu|eu|uk)\b/g, ' ');
  const common = new Set(prose.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? []);
  // Headings capitalise any word; a line of prose ends in a full stop, or holds one.
  const sentences = prose
    .split('\n')
    .filter((line) => /[.!?]["”’)]*(?:\s|$)/.test(line) && /\p{Ll}{2,} \p{Ll}{2,}/u.test(line));
  const words = new Set<string>();
  for (const line of sentences) {
    for (const [word] of line.matchAll(
      /(?<=[\p{L}\p{N},;] [("“‘]?|\p{L}['’]s? |[\p{L}\p{N}][-/])\p{Lu}[\p{L}\p{N}]+/gu,
    )) {
      if (!neutral.has(word) && !common.has(word.toLowerCase())) words.add(word);
    }
  }
  const sums = new Set(
    [...prose.matchAll(/([$€£])\s?(\d[\d.,]*\d|\d)(?:\s?(trillion|billion|million))?/g)]
      .filter(([, , digits = '', unit]) => unit !== undefined || digits.length > 1)
      .map(([, sign, digits, unit]) => `${sign}${digits}${unit === undefined ? '' : ` ${unit}`}`),
  );
  return { words, hosts, sums };
}

/** Which of the names a piece of code holds as whole words, comments included. */
function namesIn(code: string, { words, hosts, sums }: ReturnType<typeof storyNames>): readonly string[] {
  // Identifiers are words run together: `redmondAliases`, `REDMOND_ALIASES`.
  const whole = new Set(code.match(/[\p{L}\p{N}]+/gu) ?? []);
  for (const [part] of code.matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu)) whole.add(part);
  const held = [...words].filter((word) => {
    const lower = word.toLowerCase();
    return whole.has(word) || whole.has(word.toUpperCase()) || (!ordinaryInLowerCase.has(lower) && whole.has(lower));
  });
  const dense = code.replaceAll(/\s+/g, ' ');
  return [
    ...held,
    ...[...hosts].filter((host) => dense.includes(host)),
    ...[...sums].filter((sum) => new RegExp(`${sum.replaceAll(/[$.]/g, '\\$&')}(?![\\d.,]*\\d)`).test(dense)),
  ];
}

describe('the code knows no story', () => {
  const corpus = 'index/corpus/documents';

  it('src and index hold none of the names of the built-in corpus', (context) => {
    if (!existsSync(join(root, corpus))) return context.skip('the built-in corpus is not there yet');
    const documents = readdirSync(join(root, corpus)).filter((name) => name.endsWith('.txt'));
    const names = storyNames(documents.map((name) => read(`${corpus}/${name}`)));
    expect(names.words.size, 'too few names were read for this to mean anything').toBeGreaterThan(10);
    const files = [...codeFiles('src'), ...codeFiles('index')];
    expect(files.flatMap((path) => namesIn(read(path), names).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  const story = storyNames([
    'The Harbour Office Decides\nOn March 3 the Hesk council told Petrel Lines that the ferry would stop. (tidings.com) ' +
      'It paid $40 million, and HPL lost $12.5 billion (in all).\n',
  ]);
  const check = (code: string, expected: readonly string[]) => expect(namesIn(code, story)).toEqual(expected);

  it('would be found out if it did', () => {
    expect([...story.words]).toEqual(['Hesk', 'Petrel', 'Lines', 'HPL']);
    check("const owner = 'Petrel';", ['Petrel']);
    check('/** As Hesk did. */', ['Hesk']);
    check("const aliases = { hpl: ['petrel lines'] };", ['Petrel', 'Lines', 'HPL']);
    check('const heskAliases = PETREL_NAMES;', ['Hesk', 'Petrel']);
    check("if (host === 'tidings.com') return;", ['tidings.com']);
    check("// 'paid $40 million' reads as", ['$40 million']);
    check('// $12.5\n billion', ['$12.5 billion']);
  });

  it('may use months, the words of headings, and other sums', () => {
    check("const months = ['March']; // Decides, Office, a sum of $400 million", []);
  });
});
