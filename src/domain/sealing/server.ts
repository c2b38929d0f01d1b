/** What a server needs of the sealing, and no more: it reads forms, compares hashes and verifies signatures, and opens nothing. */

export type { SealedAnswer } from './answer.js';
export { answerFromWire, answerToWire, dummyAnswer } from './answer.js';
export { bodyHash } from './body-hash.js';
export { verifyCatalogue } from './catalogue.js';
export type { Bytes } from './encoding.js';
export { fromBase64url, labelled, lengthPrefixed, sameBytes, toBase64url, u32, utf8 } from './encoding.js';
export { hashErase } from './erase.js';
export type { Manifest } from './manifest.js';
export { readBoxId, verifyManifest } from './manifest.js';
export type { Proof, ProofChallenge } from './proof.js';
export { checkProof, proofSubjectOfErasure } from './proof.js';
export { keyIdOf, pinOf } from './public-key.js';
export type { SealedQuestion } from './question-header.js';
export { questionFromWire, questionToWire } from './question-wire.js';
export { SealingError } from './sealing-error.js';
export type { SignedDocument, Verified } from './signed-document.js';
export { hashClaim } from './staff/invitation.js';
export type { Roster, RosterSeen, VerifiedChain, VerifiedRoster } from './staff/roster.js';
export { verifyRoster, verifyRosters } from './staff/roster.js';
export type { SealedKey } from './staff/sealed-key.js';
export { sealedKeyFromWire, sealedKeyToWire } from './staff/sealed-key.js';
export type { SheetTest } from './staff/sheet-test-wire.js';
export { sheetTestFromWire, sheetTestToWire } from './staff/sheet-test-wire.js';
export { decoySalt, hashAuth } from './staff/staff-auth.js';
export type { SealedNote, TeamNoteKind } from './staff/team-note.js';
export { noteFromBytes, noteFromWire, noteToBytes, noteToWire, TEAM_NOTE } from './staff/team-note.js';
export { randomBytes } from './web-crypto.js';
