/** What a payload shows, for a person to read: its texts and labels, one a line. */

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

export interface Payload {
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly replied_user?: boolean };
}

/** Every component of a payload, nested ones included. */
export function componentsOf(payload: unknown): readonly Component[] {
  const visit = (one: Component): readonly Component[] => [
    one,
    ...(one.components ?? []).flatMap(visit),
    ...(one.accessory ? visit(one.accessory) : []),
  ];
  return ((payload as Payload | undefined)?.components ?? []).flatMap(visit);
}

/** All text of a payload, as it is sent. */
export function rawText(payload: unknown): string {
  return componentsOf(payload)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

/** All text of a payload as Discord shows it: links by their words, formatting and escapes gone. */
export function shownText(payload: unknown): string {
  return rawText(payload)
    .replace(/\[(\[\d+\])\]\([^)]*\)/g, '$1')
    .replace(/^(?:-#|>) /gm, '')
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

export const buttonsOf = (payload: unknown) => componentsOf(payload).filter(({ type }) => type === 2);

/** The id of the button with this label. */
export function buttonId(payload: unknown, label: string): string {
  const found = buttonsOf(payload).find((one) => one.label === label);
  if (!found?.custom_id) throw new Error(`there is no button “${label}”: ${buttonsOf(payload).map((b) => b.label)}`);
  return found.custom_id;
}
