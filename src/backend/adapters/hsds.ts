/**
 * Reads the Human Services Data Specification of Open Referral, version 3 (docs.openreferral.org), as services, lists
 * and pages of an API, organizations, links between service and place, or tables; also what versions 1 and 2 and Open
 * Referral UK name differently. A service becomes a group; its schedules at its places become meetings.
 */
import type { Directory, Organisation } from '../../domain/directory.js';
import type { Group } from '../../domain/group.js';
import { countRecords, findEntries } from '../hsds-entries.js';
import { meetingsOf, SCHEDULES, type Spot } from '../hsds-meetings.js';
import { placeOf } from '../hsds-place.js';
import { HsdsRecord } from '../hsds-record.js';
import { reachOf, readService } from '../hsds-service.js';
import type { Entry } from '../hsds-tables.js';
import type { DirectoryAdapter, ReadContext, Reading } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { type Fields, given, slugOf, Tally, text, uniqueIds } from '../record.js';

/** A record that cannot be kept, with the reason. */
class LeftOut extends Error {}

/** "The current status of the service which can be active, inactive, defunct, or temporarily closed." */
function refuseClosed(record: HsdsRecord): void {
  const status = record.text('status', 40);
  if (!status || /^active$/i.test(status)) return;
  if (/closed|defunct|inactive|suspended|withdrawn|deleted/i.test(status))
    throw new LeftOut(`status is "${status}"`);
  record.tally.repeat(
    `status ${status}`,
    record.row,
    (times) =>
      `status "${status}" is none of active, inactive, defunct and temporarily closed; it is shown (${times})`,
  );
}

function groupOf(entry: Entry, tally: Tally, row: number, context: ReadContext): Group {
  if (!entry.service) throw new LeftOut(entry.reason ?? 'is no service');
  const wrap = (item: Fields, path: string) => new HsdsRecord(item, tally, row, path, context.address);
  const record = wrap(entry.service, '');
  const name = record.text('name') ?? record.text('alternate_name');
  if (!name) throw new LeftOut('has no name');
  refuseClosed(record);
  const organization = entry.organization && wrap(entry.organization, 'organization.');
  const spots = entry.links.map((item, index): Spot => {
    const link = wrap(item, `service_at_locations[${index}].`);
    const location = link.one('location');
    return { link, ...given({ location, place: location && placeOf(location) }) };
  });
  const meetings = meetingsOf(record, spots, context);
  const group = readService(
    record,
    name,
    spots.map(({ link, location }) => [link, location].filter((one) => one !== undefined)),
    organization,
    context.today,
  );
  const page = [record, ...spots.flatMap(({ link }) => link ?? [])]
    .flatMap((one) => one.inside(...SCHEDULES))
    .map((one) => one.text('schedule_link') && one.link('schedule_link'));
  return {
    ...group,
    ...given({ url: group.url ?? page.find((one) => one) }),
    id: record.text('id', 80) ?? slugOf(name),
    meetings,
  };
}

/** Who keeps the listing: the organization behind all of its services, where there is one. */
function organisationOf(entries: readonly Entry[]): Organisation | undefined {
  const first = entries.find(({ organization }) => organization)?.organization;
  if (
    !first ||
    entries.some(
      ({ service, organization }) =>
        service && text(organization?.id ?? organization?.name) !== text(first.id ?? first.name),
    )
  )
    return undefined;
  // Told of with the services already.
  const record = new HsdsRecord(first, new Tally());
  const organisation = given({
    ...reachOf(record),
    name: record.text('name'),
    url: record.link('website') ?? record.link('url'),
  });
  return Object.keys(organisation).length ? organisation : undefined;
}

interface Gathered {
  readonly entry: Entry;
  readonly rows: number[];
}

/** Entries of one service come together: links between service and place tell of it once for each place. */
function gather(entries: readonly Entry[]): Gathered[] {
  const gathered: Gathered[] = [];
  const byId = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const row = index + 1;
    const id = text(entry.service?.id, 80);
    const at = id ? byId.get(id) : undefined;
    const before = at === undefined ? undefined : gathered[at];
    if (at === undefined || !before) {
      if (id) byId.set(id, gathered.length);
      gathered.push({ entry, rows: [row] });
    } else if (entry.isLink || before.entry.isLink) {
      gathered[at] = {
        entry: { ...before.entry, links: [...before.entry.links, ...entry.links] },
        rows: [...before.rows, row],
      };
    } else
      gathered.push({
        entry: { links: [], reason: `has the same id as record ${before.rows[0]}` },
        rows: [row],
      });
  }
  return gathered;
}

export const hsds: DirectoryAdapter = {
  format: 'hsds',

  async read({ json }, context): Promise<Reading> {
    refuseMany(countRecords(json), context.address);
    const found = await findEntries(json, context.pause);
    if (!found) {
      throw new Problem(
        'malformed',
        'HSDS is JSON with services: one, a list, a page ({ "contents": [ … ] }) or tables. This holds none: ' +
          'if it is the address of an API, add /services to it',
      );
    }
    const { entries, remarks } = found;
    const tally = new Tally();
    for (const remark of remarks) tally.remark(remark);
    const idFor = uniqueIds();
    const groups: Group[] = [];
    for (const [index, { entry, rows }] of gather(entries).entries()) {
      if (index % 20 === 19) await context.pause();
      const [row = 0] = rows;
      try {
        const group = groupOf(entry, tally, row, context);
        groups.push({ ...group, id: idFor(group.id) });
        tally.kept += rows.length;
      } catch (error) {
        if (!(error instanceof LeftOut)) throw error;
        for (const one of rows) tally.leaveOut(one, error.message);
      }
    }
    const directory: Directory = { ...given({ organisation: organisationOf(entries) }), groups };
    return tally.reading(directory);
  },
};
