/** Between Node and the app: slow clients do not hold a connection for ever, and nothing that Node says by itself tells of a visitor. */
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Log } from '../log.js';
import { nameOf } from '../log.js';

const SECOND = 1000;

const begun = new WeakMap<Server, number>();

/** How many requests have begun and not ended. */
export const underWay = (server: Server): number => begun.get(server) ?? 0;

export function listenerOf(app: Hono, log: Log): Server {
  const listener = getRequestListener(app.fetch, {
    hostname: 'localhost',
    // A host that is none, or an address that is none: the client's doing.
    errorHandler: (error) => {
      if (nameOf(error) === 'RequestError') return new Response(null, { status: 400 });
      log('request-failed', { error: nameOf(error) });
      return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    },
  });
  const server = createServer(
    {
      headersTimeout: 10 * SECOND,
      requestTimeout: 30 * SECOND,
      // Longer than the usual minute of a proxy in front, so that it is the proxy that lets go.
      keepAliveTimeout: 65 * SECOND,
      connectionsCheckingInterval: 5 * SECOND,
    },
    (request, response) => {
      begun.set(server, underWay(server) + 1);
      response.once('close', () => begun.set(server, underWay(server) - 1));
      return listener(request, response);
    },
  );
  return server;
}
