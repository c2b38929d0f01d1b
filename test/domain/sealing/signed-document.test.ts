import { expect } from '@open-wc/testing';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { pinOf, readPins } from '../../../src/domain/sealing/public-key.js';
import { openDocument, pinned } from '../../../src/domain/sealing/signed-document.js';
import type { KeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, signText, withPart } from './a-box.js';

const LABEL = 'kith-box/1/manifest';

describe('a signed document', () => {
  let signer: KeyPair;
  let stranger: KeyPair;
  let pins: readonly string[];
  const open = (document: unknown, named = pins) => openDocument(document, LABEL, pinned(named));
  const sign = (content: object) => signDocument(LABEL, content, signer);

  before(async () => {
    [signer, stranger] = await Promise.all([makeKeyPair('ECDSA'), makeKeyPair('ECDSA')]);
    pins = [await pinOf(signer.pk)];
  });

  it('opens, with its bytes written in base64url', async () => {
    const { content, idPk } = await open(await sign({ words: 'für Zoë', bytes: Uint8Array.of(255, 0) }));
    expect(content).to.deep.equal({ words: 'für Zoë', bytes: '_wA' });
    expect([...idPk]).to.deep.equal([...signer.pk]);
  });

  it('is refused with any byte of any part changed', async () => {
    const signed = await sign({ v: 1, some: 'content' });
    for (const part of ['payload', 'sig', 'idPk'] as const) {
      let bytes: Bytes | undefined;
      withPart(signed, part, (whole) => (bytes = whole));
      for (let at = 0; at < (bytes?.length ?? 0); at++) {
        const changed = withPart(signed, part, (whole) => flipped(whole, at, 1 << (at % 8)));
        // A changed key is no point of the curve.
        await expectRefusal(() => open(changed), part === 'idPk' ? 'malformed' : 'bad-signature');
      }
    }
  });

  it('is refused cut short at any place, or with a byte more', async () => {
    const signed = await sign({ v: 1 });
    for (const part of ['payload', 'sig', 'idPk'] as const) {
      for (const change of [
        (bytes: Bytes) => bytes.slice(0, -1),
        (bytes: Bytes) => bytes.slice(1),
        (bytes: Bytes) => bytes.slice(0, 0),
        (bytes: Bytes) => new Uint8Array([...bytes, 0]),
      ])
        await expectRefusal(() => open(withPart(signed, part, change)), 'malformed', 'bad-signature');
    }
  });

  it('is refused when it is not of the form', async () => {
    const signed = await sign({});
    for (const not of [
      undefined,
      null,
      'text',
      7,
      [],
      {},
      [signed],
      { ...signed, sig: 7 },
      { ...signed, payload: `${signed.payload}=` },
    ])
      await expectRefusal(() => open(not), 'malformed');
  });

  it('is refused when another key signed it, whoever it says signed it', async () => {
    const foreign = await signDocument(LABEL, { v: 1 }, stranger);
    await expectRefusal(() => open(foreign), 'wrong-pin');
    await expectRefusal(() => open({ ...foreign, idPk: toBase64url(signer.pk) }), 'bad-signature');
  });

  it('is accepted with either of two pins while the key changes', async () => {
    const two = readPins(` ${await pinOf(stranger.pk)}\n${pins[0]} `);
    expect((await open(await sign({ a: 1 }), two)).content).to.deep.equal({ a: 1 });
    expect((await open(await signDocument(LABEL, { a: 2 }, stranger), two)).content).to.deep.equal({ a: 2 });
  });

  it('of one kind is not one of another', async () => {
    const roster = await signDocument('kith-box/1/roster', { v: 1 }, signer);
    await expectRefusal(() => open(roster), 'bad-signature');
  });

  it('is verified before it is parsed', async () => {
    for (const text of ['not JSON', '[]', Uint8Array.of(0xff, 0xfe)]) {
      const signed = await signText(LABEL, text, signer);
      await expectRefusal(() => open(signed), 'malformed');
      await expectRefusal(() => open(withPart(signed, 'sig', (sig) => flipped(sig, 3))), 'bad-signature');
    }
  });

  it('is refused when its key is no point of the curve', async () => {
    const nowhere = randomBytes(65);
    nowhere[0] = 4;
    const signed = { ...(await sign({})), idPk: toBase64url(nowhere) };
    await expectRefusal(async () => open(signed, [await pinOf(nowhere)]), 'malformed');
  });
});

describe('the pins of a page', () => {
  const pin = toBase64url(new Uint8Array(32));

  it('are one or two hashes', async () => {
    expect(readPins(pin)).to.deep.equal([pin]);
    for (const attribute of ['', ' ', 'abc', `${pin}=`, `${pin} x`, `${pin} ${pin} ${pin}`, pin.slice(1)])
      await expectRefusal(() => readPins(attribute), 'malformed');
  });
});
