/** The bot against a small Discord: what is asked, and what is answered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredReply } from '../../src/reply/answer-reply.ts';
import { plainText } from '../../src/reply/reply.ts';
import { bot } from './assembled.ts';
import { checkMessage, command, directMessage, mention, messageEvent, press, sendForm, typing } from './events.ts';
import { CHANNEL, DIRECT, FORUM_POST, PERSON, SELF } from './fake-discord.ts';
import { type Serving, serve } from './serving.ts';
import { buttonId, buttonsOf, type Payload, rawText, shownText } from './shown.ts';

const EPHEMERAL = 64;
const COMPONENTS_V2 = 1 << 15;

let served: Serving;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** The reply to a message: where it stands, and what it shows. */
function answerTo(event: ReturnType<typeof messageEvent>, channel: string = event.id) {
  const { fake } = served;
  const before = fake.messages.length;
  fake.dispatch('MESSAGE_CREATE', event);
  return fake.until(() => fake.messages.slice(before).find((one) => one.channel === channel));
}

/** What an interaction shows in the end. */
function shownFor(event: ReturnType<typeof command>): Promise<Payload> {
  const { fake } = served;
  fake.dispatch('INTERACTION_CREATE', event);
  return fake.until(() => fake.shown.get(event.token) as Payload | undefined);
}

const callbackOf = ({ id }: { readonly id: string }) =>
  served.fake.noted.find(({ path }) => path.startsWith(`/interactions/${id}/`))?.body as
    | { type: number; data?: Payload & { choices?: { name: string; value: string }[] } }
    | undefined;

/** The same words as everywhere: nothing of the reply is missing, and only labels are added. */
function sameWords(payload: unknown, question: string): void {
  const answer = bot.ask({ turns: [question] });
  if (answer.outcome !== 'answered') throw new Error('this question is answered');
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  const shown = words(shownText(payload));
  for (const line of plainText(answeredReply(answer, bot.reach)).split('\n').filter(Boolean))
    expect(shown).toContain(words(line));
}

describe('a mention', () => {
  it('is answered in a thread that is opened for it, in the words of every platform', async () => {
    const asked = mention('exclusivity');
    const posted = await answerTo(asked);
    const opened = served.fake.noted.find(({ path }) => path === `/channels/${CHANNEL}/messages/${asked.id}/threads`);
    expect(opened?.body).toEqual({ name: 'exclusivity', auto_archive_duration: 1440 });
    sameWords(posted.body, 'exclusivity');
    expect(posted.body).toMatchObject({
      flags: COMPONENTS_V2,
      allowed_mentions: { parse: [], replied_user: false },
      enforce_nonce: true,
    });
  });

  it('is gone on with in its thread, where a question leans on the one before', async () => {
    const first = mention('Who is Denise Dresser?');
    await answerTo(first);
    await served.fake.until(() => true);
    const next = mention('What did she say about demand?', { channel_id: first.id });
    const posted = await answerTo(next, first.id);
    const turns = ['Who is Denise Dresser?', 'What did she say about demand?'];
    const answer = bot.ask({ turns });
    expect(answer.outcome).toBe('answered');
    if (answer.outcome === 'answered') expect(shownText(posted.body)).toContain(answer.statements[0].quote);
  });

  it('is answered in the thread or forum post where it was made', async () => {
    const asked = mention('exclusivity', { channel_id: FORUM_POST });
    const posted = await answerTo(asked, FORUM_POST);
    expect(posted.body).toMatchObject({ message_reference: { message_id: asked.id } });
    expect(served.fake.noted.some(({ path }) => path.includes(`${asked.id}/threads`))).toBe(false);
  });

  it('without words gets help', async () => {
    const posted = await answerTo(mention(''));
    expect(shownText(posted.body)).toContain('What you can ask');
  });

  it('in a direct message is not needed', async () => {
    const posted = await answerTo(directMessage('exclusivity'), DIRECT);
    sameWords(posted.body, 'exclusivity');
  });
});

describe('what is not for the bot', () => {
  it('is not answered: its own messages, bots, webhooks, news of the server, other people’s talk', async () => {
    const { fake } = served;
    await answerTo(mention('exclusivity'));
    const before = fake.noted.length;
    const silent = [
      mention('exclusivity', { author: { id: SELF, bot: true } }),
      mention('exclusivity', { author: { id: '42', bot: true } }),
      mention('exclusivity', { webhook_id: '43' }),
      mention('exclusivity', { type: 7 }),
      messageEvent('What happened to exclusivity?'),
      messageEvent('', { channel_id: FORUM_POST }),
      messageEvent('<@44> What happened to exclusivity?', { channel_id: FORUM_POST }),
    ];
    for (const event of silent) fake.dispatch('MESSAGE_CREATE', event);
    // What comes behind them is answered, so they have been passed over.
    const last = mention('exclusivity');
    await answerTo(last);
    expect(fake.noted.slice(before).filter(({ path }) => !path.includes(last.id))).toEqual([]);
  });
});

describe('a command', () => {
  it('is deferred and answered for the person alone, who may share it', async () => {
    const asked = command('ask', { question: 'exclusivity' });
    const shown = await shownFor(asked);
    expect(callbackOf(asked)).toEqual({ type: 5, data: { flags: EPHEMERAL } });
    sameWords(shown, 'exclusivity');
    expect(buttonsOf(shown).map(({ label }) => label)).toContain('Share');
  });

  it('answers before everybody where that is wished for', async () => {
    const asked = command('ask', { question: 'exclusivity', private: false });
    const shown = await shownFor(asked);
    expect(callbackOf(asked)).toEqual({ type: 5 });
    expect(buttonsOf(shown).map(({ label }) => label)).not.toContain('Share');
  });

  it.each([
    ['timeline', { topic: 'exclusivity' }, '2026-04-27'],
    ['check', { claim: 'Azure is the exclusive cloud for OpenAI.' }, 'Outdated'],
    ['define', { term: 'compute' }, 'Definition'],
    ['sources', {}, 'Documents'],
    ['outlook', {}, 'Scenarios'],
    ['help', {}, 'What you can ask'],
  ])('%s says what it says everywhere', async (name, options, words) => {
    expect(shownText(await shownFor(command(name, options))).toLowerCase()).toContain(words.toLowerCase());
  });

  it('takes a day, and says so where it is none', async () => {
    const early = await shownFor(command('ask', { question: 'exclusivity', as_of: '2026-03-15' }));
    expect(shownText(early)).toContain('As of 2026-03-15');
    const worded = await shownFor(command('ask', { question: 'exclusivity', as_of: 'March 15, 2026' }));
    expect(shownText(worded)).toContain('As of 2026-03-15');
    const wrong = await shownFor(command('ask', { question: 'exclusivity', as_of: '2026-02-30' }));
    expect(shownText(wrong)).toContain('YYYY-MM-DD');
  });

  it('offers what the corpus names while somebody types', async () => {
    const typed = typing('define', 'term', 'com');
    served.fake.dispatch('INTERACTION_CREATE', typed);
    const said = await served.fake.until(() => callbackOf(typed));
    expect(said.type).toBe(8);
    expect(said.data?.choices?.map(({ value }) => value)).toContain('compute');
    const open = typing('ask', 'question', '');
    served.fake.dispatch('INTERACTION_CREATE', open);
    const all = await served.fake.until(() => callbackOf(open));
    expect(all.data?.choices?.length).toBeLessThanOrEqual(25);
    expect(all.data?.choices?.[0]?.value).toMatch(/\?$/);
  });

  it('on a message checks its words as a claim', async () => {
    const shown = await shownFor(checkMessage('**Azure** is the exclusive cloud for OpenAI, <@99>.'));
    expect(shownText(shown)).toContain('Outdated');
    expect(shownText(await shownFor(checkMessage('')))).toContain('There is no text');
  });
});

describe('a button', () => {
  let answer: Payload;
  beforeAll(async () => {
    answer = await shownFor(command('ask', { question: 'exclusivity' }));
  });

  it('shows the passage of a quote, with the quote marked, to the person alone', async () => {
    const clicked = press(buttonId(answer, 'Show passage [1]'));
    const shown = await shownFor(clicked);
    expect(callbackOf(clicked)?.data?.flags).toBe(COMPONENTS_V2 | EPHEMERAL);
    expect(rawText(shown)).toMatch(/^> \*\*OpenAI and Microsoft rewrote their alliance on April 27/m);
  });

  it('shares before everybody what the person sees, once, and without itself', async () => {
    const clicked = press(buttonId(answer, 'Share'), { id: '801', components: answer.components });
    const shown = await shownFor(clicked);
    expect(callbackOf(clicked)?.data?.flags).toBe(COMPONENTS_V2);
    sameWords(shown, 'exclusivity');
    expect(buttonsOf(shown).map(({ label }) => label)).not.toContain('Share');
    const again = await shownFor(press(buttonId(answer, 'Share'), { id: '801', components: answer.components }));
    expect(shownText(again)).toContain('shared with the channel already');
  });

  it('asks a follow-up, where it was asked, under its question', async () => {
    const question = buttonsOf(answer).find(({ custom_id: id }) => id?.startsWith('1:a:'));
    const shown = await shownFor(press(question?.custom_id ?? ''));
    expect(shownText(shown).split('\n')[0]).toBe(question?.label);
  });

  it('shows more of what is longer than a message, page by page', async () => {
    const first = await shownFor(command('timeline'));
    const second = await shownFor(press(buttonId(first, 'Show more')));
    expect(shownText(second)).not.toBe(shownText(first));
    expect(shownText(second)).toContain('[');
  });

  it('takes feedback, and a reason in a form', async () => {
    await served.fake.until(() => true);
    expect(shownText(await shownFor(press(buttonId(answer, 'Helpful'))))).toContain('Thank you');
    const down = press(buttonId(answer, 'Not helpful'));
    served.fake.dispatch('INTERACTION_CREATE', down);
    const form = await served.fake.until(() => callbackOf(down) as { type: number; data: { custom_id: string } });
    expect(form.type).toBe(9);
    expect(shownText(await shownFor(sendForm(form.data.custom_id, 'the date is missing')))).toContain('Thank you');
    const id = form.data.custom_id.split(':').at(-1) ?? '';
    const given = await served.store.feedbackOn({ platform: 'discord', workspace: '200000000000000001' }, id);
    expect(given).toMatchObject([{ person: PERSON, verdict: 'not-helpful', reason: 'the date is missing' }]);
  });

  it.each(['0:p:x', 'nothing', '1:p:abc:1', '1:z'])('of another version (%s) says so kindly', async (id) => {
    expect(shownText(await shownFor(press(id)))).toContain('earlier version');
  });

  it('for a passage that is no longer in the corpus says so', async () => {
    expect(shownText(await shownFor(press('1:p:0123456789abcdef:1:9')))).toContain('have changed');
  });
});

describe('the log', () => {
  it('holds no token, nobody’s id and nothing that was typed', () => {
    const logged = served.logged();
    for (const secret of ['fake-token', 'token-7', PERSON, 'exclusiv', 'the date is missing'])
      expect(logged).not.toContain(secret);
  });
});
