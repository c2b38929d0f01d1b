/** What several operations keep in the same way: sealed keys, accounts, a further roster. */
import type { Bytes, SealedKey } from '../../../../src/domain/sealing/server.js';
import type { Account, NewRoster } from '../../store.js';
import { toColumns, toKeyRow } from '../rows.js';
import type { Turn } from '../turn.js';

export async function keepKeys({ db }: Turn, boxId: Bytes, keys: readonly SealedKey[]): Promise<void> {
  for (const key of keys) {
    await db
      .insertInto('epoch_key')
      .values(toKeyRow(boxId, key))
      // The first stays: a desk that seals anew what stands here already, and badly, would lock its owner out.
      .onConflict((conflict) => conflict.columns(['box_id', 'kind', 'key_id', 'recipient']).doNothing())
      .execute();
  }
}

/** What an account is signed in with. */
export const toSecretColumns = ({
  salt,
  iterations,
  authHash,
  wrapped,
}: Pick<Account, 'salt' | 'iterations' | 'authHash' | 'wrapped'>) => ({
  salt,
  iterations,
  auth_hash: authHash,
  wrapped_iv: wrapped.iv,
  wrapped_ct: wrapped.ct,
});

/** In place of one with the same id. */
export async function keepAccount({ db }: Turn, boxId: Bytes, account: Account): Promise<void> {
  const { id, name, role } = account;
  const columns = { name, role, ...toSecretColumns(account) };
  await db
    .insertInto('facilitator')
    .values({ box_id: boxId, id, ...columns })
    .onConflict((conflict) => conflict.columns(['box_id', 'id']).doUpdateSet(columns))
    .execute();
}

/** The very next one, and no other: two keepers who sign at once do not both get their way. */
export async function isNextRoster(
  { db }: Turn,
  boxId: Bytes,
  { version }: Pick<NewRoster, 'version'>,
): Promise<boolean> {
  const { last } = await db
    .selectFrom('roster')
    .select((row) => row.fn.max('version').as('last'))
    .where('box_id', '=', boxId)
    .executeTakeFirstOrThrow();
  return version === last + 1;
}

export async function keepRoster(
  { db }: Turn,
  boxId: Bytes,
  { document, version }: Pick<NewRoster, 'document' | 'version'>,
): Promise<void> {
  await db
    .insertInto('roster')
    .values({ box_id: boxId, version, ...toColumns(document) })
    .execute();
}
