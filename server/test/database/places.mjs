/** A place for a database of each kind, and a box in it that tests may fill: random bytes stand for what is sealed. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { openStore } from '../../dist/parts.js';
import { startPostgres } from '../set-up/postgres.mjs';

export const bytes = (length) => new Uint8Array(randomBytes(length));

export const DAY = 86_400;

/** 2030-01-01, at noon. */
export const START = 21_915 * DAY + DAY / 2;

/** A clock that stands until a test moves it. */
export function stoppedClock(now = START) {
  const clock = () => clock.now;
  clock.now = now;
  return clock;
}

export const dayOf = (seconds) => Math.floor(seconds / DAY);

/**
 * Runs the same tests on both databases. `place.open()` opens the store; all that was opened is closed in the end.
 *
 * @param {string} what
 * @param {(place: { kind: 'sqlite' | 'postgres', url: string, folder: string, postgres: any, open(options?: object): Promise<any>, fresh(): Promise<void> }) => void} body
 */
export function onBoth(what, body, kinds = ['sqlite', 'postgres']) {
  for (const kind of kinds) {
    describe(`${what} (${kind})`, () => {
      const stores = [];
      const events = [];
      const place = {
        kind,
        events,
        async open(options = {}) {
          const store = await openStore({
            url: place.url,
            boxLimit: 5000,
            journal: path.join(place.folder, 'journal'),
            log: (event, facts) => events.push([event, facts]),
            ...options,
          });
          stores.push(store);
          return store;
        },
        /** Another database, empty. */
        async fresh() {
          place.url =
            kind === 'sqlite'
              ? `file:${path.join(mkdtempSync(path.join(place.folder, 'data-')), 'kith.db')}`
              : await place.postgres.freshDatabase();
        },
      };
      before(async () => {
        place.folder = mkdtempSync(path.join(os.tmpdir(), 'kith-store-'));
        if (kind === 'postgres') place.postgres = await startPostgres();
        await place.fresh();
      });
      after(async () => {
        for (const store of stores) await store.close();
        await place.postgres?.stop();
        rmSync(place.folder, { recursive: true, force: true });
      });
      body(place);
    });
  }
}

const base64url = (given) => Buffer.from(given).toString('base64url');

/** Signed by nobody: the store keeps what the routes have verified. */
export const document = (content = { random: randomBytes(8).toString('hex') }) => ({
  payload: base64url(JSON.stringify(content)),
  idPk: base64url(bytes(65)),
  sig: base64url(bytes(64)),
});

export const keyIdOf = (pk) => new Uint8Array(createHash('sha256').update(pk).digest().subarray(0, 8));

export const accountNamed = (id, role = 'keeper') => ({
  id,
  name: id,
  role,
  salt: bytes(16),
  iterations: 600_000,
  authHash: bytes(32),
  wrapped: { iv: bytes(12), ct: bytes(210) },
});

export const rosterOf = (version, members, recoveryPk = bytes(65)) => ({
  document: document({
    version,
    members: members.map(({ id, pk = bytes(65) }) => ({ id, pk: base64url(pk) })),
    recoveryPk: base64url(recoveryPk),
  }),
  version,
  members: members.map(({ id, role, name = id, pk = bytes(65), verifyPk = bytes(65) }) => ({
    id,
    name,
    role,
    pk,
    verifyPk,
  })),
});

export const sheetOf = () => ({ authHash: bytes(32), test: '{}', answerHash: bytes(32) });

export const noteOf = (size = 16_400) => ({ keyId: bytes(8), enc: bytes(65), ct: bytes(size) });

export const sealedKey = (to, keyId = bytes(8), kind = 'epoch') => ({
  kind,
  keyId,
  to,
  enc: bytes(65),
  ct: bytes(113),
});

export const manifestOf = (epoch, changed = {}) => ({
  document: document(),
  epoch,
  suite: 1,
  keyId: bytes(8),
  notAfter: dayOf(START) + 90,
  retentionDays: 30,
  ...changed,
});

export const questionFor = ({ boxId, manifest }, changed = {}) => ({
  v: 1,
  suite: 1,
  boxId,
  keyId: manifest.keyId,
  locator: bytes(16),
  eraseHash: bytes(32),
  enc: bytes(65),
  ct: bytes(8208),
  ...changed,
});

export const answerOf = (seq) => ({ seq, iv: bytes(12), ct: bytes(16_400) });

/** A box with one keeper, Ann, open for questions of epoch 1. */
export async function makeBox(store, manifest = manifestOf(1)) {
  const boxId = bytes(16);
  const claim = bytes(32);
  const pk = bytes(65);
  const ann = { id: 'ann', role: 'keeper', pk };
  const sheet = sheetOf();
  await store.offerClaim(claim);
  const made = await store.makeBox(claim, {
    boxId,
    roster: rosterOf(1, [ann]),
    account: accountNamed('ann'),
    keys: [],
    sheet,
  });
  if (made !== 'made') throw new Error(made);
  const session = { boxId, memberId: 'ann', role: 'keeper' };
  await store.sheetProven(boxId, sheet.answerHash);
  if (manifest) await store.putManifest(session, manifest, []);
  return { boxId, ann, session, manifest, sheet };
}
