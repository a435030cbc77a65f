/** What a payload must keep to: Discord's limits, its own description where it is there, and that it notifies nobody. */
import { body, type Message, sizeOf } from '../../adapters/discord/components.ts';
import * as limits from '../../adapters/discord/limits.ts';
import { hasDescription, makeChecker } from './openapi.ts';
import { buttonsOf, componentsOf, rawText } from './shown.ts';

const check = hasDescription ? makeChecker() : () => [];

/** The ways in which a message is sent. */
function requestsOf(message: Message) {
  const sent = body(message);
  return [
    { method: 'POST', path: '/channels/1/messages', body: { ...sent, nonce: 'a', enforce_nonce: true } },
    { method: 'PATCH', path: '/webhooks/1/t/messages/@original', body: sent },
    { method: 'POST', path: '/webhooks/1/t', body: body(message, { isPrivate: true }) },
    { method: 'POST', path: '/interactions/1/t/callback', body: { type: 4, data: body(message, { isPrivate: true }) } },
  ];
}

export function messageProblems(message: Message): readonly string[] {
  const problems: string[] = requestsOf(message).flatMap(check);
  const say = (wrong: boolean, what: string) => {
    if (wrong) problems.push(what);
  };
  const { components, characters } = sizeOf(message);
  say(components > limits.COMPONENTS_MAX, `${components} components`);
  say(characters > limits.TEXT_MAX, `${characters} characters`);
  say(rawText(message).length > limits.TEXT_MAX, 'text');
  const ids = buttonsOf(message).flatMap(({ custom_id: id }) => id ?? []);
  say(new Set(ids).size < ids.length, 'two buttons with one id');
  for (const { custom_id: id, label = '', url } of buttonsOf(message)) {
    say((id ?? '').length > limits.CUSTOM_ID_MAX, 'custom_id');
    say(label.length > limits.BUTTON_LABEL_MAX || label === '', 'label');
    say((url ?? '').length > limits.BUTTON_URL_MAX, 'url');
    say((id === undefined) === (url === undefined), 'a button leads to one thing');
  }
  for (const { type, components: inner = [] } of componentsOf(message)) {
    say(type === 1 && (inner.length === 0 || inner.length > limits.BUTTONS_PER_ROW_MAX), 'buttons in a row');
    say(type === 17 && inner.length === 0, 'an empty container');
  }
  say(JSON.stringify(body(message).allowed_mentions) !== '{"parse":[],"replied_user":false}', 'mentions are allowed');
  problems.push(...markupProblems(rawText(message)));
  return problems;
}

/** What is left when our own formatting and escapes are taken away must begin nothing in Discord's Markdown. */
function markupProblems(raw: string): readonly string[] {
  const bare = raw
    .replace(/\\[^\p{L}\p{N}\s]/gu, 'x')
    .replace(/\[\[\d+\]\]\(https?:\/\/[^\s()<>]+\)/g, '')
    .replace(/^(?:-# |> )/gm, '')
    .replace(/\*{1,2}(?=\S)([^*\n]*?\S)\*{1,2}/g, 'x$1');
  return [
    ...(/[<>@[\]()`~|_*#]/.exec(bare) ?? []).map((sign) => `“${sign}” is not escaped`),
    ...(/:(?=\S)/.test(bare) ? ['a colon that may begin a link or an emoji'] : []),
    ...(/^ *(?:[-+]|\d+\.) /m.test(bare) ? ['a line that begins a list'] : []),
    ...(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(raw.replaceAll('\n', '')) ? ['a hidden sign'] : []),
    ...(raw.isWellFormed() ? [] : ['half a character']),
  ];
}
