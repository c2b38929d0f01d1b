/** Sends, looks up and erases. A send is patient and always shows the same bytes, so that no question is lost and none is kept twice. */
import { bodyHash } from '../domain/sealing/body-hash.js';
import type { Bytes } from '../domain/sealing/encoding.js';
import { fromBase64url, isRecord, toBase64url } from '../domain/sealing/encoding.js';
import type { Proof, ProofChallenge } from '../domain/sealing/proof.js';
import { findProof, proofSubjectOfErasure } from '../domain/sealing/proof.js';
import { questionToWire } from '../domain/sealing/question-wire.js';
import { askServer, type Reply, statusProblem } from './http.js';
import type { Patience } from './inbox.js';
import type { Inbox, SendOptions, WaitReason } from './ports.js';
import { Problem } from './problem.js';
import { slices } from './slices.js';

/** Between two tries at most. */
const LONGEST_PAUSE = 60;
/** A server that asks for more is asked again after this long. */
const LONGEST_REST = 3600;
/** Somebody is waiting for the answer to a look-up or an erasure. */
const TRIES = 3;
const SHORT_PAUSE = 10;
/** Hashes that a proof may take on average, sixteen times what a server under a flood asks for. */
const MOST_WORK = 2 ** 20;
const DAY_MS = 86_400_000;
/** A box keeps a question for ten years at most. */
const LONGEST_KEPT = 3800;

const PROBLEM = 'urn:kith:problem:';

/** Problems by which the server says what became of a question. */
const OUTCOMES = ['other-body', 'erased', 'epoch-expired', 'box-full'] as const;

/** Resolves after the time, when aborted, and as soon as the device is online again. */
const wait: Patience['wait'] = (ms, signal) =>
  new Promise((resolve) => {
    const stop = new AbortController();
    const done = () => {
      clearTimeout(timer);
      stop.abort();
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, stop);
    globalThis.addEventListener?.('online', done, stop);
  });

const integer = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** What our server calls the matter; '' for anything else. */
function named({ status, json }: Reply): string {
  const type = status >= 400 && isRecord(json) ? json['type'] : undefined;
  return typeof type === 'string' && type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : '';
}

/** Why a reply is worth asking again; undefined when it is final. */
function passing(reply: Reply): WaitReason | undefined {
  const { status } = reply;
  if (status === 429) return 'too-many';
  const name = named(reply);
  if (name === 'box-full') return undefined;
  return status === 408 || status >= 500 || name === 'proof' ? 'busy' : undefined;
}

/** @param room Address of the box on its server. */
export function deliveryTo(room: string, patience: Partial<Patience> = {}): Omit<Inbox, 'box' | 'prepare'> {
  const { wait: pause, random } = { wait, random: Math.random, ...patience };

  const strange = (address: string): Problem =>
    new Problem('malformed', `${address} does not answer like a Kith server. Does "backend" name one?`);

  /** Asks until waiting would change nothing, or has been tried often enough. */
  async function settled(
    ask: () => Promise<Reply>,
    { signal, waiting }: SendOptions,
    tries?: number,
  ): Promise<Reply> {
    for (let tried = 1; ; tried++) {
      let why: WaitReason;
      let rest = 0;
      let problem: unknown;
      try {
        const reply = await ask();
        const reason = passing(reply);
        if (!reason) return reply;
        why = reason;
        rest = reply.retrySeconds;
        problem = statusProblem(room, reply.status);
      } catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof Problem) || !/^(?:offline|unreachable|timeout)$/.test(cause.kind)) throw cause;
        why = cause.kind === 'offline' ? 'offline' : 'unreachable';
        problem = cause;
      }
      // Half of it by chance, so that a box that comes back is not asked by everybody at once; never sooner than it asked for.
      const share = random();
      const seconds = Math.max(
        Math.min(2 ** (tried - 1), LONGEST_PAUSE) * (1 + share) * 0.5,
        Math.min(rest, LONGEST_REST) * (1 + share / 4),
      );
      if (tries && (tried >= tries || seconds > SHORT_PAUSE)) throw problem;
      waiting?.(Math.ceil(seconds), why);
      await pause(seconds * 1000, signal);
      signal.throwIfAborted();
    }
  }

  function readChallenge(json: unknown): ProofChallenge {
    const address = `${room}/challenge`;
    if (!isRecord(json)) throw strange(address);
    const { slot, challenge, prefix, cost } = json;
    const fits =
      integer(slot, 0, 0xffff_ffff) &&
      typeof prefix === 'string' &&
      /^[\da-f]{1,5}$/.test(prefix) &&
      integer(cost, 1, MOST_WORK / 16 ** prefix.length);
    if (!fits) throw strange(address);
    try {
      return { slot, challenge: fromBase64url(challenge, 'challenge', 16), prefix, cost };
    } catch {
      throw strange(address);
    }
  }

  /** Posts something that has to come with a proof. A proof is kept until the server wants a fresh one. */
  function proven(
    path: string,
    content: object,
    boxId: Bytes,
    subject: Bytes,
    { signal, proving }: SendOptions,
  ): () => Promise<Reply> {
    let proof: Proof | undefined;
    return async () => {
      for (let again = false; ; again = true) {
        if (!proof) {
          const reply = await askServer(`${room}/challenge`, signal);
          if (reply.status !== 200) return reply;
          const asked = readChallenge(reply.json);
          proving?.();
          proof = await findProof(asked, boxId, subject, signal, slices(signal));
          signal.throwIfAborted();
        }
        const reply = await askServer(`${room}/${path}`, signal, { ...content, proof });
        if (named(reply) !== 'proof') return reply;
        // Its time was over, or the box asks for more now: once more at once, then with pauses.
        proof = undefined;
        if (again) return reply;
      }
    };
  }

  /** 'refused', where our server says so; what no server of ours says is a Problem. */
  function refused(reply: Reply): 'refused' {
    if (named(reply)) return 'refused';
    throw reply.status < 300 ? strange(room) : statusProblem(room, reply.status);
  }

  return {
    async send(question, options) {
      const { signal } = options;
      try {
        signal.throwIfAborted();
        const content = { question: questionToWire(question) };
        const subject = await bodyHash(question);
        const reply = await settled(proven('questions', content, question.boxId, subject, options), options);
        const { status, json } = reply;
        const today = Math.floor(Date.now() / DAY_MS);
        if (status === 200 && isRecord(json) && integer(json['expiresDay'], today - 2, today + LONGEST_KEPT))
          return { outcome: 'kept', expiresDay: json['expiresDay'] };
        const name = named(reply);
        return { outcome: OUTCOMES.find((one) => one === name) ?? refused(reply) };
      } catch (error) {
        if (signal.aborted) return { outcome: 'stopped' };
        throw error;
      }
    },

    async answers(locator, _boxId, signal) {
      const content = { locator: toBase64url(locator) };
      const reply = await settled(() => askServer(`${room}/lookups`, signal, content), { signal }, TRIES);
      const { status, json } = reply;
      if (status !== 200) throw statusProblem(room, status);
      if (!isRecord(json) || !Array.isArray(json['answers'])) throw strange(room);
      return json['answers'];
    },

    async erase({ locator, erase }, boxId, signal) {
      const content = { locator: toBase64url(locator), erase: toBase64url(erase) };
      const subject = await proofSubjectOfErasure(boxId, locator);
      const options = { signal };
      const reply = await settled(proven('erasures', content, boxId, subject, options), options, TRIES);
      const { status, json } = reply;
      if (status === 200 && isRecord(json) && integer(json['backupDays'], 0, LONGEST_KEPT))
        return { outcome: 'erased', backupDays: json['backupDays'] };
      return { outcome: named(reply) === 'wrong-erase' ? 'wrong-erase' : refused(reply) };
    },
  };
}
