/** The recovery sheet: what the server is told of one, its test from paper, and the way back in for somebody whose words are lost. */
import type { SheetWire } from '../../../backend/staff-api.js';
import { type Bytes, sameBytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { type Manifest, verifyManifest } from '../../../domain/sealing/manifest.js';
import { keyIdOf, pinOf } from '../../../domain/sealing/public-key.js';
import { refuse, SealingError } from '../../../domain/sealing/sealing-error.js';
import type { SignedDocument, Verified } from '../../../domain/sealing/signed-document.js';
import type { KeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { type OpenedSheet, openSheet, type SheetCode } from '../../../domain/sealing/staff/recovery.js';
import {
  type Member,
  type Roster,
  type RosterSeen,
  type VerifiedChain,
  verifyRoster,
  verifyRosters,
} from '../../../domain/sealing/staff/roster.js';
import { type KeyKind, openKey, type SealedKey, sealKey } from '../../../domain/sealing/staff/sealed-key.js';
import { makeSheetTest, solveSheetTest } from '../../../domain/sealing/staff/sheet-test.js';
import { sheetTestFromWire, sheetTestToWire } from '../../../domain/sealing/staff/sheet-test-wire.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import { hashAuth } from '../../../domain/sealing/staff/staff-auth.js';
import type { NewAccount } from './account.js';
import { type BoxAt, pinsFor } from './opened-box.js';

/** @returns The sheet's public key for the roster, and what the server keeps. */
export async function sheetOf(
  code: SheetCode,
  boxId: Bytes,
): Promise<{ readonly pk: Bytes; readonly wire: SheetWire }> {
  const { pair, auth } = await openSheet(code, boxId);
  const { test, answerHash } = await makeSheetTest(pair.pk, boxId);
  return {
    pk: pair.pk,
    wire: {
      authHash: toBase64url(await hashAuth(auth)),
      test: sheetTestToWire(test),
      answerHash: toBase64url(answerHash),
    },
  };
}

interface Held extends Required<RosterSeen> {
  readonly roster: Verified<Roster>;
}

/** The roster after the one held, with a member's new keys in it. A change of the identity key that was begun is done with it. */
async function continued(
  held: Held,
  changed: { readonly members: readonly Member[] },
  signer: KeyPair,
): Promise<{ readonly document: SignedDocument; readonly roster: Verified<Roster> }> {
  const { boxId, recoveryPk } = held.roster;
  const document = await signDocument(
    'kith-box/1/roster',
    { boxId, version: held.version + 1, previousHash: held.hash, recoveryPk, ...changed },
    signer,
  );
  const { roster } = await verifyRoster(document, { pins: [await pinOf(signer.pk)], boxId, seen: held });
  return { document, roster };
}

interface Shared {
  readonly kind: KeyKind;
  readonly pair: KeyPair;
}

/** Seals to one of a roster what the roster lets that one have. */
async function sealedTo(
  pk: Bytes,
  shared: readonly Shared[],
  roster: Verified<Roster>,
): Promise<readonly SealedKey[]> {
  const id = await keyIdOf(pk);
  const sealed = await Promise.all(shared.map(({ kind, pair }) => sealKey(kind, pair, roster)));
  return sealed.flat().filter(({ to }) => sameBytes(to, id));
}

/** What a sheet has opened, and what the server showed for it: verified. */
export interface SheetInHand {
  readonly sheet: OpenedSheet;
  readonly chain: VerifiedChain;
  /** Keys of all periods and the publishing key, as the signed documents name them. */
  readonly wanted: readonly { readonly kind: KeyKind; readonly pk: Bytes }[];
  readonly keys: readonly SealedKey[];
  /** What is in force, and by which identity key it is signed; absent before the box was opened. */
  readonly manifest: { readonly content: Verified<Manifest>; readonly idPk: string } | undefined;
  readonly test: unknown;
}

/** @throws StaffRefusal when the server knows no such sheet; SealingError when what it shows is not the box's. */
export const openBySheet = async (at: BoxAt, code: SheetCode): Promise<SheetInHand> =>
  lookBySheet(at, await openSheet(code, at.boxId));

async function lookBySheet(at: BoxAt, sheet: OpenedSheet): Promise<SheetInHand> {
  const { api, boxId } = at;
  const { rosters, manifests, keys, test } = await api.openRecovery(sheet.auth);
  const chain = await verifyRosters(rosters, { pins: await pinsFor(at, rosters), boxId });
  // The code is random and a roster public: a server that does not hold this very sheet has no business here.
  if (!sameBytes(chain.roster.recoveryPk, sheet.pair.pk)) refuse('foreign-key', 'roster.recoveryPk');
  const signers = await Promise.all(chain.identities.map(pinOf));
  const wanted: { kind: KeyKind; pk: Bytes }[] = [];
  let manifest: SheetInHand['manifest'];
  for (const document of manifests) {
    const content = await verifyManifest(document, { pins: signers, boxId });
    const { pk, spk } = content;
    manifest = { content, idPk: document.idPk };
    wanted.push({ kind: 'epoch', pk }, { kind: 'publishing', pk: spk });
  }
  return { sheet, chain, wanted, keys, manifest, test };
}

/**
 * Opens the test question and tells the server what it says.
 *
 * @returns Its words.
 */
export async function proveSheet({ api }: BoxAt, { sheet, test }: SheetInHand): Promise<string> {
  const { text, answer } = await solveSheetTest(await sheetTestFromWire(test), sheet.pair);
  await api.proveSheet(sheet.auth, answer);
  return text;
}

async function openedBy(
  { sheet, chain, keys }: SheetInHand,
  kind: KeyKind,
  pk: Bytes,
): Promise<KeyPair | undefined> {
  const keyId = await keyIdOf(pk);
  const { boxId } = chain.roster;
  for (const sealed of keys) {
    if (sealed.kind !== kind || !sameBytes(sealed.keyId, keyId)) continue;
    try {
      return await openKey(sealed, sheet.pair, { kind, boxId, pk, exportable: true });
    } catch (error) {
      // A planted row does not stand in the way of the true one.
      if (!(error instanceof SealingError)) throw error;
    }
  }
  return undefined;
}

/**
 * Gives a member of the team new keys and a new passphrase, by what the sheet opens.
 *
 * @param again Whether it was tried before: then the team may be another by now, or the keys are there already and only the reply was lost.
 */
export async function recoverAccount(
  at: BoxAt,
  before: SheetInHand,
  made: NewAccount,
  again = false,
): Promise<void> {
  const hand = again ? await lookBySheet(at, before.sheet) : before;
  const { chain, sheet, wanted, manifest } = hand;
  const { keys, account } = made;
  if (chain.roster.members.some(({ pk }) => sameBytes(pk, keys.opening.pk))) return;
  const signer = (await openedBy(hand, 'identity', chain.successor)) ?? refuse('cannot-open', 'identity key');
  const members = chain.roster.members.map((member) =>
    member.id === account.id ? { ...member, pk: keys.opening.pk, verifyPk: keys.signing.pk } : member,
  );
  const next = await continued(chain, { members }, signer);
  const shared: Shared[] = [{ kind: 'identity', pair: signer }];
  const known = new Set<string>();
  for (const { kind, pk } of wanted) {
    const name = `${kind} ${toBase64url(pk)}`;
    const pair = known.has(name) ? undefined : await openedBy(hand, kind, pk);
    known.add(name);
    if (pair) shared.push({ kind, pair });
  }
  // A change of the identity key that was begun ends with this roster: a manifest by the old key beside it would be refused by every desk.
  // One by a key before that is nothing to go on: somebody who left may have signed it, with keys of their own.
  const isBehind = !sameBytes(chain.idPk, chain.successor) && manifest?.idPk === toBase64url(chain.idPk);
  const renewed = isBehind && (await signDocument('kith-box/1/manifest', manifest.content, signer));
  await at.api.recoverAccount(sheet.auth, {
    ...(renewed && { manifest: renewed }),
    roster: next.document,
    member: account,
    keys: await sealedTo(keys.opening.pk, shared, next.roster),
  });
}
