/**
 * Fetches a page of the box's own to see which widget stands on it. A server that fetches what it is told is a way into its network, so it goes
 * only to origins on the list and only to the addresses that it has looked at, and tells nothing of a page but the widget's tags.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import type { IncomingMessage, RequestOptions } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { boxTags } from './box-tags.js';
import { isOwnAddress, isPublicAddress } from './public-address.js';

const MILLISECONDS = 10_000;
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Addresses of a name; tests have one of their own. */
export type LookUp = (hostname: string) => Promise<readonly LookupAddress[]>;

const lookUpAll: LookUp = (hostname) => lookUp(hostname, { all: true });

export interface CheckedPage {
  readonly status: number;
  readonly tags: readonly string[];
}

const isLocal = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const until = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });

/** Every address of the name is looked at: one that leads inside makes the whole name suspect. */
async function vetted({ hostname }: URL, find: LookUp): Promise<readonly LookupAddress[] | undefined> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const addresses = family ? [{ address: bare, family }] : await find(bare);
  const isAllowed = isLocal(hostname) ? isOwnAddress : isPublicAddress;
  return addresses.length > 0 && addresses.every(({ address }) => isAllowed(address)) ? addresses : undefined;
}

interface Fetched {
  readonly status: number;
  readonly location: string | undefined;
  readonly html: string;
}

async function htmlOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    // What stands further down is not looked at.
    if (length >= MOST_BYTES) break;
  }
  response.destroy();
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8');
}

/** Connects to an address that was vetted, and asks no resolver again: its second answer might be another. */
function get(url: URL, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<Fetched> {
  const [first] = addresses;
  const options: RequestOptions = {
    signal,
    agent: false,
    maxHeaderSize: 16_384,
    headers: { accept: 'text/html', 'accept-encoding': 'identity', 'user-agent': 'kith-server' },
    lookup: (_hostname, { all }, callback) => {
      if (all) callback(null, [...addresses]);
      else callback(null, first?.address ?? '', first?.family);
    },
  };
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? https.get : http.get;
    ask(url, options, (response) => {
      const { statusCode: status = 0, headers } = response;
      if (REDIRECTS.has(status) && headers.location !== undefined) {
        response.destroy();
        resolve({ status, location: headers.location, html: '' });
      } else if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
        response.destroy();
        reject(new Error('packed'));
      } else htmlOf(response).then((html) => resolve({ status, location: undefined, html }), reject);
    }).on('error', reject);
  });
}

/**
 * @param origins On which a page may be.
 * @returns `foreign-page` when it is on none of them or leads away, `page-away` when it cannot be fetched, for whatever reason.
 */
export async function checkPage(
  address: string,
  origins: readonly string[],
  find: LookUp = lookUpAll,
): Promise<CheckedPage | 'foreign-page' | 'page-away'> {
  const start = URL.canParse(address) ? new URL(address) : undefined;
  if (!start || !origins.includes(start.origin) || start.username || start.password) return 'foreign-page';
  const signal = AbortSignal.timeout(MILLISECONDS);
  try {
    let url = start;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const addresses = await until(vetted(url, find), signal);
      if (!addresses) return 'page-away';
      const { status, location, html } = await until(get(url, addresses, signal), signal);
      if (location === undefined) return { status, tags: boxTags(html) };
      url = new URL(location, url);
      if (url.origin !== start.origin || url.username || url.password) return 'foreign-page';
    }
  } catch {
    // No such name, nobody there, too slow, no page: which of them is nobody's business on the other side.
  }
  return 'page-away';
}
