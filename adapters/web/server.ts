import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ListenError } from '../errors.ts';
import type { Env } from './faults.ts';

/** How long a sender may take, in milliseconds: one that dribbles keeps a connection from others. */
export interface SenderLimits {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often connections are looked at. */
  readonly checkMs: number;
}

export const SENDER_LIMITS: SenderLimits = { headersMs: 10_000, requestMs: 20_000, checkMs: 2000 };

/** A conversation stands in the address: 4,000 characters, of which one takes up to nine bytes there. */
const MAX_HEADER_BYTES = 48 * 1024;

const CLOSE_IDLE_MS = 50;

/** Another listener on the same port. */
export interface Beside {
  readonly prefix: string;
  readonly listener: RequestListener;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no more connections; resolves when the requests under way are answered. */
  close(): Promise<void>;
}

/** Serves the app. Rejects with {@link ListenError}. Port 0 takes any free one. */
export async function listen(
  app: Hono<Env>,
  {
    host,
    port,
    limits = SENDER_LIMITS,
    beside,
  }: {
    readonly host: string;
    readonly port: number;
    readonly limits?: SenderLimits;
    /** Serves the paths that begin with its prefix in place of the app. */
    readonly beside?: Beside | undefined;
  },
): Promise<Listening> {
  const own = getRequestListener(app.fetch);
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    (request, response) => {
      if (beside && request.url?.startsWith(beside.prefix)) beside.listener(request, response);
      else void own(request, response);
    },
  );
  await opened(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${taken}`, port: taken, close: () => closed(server) };
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken: choose another with PORT, or 0 for any free one.`
          : error.code === 'EACCES'
            ? `Port ${port} may not be opened by this user: choose one from 1024 on with PORT.`
            : `It cannot listen on ${host}: set HOST to an address of this machine.`;
      reject(new ListenError(remedy, error.code, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Connections that are kept open for a next request would keep the server open too.
    const sweeping = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS);
    server.close(() => {
      clearInterval(sweeping);
      resolve();
    });
    server.closeIdleConnections();
  });
}
