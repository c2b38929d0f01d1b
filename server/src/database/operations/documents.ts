/** Every document of a box, and the keys that are sealed to somebody named in them. */
import { createHash } from 'node:crypto';
import type { Bytes, SealedKey, SignedDocument } from '../../../../src/domain/sealing/server.js';
import { toDocument, toSealedKey } from '../rows.js';
import type { DocumentColumns } from '../tables.js';
import type { Look } from '../turn.js';

/** The public keys in a roster, as it names them: it was verified when it came. */
export const namedIn = ({ payload }: Pick<DocumentColumns, 'payload'>) =>
  JSON.parse(Buffer.from(payload).toString()) as {
    readonly recoveryPk: string;
    readonly members: readonly { readonly id: string; readonly pk: string }[];
  };

const idOfKey = (pk: string): Bytes =>
  new Uint8Array(createHash('sha256').update(Buffer.from(pk, 'base64url')).digest().subarray(0, 8));

/** What is sealed to one of these public keys. */
export async function keysFor(
  { db }: Look,
  boxId: Bytes,
  recipients: readonly string[],
): Promise<readonly SealedKey[]> {
  if (recipients.length === 0) return [];
  const rows = await db
    .selectFrom('epoch_key')
    .selectAll()
    .where('box_id', '=', boxId)
    .where('recipient', 'in', recipients.map(idOfKey))
    .execute();
  return rows.map(toSealedKey);
}

export const allRosters = ({ db }: Look, boxId: Bytes): Promise<readonly DocumentColumns[]> =>
  db
    .selectFrom('roster')
    .select(['payload', 'id_pk', 'sig'])
    .where('box_id', '=', boxId)
    .orderBy('version')
    .execute();

export const allManifests = async ({ db }: Look, boxId: Bytes): Promise<readonly SignedDocument[]> => {
  const rows = await db
    .selectFrom('manifest')
    .select(['payload', 'id_pk', 'sig'])
    .where('box_id', '=', boxId)
    .orderBy('epoch')
    .execute();
  return rows.map(toDocument);
};
