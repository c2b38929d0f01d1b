/**
 * The tables of an HSDS source, whose rows name each other by id ("Tabular Data Package"), put together to the objects
 * that the JSON has ("Dereferencing"): a service with its places, each with its address and schedules.
 */
import { type Fields, fields, text } from './record.js';

/** One record of the source: a service with the places where it is delivered, or why there is none. */
export interface Entry {
  readonly service?: Fields;
  /** `service_at_location` objects, each with its `location`. */
  readonly links: readonly Fields[];
  readonly organization?: Fields;
  /** The record is one link between a service and a place; others may tell of the same service. */
  readonly isLink?: boolean;
  readonly reason?: string;
}

export const array = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** Names of tables as the files of a data package have them, and as version 1 and others write them. */
const TABLE_NAMES: Readonly<Record<string, string>> = {
  service: 'services',
  organization: 'organizations',
  location: 'locations',
  service_at_location: 'service_at_locations',
  services_at_location: 'service_at_locations',
  schedule: 'schedules',
  regular_schedule: 'schedules',
  regular_schedules: 'schedules',
  address: 'addresses',
  physical_address: 'addresses',
  physical_addresses: 'addresses',
  accessibility_for_disabilities: 'accessibility',
  phone: 'phones',
  contact: 'contacts',
  language: 'languages',
  cost_option: 'cost_options',
  attribute: 'attributes',
  service_attribute: 'attributes',
  service_attributes: 'attributes',
  taxonomy_term: 'taxonomy_terms',
  required_document: 'required_documents',
};

/** The rows of a table by what one of its columns says. */
type Index = ReadonlyMap<string, readonly Fields[]>;
const NONE: readonly Fields[] = [];

export class Tables {
  readonly #tables = new Map<string, readonly unknown[]>();
  readonly #indexes = new Map<string, Index>();

  constructor(top: Fields) {
    for (const [key, value] of Object.entries(top)) {
      const name = key.replace(/\.(?:csv|json)$/, '');
      const rows = array(value);
      if (rows) this.#tables.set(Object.hasOwn(TABLE_NAMES, name) ? (TABLE_NAMES[name] ?? name) : name, rows);
    }
  }

  rows(table: string): readonly unknown[] | undefined {
    return this.#tables.get(table);
  }

  /** Rows of a table whose column holds the id. */
  by(table: string, column: string, id: unknown): readonly Fields[] {
    const wanted = text(id, 80);
    if (!wanted || !this.#tables.has(table)) return NONE;
    const key = `${table}.${column}`;
    let index = this.#indexes.get(key);
    if (!index) {
      const built = new Map<string, Fields[]>();
      for (const row of this.#tables.get(table) ?? []) {
        const found = fields(row);
        const value = text(found?.[column], 80);
        if (!found || !value) continue;
        const same = built.get(value);
        if (same) same.push(found);
        else built.set(value, [found]);
      }
      index = built;
      this.#indexes.set(key, index);
    }
    return index.get(wanted) ?? NONE;
  }

  /** An object with what other tables say about it; what it holds itself stays. */
  #filled(row: Fields, column: string, tables: readonly string[]): Fields {
    const more: Record<string, unknown> = {};
    for (const table of tables) {
      if (row[table] !== undefined && row[table] !== null) continue;
      let rows = this.by(table, column, row.id);
      // The example data names service and location beside the closer `service_at_location`.
      if (column !== 'service_at_location_id') rows = rows.filter((one) => !text(one.service_at_location_id));
      if (rows.length) more[table] = rows;
    }
    return { ...row, ...more };
  }

  #withPhones = (row: Fields): Fields => ({
    ...row,
    ...(array(row.contacts) && {
      contacts: (array(row.contacts) ?? []).map((contact) => {
        const found = fields(contact);
        return found && this.#filled(found, 'contact_id', ['phones']);
      }),
    }),
  });

  location(row: Fields): Fields {
    return this.#withPhones(
      this.#filled(row, 'location_id', [
        'addresses',
        'accessibility',
        'phones',
        'contacts',
        'languages',
        'schedules',
      ]),
    );
  }

  link(row: Fields): Fields {
    const location = fields(row.location) ?? this.by('locations', 'id', row.location_id)[0];
    const filled = this.#filled(row, 'service_at_location_id', ['phones', 'contacts', 'schedules']);
    return this.#withPhones({ ...filled, ...(location && { location: this.location(location) }) });
  }

  organization(row: Fields): Fields {
    return this.#withPhones(this.#filled(row, 'organization_id', ['phones', 'contacts']));
  }

  service(row: Fields): Fields {
    const filled = this.#filled(row, 'service_id', [
      'phones',
      'contacts',
      'languages',
      'schedules',
      'cost_options',
      'required_documents',
    ]);
    const own = array(row.attributes) ?? this.by('attributes', 'link_id', row.id);
    const attributes = own.map((attribute) => {
      const found = fields(attribute);
      const term = found && this.by('taxonomy_terms', 'id', found.taxonomy_term_id)[0];
      return term ? { taxonomy_term: term, ...found } : found;
    });
    return this.#withPhones({ ...filled, ...(attributes.length && { attributes }) });
  }

  /** A service with its places and its organization. */
  entry(row: Fields, more: Partial<Entry> = {}): Entry {
    const links = array(row.service_at_locations) ?? this.by('service_at_locations', 'service_id', row.id);
    const organization =
      fields(row.organization) ??
      more.organization ??
      this.by('organizations', 'id', row.organization_id)[0] ??
      fields(array(row.organizations)?.[0]);
    return {
      ...more,
      service: this.service(row),
      links: [
        ...(more.links ?? []),
        ...links
          .slice(0, 100)
          .map(fields)
          .filter((link) => link !== undefined)
          .map((link) => this.link(link)),
      ],
      ...(organization && { organization: this.organization(organization) }),
    };
  }
}
