/**
 * What a payload must be: of the shapes that `@slack/types` gives, and within the limits that Slack documents. Written
 * against the documentation, not against the renderer: a limit that is changed by mistake is one of the pinned numbers in
 * rendering.test.ts.
 */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import * as limits from '../../adapters/slack/limits.ts';
import type { Call } from './fake-slack.ts';

const types = dirname(createRequire(import.meta.url).resolve('@slack/types'));

type Validate = (value: unknown) => readonly string[];

function validatorOf(type: string): Validate {
  const schema = createGenerator({
    path: join(types, '*.d.ts'),
    tsconfig: resolve(import.meta.dirname, 'types.tsconfig.json'),
    type,
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: true,
    expose: 'export',
  }).createSchema(type);
  const validate = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true }).compile(schema as AnySchema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).slice(0, 5).map((e) => `${e.instancePath} ${e.message}`);
}

let validators: { block: Validate; view: Validate } | undefined;

/** Takes some seconds for the first time. */
function shapes(): { block: Validate; view: Validate } {
  validators ??= { block: validatorOf('KnownBlock'), view: validatorOf('View') };
  return validators;
}

// biome-ignore lint/suspicious/noExplicitAny: payloads are walked freely
type Json = any;

/** What is wrong with a message, in words; empty where nothing is. */
export function messageProblems({ text, blocks }: { text?: string; blocks?: Json[] }): string[] {
  const problems: string[] = [];
  if (!text) problems.push('a message without text');
  if ((text?.length ?? 0) > limits.MESSAGE_TEXT_MAX) problems.push(`text of ${text?.length} characters`);
  if ((blocks?.length ?? 0) > limits.BLOCKS_PER_MESSAGE_MAX) problems.push(`${blocks?.length} blocks`);
  const length = JSON.stringify(blocks ?? []).length;
  if (length > limits.BLOCKS_JSON_MAX) problems.push(`blocks of ${length} characters`);
  return [...problems, ...(blocks ?? []).flatMap(blockProblems), ...dangers(text ?? '')];
}

export function viewProblems(view: Json): string[] {
  const problems = shapes()
    .view(view)
    .map((problem) => `view: ${problem}`);
  if (view.blocks.length > limits.BLOCKS_PER_VIEW_MAX) problems.push(`${view.blocks.length} blocks in a view`);
  if (JSON.stringify(view).length > limits.VIEW_JSON_MAX) problems.push('a view of more than 250 KB');
  for (const name of ['title', 'submit', 'close'])
    if ((view[name]?.text.length ?? 0) > limits.VIEW_TITLE_MAX)
      problems.push(`${name} of ${view[name].text.length} characters`);
  if ((view.private_metadata?.length ?? 0) > limits.PRIVATE_METADATA_MAX) problems.push('private_metadata');
  return [...problems, ...view.blocks.flatMap(blockProblems)];
}

function blockProblems(block: Json): string[] {
  const problems = shapes()
    .block(block)
    .map((problem) => `${block.type}: ${problem}`);
  const over = (value: string | undefined, most: number, what: string) => {
    if (value !== undefined && value.length > most) problems.push(`${what} of ${value.length} characters`);
    if (value === '') problems.push(`${what} is empty`);
  };
  const many = (list: Json[] | undefined, most: number, what: string) => {
    if (list && (list.length > most || list.length === 0)) problems.push(`${list.length} ${what}`);
  };
  over(block.block_id, limits.IDENTIFIER_MAX, 'block_id');
  if (block.type === 'section') over(block.text?.text, limits.SECTION_TEXT_MAX, 'section');
  if (block.type === 'header') over(block.text?.text, limits.HEADER_TEXT_MAX, 'header');
  if (block.type === 'context') many(block.elements, limits.CONTEXT_ELEMENTS_MAX, 'elements of a context');
  if (block.type === 'actions') many(block.elements, limits.ACTIONS_ELEMENTS_MAX, 'elements of actions');
  if (block.type === 'context_actions')
    many(block.elements, limits.CONTEXT_ACTIONS_ELEMENTS_MAX, 'elements of context actions');
  if (block.type === 'container') {
    many(block.child_blocks, limits.CONTAINER_BLOCKS_MAX, 'blocks of a container');
    over(block.title?.text, limits.CONTAINER_TITLE_MAX, 'title of a container');
    problems.push(...block.child_blocks.flatMap(blockProblems));
  }
  const ids = (block.elements ?? []).flatMap((element: Json) => element.action_id ?? []);
  if (new Set(ids).size !== ids.length) problems.push(`an action_id twice: ${ids}`);
  for (const element of [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])])
    problems.push(...elementProblems(element));
  return problems;
}

function elementProblems(element: Json): string[] {
  const problems: string[] = [];
  const over = (value: string | undefined, most: number, what: string) => {
    if (value !== undefined && value.length > most) problems.push(`${what} of ${value.length} characters`);
    if (value === '') problems.push(`${what} is empty`);
  };
  over(element.action_id, limits.IDENTIFIER_MAX, 'action_id');
  over(element.value, limits.BUTTON_VALUE_MAX, 'value');
  over(element.accessibility_label, limits.ACCESSIBILITY_LABEL_MAX, 'accessibility_label');
  if (element.type === 'button') {
    over(element.text.text, limits.BUTTON_TEXT_MAX, 'text of a button');
    over(element.url, limits.BUTTON_URL_MAX, 'url');
    if (element.url && !/^https?:\/\//.test(element.url)) problems.push(`url ${element.url}`);
  }
  for (const choice of [element.positive_button, element.negative_button]) {
    over(choice?.text.text, limits.BUTTON_TEXT_MAX, 'text of feedback');
    over(choice?.value, limits.BUTTON_VALUE_MAX, 'value of feedback');
    over(choice?.accessibility_label, limits.ACCESSIBILITY_LABEL_MAX, 'label of feedback');
  }
  if (element.type === 'plain_text' && element.emoji !== false) problems.push('emoji are read in plain text');
  // Markup is read in no text of ours, and nobody is named.
  if (element.type === 'mrkdwn') problems.push('mrkdwn');
  if (['user', 'usergroup', 'broadcast', 'channel', 'team', 'emoji'].includes(element.type))
    problems.push(element.type);
  if (
    element.type === 'link' &&
    !/^https?:\/\/[\w.:-]+\/sources\/|^https:\/\/\w+\.slack\.com\/archives\//.test(element.url)
  )
    problems.push(`link ${element.url}`);
  if (Array.isArray(element.elements)) problems.push(...element.elements.flatMap(elementProblems));
  if (element.type === 'text') {
    if (element.text === '') problems.push('an empty text');
    problems.push(...hidden(element.text));
  }
  return problems;
}

/** In `text` alone markup is read: nothing in it may begin any. */
function dangers(text: string): string[] {
  const problems = hidden(text);
  if (/[<>]/.test(text)) problems.push(`“<” or “>” in text`);
  if (/&(?!amp;|lt;|gt;)/.test(text)) problems.push('“&” in text');
  return problems;
}

function hidden(text: string): string[] {
  const problems: string[] = [];
  if (/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text)) problems.push('a control character');
  if (!text.isWellFormed()) problems.push('half a character');
  return problems;
}

const QUIET = { unfurl_links: 'false', unfurl_media: 'false', parse: 'none', link_names: 'false', mrkdwn: 'false' };

/** Everything that is wrong with what was sent to Slack. */
export function callProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(({ method, args }) => {
    if (method === 'chat.postMessage' || method === 'hook') {
      const loud = Object.entries(QUIET).filter(([name, value]) => String(args[name]) !== value);
      return [...messageProblems(args), ...loud.map(([name]) => `${name} is not set`)].map((p) => `${method}: ${p}`);
    }
    if (/^views\./.test(method)) return viewProblems(args.view).map((problem) => `${method}: ${problem}`);
    return [];
  });
}
