/**
 * Rosters are verified before they are kept: each continues the one that the server holds, signed by the identity key in force there. What a
 * roster brings along (accounts, sheets, sealed keys) has to fit it.
 */
import type { InferOutput } from 'valibot';
import type { Bytes, SealedKey, SignedDocument, VerifiedRoster } from '../../../src/domain/sealing/server.js';
import {
  fromBase64url,
  hashClaim,
  keyIdOf,
  pinOf,
  readBoxId,
  SealingError,
  sameBytes,
  sealedKeyFromWire,
  toBase64url,
  verifyRoster,
  verifyRosters,
} from '../../../src/domain/sealing/server.js';
import { foldName } from '../fold-name.js';
import type { NewBox, NewRoster, NewSheet, StaffView, WithRoster } from '../store.js';
import { readAccount, readSheet } from './accounts.js';
import type { MakingBox, PuttingRoster } from './staff-schemas.js';

/** The result, or nothing when a signature, a chain or a form does not hold. */
export async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
}

export const pinsOf = async ({ idPk }: SignedDocument): Promise<readonly string[]> => [
  await pinOf(fromBase64url(idPk, 'idPk', 65)),
];

/** Whether every key is sealed to somebody of the roster or to its recovery sheet. */
export async function sealedToMembers(
  keys: readonly SealedKey[],
  { members, recoveryPk }: VerifiedRoster['roster'],
): Promise<boolean> {
  const ids = await Promise.all([recoveryPk, ...members.map(({ pk }) => pk)].map(keyIdOf));
  const known = new Set(ids.map(toBase64url));
  return keys.every(({ to }) => known.has(toBase64url(to)));
}

/** What is kept of a roster, or nothing when two would sign in by the same name. */
function newRoster(document: SignedDocument, { roster, version }: VerifiedRoster): NewRoster | undefined {
  const members = roster.members.map(({ id, name, role, pk, verifyPk }) => ({
    id,
    name: foldName(name),
    role,
    pk,
    verifyPk,
  }));
  const names = new Set(members.map(({ name }) => name));
  return names.size === members.length ? { document, version, members } : undefined;
}

/** A box as its first keeper's desk makes it: the roster is the first one, and its identity key is believed because the claim is. */
export async function firstBox(
  body: InferOutput<typeof MakingBox>,
): Promise<{ readonly claimHash: Bytes; readonly box: NewBox } | undefined> {
  const claimHash = await hashClaim(fromBase64url(body.claim, 'claim', 32));
  const boxId = readBoxId(body.boxId);
  const keys = body.keys.map(sealedKeyFromWire);
  const account = readAccount(body.member);
  const pins = await pinsOf(body.roster);
  return orNothing(async () => {
    const verified = await verifyRoster(body.roster, { pins, boxId });
    const roster = newRoster(body.roster, verified);
    const listed = roster?.members.find(({ id }) => id === account.id);
    if (!roster || verified.version !== 1 || listed?.role !== 'keeper') return undefined;
    if (!(await sealedToMembers(keys, verified.roster))) return undefined;
    const sheet = await readSheet(body.sheet, boxId, verified.roster.recoveryPk);
    if (!sheet) return undefined;
    const { name, role } = listed;
    return { claimHash, box: { boxId, roster, account: { ...account, name, role }, keys, sheet } };
  });
}

/** The newest roster that the server holds: what came before it was verified when it came. */
export async function standing(
  boxId: Bytes,
  { rosters }: Pick<StaffView, 'rosters'>,
): Promise<VerifiedRoster | undefined> {
  const newest = rosters.at(-1);
  return newest && verifyRoster(newest, { pins: await pinsOf(newest), boxId });
}

/** Names of the identity keys by which the box may be signed for now: the newest roster's own, and the one that it names next. */
export const identityPins = ({ idPk, successor }: VerifiedRoster): Promise<readonly string[]> =>
  Promise.all([idPk, successor].map(pinOf));

interface NextRoster {
  readonly held: VerifiedRoster;
  readonly next: VerifiedRoster;
  readonly roster: NewRoster;
}

/** A roster that continues the one held. */
async function nextRoster(
  boxId: Bytes,
  rosters: readonly SignedDocument[],
  document: SignedDocument,
  keys: readonly SealedKey[],
): Promise<NextRoster | 'version-taken' | 'refused'> {
  const made = await orNothing(async () => {
    const newest = rosters.at(-1);
    const held = await standing(boxId, { rosters });
    if (!held || !newest) return undefined;
    const pins = await identityPins(held);
    const { version } = await verifyRoster(document, { pins, boxId });
    if (version <= held.version) return 'version-taken';
    const next = await verifyRosters([newest, document], { pins, boxId });
    const roster = newRoster(document, next);
    return roster && (await sealedToMembers(keys, next.roster)) ? { held, next, roster } : undefined;
  });
  return made ?? 'refused';
}

/** A roster as a keeper puts it, with what it brings. A new sheet comes with a new key for it, and a new key with a new sheet. */
export async function readRoster(
  boxId: Bytes,
  view: StaffView,
  body: InferOutput<typeof PuttingRoster>,
): Promise<{ readonly roster: NewRoster; readonly more: WithRoster } | 'version-taken' | 'refused'> {
  const keys = body.keys.map(sealedKeyFromWire);
  const accept = body.accept === undefined ? undefined : fromBase64url(body.accept, 'accept', 32);
  const made = await nextRoster(boxId, view.rosters, body.roster, keys);
  if (typeof made === 'string') return made;
  const { held, next, roster } = made;
  const isOtherSheet = !sameBytes(held.roster.recoveryPk, next.roster.recoveryPk);
  if (isOtherSheet !== (body.sheet !== undefined)) return 'refused';
  let sheet: NewSheet | undefined;
  if (body.sheet) {
    sheet = await readSheet(body.sheet, boxId, next.roster.recoveryPk);
    if (!sheet) return 'refused';
  }
  return { roster, more: { keys, ...(accept ? { accept } : {}), ...(sheet ? { sheet } : {}) } };
}

type Listed = VerifiedRoster['roster']['members'][number];

const isSameMember = (a: Listed, b: Listed, keysToo: boolean): boolean =>
  a.id === b.id &&
  a.name === b.name &&
  a.role === b.role &&
  (!keysToo || (sameBytes(a.pk, b.pk) && sameBytes(a.verifyPk, b.verifyPk)));

/** A roster by which whoever holds the sheet gives one member new keys: in everything else it is the one held. */
export async function recoveredRoster(
  boxId: Bytes,
  rosters: readonly SignedDocument[],
  document: SignedDocument,
  keys: readonly SealedKey[],
  memberId: string,
): Promise<NewRoster | 'version-taken' | 'refused'> {
  const made = await nextRoster(boxId, rosters, document, keys);
  if (typeof made === 'string') return made;
  const { held, next, roster } = made;
  const [before, after] = [held.roster, next.roster];
  const isSame =
    before.members.length === after.members.length &&
    before.members.every((member, at) => {
      const other = after.members[at];
      return other !== undefined && isSameMember(member, other, member.id !== memberId);
    }) &&
    before.members.some(({ id }) => id === memberId) &&
    sameBytes(before.recoveryPk, after.recoveryPk) &&
    after.nextIdPk === undefined;
  return isSame ? roster : 'refused';
}
