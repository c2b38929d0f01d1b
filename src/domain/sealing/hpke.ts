/** HPKE (RFC 9180) in the one suite of the protocol: sealing to a public key so that only its pair opens. */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import type { Bytes } from './encoding.js';
import { utf8 } from './encoding.js';
import { isPoint } from './public-key.js';
import { orRefuse, refuse } from './sealing-error.js';
import { subtle } from './web-crypto.js';

/** What HPKE gives: the encapsulated key (65 bytes) and the sealed bytes, 16 longer than what was sealed. */
export interface Sealed {
  readonly enc: Bytes;
  readonly ct: Bytes;
}

let suite: CipherSuite<CryptoKey> | undefined;

/** The suite, made at first use; refuses where there is no WebCrypto. */
export function hpke(): CipherSuite<CryptoKey> {
  subtle();
  suite ??= new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  return suite;
}

/**
 * Seals to a public key.
 *
 * @param info ASCII that says what is sealed, so that one thing is never opened as another.
 * @throws SealingError `malformed` when the key is no point of the curve.
 */
export async function sealTo(pk: Bytes, plain: Bytes, info: string, aad: Bytes): Promise<Sealed> {
  if (!isPoint(pk)) refuse('malformed', 'pk');
  return orRefuse(
    async () => {
      const key = await hpke().DeserializePublicKey(pk);
      const { encapsulatedSecret, ciphertext } = await hpke().Seal(key, plain, { info: utf8(info), aad });
      return { enc: new Uint8Array(encapsulatedSecret), ct: new Uint8Array(ciphertext) };
    },
    'malformed',
    'pk',
  );
}
