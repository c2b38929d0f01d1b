/** The recovery sheet: what the server is told of one, its test from paper, and the way back in for somebody whose words are lost. */
import type { SheetWire } from '../../../backend/staff-api.js';
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { openSheet, type SheetCode } from '../../../domain/sealing/staff/recovery.js';
import { makeSheetTest } from '../../../domain/sealing/staff/sheet-test.js';
import { sheetTestToWire } from '../../../domain/sealing/staff/sheet-test-wire.js';
import { hashAuth } from '../../../domain/sealing/staff/staff-auth.js';

/** @returns The sheet's public key for the roster, and what the server keeps. */
export async function sheetOf(
  code: SheetCode,
  boxId: Bytes,
): Promise<{ readonly pk: Bytes; readonly wire: SheetWire }> {
  const { pair, auth } = await openSheet(code, boxId);
  const { test, answerHash } = await makeSheetTest(pair.pk, boxId);
  return {
    pk: pair.pk,
    wire: {
      authHash: toBase64url(await hashAuth(auth)),
      test: sheetTestToWire(test),
      answerHash: toBase64url(answerHash),
    },
  };
}
