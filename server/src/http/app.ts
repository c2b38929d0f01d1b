/** The whole of what the server answers: one function that runs the table of routes, beside it the pages and the scripts. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { fromBase64url, readBoxId, SealingError } from '../../../src/domain/sealing/server.js';
import type { Log } from '../log.js';
import { nameOf, sparingly } from '../log.js';
import type { Session, Store } from '../store.js';
import { StoreBusy } from '../store-busy.js';
import { BoxOrigins } from './box-origins.js';
import type { Rate } from './buckets.js';
import { Challenges } from './challenge.js';
import { openApi } from './openapi.js';
import type { Origins } from './origins.js';
import { corsHeaders, isForeign, preflightHeaders } from './origins.js';
import type { LookUp } from './page-check.js';
import { PAGE_CHECKS, pageRoutes } from './page-routes.js';
import { pages } from './pages.js';
import { peopleRoutes } from './people-routes.js';
import type { ProblemName } from './problems.js';
import { problemOf, Refusal, refusal, statusOf } from './problems.js';
import type { Rates } from './public-routes.js';
import { publicRoutes } from './public-routes.js';
import { publicationRoutes } from './publication-routes.js';
import { PublishedBoxes } from './published-boxes.js';
import { readJsonBody } from './read-body.js';
import { recoveryRoutes } from './recovery-routes.js';
import type { Asked, Bare, Route, Side } from './route.js';
import type { Scripts } from './scripts.js';
import { scripts } from './scripts.js';
import { serviceRoutes } from './service-routes.js';
import { signInRoutes } from './sign-in.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { staffRoutes } from './staff-routes.js';

export interface AppConfig {
  readonly origins: Origins;
  readonly backupDays: number;
  readonly rates: Rates;
  /** Hexadecimal digits of the proof of work. */
  readonly proofPrefix: string;
  readonly version: string;
  /** How often a keeper may have a page looked at; for tests. */
  readonly pageChecks?: Rate;
}

export interface AppParts {
  readonly store: Store;
  readonly config: AppConfig;
  readonly log: Log;
  /** The built scripts, served under /kith/. */
  readonly files?: Scripts;
  /** Milliseconds that only ever go up; for tests. */
  readonly monotonic?: () => number;
  /** Addresses of names; for tests. */
  readonly lookUp?: LookUp;
}

/** Bytes of a body: of anybody's, and of somebody's who is signed in. */
const MOST_OF_ANYBODY = 64 * 1024;
const MOST_OF_STAFF = 8 * 1024 * 1024;

const SECONDS_UNTIL_LESS_BUSY = 5;

/** Every answer has these; what may be kept says so. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

type Headers = Readonly<Record<string, string>>;

function problem(name: ProblemName, headers: Headers = {}, retryAfter?: number): Response {
  const wait = name === 'busy' ? (retryAfter ?? SECONDS_UNTIL_LESS_BUSY) : retryAfter;
  return new Response(JSON.stringify(problemOf(name)), {
    status: statusOf(name),
    headers: {
      ...ALWAYS,
      'content-type': 'application/problem+json',
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
      ...(statusOf(name) === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...headers,
    },
  });
}

const isBare = (answer: unknown): answer is Bare =>
  typeof answer === 'object' && answer !== null && 'bytes' in answer && 'headers' in answer;

const NO_BOX: Bytes = new Uint8Array(16);

/** The id of the path, or nothing when it is none. */
function boxIdOf(c: Context): Bytes | undefined {
  const text = c.req.param('boxId');
  if (text === undefined) return NO_BOX;
  try {
    return readBoxId(text);
  } catch {
    return undefined;
  }
}

const BEARER = /^bearer ([A-Za-z0-9_-]{43})$/i;

/** What is stored of a token, or nothing when the header holds none. */
function tokenHashOf(authorization: string | undefined): Bytes | undefined {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    return new Uint8Array(
      createHash('sha256')
        .update(fromBase64url(token, 'token', 32))
        .digest(),
    );
  } catch {
    return undefined;
  }
}

async function sessionOf(c: Context, store: Store, boxId: Bytes): Promise<Session | undefined> {
  const hash = tokenHashOf(c.req.header('authorization'));
  const session = hash && (await store.session(hash));
  return session && Buffer.from(session.boxId).equals(boxId) ? session : undefined;
}

/** Runs one line of the table. */
async function answerTo(c: Context, route: Route, store: Store): Promise<unknown> {
  const boxId = boxIdOf(c);
  if (!boxId) return refusal('no-such-box');
  const session = route.signedIn ? await sessionOf(c, store, boxId) : undefined;
  if (route.signedIn && !session) return refusal('signed-out');
  const asked: Asked<unknown, boolean> = {
    boxId,
    body: undefined,
    session,
    header: (name) => c.req.header(name),
  };
  if (!route.body) return route.handle(asked);
  const read = await readJsonBody(c.req.raw, route.signedIn ? MOST_OF_STAFF : MOST_OF_ANYBODY);
  if ('refused' in read) return read.refused;
  const parsed = v.safeParse(route.body, read.value, { abortEarly: true });
  if (!parsed.success) return refusal('malformed');
  try {
    return await route.handle({ ...asked, body: parsed.output });
  } catch (error) {
    // Bytes that are not written in the one canonical way, or a point that is none.
    if (error instanceof SealingError) return refusal('malformed');
    throw error;
  }
}

function written(route: Route, answer: unknown, cors: Headers): Response {
  if (answer instanceof Refusal) return problem(answer.name, cors, answer.retryAfter);
  if (isBare(answer)) {
    const { status, bytes, headers } = answer;
    return new Response(bytes, { status, headers: { ...ALWAYS, ...cors, ...headers } });
  }
  if (answer === undefined)
    return new Response(null, { status: route.status, headers: { ...ALWAYS, ...cors } });
  return new Response(JSON.stringify(answer), {
    status: route.status,
    headers: { ...ALWAYS, ...cors, 'content-type': 'application/json' },
  });
}

export function makeApp({
  store,
  config,
  log,
  files,
  monotonic = () => performance.now(),
  lookUp,
}: AppParts): Hono {
  const { origins, rates, backupDays } = config;
  const say = sparingly(log, monotonic);
  const boxes = new PublishedBoxes(store, monotonic);
  const challenges = new Challenges(store, config.proofPrefix, monotonic);
  const boxOrigins = new BoxOrigins(store, monotonic);
  const throttle = new SignInThrottle(monotonic);
  const { pageChecks = PAGE_CHECKS } = config;
  let described: string | undefined;
  const table: readonly Route[] = [
    ...publicRoutes({ store, boxes, challenges, rates, backupDays, monotonic }),
    ...signInRoutes({ store, boxes, throttle }),
    ...staffRoutes({ store, boxes, config, tokenHashOf }),
    ...peopleRoutes({ store, throttle, tokenHashOf }),
    ...recoveryRoutes({ store, boxes, throttle }),
    ...publicationRoutes({ store, boxes }),
    ...pageRoutes({ store, boxOrigins, ...origins, pageChecks, monotonic, lookUp }),
    ...serviceRoutes(store, say, () => {
      described ??= openApi(table, config.version);
      return described;
    }),
  ];

  /** With the pages that this box's keepers have named, where they make a difference. */
  const originsFor = async (c: Context, side: Side): Promise<Origins> => {
    const origin = c.req.header('origin');
    const boxId = c.req.param('boxId') === undefined ? undefined : boxIdOf(c);
    if (side !== 'public' || origin === undefined || !boxId || origins.pages.includes(origin)) return origins;
    return { ...origins, pages: [...origins.pages, ...(await boxOrigins.find(boxId))] };
  };

  const app = new Hono();
  for (const path of new Set(table.map((route) => route.path))) {
    const atPath = table.filter((route) => route.path === path);
    const methods = atPath.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    app.all(path.replace('{boxId}', ':boxId'), async (c) => {
      const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
      const origin = c.req.header('origin');
      const route = atPath.find((each) => each.method === method);
      // All that stands at one path is of one side, but for the making of a box.
      const side = (route ?? atPath[0])?.side ?? 'service';
      const allowed = await originsFor(c, side);
      const cors = corsHeaders(side, origin, allowed);
      if (side === 'staff' && isForeign(origin, origins)) return problem('foreign-origin', cors);
      if (method === 'OPTIONS') {
        const headers = preflightHeaders(side, origin, methods, allowed);
        return new Response(null, {
          status: 204,
          headers: { ...ALWAYS, ...headers, allow: methods.join(', ') },
        });
      }
      if (!route) return problem('method-not-allowed', { ...cors, allow: methods.join(', ') });
      try {
        return written(route, await answerTo(c, route, store), cors);
      } catch (error) {
        // The store has said so itself.
        if (error instanceof StoreBusy) return problem('busy', cors, error.retryAfter);
        say('request-failed', { route: `${route.method} ${route.path}`, error: nameOf(error) });
        return problem('busy', cors);
      }
    });
  }
  pages(app, store, boxes, say);
  if (files) scripts(app, files);
  app.notFound(() => problem('not-found'));
  app.onError((error) => {
    say('request-failed', { error: nameOf(error) });
    return problem('busy');
  });
  return app;
}
