/** A visitor's page without a page: it verifies the box, seals, proves work, sends, looks up, opens and erases. Only for tests. */
import { clientOf, expectStatus } from './http-client.mjs';
import { sealing } from './sealing.mjs';
import { solveProof } from './solve-proof.mjs';
import { today } from './staff-client.mjs';

const { toBase64url } = sealing;

/** What a code gives, without the second that deriving one takes: as good as a code where nobody types it in again. */
export async function quickSecrets(random = sealing.randomBytes) {
  const erase = random(32);
  return { locator: random(16), erase, eraseHash: await sealing.hashErase(erase), kAns: random(32) };
}

/** A question of the right form and of chance: the server cannot tell, and nobody can open it. */
export async function nonsense(boxId, keyId, random = sealing.randomBytes) {
  const secrets = await quickSecrets(random);
  const { locator, eraseHash } = secrets;
  const enc = random(65);
  enc[0] = 4;
  const question = { v: 1, suite: 1, boxId, keyId, locator, eraseHash, enc, ct: random(8208) };
  return letterOf(question, secrets);
}

/** A sealed question with its secrets, in the form in which it is sent again and again. */
export async function letterOf(question, secrets) {
  return {
    secrets,
    question,
    wire: sealing.questionToWire(question),
    hash: await sealing.bodyHash(question),
  };
}

/**
 * Opens a box as a page with these pins does.
 *
 * @param {{ base: string, boxId: Uint8Array, pins: readonly string[], fetch?: typeof fetch, headers?: Record<string, string> }} options
 */
export async function visit({ base, boxId, pins, fetch, headers }) {
  const ask = clientOf(base, { ...(fetch ? { fetch } : {}), ...(headers ? { headers } : {}) });
  const path = `/v1/boxes/${toBase64url(boxId)}`;
  const { manifest: document, catalogue } = await expectStatus(ask('GET', path), 200);
  const manifest = await sealing.verifyManifest(document, { pins, boxId });

  const challenge = () => expectStatus(ask('GET', `${path}/challenge`), 200);
  const prove = async (subject, asked) => solveProof(asked ?? (await challenge()), boxId, subject);

  return {
    ask,
    path,
    manifest,
    catalogue: catalogue === null ? null : await sealing.verifyCatalogue(catalogue, manifest),
    challenge,
    prove,

    /** Seals a question under a code that is new, or under secrets of the caller's. */
    async write(text, { topic = '', lang = 'en', mayPublish = true, secrets, code } = {}) {
      const typed = secrets ? undefined : (code ?? sealing.makeCode());
      const known = secrets ?? (await sealing.deriveCode(typed, boxId));
      const draft = { text, topic, lang, mayPublish };
      const question = await sealing.sealQuestion(draft, known, manifest, today());
      return { ...(await letterOf(question, known)), ...(typed ? { code: sealing.showCode(typed) } : {}) };
    },

    async send(letter, proof) {
      const shown = proof ?? (await prove(letter.hash));
      return ask('POST', `${path}/questions`, { question: letter.wire, proof: shown });
    },

    /** The answers, opened. */
    async lookUp({ locator, kAns }) {
      const { answers } = await expectStatus(
        ask('POST', `${path}/lookups`, { locator: toBase64url(locator) }),
        200,
      );
      return sealing.openAnswers(answers, { locator, kAns }, boxId);
    },

    /** What a code stands for that somebody types in again. */
    secretsOf: (typed) => sealing.deriveCode(sealing.readCode(typed), boxId),

    async erase({ locator, erase }, proof) {
      const shown = proof ?? (await prove(await sealing.proofSubjectOfErasure(boxId, locator)));
      return ask('POST', `${path}/erasures`, {
        locator: toBase64url(locator),
        erase: toBase64url(erase),
        proof: shown,
      });
    },
  };
}
