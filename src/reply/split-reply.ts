import { line, type Reply, type ReplyLine } from './reply.ts';

/**
 * Cuts a reply into parts that each fit, for a platform that limits the length of a post. A cut lies between lines,
 * never inside a statement, and each part brings the sources that its marks lead to. A line that does not fit by itself
 * is folded: in place of its words stands how long it is, and its mark still leads to them. Nothing else is left out.
 */
export function splitReply(reply: Reply, fits: (part: Reply) => boolean): readonly [Reply, ...Reply[]] {
  if (fits(reply)) return [reply];
  const { body, heading, sources, closing } = sorted(reply);
  const assemble = (lines: readonly ReplyLine[], last: readonly ReplyLine[] = []): Reply => {
    const marked = new Set(lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? [])));
    const led = sources.filter(({ segments }) => segments.some(({ citation }) => citation && marked.has(citation)));
    return { lines: [...lines, ...(led.length > 0 ? heading : []), ...led, ...last] };
  };
  const parts: ReplyLine[][] = [[]];
  for (const whole of body) {
    const current = parts.at(-1) ?? [];
    const added = fits(assemble([whole])) ? whole : folded(whole);
    if (current.length === 0 || fits(assemble([...current, added]))) current.push(added);
    // A heading goes with what it heads.
    else parts.push([...(current.at(-1)?.part === 'heading' && current.length > 1 ? current.splice(-1) : []), added]);
  }
  const [first, ...others] = parts.map((lines, i) => {
    const last = i === parts.length - 1 && fits(assemble(lines, closing));
    return assemble(lines, last ? closing : []);
  });
  const split: [Reply, ...Reply[]] = [first ?? { lines: [] }, ...others];
  if (closing.length > 0 && split.at(-1)?.lines.at(-1) !== closing.at(-1)) split.push({ lines: closing });
  return split;
}

/** The sources' own heading stands right before them; what follows them closes the reply. */
function sorted({ lines }: Reply) {
  const first = lines.findIndex(({ part }) => part === 'source');
  if (first === -1) return { body: lines, heading: [], sources: [], closing: [] };
  const headed = lines[first - 1]?.part === 'heading';
  return {
    body: lines.slice(0, headed ? first - 1 : first),
    heading: headed ? lines.slice(first - 1, first) : [],
    sources: lines.filter(({ part }) => part === 'source'),
    closing: lines.slice(first).filter(({ part }) => part !== 'source'),
  };
}

function folded({ part, segments }: ReplyLine): ReplyLine {
  const length = segments.reduce((sum, { text }) => sum + text.length, 0);
  const marks = segments.filter(({ citation }) => citation !== undefined);
  const words = `A statement of ${length} characters, too long to show here; its passage shows it. `;
  return { ...line(part, words), segments: [{ text: words }, ...marks] };
}
