/** The contract of chat platforms, for each that there is. */
import { plainWords } from '../../adapters/slack/plain-words.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { bot } from '../discord/assembled.ts';
import { command, mention as discordMention } from '../discord/events.ts';
import { SELF } from '../discord/fake-discord.ts';
import { messageProblems as discordProblems } from '../discord/payload-rules.ts';
import { serve } from '../discord/serving.ts';
import { shownText } from '../discord/shown.ts';
import { commandOf, deliver, mention as slackMention, startFakeSlack } from '../slack/fake-slack.ts';
import { callProblems } from '../slack/payload-rules.ts';
import { botOn, runApp } from '../slack/running-app.ts';
import { newDataDir } from '../slack/service.ts';
import { describeContract, type Platform, type Seen } from './contract.ts';

/** A store that keeps events only when it is let go. */
function hanging<T extends ReturnType<typeof openStore>>(store: T, until: Promise<void> | undefined): T {
  if (!until) return store;
  const methods = Object.entries(store).map(([name, of]) => [name, typeof of === 'function' ? of.bind(store) : of]);
  const acceptEvent: T['acceptEvent'] = (...args) => until.then(() => store.acceptEvent(...args));
  return { ...Object.fromEntries(methods), acceptEvent };
}

const discord: Platform = {
  name: 'Discord',
  async start({ storeHangs }) {
    const served = await serve({ storeOf: (store) => hanging(store as ReturnType<typeof openStore>, storeHangs) });
    const { fake } = served;
    let last: unknown;
    const send = (event: unknown) => {
      last = event;
      fake.dispatch('MESSAGE_CREATE', event);
      return Promise.resolve();
    };
    const seen = (body: unknown): Seen => ({ text: shownText(body), problems: discordProblems(body as never) });
    const by = (id: string) => ({ author: { id, bot: true } });
    return {
      bot,
      async mention(text) {
        const event = discordMention(text);
        await send(event);
        return event.id;
      },
      mentionIn: (conversation, text) => send(discordMention(text, { channel_id: conversation })),
      mentionByItself: (text) => send(discordMention(text, by(SELF))),
      mentionByAnotherBot: (text) => send(discordMention(text, by('42'))),
      deliverAgain: () => send(last),
      command(text) {
        const [name = '', ...rest] = text.split(' ');
        const event = command(name, { question: rest.join(' ') });
        fake.dispatch('INTERACTION_CREATE', event);
        const acknowledged = fake.until(() => fake.noted.some(({ path }) => path.includes(`${event.token}/callback`)));
        const reply = fake.until(() => fake.shown.get(event.token)).then(seen);
        return Promise.resolve({ acknowledged: acknowledged.then(() => undefined), reply });
      },
      async repliesIn(conversation, atLeast) {
        const there = () => fake.messages.filter(({ channel }) => channel === conversation);
        await fake.until(() => there().length >= atLeast);
        return there().map((one) => seen(one.body));
      },
      everything: () => [
        ...fake.messages.map((one) => seen(one.body)),
        ...[...fake.shown.values()].filter((one) => one !== undefined).map(seen),
      ],
      stop: () => served.close(),
    };
  },
};

const slack: Platform = {
  name: 'Slack',
  async start({ storeHangs }) {
    const fake = await startFakeSlack();
    const store = openStore({ dataDir: newDataDir() });
    const app = await runApp(fake, { store: hanging(store, storeHangs) });
    let last: object = {};
    let places = 0;
    const send = async (event: object) => {
      last = event;
      await deliver(app.url, event);
    };
    // biome-ignore lint/suspicious/noExplicitAny: what was posted is looked into freely
    const textOf = (args: any) => plainWords(String(args.text));
    const seen = (call: (typeof fake.calls)[number]): Seen => ({
      text: textOf(call.args),
      problems: callProblems([call]),
    });
    const newPlace = () => {
      places += 1;
      return `C${places}`;
    };
    const by = (change: object) => (text: string) => send(slackMention(text, { channel: newPlace(), ...change }));
    return {
      bot: botOn(),
      async mention(text) {
        const channel = newPlace();
        await send(slackMention(text, { channel, ts: '1.1' }));
        return channel;
      },
      mentionIn: (channel, text) => send(slackMention(text, { channel, thread_ts: '1.1' })),
      mentionByItself: by({ user: 'U0BOT' }),
      mentionByAnotherBot: by({ bot_id: 'B42' }),
      deliverAgain: () => send(last),
      command(text) {
        const form = new URLSearchParams(commandOf(text, fake.hookUrl('h')));
        const reply = fake.until(() => fake.posts().length > 0, 'a reply');
        return Promise.resolve({
          acknowledged: deliver(app.url, form).then(() => undefined),
          reply: reply.then(() => seen(fake.posts()[0] as never)),
        });
      },
      async repliesIn(channel, atLeast) {
        const there = () => fake.posts().filter(({ args }) => args.channel === channel);
        await fake.until(() => there().length >= atLeast, `${atLeast} in ${channel}`);
        return there().map(seen);
      },
      everything: () => fake.posts().map(seen),
      async stop() {
        await app.stop();
        await store.close();
        await fake.stop();
      },
    };
  },
};

describeContract(slack);
describeContract(discord);
