/**
 * The links that open a desk: everything of theirs stands in the fragment, which no browser sends to a server. Whoever has the everyday
 * link has no key; it names the box and pins the key that everything there has to be signed by.
 */
import { fromBase64url } from '../sealing/encoding.js';

/** What a link names; ids, pins and secrets in base64url, as they stand in a page. */
export interface DeskPlace {
  readonly boxId: string;
  /** SHA-256 of the identity key. */
  readonly pin: string;
  /** Where the box is kept, for a desk that is opened from elsewhere. */
  readonly server?: string;
}

export type DeskLink =
  /** Every evening. */
  | (DeskPlace & { readonly kind: 'open' })
  /** Somebody was invited. */
  | (DeskPlace & { readonly kind: 'invitation'; readonly invitation: string })
  /** A recovery sheet is proven, or used. */
  | (DeskPlace & { readonly kind: 'sheet' })
  /** A box is made. */
  | { readonly kind: 'claim'; readonly claim: string; readonly server?: string }
  /** Not a link of a desk's. */
  | { readonly kind: 'none' };

export interface DeskLinkParts extends Partial<DeskPlace> {
  readonly invitation?: string;
  readonly claim?: string;
  /** For the sheet. */
  readonly prove?: boolean;
}

const NONE = { kind: 'none' } as const;

/** Bytes of each part. */
const LENGTHS = { box: 16, pin: 32, invite: 16 } as const;
/** A server's first link has had 16, and may have more. */
const LEAST_OF_CLAIM = 16;
const MOST_OF_CLAIM = 64;

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A server's base address, with a slash at its end; without encryption only on this very machine. */
function serverUrl(text: string): string | undefined {
  try {
    const url = new URL(text);
    const fitting = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname));
    if (!fitting || url.username || url.password || url.search || url.hash) return undefined;
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  } catch {
    return undefined;
  }
}

/** The bytes' base64url again, when it is the one way to write so many bytes. */
function bytesOf(text: string | undefined, least: number, most = least): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { length } = fromBase64url(text, 'link');
    return length >= least && length <= most ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a link.
 *
 * @param base Address of the desk; its own fragment is replaced.
 */
export function deskLink(
  base: string,
  { boxId, pin, server, invitation, claim, prove }: DeskLinkParts,
): string {
  const parts = [
    ...(claim === undefined ? [] : [`claim=${claim}`]),
    ...(boxId === undefined ? [] : [`box=${boxId}`]),
    ...(pin === undefined ? [] : [`pin=${pin}`]),
    ...(server === undefined ? [] : [`server=${encodeURIComponent(server)}`]),
    ...(invitation === undefined ? [] : [`invite=${invitation}`]),
    ...(prove ? ['sheet'] : []),
  ];
  return `${base.replace(/#.*$/s, '')}#${parts.join('&')}`;
}

/** The parts by their names; undefined when one is unknown or stands twice. */
function partsOf(fragment: string): ReadonlyMap<string, string> | undefined {
  const parts = new Map<string, string>();
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const [, name = '', value = ''] = /^(box|pin|server|invite|claim)=(.+)$/s.exec(part) ?? [];
    const known = name || (part === 'sheet' ? part : '');
    if (!known || parts.has(known)) return undefined;
    parts.set(known, value);
  }
  return parts;
}

/** `{server}`, nothing when none is named, undefined when it cannot be one. */
function serverOf(written: string | undefined): { readonly server?: string } | undefined {
  if (written === undefined) return {};
  try {
    const server = serverUrl(decodeURIComponent(written));
    return server === undefined ? undefined : { server };
  } catch {
    return undefined;
  }
}

/** Reads the fragment of the page's address. What is not wholly as `deskLink` writes it is none: a link cut short opens nothing. */
export function readDeskLink(fragment: string): DeskLink {
  const parts = partsOf(fragment);
  const server = parts && serverOf(parts.get('server'));
  if (!parts || !server) return NONE;
  const left = parts.size - (parts.has('server') ? 1 : 0);
  const claim = bytesOf(parts.get('claim'), LEAST_OF_CLAIM, MOST_OF_CLAIM);
  if (parts.has('claim')) return claim && left === 1 ? { kind: 'claim', claim, ...server } : NONE;
  const boxId = bytesOf(parts.get('box'), LENGTHS.box);
  const pin = bytesOf(parts.get('pin'), LENGTHS.pin);
  if (!boxId || !pin) return NONE;
  const place = { boxId, pin, ...server };
  if (left === 2) return { kind: 'open', ...place };
  if (left > 3) return NONE;
  if (parts.has('sheet')) return { kind: 'sheet', ...place };
  const invitation = bytesOf(parts.get('invite'), LENGTHS.invite);
  return invitation ? { kind: 'invitation', ...place, invitation } : NONE;
}
