/**
 * A box with its staff in the page itself, for stories and tests of the desk: real keys, real seals, and a server that can be told to fail,
 * to lie and to take its time. What the desk does with it is what it does with a Kith server.
 */
import { Problem } from '../src/backend/problem.js';
import { type Role, StaffApi, type StaffAsk } from '../src/backend/staff-api.js';
import { type Answer, openAnswer } from '../src/domain/sealing/answer.js';
import type { CatalogueEntry } from '../src/domain/sealing/catalogue.js';
import { type Bytes, fromBase64url, toBase64url } from '../src/domain/sealing/encoding.js';
import type { ReadingHours } from '../src/domain/sealing/manifest.js';
import { keyIdOf, pinOf } from '../src/domain/sealing/public-key.js';
import { sealDraft } from '../src/domain/sealing/question.js';
import type { SignedDocument, Verified } from '../src/domain/sealing/signed-document.js';
import { claimOf, enrol, hashClaim, makeInvitation } from '../src/domain/sealing/staff/invitation.js';
import { type KeyPair, makeKeyPair } from '../src/domain/sealing/staff/key-pair.js';
import { makeSheetCode, type SheetCode, showSheetCode } from '../src/domain/sealing/staff/recovery.js';
import { type Roster, verifyRoster } from '../src/domain/sealing/staff/roster.js';
import { sealAnswer } from '../src/domain/sealing/staff/seal-answer.js';
import { sealKey, sealKeyTo } from '../src/domain/sealing/staff/sealed-key.js';
import { signDocument } from '../src/domain/sealing/staff/sign-document.js';
import { noteToBytes, sealTeamNote } from '../src/domain/sealing/staff/team-note.js';
import { randomBytes, sha256 } from '../src/domain/sealing/web-crypto.js';
import { makeAccount, type NewAccount } from '../src/widgets/facilitator-desk/work/account.js';
import { EMPTY_RULES, type HouseRules } from '../src/widgets/facilitator-desk/work/house-rules.js';
import type { OpenedBox } from '../src/widgets/facilitator-desk/work/opened-box.js';
import { sheetOf } from '../src/widgets/facilitator-desk/work/sheet.js';
import { signIn } from '../src/widgets/facilitator-desk/work/signing-in.js';
import { problemReply, StaffServerAtHand } from './staff-server-at-hand.js';

export interface Person {
  readonly name: string;
  readonly role: Role;
}

export interface QuestionWish {
  readonly text: string;
  readonly topic?: string;
  readonly lang?: string;
  readonly mayPublish?: boolean;
  /** The visitor wanted no code, so nobody can read an answer. */
  readonly noCode?: boolean;
  /** For how long it has waited. */
  readonly daysAgo?: number;
  /** Answers that were given already. */
  readonly answers?: readonly string[];
  /** What somebody began to answer. */
  readonly draft?: { readonly by: string; readonly text: string };
  /** A colleague who is at it now. */
  readonly claimedBy?: string;
  readonly state?: 'new' | 'answered' | 'closed';
  /** Altered on its way: its seal does not open. */
  readonly unreadable?: boolean;
}

export interface InvitationWish extends Person {
  /** Whoever was invited has made their words: the keeper has to compare them. */
  readonly enrolled?: boolean;
}

/** What a story or test says of the box; the rest is as usual. */
export interface DeskWishes {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The first one is a keeper; as usual Ruth keeps the box and Sam answers. */
  readonly members?: readonly Person[];
  readonly questions?: readonly QuestionWish[];
  readonly published?: readonly CatalogueEntry[];
  /** Drafts that wait to be published, written by the first member. */
  readonly publications?: readonly Omit<CatalogueEntry, 'id'>[];
  readonly rules?: Partial<HouseRules>;
  readonly invitations?: readonly InvitationWish[];
  /** False for a box that was made and not opened to visitors yet. */
  readonly openedBox?: boolean;
  readonly sheetProven?: boolean;
  /** A server on which nobody has made a box: the first evening. */
  readonly unclaimed?: boolean;
  readonly hours?: ReadingHours;
  readonly topics?: readonly string[];
  /** Since when the key is in use. */
  readonly daysOfEpoch?: number;
  /** Parts of the manifest that a test wants otherwise. */
  readonly manifest?: object;
  /** Opening tags of question boxes, by the address of the page. */
  readonly pages?: Readonly<Record<string, readonly string[]>>;
  readonly origins?: readonly string[];
}

/** Ways of a server to lie. */
export type Lie = 'roster' | 'manifest' | 'catalogue' | 'keys' | 'iterations' | 'draft';

function resolvable(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

interface Failing {
  readonly reason: string;
  readonly route: string | undefined;
  readonly retrySeconds: number;
}

const TUESDAYS: ReadingHours = {
  timeZone: 'Europe/London',
  times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 120 }],
};

const STAFF: readonly Person[] = [
  { name: 'Ruth', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
];

/** Keys, passphrases and the sheet of a box. They take a second to derive, so that boxes with the same staff share them. */
interface Cast {
  readonly boxId: Bytes;
  readonly identity: KeyPair;
  readonly made: readonly NewAccount[];
  readonly code: SheetCode;
  readonly sheet: Awaited<ReturnType<typeof sheetOf>>;
  readonly roster: SignedDocument;
  readonly verified: Verified<Roster>;
  readonly pin: string;
}

async function makeCast(people: readonly Person[]): Promise<Cast> {
  const boxId = randomBytes(16);
  const identity = await makeKeyPair('ECDSA');
  const code = makeSheetCode();
  const sheet = await sheetOf(code, boxId);
  const made: NewAccount[] = [];
  for (const _ of people) made.push(await makeAccount(boxId));
  const members = people.map((person, at) => {
    const { account, keys } = at < made.length ? (made[at] as NewAccount) : neverHere();
    return { id: account.id, ...person, pk: keys.opening.pk, verifyPk: keys.signing.pk };
  });
  const roster = await signDocument(
    'kith-box/1/roster',
    { boxId, version: 1, previousHash: null, members, recoveryPk: sheet.pk },
    identity,
  );
  const pin = await pinOf(identity.pk);
  const verified = (await verifyRoster(roster, { pins: [pin], boxId })).roster;
  return { boxId, identity, made, code, sheet, roster, verified, pin };
}

function neverHere(): never {
  throw new Error('Every member has an account.');
}

const casts = new Map<string, Promise<Cast>>();

function castOf(people: readonly Person[]): Promise<Cast> {
  const name = JSON.stringify(people);
  const cast = casts.get(name) ?? makeCast(people);
  casts.set(name, cast);
  return cast;
}

/** A person of the box, with what signs in. */
export interface MemberAtHand extends Person {
  readonly id: string;
  readonly passphrase: string;
  readonly keys: NewAccount['keys'];
}

export interface InvitationAtHand extends InvitationWish {
  /** What the invited person holds. */
  readonly secret: Bytes;
  /** Base64url. */
  readonly claimHash: string;
  /** Of whoever has made their words. */
  readonly passphrase: string | undefined;
}

export class DeskAtHand {
  #failing: Failing[] = [];
  #lies = new Map<string, (json: Record<string, unknown>) => Record<string, unknown>>();
  #holds: { route: string; reached: () => void; wait: Promise<void> }[] = [];
  readonly #secrets = new Map<string, Bytes>();

  constructor(
    /** What the server keeps, to be looked at and changed. */
    readonly state: StaffServerAtHand,
    readonly members: readonly MemberAtHand[],
    /** The code of the recovery sheet, as it is kept and as it is printed. */
    readonly sheet: { readonly code: SheetCode; readonly shown: string },
    /** The identity key's id. */
    readonly pin: string,
    /** Of the first link: 16 bytes. */
    readonly claimSecret: Bytes,
    readonly keys: { readonly identity: KeyPair; readonly epoch: KeyPair; readonly publishing: KeyPair },
    readonly invitations: InvitationAtHand[] = [],
  ) {}

  /** Base64url; empty before a box is made. */
  get boxId(): string {
    return this.state.boxId ? toBase64url(this.state.boxId) : '';
  }

  /** What a desk is given as `staff`. */
  readonly ask: StaffAsk = async (path, signal, request) => {
    signal.throwIfAborted();
    const route = `${request.method} ${path.replace(/^\/v1\/boxes\/[^/]+\/staff\//, '')}`;
    const held = this.#holds.find((one) => route.endsWith(one.route));
    if (held) {
      held.reached();
      await Promise.race([
        held.wait,
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ]);
    }
    const failing = this.#failing.find((one) => one.route === undefined || route.endsWith(one.route));
    if (failing) {
      this.#failing = this.#failing.filter((one) => one !== failing);
      const { reason, retrySeconds } = failing;
      if (reason === 'offline' || reason === 'unreachable') throw new Problem(reason, 'as the test wants it');
      if (reason === 'signed-out') this.state.endSessions();
      return problemReply(reason, retrySeconds);
    }
    const reply = await this.state.reply(path, request);
    const lie = this.#lies.get(route);
    return lie && reply.status === 200
      ? { ...reply, json: lie(reply.json as Record<string, unknown>) }
      : reply;
  };

  // What goes wrong

  /**
   * The next request fails, or the next one on a route.
   * @param reason `offline`, `unreachable`, or the server's own word: `busy` (503), `signed-out` (401, every session ends), `claimed` …
   * @param route Its end, such as `answers` or `PUT manifest`.
   */
  failNext(
    reason: string,
    { route, retrySeconds = 0 }: { route?: string; retrySeconds?: number } = {},
  ): void {
    this.#failing.push({ reason, route, retrySeconds });
  }

  /** Holds what is asked on a route, until it is let go. */
  hold(route: string): { readonly reached: Promise<void>; release(): void } {
    const reached = resolvable();
    const wait = resolvable();
    const held = { route, reached: reached.resolve, wait: wait.promise };
    this.#holds.push(held);
    return {
      reached: reached.promise,
      release: () => {
        this.#holds = this.#holds.filter((one) => one !== held);
        wait.resolve();
      },
    };
  }

  /** Changes what a route answers from now on. @param route In full, such as `GET box` or `POST questions/list`. */
  twist(route: string, change: (json: Record<string, unknown>) => Record<string, unknown>): void {
    this.#lies.set(route, change);
  }

  /** The server is honest again. */
  untwist(): void {
    this.#lies.clear();
  }

  /** Lets the server lie, with keys of its own: it has none of the box's. */
  async lie(about: Lie): Promise<void> {
    const { state } = this;
    const foreign = await makeKeyPair('ECDSA');
    const other = await makeKeyPair('ECDH');
    const read = (document: SignedDocument): Record<string, unknown> =>
      JSON.parse(new TextDecoder().decode(fromBase64url(document.payload, 'payload')));
    if (about === 'roster') {
      const { roster } = await state.chain();
      const intruder = {
        id: 'intruder',
        name: 'Ada',
        role: 'keeper',
        pk: other.pk,
        verifyPk: foreign.pk,
      };
      const before = state.rosters.at(-1) ?? neverHere();
      const forged = await signDocument(
        'kith-box/1/roster',
        {
          ...roster,
          version: roster.version + 1,
          previousHash: await sha256(fromBase64url(before.payload, 'payload')),
          members: [...roster.members, intruder],
        },
        foreign,
      );
      this.twist('GET box', (json) => ({ ...json, rosters: [...state.rosters, forged] }));
    } else if (about === 'manifest') {
      const standing = state.manifests.at(-1) ?? neverHere();
      const forged = await signDocument(
        'kith-box/1/manifest',
        { ...read(standing), pk: toBase64url(other.pk) },
        foreign,
      );
      this.twist('GET box', (json) => ({
        ...json,
        manifest: forged,
        manifests: [...state.manifests.slice(0, -1), forged],
      }));
    } else if (about === 'catalogue') {
      const entries = [
        {
          id: 'planted',
          day: state.today,
          topic: '',
          lang: '',
          question: 'Is it safe?',
          answer: 'Ring this number.',
        },
      ];
      const forged = await signDocument(
        'kith-box/1/catalogue',
        { boxId: state.boxId, number: 99, day: state.today, entries },
        foreign,
      );
      this.twist('GET box', (json) => ({ ...json, catalogue: forged }));
    } else if (about === 'keys') {
      const { roster } = await state.chain();
      const wrong = await Promise.all(
        roster.members.map(async ({ pk }) => ({
          ...(await sealKeyTo('epoch', other, roster.boxId, pk)),
          keyId: await keyIdOf(this.keys.epoch.pk),
        })),
      );
      state.keys = [...state.keys.filter(({ kind }) => kind !== 'epoch'), ...wrong];
    } else if (about === 'iterations') {
      this.twist('POST salts', (json) => ({ ...json, iterations: 1000 }));
    } else {
      for (const [locator, kept] of state.questions) {
        const writer = { id: this.members[0]?.id ?? '', signing: foreign };
        const place = { boxId: kept.question.boxId, about: fromBase64url(locator, 'locator', 16), writer };
        const epochPk = this.keys.epoch.pk;
        const note = await sealTeamNote('draft', { text: 'Ring this number.' }, { ...place, epochPk });
        kept.draft = noteToBytes(note);
      }
    }
  }

  // What happens meanwhile

  /** A visitor asks. @returns What names the question here, for `answersTo` and in `state.questions`. */
  async askQuestion(wish: QuestionWish): Promise<string> {
    const { state } = this;
    const boxId = state.boxId ?? neverHere();
    const { text, topic = '', lang = 'en', mayPublish = false, noCode = false, daysAgo = 0 } = wish;
    const locator = randomBytes(16);
    const kAns = randomBytes(32);
    const secrets = { locator, eraseHash: randomBytes(32), ...(noCode ? {} : { kAns }) };
    const sealed = await sealDraft({ text, topic, lang, mayPublish }, secrets, {
      boxId,
      pk: this.keys.epoch.pk,
    });
    if (wish.unreadable) sealed.ct[0] = (sealed.ct[0] ?? 0) ^ 1;
    const name = toBase64url(locator);
    if (!noCode) this.#secrets.set(name, kAns);
    const day = state.today - daysAgo;
    const { answers = [], draft, claimedBy } = wish;
    state.questions.set(name, {
      question: sealed,
      day,
      state: wish.state ?? (answers.length > 0 ? 'answered' : 'new'),
      expiresDay: day + 90,
      claimBy: claimedBy === undefined ? undefined : this.member(claimedBy).id,
      claimUntil: claimedBy === undefined ? 0 : state.seconds + 30 * 60,
      draft: draft && noteToBytes(await this.#draft(locator, draft)),
      answers: await Promise.all(
        answers.map((one, at) => sealAnswer({ seq: at + 1, text: one, day }, { boxId, locator, kAns })),
      ),
    });
    return name;
  }

  #draft(about: Bytes, { by, text }: { by: string; text: string }) {
    const { id, keys } = this.member(by);
    return sealTeamNote(
      'draft',
      { text },
      {
        boxId: this.state.boxId ?? neverHere(),
        about,
        writer: { id, signing: keys.signing },
        epochPk: this.keys.epoch.pk,
      },
    );
  }

  /** A visitor takes a question back. */
  takeBack(code: string): void {
    this.state.questions.delete(code);
  }

  /** A colleague takes a question on. */
  claimFor(name: string, code: string): void {
    const kept = this.state.questions.get(code) ?? neverHere();
    kept.claimBy = this.member(name).id;
    kept.claimUntil = this.state.seconds + 30 * 60;
  }

  /** What the visitor reads with the code: everything that was answered, opened. */
  async answersTo(code: string): Promise<readonly Answer[]> {
    const { question, answers } = this.state.questions.get(code) ?? neverHere();
    const kAns = this.#secrets.get(code) ?? neverHere();
    return Promise.all(
      answers.map((one) => openAnswer(one, { kAns, locator: question.locator }, question.boxId)),
    );
  }

  /** By name; without one the first. */
  member(name?: string): MemberAtHand {
    return this.members.find((one) => name === undefined || one.name === name) ?? neverHere();
  }

  /** Signs in beside the desk, to look at what the server holds with a member's own keys. */
  signedIn(name?: string): Promise<OpenedBox> {
    const { passphrase, name: typed } = this.member(name);
    const boxId = this.state.boxId ?? neverHere();
    const api = new StaffApi(this.ask, this.boxId);
    return signIn({ api, boxId, pins: [this.pin] }, typed, passphrase);
  }
}

export async function deskAtHand(wishes: DeskWishes): Promise<DeskAtHand> {
  const { clock, members: people = STAFF, unclaimed = false, openedBox = true } = wishes;
  const state = new StaffServerAtHand(clock);
  state.serverOrigins = wishes.origins ?? ['https://clinic.example'];
  for (const [address, tags] of Object.entries(wishes.pages ?? {})) state.pages.set(address, tags);
  const claimSecret = makeInvitation();
  state.firstClaim = toBase64url(await hashClaim(await claimOf(claimSecret)));
  const cast = await castOf(people);
  const [epoch, publishing] = await Promise.all([makeKeyPair('ECDH'), makeKeyPair('ECDSA')]);
  const { boxId, identity, made, code, verified, pin } = cast;
  const members = people.map((person, at): MemberAtHand => {
    const { account, passphrase, keys } = made[at] ?? neverHere();
    return { ...person, id: account.id, passphrase, keys };
  });
  const hand = new DeskAtHand(
    state,
    unclaimed ? [] : members,
    { code, shown: showSheetCode(code) },
    pin,
    claimSecret,
    { identity, epoch, publishing },
  );
  if (unclaimed) return hand;

  state.firstClaim = undefined;
  state.boxId = boxId;
  state.rosters = [cast.roster];
  state.keys.push(...(await sealKey('identity', identity, verified)));
  const { sheetProven = openedBox } = wishes;
  state.sheet = { ...cast.sheet.wire, provenDay: sheetProven ? state.today : undefined };
  members.forEach(({ id, name, role }, at) => {
    const { salt, iterations, authHash, wrapped } = (made[at] ?? neverHere()).account;
    state.accounts.set(id, { id, name: name.toLowerCase(), role, salt, iterations, authHash, wrapped });
  });
  if (openedBox) await openBox(hand, verified, wishes);
  for (const wish of wishes.invitations ?? []) hand.invitations.push(await inviteAtHand(hand, wish));
  return hand;
}

/** The manifest, and all that stands behind it. */
async function openBox(
  hand: DeskAtHand,
  roster: Verified<Roster>,
  {
    hours = TUESDAYS,
    topics = ['Family', 'Medicine', 'Work'],
    daysOfEpoch = 10,
    manifest: parts = {},
    published = [],
    publications = [],
    questions = [],
    rules,
  }: DeskWishes,
): Promise<void> {
  const { state, keys } = hand;
  const { boxId } = roster;
  const { today } = state;
  const notBefore = today - daysOfEpoch;
  const content = {
    v: 1,
    boxId,
    epoch: 1,
    suite: 1,
    pk: keys.epoch.pk,
    notBefore,
    notAfter: notBefore + 90,
    spk: keys.publishing.pk,
    hours,
    topics,
    language: 'en',
    retentionDays: 90,
    ...parts,
  };
  state.manifests = [await signDocument('kith-box/1/manifest', content, keys.identity)];
  state.keys.push(
    ...(await sealKey('epoch', keys.epoch, roster)),
    ...(await sealKey('publishing', keys.publishing, roster)),
  );
  state.backupDay = today - 1;
  if (published.length > 0) {
    const catalogue = { boxId, number: 1, day: today, entries: published };
    state.catalogue = await signDocument('kith-box/1/catalogue', catalogue, keys.publishing);
  }
  const keeper = hand.member();
  const writer = { id: keeper.id, signing: keeper.keys.signing };
  const epochPk = keys.epoch.pk;
  for (const entry of publications) {
    const about = randomBytes(16);
    const id = [...randomBytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const note = await sealTeamNote('publication', { id, ...entry }, { boxId, about, writer, epochPk });
    state.publications.set(toBase64url(about), note);
  }
  if (rules)
    state.rules = await sealTeamNote('rules', { ...EMPTY_RULES, ...rules }, { boxId, writer, epochPk });
  for (const question of questions) await hand.askQuestion(question);
}

async function inviteAtHand(hand: DeskAtHand, wish: InvitationWish): Promise<InvitationAtHand> {
  const { state } = hand;
  const boxId = state.boxId ?? neverHere();
  const secret = makeInvitation();
  const claimHash = toBase64url(await hashClaim(await claimOf(secret)));
  const { name, role, enrolled = false } = wish;
  const made = enrolled ? await makeAccount(boxId) : undefined;
  const keys = made && { pk: made.keys.opening.pk, verifyPk: made.keys.signing.pk };
  const sent = keys && (await enrol(secret, boxId, keys));
  state.invitations.set(claimHash, {
    claimHash,
    name,
    role,
    by: hand.member().id,
    until: state.seconds + 72 * 3600,
    enrolment:
      made && sent
        ? {
            id: made.account.id,
            pk: toBase64url(sent.pk),
            verifyPk: toBase64url(sent.verifyPk),
            mac: toBase64url(sent.mac),
            member: { ...made.account },
          }
        : undefined,
  });
  return { ...wish, secret, claimHash, passphrase: made?.passphrase };
}
