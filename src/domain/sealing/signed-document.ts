/**
 * Manifest, roster and catalogue travel as the very bytes that were signed, so that nobody has to agree on how JSON is written. The
 * signature is verified before a byte of it is parsed.
 */

import type { Bytes } from './encoding.js';
import { fromBase64url, isRecord, joined, readJson, utf8 } from './encoding.js';
import { pinOf, readPublicKey } from './public-key.js';
import { orRefuse, refuse } from './sealing-error.js';
import { subtle } from './web-crypto.js';

/** A signed document on the wire; all three in unpadded base64url. */
export interface SignedDocument {
  /** JSON in UTF-8. */
  readonly payload: string;
  /** The signer's public key, 65 bytes. */
  readonly idPk: string;
  /** ECDSA on P-256 with SHA-256 (FIPS 186-5), r ‖ s, 64 bytes. */
  readonly sig: string;
}

/** What kind of document is signed: the label of its signature. */
export type DocumentLabel = 'kith-box/1/manifest' | 'kith-box/1/roster' | 'kith-box/1/catalogue';

declare const verified: unique symbol;

/** Content whose signature was verified; only the functions that verify can make one. */
export type Verified<T> = T & { readonly [verified]: true };

/** What the signature covers: label, a zero byte, the payload's bytes. */
export const signedBytes = (label: DocumentLabel, payload: Bytes): Bytes =>
  joined(utf8(`${label}\0`), payload);

export interface OpenedDocument {
  readonly content: Readonly<Record<string, unknown>>;
  /** The bytes that were signed. */
  readonly payload: Bytes;
  readonly idPk: Bytes;
}

/**
 * Verifies a document and then parses it.
 *
 * @param isSigner Whether this public key may sign such a document.
 * @throws SealingError `malformed`, `wrong-pin` or `bad-signature`.
 */
export async function openDocument(
  signed: unknown,
  label: DocumentLabel,
  isSigner: (idPk: Bytes) => boolean | Promise<boolean>,
): Promise<OpenedDocument> {
  if (!isRecord(signed)) return refuse('malformed', label);
  const idPk = readPublicKey(signed['idPk'], 'idPk');
  if (!(await isSigner(idPk))) refuse('wrong-pin', 'idPk');
  const sig = fromBase64url(signed['sig'], 'sig', 64);
  const payload = fromBase64url(signed['payload'], 'payload');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await orRefuse(
    () => subtle().importKey('raw', idPk, algorithm, true, ['verify']),
    'malformed',
    'idPk',
  );
  const good = await subtle().verify(algorithm, key, sig, signedBytes(label, payload));
  if (!good) refuse('bad-signature', label);
  return { content: readJson(payload, label), payload, idPk };
}

/** Whether the page names this identity key. */
export const pinned =
  (pins: readonly string[]) =>
  async (idPk: Bytes): Promise<boolean> =>
    pins.includes(await pinOf(idPk));
