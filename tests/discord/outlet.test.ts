/** Discord as somewhere to post to unasked: what is posted, what became of it, and how it is found again. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Place, Posting } from '../../src/outlet.ts';
import { line, type Reply } from '../../src/reply/reply.ts';
import { CHANNEL, DIRECT, FORUM_POST, GUILD, type Noted, PERSON, refused } from './fake-discord.ts';
import { hasDescription, makeChecker, unsaid } from './openapi.ts';
import { type Serving, type Setting, serve } from './serving.ts';
import { buttonsOf, shownText } from './shown.ts';

const open: Serving[] = [];
afterEach(async () => {
  const check = hasDescription ? makeChecker() : ({ body }: Noted) => unsaid(body);
  for (const one of open.splice(0)) {
    expect(one.fake.noted.flatMap(check)).toEqual([]);
    await one.close();
  }
});

async function started(setting: Setting = {}): Promise<Serving> {
  const served = await serve(setting);
  open.push(served);
  return served;
}

const scope = { platform: 'discord', workspace: GUILD };
const channel: Place = { scope, channel: CHANNEL, personal: false };
const alone: Place = { scope: { platform: 'discord', workspace: `person:${PERSON}` }, channel: PERSON, personal: true };
const LONG_AGO = '2026-01-01T00:00:00.000Z';

function posting(key: string, text = 'What is new.'): Posting {
  const reply: Reply = { lines: [line('lead', text)] };
  return { reply, citations: [], key, dress: { sort: 'digest', subscription: 'd1' } };
}

const isPost = ({ method, path }: Noted) => method === 'POST' && path.endsWith('/messages');
const postsIn = ({ fake }: Serving, where: string) => fake.messages.filter((one) => one.channel === where);

describe('a digest', () => {
  it('is posted once for its key, notifies nobody, and is managed by its buttons', async () => {
    const served = await started();
    const { outlet } = served.discord;
    const first = await outlet.post(channel, posting('occurrence 1'));
    const again = await outlet.post(channel, posting('occurrence 1'));
    const [posted, ...others] = postsIn(served, CHANNEL);
    expect(others).toEqual([]);
    const link = `https://discord.com/channels/${GUILD}/${CHANNEL}/${posted?.id}`;
    expect(first).toEqual({ result: 'posted', message: posted?.id, link });
    expect(again).toEqual(first);
    expect(posted?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false }, enforce_nonce: true });
    expect(String(posted?.body.nonce).length).toBeLessThanOrEqual(25);
    expect(buttonsOf(posted?.body).map(({ label }) => label)).toEqual(['Pause', 'Edit', 'History']);
  });

  it('to a person alone goes to their direct messages', async () => {
    const served = await started();
    const outcome = await served.discord.outlet.post(alone, posting('occurrence 1'));
    const [posted] = postsIn(served, DIRECT);
    const link = `https://discord.com/channels/@me/${DIRECT}/${posted?.id}`;
    expect(outcome).toEqual({ result: 'posted', message: posted?.id, link });
  });

  it('goes to the thread where there is one', async () => {
    const served = await started();
    await served.discord.outlet.post({ ...channel, thread: FORUM_POST }, posting('occurrence 1'));
    expect(postsIn(served, FORUM_POST)).toHaveLength(1);
  });
});

describe('a note on an answer', () => {
  it('that stands in a channel opens a thread under it, and is found there', async () => {
    const served = await started();
    const { outlet } = served.discord;
    const answer = await outlet.post(channel, posting('answer'));
    if (answer.result !== 'posted') throw new Error('it is posted');
    const place = { ...channel, thread: answer.message };
    expect(await outlet.find(place, 'note', LONG_AGO)).toEqual({ found: 'not there' });
    expect(await outlet.post(place, { ...posting('note'), dress: { sort: 'note' } })).toMatchObject({
      result: 'posted',
    });
    const [note] = postsIn(served, answer.message);
    expect(buttonsOf(note?.body)).toEqual([]);
    expect(await outlet.find(place, 'note', LONG_AGO)).toMatchObject({ found: 'there', message: note?.id });
    expect(await outlet.mark(place, answer.message, 'No longer so.')).toMatchObject({ result: 'posted' });
    expect(shownText(postsIn(served, CHANNEL)[0]?.body)).toContain('No longer so.');
  });

  it('stands in the channel where a thread cannot be opened', async () => {
    const served = await started();
    served.fake.intervene = ({ path }) => (path.endsWith('/threads') ? refused(403, 50013) : undefined);
    await served.discord.outlet.post({ ...channel, thread: '900' }, { ...posting('note'), dress: { sort: 'note' } });
    expect(postsIn(served, CHANNEL)).toHaveLength(1);
  });
});

describe('what cannot be posted', () => {
  const outcomeWhen = async (answer: Awaited<ReturnType<Serving['fake']['intervene']>>, where: Place = channel) => {
    const served = await started();
    served.fake.intervene = (request) => (isPost(request) ? answer : undefined);
    const outcome = await served.discord.outlet.post(where, posting('occurrence 1'));
    const tries = served.fake.noted.filter(isPost).length;
    return { outcome, tries };
  };

  it.each([
    ['a channel that is gone', 404, 10003, 'the channel is gone'],
    ['a server that the bot is no longer in', 403, 50001, '“View Channel”, “Send Messages”'],
    ['a channel where the bot may not write', 403, 50013, '“Send Messages”'],
    ['a person who takes no direct messages', 403, 50007, 'takes no direct messages'],
    ['a thread that is locked', 400, 160005, 'locked'],
    ['a token that is refused', 401, 0, 'token is not accepted'],
  ])('because of %s is refused, in words that say what to do, and not tried again', async (_, status, code, words) => {
    const { outcome, tries } = await outcomeWhen(refused(status, code));
    expect(outcome).toMatchObject({ result: 'refused', because: expect.stringContaining(words) });
    expect(tries).toBe(1);
  });

  it('because of a limit may be tried later, when Discord says so, and nothing sleeps meanwhile', async () => {
    const headers = { 'retry-after': '30', 'x-ratelimit-scope': 'user' };
    const { outcome, tries } = await outcomeWhen({ status: 429, body: { retry_after: 30, global: false }, headers });
    expect(outcome).toMatchObject({ result: 'later', because: 'Discord does not take it for now' });
    expect(outcome).toHaveProperty('afterMs');
    expect((outcome as { afterMs: number }).afterMs).toBeGreaterThanOrEqual(30_000);
    expect(tries).toBe(1);
  });

  it('because Discord breaks is tried again with its nonce, and later where it does not stand there', async () => {
    const { outcome, tries } = await outcomeWhen(refused(502, 0));
    expect(outcome).toMatchObject({ result: 'later', because: expect.stringContaining('502') });
    expect(tries).toBe(2);
  });

  it('goes through after a token that was refused once', async () => {
    const served = await started();
    let tokens = 1;
    served.fake.intervene = (request) => (isPost(request) && tokens-- > 0 ? refused(401, 0) : undefined);
    await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(await served.discord.outlet.post(channel, posting('occurrence 2'))).toMatchObject({ result: 'posted' });
  });

  it('for lack of a permission that is known is not even tried', async () => {
    const served = await started({ permissions: String(1n << 10n) });
    const outcome = await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(outcome).toMatchObject({
      result: 'refused',
      because: expect.stringContaining('lacks the permission “Send Messages”'),
    });
    expect(served.fake.noted.some(isPost)).toBe(false);
  });

  it('because Discord cannot be reached may be tried later', async () => {
    const served = await serve();
    await served.close();
    const outcome = await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(outcome).toEqual({ result: 'later', because: 'Discord cannot be reached' });
  });
});

describe('a post whose answer was lost', () => {
  /** It is done, and the connection breaks. */
  const loseAnswers = ({ fake }: Serving, times: number, status = 502) => {
    let left = times;
    fake.intervene = async (request) => {
      if (!isPost(request) || left <= 0) return;
      left -= 1;
      const again = fake.intervene;
      fake.intervene = () => undefined;
      await fetch(`${fake.apiUrl}v10${request.path}`, { method: 'POST', body: JSON.stringify(request.body) });
      fake.intervene = again;
      return refused(status, 0);
    };
  };

  it('is sent again with the same nonce, and stands there once', async () => {
    const served = await started();
    loseAnswers(served, 1);
    const outcome = await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(postsIn(served, CHANNEL)).toHaveLength(1);
    expect(outcome).toMatchObject({ result: 'posted', message: postsIn(served, CHANNEL)[0]?.id });
  });

  it('again and again is found in the channel', async () => {
    const served = await started();
    loseAnswers(served, 2);
    const outcome = await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(postsIn(served, CHANNEL)).toHaveLength(1);
    expect(outcome).toMatchObject({ result: 'posted', message: postsIn(served, CHANNEL)[0]?.id });
  });

  it('is uncertain where the channel cannot be read', async () => {
    const served = await started({ permissions: String((1n << 10n) | (1n << 11n)) });
    loseAnswers(served, 2);
    const outcome = await served.discord.outlet.post(channel, posting('occurrence 1'));
    expect(outcome).toMatchObject({ result: 'unsure', because: expect.stringContaining('look whether it is there') });
  });
});

describe('what was posted before a crash', () => {
  it('is found by its key, long after Discord has forgotten the nonce', async () => {
    const served = await started();
    const { outlet } = served.discord;
    await outlet.post(channel, posting('occurrence 1'));
    await outlet.post(channel, posting('occurrence 2'));
    const [first] = postsIn(served, CHANNEL);
    expect(await outlet.find(channel, 'occurrence 1', LONG_AGO)).toMatchObject({ found: 'there', message: first?.id });
    expect(await outlet.find(channel, 'occurrence 3', LONG_AGO)).toEqual({ found: 'not there' });
    expect(await outlet.find(alone, 'occurrence 1', LONG_AGO)).toEqual({ found: 'not there' });
  });

  it('is found among hundreds of messages since', async () => {
    const served = await started();
    const { outlet } = served.discord;
    for (let i = 0; i < 250; i += 1)
      await fetch(`${served.fake.apiUrl}v10/channels/${CHANNEL}/messages`, { method: 'POST', body: '{}' });
    await outlet.post(channel, posting('occurrence 1'));
    expect(await outlet.find(channel, 'occurrence 1', LONG_AGO)).toMatchObject({ found: 'there' });
  });

  it('is taken for nobody else’s: a message of another with the same number is none of ours', async () => {
    const served = await started();
    await served.discord.outlet.post(channel, posting('occurrence 1'));
    served.fake.intervene = (request) => {
      if (request.method !== 'GET' || !request.path.includes('/messages')) return;
      const [posted] = postsIn(served, CHANNEL);
      return { status: 200, body: [{ id: posted?.id, author: { id: '42' }, components: posted?.body.components }] };
    };
    expect(await served.discord.outlet.find(channel, 'occurrence 1', LONG_AGO)).toEqual({ found: 'not there' });
  });

  it.each([
    ['may not be read', String((1n << 10n) | (1n << 11n)), undefined],
    ['cannot be reached', undefined, refused(502, 0)],
  ])('is unknown where the channel %s', async (_, permissions, answer) => {
    const served = await started({ ...(permissions && { permissions }) });
    served.fake.intervene = ({ method }) => (method === 'GET' ? answer : undefined);
    expect(await served.discord.outlet.find(channel, 'occurrence 1', LONG_AGO)).toEqual({ found: 'unknown' });
  });
});

describe('a person', () => {
  it('is told alone', async () => {
    const served = await started();
    expect(await served.discord.outlet.tell(scope, PERSON, { lines: [line('note', 'It is paused.')] })).toBe(true);
    expect(shownText(postsIn(served, DIRECT)[0]?.body)).toBe('It is paused.');
  });

  it('who takes no direct messages is not told', async () => {
    const served = await started();
    served.fake.intervene = (request) => (isPost(request) ? refused(403, 50007) : undefined);
    expect(await served.discord.outlet.tell(scope, PERSON, { lines: [line('note', 'It is paused.')] })).toBe(false);
  });
});

describe('a message that no longer holds', () => {
  const LINE = 'No longer so since 2026-04-27; the note below says more. <@1> **';

  it('gets a line on top, once, and keeps everything else', async () => {
    const served = await started();
    const { outlet } = served.discord;
    const outcome = await outlet.post(channel, posting('answer', 'It is exclusive.'));
    if (outcome.result !== 'posted') throw new Error('it is posted');
    const before = shownText(postsIn(served, CHANNEL)[0]?.body);
    for (let i = 0; i < 2; i += 1)
      expect(await outlet.mark(channel, outcome.message, LINE)).toMatchObject({ result: 'posted' });
    const after = postsIn(served, CHANNEL)[0]?.body;
    expect(shownText(after)).toBe(`⚠️ ${LINE}\n${before}`);
    expect(buttonsOf(after)).toHaveLength(3);
    expect(await outlet.find(channel, 'answer', LONG_AGO)).toMatchObject({ found: 'there' });
  });

  it('that is as long as a message can be gives its buttons for the line', async () => {
    const served = await started();
    const { outlet } = served.discord;
    const outcome = await outlet.post(channel, posting('answer', 'short'));
    if (outcome.result !== 'posted') throw new Error('it is posted');
    const [there] = postsIn(served, CHANNEL);
    const container = (there?.body.components as { components: { content?: string }[] }[] | undefined)?.[0];
    if (container?.components[0]) container.components[0].content = 'x'.repeat(3970);
    expect(await outlet.mark(channel, outcome.message, 'No longer so.')).toMatchObject({ result: 'posted' });
    expect(buttonsOf(there?.body)).toEqual([]);
    expect(shownText(there?.body)).toMatch(/^⚠️ No longer so\.\nx+$/);
  });

  it('that is gone is left alone', async () => {
    const served = await started();
    expect(await served.discord.outlet.mark(channel, '1', LINE)).toMatchObject({
      result: 'refused',
      because: expect.stringContaining('the message is gone'),
    });
  });
});
