/** Every operation by its name: the one set of queries, for both databases. A name is all that travels to the thread that writes. */
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { utf8 } from '../../../src/domain/sealing/server.js';
import type { Session } from '../store.js';
import { hashLocator } from './hash-locator.js';
import { auditRows } from './operations/audit.js';
import {
  hasBox,
  makeBox,
  offerClaim,
  onlyBox,
  published,
  putCatalogue,
  putManifest,
  secret,
} from './operations/box.js';
import {
  answer,
  claimQuestion,
  closeQuestions,
  questions,
  releaseQuestion,
  saveDraft,
} from './operations/desk.js';
import { enrol, invitation, invite, withdraw } from './operations/invitations.js';
import { origins, putOrigins } from './operations/origins.js';
import { changeAccount, putRoster, recoverAccount } from './operations/people.js';
import { publications, putPublication, putRules, removePublications } from './operations/publications.js';
import { recover, sheet, sheetProven } from './operations/recovery.js';
import { retainBatch } from './operations/retention.js';
import { account, endSession, openSession, session, touchSession } from './operations/sessions.js';
import { staffView } from './operations/staff-view.js';
import { answers, erase, send } from './operations/visitor.js';
import type { Look, Turn } from './turn.js';

/** Whether the database can be written to. */
const probe = async ({ db }: Turn): Promise<void> => {
  await db
    .updateTable('ledger')
    .set((row) => ({ value: row('value', '+', 1) }))
    .where('name', '=', 'commits')
    .execute();
};

/** Each is one transaction. */
export const WRITES = {
  probe,
  secret,
  send,
  erase,
  offerClaim,
  makeBox,
  openSession,
  touchSession,
  endSession,
  claimQuestion,
  releaseQuestion,
  saveDraft,
  answer,
  closeQuestions,
  putManifest,
  putRoster,
  putCatalogue,
  changeAccount,
  recover,
  sheetProven,
  recoverAccount,
  invite,
  withdraw,
  enrol,
  putRules,
  putPublication,
  removePublications,
  putOrigins,
  retainBatch,
} as const;

/** One query each, which needs no transaction. */
export const LOOKS = {
  hasBox,
  onlyBox,
  published,
  answers,
  account,
  session,
  sheet,
  origins,
  publications,
} as const;

/** Several queries that have to see the same state. */
export const VIEWS = { staffView, questions, invitation, auditRows } as const;

type Rest<F> = F extends (turn: never, ...rest: infer Args) => unknown ? Args : never;
type Given<F> = F extends (...args: never[]) => Promise<infer Value> ? Value : never;

export type Writes = typeof WRITES;
export type Reads = typeof LOOKS & typeof VIEWS;

export type ArgumentsOf<Operations, Name extends keyof Operations> = Rest<Operations[Name]>;
export type ValueOf<Operations, Name extends keyof Operations> = Given<Operations[Name]>;

const ofLocator = ({ boxId }: { readonly boxId: Bytes }, locator: Bytes) => hashLocator(boxId, locator);
const ofBox = ({ boxId }: Session) => boxId;
const CLAIM = utf8('first-claim');
const RETENTION = utf8('retention');

/**
 * Of the writes with one name here, only one is done at a time, and each sees what the one before it did. On SQLite there is never more
 * than one. The others are right in any order.
 */
const ALONE: { readonly [Name in keyof Writes]?: (...args: ArgumentsOf<Writes, Name>) => Bytes } = {
  send: (question) => ofLocator(question, question.locator),
  erase: (boxId, locator) => hashLocator(boxId, locator),
  claimQuestion: ofLocator,
  saveDraft: ofLocator,
  answer: ofLocator,
  putManifest: ofBox,
  putRoster: ofBox,
  putCatalogue: ofBox,
  recoverAccount: (boxId) => boxId,
  invite: ofBox,
  putPublication: ofBox,
  putOrigins: ofBox,
  offerClaim: () => CLAIM,
  makeBox: () => CLAIM,
  retainBatch: () => RETENTION,
};

export const aloneName = (name: keyof Writes, args: readonly unknown[]): Bytes | undefined =>
  (ALONE[name] as ((...args: readonly unknown[]) => Bytes) | undefined)?.(...args);

/** An operation when its types were checked where it was asked for. */
export const writeNamed = (name: keyof Writes) =>
  WRITES[name] as (turn: Turn, ...args: readonly unknown[]) => Promise<unknown>;

export const readNamed = (name: keyof Reads) =>
  (name in LOOKS ? LOOKS[name as keyof typeof LOOKS] : VIEWS[name as keyof typeof VIEWS]) as (
    look: Look,
    ...args: readonly unknown[]
  ) => Promise<unknown>;

/** What runs operations on one kind of database. */
export interface Engine {
  now(): Promise<number>;
  /** Fulfilled after a durable commit. */
  write<Name extends keyof Writes>(
    name: Name,
    ...args: ArgumentsOf<Writes, Name>
  ): Promise<ValueOf<Writes, Name>>;
  read<Name extends keyof Reads>(
    name: Name,
    ...args: ArgumentsOf<Reads, Name>
  ): Promise<ValueOf<Reads, Name>>;
  close(): Promise<void>;
}
