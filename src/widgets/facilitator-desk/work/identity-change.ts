/**
 * The identity key is changed when a keeper leaves, in steps between which days may lie: the page has to name the new one before anything is
 * signed by it. Where a change stands is read from the signed documents, so any keeper can go on with it at any desk.
 */

import { fromBase64url, sameBytes } from '../../../domain/sealing/encoding.js';
import { pinOf } from '../../../domain/sealing/public-key.js';
import type { OpenedBox } from './opened-box.js';
import { changeTeam, isSignedByNext } from './people.js';
import { renewKeys } from './rotation.js';

export interface IdentityChange {
  /**
   * `none`: it never changed. `page`: the new one is made, and the page has to name both. `roster`: visitors know the new one, the team's
   * list does not yet. `changed`: done; the page may leave the old one out.
   */
  readonly state: 'none' | 'page' | 'roster' | 'changed';
  /** What the page is to name: the old one first. */
  readonly pins: readonly string[];
  /** Of identity keys before those: somebody who left may hold them. */
  readonly formerPins: readonly string[];
  /** The one that stays. */
  readonly newPin: string;
}

export async function identityChange(box: OpenedBox): Promise<IdentityChange> {
  const { idPk, successor, server } = box;
  const newPin = await pinOf(successor);
  const isDone = sameBytes(idPk, successor);
  const pins = isDone ? [newPin] : [await pinOf(idPk), newPin];
  const signers = new Set(server.rosters.map((document) => document.idPk));
  const all = await Promise.all([...signers].map((signer) => pinOf(fromBase64url(signer, 'idPk', 65))));
  const formerPins = all.filter((pin) => !pins.includes(pin));
  const begun = isSignedByNext(box) ? 'roster' : 'page';
  const over = formerPins.length > 0 ? 'changed' : 'none';
  return { state: isDone ? over : begun, pins, formerPins, newPin };
}

/**
 * Signs everything by the new identity key from here on. A page that names only the old one shows no box any more. The other keys are made
 * anew, too: as long as the old identity key counted, whoever left with it could have put keys of their own under it.
 */
export async function finishIdentityChange(box: OpenedBox): Promise<void> {
  if (!isSignedByNext(box)) await renewKeys(box, { newPublishing: true, signer: box.successor });
  if (!sameBytes(box.idPk, box.successor)) await changeTeam(box);
}
