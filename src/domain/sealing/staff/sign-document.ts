/** Signing a manifest, a roster or a catalogue: the bytes that are signed are the bytes that travel. */
import { toBase64url, utf8 } from '../encoding.js';
import { orRefuse } from '../sealing-error.js';
import type { DocumentLabel, SignedDocument } from '../signed-document.js';
import { signedBytes } from '../signed-document.js';
import { subtle } from '../web-crypto.js';
import type { KeyPair } from './key-pair.js';

/**
 * Signs content as JSON. Byte strings in it are written in unpadded base64url.
 *
 * @param signer An ECDSA pair: the identity key for a manifest or roster, the publishing key for a catalogue.
 */
export async function signDocument(
  label: DocumentLabel,
  content: object,
  { privateKey, pk }: KeyPair,
): Promise<SignedDocument> {
  const text = JSON.stringify(content, (_, value: unknown) =>
    value instanceof Uint8Array ? toBase64url(value) : value,
  );
  const payload = utf8(text);
  const sig = await orRefuse(
    () => subtle().sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signedBytes(label, payload)),
    'malformed',
    'signer',
  );
  return { payload: toBase64url(payload), idPk: toBase64url(pk), sig: toBase64url(new Uint8Array(sig)) };
}
