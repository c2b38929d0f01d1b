/**
 * A valid request for every operation of the OpenAPI document, and a way to each thing that the document says an operation may answer. An operation or
 * an answer that is new in the document and unknown here is never reached, and the fuzz says so.
 */
import { aBox, aLink, OWN } from '../test/http/an-app.mjs';
import { clientOf, expectStatus } from '../test/set-up/http-client.mjs';
import { sealing } from '../test/set-up/sealing.mjs';
import { bytesOf, pick } from '../test/set-up/seeded.mjs';
import { solveProof } from '../test/set-up/solve-proof.mjs';
import { today } from '../test/set-up/staff-client.mjs';
import { nonsense } from '../test/set-up/visitor-client.mjs';

const { toBase64url } = sealing;

/** Questions that the full box holds; in the other one there are never so many. */
export const BOX_LIMIT = 600;

const BOXES = '/v1/boxes/{boxId}';

/**
 * @param {{ store: object, plain: typeof fetch, random: () => number, turn: { pass(seconds: number): void },
 *   grace: { token: string, session: object } }} parts `plain` asks without being watched; `grace` is signed in as a facilitator who claims what
 *   others want.
 */
export async function requestsOf({ store, plain, random, turn, grace }) {
  const chance = bytesOf(random);
  const text = (length) => toBase64url(chance(length));
  const ask = clientOf(OWN, { fetch: plain });
  const desk = await aBox(store, plain);
  const keyOf = async (of) => {
    const { manifest } = await of.view();
    const { pk } = await sealing.verifyManifest(manifest, { pins: [of.pin], boxId: of.boxId });
    return sealing.keyIdOf(pk);
  };
  const challenges = new Map();
  const proofFor = async (of, subject) => {
    if (!challenges.has(of))
      challenges.set(of, await expectStatus(ask('GET', `/v1/boxes/${of.id}/challenge`), 200));
    return solveProof(challenges.get(of), of.boxId, subject);
  };
  const letter = async (of = desk) => {
    const made = await nonsense(of.boxId, keys.get(of), chance);
    return { ...made, locator: made.wire.locator };
  };
  const box = (of, route, method = 'POST') => ({ method, path: `/v1/boxes/${of.id}${route}` });
  const sending = async (one, of = desk) => ({
    ...box(of, '/questions'),
    body: { question: one.wire, proof: await proofFor(of, one.hash) },
  });
  const erasing = async ({ locator, secrets }, erase = secrets.erase) => {
    const subject = await sealing.proofSubjectOfErasure(
      desk.boxId,
      sealing.fromBase64url(locator, 'locator', 16),
    );
    return {
      ...box(desk, '/erasures'),
      body: { locator, erase: toBase64url(erase), proof: await proofFor(desk, subject) },
    };
  };
  const perform = async ({ method, path, body, headers }, status = 200) =>
    expectStatus(ask(method, path, body, headers), status);
  /** Somebody else may be at the same documents. */
  const attempt = ({ method, path, body, headers }) => ask(method, path, body, headers);
  /** For a stretch of time that is long over. */
  const wrongProof = (request) => ({
    ...request,
    body: { ...request.body, proof: { ...request.body.proof, slot: request.body.proof.slot - 5 } },
  });

  // ---- Questions that are in the box ----
  let alive = [];
  let erased = [];
  const waiting = async () => {
    if (alive.length < 40 || random() < 0.05) {
      const one = await letter();
      await perform(await sending(one));
      alive.push(one);
      return one;
    }
    return pick(random, alive);
  };
  const gone = async () => {
    if (erased.length < 20) {
      const one = await letter();
      await perform(await erasing(one));
      erased.push(one);
    }
    return pick(random, erased);
  };
  /** Whatever came in by mutated requests as well. */
  const empty = async () => {
    for (const state of ['new', 'answered', 'closed'])
      for (const row of await desk.all(state))
        await store.erase(
          desk.boxId,
          sealing.fromBase64url(row.question.locator, 'locator', 16),
          sealing.fromBase64url(row.question.eraseHash, 'eraseHash', 32),
        );
    alive = [];
    erased = [];
    challenges.clear();
  };

  // ---- Staff ----
  const staff = (of, route, body, method = 'POST') => ({
    ...box(of, `/staff/${route}`, method),
    headers: { authorization: `Bearer ${of.token}` },
    ...(body ? { body } : {}),
  });
  const { kAuth } = await sealing.deriveStaffSecrets(desk.member.passphrase, {
    salt: sealing.fromBase64url(desk.member.account.salt, 'salt', 16),
    iterations: desk.member.account.iterations,
    boxId: desk.boxId,
    facilitatorId: desk.member.id,
  });
  const signIn = { ...box(desk, '/staff/sessions'), body: { id: desk.member.id, kAuth: toBase64url(kAuth) } };
  const answerOf = (seq) => ({ seq, iv: text(12), ct: text(16_400) });
  const ofGrace = async () => {
    const one = await letter();
    await perform(await sending(one));
    await store.claimQuestion(grace.session, one.question.locator);
    return one;
  };

  // ---- Boxes of which nothing has to be opened: made quickly, with keys that are always the same ----
  const [identity, opening, signing, recovery, publishing, foreign] = await Promise.all(
    ['ECDSA', 'ECDH', 'ECDSA', 'ECDH', 'ECDSA', 'ECDSA'].map((use) => sealing.makeKeyPair(use)),
  );
  const epochs = await Promise.all(Array.from({ length: 8 }, () => sealing.makeKeyPair('ECDH')));
  const to = toBase64url(await sealing.keyIdOf(opening.pk));
  const member = { id: 'di', name: 'Di', role: 'keeper', pk: opening.pk, verifyPk: signing.pk };
  const rosterOf = (boxId, version, previousHash) =>
    sealing.signDocument(
      'kith-box/1/roster',
      { boxId, version, previousHash, members: [member], recoveryPk: recovery.pk },
      identity,
    );
  const sealedKey = (kind) => {
    const enc = chance(65);
    enc[0] = 4;
    return { kind, keyId: text(8), to, enc: toBase64url(enc), ct: text(113) };
  };
  /** There is one first link at a time, and a new one takes its place: who uses one is alone with it. */
  let before = Promise.resolve();
  const alone = (work) => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  };
  const newBox = async (boxId = chance(16)) => {
    const { secret } = await aLink(store);
    return {
      method: 'POST',
      path: '/v1/boxes',
      body: {
        claim: toBase64url(await sealing.claimOf(secret)),
        boxId: toBase64url(boxId),
        roster: await rosterOf(boxId, 1, null),
        member: {
          id: 'di',
          salt: text(16),
          iterations: 600_000,
          authHash: text(32),
          wrapped: { iv: text(12), ct: text(210) },
        },
        keys: [sealedKey('identity')],
      },
    };
  };
  const payloadOf = (document) => Buffer.from(document.payload, 'base64url');
  const manifestOf = async (of, epoch) => {
    const content = {
      v: 1,
      boxId: of.boxId,
      epoch,
      suite: 1,
      pk: epochs[epoch % epochs.length].pk,
      notBefore: today() - 1,
      notAfter: today() + 90,
      spk: publishing.pk,
      hours: { timeZone: 'UTC', times: [] },
      topics: ['Family'],
      language: 'en',
      retentionDays: 60,
    };
    const manifest = await sealing.signDocument('kith-box/1/manifest', content, identity);
    const body = { manifest, keys: [sealedKey('epoch'), sealedKey('publishing')] };
    return staff(of, 'manifest', body, 'PUT');
  };
  const quickBox = async () => {
    const boxId = chance(16);
    await alone(async () => perform(await newBox(boxId), 201));
    const token = chance(32);
    await store.openSession(boxId, 'di', await sealing.sha256(token));
    const of = {
      boxId,
      id: toBase64url(boxId),
      token: toBase64url(token),
      session: { boxId, memberId: 'di', role: 'keeper' },
    };
    await perform(await manifestOf(of, 1));
    return of;
  };
  const full = await quickBox();
  const keys = new Map([
    [desk, await keyOf(desk)],
    [full, await sealing.keyIdOf(epochs[1].pk)],
  ]);
  const fill = async () => perform(await sending(await letter(full), full));
  for (let at = 0; at < BOX_LIMIT; at += 20) await Promise.all(Array.from({ length: 20 }, fill));

  // ---- Documents, in a box of their own, so that the others keep their keys ----
  let papers;
  let uses = 0;
  const documents = async () => {
    // Every roster is kept: a box is not used for ever.
    uses += 1;
    if (!papers || uses % 50 === 0) papers = await quickBox();
    return papers;
  };
  const manifest = async (epoch) => {
    const of = await documents();
    const held = JSON.parse(payloadOf((await store.staffView(of.session)).manifest));
    return manifestOf(of, epoch ?? held.epoch + 1);
  };
  const roster = async () => {
    const of = await documents();
    const held = payloadOf((await store.staffView(of.session)).rosters.at(-1));
    const hash = await sealing.sha256(new Uint8Array(held));
    const document = await rosterOf(of.boxId, JSON.parse(held).version + 1, hash);
    return staff(of, 'roster', { roster: document, keys: [sealedKey('identity')] }, 'PUT');
  };
  let number = 1;
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const catalogue = async (at = nextNumber()) => {
    const of = await documents();
    const entries = [{ id: 'one', day: 20_000, topic: '', lang: '', question: 'How?', answer: 'So.' }];
    const content = { boxId: of.boxId, number: at, day: today(), entries };
    const signed = await sealing.signDocument('kith-box/1/catalogue', content, publishing);
    return staff(of, 'catalogue', { catalogue: signed }, 'PUT');
  };
  /** Signed by somebody else. */
  const forged = async (request, name) => {
    const { [name]: document, ...rest } = request.body;
    const content = JSON.parse(payloadOf(document));
    const signed = await sealing.signDocument(`kith-box/1/${name}`, content, foreign);
    const by = pick(random, [signed, { ...document, sig: signed.sig }]);
    return { ...request, body: { [name]: by, ...rest } };
  };

  /** What each operation takes. */
  const valid = {
    'GET /v1/health': async () => ({ method: 'GET', path: '/v1/health' }),
    'GET /v1/ready': async () => ({ method: 'GET', path: '/v1/ready' }),
    'GET /v1/openapi.json': async () => ({ method: 'GET', path: '/v1/openapi.json' }),
    'POST /v1/boxes': () => newBox(),
    [`GET ${BOXES}`]: async () => box(desk, '', 'GET'),
    [`GET ${BOXES}/challenge`]: async () => box(desk, '/challenge', 'GET'),
    [`POST ${BOXES}/questions`]: async () => sending(await waiting()),
    [`POST ${BOXES}/lookups`]: async () => ({
      ...box(desk, '/lookups'),
      body: { locator: (await waiting()).locator },
    }),
    [`POST ${BOXES}/erasures`]: async () => erasing(await gone()),
    [`POST ${BOXES}/staff/salts`]: async () => ({ ...box(desk, '/staff/salts'), body: { name: 'Ada' } }),
    [`POST ${BOXES}/staff/sessions`]: async () => {
      turn.pass(70);
      // What was asked for minutes ago is no longer enough where much was sent since.
      challenges.clear();
      return signIn;
    },
    [`DELETE ${BOXES}/staff/session`]: async () => {
      const token = chance(32);
      await store.openSession(desk.boxId, desk.member.id, await sealing.sha256(token));
      const headers = { authorization: `Bearer ${toBase64url(token)}` };
      return { ...staff(desk, 'session', undefined, 'DELETE'), headers };
    },
    [`GET ${BOXES}/staff/box`]: async () => staff(desk, 'box', undefined, 'GET'),
    [`POST ${BOXES}/staff/questions/list`]: async () =>
      staff(desk, 'questions/list', {
        state: pick(random, ['new', 'answered', 'closed']),
        limit: 2,
        after: { day: 20_000, locator: text(16) },
      }),
    [`POST ${BOXES}/staff/questions/claim`]: async () =>
      staff(desk, 'questions/claim', { locator: (await waiting()).locator }),
    [`POST ${BOXES}/staff/questions/release`]: async () =>
      staff(desk, 'questions/release', { locator: (await waiting()).locator }),
    [`POST ${BOXES}/staff/questions/draft`]: async () =>
      staff(desk, 'questions/draft', { locator: (await waiting()).locator, draft: text(200) }),
    [`POST ${BOXES}/staff/questions/close`]: async () =>
      staff(desk, 'questions/close', { locators: [(await waiting()).locator, text(16)] }),
    [`POST ${BOXES}/staff/answers`]: async () => {
      const one = await letter();
      await perform(await sending(one));
      return staff(desk, 'answers', { locator: one.locator, answer: answerOf(1) });
    },
    [`PUT ${BOXES}/staff/manifest`]: () => manifest(),
    [`PUT ${BOXES}/staff/roster`]: roster,
    [`PUT ${BOXES}/staff/catalogue`]: () => catalogue(),
  };

  /** What an answer takes beyond a valid request; by operation, then status and problem. */
  const particular = {
    [`GET ${BOXES}`]: {
      304: async () => {
        const { headers } = await ask('GET', `/v1/boxes/${desk.id}`);
        return { ...box(desk, '', 'GET'), headers: { 'if-none-match': headers.get('etag') } };
      },
    },
    [`POST ${BOXES}/questions`]: {
      '403 proof': async () => wrongProof(await sending(await waiting())),
      '409 other-body': async () => {
        const one = await waiting();
        const question = { ...one.question, ct: chance(8208) };
        const wire = sealing.questionToWire(question);
        return sending({ wire, hash: await sealing.bodyHash(question) });
      },
      '410 erased': async () => sending(await gone()),
      '422 epoch-expired': async () => {
        const one = await letter();
        const question = { ...one.question, keyId: chance(8) };
        return sending({ wire: sealing.questionToWire(question), hash: await sealing.bodyHash(question) });
      },
      '503 box-full': async () => sending(await letter(full), full),
    },
    [`POST ${BOXES}/erasures`]: {
      '403 proof': async () => wrongProof(await erasing(await gone())),
      '403 wrong-erase': async () => erasing(await waiting(), chance(32)),
    },
    'POST /v1/boxes': {
      '403 claim-refused': async () => {
        const request = await newBox();
        return { ...request, body: { ...request.body, claim: text(32) } };
      },
      '409 box-exists': () => newBox(desk.boxId),
      '422 refused': async () => {
        const request = await newBox();
        const { boxId } = await newBox().then(({ body }) => body);
        return { ...request, body: { ...request.body, boxId } };
      },
    },
    [`POST ${BOXES}/staff/sessions`]: {
      '401 sign-in-refused': async () => ({
        ...signIn,
        body: { id: Buffer.from(chance(8)).toString('hex'), kAuth: text(32) },
      }),
      '429 too-many': async () => {
        const request = { ...signIn, body: { id: Buffer.from(chance(8)).toString('hex'), kAuth: text(32) } };
        await perform(request, 401);
        return request;
      },
    },
    [`POST ${BOXES}/staff/questions/claim`]: {
      '404 no-such-question': async () => staff(desk, 'questions/claim', { locator: text(16) }),
      '409 claimed': async () => staff(desk, 'questions/claim', { locator: (await ofGrace()).locator }),
    },
    [`POST ${BOXES}/staff/questions/draft`]: {
      '404 no-such-question': async () => staff(desk, 'questions/draft', { locator: text(16), draft: null }),
      '409 claimed': async () =>
        staff(desk, 'questions/draft', { locator: (await ofGrace()).locator, draft: text(50) }),
    },
    [`POST ${BOXES}/staff/answers`]: {
      '404 no-such-question': async () => staff(desk, 'answers', { locator: text(16), answer: answerOf(1) }),
      '409 gap': async () => {
        const one = await letter();
        await perform(await sending(one));
        return staff(desk, 'answers', { locator: one.locator, answer: answerOf(2) });
      },
      '409 seq-taken': async () => {
        const one = await letter();
        await perform(await sending(one));
        await perform(staff(desk, 'answers', { locator: one.locator, answer: answerOf(1) }));
        return staff(desk, 'answers', { locator: one.locator, answer: answerOf(1) });
      },
    },
    [`PUT ${BOXES}/staff/manifest`]: {
      '403 not-allowed': async () => byGrace(await manifest(), desk),
      '409 older': async () => {
        await attempt(await manifest());
        return manifest(1);
      },
      '422 refused': async () => forged(await manifest(), 'manifest'),
    },
    [`PUT ${BOXES}/staff/roster`]: {
      '403 not-allowed': async () => byGrace(await roster(), desk),
      '409 version-taken': async () => {
        const request = await roster();
        await attempt(request);
        return request;
      },
      '422 refused': async () => forged(await roster(), 'roster'),
    },
    [`PUT ${BOXES}/staff/catalogue`]: {
      '409 older': async () => {
        await attempt(await catalogue());
        return catalogue(1);
      },
      '422 refused': async () => forged(await catalogue(), 'catalogue'),
    },
  };
  function byGrace(request, of) {
    return {
      ...request,
      path: request.path.replace(papers.id, of.id),
      headers: { authorization: `Bearer ${grace.token}` },
    };
  }

  /** By what any operation may answer. `away`, `narrow`: the app that is asked. */
  const general = {
    '400 malformed': async (request) => ({
      ...request,
      raw: pick(random, ['{}', '', '[', 'null', '{"a":1}']),
    }),
    '401 signed-out': async (request) => ({ ...request, headers: { authorization: `Bearer ${text(32)}` } }),
    '403 foreign-origin': async (request) => ({
      ...request,
      headers: { ...request.headers, origin: 'https://elsewhere.example' },
    }),
    '404 no-such-box': async (request) => {
      const nobody = text(16);
      const { body } = request;
      // A name is asked for in any box, so that nobody learns which there are; there a box has to be none at all.
      const asked = request.path.includes('/staff/') ? 'x' : nobody;
      return {
        ...request,
        path: request.path.replace(/^(\/v1\/boxes\/)[\w-]{22}/, `$1${asked}`),
        ...(body?.question ? { body: { ...body, question: { ...body.question, boxId: nobody } } } : {}),
      };
    },
    '413 too-large': async (request) => ({
      ...request,
      headers: { ...request.headers, 'content-length': String(9 * 1024 * 1024) },
    }),
    '415 not-json': async (request) => ({
      ...request,
      headers: { ...request.headers, 'content-type': pick(random, ['text/plain', 'application/xml', '']) },
    }),
    '429 too-many': async (request) => ({ ...request, narrow: true }),
    '503 busy': async (request) => ({ ...request, away: true }),
  };

  return {
    valid,
    empty,
    alone,
    paths: [...new Set(Object.keys(valid).map((name) => name.split(' ')[1].replace('{boxId}', desk.id)))],
    /** A request that should be answered with this, or undefined when nobody here knows how. */
    async towards(operation, answer) {
      const own = particular[operation]?.[answer];
      if (own) return own();
      const make = valid[operation];
      if (!make) return undefined;
      if (/^2\d\d$/.test(answer)) return make();
      return general[answer]?.(await make());
    },
  };
}
