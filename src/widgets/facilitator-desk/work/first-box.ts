/** A box before the server knows of it: made wholly in the desk, out of the link that the server printed. */
import type { StaffAsk } from '../../../backend/staff-api.js';
import { StaffApi, StaffRefusal } from '../../../backend/staff-api.js';
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { pinOf } from '../../../domain/sealing/public-key.js';
import { claimOf } from '../../../domain/sealing/staff/invitation.js';
import { type KeyPair, makeKeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { makeSheetCode, type SheetCode } from '../../../domain/sealing/staff/recovery.js';
import { verifyRoster } from '../../../domain/sealing/staff/roster.js';
import { sealKey } from '../../../domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../domain/sealing/web-crypto.js';
import { makeAccount, type NewAccount } from './account.js';
import type { BoxAt, OpenedBox } from './opened-box.js';
import { sheetOf } from './sheet.js';
import { signIn } from './signing-in.js';

export interface PlannedBox {
  readonly boxId: Bytes;
  readonly name: string;
  readonly made: NewAccount;
  readonly identity: KeyPair;
  /** For the recovery sheet. */
  readonly code: SheetCode;
}

/** All keys of the box, and the passphrase of its first keeper. Nothing has been sent yet. */
export async function planBox(name: string): Promise<PlannedBox> {
  const boxId = randomBytes(16);
  const [made, identity] = await Promise.all([makeAccount(boxId), makeKeyPair('ECDSA')]);
  return { boxId, name, made, identity, code: makeSheetCode() };
}

/**
 * Makes the box on the server and signs in.
 * @param secret Of the first link.
 * @param again Whether it was sent before and no reply came: then the link may have been used by this very desk.
 * @returns The opened box and the code for the recovery sheet, which stands nowhere else.
 * @throws StaffRefusal `claim-refused` or `box-exists`.
 */
export async function claimBox(
  ask: StaffAsk,
  secret: Bytes,
  { boxId, name, made, identity, code }: PlannedBox,
  again = false,
): Promise<{ readonly box: OpenedBox; readonly sheet: SheetCode }> {
  const pins = [await pinOf(identity.pk)];
  const sheet = await sheetOf(code, boxId);
  const { keys, account } = made;
  const member = {
    id: account.id,
    name,
    role: 'keeper',
    pk: keys.opening.pk,
    verifyPk: keys.signing.pk,
  };
  const document = await signDocument(
    'kith-box/1/roster',
    { boxId, version: 1, previousHash: null, members: [member], recoveryPk: sheet.pk },
    identity,
  );
  const { roster } = await verifyRoster(document, { pins, boxId });
  const api = new StaffApi(ask, toBase64url(boxId));
  const at: BoxAt = { api, boxId, pins };
  try {
    await api.makeBox({
      claim: await claimOf(secret),
      roster: document,
      member: account,
      keys: await sealKey('identity', identity, roster),
      sheet: sheet.wire,
    });
  } catch (error) {
    if (!again || !(error instanceof StaffRefusal)) throw error;
    // If it was somebody else who used the link, there is no such account, and the link's refusal is what is to be said.
    const mine = await signIn(at, name, made.passphrase).catch(() => undefined);
    if (!mine) throw error;
    return { box: mine, sheet: code };
  }
  return { box: await signIn(at, name, made.passphrase), sheet: code };
}
