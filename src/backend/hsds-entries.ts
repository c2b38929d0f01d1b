/**
 * Finds the services in whatever shape an HSDS source has: one object, a list, a page of an API, or the tables of a
 * Tabular Data Package, whose rows name each other by id (specification, "Serialization and Publication Formats").
 */
import { array, type Entry, Tables } from './hsds-tables.js';
import { type Fields, fields, text } from './record.js';

export interface Found {
  readonly entries: readonly Entry[];
  /** About the source as a whole. */
  readonly remarks: readonly string[];
}

/** Tables that may be the list of records, the likeliest first. */
const LISTS = ['services', 'organizations', 'service_at_locations', 'locations'];

const isLocation = (item: Fields): boolean =>
  !item.status &&
  !item.service_at_locations &&
  Boolean(item.location_type || array(item.addresses) || array(item.physical_addresses));

/** What one object of a list is. Its kind is nowhere written, but each has fields that no other has. */
function entriesOf(item: unknown, tables: Tables, shared: Set<string>): Entry[] {
  const found = fields(item);
  if (!found) return [{ links: [], reason: 'is no record ("{…}")' }];
  const inner = fields(found.service) ?? tables.by('services', 'id', found.service_id)[0];
  if (inner && !found.name) return [tables.entry(inner, { links: [tables.link(found)], isLink: true })];
  const place = isLocation(found);
  const services = array(found.services);
  if (services) {
    if (!services.length) return [{ links: [], reason: 'has no services' }];
    const about: Partial<Entry> = place
      ? { links: [{ location: tables.location(found) }] }
      : { organization: found };
    // Places that the organization's services name by id alone.
    const own = new Tables(found);
    return services.flatMap((service): Entry[] => {
      const one = fields(service);
      return one ? [own.entry(one, about)] : [{ links: [], reason: 'is no record ("{…}")' }];
    });
  }
  if (place) {
    shared.add('Locations without services are shown as groups: use an address that gives services');
    const location = tables.location(found);
    const { name, alternate_name, description, id, phones, contacts, languages, schedules, ...rest } =
      location;
    const service = { id, name, alternate_name, description, phones, contacts, languages, schedules };
    return [{ service, links: [{ location: { id, name, ...rest } }] }];
  }
  if (found.location && !found.name) return [{ links: [], reason: 'is a place without its service' }];
  if (
    found.website !== undefined ||
    found.legal_status !== undefined ||
    array(found.organization_identifiers)
  )
    return [{ links: [], reason: 'is an organization without services: use an address that gives services' }];
  return [tables.entry(found)];
}

/** "API Reference", Lists and Pagination; Open Referral UK 1 writes `content`, `totalPages` and `number`. */
function pageRemark(page: Fields, items: readonly unknown[]): string | undefined {
  const total = Number(page.total_items ?? page.totalElements);
  const pages = Number(page.total_pages ?? page.totalPages);
  if (!(pages > 1) && !(total > items.length)) return undefined;
  const number = text(page.page_number ?? page.number, 10) || '1';
  const which = pages > 1 ? `page ${number} of ${pages}` : 'a part of the list';
  const share = total > 0 ? ` (${items.length} of ${total} records)` : '';
  return (
    `This is ${which}${share}; the rest is not shown. Ask for more on one page (often ?per_page=500), ` +
    'or write the addresses of all pages into src, with a space between them'
  );
}

/** Finds the records; `undefined` for what is no HSDS. @param pause Called now and then, in long lists. */
export async function findEntries(json: unknown, pause: () => Promise<void>): Promise<Found | undefined> {
  const top = fields(json);
  const bare = array(json) ?? array(top?.contents) ?? array(top?.content);
  let tables = new Tables({});
  let items = bare ?? [json];
  if (!bare && top && !top.name && !top.service) {
    // An organization or a location has services as well, but a name beside them.
    tables = new Tables(top);
    const rows = LISTS.map((table) => tables.rows(table)).find((list) => list);
    if (!rows) return undefined;
    items = rows;
  } else if (!bare && !top) return undefined;
  const entries: Entry[] = [];
  const shared = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (index % 100 === 99) await pause();
    entries.push(...entriesOf(item, tables, shared));
  }
  const page = bare && top && pageRemark(top, bare);
  return { entries, remarks: [...(page ? [page] : []), ...shared] };
}

/** How many records a source has, before anything is made of them. */
export function countRecords(json: unknown): number {
  const top = fields(json);
  const lists = [
    json,
    top?.contents,
    top?.content,
    ...(top ? LISTS.flatMap((name) => [top[name], top[`${name}.csv`]]) : []),
  ];
  let most = 0;
  for (const list of lists.map(array)) {
    if (!list) continue;
    let records = list.length;
    for (const item of list) records += array(fields(item)?.services)?.length ?? 0;
    most = Math.max(most, records);
  }
  return most;
}
