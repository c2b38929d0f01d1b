/**
 * Reads one object of the Human Services Data Specification (HSDS): texts with escapes and markup, lists of objects
 * under the names of several versions. Fields that are not asked for are nobody's mistake: profiles add their own.
 */

import { type Fields, fields, PROSE, prose } from './record.js';
import { EscapedRecord } from './record-escaped.js';

/** More phones, schedules or places than any service has. */
const MOST_PARTS = 100;

/** The objects in a value: a list of them, or one alone; whatever else stands there is passed over. */
export function objects(value: unknown): Fields[] {
  const items: unknown[] = Array.isArray(value) ? value.slice(0, MOST_PARTS) : [value];
  return items.map(fields).filter((item) => item !== undefined);
}

/**
 * Markup as text. "Field Guidance", Names and Descriptions: a description may hold HTML or Markdown, with special
 * characters escaped; a consumer may strip it.
 */
export function withoutMarkup(written: string): string {
  return written
    .replace(/<(?:br|li|\/?(?:p|div|ul|ol|h[1-6]|tr))\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[([^[\]\n]{1,200})\]\((https?:[^()\s]{1,500})\)/g, '$1 ($2)')
    .replace(/\*\*([^*\n]{1,500})\*\*/g, '$1')
    .replace(/^#{1,6} +/gm, '');
}

export class HsdsRecord extends EscapedRecord {
  /** A text that may hold markup, without it. */
  plain(name: string, max = PROSE): string | undefined {
    const value = this.raw(name);
    if (typeof value !== 'string') return this.prose(name, max);
    const clean = prose(withoutMarkup(value.slice(0, 20_000)), max);
    if (value.length > max && clean.length >= max - 1)
      this.remark(`${this.path}${name} is very long; only its first ${max} characters are shown`);
    return clean || undefined;
  }

  /** The objects under the first of the names that has any. */
  inside(...names: string[]): HsdsRecord[] {
    for (const name of names) {
      const value = this.raw(name);
      const found = objects(value);
      if (found.length)
        return found.map((item, index) => this.#at(item, Array.isArray(value) ? `${name}[${index}]` : name));
    }
    return [];
  }

  /** The object under the first of the names that has one. */
  one(...names: string[]): HsdsRecord | undefined {
    return this.inside(...names)[0];
  }

  /** `YYYY-MM-DD` of a date or of a date and time; nothing for what is none. */
  day(name: string): string | undefined {
    const written = this.text(name, 60);
    if (!written) return undefined;
    const day = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=$|[T ])/.exec(written)?.[1];
    if (!day) this.remark(`${this.path}${name} "${written}" is no date such as 2026-12-03`);
    return day;
  }

  #at(item: Fields, place: string): HsdsRecord {
    return new HsdsRecord(item, this.tally, this.row, `${this.path}${place}.`, this.base);
  }
}
