/** Serves until it is told to stop: then nothing new is taken, what has begun is finished, and the database is closed. */
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.js';
import { openStore } from '../database/open-store.js';
import { makeApp } from '../http/app.js';
import { listenerOf, underWay } from '../http/listener.js';
import { readScripts } from '../http/scripts.js';
import type { Log } from '../log.js';
import { nameOf } from '../log.js';
import type { Store } from '../store.js';
import { version } from '../version.js';
import { offerFirstLink } from './claim.js';
import { Trouble } from './trouble.js';

const HOUR = 3_600_000;

/** Milliseconds that requests under way have to finish. */
const PATIENCE = 10_000;

/** @param data Folder that is for the server's own user alone. */
export const openFolder = (data: string): void => {
  mkdirSync(data, { recursive: true, mode: 0o700 });
};

/** @param beside For a command that runs while the server may be running too. */
export async function openBox(config: Config, log: Log, beside = false): Promise<Store> {
  openFolder(config.data);
  const { databaseUrl: url, boxLimit, journal } = config;
  return openStore({ url, boxLimit, journal, log, beside });
}

/** Retention now and about every hour; several nodes do not do it all at once. Returns how to stop it. */
function retaining(store: Store, log: Log): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = async () => {
    try {
      const outcome = await store.retain();
      if ('refused' in outcome) log('retention-refused', { reason: outcome.refused });
      else if (outcome.deleted > 0) log('retention', { deleted: outcome.deleted });
    } catch (error) {
      log('retention-failed', { error: nameOf(error) });
    }
    if (stopped) return;
    timer = setTimeout(start, HOUR * (0.9 + Math.random() * 0.2));
    timer.unref();
  };
  const start = () => {
    running = run();
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** Resolves when the process is asked to stop. */
const asked = () =>
  new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });

export async function serve(config: Config, log: Log): Promise<void> {
  const store = await openBox(config, log);
  const stop = asked();
  const files = readScripts(path.join(path.dirname(fileURLToPath(import.meta.url)), 'public/kith'));
  const app = makeApp({ store, config: { ...config, version }, log, files });
  const server = listenerOf(app, log);
  try {
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    log('listening', { url: config.url, port, version });
    if (!(await store.hasBox())) await offerFirstLink(store, config);
  } catch (error) {
    // Not half: what could not be begun is ended whole.
    await finish(server);
    await store.close();
    throw error;
  }
  const stopRetaining = retaining(store, log);

  const signal = await stop;
  // A second signal ends it at once, as whoever sends it wants.
  const finished = finish(server);
  log('stopping', { signal });
  await finished;
  await stopRetaining();
  await store.close();
  log('stopped');
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Trouble(whyNotListening(error, config))));
    server.listen(config.port, config.host, resolve);
  });
}

/** Takes nothing new, lets what has begun come to its end, then closes every connection. */
function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    let quiet = 0;
    const look = setInterval(() => {
      server.closeIdleConnections();
      // Whoever is connected and says nothing is not idle in Node's words. Twice, for a request that is just being read.
      quiet = underWay(server) === 0 ? quiet + 1 : 0;
      if (quiet >= 2) server.closeAllConnections();
    }, 50);
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearInterval(look);
      clearTimeout(late);
      resolve();
    });
  });
}

function whyNotListening(error: unknown, { host, port }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} kith-server`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST "${host}" is no address of this machine. Leave it out for localhost, or set HOST=0.0.0.0 for all.`;
  return `The server cannot listen on ${host}, port ${port} (${String(code ?? nameOf(error))}).`;
}
