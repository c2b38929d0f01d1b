/** Members with real keys and rosters signed by a box's identity key, for the tests of the staff's part. */
import { toBase64url } from '../../../../src/domain/sealing/encoding.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import type { Member } from '../../../../src/domain/sealing/staff/roster.js';
import { verifyRoster } from '../../../../src/domain/sealing/staff/roster.js';
import { signDocument } from '../../../../src/domain/sealing/staff/sign-document.js';
import type { Box } from '../a-box.js';

export interface Person extends Member {
  readonly opening: KeyPair;
  readonly signing: KeyPair;
}

export async function aPerson(id: string, role: Member['role'] = 'facilitator'): Promise<Person> {
  const [opening, signing] = await Promise.all([makeKeyPair('ECDH'), makeKeyPair('ECDSA')]);
  return { id, name: `${id} of the group`, role, pk: opening.pk, verifyPk: signing.pk, opening, signing };
}

/** A roster's content before it is signed; parts replace what a test is about. */
export const rosterContent = (
  box: Pick<Box, 'boxId'>,
  people: readonly Member[],
  recovery: KeyPair,
  parts: object = {},
) => ({
  boxId: toBase64url(box.boxId),
  version: 1,
  previousHash: null,
  members: people.map(({ id, name, role, pk, verifyPk }) => ({ id, name, role, pk, verifyPk })),
  recoveryPk: recovery.pk,
  ...parts,
});

/** A verified first roster of these people. */
export async function aRoster(box: Box, people: readonly Member[], recovery: KeyPair) {
  const signed = await signDocument('kith-box/1/roster', rosterContent(box, people, recovery), box.identity);
  return verifyRoster(signed, { pins: box.pins, boxId: box.boxId });
}
