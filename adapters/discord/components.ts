import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { type Press, writePress } from './custom-id.ts';
import { BUTTON_LABEL_MAX, BUTTON_URL_MAX, BUTTONS_PER_ROW_MAX, COMPONENTS_MAX, TEXT_MAX } from './limits.ts';
import { plain } from './text.ts';

/** One message: Components V2, which replace content and embeds. */
export interface Message {
  readonly components: readonly APIContainerComponent[];
}

/** The bar beside a message. It says nothing that the words do not. */
const ACCENT = 0x0f766e;

export function message(components: readonly APIComponentInContainer[]): Message {
  return { components: [{ type: ComponentType.Container, accent_color: ACCENT, components: [...components] }] };
}

/** As it is sent: it notifies nobody, whatever stands in it. */
export function body({ components }: Message, { isPrivate = false }: { readonly isPrivate?: boolean } = {}) {
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components,
    allowed_mentions: { parse: [], replied_user: false },
  };
}

export function text(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

export function divider(): APIComponentInContainer {
  return { type: ComponentType.Separator };
}

/** Undefined where the button cannot carry what it needs. */
export function button(
  label: string,
  press: Press,
  {
    emoji,
    style = ButtonStyle.Secondary,
  }: { readonly emoji?: string; readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary } = {},
): APIButtonComponent | undefined {
  const customId = writePress(press);
  if (customId === undefined) return undefined;
  return {
    type: ComponentType.Button,
    style,
    label: plain(label, BUTTON_LABEL_MAX),
    custom_id: customId,
    ...(emoji && { emoji: { name: emoji } }),
  };
}

/** Undefined for what is no page of the web. */
export function linkButton(label: string, address: string | undefined): APIButtonComponent | undefined {
  const url = webAddress(address);
  return url === undefined || url.length > BUTTON_URL_MAX
    ? undefined
    : { type: ComponentType.Button, style: ButtonStyle.Link, label: plain(label, BUTTON_LABEL_MAX), url };
}

/** Only the web's protocols, written so that nothing in it can end a link. */
export function webAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[()<>\\|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As many rows as they need. */
export function rows(buttons: readonly (APIButtonComponent | undefined)[]): APIComponentInContainer[] {
  const given = buttons.filter((one) => one !== undefined);
  return Array.from({ length: Math.ceil(given.length / BUTTONS_PER_ROW_MAX) }, (_, i) => ({
    type: ComponentType.ActionRow,
    components: given.slice(i * BUTTONS_PER_ROW_MAX, (i + 1) * BUTTONS_PER_ROW_MAX),
  }));
}

export function section(content: string, accessory: APIButtonComponent | undefined): APIComponentInContainer {
  if (!accessory) return text(content);
  return { type: ComponentType.Section, components: [{ type: ComponentType.TextDisplay, content }], accessory };
}

/** Of a message, nested ones included: its components, and the characters of its text and labels. */
export function sizeOf({ components }: Message): { readonly components: number; readonly characters: number } {
  let count = 0;
  let characters = 0;
  const visit = (component: APIMessageTopLevelComponent | APIComponentInContainer | APIButtonComponent): void => {
    count += 1;
    if ('content' in component) characters += component.content.length;
    if ('label' in component) characters += component.label?.length ?? 0;
    if ('components' in component) for (const inner of component.components) visit(inner as APIButtonComponent);
    if ('accessory' in component) visit(component.accessory as APIButtonComponent);
  };
  for (const component of components) visit(component);
  return { components: count, characters };
}

export function isWithinLimits(one: Message): boolean {
  const { components, characters } = sizeOf(one);
  return components <= COMPONENTS_MAX && characters <= TEXT_MAX;
}

/** Left free in a reply, so that a line can be put on top of it later: see `mark.ts`. */
const ROOM_FOR_MARK = { components: 1, characters: 300 } as const;

/** As `isWithinLimits`, of a reply that may have to be marked one day. */
export function isMarkable(one: Message): boolean {
  const { components, characters } = sizeOf(one);
  return components + ROOM_FOR_MARK.components <= COMPONENTS_MAX && characters + ROOM_FOR_MARK.characters <= TEXT_MAX;
}

/** The message with a number on its outermost component, by which it is recognised. */
export function numbered({ components: [first, ...others] }: Message, id: number): Message {
  return { components: first ? [{ ...first, id }, ...others] : [] };
}
