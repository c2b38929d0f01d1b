/** The few primitives that everything here is made of, by the platform's own WebCrypto (in Node and in browsers alike). */
import type { Bytes } from './encoding.js';
import { refuse } from './sealing-error.js';

/** So many fresh random bytes. An argument wherever chance comes in, so that a test can fix it. */
export type Random = (length: number) => Bytes;

/** Undefined where a page is not a secure context. */
function platform(): Crypto {
  const { crypto } = globalThis;
  return crypto?.subtle ? crypto : refuse('insecure-context');
}

/** Refuses where there is no WebCrypto. */
export const subtle = (): SubtleCrypto => platform().subtle;

export const randomBytes: Random = (length) => platform().getRandomValues(new Uint8Array(length));

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle().digest('SHA-256', bytes));
}

/** HKDF-SHA-256 (RFC 5869) with no salt; `length` in bytes. */
export async function hkdf(secret: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const bits = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return new Uint8Array(await subtle().deriveBits(bits, key, length * 8));
}

/** Iterations of PBKDF2 for codes, recovery sheets and, at least, passphrases (OWASP's figure for SHA-256). */
export const ITERATIONS = 600_000;

/** PBKDF2 with HMAC-SHA-256 (RFC 8018), 32 bytes. */
export async function pbkdf2(secret: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await subtle().importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await subtle().deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}

/** An AES-256 key; 32 bytes, or it is refused. */
export const aesKey = (key: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  key.length === 32 ? subtle().importKey('raw', key, 'AES-GCM', false, [use]) : refuse('malformed', 'key');
