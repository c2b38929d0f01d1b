/** What text may be: well-formed, in Normalization Form C, without control characters, and no longer than agreed. */
import { refuse } from './sealing-error.js';

// Half a surrogate pair is a code point of its own under the flag u.
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /[\0-\x1f]/;
const CONTROL_BUT_TAB_AND_NEWLINE = /[\0-\x08\x0b-\x1f]/;

export interface TextLimits {
  /** Code points. */
  readonly most: number;
  /** Newlines and tabs are allowed. */
  readonly lines?: boolean;
  /** Nothing but white space is refused. */
  readonly needed?: boolean;
}

/** The text as it came, or a refusal that says what is the matter with it. */
export function readText(value: unknown, field: string, { most, lines, needed }: TextLimits): string {
  if (typeof value !== 'string') return refuse('malformed', field);
  // A code point is at most two units: what is far too long is not looked at further.
  if (value.length > most * 2 || [...value].length > most) refuse('too-long', field);
  if (LONE_SURROGATE.test(value)) refuse('ill-formed-text', field);
  if ((lines ? CONTROL_BUT_TAB_AND_NEWLINE : CONTROL).test(value)) refuse('control-character', field);
  if (value.normalize('NFC') !== value) refuse('not-normalised', field);
  if (needed && value.trim() === '') refuse('empty', field);
  return value;
}

/**
 * Text as somebody typed or pasted it, in the form that `readText` asks for: NFC, every line end a newline. Half a surrogate pair is refused
 * first, since not every browser leaves it as it is when it composes letters.
 */
export function tidyText(typed: string, field: string): string {
  if (LONE_SURROGATE.test(typed)) refuse('ill-formed-text', field);
  return typed.replace(/\r\n?/g, '\n').normalize('NFC');
}
