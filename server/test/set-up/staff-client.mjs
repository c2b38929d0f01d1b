/**
 * A facilitator's desk without a screen: it makes a box, signs in, opens, answers, publishes and rotates as the protocol says, with the very
 * code of the real desk. Only for tests.
 */
import { clientOf, expectStatus } from './http-client.mjs';
import { FIRST_LINK } from './process.mjs';
import { sealing } from './sealing.mjs';

const { fromBase64url, toBase64url } = sealing;

export const today = () => Math.floor(Date.now() / 86_400_000);

/** The secret of the last first link that a server printed. */
export function claimSecretIn(printed) {
  const secret = [...printed.matchAll(FIRST_LINK)].at(-1)?.[1];
  if (!secret) throw new Error(`No first link in:\n${printed}`);
  return sealing.readInvitation(secret);
}

export const claimFrom = (secret) => sealing.claimOf(secret);

/** A member with keys, a passphrase and what the server is told of it. */
export async function makeMember(boxId, { id, name, role }) {
  const passphrase = sealing.makePassphrase();
  const salt = sealing.randomBytes(16);
  const iterations = 600_000;
  const at = { boxId, facilitatorId: id };
  const keys = {
    opening: await sealing.makeKeyPair('ECDH'),
    signing: await sealing.makeKeyPair('ECDSA'),
  };
  const { kAuth, kWrap } = await sealing.deriveStaffSecrets(passphrase, { salt, iterations, ...at });
  const wrapped = await sealing.wrapStaffKeys(keys, kWrap, at);
  return {
    id,
    passphrase,
    keys,
    inRoster: { id, name, role, pk: keys.opening.pk, verifyPk: keys.signing.pk },
    account: {
      id,
      salt: toBase64url(salt),
      iterations,
      authHash: toBase64url(await sealing.hashAuth(kAuth)),
      wrapped: { iv: toBase64url(wrapped.iv), ct: toBase64url(wrapped.ct) },
    },
  };
}

const toWire = (keys) => keys.map(sealing.sealedKeyToWire);

/** A recovery sheet: its code, what it opens, and `wire` as the server is told of it. */
export async function makeSheet(boxId) {
  const code = sealing.makeSheetCode();
  const { pair, auth } = await sealing.openSheet(code, boxId);
  const { test, answerHash } = await sealing.makeSheetTest(pair.pk, boxId);
  return {
    code,
    pair,
    auth: toBase64url(auth),
    wire: {
      authHash: toBase64url(await sealing.hashAuth(auth)),
      test: sealing.sheetTestToWire(test),
      answerHash: toBase64url(answerHash),
    },
  };
}

/** Everything about a new box before the server knows of it; `body` is what makes it, without the claim. */
export async function planBox({ name = 'Ada', id = 'ada', boxId = sealing.randomBytes(16) } = {}) {
  const identity = await sealing.makeKeyPair('ECDSA');
  const pin = await sealing.pinOf(identity.pk);
  const member = await makeMember(boxId, { id, name, role: 'keeper' });
  const sheet = await makeSheet(boxId);
  const document = await sealing.signDocument(
    'kith-box/1/roster',
    { boxId, version: 1, previousHash: null, members: [member.inRoster], recoveryPk: sheet.pair.pk },
    identity,
  );
  const { roster } = await sealing.verifyRoster(document, { pins: [pin], boxId });
  const keys = await sealing.sealKey('identity', identity, roster);
  return {
    boxId,
    pin,
    identity,
    sheet,
    member,
    name,
    body: {
      boxId: toBase64url(boxId),
      roster: document,
      member: member.account,
      keys: toWire(keys),
      sheet: sheet.wire,
    },
  };
}

/** A manifest with new keys, signed, and the keys sealed for everybody on the roster. */
export async function makeManifest({ boxId, identity, roster, epoch, ...more }) {
  const [epochPair, publishing] = await Promise.all([
    sealing.makeKeyPair('ECDH'),
    sealing.makeKeyPair('ECDSA'),
  ]);
  const content = {
    v: 1,
    boxId,
    epoch,
    suite: 1,
    pk: epochPair.pk,
    notBefore: today() - 1,
    notAfter: today() + 90,
    spk: publishing.pk,
    hours: {
      timeZone: 'Europe/London',
      times: [{ start: '2026-01-05T18:00', rule: 'FREQ=WEEKLY;BYDAY=MO,TH', minutes: 60 }],
    },
    topics: ['First days', 'Family', 'Work'],
    language: 'en',
    retentionDays: 60,
    ...more,
  };
  const manifest = await sealing.signDocument('kith-box/1/manifest', content, identity);
  const keys = [
    ...(await sealing.sealKey('epoch', epochPair, roster)),
    ...(await sealing.sealKey('publishing', publishing, roster)),
  ];
  return { manifest, keys: toWire(keys), epochPair, publishing };
}

/**
 * Makes a box with one keeper and opens it: signed in, with its first manifest.
 *
 * @param {{ base: string, fetch?: typeof fetch, headers?: Record<string, string>, link: string, name?: string, manifest?: object }} options
 *   `link` is the first link or anything printed that has it; `manifest` fields in place of the usual ones.
 */
export async function makeBox({ base, fetch, headers, link, manifest, ...more }) {
  const ask = clientOf(base, { ...(fetch ? { fetch } : {}), ...(headers ? { headers } : {}) });
  const plan = await planBox(more);
  const claim = toBase64url(await claimFrom(claimSecretIn(link)));
  await expectStatus(ask('POST', '/v1/boxes', { claim, ...plan.body }), 201);
  const desk = deskOf(ask, plan);
  await desk.signIn();
  await desk.prove();
  await desk.rotate(manifest);
  return desk;
}

/** The desk of one member. `signIn` comes first. */
export function deskOf(ask, { boxId, pin, name, member, sheet }) {
  const id = toBase64url(boxId);
  const path = `/v1/boxes/${id}/staff`;
  let token;
  let keys;
  /** Every manifest that this desk saw: what is sealed to an older epoch is opened by its own. */
  const manifests = new Map();

  const staff = (method, route, body, headers = {}) =>
    ask(method, `${path}/${route}`, body, {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    });
  const post = (route, body, status = 200) => expectStatus(staff('POST', route, body), status);

  async function view() {
    const box = await expectStatus(staff('GET', 'box'), 200);
    const { roster, identities } = await sealing.verifyRosters(box.rosters, { pins: [pin], boxId });
    const pins = await Promise.all(identities.map(sealing.pinOf));
    let current;
    for (const document of box.manifests) {
      current = await sealing.verifyManifest(document, { pins, boxId });
      manifests.set(toBase64url(await sealing.keyIdOf(current.pk)), current);
    }
    return { ...box, roster, current };
  }

  async function openKeyOf(kind, pk, exportable = false) {
    const wanted = toBase64url(await sealing.keyIdOf(pk));
    const { keys: sealed } = await expectStatus(staff('GET', 'box'), 200);
    const found = sealed.find((key) => key.kind === kind && key.keyId === wanted);
    if (!found) throw new Error(`No ${kind} key for this member.`);
    return sealing.openKey(sealing.sealedKeyFromWire(found), keys.opening, { kind, boxId, pk, exportable });
  }

  async function identityKey() {
    const { rosters } = await expectStatus(staff('GET', 'box'), 200);
    return openKeyOf('identity', fromBase64url(rosters.at(-1).idPk, 'idPk', 65), true);
  }

  const desk = {
    boxId,
    id,
    pin,
    name,
    member,
    sheet: sheet.code,
    sheetAuth: sheet.auth,
    sheetPair: sheet.pair,
    path,
    ask,
    staff,
    get token() {
      return token;
    },

    /** By the passphrase alone, as on another computer. */
    async signIn() {
      token = undefined;
      const { id: facilitatorId, salt, iterations } = await post('salts', { name });
      const secrets = await sealing.deriveStaffSecrets(member.passphrase, {
        salt: fromBase64url(salt, 'salt', 16),
        iterations,
        boxId,
        facilitatorId,
      });
      const session = await post('sessions', { id: facilitatorId, kAuth: toBase64url(secrets.kAuth) });
      token = session.token;
      const wrapped = {
        iv: fromBase64url(session.wrapped.iv, 'iv'),
        ct: fromBase64url(session.wrapped.ct, 'ct'),
      };
      keys = await sealing.unwrapStaffKeys(wrapped, secrets.kWrap, { boxId, facilitatorId });
      return session;
    },

    async signOut() {
      await expectStatus(staff('DELETE', 'session'), 204);
      token = undefined;
    },

    view,
    identityKey,

    /** What the sheet opens, without a session. */
    recover: (auth = sheet.auth) => ask('POST', `${path}/recovery/open`, { auth }),

    /** Passes the sheet's test as with the code from paper. */
    async prove() {
      const { test } = await expectStatus(desk.recover(), 200);
      const { answer } = await sealing.solveSheetTest(await sealing.sheetTestFromWire(test), sheet.pair);
      const body = { auth: sheet.auth, answer: toBase64url(answer) };
      return expectStatus(ask('POST', `${path}/recovery/prove`, body), 200);
    },

    /** The next epoch, or the first: new keys, a new manifest. */
    async rotate(fields = {}) {
      const { roster, current } = await view();
      const before = current?.epoch ?? 0;
      const identity = await identityKey();
      const made = await makeManifest({ boxId, identity, roster, epoch: before + 1, ...fields });
      await expectStatus(staff('PUT', 'manifest', { manifest: made.manifest, keys: made.keys }), 200);
      await view();
      return made;
    },

    /** The next roster, signed, not yet sent: `{ roster, keys }` as the route takes it. */
    async nextRoster(changeMembers, { by, ...fields } = {}) {
      const identity = by ?? (await identityKey());
      const { roster, rosters } = await view();
      const { hash } = await sealing.verifyRosters(rosters, { pins: [pin], boxId });
      const document = await sealing.signDocument(
        'kith-box/1/roster',
        {
          ...roster,
          version: roster.version + 1,
          previousHash: hash,
          members: changeMembers(roster.members),
          ...fields,
        },
        identity,
      );
      const pins = [await sealing.pinOf(identity.pk)];
      const next = await sealing.verifyRoster(document, { pins, boxId });
      const sealed = await sealing.sealKey('identity', identity, next.roster);
      return { roster: document, keys: toWire(sealed) };
    },

    /** Invites somebody: the secret of the link. */
    async invite(name, role = 'facilitator') {
      const secret = sealing.makeInvitation();
      const hash = await sealing.hashClaim(await sealing.claimOf(secret));
      await post('invitations', { claimHash: toBase64url(hash), name, role });
      return { secret, claimHash: toBase64url(hash) };
    },

    /** What somebody with that link sends. */
    async enrolment({ secret }, newcomer) {
      const { pk, verifyPk } = newcomer.inRoster;
      const { mac } = await sealing.enrol(secret, boxId, { pk, verifyPk });
      return {
        claim: toBase64url(await sealing.claimOf(secret)),
        pk: toBase64url(pk),
        verifyPk: toBase64url(verifyPk),
        mac: toBase64url(mac),
        member: newcomer.account,
      };
    },

    /** Invitation, enrolment, roster, and the keys that are in use: the desk of the new member, signed in. */
    async letIn({ id, name, role = 'facilitator' }) {
      const newcomer = await makeMember(boxId, { id, name, role });
      const invitation = await desk.invite(name, role);
      await expectStatus(ask('POST', `${path}/enrolments`, await desk.enrolment(invitation, newcomer)), 200);
      const next = await desk.nextRoster((members) => [...members, newcomer.inRoster]);
      await expectStatus(staff('PUT', 'roster', { ...next, accept: invitation.claimHash }), 200);
      const { roster, manifest, current } = await view();
      const { pk, spk } = current;
      const inUse = [
        ...(await sealing.sealKey('epoch', await openKeyOf('epoch', pk, true), roster)),
        ...(await sealing.sealKey('publishing', await openKeyOf('publishing', spk, true), roster)),
      ];
      await expectStatus(staff('PUT', 'manifest', { manifest, keys: toWire(inUse) }), 200);
      const theirs = deskOf(ask, { boxId, pin, name, member: newcomer, sheet });
      await theirs.signIn();
      return theirs;
    },

    async changeRoster(changeMembers) {
      return expectStatus(staff('PUT', 'roster', await desk.nextRoster(changeMembers)), 200);
    },

    /** One page. */
    list: (state = 'new', more = {}) => post('questions/list', { state, ...more }),

    /** Every question of a state, page by page. */
    async all(state = 'new', limit = 100) {
      const rows = [];
      let after;
      do {
        const page = await desk.list(state, { limit, ...(after ? { after } : {}) });
        rows.push(...page.questions);
        after = page.next ?? undefined;
      } while (after);
      return rows;
    },

    /** What a row of the list says. */
    async open(row) {
      const question = sealing.questionFromWire(row.question);
      const manifest = manifests.get(row.question.keyId);
      if (!manifest) throw new Error('This desk saw no manifest of that epoch.');
      return sealing.openQuestion(question, await openKeyOf('epoch', manifest.pk));
    },

    claim: (locator) => post('questions/claim', { locator }),
    release: (locator) => post('questions/release', { locator }, 204),
    draft: (locator, draft) => post('questions/draft', { locator, draft }, 204),
    close: (locators) => post('questions/close', { locators }),

    /** Seals an answer to a row of the list; `answer` of the route's body. */
    async sealAnswer(row, text, seq = row.answers.length + 1) {
      const { kAns } = await desk.open(row);
      if (!kAns) throw new Error('The visitor wanted no answer.');
      const locator = fromBase64url(row.question.locator, 'locator', 16);
      const answer = await sealing.sealAnswer({ seq, text, day: today() }, { boxId, locator, kAns });
      return { seq, iv: toBase64url(answer.iv), ct: toBase64url(answer.ct) };
    },

    async answer(row, text, seq) {
      const answer = await desk.sealAnswer(row, text, seq);
      await post('answers', { locator: row.question.locator, answer });
      return answer;
    },

    /** A signed catalogue, not yet sent. */
    async catalogue(entries, number) {
      const { current } = await view();
      const publishing = await openKeyOf('publishing', current.spk);
      const content = { boxId, number, day: today(), entries };
      return sealing.signDocument('kith-box/1/catalogue', content, publishing);
    },

    /** Entries as `{ id, topic, lang, question, answer }`. */
    async publish(entries, number = 1) {
      const dated = entries.map((entry) => ({ day: today(), topic: '', lang: '', ...entry }));
      return expectStatus(staff('PUT', 'catalogue', { catalogue: await desk.catalogue(dated, number) }), 200);
    },
  };
  return desk;
}
