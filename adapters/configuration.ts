import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigurationError } from './errors.ts';
import { missingCompanions, type SettingName, type Settings, settings } from './settings.ts';

/**
 * Reads the service's settings from the environment and from the text of an `.env` file; the environment wins. A name
 * that is set to nothing counts as unset. Throws {@link ConfigurationError} with every problem at once; values are not
 * repeated in it, since they may be secrets.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, envFile = ''): Settings {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...parseEnv(envFile), ...environment }))
    if (name in settings.shape && value?.trim()) given[name] = value.trim();
  const read = settings.safeParse(given);
  const problems = read.success
    ? missingCompanions(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (problems.length > 0 || !read.success)
    throw new ConfigurationError(problems.map((problem) => `Configuration: ${problem}.`).join('\n'));
  return read.data;
}

/** The text of an `.env` file; nothing where there is none. */
export function readEnvFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new ConfigurationError(`Configuration: ${path} cannot be read: make it readable, or take it away.`, {
      cause: error,
    });
  }
}

/** One line for each setting, in the order of the schema: for `.env.example` and the documentation. */
export function settingRows(): readonly { name: SettingName; meaning: string; fallback: string }[] {
  return (Object.keys(settings.shape) as SettingName[]).map((name) => {
    const schema = settings.shape[name];
    const fallback = schema.safeParse(undefined).data;
    return { name, meaning: schema.description ?? '', fallback: fallback === undefined ? '' : String(fallback) };
  });
}
