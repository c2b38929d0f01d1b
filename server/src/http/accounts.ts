/** Between the wire and the store: what somebody signs in with, and the recovery sheet of a box. */
import type { InferOutput } from 'valibot';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import {
  fromBase64url,
  keyIdOf,
  sameBytes,
  sheetTestFromWire,
  sheetTestToWire,
} from '../../../src/domain/sealing/server.js';
import type { NewAccount, NewSheet } from '../store.js';
import type { MakingBox } from './staff-schemas.js';

type MemberWire = InferOutput<typeof MakingBox>['member'];
type SheetWire = InferOutput<typeof MakingBox>['sheet'];

/** @throws SealingError `malformed`. */
export const readSecrets = ({
  salt,
  iterations,
  authHash,
  wrapped,
}: Omit<MemberWire, 'id'>): Omit<NewAccount, 'id'> => ({
  salt: fromBase64url(salt, 'salt', 16),
  iterations,
  authHash: fromBase64url(authHash, 'authHash', 32),
  wrapped: { iv: fromBase64url(wrapped.iv, 'iv', 12), ct: fromBase64url(wrapped.ct, 'ct', 210) },
});

/** @throws SealingError `malformed`. */
export const readAccount = (member: MemberWire): NewAccount => ({ id: member.id, ...readSecrets(member) });

/**
 * The sheet, when its test is one of this box and is sealed to the key that the roster names: another one could never be passed.
 *
 * @throws SealingError `malformed`.
 */
export async function readSheet(
  { authHash, test: wire, answerHash }: SheetWire,
  boxId: Bytes,
  recoveryPk: Bytes,
): Promise<NewSheet | undefined> {
  const test = await sheetTestFromWire(wire);
  const sheet = {
    authHash: fromBase64url(authHash, 'authHash', 32),
    test: JSON.stringify(sheetTestToWire(test)),
    answerHash: fromBase64url(answerHash, 'answerHash', 32),
  };
  const isOfBox = sameBytes(test.question.boxId, boxId) && sameBytes(test.key.to, await keyIdOf(recoveryPk));
  return isOfBox ? sheet : undefined;
}
