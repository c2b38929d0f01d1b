/** Who keeps the meetings of a BMLT server: service bodies, each below another. */
import type { Organisation } from '../domain/directory.js';
import type { Contact } from '../domain/group.js';
import { mailUrl, telUrl } from '../domain/links.js';
import { fields, given, type Tally } from './record.js';
import { EscapedRecord } from './record-escaped.js';

interface Body {
  readonly parent: string;
  readonly contact: Contact;
}

export class Bodies {
  readonly #bodies = new Map<string, Body>();
  readonly #seen = new Map<string, Contact>();

  constructor(list: unknown, tally: Tally) {
    for (const value of Array.isArray(list) ? list.slice(0, 5000) : []) {
      const found = fields(value);
      if (!found) continue;
      const record = new EscapedRecord(found, tally);
      const helpline = record.text('helpline');
      // The server leaves the address out unless its keeper wants it to be public.
      const email = record.text('contact_email');
      const contact = given({
        name: record.text('name'),
        phone: helpline && telUrl(helpline) ? helpline : undefined,
        email: email && mailUrl(email) ? email : undefined,
        url: record.link('url'),
      });
      const id = record.text('id');
      if (id) this.#bodies.set(id, { parent: record.text('parent_id') ?? '', contact });
    }
  }

  /** The record's service body, or the nearest one above it that can be reached. */
  contactOf(record: EscapedRecord): Contact | undefined {
    const own = record.text('service_body_bigint') ?? '';
    const name = record.text('service_body_name');
    let contact = given({
      ...this.#bodies.get(own)?.contact,
      name: name ?? this.#bodies.get(own)?.contact.name,
    });
    const passed = new Set<string>();
    for (let id = own; id && !passed.has(id); id = this.#bodies.get(id)?.parent ?? '') {
      passed.add(id);
      const above = this.#bodies.get(id)?.contact;
      if (above?.phone || above?.email || above?.url) {
        contact = above;
        break;
      }
    }
    this.#seen.set(own || (name ?? ''), contact);
    return Object.keys(contact).length ? contact : undefined;
  }

  /** Who keeps the listing: the one body that all meetings are of, or that all others stand below. */
  organisation(): Organisation | undefined {
    const tops = [...this.#bodies.values()].filter(({ parent }) => !this.#bodies.has(parent));
    const [top, another] = tops.map(({ contact }) => contact);
    const [only, more] = this.#seen.values();
    const organisation = more ? (another ? undefined : top) : (only ?? (another ? undefined : top));
    return organisation && Object.keys(organisation).length ? organisation : undefined;
  }
}
