/** The desk's phrases by name, in any of its languages. English is where a phrase is first written down, so it gives the names. */
import type { Message, Plural } from '../strings.js';
import type { enDesk } from './en.js';

export type DeskStrings = {
  readonly [Name in keyof typeof enDesk]: (typeof enDesk)[Name] extends string ? string : Plural;
};
export type { Message };
