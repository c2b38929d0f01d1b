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
  /** The identity key that signs from the next roster on; absent while it stays the same. */
  readonly nextIdPk?: Bytes;
  /**
   * The identity key that signs this one, where it hands on: the hashes hold only what is written here, so without it whoever pins the new
   * key alone does not know the old one.
   */
  readonly idPk?: Bytes;
}

/** A roster that was seen, as the next one is held against it. */
export interface RosterSeen {
  readonly version: number;
  /** SHA-256 of its payload. */
  readonly hash: Bytes;
  /** The identity key that signs the one after it. Who leaves it out asks the pins alone. */
  readonly successor?: Bytes;
}

export interface VerifiedRoster extends Required<RosterSeen> {
  readonly roster: Verified<Roster>;
  /** The identity key that signed it. */
  readonly idPk: Bytes;
}

/** The newest roster of a chain, and the identity keys that handed the box on to one another. */
export interface VerifiedChain extends VerifiedRoster {
  /**
   * Oldest first: whoever signed in this chain and is known by a pin or by a roster, and at last its `successor`. An old epoch's manifest is
   * by one of them; a new one only by `idPk` or `successor`, since who has left still holds an older key.
   */
  readonly identities: readonly Bytes[];
  /** The rosters before the newest, oldest first: their contents are held by the hashes. */
  readonly earlier: readonly Verified<Roster>[];
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
  const { previousHash, nextIdPk, idPk } = content;
  const roster: Roster = {
    boxId: readBoxId(content['boxId'], 'roster.boxId'),
    version: readInteger(content['version'], 'roster.version', 1, U32),
    previousHash: previousHash === null ? null : fromBase64url(previousHash, 'roster.previousHash', 32),
    members: readList(content['members'], 'roster.members', MOST_MEMBERS).map(readMember),
    recoveryPk: readPublicKey(content['recoveryPk'], 'roster.recoveryPk'),
    ...(nextIdPk === undefined ? {} : { nextIdPk: readPublicKey(nextIdPk, 'roster.nextIdPk') }),
    ...(idPk === undefined ? {} : { idPk: readPublicKey(idPk, 'roster.idPk') }),
  };
  if ((roster.version === 1) !== (roster.previousHash === null)) refuse('malformed', 'roster.previousHash');
  if (!roster.members.some(({ role }) => role === 'keeper')) refuse('malformed', 'roster.members');
  allDifferent(
    roster.members.map(({ id }) => id),
    'roster.id',
  );
  // One key in two places would let one leaver keep what another is trusted with.
  allDifferent(
    [
      roster.recoveryPk,
      ...[roster.nextIdPk, roster.idPk].filter((pk) => pk !== undefined),
      ...roster.members.flatMap(({ pk, verifyPk }) => [pk, verifyPk]),
    ].map(toBase64url),
    'roster.pk',
  );
  return roster;
}

/** The same roster as the one seen, or the very next. */
function checkChain({ roster, hash, idPk }: VerifiedRoster, seen: RosterSeen): void {
  const { version, previousHash } = roster;
  if (version < seen.version) refuse('rolled-back', 'roster.version');
  if (version === seen.version) {
    if (!sameBytes(hash, seen.hash)) refuse('broken-chain', 'roster.version');
    return;
  }
  if (version !== seen.version + 1) refuse('broken-chain', 'roster.version');
  if (!previousHash || !sameBytes(previousHash, seen.hash)) refuse('broken-chain', 'roster.previousHash');
  if (seen.successor && !sameBytes(idPk, seen.successor)) refuse('broken-chain', 'roster.idPk');
}

async function openRoster(
  document: unknown,
  boxId: Bytes,
  isSigner: (idPk: Bytes) => boolean | Promise<boolean>,
): Promise<VerifiedRoster> {
  const { content, payload, idPk } = await openDocument(document, 'kith-box/1/roster', isSigner);
  const roster = readRoster(content);
  if (!sameBytes(roster.boxId, boxId)) refuse('wrong-box', 'roster.boxId');
  if (roster.idPk && !sameBytes(roster.idPk, idPk)) refuse('bad-signature', 'roster.idPk');
  return {
    roster: roster as Verified<Roster>,
    version: roster.version,
    hash: await sha256(payload),
    idPk,
    successor: roster.nextIdPk ?? idPk,
  };
}

/**
 * Verifies one roster by the pins alone. Several that came in between, or a change of the identity key, are followed by `verifyRosters`.
 *
 * @throws SealingError `malformed`, `wrong-pin`, `bad-signature`, `wrong-box`, `rolled-back` or `broken-chain`.
 */
export async function verifyRoster(
  document: unknown,
  { pins, boxId, seen }: RosterExpected,
): Promise<VerifiedRoster> {
  const verified = await openRoster(document, boxId, pinned(pins));
  if (seen) checkChain(verified, seen);
  return verified;
}

/** Every one continues the one before it. The same one twice is the same signer's too: the hash does not say whose it is. */
function checkLinks(chain: readonly VerifiedRoster[]): void {
  chain.forEach((one, at) => {
    const before = chain[at - 1];
    if (!before) return;
    checkChain(one, before);
    if (one.version === before.version && !sameBytes(one.idPk, before.idPk))
      refuse('broken-chain', 'roster.idPk');
  });
}

/** The signers, oldest first, each once in a row. */
const signersOf = (chain: readonly VerifiedRoster[]): readonly Bytes[] =>
  chain
    .map(({ idPk }) => idPk)
    .filter((idPk, at, all) => {
      const before = all[at - 1];
      return !before || !sameBytes(idPk, before);
    });

/**
 * Verifies a chain of any beginning, the oldest first, and gives the newest: each is signed by the identity key in force there, which only
 * the roster before may replace (`nextIdPk`).
 *
 * The page's pin may name any key that signed in the chain: what came before it is held by the hashes, what came after it by the handing on.
 * A key that is named next and has not signed yet is no proof, since anybody can name it.
 *
 * @throws SealingError `wrong-pin` when no signer is pinned, and what `verifyRoster` refuses.
 */
export async function verifyRosters(
  documents: readonly unknown[],
  { pins, boxId, seen }: RosterExpected,
): Promise<VerifiedChain> {
  const chain: VerifiedRoster[] = [];
  for (const document of documents) chain.push(await openRoster(document, boxId, () => true));
  const newest = chain.at(-1);
  if (!newest) return refuse('malformed', 'roster');
  checkLinks(chain);
  const signers = signersOf(chain);
  const known = await Promise.all(signers.map(pinned(pins)));
  if (!known.includes(true)) refuse('wrong-pin', 'idPk');
  // It went through the one that was seen, or began right behind it, or is older than that.
  if (seen) checkChain(chain.find(({ version }) => version >= seen.version) ?? newest, seen);
  // A server can sign the oldest rosters anew with a key of its own. All later signers are named in what the hashes hold.
  const [first, ...handedOn] = signers;
  const isNamed =
    known[0] || chain.some(({ roster }) => first && roster.idPk && sameBytes(roster.idPk, first));
  const { successor } = newest;
  return {
    ...newest,
    earlier: chain.slice(0, -1).map(({ roster }) => roster),
    identities: [
      ...(first && isNamed ? [first] : []),
      ...handedOn,
      ...(newest.roster.nextIdPk ? [successor] : []),
    ],
  };
}

/** Members who hold the identity key. */
export const keepersOf = ({ members }: Roster): readonly Member[] =>
  members.filter(({ role }) => role === 'keeper');
