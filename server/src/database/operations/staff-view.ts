/** The box as its staff sees it: everything of it in one state, but for the questions themselves. */
import type { Session, StaffView } from '../../store.js';
import { numberOf, toDocument, toNote } from '../rows.js';
import type { Look } from '../turn.js';
import { dayOf } from '../turn.js';
import { allManifests, allRosters, keysFor, namedIn } from './documents.js';
import { openInvitations } from './invitations.js';
import { origins } from './origins.js';
import { countPublications } from './publications.js';

export async function staffView(look: Look, { boxId, memberId, role }: Session): Promise<StaffView> {
  const { db, now } = look;
  const rosters = await allRosters(look, boxId);
  const newest = rosters.at(-1);
  const me = newest ? namedIn(newest).members.filter(({ id }) => id === memberId) : [];
  const manifests = await allManifests(look, boxId);
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
  const sheet = await db
    .selectFrom('sheet')
    .select('proven_day')
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  const rules = await db
    .selectFrom('team_note')
    .select(['key_id', 'enc', 'ct'])
    .where('box_id', '=', boxId)
    .where('name', '=', 'rules')
    .executeTakeFirst();
  const of = (state: 'new' | 'answered' | 'closed') => states.find((one) => one.state === numberOf(state));
  return {
    manifest: manifests.at(-1) ?? null,
    manifests,
    rosters: rosters.map(toDocument),
    keys: await keysFor(
      look,
      boxId,
      me.map(({ pk }) => pk),
    ),
    catalogue: catalogue ? toDocument(catalogue) : null,
    counts: {
      new: of('new')?.count ?? 0,
      answered: of('answered')?.count ?? 0,
      closed: of('closed')?.count ?? 0,
    },
    oldestWaitingDay: of('new')?.oldest ?? null,
    today: dayOf(now),
    backupDay: backup?.value ?? null,
    sheetProvenDay: sheet?.proven_day ?? null,
    invitations: role === 'keeper' ? await openInvitations(look, boxId) : [],
    rules: rules ? toNote(rules) : null,
    origins: await origins(look, boxId),
    publications: await countPublications(look, boxId),
  };
}
