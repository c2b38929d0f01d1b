/**
 * The proof of work that a sender shows: a flood costs its author time, and nobody is asked who they are. It is bound to the very bytes that
 * are sent, so showing it twice for the same bytes does no harm.
 */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import type { Bytes } from './encoding.js';
import { lengthPrefixed } from './encoding.js';
import { hashLocator } from './erase.js';
import { U32 } from './fields.js';
import { refuse } from './sealing-error.js';
import { sha256 } from './web-crypto.js';

/** What a server asks for now, the same for everybody. */
export interface ProofChallenge {
  /** Names the stretch of time for which it holds. */
  readonly slot: number;
  /** 16 bytes that nobody knows before the slot begins. */
  readonly challenge: Bytes;
  /** Hexadecimal digits with which the hash has to begin, and how many rounds one hash takes: together the difficulty. */
  readonly prefix: string;
  readonly cost: number;
}

export interface Proof {
  readonly slot: number;
  readonly counter: number;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is proven when something is erased; for a question it is the hash of its body. */
export const proofSubjectOfErasure = (boxId: Bytes, locator: Bytes): Promise<Bytes> =>
  hashLocator(boxId, locator);

const PREFIX = /^[0-9a-f]{1,5}$/;
/** Hashes that are looked for on average. Above that a server could keep a phone busy for an hour. */
const MOST_WORK = 2 ** 20;

async function parametersOf({ challenge, prefix, cost }: ProofChallenge, boxId: Bytes, subject: Bytes) {
  if (challenge.length !== 16 || !PREFIX.test(prefix)) refuse('malformed', 'challenge');
  if (!Number.isInteger(cost) || cost < 1 || cost * 16 ** prefix.length > MOST_WORK)
    refuse('malformed', 'cost');
  const salt = await sha256(lengthPrefixed(boxId, challenge, subject));
  return {
    algorithm: 'SHA-256',
    keyLength: 32,
    nonce: hex(challenge),
    salt: hex(salt),
    keyPrefix: prefix,
    cost,
  };
}

/**
 * Looks for a proof. Thousands of small hashes may follow each other without the page having a turn, so somebody has to see to it.
 *
 * @param subject 32 bytes: the hash of a question's body, or `proofSubjectOfErasure`.
 * @param pause Awaited before every hash: lets the page have its turn now and then.
 * @returns `undefined` once `signal` is aborted.
 * @throws SealingError `malformed` when more is asked than any server asks.
 */
export async function findProof(
  asked: ProofChallenge,
  boxId: Bytes,
  subject: Bytes,
  signal?: AbortSignal,
  pause?: () => Promise<void>,
): Promise<Proof | undefined> {
  const parameters = await parametersOf(asked, boxId, subject);
  if (signal?.aborted) return undefined;
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal?.addEventListener('abort', stop);
  try {
    const solution = await solveChallenge({
      challenge: { parameters },
      controller,
      deriveKey: async (...given) => {
        await pause?.();
        return deriveKey(...given);
      },
      timeout: 0,
    });
    return solution === null ? undefined : { slot: asked.slot, counter: solution.counter };
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Whether `counter` proves the work that was asked for. */
export async function checkProof(
  asked: ProofChallenge,
  boxId: Bytes,
  subject: Bytes,
  counter: number,
): Promise<boolean> {
  const parameters = await parametersOf(asked, boxId, subject);
  // What four bytes do not hold would be taken for another number.
  if (!Number.isInteger(counter) || counter < 0 || counter > U32) return false;
  const password = new Uint8Array(20);
  password.set(asked.challenge);
  new DataView(password.buffer).setUint32(16, counter);
  const salt = Uint8Array.from(parameters.salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const { derivedKey } = await deriveKey(parameters, salt, password);
  return hex(derivedKey).startsWith(asked.prefix);
}
