/** A box and its signed documents: made once by a first link, then changed only by newer ones. */
import { randomBytes } from 'node:crypto';
import type { Bytes, SealedKey, SignedDocument } from '../../../../src/domain/sealing/server.js';
import { sameBytes } from '../../../../src/domain/sealing/server.js';
import type { NewBox, NewCatalogue, NewManifest, PublishedBox, Session } from '../../store.js';
import { toColumns, toDocument } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { DAYS_AFTER_EPOCH, dayOf } from '../turn.js';
import { audit } from './audit.js';
import { keepAccount, keepKeys, keepRoster } from './kept.js';
import { dropPublications } from './publications.js';
import { isProven, keepSheet } from './recovery.js';

const CLAIM_SECONDS = 60 * 60;

export async function secret({ db }: Turn, name: 'decoy' | 'proof'): Promise<Bytes> {
  await db
    .insertInto('secret')
    .values({ name, value: new Uint8Array(randomBytes(32)) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow())
    .value;
}

/** Whether any box was ever made here. */
export const hasBox = async ({ db }: Look): Promise<boolean> =>
  (await db.selectFrom('box').select('box_id').limit(1).executeTakeFirst()) !== undefined;

/** The only box, if there is exactly one: a desk that is opened here by its bare address is that box's. */
export async function onlyBox({
  db,
}: Look): Promise<{ readonly boxId: Bytes; readonly idPk: Bytes } | undefined> {
  const [one, another] = await db
    .selectFrom('roster')
    .select(['box_id', 'id_pk'])
    .where('version', '=', (row) =>
      row
        .selectFrom('roster as newer')
        .select((of) => of.fn.max('newer.version').as('last'))
        .whereRef('newer.box_id', '=', 'roster.box_id'),
    )
    .limit(2)
    .execute();
  return one && !another ? { boxId: one.box_id, idPk: one.id_pk } : undefined;
}

export async function offerClaim(turn: Turn, claimHash: Bytes): Promise<void> {
  await turn.db.deleteFrom('first_claim').execute();
  await turn.db
    .insertInto('first_claim')
    .values({ claim_hash: claimHash, until: turn.now + CLAIM_SECONDS })
    .execute();
}

export async function makeBox(
  turn: Turn,
  claimHash: Bytes,
  { boxId, roster, account, keys, sheet }: NewBox,
): Promise<'made' | 'claim-refused' | 'box-exists'> {
  const { db, now } = turn;
  const claims = await db.selectFrom('first_claim').select('claim_hash').where('until', '>', now).execute();
  if (!claims.some(({ claim_hash }) => sameBytes(claim_hash, claimHash))) return 'claim-refused';
  if (await db.selectFrom('box').select('box_id').where('box_id', '=', boxId).executeTakeFirst())
    return 'box-exists';
  await db.deleteFrom('first_claim').execute();
  await db.insertInto('box').values({ box_id: boxId }).execute();
  await keepRoster(turn, boxId, roster);
  await keepAccount(turn, boxId, account);
  await keepKeys(turn, boxId, keys);
  await keepSheet(turn, boxId, sheet);
  await audit(turn, { boxId, memberId: account.id }, 'made', 'box');
  return 'made';
}

export async function published({ db }: Look, boxId: Bytes): Promise<PublishedBox | undefined> {
  const row = await db
    .selectFrom('manifest')
    .leftJoin('catalogue', 'catalogue.box_id', 'manifest.box_id')
    .select(['manifest.payload', 'manifest.id_pk', 'manifest.sig'])
    .select(['catalogue.payload as c_payload', 'catalogue.id_pk as c_id_pk', 'catalogue.sig as c_sig'])
    .where('manifest.box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { c_payload, c_id_pk, c_sig } = row;
  const catalogue =
    c_payload && c_id_pk && c_sig ? toDocument({ payload: c_payload, id_pk: c_id_pk, sig: c_sig }) : null;
  return { manifest: toDocument(row), catalogue };
}

export async function putManifest(
  turn: Turn,
  session: Session,
  { document, epoch, suite, keyId, notAfter, retentionDays }: NewManifest,
  keys: readonly SealedKey[],
  catalogue?: NewCatalogue,
): Promise<'kept' | 'older' | 'sheet-not-proven'> {
  const { db, now } = turn;
  const { boxId } = session;
  const current = await db
    .selectFrom('manifest')
    .select(['epoch', 'key_id', 'not_after'])
    .where('box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  // A box without a way back would lose its questions with the first forgotten passphrase.
  if (!current && !(await isProven(turn, boxId))) return 'sheet-not-proven';
  if (current && epoch < current.epoch) return 'older';
  if (current?.epoch === epoch) {
    // An epoch is its key: with another one, what was sealed to the first would be refused without its 48 hours.
    if (!sameBytes(current.key_id, keyId)) return 'older';
    // One that has ended is not begun again: its tombstones are gone.
    const ended = dayOf(now) > current.not_after + DAYS_AFTER_EPOCH;
    if (ended && notAfter > current.not_after) return 'older';
  }
  // Nothing was written yet: either both are kept, or neither.
  if (catalogue && (await putCatalogue(turn, session, catalogue.document, catalogue.number)) === 'older')
    return 'older';
  const columns = { suite, key_id: keyId, not_after: notAfter, retention_days: retentionDays };
  if (current?.epoch === epoch) {
    await db
      .updateTable('manifest')
      .set({ ...columns, ...toColumns(document) })
      .where('box_id', '=', boxId)
      .where('epoch', '=', epoch)
      .execute();
    // Questions of this epoch are taken for longer now, so tombstones have to stand for longer. They do not say of which box they are.
    if (notAfter > current.not_after) {
      const untilDay = notAfter + DAYS_AFTER_EPOCH;
      await db
        .updateTable('tombstone')
        .set({ until_day: untilDay })
        .where('until_day', '>=', current.not_after + DAYS_AFTER_EPOCH)
        .where('until_day', '<', untilDay)
        .execute();
    }
  } else {
    if (current) {
      await db
        .updateTable('manifest')
        .set({ replaced_at: now })
        .where('box_id', '=', boxId)
        .where('epoch', '=', current.epoch)
        .execute();
    }
    await db
      .insertInto('manifest')
      .values({ box_id: boxId, epoch, ...columns, ...toColumns(document) })
      .execute();
  }
  await keepKeys(turn, boxId, keys);
  await audit(turn, session, 'signed', 'manifest');
  return 'kept';
}

export async function putCatalogue(
  turn: Turn,
  session: Session,
  document: SignedDocument,
  number: number,
  published: readonly Bytes[] = [],
): Promise<'kept' | 'older'> {
  const { db } = turn;
  const { boxId } = session;
  const columns = { number, ...toColumns(document) };
  const current = await db
    .selectFrom('catalogue')
    .select(['number', 'payload'])
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  if (current && number < current.number) return 'older';
  if (current?.number === number && !sameBytes(current.payload, columns.payload)) return 'older';
  await db
    .insertInto('catalogue')
    .values({ box_id: boxId, ...columns })
    .onConflict((conflict) => conflict.column('box_id').doUpdateSet(columns))
    .execute();
  await dropPublications(turn, boxId, published);
  await audit(turn, session, 'signed', 'catalogue');
  return 'kept';
}
