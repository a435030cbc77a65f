/**
 * What every chat platform keeps to, whatever it is called there: the same utterances, the same replies, the same
 * manners. Each platform gives a driver; the suite knows none of them.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { hostileTexts } from '../slack/hostile-texts.ts';

/** One message as it was posted. */
export interface Seen {
  /** As a person reads it. */
  readonly text: string;
  /** What of it breaks a rule of the platform, notifies somebody, or is read as markup. */
  readonly problems: readonly string[];
}

export interface RunningPlatform {
  readonly bot: Bot;
  /** Somebody mentions the bot in a new place. Resolves with the conversation, for `mentionIn` and `repliesIn`. */
  mention(text: string): Promise<string>;
  mentionIn(conversation: string, text: string): Promise<void>;
  /** The same words from the bot itself, and from another bot. */
  mentionByItself(text: string): Promise<void>;
  mentionByAnotherBot(text: string): Promise<void>;
  /** The last event is delivered once more. */
  deliverAgain(): Promise<void>;
  /** A command is sent; resolves when the platform is told that it is here, or with its reply. */
  command(text: string): Promise<{ readonly acknowledged: Promise<void>; readonly reply: Promise<Seen> }>;
  /** Resolves when there are as many. */
  repliesIn(conversation: string, atLeast: number): Promise<readonly Seen[]>;
  /** Everything that was posted so far. */
  everything(): readonly Seen[];
  stop(): Promise<void>;
}

export interface Platform {
  readonly name: string;
  /** With `storeHangs`, what is taken in is not kept before it is let go. */
  start(how: { readonly storeHangs?: Promise<void> }): Promise<RunningPlatform>;
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

export function describeContract({ name, start }: Platform): void {
  describe(`the contract of chat platforms, kept by ${name}`, () => {
    const running: RunningPlatform[] = [];
    const run = async (how: Parameters<Platform['start']>[0] = {}) => {
      const platform = await start(how);
      running.push(platform);
      return platform;
    };
    afterEach(async () => {
      for (const platform of running.splice(0)) {
        expect(platform.everything().flatMap(({ problems }) => problems)).toEqual([]);
        await platform.stop();
      }
    });

    it('ignores its own messages and those of other bots', async () => {
      const platform = await run();
      await platform.mentionByItself('exclusivity');
      await platform.mentionByAnotherBot('exclusivity');
      await platform.repliesIn(await platform.mention('exclusivity'), 1);
      expect(platform.everything()).toHaveLength(1);
    }, 30_000);

    it('shows every quote of the answer, each with its mark, and every source', async () => {
      const platform = await run();
      for (const question of ['exclusivity', 'How much does Amazon invest in OpenAI?', 'Who is Denise Dresser?']) {
        const answer = platform.bot.ask({ turns: [question] });
        if (answer.outcome !== 'answered') throw new Error('this question is answered');
        const [reply] = await platform.repliesIn(await platform.mention(question), 1);
        for (const line of answer.text.split('\n').filter(Boolean))
          expect(words(reply?.text ?? '')).toContain(words(line));
        for (const { n, quote, title } of answer.citations)
          for (const part of [quote, title, `[${n}]`]) expect(words(reply?.text ?? '')).toContain(words(part));
      }
    });

    it('keeps the id of a conversation: a follow-up leans on what was asked there, and on nothing else', async () => {
      const platform = await run();
      const turns = ['Who is Denise Dresser?', 'What did she say about demand?'];
      const conversation = await platform.mention(turns[0] ?? '');
      await platform.repliesIn(conversation, 1);
      await platform.mentionIn(conversation, turns[1] ?? '');
      const [, second] = await platform.repliesIn(conversation, 2);
      const leaning = platform.bot.ask({ turns });
      if (leaning.outcome !== 'answered') throw new Error('this question is answered');
      expect(words(second?.text ?? '')).toContain(words(leaning.statements[0].quote));
      const [alone] = await platform.repliesIn(await platform.mention(turns[1] ?? ''), 1);
      for (const line of platform.bot
        .ask({ turns: turns.slice(1) })
        .text.split('\n')
        .filter(Boolean))
        expect(words(alone?.text ?? '')).toContain(words(line));
    });

    it('answers an event once, however often it is delivered', async () => {
      const platform = await run();
      await platform.mention('exclusivity');
      await platform.deliverAgain();
      await platform.deliverAgain();
      await platform.repliesIn(await platform.mention('sources'), 1);
      expect(platform.everything()).toHaveLength(2);
    });

    it('acknowledges a command although the store does not answer, and replies when it does', async () => {
      let letGo = () => {};
      const storeHangs = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const platform = await run({ storeHangs });
      const { acknowledged, reply } = await platform.command('ask exclusivity');
      await acknowledged;
      expect(platform.everything()).toEqual([]);
      letGo();
      expect((await reply).text).toContain('ending exclusivity');
    }, 15_000);

    it('escapes what people type, and never exceeds a limit', async () => {
      const platform = await run();
      for (const text of hostileTexts(60))
        await platform.repliesIn(await platform.mention(`check ${text.slice(0, 1500)}`), 1);
      for (const request of ['timeline', 'outlook', 'sources', 'help', 'as of 2026-03-15 exclusivity'])
        await platform.repliesIn(await platform.mention(request), 1);
      expect(platform.everything().length).toBeGreaterThanOrEqual(65);
    }, 60_000);
  });
}
