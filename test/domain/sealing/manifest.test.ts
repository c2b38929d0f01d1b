import { expect } from '@open-wc/testing';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { checkDates, readBoxId, verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { sealQuestion } from '../../../src/domain/sealing/question.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { aBox, type Box, expectRefusal, manifestContent, someSecrets, TODAY } from './a-box.js';

/** A key that is no point of the curve. */
const nowhere = () => toBase64url(Uint8Array.of(4, ...randomBytes(64)));

describe('a manifest', () => {
  let box: Box;
  const expected = () => ({ pins: box.pins, boxId: box.boxId });
  const verified = async (parts: object) => verifyManifest(await box.signManifest(parts), expected());

  before(async () => {
    box = await aBox();
  });

  it('says whom to seal to, until when and when somebody reads', () => {
    expect(box.manifest).to.deep.equal(manifestContent(box.keys));
  });

  it('is refused from a key that the page does not pin', async () => {
    const stranger = await makeKeyPair('ECDSA');
    const signed = await signDocument('kith-box/1/manifest', manifestContent(box.keys), stranger);
    await expectRefusal(() => verifyManifest(signed, expected()), 'wrong-pin');
  });

  it('of another box is refused, though the same key signed it', async () => {
    await expectRefusal(() => verified({ boxId: randomBytes(16) }), 'wrong-box');
  });

  it('of another version or suite is refused by that word', async () => {
    for (const v of [0, 2, '1', undefined, null])
      await expectRefusal(() => verified({ v }), 'unknown-version');
    for (const suite of [0, 2, '1', undefined])
      await expectRefusal(() => verified({ suite }), 'unknown-suite');
  });

  it('of an epoch below the page’s is refused', async () => {
    const signed = await box.signManifest({ epoch: 4 });
    expect((await verifyManifest(signed, { ...expected(), minEpoch: 4 })).epoch).to.equal(4);
    await expectRefusal(() => verifyManifest(signed, { ...expected(), minEpoch: 5 }), 'rolled-back');
  });

  it('passes over what a later version may add', async () => {
    expect(await verified({ helpLine: { later: true } })).to.deep.equal(manifestContent(box.keys));
  });

  const hours = { timeZone: 'Europe/London', times: [] };
  const time = { start: '2026-11-03T19:00', rule: 'FREQ=DAILY' };
  for (const [field, values] of Object.entries({
    boxId: ['', 'short', 7],
    epoch: [0, -1, 1.5, '3', 2 ** 32, null],
    pk: ['', toBase64url(new Uint8Array(64)), toBase64url(new Uint8Array(65)), nowhere(), 7],
    spk: ['', toBase64url(new Uint8Array(33)), nowhere()],
    notBefore: [-1, 1.5, '20000', null],
    notAfter: [TODAY - 31, TODAY + 91, '2026-12-01', Number.MAX_SAFE_INTEGER],
    hours: [
      null,
      {},
      [],
      { ...hours, timeZone: 'no zone!' },
      { ...hours, times: [{ ...time, rule: 'every day' }] },
      { ...hours, times: [{ ...time, start: 'soon' }] },
      { ...hours, times: [{ ...time, minutes: 0 }] },
      { ...hours, times: ['19:00'] },
      { ...hours, times: new Array(51).fill(time) },
      { ...hours, awayUntil: 'next week' },
    ],
    topics: [null, 'Family', [7], ['Work', 'Work'], new Array(51).fill('x')],
    language: [null, 'en_GB', 'x'.repeat(36)],
    retentionDays: [0, 3651, '90'],
  })) {
    it(`is refused with nonsense for ${field}`, async () => {
      for (const value of [...values, undefined])
        await expectRefusal(() => verified({ [field]: value }), 'malformed');
    });
  }

  it('is refused with a topic that is no plain line', async () => {
    await expectRefusal(() => verified({ topics: ['x'.repeat(41)] }), 'too-long');
    await expectRefusal(() => verified({ topics: ['two\nlines'] }), 'control-character');
    await expectRefusal(() => verified({ topics: [' '] }), 'empty');
  });

  it('may last 120 days and no longer', async () => {
    expect((await verified({ notAfter: TODAY + 90 })).notAfter).to.equal(TODAY + 90);
    await expectRefusal(() => verified({ notAfter: TODAY + 91 }), 'malformed');
  });
});

describe('the dates of a manifest', () => {
  let box: Box;
  const draft = { text: 'Hello?', topic: '', lang: 'en', mayPublish: false };

  before(async () => {
    box = await aBox();
  });

  it('are forgiven two days by the device’s clock, and not three', async () => {
    const { manifest } = box;
    const { notBefore, notAfter } = manifest;
    for (const today of [notBefore - 2, notBefore, TODAY, notAfter, notAfter + 2])
      checkDates(manifest, today);
    await expectRefusal(() => checkDates(manifest, notBefore - 3), 'not-yet');
    await expectRefusal(() => checkDates(manifest, notAfter + 3), 'expired');
    await expectRefusal(() => checkDates(manifest, Number.NaN), 'not-yet');
  });

  it('stand before the sealing: outside of them nothing is sealed', async () => {
    const { manifest } = box;
    const secrets = await someSecrets();
    await expectRefusal(() => sealQuestion(draft, secrets, manifest, manifest.notBefore - 3), 'not-yet');
    await expectRefusal(() => sealQuestion(draft, secrets, manifest, manifest.notAfter + 3), 'expired');
    expect((await sealQuestion(draft, secrets, manifest, manifest.notAfter + 2)).ct).to.have.length(8208);
  });
});

describe('the id of a box', () => {
  it('is 16 bytes', async () => {
    expect(readBoxId(toBase64url(new Uint8Array(16)))).to.have.length(16);
    for (const not of ['', 'box', toBase64url(new Uint8Array(15)), null])
      await expectRefusal(() => readBoxId(not), 'malformed');
  });
});
