/**
 * The staff's side of a Kith server in the page itself, for stories and tests: it checks what a desk has to count on (tokens, claims, chains,
 * what was there first) and keeps everything in plain sight. What it is told and what it says goes through JSON, as on the wire.
 */
import type { Reply, StaffRequest } from '../src/backend/http.js';
import type { Role } from '../src/backend/staff-api.js';
import { answerFromWire, answerToWire, type SealedAnswer } from '../src/domain/sealing/answer.js';
import { verifyCatalogue } from '../src/domain/sealing/catalogue.js';
import {
  type Bytes,
  fromBase64url,
  isRecord,
  sameBytes,
  toBase64url,
} from '../src/domain/sealing/encoding.js';
import { type Manifest, readBoxId, verifyManifest } from '../src/domain/sealing/manifest.js';
import { keyIdOf, pinOf } from '../src/domain/sealing/public-key.js';
import type { SealedQuestion } from '../src/domain/sealing/question-header.js';
import { questionToWire } from '../src/domain/sealing/question-wire.js';
import { SealingError } from '../src/domain/sealing/sealing-error.js';
import type { SignedDocument, Verified } from '../src/domain/sealing/signed-document.js';
import { hashClaim, INVITATION_HOURS } from '../src/domain/sealing/staff/invitation.js';
import { type Roster, type VerifiedChain, verifyRosters } from '../src/domain/sealing/staff/roster.js';
import {
  type SealedKey,
  sealedKeyFromWire,
  sealedKeyToWire,
} from '../src/domain/sealing/staff/sealed-key.js';
import { sheetTestFromWire } from '../src/domain/sealing/staff/sheet-test-wire.js';
import { hashAuth } from '../src/domain/sealing/staff/staff-auth.js';
import {
  noteFromBytes,
  noteFromWire,
  noteToWire,
  type SealedNote,
} from '../src/domain/sealing/staff/team-note.js';
import { ITERATIONS, randomBytes } from '../src/domain/sealing/web-crypto.js';

const DAY_SECONDS = 86_400;
const CLAIM_SECONDS = 30 * 60;
const IDLE_SECONDS = 15 * 60;
const ABSOLUTE_SECONDS = 8 * 60 * 60;
const MOST_INVITATIONS = 20;
const PAGE = 50;

type Json = Readonly<Record<string, unknown>>;
type QuestionState = 'new' | 'answered' | 'closed';

/** A question as the server keeps it. */
export interface KeptQuestion {
  readonly question: SealedQuestion;
  readonly day: number;
  state: QuestionState;
  expiresDay: number;
  claimBy: string | undefined;
  /** Seconds since 1970. */
  claimUntil: number;
  draft: Bytes | undefined;
  readonly answers: SealedAnswer[];
}

export interface KeptAccount {
  readonly id: string;
  /** Folded, as it is typed to sign in. */
  name: string;
  role: Role;
  salt: string;
  iterations: number;
  authHash: string;
  wrapped: { readonly iv: string; readonly ct: string };
}

interface KeptInvitation {
  readonly claimHash: string;
  readonly name: string;
  readonly role: Role;
  readonly by: string;
  until: number;
  enrolment:
    | {
        readonly id: string;
        readonly pk: string;
        readonly verifyPk: string;
        readonly mac: string;
        readonly member: Json;
      }
    | undefined;
}

interface KeptSheet {
  authHash: string;
  test: unknown;
  answerHash: string;
  provenDay: number | undefined;
}

interface Session {
  readonly memberId: string;
  readonly began: number;
  used: number;
}

/** Whoever asks with a token. */
interface Asking {
  readonly account: KeptAccount;
  readonly token: string;
}

const STATUS: Readonly<Record<string, number>> = {
  malformed: 400,
  'sign-in-refused': 401,
  'signed-out': 401,
  'claim-refused': 403,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'no-such-box': 404,
  'no-such-question': 404,
  'foreign-page': 422,
  'page-away': 422,
  refused: 422,
  'too-many': 429,
  busy: 503,
  'box-full': 503,
};

/** A problem as a server words it; one that no table names is a conflict. */
export const problemReply = (reason: string, retrySeconds = 0): Reply => ({
  status: STATUS[reason] ?? 409,
  json: { type: `urn:kith:problem:${reason}`, title: reason, status: STATUS[reason] ?? 409 },
  retrySeconds,
});

/** Leaves a route with a problem. */
class Refused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

function refuse(reason: string): never {
  throw new Refused(reason);
}

const foldName = (typed: string): string => typed.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
const text = (value: unknown): string => (typeof value === 'string' ? value : refuse('malformed'));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : refuse('malformed'));
const record = (value: unknown): Json => (isRecord(value) ? value : refuse('malformed'));
const documentOf = (value: unknown): SignedDocument => {
  const { payload, idPk, sig } = record(value);
  return { payload: text(payload), idPk: text(idPk), sig: text(sig) };
};
const roleOf = (value: unknown): Role =>
  value === 'keeper' || value === 'facilitator' ? value : refuse('malformed');
const keysOf = (value: unknown): readonly SealedKey[] => list(value).map(sealedKeyFromWire);
const hash32 = async (value: unknown): Promise<string> =>
  toBase64url(await hashAuth(fromBase64url(value, 'auth', 32)));
const claimHashOf = async (value: unknown): Promise<string> =>
  toBase64url(await hashClaim(fromBase64url(value, 'claim', 32)));

/** Bodies are strict: a field that a route does not take is refused, and so is one that is missing. */
function checkFields(body: Json, takes: string): void {
  const names = takes.split(' ').filter(Boolean);
  const known = names.map((name) => name.replace('?', ''));
  const strange = Object.keys(body).some((name) => !known.includes(name));
  if (strange || names.some((name) => !name.endsWith('?') && !(name in body))) refuse('malformed');
}

type Open = (body: Json) => unknown;
type Closed = (body: Json, who: Asking) => unknown;

export class StaffServerAtHand {
  /** Of the box, as soon as there is one. */
  boxId: Bytes | undefined;
  /** SHA-256 of the first link's claim, until it is used. */
  firstClaim: string | undefined;
  rosters: SignedDocument[] = [];
  manifests: SignedDocument[] = [];
  catalogue: SignedDocument | undefined;
  keys: SealedKey[] = [];
  sheet: KeptSheet | undefined;
  rules: SealedNote | undefined;
  origins: string[] = [];
  serverOrigins: readonly string[] = [];
  backupDay: number | undefined;
  readonly accounts = new Map<string, KeptAccount>();
  readonly sessions = new Map<string, Session>();
  /** By locator, in base64url. */
  readonly questions = new Map<string, KeptQuestion>();
  readonly invitations = new Map<string, KeptInvitation>();
  /** By id, in base64url. */
  readonly publications = new Map<string, SealedNote>();
  readonly audit: { day: number; actor: string; action: string; kind: string; times: number }[] = [];
  /** What stands at addresses of pages: opening tags of question boxes. */
  readonly pages = new Map<string, readonly string[]>();
  /** What it was asked, the newest last: methods and routes. */
  readonly asked: string[] = [];

  /** @param clock Milliseconds since 1970. */
  constructor(readonly clock: () => number) {}

  get seconds(): number {
    return Math.floor(this.clock() / 1000);
  }

  get today(): number {
    return Math.floor(this.seconds / DAY_SECONDS);
  }

  async reply(path: string, { method, content, token }: StaffRequest): Promise<Reply> {
    const named = /^\/v1\/boxes\/([^/]+)\/staff\/(.+)$/.exec(path);
    const route = `${method} ${named?.[2] ?? path}`;
    this.asked.push(route);
    try {
      const body: Json = content === undefined ? {} : record(JSON.parse(JSON.stringify(content)));
      const json = await this.#handle(route, named?.[1], body, token);
      return { status: 200, json: JSON.parse(JSON.stringify(json ?? {})), retrySeconds: 0 };
    } catch (error) {
      if (error instanceof Refused) return problemReply(error.reason);
      if (error instanceof SealingError)
        return problemReply(error.reason === 'malformed' ? 'malformed' : 'refused');
      throw error;
    }
  }

  async #handle(route: string, boxId: string | undefined, body: Json, token?: string): Promise<unknown> {
    if (boxId !== undefined && (!this.boxId || toBase64url(this.boxId) !== boxId)) refuse('no-such-box');
    const open = this.#open[route];
    if (open) {
      checkFields(body, open[0]);
      return open[1](body);
    }
    const closed = this.#signedIn[route] ?? this.#keepers[route];
    if (!closed) refuse('not-found');
    const who = this.#who(token);
    checkFields(body, closed[0]);
    if (route in this.#keepers && who.account.role !== 'keeper') refuse('not-allowed');
    return closed[1](body, who);
  }

  #who(token = ''): Asking {
    const session = this.sessions.get(token);
    const account = session && this.accounts.get(session.memberId);
    const now = this.seconds;
    const over = session && (now - session.used > IDLE_SECONDS || now - session.began > ABSOLUTE_SECONDS);
    if (!session || !account || over) {
      this.sessions.delete(token);
      return refuse('signed-out');
    }
    session.used = now;
    return { account, token };
  }

  #note({ account }: Asking | { account: { id: string } }, action: string, kind: string): void {
    const day = this.today;
    const same = this.audit.find(
      (row) => row.day === day && row.actor === account.id && row.action === action && row.kind === kind,
    );
    if (same) same.times += 1;
    else this.audit.push({ day, actor: account.id, action, kind, times: 1 });
  }

  // Documents

  async chain(more: readonly SignedDocument[] = []): Promise<VerifiedChain> {
    const newest = this.rosters.at(-1) ?? more.at(-1) ?? refuse('refused');
    const pins = [await pinOf(fromBase64url(newest.idPk, 'idPk', 65))];
    return verifyRosters([...this.rosters, ...more], { pins, boxId: this.#boxId });
  }

  get #boxId(): Bytes {
    return this.boxId ?? refuse('no-such-box');
  }

  async manifest(): Promise<Verified<Manifest> | undefined> {
    const newest = this.manifests.at(-1);
    if (!newest) return undefined;
    const pins = [await pinOf(fromBase64url(newest.idPk, 'idPk', 65))];
    return verifyManifest(newest, { pins, boxId: this.#boxId });
  }

  async #keepKeys(keys: readonly SealedKey[], { members, recoveryPk }: Roster): Promise<void> {
    const ids = await Promise.all([recoveryPk, ...members.map(({ pk }) => pk)].map(keyIdOf));
    if (keys.some(({ to }) => !ids.some((id) => sameBytes(id, to)))) refuse('refused');
    const nameOf = ({ kind, keyId, to }: SealedKey) => `${kind} ${toBase64url(keyId)} ${toBase64url(to)}`;
    const known = new Set(this.keys.map(nameOf));
    this.keys.push(...keys.filter((key) => !known.has(nameOf(key))));
  }

  async #sealedTo(pk: Bytes): Promise<readonly object[]> {
    const id = await keyIdOf(pk);
    return this.keys.filter(({ to }) => sameBytes(to, id)).map(sealedKeyToWire);
  }

  #keepAccount(wire: unknown, { members }: Roster): KeptAccount {
    const { id, salt, iterations, authHash, wrapped } = record(wire);
    const member = members.find((one) => one.id === id) ?? refuse('refused');
    if (typeof iterations !== 'number') refuse('malformed');
    const { iv, ct } = record(wrapped);
    const account = {
      id: member.id,
      name: foldName(member.name),
      role: member.role,
      salt: text(salt),
      iterations,
      authHash: text(authHash),
      wrapped: { iv: text(iv), ct: text(ct) },
    };
    this.accounts.set(account.id, account);
    return account;
  }

  async #keepSheet(wire: unknown, roster: Roster): Promise<void> {
    const { authHash, test, answerHash } = record(wire);
    const { question } = await sheetTestFromWire(test);
    if (!sameBytes(question.boxId, roster.boxId)) refuse('refused');
    this.sheet = { authHash: text(authHash), test, answerHash: text(answerHash), provenDay: undefined };
  }

  /** Accounts follow the roster: names and roles change, and who is off it is out. */
  #followRoster({ members }: Roster): void {
    for (const account of [...this.accounts.values()]) {
      const member = members.find(({ id }) => id === account.id);
      if (member) {
        account.name = foldName(member.name);
        account.role = member.role;
        continue;
      }
      this.accounts.delete(account.id);
      this.#endSessions(account.id);
      for (const kept of this.questions.values()) if (kept.claimBy === account.id) this.#letGo(kept);
      for (const [name, { by }] of this.invitations) if (by === account.id) this.invitations.delete(name);
    }
  }

  #endSessions(memberId: string, butToken = ''): void {
    for (const [token, session] of this.sessions)
      if (session.memberId === memberId && token !== butToken) this.sessions.delete(token);
  }

  /** Ends every session, as a server does after eight hours. */
  endSessions(): void {
    this.sessions.clear();
  }

  // Routes that anybody may ask

  readonly #open: Readonly<Record<string, readonly [takes: string, handle: Open]>> = {
    'POST /v1/boxes': ['claim boxId roster member keys sheet', (body) => this.#makeBox(body)],
    'POST salts': [
      'name',
      ({ name }) => {
        const typed = foldName(text(name));
        const account = [...this.accounts.values()].find((one) => one.name === typed);
        return account
          ? { id: account.id, salt: account.salt, iterations: account.iterations }
          : { id: '0123456789abcdef', salt: toBase64url(new Uint8Array(16)), iterations: ITERATIONS };
      },
    ],
    'POST sessions': [
      'id kAuth',
      async ({ id, kAuth }) => {
        const account = this.accounts.get(text(id));
        if (!account || (await hash32(kAuth)) !== account.authHash) return refuse('sign-in-refused');
        const token = toBase64url(randomBytes(32));
        this.sessions.set(token, { memberId: account.id, began: this.seconds, used: this.seconds });
        this.#note({ account }, 'opened', 'session');
        return {
          token,
          idleSeconds: IDLE_SECONDS,
          absoluteSeconds: ABSOLUTE_SECONDS,
          wrapped: account.wrapped,
        };
      },
    ],
    'POST recovery/open': [
      'auth',
      async ({ auth }) => {
        const sheet = await this.#sheetFor(auth);
        const { roster } = await this.chain();
        this.#note({ account: { id: '' } }, 'opened', 'sheet');
        return {
          rosters: this.rosters,
          manifests: this.manifests,
          keys: await this.#sealedTo(roster.recoveryPk),
          test: sheet.test,
        };
      },
    ],
    'POST recovery/prove': [
      'auth answer',
      async ({ auth, answer }) => {
        const sheet = await this.#sheetFor(auth);
        if ((await hash32(answer)) !== sheet.answerHash) refuse('refused');
        sheet.provenDay = this.today;
        this.#note({ account: { id: '' } }, 'proved', 'sheet');
      },
    ],
    'POST recovery/account': [
      'auth roster member keys manifest?',
      async ({ auth, roster, member, keys, manifest }) => {
        await this.#sheetFor(auth);
        const next = await this.#nextRoster(documentOf(roster));
        const account = this.#keepAccount(member, next);
        if (manifest !== undefined) await this.#putManifest({ manifest, keys: [] }, { account, token: '' });
        this.#followRoster(next);
        await this.#keepKeys(keysOf(keys), next);
        this.rosters.push(documentOf(roster));
        this.#endSessions(account.id);
        this.#note({ account }, 'recovered', 'account');
      },
    ],
    'POST enrolment': [
      'claim',
      async ({ claim }) => {
        const { name, role, by, enrolment } = this.#invitationFor(await claimHashOf(claim));
        return enrolment ? refuse('claim-refused') : { name, role, by, rosters: this.rosters };
      },
    ],
    'POST enrolments': [
      'claim pk verifyPk mac member',
      async ({ claim, pk, verifyPk, mac, member }) => {
        const invitation = this.#invitationFor(await claimHashOf(claim));
        const wire = record(member);
        const id = text(wire['id']);
        if (invitation.enrolment) refuse('claim-refused');
        if (this.accounts.has(id)) refuse('refused');
        invitation.enrolment = { id, pk: text(pk), verifyPk: text(verifyPk), mac: text(mac), member: wire };
        invitation.until = this.seconds + INVITATION_HOURS * 3600;
      },
    ],
  };

  async #makeBox({ claim, boxId, roster, member, keys, sheet }: Json): Promise<unknown> {
    const claimHash = await claimHashOf(claim);
    if (this.firstClaim === undefined || claimHash !== this.firstClaim) refuse('claim-refused');
    const document = documentOf(roster);
    const id = readBoxId(boxId);
    const pins = [await pinOf(fromBase64url(document.idPk, 'idPk', 65))];
    const first = await verifyRosters([document], { pins, boxId: id });
    if (first.version !== 1) refuse('refused');
    this.boxId = id;
    this.firstClaim = undefined;
    this.rosters = [document];
    const account = this.#keepAccount(member, first.roster);
    await this.#keepKeys(keysOf(keys), first.roster);
    await this.#keepSheet(sheet, first.roster);
    this.#note({ account }, 'made', 'box');
    return { boxId };
  }

  async #sheetFor(auth: unknown): Promise<KeptSheet> {
    const { sheet } = this;
    return sheet && (await hash32(auth)) === sheet.authHash ? sheet : refuse('sign-in-refused');
  }

  #invitationFor(claimHash: string): KeptInvitation {
    const invitation = this.invitations.get(claimHash);
    return invitation && invitation.until > this.seconds ? invitation : refuse('claim-refused');
  }

  async #nextRoster(document: SignedDocument): Promise<Verified<Roster>> {
    const held = await this.chain();
    const { version } = record(
      JSON.parse(new TextDecoder().decode(fromBase64url(document.payload, 'payload'))),
    );
    if (typeof version === 'number' && version <= held.version) refuse('version-taken');
    return (await this.chain([document])).roster;
  }

  // Routes for whoever is signed in

  #question(locator: unknown): KeptQuestion {
    return this.questions.get(text(locator)) ?? refuse('no-such-question');
  }

  /** Whose claim on a question stands. */
  #holder({ claimBy, claimUntil }: KeptQuestion): string | undefined {
    return claimUntil > this.seconds ? claimBy : undefined;
  }

  #isElsewhere(kept: KeptQuestion, { account }: Asking): boolean {
    const holder = this.#holder(kept);
    return holder !== undefined && holder !== account.id;
  }

  #letGo(kept: KeptQuestion): void {
    kept.claimBy = undefined;
    kept.claimUntil = 0;
  }

  readonly #signedIn: Readonly<Record<string, readonly [takes: string, handle: Closed]>> = {
    'DELETE session': ['', (_, { token }) => void this.sessions.delete(token)],
    'GET box': ['', (_, who) => this.#box(who)],
    'PUT account': [
      'kAuth salt iterations authHash wrapped',
      async ({ kAuth, ...fresh }, { account, token }) => {
        if ((await hash32(kAuth)) !== account.authHash) refuse('sign-in-refused');
        const { roster } = await this.chain();
        this.#keepAccount({ id: account.id, ...fresh }, roster);
        this.#endSessions(account.id, token);
      },
    ],
    'POST questions/list': ['state after? limit?', (body) => this.#list(body)],
    'POST questions/claim': [
      'locator',
      ({ locator }, who) => {
        const kept = this.#question(locator);
        if (this.#isElsewhere(kept, who)) refuse('claimed');
        kept.claimBy = who.account.id;
        kept.claimUntil = this.seconds + CLAIM_SECONDS;
        this.#note(who, 'claimed', 'question');
        return { claimUntil: kept.claimUntil };
      },
    ],
    'POST questions/release': [
      'locator',
      ({ locator }, { account }) => {
        const kept = this.questions.get(text(locator));
        if (kept?.claimBy === account.id) this.#letGo(kept);
      },
    ],
    'POST questions/draft': [
      'locator draft',
      ({ locator, draft }, who) => {
        const kept = this.#question(locator);
        if (this.#isElsewhere(kept, who)) refuse('claimed');
        if (draft === null) kept.draft = undefined;
        else {
          const bytes = fromBase64url(draft, 'draft');
          noteFromBytes('draft', bytes);
          kept.draft = bytes;
        }
      },
    ],
    'POST questions/close': [
      'locators',
      ({ locators }, who) => {
        let closed = 0;
        for (const locator of list(locators)) {
          const kept = this.questions.get(text(locator));
          if (!kept || kept.state === 'closed' || this.#isElsewhere(kept, who)) continue;
          kept.state = 'closed';
          kept.draft = undefined;
          this.#letGo(kept);
          closed += 1;
        }
        if (closed > 0) this.#note(who, 'closed', 'question');
        return { closed };
      },
    ],
    'POST answers': ['locator answer', (body, who) => this.#answer(body, who)],
    'PUT catalogue': ['catalogue published?', (body, who) => this.#publish(body, who)],
    'POST publications': [
      'id note',
      ({ id, note }, who) => {
        const name = toBase64url(fromBase64url(id, 'id', 16));
        if (!this.publications.has(name) && this.publications.size >= 500) refuse('box-full');
        this.publications.set(name, noteFromWire('publication', note));
        this.#note(who, 'made', 'publication');
      },
    ],
    'POST publications/list': [
      'after?',
      ({ after }) => {
        const ids = [...this.publications.keys()]
          .sort()
          .filter((id) => after === undefined || id > text(after));
        const page = ids.slice(0, PAGE);
        return {
          publications: page.map((id) => ({
            id,
            note: noteToWire(this.publications.get(id) ?? refuse('not-found')),
          })),
          next: ids.length > PAGE ? page.at(-1) : null,
        };
      },
    ],
    'POST publications/remove': [
      'ids',
      ({ ids }, who) => {
        const gone = list(ids).filter((id) => this.publications.delete(text(id)));
        if (gone.length > 0) this.#note(who, 'removed', 'publication');
      },
    ],
    'POST audit/list': [
      'before?',
      ({ before }) => {
        const from = typeof before === 'number' ? before : Number.POSITIVE_INFINITY;
        const rows = this.audit.filter(({ day }) => day < from).sort((one, other) => other.day - one.day);
        return { rows, next: null };
      },
    ],
  };

  async #box({ account }: Asking): Promise<unknown> {
    const { roster } = await this.chain();
    const me = roster.members.find(({ id }) => id === account.id) ?? refuse('signed-out');
    const isKeeper = account.role === 'keeper';
    const open = [...this.invitations.values()].filter(({ until }) => until > this.seconds);
    const rows = [...this.questions.values()];
    const count = (state: QuestionState) => rows.filter((row) => row.state === state).length;
    const waiting = rows.filter(({ state }) => state === 'new').map(({ day }) => day);
    return {
      manifest: this.manifests.at(-1) ?? null,
      manifests: this.manifests,
      rosters: this.rosters,
      keys: await this.#sealedTo(me.pk),
      catalogue: this.catalogue ?? null,
      counts: { new: count('new'), answered: count('answered'), closed: count('closed') },
      oldestWaitingDay: waiting.length > 0 ? Math.min(...waiting) : null,
      today: this.today,
      backupDay: this.backupDay ?? null,
      sheet: { provenDay: this.sheet?.provenDay ?? null },
      invitations: isKeeper
        ? open.map(({ enrolment, ...invitation }) => {
            const { member: _, ...sent } = enrolment ?? {};
            return { ...invitation, enrolment: enrolment ? sent : null };
          })
        : [],
      rules: this.rules ? noteToWire(this.rules) : null,
      origins: { box: this.origins, server: this.serverOrigins },
      publications: this.publications.size,
      server: { version: '0.0.0', backupDays: 30, proofPrefix: '' },
      me: { id: account.id, role: account.role },
    };
  }

  #list({ state, after, limit = PAGE }: Json): unknown {
    const place = after === undefined ? undefined : record(after);
    const isLater = (day: number, locator: string): boolean =>
      !place ||
      day > Number(place['day']) ||
      (day === Number(place['day']) && locator > text(place['locator']));
    const found = [...this.questions]
      .filter(([locator, kept]) => kept.state === state && isLater(kept.day, locator))
      .sort(([one, { day }], [other, { day: otherDay }]) => day - otherDay || (one < other ? -1 : 1));
    const page = found.slice(0, Number(limit));
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      questions: page.map(([, kept]) => {
        const claimBy = this.#holder(kept);
        return {
          question: questionToWire(kept.question),
          day: kept.day,
          state: kept.state,
          expiresDay: kept.expiresDay,
          claimBy: claimBy ?? null,
          claimUntil: claimBy === undefined ? null : kept.claimUntil,
          draft: kept.draft ? toBase64url(kept.draft) : null,
          answers: kept.answers.map(answerToWire),
        };
      }),
      next: last ? { day: last[1].day, locator: last[0] } : null,
    };
  }

  async #answer({ locator, answer: wire }: Json, who: Asking): Promise<void> {
    const kept = this.#question(locator);
    const answer = answerFromWire(wire);
    const same = kept.answers.find(({ seq }) => seq === answer.seq);
    if (same && (!sameBytes(same.iv, answer.iv) || !sameBytes(same.ct, answer.ct))) refuse('seq-taken');
    if (same) return;
    if (this.#isElsewhere(kept, who)) refuse('claimed');
    if (answer.seq !== kept.answers.length + 1) refuse('gap');
    const manifest = (await this.manifest()) ?? refuse('refused');
    kept.answers.push(answer);
    kept.state = 'answered';
    kept.expiresDay = Math.max(kept.expiresDay, this.today + manifest.retentionDays);
    this.#note(who, 'answered', 'question');
  }

  async #publish({ catalogue, published = [] }: Json, who: Asking): Promise<void> {
    const manifest = (await this.manifest()) ?? refuse('refused');
    const document = documentOf(catalogue);
    const next = await verifyCatalogue(document, manifest);
    const before = this.catalogue && (await verifyCatalogue(this.catalogue, manifest));
    const isRepeat = this.catalogue?.payload === document.payload;
    if (before && next.number <= before.number && !isRepeat) refuse('older');
    this.catalogue = document;
    for (const id of list(published)) this.publications.delete(text(id));
    this.#note(who, 'signed', 'catalogue');
  }

  // Routes for keepers

  readonly #keepers: Readonly<Record<string, readonly [takes: string, handle: Closed]>> = {
    'PUT manifest': ['manifest keys catalogue?', (body, who) => this.#putManifest(body, who)],
    'PUT roster': ['roster keys accept? sheet?', (body, who) => this.#putRoster(body, who)],
    'PUT rules': [
      'note',
      ({ note }, who) => {
        this.rules = noteFromWire('rules', note);
        this.#note(who, 'changed', 'rules');
      },
    ],
    'PUT origins': [
      'origins',
      ({ origins }, who) => {
        const wanted = list(origins).map(text);
        const isOrigin = (origin: string) =>
          URL.canParse(origin) &&
          new URL(origin).origin === origin &&
          /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|$))/.test(origin);
        if (wanted.length > 20 || !wanted.every(isOrigin)) refuse('malformed');
        this.origins = wanted;
        this.#note(who, 'changed', 'origins');
      },
    ],
    'POST page-check': [
      'url',
      ({ url }) => {
        const address = text(url);
        if (!URL.canParse(address)) refuse('malformed');
        if (![...this.origins, ...this.serverOrigins].includes(new URL(address).origin))
          refuse('foreign-page');
        return { status: 200, tags: this.pages.get(address) ?? refuse('page-away') };
      },
    ],
    'POST invitations': [
      'claimHash name role',
      ({ claimHash, name, role }, who) => {
        const open = [...this.invitations.values()].filter(({ until }) => until > this.seconds);
        const wanted = foldName(text(name));
        if ([...this.accounts.values(), ...open].some((one) => foldName(one.name) === wanted))
          refuse('name-taken');
        if (open.length >= MOST_INVITATIONS) refuse('box-full');
        const until = this.seconds + INVITATION_HOURS * 3600;
        const hash = toBase64url(fromBase64url(claimHash, 'claimHash', 32));
        const invitation = { claimHash: hash, name: text(name), role: roleOf(role), by: who.account.id };
        this.invitations.set(hash, { ...invitation, until, enrolment: undefined });
        this.#note(who, 'made', 'invitation');
        return { until };
      },
    ],
    'POST invitations/withdraw': [
      'claimHash',
      ({ claimHash }, who) => {
        if (this.invitations.delete(text(claimHash))) this.#note(who, 'removed', 'invitation');
      },
    ],
  };

  async #putManifest({ manifest, keys, catalogue }: Json, who: Asking): Promise<void> {
    if (this.sheet?.provenDay === undefined && this.manifests.length === 0) refuse('sheet-not-proven');
    const { roster, idPk, successor } = await this.chain();
    const document = documentOf(manifest);
    const pins = await Promise.all([idPk, successor].map(pinOf));
    const next = await verifyManifest(document, { pins, boxId: this.#boxId });
    const before = await this.manifest();
    if (before && next.epoch < before.epoch) refuse('older');
    const isSame = before?.epoch === next.epoch;
    if (isSame && !sameBytes(before.pk, next.pk)) refuse('older');
    if (catalogue !== undefined) {
      const published = documentOf(catalogue);
      const { number } = await verifyCatalogue(published, next);
      const standing = this.catalogue && before && (await verifyCatalogue(this.catalogue, before));
      if (standing && number <= standing.number) refuse('older');
      this.catalogue = published;
    }
    await this.#keepKeys(keysOf(keys), roster);
    this.manifests = [...(isSame ? this.manifests.slice(0, -1) : this.manifests), document];
    this.#note(who, 'signed', 'manifest');
  }

  async #putRoster({ roster, keys, accept, sheet }: Json, who: Asking): Promise<void> {
    const held = await this.chain();
    const document = documentOf(roster);
    const next = await this.#nextRoster(document);
    if (sheet !== undefined && sameBytes(next.recoveryPk, held.roster.recoveryPk)) refuse('refused');
    await this.#keepKeys(keysOf(keys), next);
    if (accept !== undefined) this.#accept(text(accept), next);
    if (sheet !== undefined) await this.#keepSheet(sheet, next);
    this.rosters.push(document);
    this.#followRoster(next);
    this.#note(who, 'signed', 'roster');
  }

  /** The account of somebody who is on the roster just as they were invited and enrolled. */
  #accept(claimHash: string, roster: Roster): void {
    const { name, role, enrolment } = this.#invitationFor(claimHash);
    const member = roster.members.find(({ id }) => id === enrolment?.id);
    const fits =
      enrolment &&
      member &&
      foldName(member.name) === foldName(name) &&
      member.role === role &&
      toBase64url(member.pk) === enrolment.pk &&
      toBase64url(member.verifyPk) === enrolment.verifyPk;
    if (!fits) throw new Refused('refused');
    this.#keepAccount(enrolment.member, roster);
    this.invitations.delete(claimHash);
  }
}
