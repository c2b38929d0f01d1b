/** Between the box's own terms and rows: signed documents, sealed keys, what a state is as a number. */
import type { Bytes, SealedKey, SignedDocument } from '../../../src/domain/sealing/server.js';
import { fromBase64url } from '../../../src/domain/sealing/server.js';
import type { Note, QuestionState } from '../store.js';
import type { DocumentColumns, NoteColumns, Tables } from './tables.js';

export const STATES: readonly QuestionState[] = ['new', 'answered', 'closed'];

export const numberOf = (state: QuestionState): number => STATES.indexOf(state);

export const stateOf = (number: number): QuestionState => STATES[number] ?? 'closed';

export const toColumns = ({ payload, idPk, sig }: SignedDocument): DocumentColumns => ({
  payload: fromBase64url(payload, 'payload'),
  id_pk: fromBase64url(idPk, 'idPk', 65),
  sig: fromBase64url(sig, 'sig', 64),
});

// Faster than the domain's own way, which also runs in browsers.
const text = (bytes: Bytes): string => Buffer.from(bytes.buffer).toString('base64url');

export const toDocument = ({ payload, id_pk, sig }: DocumentColumns): SignedDocument => ({
  payload: text(payload),
  idPk: text(id_pk),
  sig: text(sig),
});

export const toKeyRow = (boxId: Bytes, { kind, keyId, to, enc, ct }: SealedKey): Tables['epoch_key'] => ({
  box_id: boxId,
  kind,
  key_id: keyId,
  recipient: to,
  enc,
  ct,
});

export const toSealedKey = ({ kind, key_id, recipient, enc, ct }: Tables['epoch_key']): SealedKey => ({
  kind,
  keyId: key_id,
  to: recipient,
  enc,
  ct,
});

export const toNote = ({ key_id, enc, ct }: NoteColumns): Note => ({ keyId: key_id, enc, ct });

export const toNoteColumns = ({ keyId, enc, ct }: Note): NoteColumns => ({ key_id: keyId, enc, ct });
