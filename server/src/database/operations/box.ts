/** A box and its signed documents: made once by a first link, then changed only by newer ones. */
import { createHash, randomBytes } from 'node:crypto';
import type { Bytes, SealedKey, SignedDocument } from '../../../../src/domain/sealing/server.js';
import { sameBytes } from '../../../../src/domain/sealing/server.js';
import type {
  Account,
  NewBox,
  NewManifest,
  NewRoster,
  PublishedBox,
  Session,
  StaffView,
} from '../../store.js';
import { numberOf, toColumns, toDocument, toKeyRow, toSealedKey } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { DAYS_AFTER_EPOCH, dayOf } from '../turn.js';
import { audit } from './audit.js';

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

export async function offerClaim(turn: Turn, claimHash: Bytes): Promise<void> {
  await turn.db.deleteFrom('first_claim').execute();
  await turn.db
    .insertInto('first_claim')
    .values({ claim_hash: claimHash, until: turn.now + CLAIM_SECONDS })
    .execute();
}

async function keepKeys({ db }: Turn, boxId: Bytes, keys: readonly SealedKey[]): Promise<void> {
  for (const key of keys) {
    await db
      .insertInto('epoch_key')
      .values(toKeyRow(boxId, key))
      // The first stays: a desk that seals anew what stands here already, and badly, would lock its owner out.
      .onConflict((conflict) => conflict.columns(['box_id', 'kind', 'key_id', 'recipient']).doNothing())
      .execute();
  }
}

async function keepAccount({ db }: Turn, boxId: Bytes, account: Account): Promise<void> {
  const { id, name, role, salt, iterations, authHash, wrapped } = account;
  await db
    .insertInto('facilitator')
    .values({
      box_id: boxId,
      id,
      name,
      role,
      salt,
      iterations,
      auth_hash: authHash,
      wrapped_iv: wrapped.iv,
      wrapped_ct: wrapped.ct,
    })
    .execute();
}

export async function makeBox(
  turn: Turn,
  claimHash: Bytes,
  { boxId, roster, account, keys }: NewBox,
): Promise<'made' | 'claim-refused' | 'box-exists'> {
  const { db, now } = turn;
  const claims = await db.selectFrom('first_claim').select('claim_hash').where('until', '>', now).execute();
  if (!claims.some(({ claim_hash }) => sameBytes(claim_hash, claimHash))) return 'claim-refused';
  if (await db.selectFrom('box').select('box_id').where('box_id', '=', boxId).executeTakeFirst())
    return 'box-exists';
  await db.deleteFrom('first_claim').execute();
  await db.insertInto('box').values({ box_id: boxId }).execute();
  await db
    .insertInto('roster')
    .values({ box_id: boxId, version: roster.version, ...toColumns(roster.document) })
    .execute();
  await keepAccount(turn, boxId, account);
  await keepKeys(turn, boxId, keys);
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
): Promise<'kept' | 'older'> {
  const { db, now } = turn;
  const { boxId } = session;
  const current = await db
    .selectFrom('manifest')
    .select(['epoch', 'key_id', 'not_after'])
    .where('box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  const columns = { suite, key_id: keyId, not_after: notAfter, retention_days: retentionDays };
  if (current && epoch < current.epoch) return 'older';
  if (current?.epoch === epoch) {
    // An epoch is its key: with another one, what was sealed to the first would be refused without its 48 hours.
    if (!sameBytes(current.key_id, keyId)) return 'older';
    // One that has ended is not begun again: its tombstones are gone.
    const ended = dayOf(now) > current.not_after + DAYS_AFTER_EPOCH;
    if (ended && notAfter > current.not_after) return 'older';
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

/** Whoever is no longer on the roster is signed out, and has no account and no claims. */
async function leave({ db }: Turn, boxId: Bytes, id: string): Promise<void> {
  await db.deleteFrom('facilitator').where('box_id', '=', boxId).where('id', '=', id).execute();
  await db.deleteFrom('session_hash').where('box_id', '=', boxId).where('member_id', '=', id).execute();
  await db
    .updateTable('question')
    .set({ claim_by: null, claim_until: null })
    .where('box_id', '=', boxId)
    .where('claim_by', '=', id)
    .execute();
}

export async function putRoster(
  turn: Turn,
  session: Session,
  { document, version, members }: NewRoster,
  keys: readonly SealedKey[],
): Promise<'kept' | 'version-taken'> {
  const { db } = turn;
  const { boxId } = session;
  const { last } = await db
    .selectFrom('roster')
    .select((row) => row.fn.max('version').as('last'))
    .where('box_id', '=', boxId)
    .executeTakeFirstOrThrow();
  if (version !== last + 1) return 'version-taken';
  await db
    .insertInto('roster')
    .values({ box_id: boxId, version, ...toColumns(document) })
    .execute();
  const accounts = await db
    .selectFrom('facilitator')
    .select(['id', 'role'])
    .where('box_id', '=', boxId)
    .execute();
  for (const { id, role } of accounts) {
    const member = members.find((one) => one.id === id);
    if (!member) await leave(turn, boxId, id);
    else if (member.role !== role) {
      await db
        .updateTable('facilitator')
        .set({ role: member.role })
        .where('box_id', '=', boxId)
        .where('id', '=', id)
        .execute();
    }
  }
  await keepKeys(turn, boxId, keys);
  await audit(turn, session, 'signed', 'roster');
  return 'kept';
}

export async function putCatalogue(
  turn: Turn,
  session: Session,
  document: SignedDocument,
  number: number,
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
  await audit(turn, session, 'signed', 'catalogue');
  return 'kept';
}

/** Ids of the keys to which something is sealed for this member, as the rosters name them: they were verified when they came. */
function recipientIds(rosters: readonly { payload: Bytes }[], memberId: string): readonly Bytes[] {
  const newest = rosters.at(-1);
  if (!newest) return [];
  const { members } = JSON.parse(Buffer.from(newest.payload).toString()) as {
    members: readonly { id: string; pk: string }[];
  };
  return members
    .filter(({ id }) => id === memberId)
    .map(
      ({ pk }) =>
        new Uint8Array(createHash('sha256').update(Buffer.from(pk, 'base64url')).digest().subarray(0, 8)),
    );
}

export async function staffView({ db, now }: Look, { boxId, memberId }: Session): Promise<StaffView> {
  const rosters = await db
    .selectFrom('roster')
    .select(['payload', 'id_pk', 'sig'])
    .where('box_id', '=', boxId)
    .orderBy('version')
    .execute();
  const recipients = recipientIds(rosters, memberId);
  const keys =
    recipients.length === 0
      ? []
      : await db
          .selectFrom('epoch_key')
          .selectAll()
          .where('box_id', '=', boxId)
          .where('recipient', 'in', recipients)
          .execute();
  const manifest = await db
    .selectFrom('manifest')
    .select(['payload', 'id_pk', 'sig'])
    .where('box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  const catalogue = await db
    .selectFrom('catalogue')
    .select(['payload', 'id_pk', 'sig'])
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  const states = await db
    .selectFrom('question')
    .select((row) => ['state', row.fn.countAll<number>().as('count'), row.fn.min('day').as('oldest')])
    .where('box_id', '=', boxId)
    .groupBy('state')
    .execute();
  const backup = await db
    .selectFrom('ledger')
    .select('value')
    .where('name', '=', 'backup-day')
    .executeTakeFirst();
  const of = (state: 'new' | 'answered' | 'closed') => states.find((one) => one.state === numberOf(state));
  return {
    manifest: manifest ? toDocument(manifest) : null,
    rosters: rosters.map(toDocument),
    keys: keys.map(toSealedKey),
    catalogue: catalogue ? toDocument(catalogue) : null,
    counts: {
      new: of('new')?.count ?? 0,
      answered: of('answered')?.count ?? 0,
      closed: of('closed')?.count ?? 0,
    },
    oldestWaitingDay: of('new')?.oldest ?? null,
    today: dayOf(now),
    backupDay: backup?.value ?? null,
  };
}
