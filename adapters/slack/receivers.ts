import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type InstallationStore, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../log.ts';
import type { SlackSettings } from './parts.ts';
import { BOT_SCOPES } from './scopes.ts';
import { slackLog } from './slack-log.ts';
import { clientOptions } from './web-client.ts';

/** Where Slack sends events, commands and clicks in HTTP mode. */
const EVENTS_PATH = '/slack/events';
const INSTALL_PATHS = { installPath: '/slack/install', redirectUriPath: '/slack/oauth_redirect' };

/** A socket that is lost is opened again for about half an hour; then the process ends and its supervisor starts it anew. */
const RECONNECT = { retries: 60, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Receiving {
  readonly receiver: Receiver;
  /** Serves what comes in under `/slack/`: events in HTTP mode, and the pages of an installation. */
  readonly listener: RequestListener | undefined;
  /** Looks up the token of an installation, where many are installed. */
  readonly authorize: NonNullable<HTTPReceiver['installer']>['authorize'] | undefined;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** Socket Mode where there is an app token, else HTTP mode on the service's own port. */
export function makeReceiving(
  settings: SlackSettings,
  installationStore: InstallationStore | undefined,
  log: Logger,
): Receiving {
  const logger = slackLog(log);
  const { appToken, apiUrl, oauth, signingSecret = '', publicUrl } = settings;
  // One object for each client: the libraries write into them.
  const options = () => clientOptions({ apiUrl, logger });
  const oauthOptions = oauth &&
    installationStore && {
      clientId: oauth.clientId,
      clientSecret: oauth.clientSecret,
      stateSecret: oauth.stateSecret,
      scopes: [...BOT_SCOPES],
      installationStore,
      ...(publicUrl && { redirectUri: `${publicUrl}${INSTALL_PATHS.redirectUriPath}` }),
      installerOptions: {
        ...INSTALL_PATHS,
        directInstall: true,
        clientOptions: options(),
        ...(apiUrl && { authorizationUrl: new URL('../oauth/v2/authorize', withSlash(apiUrl)).href }),
      },
    };
  const http = (endpoints: string[]) =>
    new HTTPReceiver({
      signingSecret,
      signatureVerification: signingSecret !== '',
      endpoints,
      logger,
      ...oauthOptions,
    });
  if (appToken === undefined) {
    const receiver = http([EVENTS_PATH]);
    return {
      receiver: withoutServer(receiver),
      listener: guarded(receiver),
      authorize: receiver.installer?.authorize.bind(receiver.installer),
      connect: () => Promise.resolve(),
      disconnect: () => Promise.resolve(),
    };
  }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: {
      clientOptions: { ...options(), rejectRateLimitedCalls: false, retryConfig: RECONNECT },
    },
  });
  ignoreRateNotices(receiver, log);
  // The pages of an installation are served by the service's own port in Socket Mode too.
  const pages = oauthOptions && http([]);
  return {
    receiver,
    listener: pages && guarded(pages),
    authorize: pages?.installer?.authorize.bind(pages.installer),
    connect: async () => {
      await receiver.client.start();
    },
    disconnect: async () => {
      await receiver.client.disconnect();
    },
  };
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

/** The service's own server calls the listener; Bolt opens none. */
function withoutServer(receiver: HTTPReceiver): Receiver {
  return { init: (app) => receiver.init(app), start: () => Promise.resolve(), stop: () => Promise.resolve() };
}

/** A path that the receiver does not know throws in it. */
function guarded({ requestListener }: HTTPReceiver): RequestListener {
  return (request, response) => {
    try {
      requestListener(request, response);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing is here.\n');
    }
  };
}

/**
 * Slack says over the socket that an app is sent too much (`app_rate_limited`); version 3.1.0 of the library breaks on
 * it, as on anything else that it does not know, and would take the process along.
 */
function ignoreRateNotices({ client }: SocketModeReceiver, log: Logger): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const listener of listeners)
    client.on('ws_message', (...args: unknown[]) => {
      Promise.resolve(listener.apply(client, args)).catch((error: unknown) => {
        log.warn({ err: error }, 'Slack sent over the socket what is not known here: it is left out');
      });
    });
}
