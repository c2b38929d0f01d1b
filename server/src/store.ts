/**
 * What the routes ask of the database, in the box's own terms: one small interface, kept by SQLite and by PostgreSQL with the same queries.
 * Every promise of a writing operation is fulfilled only after a durable commit. Nothing here knows of HTTP.
 *
 * Days are days since 1970-01-01 in UTC, by the database's clock. Bytes are plain `Uint8Array`s whatever the database gives. Locators are
 * looked for only together with their box.
 */
import type {
  Bytes,
  SealedAnswer,
  SealedKey,
  SealedQuestion,
  SignedDocument,
} from '../../src/domain/sealing/server.js';
import type { AuditAction, AuditKind } from './audit-words.js';

export type QuestionState = 'new' | 'answered' | 'closed';
export type Role = 'keeper' | 'facilitator';

/** What everybody may read of an open box: the shape of a static `answers` file. */
export interface PublishedBox {
  readonly manifest: SignedDocument;
  /** `null` before the first publication. */
  readonly catalogue: SignedDocument | null;
}

export type Sent =
  /** For the first send and for every repeat of the same bytes, even when the epoch has ended meanwhile. */
  | { readonly outcome: 'kept'; readonly expiresDay: number }
  | { readonly outcome: 'no-such-box' | 'other-body' | 'erased' | 'epoch-expired' | 'box-full' };

/** `no-room`: too many erasures of what is not here stand already; a question that is here can always be erased. */
export type Erased = 'erased' | 'wrong-erase' | 'no-such-box' | 'no-room';

/** A member as an account: what signing in needs. Names and public keys stand in the roster. */
export interface Account {
  /** 1 to 40 of `a-z 0-9 -`; the roster's `id`. */
  readonly id: string;
  /** The roster's name, folded (NFKC, lower case, single spaces), by which somebody signs in. */
  readonly name: string;
  readonly role: Role;
  /** 16 bytes, and iterations of PBKDF2. */
  readonly salt: Bytes;
  readonly iterations: number;
  /** SHA-256 of kAuth. */
  readonly authHash: Bytes;
  /** The member's own pairs, sealed by the passphrase. */
  readonly wrapped: { readonly iv: Bytes; readonly ct: Bytes };
}

export interface Session {
  readonly boxId: Bytes;
  readonly memberId: string;
  readonly role: Role;
}

/** A question as the desk sees it. */
export interface WaitingQuestion {
  readonly question: SealedQuestion;
  readonly day: number;
  readonly state: QuestionState;
  readonly expiresDay: number;
  readonly claimBy: string | null;
  /** Seconds since 1970. */
  readonly claimUntil: number | null;
  /** Sealed by the desk. */
  readonly draft: Bytes | null;
  readonly answers: readonly SealedAnswer[];
}

/** A note of the staff, sealed to an epoch's key. */
export interface Note {
  readonly keyId: Bytes;
  readonly enc: Bytes;
  readonly ct: Bytes;
}

/** What stands here of the recovery sheet of a box. */
export interface NewSheet {
  /** SHA-256 of what the sheet shows. */
  readonly authHash: Bytes;
  /** JSON: a question that only this sheet opens. */
  readonly test: string;
  /** SHA-256 of what shows that it was opened. */
  readonly answerHash: Bytes;
}

export type SheetHashes = Pick<NewSheet, 'authHash' | 'answerHash'>;

/** What whoever holds the sheet is given. */
export interface Recovery {
  readonly rosters: readonly SignedDocument[];
  readonly manifests: readonly SignedDocument[];
  /** Those sealed to the sheet. */
  readonly keys: readonly SealedKey[];
  /** JSON, as in `NewSheet`. */
  readonly test: string;
}

/** What somebody who was invited sends: public keys with the proof that they are theirs, and how they will sign in. */
export interface Enrolment {
  readonly pk: Bytes;
  readonly verifyPk: Bytes;
  readonly mac: Bytes;
  readonly account: NewAccount;
}

export interface NewInvitation {
  readonly claimHash: Bytes;
  readonly name: string;
  readonly role: Role;
}

export interface Invitation extends NewInvitation {
  /** Id of the keeper who made it. */
  readonly by: string;
  /** Seconds since 1970. */
  readonly until: number;
  readonly enrolment: (Omit<Enrolment, 'account'> & { readonly id: string }) | null;
}

export interface Publication {
  readonly id: Bytes;
  readonly note: Note;
}

export interface AuditPage {
  readonly rows: readonly {
    readonly day: number;
    /** Id of a member, or '' for whoever had the recovery sheet. */
    readonly actor: string;
    readonly action: AuditAction;
    readonly kind: AuditKind;
    readonly times: number;
  }[];
  /** Before this day there are more. */
  readonly next: number | null;
}

export interface StaffView {
  readonly manifest: SignedDocument | null;
  /** Of every epoch, the oldest first. */
  readonly manifests: readonly SignedDocument[];
  /** Every version, from the first. */
  readonly rosters: readonly SignedDocument[];
  /** Those sealed to this member. */
  readonly keys: readonly SealedKey[];
  readonly catalogue: SignedDocument | null;
  readonly counts: Readonly<Record<QuestionState, number>>;
  /** Of the questions without an answer. */
  readonly oldestWaitingDay: number | null;
  readonly today: number;
  /** Day of the last backup that this server made. */
  readonly backupDay: number | null;
  /** Day on which the recovery sheet was last proven. */
  readonly sheetProvenDay: number | null;
  /** Those that may still be used or accepted; none for whoever is no keeper. */
  readonly invitations: readonly Invitation[];
  readonly rules: Note | null;
  /** Of pages, beside those of the settings. */
  readonly origins: readonly string[];
  /** How many drafts of publications stand. */
  readonly publications: number;
}

/** How somebody signs in, before the roster gives them a name and a role. */
export type NewAccount = Omit<Account, 'name' | 'role'>;

/** What the server reads of a verified manifest to keep the box's rules. */
export interface NewManifest {
  readonly document: SignedDocument;
  readonly epoch: number;
  readonly suite: number;
  /** Id of the epoch's key, 8 bytes. */
  readonly keyId: Bytes;
  readonly notAfter: number;
  readonly retentionDays: number;
}

/** A verified catalogue of published answers. */
export interface NewCatalogue {
  readonly document: SignedDocument;
  readonly number: number;
}

export interface NewRoster {
  readonly document: SignedDocument;
  readonly version: number;
  /** Who is on it: accounts and sessions of everybody else end with it. Names are folded, as for signing in. */
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly pk: Bytes;
    readonly verifyPk: Bytes;
  }[];
}

/** What else a new roster brings, in the same transaction. */
export interface WithRoster {
  readonly keys: readonly SealedKey[];
  /** Hash of the claim of an invitation whose enrolment is on the roster now. */
  readonly accept?: Bytes;
  /** Takes the place of the sheet before; it is not proven yet. */
  readonly sheet?: NewSheet;
}

export interface NewBox {
  readonly boxId: Bytes;
  readonly roster: NewRoster;
  readonly account: Account;
  readonly keys: readonly SealedKey[];
  readonly sheet: NewSheet;
}

export interface Store {
  /** The database's clock: seconds since 1970. */
  now(): Promise<number>;
  /** Whether the database answers and may be written to durably. */
  ready(): Promise<boolean>;
  /** 32 random bytes, made once per database and shared by all nodes: for decoys and challenges. */
  secret(name: 'decoy' | 'proof'): Promise<Bytes>;

  published(boxId: Bytes): Promise<PublishedBox | undefined>;
  send(question: SealedQuestion, bodyHash: Bytes): Promise<Sent>;
  /** In their order; none for a locator that is empty or not known. */
  answers(boxId: Bytes, locator: Bytes): Promise<readonly SealedAnswer[]>;
  /** `eraseHash` is SHA-256 of what the visitor shows. A locator that is not known leaves a tombstone as well. */
  erase(boxId: Bytes, locator: Bytes, eraseHash: Bytes): Promise<Erased>;

  /** Whether any box stands here: until then a start offers the first link. */
  hasBox(): Promise<boolean>;
  /** Keeps the hash of a first link's claim for an hour, in place of an earlier one. */
  offerClaim(claimHash: Bytes): Promise<void>;
  /** Uses the claim and makes the box, in one transaction. */
  makeBox(claimHash: Bytes, box: NewBox): Promise<'made' | 'claim-refused' | 'box-exists'>;

  /** The only box that stands here, with the identity key of its newest roster. */
  onlyBox(): Promise<{ readonly boxId: Bytes; readonly idPk: Bytes } | undefined>;

  account(
    boxId: Bytes,
    by: { readonly name: string } | { readonly id: string },
  ): Promise<Account | undefined>;
  openSession(boxId: Bytes, memberId: string, tokenHash: Bytes): Promise<void>;
  /** Finds it, and keeps it alive: idle 15 minutes, 8 hours in all. */
  session(tokenHash: Bytes): Promise<Session | undefined>;
  endSession(tokenHash: Bytes): Promise<void>;
  /** A new passphrase in place of the one with this hash; all other sessions of the member end. */
  changeAccount(
    session: Session,
    tokenHash: Bytes,
    oldAuthHash: Bytes,
    account: Omit<NewAccount, 'id'>,
  ): Promise<'changed' | 'sign-in-refused'>;

  sheet(boxId: Bytes): Promise<SheetHashes | undefined>;
  /** What the sheet opens; that it was used stands in the audit. */
  recover(boxId: Bytes): Promise<Recovery | undefined>;
  sheetProven(boxId: Bytes, answerHash: Bytes): Promise<'proven' | 'refused'>;
  /** A member's account made anew with the roster that has their new keys; their sessions end. `manifest` where it has to be signed anew. */
  recoverAccount(
    boxId: Bytes,
    roster: NewRoster,
    keys: readonly SealedKey[],
    account: Account,
    manifest?: NewManifest,
  ): Promise<'kept' | 'version-taken'>;

  /** For 72 hours. */
  invite(
    session: Session,
    invitation: NewInvitation,
  ): Promise<{ readonly until: number } | 'box-full' | 'name-taken' | 'refused'>;
  withdraw(session: Session, claimHash: Bytes): Promise<void>;
  /** An invitation that nobody has used yet, and every roster. */
  invitation(
    boxId: Bytes,
    claimHash: Bytes,
  ): Promise<
    | (Omit<NewInvitation, 'claimHash'> & {
        readonly by: string;
        readonly rosters: readonly SignedDocument[];
      })
    | undefined
  >;
  /** Uses it. It may be accepted for as long again. */
  enrol(boxId: Bytes, claimHash: Bytes, enrolment: Enrolment): Promise<'kept' | 'claim-refused' | 'refused'>;

  staffView(session: Session): Promise<StaffView>;
  /** At most `limit`, by day and then locator; `after` is the last one of the page before. */
  questions(
    session: Session,
    wanted: {
      readonly state: QuestionState;
      readonly after?: { readonly day: number; readonly locator: Bytes };
      readonly limit: number;
    },
  ): Promise<readonly WaitingQuestion[]>;
  /** For 30 minutes; again by the same person prolongs it. */
  claimQuestion(
    session: Session,
    locator: Bytes,
  ): Promise<{ readonly claimUntil: number } | 'no-such-question' | 'claimed'>;
  releaseQuestion(session: Session, locator: Bytes): Promise<void>;
  saveDraft(
    session: Session,
    locator: Bytes,
    draft: Bytes | null,
  ): Promise<'saved' | 'no-such-question' | 'claimed'>;
  /** The same bytes again are kept once; another answer under the same number is refused. Starts the retention anew. */
  answer(
    session: Session,
    locator: Bytes,
    answer: SealedAnswer,
  ): Promise<'kept' | 'no-such-question' | 'claimed' | 'seq-taken' | 'gap'>;
  /** How many were closed: what a colleague is at stays open. */
  closeQuestions(session: Session, locators: readonly Bytes[]): Promise<number>;

  /** With `catalogue`, when another key publishes from now on: either both are kept, or neither. */
  putManifest(
    session: Session,
    manifest: NewManifest,
    keys: readonly SealedKey[],
    catalogue?: NewCatalogue,
  ): Promise<'kept' | 'older' | 'sheet-not-proven'>;
  putRoster(
    session: Session,
    roster: NewRoster,
    more: WithRoster,
  ): Promise<'kept' | 'version-taken' | 'refused'>;
  /** `published` are drafts that stand in it now: they go with the same commit. */
  putCatalogue(
    session: Session,
    document: SignedDocument,
    number: number,
    published?: readonly Bytes[],
  ): Promise<'kept' | 'older'>;

  putRules(session: Session, rules: Note): Promise<void>;
  putPublication(session: Session, publication: Publication): Promise<'kept' | 'box-full'>;
  /** At most `limit`, by their ids, which are random. */
  publications(session: Session, limit: number, after?: Bytes): Promise<readonly Publication[]>;
  removePublications(session: Session, ids: readonly Bytes[]): Promise<void>;

  /** Of pages of this box, beside those of the settings. */
  origins(boxId: Bytes): Promise<readonly string[]>;
  putOrigins(session: Session, origins: readonly string[]): Promise<void>;

  /** Some days of the audit, the newest first, from before a day. */
  audit(session: Session, before?: number): Promise<AuditPage>;

  /**
   * Deletes what has had its day, in batches; safe to run on every node at once. How many rows went, or why it refused: after a jump of the
   * clock, until a person has looked and says that it is right.
   */
  retain(
    clockIsRight?: boolean,
  ): Promise<{ readonly deleted: number } | { readonly refused: 'clock-jumped' }>;
  close(): Promise<void>;
}
