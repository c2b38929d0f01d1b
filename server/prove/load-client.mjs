/**
 * Visitors in a process of their own, which nobody kills: they send, drop acknowledgements and send again, erase and send again after that, and
 * write down what they were told. Forked by kills.mjs, which asks for what was written down at the end.
 *
 * Messages to it: `{ up: base }` and `{ down: true }` as the server comes and goes, `{ soFar: true }`, `{ finish: true }`. From it: `{ acks }`
 * after each acknowledgement, `{ report }` when asked and at the end.
 */
import http from 'node:http';
import { sealing } from '../test/set-up/sealing.mjs';
import { below, bytesOf, pick, seeded } from '../test/set-up/seeded.mjs';
import { solveProof } from '../test/set-up/solve-proof.mjs';
import { nonsense } from '../test/set-up/visitor-client.mjs';

const { boxId, keyId, seed, visitors } = JSON.parse(process.argv[2]);
const box = sealing.fromBase64url(boxId, 'boxId', 16);
const key = sealing.fromBase64url(keyId, 'keyId', 8);
const path = `/v1/boxes/${boxId}`;

let base;
let finishing = false;
let generation = 0;
const wakers = [];
let agent;
let acks = 0;

/** Everything that was ever sent. */
const letters = [];
const violations = [];
const counts = {
  sent: 0,
  acknowledged: 0,
  dropped: 0,
  repeated: 0,
  erased: 0,
  erasedFirst: 0,
  afterErasure: 0,
  refusedOther: 0,
  lost: 0,
  busy: 0,
};

function report() {
  const told = letters.map(({ locator, hash, state }) => ({
    locator,
    hash: Buffer.from(hash).toString('hex'),
    state,
  }));
  return { letters: told, violations, counts };
}

const whenUp = () => (base ? undefined : new Promise((resolve) => wakers.push(resolve)));

process.on('message', (message) => {
  if (message.up) {
    agent = new http.Agent({ keepAlive: true });
    base = message.up;
    generation += 1;
    for (const wake of wakers.splice(0)) wake();
  }
  if (message.down) base = undefined;
  if (message.soFar) process.send({ report: report() });
  if (message.finish) finishing = true;
});

/** Rejects when the server goes away before the answer. `dropAt` leaves without having read it: at once, or at its first byte. */
function ask(method, route, body, dropAt) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const request = http.request(`${base}${path}${route}`, {
      method,
      agent: dropAt ? false : agent,
      headers: text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {},
    });
    request.on('error', reject);
    request.on('response', (response) => {
      if (dropAt === 'response') {
        request.destroy();
        resolve(undefined);
        return;
      }
      const parts = [];
      response.on('error', reject);
      response.on('aborted', () => reject(new Error('aborted')));
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString('utf8')) });
        } catch (error) {
          reject(error);
        }
      });
    });
    request.end(text, () => {
      if (dropAt !== 'sent') return;
      // The bytes are with the system: the server may well get them.
      setImmediate(() => {
        request.destroy();
        resolve(undefined);
      });
    });
  });
}

let asked;
async function challenge(anew) {
  if (!asked || anew) {
    const got = await ask('GET', '/challenge');
    if (got.status !== 200) throw new Error(`challenge: ${got.status}`);
    asked = got.body;
  }
  return asked;
}

/** Asks until there is an answer that is one: as a page does that was told nothing. */
async function insist(route, bodyOf, subject, dropAt) {
  let anew = false;
  for (;;) {
    await whenUp();
    const during = generation;
    try {
      const proof = solveProof(await challenge(anew), box, subject);
      const answer = await ask('POST', route, bodyOf(proof), dropAt);
      if (!answer) return undefined;
      anew = answer.status === 403 && answer.body.type === 'urn:kith:problem:proof';
      if (answer.status === 503 || answer.status === 429) counts.busy += 1;
      if (!anew && answer.status !== 503 && answer.status !== 429) return answer;
    } catch {
      counts.lost += 1;
      if (dropAt) return undefined;
    }
    // A page would wait longer. A new server is told of.
    if (during === generation) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function acknowledged() {
  acks += 1;
  process.send({ acks });
}

const wrong = (what, letter, answer) =>
  violations.push(`${what}: ${answer.status} ${answer.body.type ?? ''} for ${letter.locator}`);

async function send(letter, dropAt) {
  counts.sent += 1;
  const answer = await insist(
    '/questions',
    (proof) => ({ question: letter.wire, proof }),
    letter.hash,
    dropAt,
  );
  if (!answer) {
    counts.dropped += 1;
    return;
  }
  if (answer.status !== 200) return wrong('a send', letter, answer);
  if (letter.expiresDay !== undefined && letter.expiresDay !== answer.body.expiresDay)
    violations.push(`a repeat expires on another day: ${letter.locator}`);
  letter.expiresDay = answer.body.expiresDay;
  letter.state = 'kept';
  counts.acknowledged += 1;
  acknowledged();
}

async function erase(letter) {
  const { locator, erase: shown } = letter.secrets;
  const subject = await sealing.proofSubjectOfErasure(box, locator);
  letter.state = 'erasing';
  const body = { locator: letter.locator, erase: sealing.toBase64url(shown) };
  const answer = await insist('/erasures', (proof) => ({ ...body, proof }), subject);
  if (answer.status !== 200) return wrong('an erasure', letter, answer);
  letter.state = 'erased';
  counts.erased += 1;
  acknowledged();
}

/** Somebody's page did not hear of the erasure. */
async function sendErased(letter) {
  counts.afterErasure += 1;
  const answer = await insist('/questions', (proof) => ({ question: letter.wire, proof }), letter.hash);
  if (answer.status !== 410) wrong('a send after its erasure', letter, answer);
}

async function sendOther(letter, random) {
  counts.refusedOther += 1;
  const ct = bytesOf(random)(8208);
  const question = { ...letter.question, ct };
  const hash = await sealing.bodyHash(question);
  const wire = { ...letter.wire, ct: sealing.toBase64url(ct) };
  const answer = await insist('/questions', (proof) => ({ question: wire, proof }), hash);
  if (answer.status !== 409) wrong('another body under a locator', letter, answer);
}

async function visitor(random) {
  /** Of this visitor alone, so that nobody else is at them meanwhile. */
  const own = [];
  while (!finishing) {
    const letter = await nonsense(box, key, bytesOf(random));
    const record = { ...letter, locator: letter.wire.locator, state: 'sending' };
    letters.push(record);
    own.push(record);
    const kind = below(random, 20);
    if (kind === 0) {
      // The erasure overtakes the question.
      counts.erasedFirst += 1;
      await erase(record);
      await sendErased(record);
      continue;
    }
    if (kind <= 5) await send(record, pick(random, ['sent', 'response']));
    await send(record);
    if (kind === 6) await sendOther(record, random);
    if (kind >= 17) {
      await erase(record);
      await sendErased(record);
    }
    const old = pick(random, own);
    if (kind >= 8 && kind <= 10 && old.state === 'kept') {
      counts.repeated += 1;
      await send(old);
    }
    if (kind === 11 && old.state === 'erased') await sendErased(old);
  }
}

const chance = seeded(seed);
await Promise.all(Array.from({ length: visitors }, () => visitor(seeded(below(chance, 2 ** 32)))));
process.send({ report: report() }, () => process.disconnect());
