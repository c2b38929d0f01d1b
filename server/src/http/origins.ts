/**
 * Which pages may ask: the public routes answer those on the list, the staff's routes nobody but the desk's own origin. No credentials are ever
 * allowed, since there are none: no cookie, and a token only in a header that a page has to have been given.
 */
import type { Side } from './route.js';

export interface Origins {
  /** Of the server's own pages. */
  readonly own: readonly string[];
  /** Of pages with a widget. */
  readonly pages: readonly string[];
  /** Of a desk that is opened from elsewhere; "null" when from a file. */
  readonly desk: string | undefined;
}

type Headers = Readonly<Record<string, string>>;

/** Seconds for which a browser need not ask again. */
const REMEMBERED = '7200';

/** Headers for an answer to a page of this origin. A service's addresses answer no page of another origin. */
export function corsHeaders(side: Side, origin: string | undefined, { pages, desk }: Origins): Headers {
  if (side === 'service') return {};
  const allowed = origin !== undefined && (side === 'public' ? pages.includes(origin) : origin === desk);
  if (!allowed) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Retry-After',
  };
}

/** What a browser asks beforehand. Without the allowing header it stops by itself. */
export function preflightHeaders(
  side: Side,
  origin: string | undefined,
  methods: readonly string[],
  origins: Origins,
): Headers {
  const headers = corsHeaders(side, origin, origins);
  if (!('access-control-allow-origin' in headers)) return headers;
  return {
    ...headers,
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': side === 'staff' ? 'authorization, content-type' : 'content-type',
    'access-control-max-age': REMEMBERED,
  };
}

/** Whether a page of another origin asks what only the desk may. Whoever sends no origin is no page of another one. */
export const isForeign = (origin: string | undefined, { own, desk }: Origins): boolean =>
  origin !== undefined && origin !== desk && !own.includes(origin);
