/**
 * How the parts of a pack are read that somebody wrote by hand: each fault is told in a sentence with its
 * mend, and what cannot be read is absent.
 */

import type { LocalDate } from './meeting.js';
import type { Complaint } from './quiz.js';
import { parseLocalDate } from './recurrence/plain-day.js';

/** Longest heading, name or answer, and longest explanation. */
export const LINE = 300;
export const PROSE = 2000;

export type Fields = Readonly<Record<string, unknown>>;
export type Tell = (text: string) => void;

export const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** White space, control characters, halves of characters, and overrides of the writing direction. */
const ODD = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** One clean line, or ''. What is too long is told, never cut: half a sentence can say the opposite. */
export function line(value: unknown, what: string, tell: Tell, max = LINE): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') {
    tell(`${what} is no text: write it between quotation marks.`);
    return '';
  }
  if (value.length > max) {
    tell(`${what} has ${value.length} letters: ${max} are allowed.`);
    return '';
  }
  return value.replace(ODD, ' ').trim();
}

/** The object without what is undefined or '', so that an optional property is either there or absent. */
export function given<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

export function day(value: unknown, what: string, tell: Tell): LocalDate | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && parseLocalDate(value) !== undefined)
    return value;
  tell(`${what} is no day: write it as 2026-11-21.`);
  return undefined;
}

export function known(fields: Fields, names: readonly string[], where: string, tell: Tell): void {
  for (const name of Object.keys(fields))
    if (!names.includes(name) && !/^(?:x-|\$schema$)/.test(name))
      tell(`${where}${name} is no field of a pack; a note of your own begins with "x-".`);
}

/** Ids name items in overlays and on the device: letters that no address or file changes. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z\d](?:[a-z\d-]{0,78}[a-z\d])?$/.test(value);
export const ID = 'write small letters, digits and hyphens, such as "must-talk".';

/** A flag; what is no flag counts as yes where that is the careful side. */
export function flag(value: unknown, what: string, tell: Tell): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value || undefined;
  tell(`${what} is neither true nor false, and counts as true.`);
  return true;
}

const REGION = /^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/;

/** `undefined` for none; `null` for one that cannot be read, so that nothing is told where it is not true. */
export function regionOf(value: unknown, tell: Tell): string | undefined | null {
  if (value === undefined) return undefined;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (REGION.test(code)) return code;
  tell('region is no country or part of one: write it as "GB" or "GB-ENG" (ISO 3166).');
  return null;
}

/** A list; something else in its place is told. */
export function listOf(value: unknown, what: string, complaints: Complaint[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) complaints.push({ text: `${what} is no list: write it between [ and ].` });
  return [];
}

/** Named parts; something else in their place is told. */
export function partsOf(value: unknown, what: string, complaints: Complaint[]): [string, unknown][] {
  const fields = fieldsOf(value);
  if (value !== undefined && !fields)
    complaints.push({ text: `${what} has no names in it: write it between { and }.` });
  return Object.entries(fields ?? {});
}
