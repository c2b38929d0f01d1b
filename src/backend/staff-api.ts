/**
 * What a facilitator's desk asks of a Kith server: one function for each route, bytes as bytes, and refusals as errors with the server's own
 * word for them. What comes back is read with care: the desk believes signatures, not servers.
 */
import { answerFromWire, answerToWire, type SealedAnswer } from '../domain/sealing/answer.js';
import { type Bytes, fromBase64url, isRecord, toBase64url } from '../domain/sealing/encoding.js';
import { readDay, readInteger, readList, readPattern } from '../domain/sealing/fields.js';
import type { SealedQuestion } from '../domain/sealing/question-header.js';
import { questionFromWire } from '../domain/sealing/question-wire.js';
import { SealingError } from '../domain/sealing/sealing-error.js';
import type { SignedDocument } from '../domain/sealing/signed-document.js';
import { type SealedKey, sealedKeyFromWire, sealedKeyToWire } from '../domain/sealing/staff/sealed-key.js';
import type { WrappedKeys } from '../domain/sealing/staff/staff-keys.js';
import { noteFromWire, noteToWire, type SealedNote } from '../domain/sealing/staff/team-note.js';
import { askForStaff, type Reply, type StaffRequest } from './http.js';
import { Problem } from './problem.js';

/** How requests travel: to a server, or to one at hand. `path` begins with `/v1/`. */
export type StaffAsk = (path: string, signal: AbortSignal, request: StaffRequest) => Promise<Reply>;

/** @param base Of the server: what stands before `/v1/`. */
export function staffAskAt(base: URL): StaffAsk {
  const room = `${base.origin}${base.pathname.replace(/\/$/, '')}`;
  return (path, signal, request) => askForStaff(`${room}${path}`, signal, request);
}

/** The server's word for why it did not do as asked: `urn:kith:problem:` and one of these, or its status. */
export class StaffRefusal extends Error {
  override readonly name = 'StaffRefusal';

  constructor(
    /** Such as `claimed`, `older`, `sign-in-refused`; `status-418` where it named none. */
    readonly reason: string,
    readonly retrySeconds: number,
  ) {
    super(`The server refused: ${reason}`);
  }
}

export type Role = 'keeper' | 'facilitator';
export type QuestionState = 'new' | 'answered' | 'closed';
/** Where a page of the list ended. */
export interface ListPlace {
  readonly day: number;
  readonly locator: string;
}

/** What signing in needs, as the server keeps it. */
export interface AccountWire {
  readonly id: string;
  readonly salt: string;
  readonly iterations: number;
  readonly authHash: string;
  readonly wrapped: { readonly iv: string; readonly ct: string };
}

/** What the server keeps of a recovery sheet; `test` is what the sheet has to open. */
export interface SheetWire {
  readonly authHash: string;
  readonly test: unknown;
  readonly answerHash: string;
}

export interface Invitation {
  readonly claimHash: string;
  readonly name: string;
  readonly role: Role;
  readonly by: string;
  /** Seconds since 1970. */
  readonly until: number;
  readonly enrolment:
    | { readonly id: string; readonly pk: Bytes; readonly verifyPk: Bytes; readonly mac: Bytes }
    | undefined;
}

/** The box as its staff sees it. Nothing signed in it has been verified yet. */
export interface StaffBox {
  readonly manifest: SignedDocument | undefined;
  readonly manifests: readonly SignedDocument[];
  readonly rosters: readonly SignedDocument[];
  readonly keys: readonly SealedKey[];
  readonly catalogue: SignedDocument | undefined;
  readonly counts: Readonly<Record<QuestionState, number>>;
  readonly oldestWaitingDay: number | undefined;
  /** By the server's clock: days since 1970-01-01, UTC. */
  readonly today: number;
  readonly backupDay: number | undefined;
  readonly sheetProven: boolean;
  readonly invitations: readonly Invitation[];
  readonly rules: SealedNote | undefined;
  readonly origins: { readonly box: readonly string[]; readonly server: readonly string[] };
  /** Drafts that wait to be published. */
  readonly publications: number;
  readonly version: string;
  readonly backupDays: number;
  readonly me: { readonly id: string; readonly role: Role };
}

/** A question as it stands on the server; `undefined` in place of what cannot be read, so that one row never blocks the rest. */
export interface QuestionRow {
  /** Base64url; what names the row also when nothing else of it can be read. */
  readonly locator: string;
  readonly question: SealedQuestion | undefined;
  readonly day: number;
  readonly state: QuestionState;
  readonly expiresDay: number;
  readonly claimBy: string | undefined;
  /** Seconds since 1970. */
  readonly claimUntil: number | undefined;
  readonly draft: Bytes | undefined;
  readonly answers: readonly SealedAnswer[];
}

export interface AuditRow {
  readonly day: number;
  readonly actor: string;
  readonly action: string;
  readonly kind: string;
  readonly times: number;
}

const PROBLEM = 'urn:kith:problem:';

function refused(reply: Reply): StaffRefusal {
  const type = isRecord(reply.json) ? reply.json['type'] : undefined;
  const reason =
    typeof type === 'string' && type.startsWith(PROBLEM)
      ? type.slice(PROBLEM.length)
      : `status-${reply.status}`;
  return new StaffRefusal(reason, reply.retrySeconds);
}

const roles = ['keeper', 'facilitator'] as const;
const states = ['new', 'answered', 'closed'] as const;

function oneOf<T extends string>(value: unknown, names: readonly T[], what: string): T {
  const found = names.find((name) => name === value);
  if (found === undefined) throw new Problem('malformed', `the server named no ${what}`);
  return found;
}

const MOST = Number.MAX_SAFE_INTEGER;
const maybe = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === null || value === undefined ? undefined : read(value);
const seconds = (value: unknown): number => readInteger(value, 'seconds', 0, MOST);
const idOf = (value: unknown): string => readPattern(value, 'id', /^[a-z0-9-]{1,40}$/);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readDocument(value: unknown): SignedDocument {
  const { payload, idPk, sig } = recordOf(value);
  return { payload: text(payload), idPk: text(idPk), sig: text(sig) };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Problem('malformed', 'the server’s answer has another form than ours');
  return value;
}

const many = <T>(value: unknown, read: (value: unknown) => T, most = 10_000): T[] =>
  readList(value, 'list', most).map(read);

/** What can be read of a list; what cannot is left out. */
const readable = <T>(value: unknown, read: (value: unknown) => T): T[] =>
  many(value, (one) => {
    try {
      return [read(one)];
    } catch (error) {
      if (error instanceof SealingError || error instanceof Problem) return [];
      throw error;
    }
  }).flat();

function readInvitationRow(value: unknown): Invitation {
  const row = recordOf(value);
  return {
    claimHash: toBase64url(fromBase64url(row['claimHash'], 'claimHash', 32)),
    name: text(row['name']),
    role: oneOf(row['role'], roles, 'role'),
    by: text(row['by']),
    until: seconds(row['until']),
    enrolment: maybe(row['enrolment'], (one) => {
      const enrolment = recordOf(one);
      return {
        id: idOf(enrolment['id']),
        pk: fromBase64url(enrolment['pk'], 'pk', 65),
        verifyPk: fromBase64url(enrolment['verifyPk'], 'verifyPk', 65),
        mac: fromBase64url(enrolment['mac'], 'mac', 32),
      };
    }),
  };
}

function readBox(value: unknown): StaffBox {
  const box = recordOf(value);
  const counts = recordOf(box['counts']);
  const origins = recordOf(box['origins']);
  const server = recordOf(box['server']);
  const me = recordOf(box['me']);
  return {
    manifest: maybe(box['manifest'], readDocument),
    manifests: many(box['manifests'], readDocument),
    rosters: many(box['rosters'], readDocument),
    keys: readable(box['keys'], sealedKeyFromWire),
    catalogue: maybe(box['catalogue'], readDocument),
    counts: {
      new: readInteger(counts['new'], 'counts', 0, MOST),
      answered: readInteger(counts['answered'], 'counts', 0, MOST),
      closed: readInteger(counts['closed'], 'counts', 0, MOST),
    },
    oldestWaitingDay: maybe(box['oldestWaitingDay'], (day) => readDay(day, 'oldestWaitingDay')),
    today: readDay(box['today'], 'today'),
    backupDay: maybe(box['backupDay'], (day) => readDay(day, 'backupDay')),
    sheetProven: maybe(recordOf(box['sheet'])['provenDay'], (day) => readDay(day, 'provenDay')) !== undefined,
    invitations: readable(box['invitations'], readInvitationRow),
    rules: maybe(box['rules'], (rules) => orNothing(() => noteFromWire('rules', rules))),
    origins: { box: many(origins['box'], text), server: many(origins['server'], text) },
    publications: readInteger(box['publications'], 'publications', 0, MOST),
    version: text(server['version']),
    backupDays: readInteger(server['backupDays'], 'backupDays', 0, MOST),
    me: { id: idOf(me['id']), role: oneOf(me['role'], roles, 'role') },
  };
}

const orNothing = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
};

function readRow(value: unknown): QuestionRow {
  const row = recordOf(value);
  const locator = recordOf(row['question'])['locator'];
  return {
    locator: toBase64url(fromBase64url(locator, 'locator', 16)),
    question: orNothing(() => questionFromWire(row['question'])),
    day: readDay(row['day'], 'day'),
    state: oneOf(row['state'], states, 'state'),
    expiresDay: readDay(row['expiresDay'], 'expiresDay'),
    claimBy: maybe(row['claimBy'], idOf),
    claimUntil: maybe(row['claimUntil'], seconds),
    draft: orNothing(() => maybe(row['draft'], (draft) => fromBase64url(draft, 'draft'))),
    answers: readable(row['answers'], answerFromWire),
  };
}

const toWire = (keys: readonly SealedKey[]) => keys.map(sealedKeyToWire);

const readWrapped = (value: unknown): WrappedKeys => {
  const { iv, ct } = recordOf(value);
  return { iv: fromBase64url(iv, 'iv', 12), ct: fromBase64url(ct, 'ct', 210) };
};

/** One server, and from signing in on one session. The token lives in this object and nowhere else. */
export class StaffApi {
  #token: string | undefined;
  readonly #ended = new AbortController();

  /** @param boxId Base64url, as it stands in the page. */
  constructor(
    readonly ask: StaffAsk,
    readonly boxId: string,
  ) {}

  get isSignedIn(): boolean {
    return this.#token !== undefined;
  }

  /** Forgets the token here at once, stops what is under way, and ends the session there as far as it can be reached. */
  async signOut(): Promise<void> {
    const token = this.#token;
    this.#token = undefined;
    this.#ended.abort(new Problem('refused', 'the desk was locked meanwhile'));
    if (token === undefined) return;
    await this.ask(this.#path('session'), AbortSignal.timeout(5_000), { method: 'DELETE', token }).catch(
      () => undefined,
    );
  }

  #path(route: string): string {
    return `/v1/boxes/${encodeURIComponent(this.boxId)}/staff/${route}`;
  }

  async #send(method: StaffRequest['method'], path: string, content?: unknown): Promise<unknown> {
    const token = this.#token;
    const reply = await this.ask(path, this.#ended.signal, {
      method,
      ...(content !== undefined && { content }),
      ...(token !== undefined && { token }),
    });
    if (reply.status >= 200 && reply.status < 300) return reply.json;
    throw refused(reply);
  }

  #post(route: string, content: unknown): Promise<unknown> {
    return this.#send('POST', this.#path(route), content);
  }

  #put(route: string, content: unknown): Promise<unknown> {
    return this.#send('PUT', this.#path(route), content);
  }

  // The first evening, and coming in

  /** Makes the box with the first link's claim. */
  async makeBox(wanted: {
    readonly claim: Bytes;
    readonly roster: SignedDocument;
    readonly member: AccountWire;
    readonly keys: readonly SealedKey[];
    readonly sheet: SheetWire;
  }): Promise<void> {
    const { claim, keys, ...rest } = wanted;
    await this.#send('POST', '/v1/boxes', {
      boxId: this.boxId,
      claim: toBase64url(claim),
      keys: toWire(keys),
      ...rest,
    });
  }

  /** What a passphrase is derived with; a name that is not known gets something alike. */
  async salts(
    name: string,
  ): Promise<{ readonly id: string; readonly salt: Bytes; readonly iterations: number }> {
    const json = recordOf(await this.#post('salts', { name }));
    return {
      id: idOf(json['id']),
      salt: fromBase64url(json['salt'], 'salt', 16),
      iterations: readInteger(json['iterations'], 'iterations', 1, MOST),
    };
  }

  async signIn(id: string, kAuth: Bytes): Promise<WrappedKeys> {
    const json = recordOf(await this.#post('sessions', { id, kAuth: toBase64url(kAuth) }));
    this.#token = text(json['token']);
    return readWrapped(json['wrapped']);
  }

  async box(): Promise<StaffBox> {
    return readBox(await this.#send('GET', this.#path('box')));
  }

  /** Takes the old passphrase's proof and what the new one makes. */
  async changeAccount(kAuth: Bytes, { id: _, ...account }: AccountWire): Promise<void> {
    await this.#put('account', { kAuth: toBase64url(kAuth), ...account });
  }

  // The recovery sheet

  async openRecovery(auth: Bytes): Promise<{
    readonly rosters: readonly SignedDocument[];
    readonly manifests: readonly SignedDocument[];
    readonly keys: readonly SealedKey[];
    readonly test: unknown;
  }> {
    const json = recordOf(await this.#post('recovery/open', { auth: toBase64url(auth) }));
    return {
      rosters: many(json['rosters'], readDocument),
      manifests: many(json['manifests'], readDocument),
      keys: readable(json['keys'], sealedKeyFromWire),
      test: json['test'],
    };
  }

  async proveSheet(auth: Bytes, answer: Bytes): Promise<void> {
    await this.#post('recovery/prove', { auth: toBase64url(auth), answer: toBase64url(answer) });
  }

  async recoverAccount(
    auth: Bytes,
    wanted: {
      readonly roster: SignedDocument;
      /** The one in force, by the key that signs the roster, where it is by an older one. */
      readonly manifest?: SignedDocument;
      readonly member: AccountWire;
      readonly keys: readonly SealedKey[];
    },
  ): Promise<void> {
    await this.#post('recovery/account', { auth: toBase64url(auth), ...wanted, keys: toWire(wanted.keys) });
  }

  // Questions

  async questions(
    state: QuestionState,
    after?: ListPlace,
  ): Promise<{ readonly rows: readonly QuestionRow[]; readonly next: ListPlace | undefined }> {
    const json = recordOf(await this.#post('questions/list', { state, ...(after && { after }) }));
    return {
      rows: readable(json['questions'], readRow),
      next: maybe(json['next'], (place) => {
        const { day, locator } = recordOf(place);
        return { day: readDay(day, 'day'), locator: text(locator) };
      }),
    };
  }

  /** @returns Until when, in seconds since 1970. */
  async claim(locator: string): Promise<number> {
    return seconds(recordOf(await this.#post('questions/claim', { locator }))['claimUntil']);
  }

  async release(locator: string): Promise<void> {
    await this.#post('questions/release', { locator });
  }

  async saveDraft(locator: string, draft: Bytes | undefined): Promise<void> {
    await this.#post('questions/draft', { locator, draft: draft ? toBase64url(draft) : null });
  }

  async answer(locator: string, answer: SealedAnswer): Promise<void> {
    await this.#post('answers', { locator, answer: answerToWire(answer) });
  }

  /** @returns How many were closed: what a colleague has in hand stays. */
  async close(locators: readonly string[]): Promise<number> {
    const json = recordOf(await this.#post('questions/close', { locators }));
    return readInteger(json['closed'], 'closed', 0, MOST);
  }

  // Documents

  /** @param catalogue Where another key publishes from now on: what is published, signed by it. */
  async putManifest(
    manifest: SignedDocument,
    keys: readonly SealedKey[],
    catalogue?: SignedDocument,
  ): Promise<void> {
    await this.#put('manifest', { manifest, keys: toWire(keys), ...(catalogue && { catalogue }) });
  }

  async putRoster(
    roster: SignedDocument,
    keys: readonly SealedKey[],
    more: { readonly accept?: string; readonly sheet?: SheetWire } = {},
  ): Promise<void> {
    await this.#put('roster', { roster, keys: toWire(keys), ...more });
  }

  /** @param published Drafts that it makes needless, taken away with it. */
  async putCatalogue(catalogue: SignedDocument, published: readonly string[]): Promise<void> {
    await this.#put('catalogue', { catalogue, ...(published.length > 0 && { published }) });
  }

  async putRules(note: SealedNote): Promise<void> {
    await this.#put('rules', { note: noteToWire(note) });
  }

  async putOrigins(origins: readonly string[]): Promise<void> {
    await this.#put('origins', { origins });
  }

  // Drafts for publication

  async keepPublication(id: string, note: SealedNote): Promise<void> {
    await this.#post('publications', { id, note: noteToWire(note) });
  }

  async publications(after?: string): Promise<{
    readonly drafts: readonly { readonly id: string; readonly note: SealedNote | undefined }[];
    readonly next: string | undefined;
  }> {
    const json = recordOf(await this.#post('publications/list', after ? { after } : {}));
    return {
      drafts: readable(json['publications'], (one) => {
        const { id, note } = recordOf(one);
        return {
          id: toBase64url(fromBase64url(id, 'id', 16)),
          note: orNothing(() => noteFromWire('publication', note)),
        };
      }),
      next: maybe(json['next'], text),
    };
  }

  async removePublications(ids: readonly string[]): Promise<void> {
    await this.#post('publications/remove', { ids });
  }

  // People

  /** @returns Until when, in seconds since 1970. */
  async invite(claimHash: Bytes, name: string, role: Role): Promise<number> {
    const json = recordOf(await this.#post('invitations', { claimHash: toBase64url(claimHash), name, role }));
    return seconds(json['until']);
  }

  async withdrawInvitation(claimHash: string): Promise<void> {
    await this.#post('invitations/withdraw', { claimHash });
  }

  async lookAtInvitation(claim: Bytes): Promise<{
    readonly name: string;
    readonly role: Role;
    readonly by: string;
    readonly rosters: readonly SignedDocument[];
  }> {
    const json = recordOf(await this.#post('enrolment', { claim: toBase64url(claim) }));
    return {
      name: text(json['name']),
      role: oneOf(json['role'], roles, 'role'),
      by: text(json['by']),
      rosters: many(json['rosters'], readDocument),
    };
  }

  async enrol(
    claim: Bytes,
    enrolment: { readonly pk: Bytes; readonly verifyPk: Bytes; readonly mac: Bytes },
    member: AccountWire,
  ): Promise<void> {
    await this.#post('enrolments', {
      claim: toBase64url(claim),
      pk: toBase64url(enrolment.pk),
      verifyPk: toBase64url(enrolment.verifyPk),
      mac: toBase64url(enrolment.mac),
      member,
    });
  }

  // Proof

  /** Opening tags of question boxes on a page, as the server saw it. */
  async checkPage(url: string): Promise<{ readonly status: number; readonly tags: readonly string[] }> {
    const json = recordOf(await this.#post('page-check', { url }));
    return { status: readInteger(json['status'], 'status', 0, 999), tags: many(json['tags'], text, 10) };
  }

  async audit(
    before?: number,
  ): Promise<{ readonly rows: readonly AuditRow[]; readonly next: number | undefined }> {
    const json = recordOf(await this.#post('audit/list', before === undefined ? {} : { before }));
    return {
      rows: readable(json['rows'], (one) => {
        const row = recordOf(one);
        return {
          day: readDay(row['day'], 'day'),
          actor: text(row['actor']),
          action: text(row['action']),
          kind: text(row['kind']),
          times: readInteger(row['times'], 'times', 0, MOST),
        };
      }),
      next: maybe(json['next'], (day) => readDay(day, 'next')),
    };
  }
}
