/**
 * Signed documents are verified before they are kept, so that nothing stands in the box that a visitor's page or a desk would have to refuse. What
 * the server trusts is the identity key of the roster that it holds; the pages trust their own pins.
 */
import type {
  Bytes,
  Manifest,
  SealedKey,
  SignedDocument,
  Verified,
} from '../../../src/domain/sealing/server.js';
import { keyIdOf, verifyCatalogue, verifyManifest } from '../../../src/domain/sealing/server.js';
import type { NewManifest, StaffView } from '../store.js';
import { identityPins, orNothing, pinsOf, sealedToMembers, standing } from './verified-rosters.js';

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
    const manifest = await verifyManifest(document, { pins: await identityPins(held), boxId });
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

/** A manifest that the server holds: it was verified when it came, by the identity key of its time. */
async function verifiedManifest(boxId: Bytes, document: SignedDocument): Promise<Verified<Manifest>> {
  return verifyManifest(document, { pins: await pinsOf(document), boxId });
}

/** The number of a catalogue that this manifest's publishing key signed. */
export async function catalogueUnder(
  boxId: Bytes,
  manifest: SignedDocument,
  document: SignedDocument,
): Promise<number | 'refused'> {
  const made = await orNothing(async () =>
    verifyCatalogue(document, await verifiedManifest(boxId, manifest)),
  );
  return made?.number ?? 'refused';
}

/** The same of the manifest that the box holds. */
export const nextCatalogue = async (
  boxId: Bytes,
  { manifest }: StaffView,
  document: SignedDocument,
): Promise<number | 'refused'> => (manifest ? catalogueUnder(boxId, manifest, document) : 'refused');
