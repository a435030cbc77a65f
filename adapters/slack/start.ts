import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { App } from '@slack/bolt';
import { openingQuestions } from '../../src/answer/openings.ts';
import type { Outlet } from '../../src/outlet.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
import { makeAllowance } from '../allowance.ts';
import { makeKeeper } from '../chat-keeper.ts';
import type { ClientOf, Handling } from './handle.ts';
import { type Installations, makeInstallations, NotInstalled } from './installations.ts';
import { makeIntake } from './intake.ts';
import { addLifecycle } from './lifecycle.ts';
import { SUGGESTED_PROMPTS_MAX } from './limits.ts';
import { addListeners } from './listeners.ts';
import { makeOutlet } from './outlet.ts';
import type { SlackParts } from './parts.ts';
import { makeReceiving, type Receiving, type RequestListener } from './receivers.ts';
import { answerLate } from './recovery.ts';
import { slackLog } from './slack-log.ts';
import { makeStatuses } from './status.ts';
import { makeTokenCipher } from './token-cipher.ts';
import { makeTurns } from './turns.ts';
import { unusableBecause } from './unusable.ts';
import { clientOptions, makeClients } from './web-client.ts';

/** Between tries to reach Slack at the start. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** A socket that is not open any more does not say that it closed. */
const DISCONNECT_WITHIN_MS = 1000;

export interface SlackApp {
  /** Serves requests under `/slack/`; absent where there are none. */
  readonly listener: RequestListener | undefined;
  /** Slack as somewhere to post to unasked. */
  readonly outlet: Outlet;
  /**
   * Connects, as often as it takes, and answers what a process before this one left. Resolves when it is connected,
   * rejects with `SlackUnusable` where Slack does not let the app in.
   */
  start(): Promise<void>;
  /** Takes nothing more in, and resolves when what is under way is answered. */
  stop(): Promise<void>;
}

/** The Slack app on the parts of the service. */
export function makeSlackApp(parts: SlackParts): SlackApp {
  const { settings, store, log, bot } = parts;
  const logger = slackLog(log);
  const installations = settings.oauth && makeInstallations(store, makeTokenCipher(settings.oauth.encryptionKeys));
  const receiving = makeReceiving(settings, installations, log);
  const clients = makeClients({ apiUrl: settings.apiUrl, logger });
  const tokenOf = makeTokenOf(parts, receiving);
  const clientOf: ClientOf = async (installation) => clients(await tokenOf(installation));
  const keeper = makeKeeper({
    platform: 'slack',
    owner: randomUUID(),
    store,
    log,
    takeOver: (event) => answerLate(event, handling),
  });
  const handling: Handling = {
    ...parts,
    clientOf,
    statuses: makeStatuses(),
    allowances: {
      person: makeAllowance(settings.personPerMinute),
      workspace: makeAllowance(settings.workspacePerMinute),
    },
    turn: makeTurns(),
    keeper,
  };
  const intake = makeIntake(receiving.receiver, handling);
  const app = new App({
    receiver: intake.receiver,
    authorize: async (source) => ({
      botToken: await tokenOf(source),
      ...(source.teamId && { teamId: source.teamId }),
      ...(source.enterpriseId && { enterpriseId: source.enterpriseId }),
    }),
    logger,
    clientOptions: clientOptions({ apiUrl: settings.apiUrl, logger }),
    convoStore: false,
    ignoreSelf: false,
    extendedErrorHandler: true,
  });
  const openings = perCorpus(bot, () => openingQuestions(bot, SUGGESTED_PROMPTS_MAX));
  addListeners(app, handling, openings);
  if (installations) addLifecycle(app, installations, store, log);
  let stopping = false;

  return {
    listener: receiving.listener,
    outlet: makeOutlet({ clientOf, publicUrl: settings.publicUrl, log }),
    async start() {
      await renewKeys(installations, parts);
      // The first question makes what all others use; nobody should wait for it.
      openings();
      for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        try {
          if (settings.botToken) await clients(settings.botToken).once(({ auth }) => auth.test());
          if (stopping) return;
          await receiving.connect();
          break;
        } catch (error) {
          const unusable = unusableBecause(error);
          if (unusable) throw unusable;
          log.warn({ err: error, againInMs: pause }, 'Slack cannot be reached');
          await sleep(pause, undefined, { ref: false });
        }
      }
      if (!stopping) keeper.start();
    },
    async stop() {
      stopping = true;
      intake.stop();
      keeper.stop();
      await Promise.race([receiving.disconnect(), sleep(DISCONNECT_WITHIN_MS, undefined, { ref: false })]);
      await keeper.settled();
    },
  };
}

/** One workspace has its token in the settings; of many, each has its own in the store. */
function makeTokenOf({ settings: { botToken } }: SlackParts, { authorize }: Receiving) {
  return async (source: {
    teamId?: string | undefined;
    enterpriseId?: string | undefined;
    isEnterpriseInstall: boolean;
  }): Promise<string> => {
    if (!authorize) {
      if (botToken) return botToken;
      throw new NotInstalled('no workspace is set up');
    }
    const { teamId, enterpriseId, isEnterpriseInstall } = source;
    const { botToken: own } = await authorize({ teamId, enterpriseId, isEnterpriseInstall });
    if (!own) throw new NotInstalled('the workspace has installed the app without its bot');
    return own;
  };
}

async function renewKeys(installations: Installations | undefined, { log }: SlackParts): Promise<void> {
  try {
    const renewed = (await installations?.renewKeys()) ?? 0;
    if (renewed > 0) log.info({ workspaces: renewed }, 'tokens are encrypted with the new key');
  } catch (error) {
    log.error({ err: error }, 'tokens of an older key could not be encrypted anew');
  }
}
