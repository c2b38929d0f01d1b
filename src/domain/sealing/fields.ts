/** Reading the fields of a JSON object that somebody else wrote: each is what it must be, or is refused by name. */
import { refuse } from './sealing-error.js';

/** Highest number that four bytes hold. */
export const U32 = 0xffff_ffff;

/** 9999-12-31 as days since 1970-01-01. */
const LAST_DAY = 2_932_896;

export function readInteger(value: unknown, field: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    return refuse('malformed', field);
  return value;
}

/** A day in UTC: days since 1970-01-01. */
export const readDay = (value: unknown, field: string): number => readInteger(value, field, 0, LAST_DAY);

export function readBoolean(value: unknown, field: string): boolean {
  return typeof value === 'boolean' ? value : refuse('malformed', field);
}

export function readList(value: unknown, field: string, most: number): readonly unknown[] {
  return Array.isArray(value) && value.length <= most ? value : refuse('malformed', field);
}

/** A string that is wholly of the pattern. */
export function readPattern(value: unknown, field: string, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse('malformed', field);
}

/** A language tag (RFC 5646) by its letters, at most 35 of them, or '' for "not said". */
export const readLanguage = (value: unknown, field: string): string =>
  readPattern(value, field, /^[A-Za-z0-9-]{0,35}$/);

/** Refuses a list in which something stands twice. */
export function allDifferent(values: readonly string[], field: string): void {
  if (new Set(values).size !== values.length) refuse('malformed', field);
}
