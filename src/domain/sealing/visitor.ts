/** What a visitor's page needs of the sealing, and no more: one file, loaded on first use. The staff's part never comes along. */

export type { Answer } from './answer.js';
export { answerFromWire, MOST_ANSWERS, openAnswers } from './answer.js';
export { bodyHash } from './body-hash.js';
export type { Catalogue, CatalogueEntry } from './catalogue.js';
export { verifyCatalogue } from './catalogue.js';
export type { Code, CodeSecrets, KeptSecrets } from './code.js';
export { declineCode, deriveCode, makeCode, readCode, showCode } from './code.js';
export type { Bytes } from './encoding.js';
export { toBase64url } from './encoding.js';
export type { Manifest, ReadingHours } from './manifest.js';
export { checkDates, readBoxId, verifyManifest } from './manifest.js';
export { readPins } from './public-key.js';
export type { QuestionDraft } from './question.js';
export { readDraft, sealQuestion } from './question.js';
export type { SealedQuestion } from './question-header.js';
export type { QuestionWire } from './question-wire.js';
export { questionToWire } from './question-wire.js';
export type { SealingReason } from './sealing-error.js';
export { SealingError } from './sealing-error.js';
export type { SignedDocument, Verified } from './signed-document.js';
