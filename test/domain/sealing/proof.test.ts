import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { lengthPrefixed } from '../../../src/domain/sealing/encoding.js';
import { hashLocator } from '../../../src/domain/sealing/erase.js';
import type { ProofChallenge } from '../../../src/domain/sealing/proof.js';
import { checkProof, findProof, proofSubjectOfErasure } from '../../../src/domain/sealing/proof.js';
import { randomBytes, sha256 } from '../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, toHex } from './a-box.js';

const boxId = randomBytes(16);
const subject = randomBytes(32);

/** Easy, so that a test finds it in about sixteen hashes. */
const easy = (parts: Partial<ProofChallenge> = {}): ProofChallenge => ({
  slot: 7,
  challenge: randomBytes(16),
  prefix: '0',
  cost: 1,
  ...parts,
});

const found = async (asked: ProofChallenge, box = boxId, of: Bytes = subject): Promise<number> => {
  const proof = await findProof(asked, box, of);
  expect(proof?.slot).to.equal(asked.slot);
  return proof?.counter ?? expect.fail('no proof');
};

/** What is hashed, written down a second time: salt, challenge, counter; then each hash again. */
async function hashOf(asked: ProofChallenge, counter: number): Promise<string> {
  const salt = await sha256(lengthPrefixed(boxId, asked.challenge, subject));
  const bytes = new Uint8Array(52);
  bytes.set(salt);
  bytes.set(asked.challenge, 32);
  new DataView(bytes.buffer).setUint32(48, counter);
  let hash = bytes;
  for (let round = 0; round < asked.cost; round++) hash = await sha256(hash);
  return toHex(hash);
}

const someChallenge = fc.record({
  slot: fc.nat(),
  challenge: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes)),
  prefix: fc.stringMatching(/^[0-9a-f]$/),
  cost: fc.integer({ min: 1, max: 16 }),
});

describe('a proof of work', () => {
  it('that was found is accepted, whatever was asked', async () => {
    await fc.assert(
      fc.asyncProperty(someChallenge, async (asked) => {
        expect(await checkProof(asked, boxId, subject, await found(asked))).to.equal(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is the first counter whose hash begins as asked', async () => {
    await fc.assert(
      fc.asyncProperty(someChallenge, async (asked) => {
        const counter = await found(asked);
        expect((await hashOf(asked, counter)).startsWith(asked.prefix)).to.equal(true);
        for (let before = 0; before < counter; before++) {
          expect((await hashOf(asked, before)).startsWith(asked.prefix)).to.equal(false);
          expect(await checkProof(asked, boxId, subject, before)).to.equal(false);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('agrees with the check on every counter, for prefixes of odd and even length', async () => {
    for (const prefix of ['a', '0', '00', '3f']) {
      const asked = easy({ prefix, cost: 3 });
      for (let counter = 0; counter < 60; counter++) {
        const good = (await hashOf(asked, counter)).startsWith(prefix);
        expect(await checkProof(asked, boxId, subject, counter)).to.equal(good);
      }
    }
  });

  it('is for these bytes, this box, this challenge and this difficulty alone', async () => {
    const asked = easy({ prefix: '00' });
    const counter = await found(asked);
    const others: [ProofChallenge, Bytes, Bytes][] = [
      [asked, boxId, flipped(subject, 0)],
      [asked, boxId, flipped(subject, 31, 128)],
      [asked, flipped(boxId, 15), subject],
      [{ ...asked, challenge: flipped(asked.challenge, 3) }, boxId, subject],
      [{ ...asked, cost: 2 }, boxId, subject],
    ];
    let accepted = 0;
    for (const [what, box, of] of others) if (await checkProof(what, box, of, counter)) accepted++;
    // Each passes by chance once in 256 times: more than two of five never do.
    expect(accepted).to.be.lessThan(3);
    expect(
      await checkProof({ ...asked, slot: 99 }, boxId, subject, counter),
      'a slot is only a name',
    ).to.equal(true);
  });

  it('counts to four bytes and no further', async () => {
    const asked = easy();
    const counter = await found(asked);
    for (const wrong of [counter + 2 ** 32, -1, counter + 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(await checkProof(asked, boxId, subject, wrong), String(wrong)).to.equal(false);
  });

  it('that no server asks for is refused, and not looked for', async () => {
    for (const parts of [
      { prefix: '' },
      { prefix: '000000' },
      { prefix: 'F' },
      { prefix: 'x' },
      { cost: 0 },
      { prefix: '000', cost: 257 },
      { prefix: '00000', cost: 2 },
      { cost: 1.5 },
      { cost: Number.NaN },
      { challenge: randomBytes(15) },
    ]) {
      await expectRefusal(() => findProof(easy(parts), boxId, subject), 'malformed');
      await expectRefusal(() => checkProof(easy(parts), boxId, subject, 0), 'malformed');
    }
  });

  it('is given up when nobody waits for it any more', async () => {
    const controller = new AbortController();
    const looking = findProof(easy({ prefix: '00000' }), boxId, subject, controller.signal);
    controller.abort();
    expect(await looking).to.equal(undefined);
    expect(await findProof(easy(), boxId, subject, controller.signal), 'aborted before').to.equal(undefined);
  });

  it('lets go of the signal once it is found', async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listening++;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listening--;
      remove(...given);
    };
    await findProof(easy(), boxId, subject, signal);
    expect(listening).to.equal(0);
  });

  it('asks before every hash whether the page wants its turn', async () => {
    const asked = easy();
    let pauses = 0;
    const pause = async () => {
      pauses++;
    };
    const proof = await findProof(asked, boxId, subject, undefined, pause);
    expect(pauses).to.equal((proof?.counter ?? 0) + 1);
    expect(proof?.counter).to.equal(await found(asked));
  });

  it('is given up in the page’s turn', async () => {
    const controller = new AbortController();
    const pause = async () => {
      controller.abort('enough');
      controller.signal.throwIfAborted();
    };
    expect(await findProof(easy(), boxId, subject, controller.signal, pause)).to.equal(undefined);
  });

  it('hides nothing that breaks meanwhile', async () => {
    const breaks = () => Promise.reject(new Error('broke'));
    const error = await findProof(easy(), boxId, subject, undefined, breaks).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.equal('Error: broke');
  });

  it('of an erasure is over the name of its tombstone', async () => {
    const locator = randomBytes(16);
    const name = await hashLocator(boxId, locator);
    expect(await proofSubjectOfErasure(boxId, locator)).to.deep.equal(name);
    expect(name.length).to.equal(32);
  });
});
