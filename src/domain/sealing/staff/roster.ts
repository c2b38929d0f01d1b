/**
 * Who may read: every member with the public keys that the box's key is sealed to. It is signed by the identity key, and each roster names
 * the hash of the one before, so that a server can neither slip a reader in nor put an old list back.
 */

import type { Bytes } from '../encoding.js';
import { fromBase64url, isRecord, sameBytes, toBase64url } from '../encoding.js';
import { allDifferent, readInteger, readList, readPattern, U32 } from '../fields.js';
import { readBoxId } from '../manifest.js';
import { readText } from '../plain-text.js';
import { readPublicKey } from '../public-key.js';
import { refuse } from '../sealing-error.js';
import type { Verified } from '../signed-document.js';
import { openDocument, pinned } from '../signed-document.js';
import { sha256 } from '../web-crypto.js';

const MOST_MEMBERS = 100;

export interface Member {
  /** Letters, digits, hyphens and underscores, at most 40. */
  readonly id: string;
  /** Shown in the desk: at most 80 code points. */
  readonly name: string;
  /** A keeper holds the identity key and signs rosters; a facilitator reads and answers. */
  readonly role: 'keeper' | 'facilitator';
  /** What is for this member is sealed to it. */
  readonly pk: Bytes;
  /** Verifies what this member signs. */
  readonly verifyPk: Bytes;
}

export interface Roster {
  readonly boxId: Bytes;
  /** Counts the rosters, from 1. */
  readonly version: number;
  /** SHA-256 of the payload of the roster before; null in the first. */
  readonly previousHash: Bytes | null;
  readonly members: readonly Member[];
  /** Public key of the recovery sheet. */
  readonly recoveryPk: Bytes;
}

/** A roster that was seen, as the next one is held against it. */
export interface RosterSeen {
  readonly version: number;
  /** SHA-256 of its payload. */
  readonly hash: Bytes;
}

export interface VerifiedRoster extends RosterSeen {
  readonly roster: Verified<Roster>;
}

export interface RosterExpected {
  readonly pins: readonly string[];
  readonly boxId: Bytes;
  /** The newest roster seen before, if any. Without it the first one of a chain may be of any version. */
  readonly seen?: RosterSeen;
}

function readMember(value: unknown): Member {
  if (!isRecord(value)) return refuse('malformed', 'roster.members');
  const { role } = value;
  if (role !== 'keeper' && role !== 'facilitator') return refuse('malformed', 'roster.role');
  return {
    id: readPattern(value['id'], 'roster.id', /^[\w-]{1,40}$/),
    name: readText(value['name'], 'roster.name', { most: 80, needed: true }),
    role,
    pk: readPublicKey(value['pk'], 'roster.pk'),
    verifyPk: readPublicKey(value['verifyPk'], 'roster.verifyPk'),
  };
}

function readRoster(content: Readonly<Record<string, unknown>>): Roster {
  const previousHash = content['previousHash'];
  const roster: Roster = {
    boxId: readBoxId(content['boxId'], 'roster.boxId'),
    version: readInteger(content['version'], 'roster.version', 1, U32),
    previousHash: previousHash === null ? null : fromBase64url(previousHash, 'roster.previousHash', 32),
    members: readList(content['members'], 'roster.members', MOST_MEMBERS).map(readMember),
    recoveryPk: readPublicKey(content['recoveryPk'], 'roster.recoveryPk'),
  };
  if ((roster.version === 1) !== (roster.previousHash === null)) refuse('malformed', 'roster.previousHash');
  if (!roster.members.some(({ role }) => role === 'keeper')) refuse('malformed', 'roster.members');
  allDifferent(
    roster.members.map(({ id }) => id),
    'roster.id',
  );
  // One key in two places would let one leaver keep what another is trusted with.
  allDifferent(
    [roster.recoveryPk, ...roster.members.flatMap(({ pk, verifyPk }) => [pk, verifyPk])].map(toBase64url),
    'roster.pk',
  );
  return roster;
}

/** The same roster as the one seen, or the very next. */
function checkChain({ version, previousHash }: Roster, hash: Bytes, seen: RosterSeen): void {
  if (version < seen.version) refuse('rolled-back', 'roster.version');
  if (version === seen.version) {
    if (!sameBytes(hash, seen.hash)) refuse('broken-chain', 'roster.version');
    return;
  }
  if (version !== seen.version + 1) refuse('broken-chain', 'roster.version');
  if (!previousHash || !sameBytes(previousHash, seen.hash)) refuse('broken-chain', 'roster.previousHash');
}

/**
 * Verifies one roster. Several that came in between are verified one after the other: `verifyRosters`.
 *
 * @throws SealingError `malformed`, `wrong-pin`, `bad-signature`, `wrong-box`, `rolled-back` or `broken-chain`.
 */
export async function verifyRoster(
  document: unknown,
  { pins, boxId, seen }: RosterExpected,
): Promise<VerifiedRoster> {
  const { content, payload } = await openDocument(document, 'kith-box/1/roster', pinned(pins));
  const roster = readRoster(content);
  if (!sameBytes(roster.boxId, boxId)) refuse('wrong-box', 'roster.boxId');
  const hash = await sha256(payload);
  if (seen) checkChain(roster, hash, seen);
  return { roster: roster as Verified<Roster>, version: roster.version, hash };
}

/** Verifies a chain, the oldest first, and gives the newest. */
export async function verifyRosters(
  documents: readonly unknown[],
  { pins, boxId, seen }: RosterExpected,
): Promise<VerifiedRoster> {
  let newest: VerifiedRoster | undefined;
  for (const document of documents) {
    const before = newest ?? seen;
    newest = await verifyRoster(document, before ? { pins, boxId, seen: before } : { pins, boxId });
  }
  return newest ?? refuse('malformed', 'roster');
}

/** Members who hold the identity key. */
export const keepersOf = ({ members }: Roster): readonly Member[] =>
  members.filter(({ role }) => role === 'keeper');
