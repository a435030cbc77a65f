/**
 * Discord's own OpenAPI description, where there is one: `DISCORD_OPENAPI` names it, or it lies beside the repository.
 * The repository does not hold it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const path =
  process.env.DISCORD_OPENAPI ??
  join(resolve(import.meta.dirname, '../../..'), 'shared/reference/discord-openapi.json');

export const hasDescription = existsSync(path);

interface Description {
  readonly paths: Readonly<
    Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>
  >;
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> };
}

/** What the library adds by itself, and Discord takes. */
const ALSO_TAKEN: readonly string[] = [];

/** Says what is wrong with a request; nothing where it is right, or where it has no body. */
export function makeChecker(): (request: { method: string; path: string; body: unknown }) => readonly string[] {
  const description = JSON.parse(readFileSync(path, 'utf8')) as Description;
  // What is not described is not sent: a field that is misspelt would pass otherwise.
  for (const schema of Object.values(description.components.schemas))
    if (schema.type === 'object' && schema.properties && schema.additionalProperties === undefined)
      schema.additionalProperties = false;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false });
  ajv.addSchema({ $id: 'discord', components: description.components });
  const known = new Map<string, ValidateFunction | undefined>();

  const pointed = (schema: unknown): unknown =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"discord#/components'));

  function validatorOf(method: string, template: string): ValidateFunction | undefined {
    const key = `${method} ${template}`;
    if (!known.has(key)) {
      const schema =
        description.paths[template]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;
      known.set(key, schema && ajv.compile(pointed(schema) as object));
    }
    return known.get(key);
  }

  const templates = Object.keys(description.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    wild: template.split('{').length,
  }));

  return ({ method, path: full, body }) => {
    const [bare = ''] = full.split('?');
    const found = templates
      .filter(({ pattern, template }) => pattern.test(bare) && description.paths[template]?.[method.toLowerCase()])
      .sort((a, b) => a.wild - b.wild)[0];
    if (!found) return [`${method} ${bare}: there is no such route`];
    const validate = validatorOf(method, found.template);
    if (!validate) return body === undefined ? [] : [`${method} ${bare}: takes no body`];
    const problems = validate(body)
      ? []
      : (validate.errors ?? [])
          .filter(({ params }) => !ALSO_TAKEN.includes(String(params.additionalProperty)))
          .map(({ instancePath, message }) => `${method} ${bare} ${instancePath}: ${message ?? ''}`);
    return [...problems, ...unsaid(body).map((problem) => `${method} ${bare}: ${problem}`)];
  };
}

/** The rules that the description lacks. */
export function unsaid(body: unknown): readonly string[] {
  const problems: string[] = [];
  if (typeof body !== 'object' || body === null) return problems;
  const { content } = body as { content?: unknown };
  if (typeof content === 'string' && content.length > 2000) problems.push('content is longer than 2,000 characters');
  for (const one of Array.isArray(body) ? body : []) {
    const { type = 1, name, description } = one as { type?: number; name?: string; description?: string };
    if (type !== 1) continue;
    if (!/^[-_'\p{L}\p{N}]{1,32}$/u.test(name ?? '') || name !== name?.toLowerCase())
      problems.push('the name of a command holds what it may not');
    if (!description) problems.push('a command has no description');
  }
  return problems;
}
