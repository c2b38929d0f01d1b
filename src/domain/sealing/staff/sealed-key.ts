/**
 * A box's private keys, each sealed to everybody who may use it and to the recovery sheet. HPKE in base mode says nothing of who
 * sealed, so what is opened counts only if its public half is the one that a signed document names.
 */

import type { Bytes } from '../encoding.js';
import { fromBase64url, isRecord, labelled, sameBytes, toBase64url } from '../encoding.js';
import type { Sealed } from '../hpke.js';
import { sealTo } from '../hpke.js';
import type { Manifest } from '../manifest.js';
import { keyIdOf } from '../public-key.js';
import { refuse } from '../sealing-error.js';
import type { Verified } from '../signed-document.js';
import type { KeyPair, KeyUse } from './key-pair.js';
import { KEY_PAIR_LENGTH, openWith, readKeyPair, writeKeyPair } from './key-pair.js';
import type { Roster } from './roster.js';
import { keepersOf } from './roster.js';

/** `epoch` opens questions, `publishing` signs the catalogue, `identity` signs manifests and rosters. */
export type KeyKind = 'epoch' | 'publishing' | 'identity';

const USES: Readonly<Record<KeyKind, KeyUse>> = { epoch: 'ECDH', publishing: 'ECDSA', identity: 'ECDSA' };

/** One private key, sealed to one recipient: `enc` has 65 bytes, `ct` 113. */
export interface SealedKey extends Sealed {
  readonly kind: KeyKind;
  /** Id of the key that is sealed, 8 bytes. */
  readonly keyId: Bytes;
  /** Id of the recipient's key, 8 bytes. */
  readonly to: Bytes;
}

const infoOf = (kind: KeyKind) => `kith-box/1/${kind}-key`;

const aadOf = (kind: KeyKind, boxId: Bytes, pk: Bytes, recipient: Bytes) =>
  labelled(infoOf(kind), boxId, pk, recipient);

/** Everybody who may hold a key of this kind: identity keys are for keepers alone. */
const recipientsOf = (kind: KeyKind, roster: Roster): readonly Bytes[] => [
  ...(kind === 'identity' ? keepersOf(roster) : roster.members).map(({ pk }) => pk),
  roster.recoveryPk,
];

/** Seals a key to one recipient. Who may hold which key is the roster's to say: everything but a sheet's test asks `sealKey`. */
export async function sealKeyTo(
  kind: KeyKind,
  pair: KeyPair,
  boxId: Bytes,
  recipient: Bytes,
): Promise<SealedKey> {
  if (pair.use !== USES[kind]) refuse('malformed', 'key pair');
  return {
    kind,
    keyId: await keyIdOf(pair.pk),
    to: await keyIdOf(recipient),
    ...(await sealTo(
      recipient,
      await writeKeyPair(pair),
      infoOf(kind),
      aadOf(kind, boxId, pair.pk, recipient),
    )),
  };
}

/** Seals a key to those members of a verified roster who may hold it, and to the recovery sheet. */
export const sealKey = (
  kind: KeyKind,
  pair: KeyPair,
  roster: Verified<Roster>,
): Promise<readonly SealedKey[]> =>
  Promise.all(recipientsOf(kind, roster).map((recipient) => sealKeyTo(kind, pair, roster.boxId, recipient)));

export interface KeyExpected {
  readonly kind: KeyKind;
  readonly boxId: Bytes;
  /** The public half that a signed document names: the manifest's `pk` or `spk`, or a pinned `idPk`. */
  readonly pk: Bytes;
  /** Only for a key that has to be sealed again, as when somebody joins. */
  readonly exportable?: boolean;
}

/**
 * Opens a key that was sealed to this recipient.
 *
 * @throws SealingError `foreign-key` when it is not the key that is expected, `cannot-open`, or `malformed`.
 */
export async function openKey(
  sealed: SealedKey,
  recipient: KeyPair,
  { kind, boxId, pk, exportable = false }: KeyExpected,
): Promise<KeyPair> {
  if (sealed.kind !== kind || !sameBytes(sealed.keyId, await keyIdOf(pk)))
    refuse('foreign-key', `${kind} key`);
  const written = await openWith(recipient, sealed, infoOf(kind), aadOf(kind, boxId, pk, recipient.pk));
  if (written.length !== KEY_PAIR_LENGTH) refuse('malformed', `${kind} key`);
  if (!sameBytes(written.subarray(32), pk)) refuse('foreign-key', `${kind} key`);
  return readKeyPair(written, USES[kind], exportable);
}

/** The epoch's key, used only if its public half is the manifest's. */
export const openEpochKey = (
  sealed: SealedKey,
  recipient: KeyPair,
  { boxId, pk }: Verified<Manifest>,
  exportable = false,
): Promise<KeyPair> => openKey(sealed, recipient, { kind: 'epoch', boxId, pk, exportable });

export const sealedKeyToWire = ({ kind, keyId, to, enc, ct }: SealedKey) => ({
  kind,
  keyId: toBase64url(keyId),
  to: toBase64url(to),
  enc: toBase64url(enc),
  ct: toBase64url(ct),
});

/** @throws SealingError `malformed`. */
export function sealedKeyFromWire(wire: unknown): SealedKey {
  if (!isRecord(wire)) return refuse('malformed', 'sealed key');
  const { kind } = wire;
  if (kind !== 'epoch' && kind !== 'publishing' && kind !== 'identity') return refuse('malformed', 'kind');
  return {
    kind,
    keyId: fromBase64url(wire['keyId'], 'keyId', 8),
    to: fromBase64url(wire['to'], 'to', 8),
    enc: fromBase64url(wire['enc'], 'enc', 65),
    ct: fromBase64url(wire['ct'], 'ct', KEY_PAIR_LENGTH + 16),
  };
}
