/**
 * Who is on the team: each change is the next roster, signed by a keeper, and whoever gets to read by it is given the keys in the same
 * request. Whoever goes is shut out by new keys before the roster says so.
 */
import { type Invitation, type Role, type SheetWire, StaffRefusal } from '../../../backend/staff-api.js';
import { type Bytes, sameBytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { keyIdOf, pinOf } from '../../../domain/sealing/public-key.js';
import { refuse, SealingError } from '../../../domain/sealing/sealing-error.js';
import type { Verified } from '../../../domain/sealing/signed-document.js';
import { fingerprintOf } from '../../../domain/sealing/staff/fingerprint.js';
import {
  checkEnrolment,
  claimOf,
  hashClaim,
  makeInvitation,
} from '../../../domain/sealing/staff/invitation.js';
import { type KeyPair, makeKeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { makeSheetCode, type SheetCode } from '../../../domain/sealing/staff/recovery.js';
import { keepersOf, type Member, type Roster, verifyRoster } from '../../../domain/sealing/staff/roster.js';
import { type KeyKind, type SealedKey, sealKey } from '../../../domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import type { OpenedBox } from './opened-box.js';
import { renewKeys } from './rotation.js';
import { sheetOf } from './sheet.js';

interface TeamChange {
  readonly members?: readonly Member[];
  /** The claim hash of the invitation by which somebody comes. */
  readonly accept?: string;
  readonly sheet?: { readonly pk: Bytes; readonly wire: SheetWire };
  /** Whether somebody is to read nothing any more of what comes. */
  readonly newKeys?: boolean;
  /** Whether somebody held the identity key who shall not hold it any more. */
  readonly newIdentity?: boolean;
}

/** Who of a roster may hold a key of this kind, by the ids of their keys. */
async function holdersOf(kind: KeyKind, roster: Roster): Promise<ReadonlySet<string>> {
  const people = kind === 'identity' ? keepersOf(roster) : roster.members;
  const ids = await Promise.all([roster.recoveryPk, ...people.map(({ pk }) => pk)].map(keyIdOf));
  return new Set(ids.map(toBase64url));
}

/** A key for those who may hold it by the next roster and could not by the one before. */
async function sealForNew(
  kind: KeyKind,
  pair: KeyPair,
  before: Roster,
  next: Verified<Roster>,
): Promise<readonly SealedKey[]> {
  const known = await holdersOf(kind, before);
  return (await sealKey(kind, pair, next)).filter(({ to }) => !known.has(toBase64url(to)));
}

/** The keys that the next roster brings to somebody. */
async function keysFor(
  box: OpenedBox,
  next: Verified<Roster>,
  signer: KeyPair,
  identity: KeyPair | undefined,
): Promise<readonly SealedKey[]> {
  const given = await Promise.all(
    (await box.keysToShare()).map(({ kind, pair }) => sealForNew(kind, pair, box.roster, next)),
  );
  return [
    ...given.flat(),
    ...(identity
      ? await sealKey('identity', identity, next)
      : await sealForNew('identity', signer, box.roster, next)),
  ];
}

/** Whether visitors know the box by the identity key that signs the next roster. */
export const isSignedByNext = ({ server, successor }: OpenedBox): boolean =>
  !server.manifest || server.manifest.idPk === toBase64url(successor);

/** Puts the next roster. @throws StaffRefusal `version-taken` when another keeper was quicker, or is changing the identity key. */
export async function changeTeam(box: OpenedBox, change: TeamChange = {}): Promise<void> {
  // A roster by the new identity key beside a manifest by the old one is refused by every desk.
  if (!isSignedByNext(box)) throw new StaffRefusal('version-taken', 0);
  const { boxId, roster, rosterVersion, rosterHash, successor } = box;
  const signer = await box.identityKey(successor);
  const identity = change.newIdentity ? await makeKeyPair('ECDSA') : undefined;
  const document = await signDocument(
    'kith-box/1/roster',
    {
      boxId,
      version: rosterVersion + 1,
      previousHash: rosterHash,
      members: change.members ?? roster.members,
      recoveryPk: change.sheet?.pk ?? roster.recoveryPk,
      ...(identity && { nextIdPk: identity.pk, idPk: signer.pk }),
    },
    signer,
  );
  // What others would refuse is refused here before anything is sent.
  const { roster: next } = await verifyRoster(document, {
    pins: [await pinOf(signer.pk)],
    boxId,
    seen: { version: rosterVersion, hash: rosterHash, successor },
  });
  if (change.newKeys && box.manifest) await renewKeys(box, { next, newPublishing: true });
  const { accept, sheet } = change;
  await box.api.putRoster(document, await keysFor(box, next, signer, identity), {
    ...(accept !== undefined && { accept }),
    ...(sheet && { sheet: sheet.wire }),
  });
  await box.refresh();
}

// Coming

/** What this desk remembers of an invitation, as long as it is not locked. */
interface Invited {
  readonly secret: Bytes;
  readonly name: string;
  readonly role: Role;
}

const invited = new WeakMap<OpenedBox, Map<string, Invited>>();

/** Invites somebody. @returns The secret of the link, which stands nowhere else, and until when it may be used. */
export async function invite(
  box: OpenedBox,
  name: string,
  role: Role,
): Promise<{ readonly secret: Bytes; readonly until: number }> {
  const secret = makeInvitation();
  const claimHash = await hashClaim(await claimOf(secret));
  const until = await box.api.invite(claimHash, name, role);
  const known = invited.get(box) ?? new Map<string, Invited>();
  invited.set(box, known.set(toBase64url(claimHash), { secret, name, role }));
  await box.refresh();
  return { secret, until };
}

/**
 * Whether the keys that came back are the invited person's, as far as this desk can tell: `unknown` after it was locked, or when somebody
 * else invited.
 */
export async function looksRight(
  box: OpenedBox,
  { claimHash, name, role, enrolment }: Invitation,
): Promise<'right' | 'wrong' | 'unknown'> {
  const mine = invited.get(box)?.get(claimHash);
  if (!mine || !enrolment) return 'unknown';
  if (mine.name !== name || mine.role !== role) return 'wrong';
  try {
    await checkEnrolment(mine.secret, box.boxId, enrolment);
    return 'right';
  } catch (error) {
    if (error instanceof SealingError && error.reason === 'wrong-mac') return 'wrong';
    throw error;
  }
}

/** Lets in who was invited, once the eight words were compared. They get every key that is there. */
export async function accept(box: OpenedBox, invitation: Invitation): Promise<void> {
  const { enrolment, name, role, claimHash } = invitation;
  if (!enrolment || (await looksRight(box, invitation)) === 'wrong') return refuse('wrong-mac', 'enrolment');
  const { id, pk, verifyPk } = enrolment;
  // It was done, and only the answer was lost.
  if (box.roster.members.some((member) => member.id === id && sameBytes(member.pk, pk))) return;
  const members = [...box.roster.members, { id, name, role, pk, verifyPk }];
  await changeTeam(box, { members, accept: claimHash });
}

/** Takes an invitation back. */
export async function withdraw(box: OpenedBox, claimHash: string): Promise<void> {
  await box.api.withdrawInvitation(claimHash);
  invited.get(box)?.delete(claimHash);
  await box.refresh();
}

// Being there, and going

const changed = ({ roster }: OpenedBox, id: string, change: Partial<Member>): readonly Member[] =>
  roster.members.map((member) => (member.id === id ? { ...member, ...change } : member));

export const rename = (box: OpenedBox, id: string, name: string): Promise<void> =>
  changeTeam(box, { members: changed(box, id, { name }) });

const isKeeper = ({ roster }: OpenedBox, id: string): boolean =>
  roster.members.some((member) => member.id === id && member.role === 'keeper');

/**
 * Asks for the team as it stands, since what was sent may have been done without a reply.
 * @returns Whether it is as wanted already. @throws StaffRefusal `version-taken` when it is another one than was looked at.
 */
async function isDone(box: OpenedBox, wanted: (members: readonly Member[]) => boolean): Promise<boolean> {
  const { rosterVersion } = box;
  await box.refresh();
  if (wanted(box.roster.members)) return true;
  if (box.rosterVersion !== rosterVersion) throw new StaffRefusal('version-taken', 0);
  return false;
}

/** A keeper who becomes a facilitator has held the identity key: it is changed. */
export async function changeRole(box: OpenedBox, id: string, role: Role): Promise<void> {
  if (await isDone(box, (members) => members.some((one) => one.id === id && one.role === role))) return;
  await changeTeam(box, {
    members: changed(box, id, { role }),
    newIdentity: isKeeper(box, id) && role !== 'keeper',
  });
}

/** Somebody leaves: new keys at once, and for a keeper a new identity key. */
export async function leave(box: OpenedBox, id: string): Promise<void> {
  if (await isDone(box, (members) => members.every((one) => one.id !== id))) return;
  await changeTeam(box, {
    members: box.roster.members.filter((one) => one.id !== id),
    newKeys: true,
    newIdentity: isKeeper(box, id),
  });
}

/**
 * A new recovery sheet in place of one that is lost.
 * @param seen Somebody may have read it: whoever has it could open everything, so it is replaced like a keeper who leaves.
 * @param code To be printed; it stands nowhere else. The same one again where no reply came: the box may have it already.
 */
export async function replaceSheet(
  box: OpenedBox,
  seen: boolean,
  code: SheetCode = makeSheetCode(),
): Promise<SheetCode> {
  // Somebody else may have signed meanwhile, or this desk itself without hearing of it.
  await box.refresh();
  const sheet = await sheetOf(code, box.boxId);
  if (!sameBytes(sheet.pk, box.roster.recoveryPk))
    await changeTeam(box, { sheet, newKeys: seen, newIdentity: seen });
  return code;
}

// Eight words

export interface MemberInWords {
  readonly member: Member;
  /** What is read aloud to compare keys. */
  readonly words: readonly string[];
}

export const inWords = ({ roster }: OpenedBox): Promise<readonly MemberInWords[]> =>
  Promise.all(roster.members.map(async (member) => ({ member, words: await fingerprintOf(member) })));
