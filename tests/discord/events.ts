/** Events as Discord sends them. Every one has an id of its own. */
import { CHANNEL, DIRECT, GUILD, PERSON, SELF } from './fake-discord.ts';

let serial = 0;
const nextId = () => {
  serial += 1;
  return `7${String(serial).padStart(17, '0')}`;
};

export function messageEvent(content: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: nextId(),
    channel_id: CHANNEL,
    guild_id: GUILD,
    author: { id: PERSON, username: 'ada', bot: false },
    type: 0,
    content,
    mentions: content.includes(`<@${SELF}>`) ? [{ id: SELF }] : [],
    ...more,
  };
}

export const mention = (text: string, more?: Readonly<Record<string, unknown>>) =>
  messageEvent(`<@${SELF}> ${text}`, more);

export const directMessage = (text: string) =>
  messageEvent(text, { guild_id: undefined, channel_id: DIRECT, channel_type: 1 });

function interaction(type: number, data: unknown, more: Readonly<Record<string, unknown>>) {
  const id = nextId();
  return {
    id,
    application_id: SELF,
    type,
    token: `token-${id}`,
    version: 1,
    guild_id: GUILD,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0 },
    context: 0,
    member: { user: { id: PERSON } },
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    data,
    ...more,
  };
}

/** Three is a text, four a whole number, five yes or no. */
const option = (name: string, value: string | number | boolean, more: object = {}) => ({
  name,
  type: typeof value === 'string' ? 3 : typeof value === 'number' ? 4 : 5,
  value,
  ...more,
});

export function command(
  name: string,
  options: Readonly<Record<string, string | boolean>> = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  const inner = Object.entries(options).map(([key, value]) => option(key, value));
  return interaction(2, { id: '1', name: 'openai-cloud', type: 1, options: [{ name, type: 1, options: inner }] }, more);
}

/** `digest NAME` with these options. */
export function deskCommand(
  name: string,
  options: Readonly<Record<string, string | number>> = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  const inner = Object.entries(options).map(([key, value]) => option(key, value));
  return interaction(2, grouped(name, inner), more);
}

export const typingInGroup = (name: string, field: string, typed: string) =>
  interaction(4, grouped(name, [option(field, typed, { focused: true })]), {});

const grouped = (name: string, options: readonly unknown[]) => ({
  id: '1',
  name: 'openai-cloud',
  type: 1,
  options: [{ name: 'digest', type: 2, options: [{ name, type: 1, options }] }],
});

/** A form with texts and choices. */
export function sendFields(
  customId: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  more: Readonly<Record<string, unknown>> = {},
) {
  const components = Object.entries(fields).map(([id, filled]) => ({
    type: 18,
    component:
      typeof filled === 'string'
        ? { type: 4, custom_id: id, value: filled }
        : { type: 3, custom_id: id, values: filled },
  }));
  return interaction(5, { custom_id: customId, components }, more);
}

export function typing(name: string, field: string, typed: string) {
  const options = [{ name, type: 1, options: [option(field, typed, { focused: true })] }];
  return interaction(4, { id: '1', name: 'openai-cloud', type: 1, options }, {});
}

export function checkMessage(content: string) {
  const messages = { 55: { id: '55', content } };
  return interaction(2, { id: '2', name: 'Check this claim', type: 3, target_id: '55', resolved: { messages } }, {});
}

export function press(
  customId: string,
  message: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  const on = { message: { id: '77', flags: 64, ...message }, ...more };
  return interaction(3, { custom_id: customId, component_type: 2 }, on);
}

export function sendForm(customId: string, reason: string) {
  const component = { type: 4, custom_id: 'reason', value: reason };
  return interaction(5, { custom_id: customId, components: [{ type: 18, component }] }, {});
}
