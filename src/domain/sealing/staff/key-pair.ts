/**
 * Key pairs of the box and of its staff: made in the desk, stored only sealed, and never believed to belong together before they
 * have shown it.
 */

import type { Bytes } from '../encoding.js';
import { fromBase64url, joined, sameBytes, toBase64url, utf8 } from '../encoding.js';
import { hpke, sealTo } from '../hpke.js';
import { isPoint, PUBLIC_KEY_LENGTH } from '../public-key.js';
import { orRefuse, refuse } from '../sealing-error.js';
import { subtle } from '../web-crypto.js';

/** ECDH opens what was sealed to the pair, ECDSA signs. */
export type KeyUse = 'ECDH' | 'ECDSA';

/** A pair on P-256 with its public key as it is written in documents. */
export interface KeyPair extends CryptoKeyPair {
  readonly use: KeyUse;
  /** 65 bytes. */
  readonly pk: Bytes;
}

/** Bytes of a pair that is written down: d (32), then the public key (65). */
export const KEY_PAIR_LENGTH = 32 + PUBLIC_KEY_LENGTH;

const privateUses = { ECDH: ['deriveBits'], ECDSA: ['sign'] } as const;
const publicUses = { ECDH: [], ECDSA: ['verify'] } as const;

const publicBytes = async (key: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await subtle().exportKey('raw', key));

/** A new pair. It can be exported, since it has to be sealed to those who may use it. */
export async function makeKeyPair(use: KeyUse): Promise<KeyPair> {
  const made = await subtle().generateKey({ name: use, namedCurve: 'P-256' }, true, [
    ...privateUses[use],
    ...publicUses[use],
  ]);
  return {
    use,
    privateKey: made.privateKey,
    publicKey: made.publicKey,
    pk: await publicBytes(made.publicKey),
  };
}

/** d ‖ pk, for sealing. The pair must be exportable. */
export async function writeKeyPair({ privateKey, pk }: KeyPair): Promise<Bytes> {
  const { d } = await orRefuse(() => subtle().exportKey('jwk', privateKey), 'malformed', 'key pair');
  return joined(fromBase64url(d, 'key pair', 32), pk);
}

/** Whether the two halves belong together: not every browser looks when it reads them. */
async function belongTogether({ use, privateKey, publicKey, pk }: KeyPair): Promise<boolean> {
  const probe = utf8('kith-box/1/pair');
  if (use === 'ECDSA') {
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    return subtle().verify(algorithm, publicKey, await subtle().sign(algorithm, privateKey, probe), probe);
  }
  const { enc, ct } = await sealTo(pk, probe, 'kith-box/1/pair', new Uint8Array(0));
  const opened = await hpke().Open({ privateKey, publicKey }, enc, ct, { info: probe });
  return sameBytes(opened, probe);
}

/**
 * Reads d ‖ pk.
 *
 * @param exportable Only for a pair that has to be sealed again, as in a rotation.
 * @throws SealingError `malformed` when the halves are no keys or do not belong together.
 */
export async function readKeyPair(written: Bytes, use: KeyUse, exportable = false): Promise<KeyPair> {
  const pk = written.slice(32);
  if (!isPoint(pk)) refuse('malformed', 'key pair');
  const part = (from: number) => toBase64url(written.subarray(from, from + 32));
  const half = { kty: 'EC', crv: 'P-256', x: part(33), y: part(65) };
  const algorithm = { name: use, namedCurve: 'P-256' };
  const read = (jwk: JsonWebKey, may: boolean, uses: readonly KeyUsage[]) =>
    subtle().importKey('jwk', jwk, algorithm, may, uses);
  const pair = await orRefuse(
    async () => ({
      use,
      pk,
      privateKey: await read({ ...half, d: part(0) }, exportable, privateUses[use]),
      publicKey: await read(half, true, publicUses[use]),
    }),
    'malformed',
    'key pair',
  );
  if (!(await orRefuse(() => belongTogether(pair), 'malformed', 'key pair'))) refuse('malformed', 'key pair');
  return pair;
}

/**
 * Opens what was sealed to a pair. It takes the pair and not the private key alone: the public key is bound in.
 *
 * @throws SealingError `cannot-open`.
 */
export async function openWith(
  { privateKey, publicKey }: CryptoKeyPair,
  { enc, ct }: { readonly enc: Bytes; readonly ct: Bytes },
  info: string,
  aad: Bytes,
): Promise<Bytes> {
  if (!isPoint(enc)) refuse('cannot-open', info);
  const opened = await orRefuse(
    () => hpke().Open({ privateKey, publicKey }, enc, ct, { info: utf8(info), aad }),
    'cannot-open',
    info,
  );
  return new Uint8Array(opened);
}
