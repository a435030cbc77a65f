import { spawn } from 'node:child_process';
import type { Bot } from '../src/bot.ts';
import { answeredReply, declinedReply } from '../src/reply/answer-reply.ts';
import { plainText } from '../src/reply/reply.ts';

/**
 * What a person at a terminal reads when the service is ready: where the page is; with a question, its answer, and the
 * page opens on it where there is a desktop. It stands on standard error, since programs read standard output.
 */
export function greet({
  question,
  url,
  bot,
  stderr,
  environment,
}: {
  readonly question: string | undefined;
  readonly url: string;
  readonly bot: Bot;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
}): void {
  if (question === undefined) {
    if (stderr.isTTY) stderr.write(`The page is at ${url}/ and Ctrl-C ends it.\n`);
    return;
  }
  const answer = bot.ask({ turns: [question] });
  const reply = answer.outcome === 'answered' ? answeredReply(answer, bot.reach) : declinedReply(answer, bot.reach);
  const page = `${url}/?${new URLSearchParams({ q: question })}`;
  stderr.write(`\n${plainText(reply)}\n\nThe same on a page: ${page}\nCtrl-C ends it.\n`);
  const opener = openerOf(environment);
  // Without a browser the address was still printed.
  if (stderr.isTTY && opener)
    spawn(opener, [page], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

/** The program that opens an address on this desktop, if there is one. */
function openerOf(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.CI || environment.SSH_CONNECTION) return undefined;
  if (process.platform === 'darwin') return 'open';
  return process.platform === 'linux' && (environment.DISPLAY || environment.WAYLAND_DISPLAY) ? 'xdg-open' : undefined;
}
