/**
 * Runs discord-digital-twin for a test, in a process of its own, and does what it is told over IPC: `{ id, call, channel,
 * user, with }` gives `{ id, result }` or `{ id, fault }`. It says `{ ready }` first.
 */
import { Server } from 'node:net';

// It would listen on all of the machine's addresses.
const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(port, ...rest) {
  return typeof port === 'number' ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};

const { DigitalDiscord } = await import('discord-digital-twin');
const twin = new DigitalDiscord({
  channels: [{ name: 'general', type: 0 }],
  users: [{ username: 'Alice' }],
  botToken: 'token-of-the-twin',
});
await twin.start();

// It leaves out who is mentioned.
const { gateway } = twin.server;
const broadcast = gateway.broadcast.bind(gateway);
gateway.broadcast = (event, data) => {
  const mentioned = event === 'MESSAGE_CREATE' && data.content?.includes(`<@${twin.botUserId}>`);
  broadcast(event, mentioned ? { ...data, mentions: [{ id: twin.botUserId, username: 'bot', bot: true }] } : data);
};

const general = await twin.prisma.channel.findFirstOrThrow({ where: { name: 'general' } });

const calls = {
  sendMessage: ({ channel, user, with: what }) => twin.channel(channel).user(user).sendMessage(what),
  runSlashCommand: ({ channel, user, with: what }) => twin.channel(channel).user(user).runSlashCommand(what),
  clickButton: ({ channel, user, with: what }) => twin.channel(channel).user(user).clickButton(what),
  submitModal: ({ channel, user, with: what }) => twin.channel(channel).user(user).submitModal(what),
  interact: ({ channel, user, with: what }) => twin.simulateInteraction({ channelId: channel, userId: user, ...what }),
  messages: ({ channel }) => twin.channel(channel).getMessages(),
  threads: ({ channel }) => twin.channel(channel).getThreads(),
  response: ({ channel, with: what }) => twin.channel(channel).getInteractionResponse(what),
  commands: () => twin.prisma.applicationCommand.findMany(),
};

process.on('message', async ({ id, call, ...asked }) => {
  try {
    const result = await calls[call](asked);
    // Some of its numbers are too large for JSON.
    process.send({
      id,
      result: JSON.parse(JSON.stringify(result ?? null, (_, one) => (typeof one === 'bigint' ? String(one) : one))),
    });
  } catch (error) {
    process.send({ id, fault: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({
  ready: {
    restUrl: twin.restUrl,
    token: twin.botToken,
    bot: twin.botUserId,
    channel: general.id,
    user: await twin.getFirstNonBotUserId(),
  },
});
