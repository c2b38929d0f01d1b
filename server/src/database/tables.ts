/**
 * The tables as the queries see them, on both databases: bytes, numbers, and words of the staff. A row of a question tells its day and what
 * staff did, nothing of who wrote it. Every key of a visitor's row is `(box_id, locator)`, random bytes, and no query joins two boxes.
 */
import type { Bytes, SealedKey } from '../../../src/domain/sealing/server.js';

export interface DocumentColumns {
  payload: Bytes;
  id_pk: Bytes;
  sig: Bytes;
}

/** A note of the staff, sealed to an epoch's key. */
export interface NoteColumns {
  key_id: Bytes;
  enc: Bytes;
  ct: Bytes;
}

export interface Tables {
  box: { box_id: Bytes };
  /** One row per epoch: a new manifest of the same epoch takes its place. */
  manifest: DocumentColumns & {
    box_id: Bytes;
    epoch: number;
    suite: number;
    key_id: Bytes;
    not_after: number;
    retention_days: number;
    /** Seconds: when a later epoch began. */
    replaced_at: number | null;
  };
  roster: DocumentColumns & { box_id: Bytes; version: number };
  catalogue: DocumentColumns & { box_id: Bytes; number: number };
  /** Private keys of the box, each sealed to one recipient. */
  epoch_key: {
    box_id: Bytes;
    kind: SealedKey['kind'];
    key_id: Bytes;
    recipient: Bytes;
    enc: Bytes;
    ct: Bytes;
  };
  question: {
    box_id: Bytes;
    locator: Bytes;
    epoch: number;
    suite: number;
    key_id: Bytes;
    enc: Bytes;
    ct: Bytes;
    erase_hash: Bytes;
    body_hash: Bytes;
    day: number;
    state: number;
    expires_day: number;
    claim_by: string | null;
    claim_until: number | null;
    draft: Bytes | null;
  };
  answer: { box_id: Bytes; locator: Bytes; seq: number; iv: Bytes; ct: Bytes };
  tombstone: { locator_hash: Bytes; until_day: number };
  facilitator: {
    box_id: Bytes;
    id: string;
    name: string;
    role: 'keeper' | 'facilitator';
    salt: Bytes;
    iterations: number;
    auth_hash: Bytes;
    wrapped_iv: Bytes;
    wrapped_ct: Bytes;
  };
  session_hash: { token_hash: Bytes; box_id: Bytes; member_id: string; started: number; seen: number };
  first_claim: { claim_hash: Bytes; until: number };
  /** The recovery sheet of a box: a hash of what it shows, and the test by which it is proven. */
  sheet: {
    box_id: Bytes;
    auth_hash: Bytes;
    /** JSON. */
    test: string;
    answer_hash: Bytes;
    proven_day: number | null;
  };
  invitation: {
    box_id: Bytes;
    claim_hash: Bytes;
    name: string;
    role: 'keeper' | 'facilitator';
    made_by: string;
    /** Seconds. */
    until: number;
    /** JSON: public keys and account of whoever used it. */
    enrolment: string | null;
  };
  /** Drafts of what is to be published; a row does not say which question it came from. */
  publication: NoteColumns & { box_id: Bytes; id: Bytes };
  /** What the whole team has, by its name. */
  team_note: NoteColumns & { box_id: Bytes; name: 'rules' };
  /** Pages with the box's widget, beside those of the settings. */
  page_origin: { box_id: Bytes; origin: string };
  audit: { box_id: Bytes; day: number; actor: string; action: string; kind: string; times: number };
  secret: { name: string; value: Bytes };
  /** Numbers of the database itself: the last day seen, the day of the last backup, a count of commits. */
  ledger: { name: string; value: number };
  migration: { number: number; name: string };
}
