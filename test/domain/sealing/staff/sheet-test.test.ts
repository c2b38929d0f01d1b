import { expect } from '@open-wc/testing';
import { declineCode } from '../../../../src/domain/sealing/code.js';
import type { Bytes } from '../../../../src/domain/sealing/encoding.js';
import { sameBytes } from '../../../../src/domain/sealing/encoding.js';
import { sealDraft } from '../../../../src/domain/sealing/question.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import {
  makeSheetCode,
  openSheet,
  readSheetCode,
  recoveryAuth,
  recoveryPair,
  showSheetCode,
} from '../../../../src/domain/sealing/staff/recovery.js';
import { sealKeyTo } from '../../../../src/domain/sealing/staff/sealed-key.js';
import { makeSheetTest, solveSheetTest } from '../../../../src/domain/sealing/staff/sheet-test.js';
import type { SheetTest } from '../../../../src/domain/sealing/staff/sheet-test-wire.js';
import { sheetTestFromWire, sheetTestToWire } from '../../../../src/domain/sealing/staff/sheet-test-wire.js';
import { words } from '../../../../src/domain/sealing/staff/word-list.js';
import { randomBytes, sha256 } from '../../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, toHex } from '../a-box.js';

describe('a recovery sheet', () => {
  it('gives its pair and what it shows to the server by one derivation, others for another box', async () => {
    const boxId = randomBytes(16);
    const code = makeSheetCode();
    const { pair, auth } = await openSheet(readSheetCode(showSheetCode(code).toLowerCase()), boxId);
    expect(toHex(pair.pk)).to.equal(toHex((await recoveryPair(code, boxId)).pk));
    expect(toHex(auth)).to.equal(toHex(await recoveryAuth(code, boxId)));
    expect(auth).to.have.length(32);
    const other = await openSheet(code, flipped(boxId, 0));
    expect(toHex(other.auth)).not.to.equal(toHex(auth));
    expect(toHex(other.pair.pk)).not.to.equal(toHex(pair.pk));
  });
});

describe('the test of a recovery sheet', () => {
  let boxId: Bytes;
  let sheet: KeyPair;
  let test: SheetTest;
  let answerHash: Bytes;

  before(async () => {
    boxId = randomBytes(16);
    sheet = await makeKeyPair('ECDH');
    ({ test, answerHash } = await makeSheetTest(sheet.pk, boxId));
  });

  it('is passed by the sheet: three words, and an answer that the server can hold against its hash', async () => {
    const { text, answer } = await solveSheetTest(test, sheet);
    expect(text.split(' ')).to.have.length(3);
    for (const word of text.split(' ')) expect(words()).to.include(word);
    expect(sameBytes(await sha256(answer), answerHash)).to.equal(true);
  });

  it('is made anew each time', async () => {
    const again = await makeSheetTest(sheet.pk, boxId);
    expect(toHex(again.answerHash)).not.to.equal(toHex(answerHash));
    expect(toHex(again.test.pk)).not.to.equal(toHex(test.pk));
  });

  it('is not passed by another sheet, nor for another box, nor by the test of another', async () => {
    await expectRefusal(async () => solveSheetTest(test, await makeKeyPair('ECDH')), 'cannot-open');
    const moved = { ...test, question: { ...test.question, boxId: randomBytes(16) } };
    await expectRefusal(() => solveSheetTest(moved, sheet), 'cannot-open');
    const { test: other } = await makeSheetTest(sheet.pk, boxId);
    await expectRefusal(() => solveSheetTest({ ...test, question: other.question }, sheet), 'foreign-key');
    await expectRefusal(() => solveSheetTest({ ...test, key: other.key }, sheet), 'foreign-key');
  });

  it('tells the server nothing of a visitor’s question that it puts in the place of the test', async () => {
    const epoch = await makeKeyPair('ECDH');
    const key = await sealKeyTo('epoch', epoch, boxId, sheet.pk);
    for (const text of [
      'Is it safe?',
      'Shall I tell my mother that I am ill?',
      'one two',
      `${words()[0]} ill`,
    ]) {
      const asked = { text, topic: '', lang: '', mayPublish: false };
      const question = await sealDraft(asked, declineCode(), { boxId, pk: epoch.pk });
      await expectRefusal(() => solveSheetTest({ pk: epoch.pk, key, question }, sheet), 'malformed');
    }
  });

  it('comes back off the wire as it went, and is refused out of form or with parts of another', async () => {
    const wire = sheetTestToWire(test);
    expect(await sheetTestFromWire(JSON.parse(JSON.stringify(wire)))).to.deep.equal(test);
    for (const not of [
      null,
      [],
      'x',
      {},
      { ...wire, pk: 'x' },
      { ...wire, key: null },
      { ...wire, question: {} },
    ])
      await expectRefusal(() => sheetTestFromWire(not), 'malformed', 'unknown-version');
    const other = sheetTestToWire((await makeSheetTest(sheet.pk, boxId)).test);
    for (const part of ['pk', 'key', 'question'] as const)
      await expectRefusal(() => sheetTestFromWire({ ...wire, [part]: other[part] }), 'foreign-key');
    await expectRefusal(
      () => sheetTestFromWire({ ...wire, key: { ...wire.key, kind: 'identity' } }),
      'foreign-key',
    );
  });
});
