/** What must hold of the image and of the composition; neither is built here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../adapters/settings.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The instructions of each stage, continuation lines joined, comments left out. */
function stages(): readonly (readonly { readonly name: string; readonly rest: string }[])[] {
  const lines = read('Dockerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
  const starts = lines.flatMap(({ name }, i) => (name === 'FROM' ? [i] : []));
  return starts.map((start, i) => lines.slice(start, starts[i + 1]));
}

describe('the image', () => {
  const [packages = [], image = []] = stages();
  const only = (name: string) => image.filter((line) => line.name === name).map(({ rest }) => rest);

  it('is made in two stages of the Node.js that package.json asks for', () => {
    expect(stages()).toHaveLength(2);
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    for (const stage of stages()) expect(stage[0]?.rest).toMatch(/^node:24-slim\b/);
    expect(engines.node).toBe('>=24');
  });

  it('holds no development and no optional package, and ran no script of one', () => {
    const install = packages.filter(({ name }) => name === 'RUN').map(({ rest }) => rest);
    expect(install).toEqual(['npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund']);
    expect(only('RUN').join()).not.toContain('npm');
  });

  it('runs as another user than root, whom nothing but the data belongs to', () => {
    expect(only('USER')).toEqual(['1000:1000']);
    expect(only('RUN')).toEqual(['mkdir /data && chown 1000:1000 /data']);
    expect(only('COPY').filter((rest) => rest.includes('--chown'))).toEqual([]);
    expect(only('VOLUME')).toEqual(['/data']);
  });

  it('tells its health, and starts as `npm start` does, with nothing in between that would keep signals', () => {
    expect(only('HEALTHCHECK').join()).toContain('/healthz');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    expect(JSON.parse(only('CMD').join()) as string[]).toEqual(scripts.start.replace(/^exec /, '').split(' '));
  });

  it('sets settings that there are', () => {
    const names = only('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''));
    expect(names.filter((name) => name !== 'NODE_ENV' && !(name in settings.shape))).toEqual([]);
  });

  it('is built from what it copies alone, all of which is there', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages()
      .flat()
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(read('.dockerignore').split('\n')).toContain('*');
    expect([...new Set(copied)].sort()).toEqual([...allowed].sort());
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('holds every package that the code imports', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const files = ['src', 'index', 'adapters'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => `${folder}/${path}`),
    );
    const imported = files.flatMap((path) =>
      [...read(path).matchAll(/(?:from|import) '((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly stop_grace_period?: string;
  readonly healthcheck?: object;
}

describe('the composition', () => {
  const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> };
  const { database, service } = services;

  it('is a PostgreSQL and two replicas that wait for it', () => {
    expect(Object.keys(services)).toEqual(['database', 'service']);
    expect(database?.image).toMatch(/^postgres:\d+$/);
    expect(database?.healthcheck).toBeDefined();
    expect(service?.build).toBe('.');
    expect(service?.deploy?.replicas).toBe(2);
    expect(service?.depends_on?.database?.condition).toBe('service_healthy');
    expect(service?.environment.DATABASE_URL).toMatch(/^postgres:\/\/.*@database:5432\//);
  });

  it('sets settings that there are, and holds no secret', () => {
    expect(Object.keys(service?.environment ?? {}).filter((name) => !(name in settings.shape))).toEqual([]);
    expect(read('compose.yaml')).toMatch(/POSTGRES_PASSWORD: \$\{POSTGRES_PASSWORD:\?/);
  });

  it('gives each replica a read-only root, no capability, and time to finish', () => {
    expect(service?.read_only).toBe(true);
    expect(service?.cap_drop).toEqual(['ALL']);
    expect(Number.parseInt(service?.stop_grace_period ?? '0', 10)).toBeGreaterThan(10);
  });

  it('is reached from this machine alone, and the database from nowhere outside', () => {
    expect(service?.ports).toEqual(['127.0.0.1:3000-3001:3000']);
    expect(database?.ports).toBeUndefined();
  });
});
