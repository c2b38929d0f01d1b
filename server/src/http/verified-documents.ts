/**
 * Signed documents are verified before they are kept, so that nothing stands in the box that a visitor's page or a desk would have to refuse. What
 * the server trusts is the identity key of the roster that it holds; the pages trust their own pins.
 */
import type { InferOutput } from 'valibot';
import type {
  Bytes,
  Manifest,
  SealedKey,
  SignedDocument,
  Verified,
} from '../../../src/domain/sealing/server.js';
import {
  fromBase64url,
  hashClaim,
  keyIdOf,
  pinOf,
  readBoxId,
  SealingError,
  sealedKeyFromWire,
  toBase64url,
  verifyCatalogue,
  verifyManifest,
  verifyRoster,
} from '../../../src/domain/sealing/server.js';
import type { NewBox, NewManifest, NewRoster, StaffView } from '../store.js';
import { foldName } from './fold-name.js';
import type { MakingBox } from './schemas.js';

/** The result, or nothing when a signature, a chain or a form does not hold. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
}

const pinsOf = async ({ idPk }: SignedDocument): Promise<readonly string[]> => [
  await pinOf(fromBase64url(idPk, 'idPk', 65)),
];

type VerifiedRoster = Awaited<ReturnType<typeof verifyRoster>>;

/** Whether every key is sealed to somebody of the roster or to its recovery sheet. */
async function sealedToMembers(
  keys: readonly SealedKey[],
  { members, recoveryPk }: VerifiedRoster['roster'],
): Promise<boolean> {
  const ids = await Promise.all([recoveryPk, ...members.map(({ pk }) => pk)].map(keyIdOf));
  const known = new Set(ids.map(toBase64url));
  return keys.every(({ to }) => known.has(toBase64url(to)));
}

const newRoster = (document: SignedDocument, { roster, version }: VerifiedRoster): NewRoster => ({
  document,
  version,
  members: roster.members.map(({ id, role }) => ({ id, role })),
});

/** A box as its first keeper's desk makes it: the roster is the first one, and its identity key is believed because the claim is. */
export async function firstBox(
  body: InferOutput<typeof MakingBox>,
): Promise<{ readonly claimHash: Bytes; readonly box: NewBox } | undefined> {
  const claimHash = await hashClaim(fromBase64url(body.claim, 'claim', 32));
  const boxId = readBoxId(body.boxId);
  const keys = body.keys.map(sealedKeyFromWire);
  const { member } = body;
  const account = {
    id: member.id,
    salt: fromBase64url(member.salt, 'salt', 16),
    iterations: member.iterations,
    authHash: fromBase64url(member.authHash, 'authHash', 32),
    wrapped: {
      iv: fromBase64url(member.wrapped.iv, 'iv', 12),
      ct: fromBase64url(member.wrapped.ct, 'ct', 210),
    },
  };
  const pins = await pinsOf(body.roster);
  return orNothing(async () => {
    const verified = await verifyRoster(body.roster, { pins, boxId });
    const listed = verified.roster.members.find(({ id }) => id === member.id);
    if (verified.version !== 1 || listed?.role !== 'keeper') return undefined;
    if (!(await sealedToMembers(keys, verified.roster))) return undefined;
    const roster = newRoster(body.roster, verified);
    return {
      claimHash,
      box: {
        boxId,
        roster,
        account: { ...account, name: foldName(listed.name), role: listed.role },
        keys,
      },
    };
  });
}

/** The newest roster that the server holds, and its pins. */
async function standing(boxId: Bytes, { rosters }: StaffView) {
  const newest = rosters.at(-1);
  if (!newest) return undefined;
  const pins = await pinsOf(newest);
  return { pins, ...(await verifyRoster(newest, { pins, boxId })) };
}

/** What is kept of a manifest. */
export async function nextManifest(
  boxId: Bytes,
  view: StaffView,
  document: SignedDocument,
  keys: readonly SealedKey[],
): Promise<NewManifest | 'refused'> {
  const made = await orNothing(async () => {
    const held = await standing(boxId, view);
    if (!held) return undefined;
    const manifest = await verifyManifest(document, { pins: held.pins, boxId });
    if (!(await sealedToMembers(keys, held.roster))) return undefined;
    return {
      document,
      epoch: manifest.epoch,
      suite: manifest.suite,
      keyId: await keyIdOf(manifest.pk),
      notAfter: manifest.notAfter,
      retentionDays: manifest.retentionDays,
    };
  });
  return made ?? 'refused';
}

/** A roster that continues the one held, signed by the same identity key. */
export async function nextRoster(
  boxId: Bytes,
  view: StaffView,
  document: SignedDocument,
  keys: readonly SealedKey[],
): Promise<NewRoster | 'refused' | 'version-taken'> {
  const made = await orNothing(async () => {
    const held = await standing(boxId, view);
    if (!held) return undefined;
    const { pins, version, hash } = held;
    const next = await verifyRoster(document, { pins, boxId });
    if (next.version <= version) return 'version-taken';
    await verifyRoster(document, { pins, boxId, seen: { version, hash } });
    return (await sealedToMembers(keys, next.roster)) ? newRoster(document, next) : undefined;
  });
  return made ?? 'refused';
}

/** A manifest that the server holds: it was verified when it came, by the identity key of its time. */
async function verifiedManifest(boxId: Bytes, document: SignedDocument): Promise<Verified<Manifest>> {
  return verifyManifest(document, { pins: await pinsOf(document), boxId });
}

/** The number of a catalogue that the manifest's publishing key signed. */
export async function nextCatalogue(
  boxId: Bytes,
  view: StaffView,
  document: SignedDocument,
): Promise<number | 'refused'> {
  const { manifest } = view;
  if (!manifest) return 'refused';
  const made = await orNothing(async () =>
    verifyCatalogue(document, await verifiedManifest(boxId, manifest)),
  );
  return made?.number ?? 'refused';
}
