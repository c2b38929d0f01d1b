/**
 * A valid request for every operation of the OpenAPI document, and a way to each thing that the document says an operation may answer. An operation or
 * an answer that is new in the document and unknown here is never reached, and the fuzz says so.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
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
    const drafts = await store.publications(ada, 500);
    await store.removePublications(
      ada,
      drafts.map(({ id }) => id),
    );
    alive = [];
    erased = [];
    challenges.clear();
  };

  // ---- Staff ----
  const ada = { boxId: desk.boxId, memberId: desk.member.id, role: 'keeper' };
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
  const [identity, opening, signing, recovery, publishing, foreign, opening2, signing2] = await Promise.all(
    ['ECDSA', 'ECDH', 'ECDSA', 'ECDH', 'ECDSA', 'ECDSA', 'ECDH', 'ECDSA'].map((use) =>
      sealing.makeKeyPair(use),
    ),
  );
  const epochs = await Promise.all(Array.from({ length: 8 }, () => sealing.makeKeyPair('ECDH')));
  const to = toBase64url(await sealing.keyIdOf(opening.pk));
  const member = { id: 'di', name: 'Di', role: 'keeper', pk: opening.pk, verifyPk: signing.pk };
  const rosterOf = (boxId, version, previousHash, who = member) =>
    sealing.signDocument(
      'kith-box/1/roster',
      { boxId, version, previousHash, members: [who], recoveryPk: recovery.pk },
      identity,
    );
  const enc = () => {
    const bytes = chance(65);
    bytes[0] = 4;
    return toBase64url(bytes);
  };
  const sealedKey = (kind) => ({ kind, keyId: text(8), to, enc: enc(), ct: text(113) });
  const note = (size) => ({ keyId: text(8), enc: enc(), ct: text(size + 16) });
  const accountOf = async (id, kAuth = chance(32)) => ({
    id,
    salt: text(16),
    iterations: 600_000,
    authHash: toBase64url(await sealing.hashAuth(kAuth)),
    wrapped: { iv: text(12), ct: text(210) },
  });
  const someId = () => Buffer.from(chance(8)).toString('hex');
  /** There is one first link at a time, and a new one takes its place: who uses one is alone with it. */
  let before = Promise.resolve();
  const alone = (work) => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  };
  const newBox = async (boxId = chance(16), { kAuth, auth = chance(32), answer = chance(32) } = {}) => {
    const { secret } = await aLink(store);
    const { test } = await sealing.makeSheetTest(recovery.pk, boxId);
    return {
      method: 'POST',
      path: '/v1/boxes',
      body: {
        claim: toBase64url(await sealing.claimOf(secret)),
        boxId: toBase64url(boxId),
        roster: await rosterOf(boxId, 1, null),
        member: await accountOf('di', kAuth),
        keys: [sealedKey('identity')],
        sheet: {
          authHash: toBase64url(await sealing.hashAuth(auth)),
          test: sealing.sheetTestToWire(test),
          answerHash: toBase64url(await sealing.sha256(answer)),
        },
      },
    };
  };
  const payloadOf = (document) => Buffer.from(document.payload, 'base64url');
  let number = 1;
  const nextNumber = () => {
    number += 1;
    return number;
  };
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
    const catalogue = {
      boxId: of.boxId,
      // Always another one, also where somebody else publishes at the same time.
      number: nextNumber(),
      day: today(),
      entries: [],
    };
    const body = {
      manifest,
      keys: [sealedKey('epoch'), sealedKey('publishing')],
      ...(random() < 0.3
        ? { catalogue: await sealing.signDocument('kith-box/1/catalogue', catalogue, publishing) }
        : {}),
    };
    return staff(of, 'manifest', body, 'PUT');
  };
  /** Made and signed in; its sheet is not proven. */
  const closedBox = async () => {
    const boxId = chance(16);
    const [kAuth, auth, answer] = [chance(32), chance(32), chance(32)];
    const made = await alone(async () => {
      const request = await newBox(boxId, { kAuth, auth, answer });
      await perform(request, 201);
      return request.body;
    });
    const token = chance(32);
    await store.openSession(boxId, 'di', await sealing.sha256(token));
    return {
      boxId,
      id: toBase64url(boxId),
      token: toBase64url(token),
      session: { boxId, memberId: 'di', role: 'keeper' },
      kAuth: toBase64url(kAuth),
      auth: toBase64url(auth),
      answer: toBase64url(answer),
      answerHash: await sealing.sha256(answer),
      roster: made.roster,
    };
  };
  const quickBox = async () => {
    const of = await closedBox();
    await store.sheetProven(of.boxId, of.answerHash);
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

  /** Long enough for whoever had to wait. What was asked for minutes ago is then no longer enough where much was sent since. */
  const later = (seconds = 70) => {
    turn.pass(seconds);
    challenges.clear();
  };
  /** A box whose accounts may be changed and whose sheet may be guessed at. It is not used for ever: what is changed there stays so. */
  let spare;
  let spared = 0;
  const spareBox = async () => {
    spared += 1;
    if (!spare || spared % 15 === 0) spare = closedBox();
    later();
    return spare;
  };

  // ---- People ----
  const invite = async (of, session, name = someId()) => {
    const claim = chance(32);
    const claimHash = await sealing.sha256(claim);
    if (session) await store.invite(session, { claimHash, name, role: 'facilitator' });
    const body = { claimHash: toBase64url(claimHash), name, role: 'facilitator' };
    return { claim: toBase64url(claim), ...staff(of, 'invitations', body) };
  };
  /** Only so many may stand at a time. */
  const invited = async (session, name) => {
    const { invitations } = await store.staffView(ada);
    if (invitations.length > 8) for (const { claimHash } of invitations) await store.withdraw(ada, claimHash);
    return invite(desk, session, name);
  };
  const enrolment = async () => {
    const { claim } = await invited(ada);
    const [pk, verifyPk] = [enc(), enc()];
    const body = { claim, pk, verifyPk, mac: text(32), member: await accountOf(someId()) };
    return { ...box(desk, '/staff/enrolments'), body };
  };
  const account = async () => {
    const of = await spareBox();
    const { id: _, ...secrets } = await accountOf('di');
    return staff(of, 'account', { kAuth: of.kAuth, ...secrets }, 'PUT');
  };
  for (let at = 0; at < 20; at++) await invite(full, full.session);

  // ---- The recovery sheet ----
  const recovering = async (route, more) => {
    const of = await spareBox();
    const body = { auth: of.auth, ...(await more?.(of)) };
    return { ...box(of, `/staff/recovery/${route}`), body };
  };
  const opened = () => recovering('open');
  const proved = () => recovering('prove', ({ answer }) => ({ answer }));
  const recovered = () =>
    recovering('account', async ({ boxId, session }) => {
      const held = payloadOf((await store.staffView(session)).rosters.at(-1));
      const hash = await sealing.sha256(new Uint8Array(held));
      const renewed = { ...member, pk: opening2.pk, verifyPk: signing2.pk };
      return {
        roster: await rosterOf(boxId, JSON.parse(held).version + 1, hash, renewed),
        member: await accountOf('di'),
        keys: [{ ...sealedKey('epoch'), to: toBase64url(await sealing.keyIdOf(recovery.pk)) }],
      };
    });
  const withOther = (request, name) => ({ ...request, body: { ...request.body, [name]: text(32) } });
  /** Right in itself, but somebody has just guessed. */
  const afterGuess = async (request, name) => {
    await attempt(withOther(request, name));
    return request;
  };

  // ---- Publications, and pages ----
  const publication = async (of = desk) => staff(of, 'publications', { id: text(16), note: note(16_384) });
  for (let at = 0; at < 500; at++)
    await store.putPublication(full.session, {
      id: chance(16),
      note: { keyId: chance(8), enc: chance(65), ct: chance(16) },
    });
  const site = createServer((_, response) => response.end('<kith-question-box box-id="x">'));
  site.listen(0, '127.0.0.1').unref();
  await once(site, 'listening');
  const here = `http://127.0.0.1:${site.address().port}`;
  const nowhere = 'http://127.0.0.1:1';
  await store.putOrigins(full.session, [here, nowhere]);
  const pageCheck = async (url = `${here}/ask`) => {
    later(10);
    return staff(full, 'page-check', { url });
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
      later();
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
      staff(desk, 'questions/draft', { locator: (await waiting()).locator, draft: text(16_473) }),
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
    [`POST ${BOXES}/staff/audit/list`]: async () =>
      staff(desk, 'audit/list', pick(random, [{}, { before: today() + 1 }])),
    [`POST ${BOXES}/staff/invitations`]: () => invited(undefined),
    [`POST ${BOXES}/staff/invitations/withdraw`]: async () =>
      staff(desk, 'invitations/withdraw', { claimHash: text(32) }),
    [`POST ${BOXES}/staff/enrolment`]: async () => {
      const { claim } = await invited(ada);
      return { ...box(desk, '/staff/enrolment'), body: { claim } };
    },
    [`POST ${BOXES}/staff/enrolments`]: enrolment,
    [`PUT ${BOXES}/staff/account`]: account,
    [`POST ${BOXES}/staff/recovery/open`]: opened,
    [`POST ${BOXES}/staff/recovery/prove`]: proved,
    [`POST ${BOXES}/staff/recovery/account`]: recovered,
    [`POST ${BOXES}/staff/publications`]: () => publication(),
    [`POST ${BOXES}/staff/publications/list`]: async () =>
      staff(desk, 'publications/list', pick(random, [{}, { after: text(16) }])),
    [`POST ${BOXES}/staff/publications/remove`]: async () =>
      staff(desk, 'publications/remove', { ids: [text(16)] }),
    [`PUT ${BOXES}/staff/rules`]: async () => staff(desk, 'rules', { note: note(32_768) }, 'PUT'),
    [`PUT ${BOXES}/staff/origins`]: async () =>
      staff(desk, 'origins', { origins: [`https://${someId()}.example`] }, 'PUT'),
    [`POST ${BOXES}/staff/page-check`]: () => pageCheck(),
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
        staff(desk, 'questions/draft', { locator: (await ofGrace()).locator, draft: text(16_473) }),
    },
    [`POST ${BOXES}/staff/answers`]: {
      '404 no-such-question': async () => staff(desk, 'answers', { locator: text(16), answer: answerOf(1) }),
      '409 claimed': async () =>
        staff(desk, 'answers', { locator: (await ofGrace()).locator, answer: answerOf(1) }),
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
      '409 sheet-not-proven': async () => manifestOf(await closedBox(), 1),
      '409 older': async () => {
        await attempt(await manifest());
        return manifest(1);
      },
      '422 refused': async () => forged(await manifest(), 'manifest'),
    },
    [`PUT ${BOXES}/staff/roster`]: {
      '409 version-taken': async () => {
        const request = await roster();
        await attempt(request);
        return request;
      },
      '422 refused': async () => forged(await roster(), 'roster'),
    },
    [`POST ${BOXES}/staff/invitations`]: {
      '409 name-taken': () => invited(undefined, 'ADA'),
      '422 refused': async () => {
        const request = await invited(undefined);
        await perform(request);
        return { ...request, body: { ...request.body, role: 'keeper' } };
      },
      '503 box-full': () => invite(full),
    },
    [`POST ${BOXES}/staff/enrolment`]: {
      '403 claim-refused': async () => ({ ...box(desk, '/staff/enrolment'), body: { claim: text(32) } }),
    },
    [`POST ${BOXES}/staff/enrolments`]: {
      '403 claim-refused': async () => withOther(await enrolment(), 'claim'),
      '422 refused': async () => {
        const request = await enrolment();
        const { member: sent } = request.body;
        return { ...request, body: { ...request.body, member: { ...sent, id: desk.member.id } } };
      },
    },
    [`PUT ${BOXES}/staff/account`]: {
      '401 sign-in-refused': async () => withOther(await account(), 'kAuth'),
      '429 too-many': async () => afterGuess(await account(), 'kAuth'),
    },
    [`POST ${BOXES}/staff/recovery/open`]: {
      '401 sign-in-refused': async () => withOther(await opened(), 'auth'),
      '429 too-many': async () => afterGuess(await opened(), 'auth'),
    },
    [`POST ${BOXES}/staff/recovery/prove`]: {
      '401 sign-in-refused': async () => withOther(await proved(), 'auth'),
      '422 refused': async () => withOther(await proved(), 'answer'),
      '429 too-many': async () => afterGuess(await proved(), 'auth'),
    },
    [`POST ${BOXES}/staff/recovery/account`]: {
      '401 sign-in-refused': async () => withOther(await recovered(), 'auth'),
      '409 version-taken': async () => {
        const request = await recovered();
        await attempt(request);
        later();
        return request;
      },
      '422 refused': async () => forged(await recovered(), 'roster'),
      '429 too-many': async () => afterGuess(await recovered(), 'auth'),
    },
    [`POST ${BOXES}/staff/publications`]: { '503 box-full': () => publication(full) },
    [`POST ${BOXES}/staff/page-check`]: {
      '422 foreign-page': () => pageCheck('https://elsewhere.example/'),
      '422 page-away': () => pageCheck(nowhere),
    },
    [`PUT ${BOXES}/staff/catalogue`]: {
      '409 older': async () => {
        await attempt(await catalogue());
        return catalogue(1);
      },
      '422 refused': async () => forged(await catalogue(), 'catalogue'),
    },
  };
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
    '403 not-allowed': async (request) => ({
      ...request,
      path: request.path.replace(/^(\/v1\/boxes\/)[\w-]{22}/, `$1${desk.id}`),
      headers: { authorization: `Bearer ${grace.token}` },
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
