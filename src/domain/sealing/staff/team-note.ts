/**
 * What the staff seal for one another: drafts, what is ready to be published, the house rules. A server knows the key that they are sealed
 * to, so sealing alone would let it plant a draft; each note is signed by the member who wrote it.
 */

import type { Bytes } from '../encoding.js';
import {
  fromBase64url,
  isRecord,
  joined,
  labelled,
  readJson,
  sameBytes,
  toBase64url,
  utf8,
} from '../encoding.js';
import type { Sealed } from '../hpke.js';
import { sealTo } from '../hpke.js';
import { pad, unpad } from '../padding.js';
import { keyIdOf } from '../public-key.js';
import { orRefuse, refuse } from '../sealing-error.js';
import type { Verified } from '../signed-document.js';
import { VERSION } from '../version.js';
import { subtle } from '../web-crypto.js';
import type { KeyPair } from './key-pair.js';
import { openWith } from './key-pair.js';
import type { Member, Roster } from './roster.js';

/** Kinds of notes, each with the bytes of every one before it is sealed. */
export const TEAM_NOTE = { draft: 16_384, publication: 16_384, rules: 32_768 } as const;

export type TeamNoteKind = keyof typeof TEAM_NOTE;

/** A note as it is stored: `enc` has 65 bytes, `ct` 16 more than its kind. */
export interface SealedNote extends Sealed {
  /** Id of the epoch's key that it is sealed to, 8 bytes. */
  readonly keyId: Bytes;
}

/** Where a note belongs, so that it is read nowhere else. */
export interface NotePlace {
  readonly boxId: Bytes;
  /** A draft's question (its locator), a publication's id; absent for the rules. */
  readonly about?: Bytes;
}

export interface NoteWriter {
  /** The member's id in the roster. */
  readonly id: string;
  readonly signing: KeyPair;
}

export interface OpenedNote {
  /** Id of the member who wrote it. */
  readonly by: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const LABEL = 'kith-box/1/team-note';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const placeFields = (kind: TeamNoteKind, { boxId, about }: NotePlace, keyId: Bytes): readonly Bytes[] => [
  utf8(kind),
  boxId,
  keyId,
  about ?? new Uint8Array(0),
];

/** The content is signed as the very text that travels: nobody has to agree on how JSON is written. */
const signedBytes = (place: readonly Bytes[], by: string, content: string): Bytes =>
  labelled(LABEL, ...place, utf8(by), utf8(content));

/**
 * Seals a note to the epoch's key.
 *
 * @param content What JSON can say.
 * @throws SealingError `too-long` when it does not fit its kind, or `malformed`.
 */
export async function sealTeamNote(
  kind: TeamNoteKind,
  content: object,
  {
    epochPk,
    writer: { id, signing },
    ...where
  }: NotePlace & { readonly writer: NoteWriter; readonly epochPk: Bytes },
): Promise<SealedNote> {
  const keyId = await keyIdOf(epochPk);
  const place = placeFields(kind, where, keyId);
  const text = JSON.stringify(content);
  if (utf8(text).length > TEAM_NOTE[kind]) refuse('too-long', kind);
  const signature = await orRefuse(
    () => subtle().sign(ALGORITHM, signing.privateKey, signedBytes(place, id, text)),
    'malformed',
    'signer',
  );
  const sig = toBase64url(new Uint8Array(signature));
  const plain = utf8(JSON.stringify({ v: VERSION, by: id, content: text, sig }));
  return { keyId, ...(await sealTo(epochPk, pad(plain, TEAM_NOTE[kind]), LABEL, labelled(LABEL, ...place))) };
}

/** Whether whoever holds this key wrote what these bytes say. */
async function isSignedBy(verifyPk: Bytes, sig: Bytes, signed: Bytes): Promise<boolean> {
  const key = await orRefuse(
    () => subtle().importKey('raw', verifyPk, ALGORITHM, true, ['verify']),
    'malformed',
    'verifyPk',
  );
  return subtle().verify(ALGORITHM, key, sig, signed);
}

/** Every key that this member has signed with, the present one first. */
const keysOf = (member: Member, earlier: readonly Roster[]): readonly Bytes[] => [
  member.verifyPk,
  ...earlier.flatMap(({ members }) =>
    members
      .filter(({ id, verifyPk }) => id === member.id && !sameBytes(verifyPk, member.verifyPk))
      .map(({ verifyPk }) => verifyPk),
  ),
];

/**
 * Opens a note and says who wrote it.
 *
 * @param roster The newest: what somebody wrote who has left since is refused.
 * @param earlier The rosters before it: a member who was given new keys, because the words were lost, still wrote what stands under the old ones.
 * @throws SealingError `foreign-key` (sealed to another epoch's key), `cannot-open` (altered, or of another place), `bad-signature` (written
 *   by no present member), `unknown-version` or `malformed`.
 */
export async function openTeamNote(
  kind: TeamNoteKind,
  note: SealedNote,
  {
    epochKey,
    roster,
    earlier = [],
    ...where
  }: NotePlace & {
    readonly epochKey: KeyPair;
    readonly roster: Verified<Roster>;
    readonly earlier?: readonly Verified<Roster>[];
  },
): Promise<OpenedNote> {
  if (!sameBytes(note.keyId, await keyIdOf(epochKey.pk))) refuse('foreign-key', 'keyId');
  const place = placeFields(kind, where, note.keyId);
  const padded = await openWith(epochKey, note, LABEL, labelled(LABEL, ...place));
  const { v, by, content, sig } = readJson(unpad(padded, TEAM_NOTE[kind]), kind);
  if (v !== VERSION) refuse('unknown-version', `${kind}.v`);
  if (typeof content !== 'string') return refuse('malformed', `${kind}.content`);
  const signature = fromBase64url(sig, `${kind}.sig`, 64);
  const member = roster.members.find(({ id }) => id === by);
  if (!member) return refuse('bad-signature', kind);
  const signed = signedBytes(place, member.id, content);
  for (const verifyPk of keysOf(member, earlier))
    if (await isSignedBy(verifyPk, signature, signed))
      return { by: member.id, content: readJson(utf8(content), kind) };
  return refuse('bad-signature', kind);
}

export const noteToWire = ({ keyId, enc, ct }: SealedNote) => ({
  keyId: toBase64url(keyId),
  enc: toBase64url(enc),
  ct: toBase64url(ct),
});

/** A note on the wire: `{keyId, enc, ct}`, in unpadded base64url. @throws SealingError `malformed`. */
export function noteFromWire(kind: TeamNoteKind, wire: unknown): SealedNote {
  if (!isRecord(wire)) return refuse('malformed', kind);
  return {
    keyId: fromBase64url(wire['keyId'], `${kind}.keyId`, 8),
    enc: fromBase64url(wire['enc'], `${kind}.enc`, 65),
    ct: fromBase64url(wire['ct'], `${kind}.ct`, TEAM_NOTE[kind] + 16),
  };
}

/** In one piece, as a question keeps its draft: key id, `enc`, `ct`. */
export const noteToBytes = ({ keyId, enc, ct }: SealedNote): Bytes => joined(keyId, enc, ct);

/** The inverse. @throws SealingError `malformed`. */
export function noteFromBytes(kind: TeamNoteKind, bytes: Bytes): SealedNote {
  if (bytes.length !== 8 + 65 + TEAM_NOTE[kind] + 16) refuse('malformed', kind);
  return { keyId: bytes.slice(0, 8), enc: bytes.slice(8, 73), ct: bytes.slice(73) };
}
