/** Digests, the desk's forms and its commands as Discord gets them: pinned, and within every limit whatever people write. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../adapters/discord/commands.ts';
import { isMarkable } from '../../adapters/discord/components.ts';
import { digestForm, wishesOf } from '../../adapters/discord/digest-form.ts';
import { leadsOf, roomyCitations } from '../../adapters/discord/dressing.ts';
import { marked } from '../../adapters/discord/mark.ts';
import { type Dressing, renderReply } from '../../adapters/discord/render-reply.ts';
import type { Bot } from '../../src/bot.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { arriving, byLatestDate, kept, tell } from '../digest/arrivals.ts';
import { DIGESTS } from '../golden/digests.ts';
import { hostileTexts } from '../slack/hostile-texts.ts';
import { bot as builtIn } from './assembled.ts';
import { hasDescription, makeChecker } from './openapi.ts';
import { messageProblems } from './payload-rules.ts';
import { componentsOf, shownText } from './shown.ts';

const root = resolve(import.meta.dirname, '../..');
const documents = join(root, 'index/corpus/documents');
const updating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;

const dressingOf = (bot: Pick<Bot, 'corpus'>): Omit<Dressing, 'citations'> => ({
  followUps: [],
  shareable: false,
  subscription: { id: 'd2kf9x', isPaused: false },
  ...leadsOf(bot, 'https://ask.example'),
});

describe('the digests of the built-in story as it arrived', () => {
  const bots = arriving(documents, byLatestDate(documents));
  const messages = bots.map((bot, i) => {
    const before = bots[i - 1];
    // As it is asked before the citations are known.
    const fits = (reply: Reply) => {
      const dressing = dressingOf(bot);
      return renderReply(reply, { ...dressing, citations: roomyCitations(reply, [], bot, dressing) }).length === 1;
    };
    const { reply, citations } = tell(bot, before && kept(before), { fits });
    return renderReply(reply, { ...dressingOf(bot), citations });
  });

  it('are pinned as Components V2, each one valid message', () => {
    expect(messages.flatMap((pages) => pages.slice(1))).toEqual([]);
    const all = messages.map(([page]) => page);
    expect(all.flatMap(messageProblems)).toEqual([]);
    const lines = all.map(({ components }) =>
      components.flatMap((one) => one.components.map((part) => JSON.stringify(part))).join('\n'),
    );
    const given = `${lines.join('\n\n')}\n`;
    const path = join(root, 'tests/discord/golden/digests.jsonl');
    if (updating) writeFileSync(path, given);
    expect(existsSync(path), 'UPDATE_GOLDEN=1 npm test writes it').toBe(true);
    expect(given).toBe(readFileSync(path, 'utf8'));
  }, 60_000);
});

describe('the golden digests', () => {
  it('that were made for any room are posted in as many valid messages as they need', () => {
    for (const { cases } of DIGESTS)
      for (const { digest } of cases) {
        const { reply, citations } = digest();
        const pages = renderReply(reply, { ...dressingOf(builtIn), citations });
        expect(pages.flatMap(messageProblems)).toEqual([]);
      }
  }, 120_000);
});

describe('a mark', () => {
  const anyLine = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constantFrom('**'.repeat(200), '<@1>'.repeat(90), '# heading', 'a\nb\n- c'),
  );
  const anyReply = fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }), { minLength: 1, maxLength: 30 })
    .map((texts): Reply => ({ lines: texts.map((text) => ({ part: 'support', segments: [{ text }] })) }));

  it('fits every reply, is seen once, and takes nothing away', () => {
    fc.assert(
      fc.property(anyReply, anyLine, (reply, line) => {
        const [page] = renderReply(reply, { ...dressingOf(builtIn), citations: [], answer: 'an-id' });
        expect(isMarkable(page)).toBe(true);
        const once = marked(page.components, line);
        if (once === undefined || once === 'there already') throw new Error('it is marked');
        expect(messageProblems(once)).toEqual([]);
        expect(shownText(once).endsWith(shownText(page))).toBe(true);
        expect(componentsOf(once)).toHaveLength(componentsOf(page).length + 1);
        expect(marked(once.components, line)).toBe('there already');
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is refused on what is not ours', () => {
    for (const other of [undefined, [], [{ type: 10, content: 'x' }], [{ type: 17, components: 'x' }], 'x'])
      expect(marked(other, 'No longer so.')).toBeUndefined();
  });
});

describe('the form for a digest', () => {
  const audiences = builtIn.audiences.map(({ name, label }) => ({ name, label }));
  const wishes = {
    channel: '1',
    when: 'weekdays at 09:00',
    timeZone: 'Europe/Berlin',
    audience: 'everyone',
    topics: ['exclusivity', 'chips'],
    graceMinutes: 60,
    whenUnchanged: 'nothing',
  } as const;
  const problemsOf = (data: unknown) =>
    hasDescription
      ? makeChecker()({ method: 'POST', path: '/interactions/1/t/callback', body: { type: 9, data } })
      : [];

  it('is valid by Discord’s description, and holds what holds', () => {
    for (const subscription of [undefined, 'd2kf9x']) {
      const form = digestForm({ wishes, audiences }, subscription);
      expect(problemsOf(form)).toEqual([]);
      expect(form.components.length).toBeLessThanOrEqual(5);
    }
  });

  it('sent as it was opened changes nothing', () => {
    const { components } = digestForm({ wishes, audiences }, 'd2kf9x');
    const sent = components.map((one) => {
      const { component } = one as {
        component: { custom_id: string; value?: string; options?: { value: string; default?: boolean }[] };
      };
      const { custom_id, value, options } = component;
      return {
        component: options ? { custom_id, values: [options.find((it) => it.default)?.value] } : { custom_id, value },
      };
    });
    const { channel: _, graceMinutes: __, ...rest } = wishes;
    expect(wishesOf(sent)).toEqual(rest);
  });

  it('is valid whatever people wrote, and read whatever is sent', () => {
    const check = hasDescription ? makeChecker() : () => [];
    for (const text of hostileTexts(200)) {
      const data = digestForm(
        { wishes: { ...wishes, when: text, timeZone: text, topics: [text, text] }, audiences },
        'd2kf9x',
      );
      expect(check({ method: 'POST', path: '/interactions/1/t/callback', body: { type: 9, data } })).toEqual([]);
    }
    fc.assert(fc.property(fc.anything(), (sent) => void wishesOf(sent)));
  }, 30_000);
});

describe('the commands for digests', () => {
  /** As Discord counts them: names, descriptions (the longest of all languages) and values of choices. */
  function charactersOf(command: object): number {
    const {
      name = '',
      description = '',
      description_localizations: others = {},
      choices = [],
      options = [],
    } = command as {
      name?: string;
      description?: string;
      description_localizations?: Record<string, string>;
      choices?: { name: string; value: string }[];
      options?: object[];
    };
    const described = Math.max(description.length, ...Object.values(others).map(({ length }) => length));
    const chosen = choices.reduce((sum, one) => sum + one.name.length + one.value.length, 0);
    return name.length + described + chosen + options.reduce((sum, one) => sum + charactersOf(one), 0);
  }

  const every = (one: object): { options?: object[]; description?: string; description_localizations?: object }[] => [
    one,
    ...((one as { options?: object[] }).options ?? []).flatMap(every),
  ];

  it('are within Discord’s limits: 8,000 characters, 25 options, 100 characters of description', () => {
    for (const command of COMMANDS) {
      expect(charactersOf(command)).toBeLessThanOrEqual(8000);
      for (const { options = [], description = '', description_localizations: others = {} } of every(command)) {
        expect(options.length).toBeLessThanOrEqual(25);
        for (const words of [description, ...Object.values(others)]) expect(words.length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('are described in German as well', () => {
    const commands = every(COMMANDS[0] ?? {}).filter((one) => 'type' in one && [1, 2].includes(Number(one.type)));
    for (const one of commands) expect(one.description_localizations).toHaveProperty('de');
  });
});
