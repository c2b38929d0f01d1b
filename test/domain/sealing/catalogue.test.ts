import { expect } from '@open-wc/testing';
import { verifyCatalogue } from '../../../src/domain/sealing/catalogue.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { aBox, type Box, expectRefusal, flipped, TODAY, withPart } from './a-box.js';

const LABEL = 'kith-box/1/catalogue';

const entry = (id: string, parts: object = {}) => ({
  id,
  day: TODAY,
  topic: 'Family',
  lang: 'en',
  question: `Question ${id}\nin two lines?`,
  answer: `Answer ${id}`,
  ...parts,
});

describe('the catalogue of published answers', () => {
  let box: Box;
  const entries = ['a', 'b', 'c'].map((id) => entry(id));
  const content = (parts: object = {}) => ({ boxId: box.boxId, number: 7, day: TODAY, entries, ...parts });
  const sign = (parts: object = {}) => signDocument(LABEL, content(parts), box.publishing);
  const verify = (signed: unknown, atLeast?: number) => verifyCatalogue(signed, box.manifest, atLeast);

  before(async () => {
    box = await aBox();
  });

  it('is read whole, in its order', async () => {
    expect(await verify(await sign())).to.deep.equal(content());
    expect((await verify(await sign({ entries: [] }))).entries).to.deep.equal([]);
  });

  it('is the same bytes from a server and from a file', async () => {
    const file = JSON.stringify(await sign());
    expect(await verify(JSON.parse(file))).to.deep.equal(content());
  });

  it('signed by any key but the manifest’s is refused, the identity key’s too', async () => {
    for (const signer of [await makeKeyPair('ECDSA'), box.identity]) {
      const forged = await signDocument(LABEL, content(), signer);
      await expectRefusal(() => verify(forged), 'wrong-pin');
      await expectRefusal(() => verify({ ...forged, idPk: toBase64url(box.publishing.pk) }), 'bad-signature');
    }
  });

  it('with entries reordered, doubled, left out or changed under its signature is refused', async () => {
    const signed = await sign();
    const [a, b, c] = entries;
    for (const others of [[b, a, c], [a, b, c, c], [a, c], [], [a, b, { ...c, answer: 'Another' }]]) {
      const { payload } = await sign({ entries: others });
      await expectRefusal(() => verify({ ...signed, payload }), 'bad-signature');
    }
  });

  it('with any byte changed is refused', async () => {
    const signed = await sign({ entries: [entry('a')] });
    for (const part of ['payload', 'sig'] as const)
      for (let at = 0; at < 64; at++)
        await expectRefusal(
          () => verify(withPart(signed, part, (bytes) => flipped(bytes, at))),
          'bad-signature',
        );
  });

  it('of another box is refused', async () => {
    await expectRefusal(async () => verify(await sign({ boxId: randomBytes(16) })), 'wrong-box');
  });

  it('older than one already seen is refused', async () => {
    expect((await verify(await sign(), 7)).number).to.equal(7);
    await expectRefusal(async () => verify(await sign(), 8), 'rolled-back');
  });

  it('that names one entry twice is refused, though it is signed', async () => {
    await expectRefusal(async () => verify(await sign({ entries: [entry('a'), entry('a')] })), 'malformed');
  });

  it('with nonsense in it is refused whole', async () => {
    for (const parts of [
      { boxId: '' },
      { number: 0 },
      { number: '7' },
      { day: -1 },
      { entries: null },
      { entries: new Array(5001).fill(null) },
      { entries: ['a'] },
      { entries: [entry('A')] },
      { entries: [entry('')] },
      { entries: [entry('x'.repeat(41))] },
      { entries: [entry('a', { day: 'today' })] },
      { entries: [entry('a', { lang: 'x y' })] },
      { entries: [entry('a', { question: undefined })] },
      { entries: [entry('a', { topic: null })] },
    ])
      await expectRefusal(async () => verify(await sign(parts)), 'malformed');
    await expectRefusal(async () => verify(await sign({ entries: [entry('a', { answer: ' ' })] })), 'empty');
    await expectRefusal(
      async () => verify(await sign({ entries: [entry('a', { question: 'x'.repeat(1901) })] })),
      'too-long',
    );
    await expectRefusal(
      async () => verify(await sign({ entries: [entry('a', { answer: 'a\x07b' })] })),
      'control-character',
    );
  });
});
