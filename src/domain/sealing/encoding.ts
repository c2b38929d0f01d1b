/**
 * How bytes are laid out before they are signed, sealed or hashed, and how they travel. There is one way to write each
 * thing, and every other way is refused, so that no two texts stand for the same bytes.
 */
import { refuse } from './sealing-error.js';

/** Bytes that WebCrypto takes: never a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** A non-negative integer below 2³² in four bytes, the highest first. */
export function u32(number: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** `LP(…)`: each field after its length in two bytes, the highest first. A field above 65,535 bytes is refused. */
export function lengthPrefixed(...fields: readonly Uint8Array[]): Bytes {
  return joined(
    ...fields.flatMap((field) => {
      if (field.length > 0xffff) refuse('malformed', 'length');
      return [Uint8Array.of(field.length >> 8, field.length & 255), field];
    }),
  );
}

/** What is signed, authenticated or derived from: an ASCII label, a zero byte, then `LP` of the fields. */
export function labelled(label: string, ...fields: readonly Uint8Array[]): Bytes {
  return joined(utf8(`${label}\0`), lengthPrefixed(...fields));
}

const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code, one more than what the symbol stands for; 0 is none. */
const VALUES = new Uint8Array(128);
for (let at = 0; at < 64; at++) VALUES[SYMBOLS.charCodeAt(at)] = at + 1;

/** RFC 4648, section 5, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held & 63) << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += SYMBOLS[(held >> (bits - 6)) & 63];
  }
  return bits ? text + SYMBOLS[(held << (6 - bits)) & 63] : text;
}

/**
 * Reads unpadded base64url. Padding, white space, the other alphabet and bits left over at the end are refused. It is read symbol by symbol:
 * `atob` forgives too much, and on a server it took most of the time of a send.
 *
 * @param field What it is, for the refusal.
 * @param length How many bytes it must be; any number when left out.
 */
export function fromBase64url(value: unknown, field: string, length?: number): Bytes {
  // The length is looked at first: what is far too large is not decoded.
  if (typeof value !== 'string' || (length !== undefined && value.length !== Math.ceil((length * 4) / 3)))
    return refuse('malformed', field);
  const bytes = new Uint8Array((value.length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let to = 0;
  for (let at = 0; at < value.length; at++) {
    const symbol = VALUES[value.charCodeAt(at)];
    if (!symbol) return refuse('malformed', field);
    held = ((held & 63) << 6) | (symbol - 1);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[to++] = held >> bits;
    }
  }
  return bits === 6 || held & ((1 << bits) - 1) ? refuse('malformed', field) : bytes;
}

/** Whether two byte strings are equal, in a time that tells nothing of where they differ. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  let differing = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) differing |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return differing === 0;
}

/** An object written as JSON in UTF-8, without a byte order mark. */
export function readJson(bytes: Uint8Array, field: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (isRecord(value)) return value;
  } catch {
    // Neither UTF-8 nor JSON.
  }
  return refuse('malformed', field);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
