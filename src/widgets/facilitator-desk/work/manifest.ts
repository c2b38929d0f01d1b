/** What the box says of itself to visitors, signed by a keeper: opened for the first time, given a new key, or with other hours and topics. */
import { nextEpochDays } from '../../../domain/desk/rotation.js';
import type { Catalogue } from '../../../domain/sealing/catalogue.js';
import { type Bytes, fromBase64url, toBase64url } from '../../../domain/sealing/encoding.js';
import type { Manifest, ReadingHours } from '../../../domain/sealing/manifest.js';
import { keyIdOf } from '../../../domain/sealing/public-key.js';
import type { Verified } from '../../../domain/sealing/signed-document.js';
import { type KeyPair, makeKeyPair } from '../../../domain/sealing/staff/key-pair.js';
import type { Roster } from '../../../domain/sealing/staff/roster.js';
import { type SealedKey, sealKey } from '../../../domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import { SUITE, VERSION } from '../../../domain/sealing/version.js';
import type { OpenedBox } from './opened-box.js';

/** What a keeper chooses. */
export interface BoxSettings {
  readonly hours: ReadingHours;
  readonly topics: readonly string[];
  /** Language tag, or ''. */
  readonly language: string;
  /** Days for which an answered question is kept. */
  readonly retentionDays: number;
}

const settingsOf = ({ hours, topics, language, retentionDays }: Manifest): BoxSettings => ({
  hours,
  topics,
  language,
  retentionDays,
});

/** What else a new key may bring. */
export interface KeyChange {
  /** The roster that comes next, when somebody leaves: who is not on both is not sealed to. */
  readonly next?: Verified<Roster>;
  /** Whether the publishing key is another one too: who leaves knows it. */
  readonly newPublishing?: boolean;
  /** What is published, to be signed by the new publishing key. */
  readonly published?: Catalogue | undefined;
  /** The identity key that signs it, where that is not the one that signed last. */
  readonly signer?: Bytes;
}

/** By whom visitors' pages know the box now: while the identity key changes, the one that signed last. */
const manifestSigner = ({ server, idPk }: OpenedBox) =>
  server.manifest ? fromBase64url(server.manifest.idPk, 'idPk', 65) : idPk;

/** Everybody of both rosters who may read, by the ids of their keys. */
async function readersOf({ members, recoveryPk }: Roster): Promise<ReadonlySet<string>> {
  const ids = await Promise.all([recoveryPk, ...members.map(({ pk }) => pk)].map(keyIdOf));
  return new Set(ids.map(toBase64url));
}

/** The server takes keys for the roster that it holds, and nobody seals to somebody who is about to leave. */
async function sealForBoth(
  kind: 'epoch' | 'publishing',
  pair: KeyPair,
  { roster }: OpenedBox,
  next: Verified<Roster>,
): Promise<readonly SealedKey[]> {
  const staying = await readersOf(next);
  return (await sealKey(kind, pair, roster)).filter(({ to }) => staying.has(toBase64url(to)));
}

/**
 * Opens the box, or gives it a new key: sealed to everybody on the roster and to the recovery sheet.
 * @param settings Left out, they stay as they are.
 */
export async function newEpoch(
  box: OpenedBox,
  settings?: BoxSettings,
  { next = box.roster, newPublishing = false, published, signer = manifestSigner(box) }: KeyChange = {},
): Promise<void> {
  const { boxId, manifest, server } = box;
  const chosen = settings ?? (manifest && settingsOf(manifest));
  if (!chosen) throw new Error('A first manifest needs settings.');
  const identity = await box.identityKey(signer);
  const epochPair = await makeKeyPair('ECDH');
  // As long as nobody leaves, the publishing key stays with the box.
  const publishing = manifest && !newPublishing ? undefined : await makeKeyPair('ECDSA');
  const document = await signDocument(
    'kith-box/1/manifest',
    {
      v: VERSION,
      boxId,
      epoch: (manifest?.epoch ?? 0) + 1,
      suite: SUITE,
      pk: epochPair.pk,
      ...nextEpochDays(server.today),
      spk: publishing?.pk ?? manifest?.spk,
      ...chosen,
    },
    identity,
  );
  const keys = [
    ...(await sealForBoth('epoch', epochPair, box, next)),
    ...(publishing ? await sealForBoth('publishing', publishing, box, next) : []),
  ];
  await box.api.putManifest(
    document,
    keys,
    publishing &&
      published &&
      (await signDocument(
        'kith-box/1/catalogue',
        { ...published, number: published.number + 1 },
        publishing,
      )),
  );
  await box.refresh();
}

/** The same key under other hours, topics or days. */
export async function changeSettings(box: OpenedBox, settings: Partial<BoxSettings>): Promise<void> {
  const { manifest } = box;
  if (!manifest) throw new Error('The box was not opened yet.');
  const document = await signDocument(
    'kith-box/1/manifest',
    { ...manifest, ...settings },
    await box.identityKey(manifestSigner(box)),
  );
  await box.api.putManifest(document, []);
  await box.refresh();
}
