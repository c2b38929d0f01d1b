/** The only place that asks the network for anything; it works in a page and in Node. */
import { decode } from './decode.js';
import { Problem } from './problem.js';

const MEGABYTE = 1024 * 1024;
const HUNDRED_KB = 100 * 1024;

/** Refuse above this; a calendar file may hold years of history, so it may be larger. What a server says to a POST is short. */
const LIMIT = { listing: 10 * MEGABYTE, calendar: 25 * MEGABYTE, reply: MEGABYTE };

/** How large a file of this name may be, as it may on a web site. */
export const mostMegabytes = (file: string): number =>
  (/\.ics$/i.test(file) ? LIMIT.calendar : LIMIT.listing) / MEGABYTE;

/** Patience with a slow server, for the whole answer. */
export const TIMEOUT_MS = 20_000;

const isCalendar = (url: URL, type: string): boolean =>
  /text\/calendar/i.test(type) || /\.ics$/i.test(url.pathname);

/** A status below 200 or over 299, as a Problem. */
export function statusProblem(address: string, status: number): Problem {
  const told = `${address} answered with status ${status}`;
  if (status === 404 || status === 410)
    return new Problem('not-found', `${told}: there is nothing at this address`);
  if (status === 401 || status === 403) {
    return new Problem('refused', `${told}: it is not public. Make the list readable without signing in`);
  }
  if (status >= 500 || status === 429)
    return new Problem('server-error', `${told}: the server that keeps the list has a fault`);
  return new Problem('refused', `${told}`);
}

async function body(
  response: Response,
  limit: number,
  address: string,
  onStart?: (byte: number | undefined) => void,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new Problem(
      'too-large',
      `${address} holds more than ${limit / MEGABYTE} MB. Split it, or leave the past out`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  let bytes = new Uint8Array(HUNDRED_KB);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (!length) onStart?.(value[0]);
    if (length + value.length > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    if (length + value.length > bytes.length) {
      const grown = new Uint8Array(Math.max(bytes.length * 2, length + value.length));
      grown.set(bytes.subarray(0, length));
      bytes = grown;
    }
    bytes.set(value, length);
    length += value.length;
  }
}

/** What relative addresses are relative to; nothing in Node. */
export const pageAddress = (): string | undefined => globalThis.document?.baseURI;

const COPY = 'A copy on your own site does without: npx kith-widgets snapshot';
const DESK_ORIGIN = 'A desk from elsewhere has to be named in KITH_DESK_ORIGIN';
const ORIGINS = 'A Kith server has to know the origin of this page (KITH_ORIGINS)';

/** Why a request failed: Node says it, a browser hides it. */
function hiddenReason(cause: unknown, mend: string): string {
  if (!globalThis.document) {
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    return String(inner);
  }
  return (
    'Browsers hide why: the name may be wrong, the server may be down, it may not allow other sites to read it ' +
    `(no "Access-Control-Allow-Origin" header), or this page's Content-Security-Policy may lack it in connect-src. ${mend}`
  );
}

/** What every request says. A command line adds its name; browsers have one. */
export const headers: Record<string, string> = {
  accept: 'application/json, text/csv, text/calendar, text/plain;q=0.9, */*;q=0.5',
};

/** The address in full, or a Problem where no browser would ask it. */
function checked(address: string): URL {
  let url: URL;
  try {
    url = new URL(address, pageAddress());
  } catch (cause) {
    throw new Problem('unsupported', `"${address}" is no address`, { cause });
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Problem('unsupported', `${address} has to begin with https://`);
  }
  if (
    globalThis.location?.protocol === 'https:' &&
    url.protocol === 'http:' &&
    !/^(localhost|127\.|\[::1\])/.test(url.hostname)
  ) {
    throw new Problem(
      'mixed',
      `${address} begins with http: but this page with https:, so browsers block it. Use https`,
    );
  }
  return url;
}

/** Asks, and reads the answer, within the time that there is; what goes wrong on the way is a Problem. */
async function asked<T>(
  address: string,
  signal: AbortSignal,
  init: RequestInit,
  mend: string,
  read: (response: Response, url: URL) => Promise<T>,
): Promise<T> {
  const url = checked(address);
  const late = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, late]),
      referrerPolicy: 'no-referrer',
      ...init,
    });
    return await read(response, url);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    if (signal.aborted) throw signal.reason;
    if (late.aborted)
      throw new Problem('timeout', `${address} did not answer within ${TIMEOUT_MS / 1000} seconds`, {
        cause,
      });
    if (globalThis.navigator?.onLine === false)
      throw new Problem('offline', 'the device is offline', { cause });
    throw new Problem('unreachable', `${address} could not be reached. ${hiddenReason(cause, mend)}`, {
      cause,
    });
  }
}

/**
 * Fetches the text at an address. Sends no referrer; cookies only to the page's own origin.
 * @param address Absolute, or relative to the page.
 * @param signal Aborts the request; the rejection is then the signal's reason.
 * @param onStart Is given the first byte as soon as it is there, where the browser streams.
 * @throws {Problem} With the kind for the visitor and a hint for the webmaster.
 */
export const fetchText = (
  address: string,
  signal: AbortSignal,
  onStart?: (byte: number | undefined) => void,
): Promise<string> =>
  asked(address, signal, { headers }, COPY, async (response, url) => {
    if (!response.ok) throw statusProblem(address, response.status);
    const type = response.headers.get('content-type') ?? '';
    const limit = isCalendar(url, type) ? LIMIT.calendar : LIMIT.listing;
    return decode(await body(response, limit, address, onStart), /charset="?([\w-]+)/i.exec(type)?.[1]);
  });

/** What a server said, whatever its status. */
export interface Reply {
  readonly status: number;
  /** Undefined where it is no JSON. */
  readonly json: unknown;
  /** For how long it asks to be left alone; 0 where it does not say, or may not be heard across origins. */
  readonly retrySeconds: number;
}

/** What the staff's desk asks with besides an address. */
export interface StaffRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly content?: unknown;
  /** Of a session, in base64url; it travels in a header and nowhere else. */
  readonly token?: string;
}

async function replyOf(response: Response, limit: number, address: string): Promise<Reply> {
  const bytes = await body(response, limit, address);
  let json: unknown;
  try {
    json = JSON.parse(decode(bytes));
  } catch {
    // Then the status says all that it says.
  }
  const { status } = response;
  return {
    status,
    json,
    retrySeconds: Number(/^\d{1,9}$/.exec(response.headers.get('retry-after') ?? '')?.[0] ?? 0),
  };
}

/**
 * Asks a Kith server for its staff. Questions come in pages of some megabytes.
 * @throws {Problem} As `askServer`.
 */
export const askForStaff = (
  address: string,
  signal: AbortSignal,
  { method, content, token }: StaffRequest,
): Promise<Reply> =>
  asked(
    address,
    signal,
    {
      method,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      headers: {
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
    },
    DESK_ORIGIN,
    (response) => replyOf(response, LIMIT.listing, address),
  );

/**
 * Asks a Kith server, and says nothing of who asks: no cookie, no referrer, no header but the type of what is sent.
 * @param content Posted as JSON; without it the address is only read.
 * @throws {Problem} When there is no answer, or one that is too large; the signal's reason when aborted.
 */
export const askServer = (address: string, signal: AbortSignal, content?: unknown): Promise<Reply> =>
  asked(
    address,
    signal,
    {
      credentials: 'omit',
      redirect: 'error',
      ...(content !== undefined && {
        method: 'POST',
        cache: 'no-store',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      }),
    },
    ORIGINS,
    (response) => replyOf(response, content === undefined ? LIMIT.listing : LIMIT.reply, address),
  );
