import type { APIComponentInContainer, APIContainerComponent } from 'discord.js';
import { z } from 'zod';
import { isWithinLimits, type Message, text } from './components.ts';
import { escaped, escapedLine, plain } from './text.ts';

/** As much of a line is shown; escaping may double it, and a sign stands in front. What `ROOM_FOR_MARK` leaves holds it. */
const LINE_MAX = 140;

const container = z.looseObject({ type: z.literal(17), components: z.array(z.looseObject({ type: z.number() })) });
const ACTION_ROW = 1;

/**
 * A message of ours, as Discord gives it back, with a line on top. Where it is as long as a message can be, its buttons
 * make room. `there already`: the line stands on top. Undefined where it cannot be marked: it is none of ours, or too long.
 */
export function marked(components: unknown, line: string): Message | 'there already' | undefined {
  const read = z.array(container).safeParse(components);
  const [first] = read.data ?? [];
  if (!first || read.data?.length !== 1) return undefined;
  const note = `-# ⚠️ ${escapedLine(escaped(plain(line, LINE_MAX)))}`;
  if (first.components[0]?.content === note) return 'there already';
  // They are our own, as Discord gives them back.
  const ours = first as unknown as APIContainerComponent;
  const withLine = (parts: readonly APIComponentInContainer[]): Message => ({
    components: [{ ...ours, components: [text(note), ...parts] }],
  });
  const whole = withLine(ours.components);
  if (isWithinLimits(whole)) return whole;
  const bare = withLine(ours.components.filter(({ type }) => type !== ACTION_ROW));
  return isWithinLimits(bare) ? bare : undefined;
}
