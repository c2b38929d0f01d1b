import fc from 'fast-check';
import { dummyAnswer, openAnswers } from '../../../src/domain/sealing/answer.js';
import { verifyCatalogue } from '../../../src/domain/sealing/catalogue.js';
import { readCode } from '../../../src/domain/sealing/code.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { readBoxId, verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { readPins } from '../../../src/domain/sealing/public-key.js';
import { readDraft } from '../../../src/domain/sealing/question.js';
import { questionFromWire } from '../../../src/domain/sealing/question-wire.js';
import { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import { readInvitation } from '../../../src/domain/sealing/staff/invitation.js';
import { makeKeyPair, openWith, readKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { openQuestion } from '../../../src/domain/sealing/staff/open-question.js';
import { readPassphrase } from '../../../src/domain/sealing/staff/passphrase.js';
import { readSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { verifyRoster, verifyRosters } from '../../../src/domain/sealing/staff/roster.js';
import { sealedKeyFromWire } from '../../../src/domain/sealing/staff/sealed-key.js';
import { sheetTestFromWire } from '../../../src/domain/sealing/staff/sheet-test-wire.js';
import { decoySalt } from '../../../src/domain/sealing/staff/staff-auth.js';
import { unwrapStaffKeys } from '../../../src/domain/sealing/staff/staff-keys.js';
import { noteFromBytes, noteFromWire } from '../../../src/domain/sealing/staff/team-note.js';
import { aBox, type Box, expectRefusal, manifestContent, signText, someSecrets } from './a-box.js';
import { aPerson, rosterContent } from './staff/a-staff.js';

/** Runs `work` on each value: it may do its work or refuse, and nothing else. */
const onlyRefuses = <T>(values: fc.Arbitrary<T>, work: (value: T) => unknown, numRuns = 300) =>
  fc.assert(
    fc.asyncProperty(values, async (value) => {
      try {
        await work(value);
      } catch (error) {
        if (!(error instanceof SealingError)) throw error;
      }
    }),
    { numRuns },
  );

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Uint8Array.from(array));

/** A value of JSON with one of its parts, at any depth, replaced by another. */
function withOneReplaced(value: unknown): fc.Arbitrary<unknown> {
  const paths: string[][] = [];
  const walk = (part: unknown, path: string[]) => {
    paths.push(path);
    if (part === null || typeof part !== 'object') return;
    for (const [name, one] of Object.entries(part)) walk(one, [...path, name]);
  };
  const plain: unknown = JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (one instanceof Uint8Array ? toBase64url(one) : one)),
  );
  walk(plain, []);
  return fc.tuple(fc.constantFrom(...paths), fc.jsonValue()).map(([path, replacement]) => {
    const copy = { whole: structuredClone(plain) } as Record<string, unknown>;
    let at = copy;
    let key = 'whole';
    for (const step of path) {
      at = at[key] as Record<string, unknown>;
      key = step;
    }
    at[key] = replacement;
    return copy['whole'];
  });
}

describe('nonsense is refused by a word, never by an accident', () => {
  let box: Box;

  before(async () => {
    box = await aBox();
  });

  it('off the wire', async () => {
    const secrets = await someSecrets();
    for (const work of [
      questionFromWire,
      sealedKeyFromWire,
      sheetTestFromWire,
      (value: unknown) => noteFromWire('draft', value),
      (value: unknown) => verifyRosters([value], box),
      readBoxId,
      (value: unknown) => openAnswers(value, secrets, box.boxId),
      (value: unknown) => openAnswers([value], secrets, box.boxId),
      (value: unknown) => verifyManifest(value, box),
      (value: unknown) => verifyCatalogue(value, box.manifest),
      (value: unknown) => verifyRoster(value, box),
    ])
      await onlyRefuses(fc.jsonValue(), work);
    const { seq, iv, ct } = dummyAnswer();
    const row = { seq, iv: toBase64url(iv), ct: toBase64url(ct) };
    await onlyRefuses(withOneReplaced([row, row]), (value) => openAnswers(value, secrets, box.boxId));
    await onlyRefuses(withOneReplaced(await box.signManifest()), (value) => verifyManifest(value, box));
  });

  it('under a good signature', async () => {
    const sign = async (label: Parameters<typeof signText>[0], value: unknown) =>
      signText(
        label,
        JSON.stringify(value),
        label === 'kith-box/1/catalogue' ? box.publishing : box.identity,
      );
    const entry = { id: 'a', day: 1, topic: '', lang: '', question: 'Why?', answer: 'Because.' };
    const catalogue = { boxId: box.boxId, number: 1, day: 1, entries: [entry, { ...entry, id: 'b' }] };
    const people = [await aPerson('amina', 'keeper'), await aPerson('ben')];
    const keys = { nextIdPk: (await makeKeyPair('ECDSA')).pk, idPk: box.identity.pk };
    const roster = rosterContent(box, people, await makeKeyPair('ECDH'), keys);
    await onlyRefuses(withOneReplaced(manifestContent(box.keys)), async (value) =>
      verifyManifest(await sign('kith-box/1/manifest', value), box),
    );
    await onlyRefuses(withOneReplaced(catalogue), async (value) =>
      verifyCatalogue(await sign('kith-box/1/catalogue', value), box.manifest),
    );
    await onlyRefuses(withOneReplaced(roster), async (value) =>
      verifyRoster(await sign('kith-box/1/roster', value), box),
    );
    await onlyRefuses(withOneReplaced(roster), async (value) =>
      verifyRosters([await sign('kith-box/1/roster', value)], box),
    );
  });

  it('typed or pasted', async () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    for (const work of [readCode, readSheetCode, readPins, readInvitation, readPassphrase])
      await onlyRefuses(anything, work);
    const draft = { topic: '', lang: '', mayPublish: false };
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
    await onlyRefuses(units, (text) => readDraft({ ...draft, text }));
  });

  it('in place of keys and sealed bytes', async () => {
    const pair = await makeKeyPair('ECDH');
    const owner = { boxId: box.boxId, facilitatorId: 'ben' };
    const none = new Uint8Array(0);
    await onlyRefuses(bytes(120), (enc) => openWith(pair, { enc, ct: enc }, 'info', none));
    await onlyRefuses(bytes(120), (ct) => openWith(pair, { enc: pair.pk, ct }, 'info', none));
    for (const use of ['ECDH', 'ECDSA'] as const)
      await onlyRefuses(bytes(120), (written) => readKeyPair(written, use));
    await onlyRefuses(bytes(250), (ct) => unwrapStaffKeys({ iv: ct, ct }, new Uint8Array(32), owner));
    await onlyRefuses(bytes(40), (key) => unwrapStaffKeys({ iv: key, ct: key }, key, owner));
    await onlyRefuses(bytes(120), (written) => noteFromBytes('draft', written));
    await onlyRefuses(bytes(40), (part) => {
      const header = { v: 1, suite: 1, boxId: part, keyId: part, locator: part, eraseHash: part } as const;
      return openQuestion({ ...header, enc: part, ct: part }, pair);
    });
    await expectRefusal(() => decoySalt(none, none, 'ben'), 'malformed');
  });
});
