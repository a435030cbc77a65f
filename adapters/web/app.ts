import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { apiRoutes } from './api.ts';
import { clientAddress } from './client-address.ts';
import { type Env, showProblem } from './faults.ts';
import { healthRoutes } from './health.ts';
import { limitBody } from './limit-body.ts';
import { pageRoutes } from './page-routes.ts';
import type { WebParts } from './parts.ts';
import { Problem } from './problem.ts';
import { makeRateLimit } from './rate-limit.ts';

/** A question is at most 2,000 characters, a conversation a few of them. */
const MAX_BODY_BYTES = 64 * 1024;

/** Who watches over us asks often, and a page asks for its style. */
const NOT_COUNTED = new Set(['/healthz', '/readyz', '/metrics', '/style.css', '/favicon.svg']);

/** Everything that the service answers over HTTP. */
export function makeApp(parts: WebParts): Hono<Env> {
  const { log, metrics } = parts;
  const app = new Hono<Env>();
  const limit = makeRateLimit(parts.requestsPerMinute);

  app.use(requestId({ limitLength: 64 }));
  app.use(async (c, next) => {
    const begun = performance.now();
    await next();
    // A connection that is kept open would keep a service that stops from its end.
    if (!parts.isOpen()) c.header('connection', 'close');
    const route = c.res.status === 404 || c.res.status === 405 ? 'none' : routePath(c, -1);
    const status = c.res.status;
    metrics.requests.inc({ route, status: String(status) });
    const level = NOT_COUNTED.has(route) ? 'debug' : 'info';
    // The route and not the address: that holds what was asked.
    log[level]({
      requestId: c.var.requestId,
      method: c.req.method,
      route,
      status,
      ms: Math.round(performance.now() - begun),
    });
  });
  app.use(
    secureHeaders({
      // No script at all, nothing from elsewhere, and nobody frames a page of ours.
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      // The proxy that ends TLS says it; over plain HTTP it means nothing.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    if (!NOT_COUNTED.has(c.req.path)) {
      const wait = limit(clientAddress(c, parts.proxyHops), Date.now());
      if (wait > 0) {
        metrics.refused.inc({ why: 'rate' });
        throw new Problem(`Too many requests from your address: try again in ${wait} seconds.`, {
          status: 429,
          headers: { 'retry-after': String(wait) },
        });
      }
    }
    await next();
  });
  app.use(limitBody(MAX_BODY_BYTES));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        showProblem(
          c,
          new Problem(`This address takes ${methods.join(', ')} alone.`, {
            status: 405,
            headers: { allow: methods.join(', ') },
          }),
        ),
    }),
  );

  app.route('/', healthRoutes(parts));
  app.route('/api', apiRoutes(parts));
  app.route('/', pageRoutes(parts));

  app.notFound((c) =>
    showProblem(c, new Problem('There is nothing at this address: begin at /, or see /help.', { status: 404 })),
  );
  app.onError((error, c) => {
    if (error instanceof Problem) return showProblem(c, error);
    metrics.errors.inc({ where: 'web' });
    log.error({ err: error, requestId: c.var.requestId, route: routePath(c, -1) }, 'a request failed');
    return showProblem(
      c,
      new Problem('Something went wrong on our side: try again, or report it with this id.', { status: 500 }),
    );
  });
  return app;
}
