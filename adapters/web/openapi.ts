import { z } from 'zod';
import * as shapes from './shapes.ts';

interface Operation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly takes?: z.ZodType;
  readonly query?: Readonly<Record<string, string>>;
  readonly gives: z.ZodType;
}

const AS_OF = { asOf: 'what held on that day, YYYY-MM-DD' };

const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/ask',
    summary: 'Answers the last turn of a conversation with dated quotes, or declines',
    takes: shapes.askBody,
    gives: shapes.answerShape,
  },
  {
    method: 'post',
    path: '/api/check',
    summary: 'Holds a claim against the sources',
    takes: shapes.checkBody,
    gives: shapes.verdictShape,
  },
  {
    method: 'post',
    path: '/api/search',
    summary: 'The passages that match best, best first',
    takes: shapes.searchBody,
    gives: shapes.hitsShape,
  },
  {
    method: 'get',
    path: '/api/sources',
    summary: 'The documents, each with its text',
    query: AS_OF,
    gives: shapes.sourcesShape,
  },
  {
    method: 'get',
    path: '/api/timeline',
    summary: 'What happened when, oldest first',
    query: { topic: 'only what concerns it', ...AS_OF },
    gives: shapes.timelineShape,
  },
  {
    method: 'get',
    path: '/api/outlook',
    summary: 'Scenarios, forecasts and risks that the sources name',
    query: AS_OF,
    gives: shapes.outlookShape,
  },
];

const REFUSED = {
  400: 'the request cannot be read',
  405: 'another method is wanted',
  413: 'the body is too long',
  415: 'the body is not application/json',
  429: 'too many requests from one address; Retry-After says how long to wait',
  500: 'a fault of the service',
};

const content = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: json } };
};

/** The description of the JSON interface in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of the schemas that validate it. */
export function openApi(): object {
  const error = content(shapes.errorShape, 'output');
  const refused = Object.fromEntries(
    Object.entries(REFUSED).map(([status, description]) => [status, { description, content: error }]),
  );
  const paths: Record<string, object> = {};
  for (const { method, path, summary, takes, query = {}, gives } of OPERATIONS)
    paths[path] = {
      [method]: {
        summary,
        operationId: path.replace('/api/', ''),
        ...(takes && { requestBody: { required: true, content: content(takes, 'input') } }),
        parameters: Object.entries(query).map(([name, description]) => ({
          name,
          in: 'query',
          required: false,
          description,
          schema: { type: 'string' },
        })),
        responses: { 200: { description: 'the result', content: content(gives, 'output') }, ...refused },
      },
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ask the sources',
      version: '1',
      description:
        'Questions and claims, answered with quotes that stand in the sources character for character. Offsets count UTF-16 code units.',
    },
    paths,
  };
}
