/** What whoever runs the server asks: does it live, can it keep something, what does it offer. */
import type { Log } from '../log.js';
import { nameOf } from '../log.js';
import type { Store } from '../store.js';
import { refusal } from './problems.js';
import type { Route } from './route.js';
import { route } from './route.js';
import { Health, OpenApi } from './schemas.js';

/** Milliseconds in which a database has to say that it is there. */
const PATIENCE = 2000;
const COME_BACK = 5;

async function within(patience: number, work: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function serviceRoutes(store: Store, log: Log, describe: () => string): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/health',
      side: 'service',
      summary: 'Whether the process lives',
      answer: Health,
      problems: [],
      async handle() {
        return { status: 'ok' as const };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/ready',
      side: 'service',
      summary: 'Whether questions can be kept: the database answers and may be written to',
      answer: Health,
      problems: ['busy'],
      async handle() {
        const ready = await within(PATIENCE, store.ready()).catch((error: unknown) => {
          log('not-ready', { error: nameOf(error) });
          return false;
        });
        return ready ? { status: 'ok' as const } : refusal('busy', COME_BACK);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/openapi.json',
      side: 'service',
      summary: 'This document',
      answer: OpenApi,
      problems: [],
      async handle() {
        return {
          status: 200,
          bytes: describe(),
          headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' },
        };
      },
    }),
  ];
}
