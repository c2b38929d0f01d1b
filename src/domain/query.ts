/** What a visitor asks the finder for, and what a row of the answer is. */
import type { Facet, FacetKey, Filters } from './facets.js';
import type { Group } from './group.js';
import type { Meeting, Occurrence, Position } from './meeting.js';
import type { Place } from './places.js';

/** Around what to look. A place without a position is found by its name alone. */
export interface Near {
  /** The visitor's own rounded position, or that of `place`. */
  readonly position?: Position | undefined;
  readonly place?: Place | undefined;
  /** Absent: nearest first, without limit. */
  readonly radiusKm?: number | undefined;
}

export interface Query {
  /** What was typed. */
  readonly words: string;
  readonly filters: Filters;
  readonly near?: Near | undefined;
  /** Only what starts before this instant, or is on now. */
  readonly before?: number | undefined;
}

/** A group as the list shows it. */
export interface Row {
  readonly group: Group;
  /** The meeting that fits. */
  readonly meeting?: Meeting;
  /** Its soonest evening that fits; absent when no date can be computed. */
  readonly occurrence?: Occurrence;
  /** Evenings of this meeting before that one which do not take place, or not on their day. */
  readonly cancelled: readonly Occurrence[];
  /** How far the venue is; never for online groups and approximate addresses. */
  readonly distanceKm?: number;
}

export interface Narrowed {
  readonly rows: readonly Row[];
  /** With a place: groups that one can join from anywhere, under a heading of their own. */
  readonly online: readonly Row[];
  /** Groups in both lists together. */
  readonly total: number;
  readonly facets: readonly Facet[];
  /** Folded words to mark in the rows. */
  readonly words: readonly string[];
}

/** One thing to let go of when nothing fits, and how many groups that brings. */
export interface Rescue {
  readonly drop: FacetKey | 'words' | 'near' | 'before';
  /** The one value to let go of, where a facet asks for all of several. */
  readonly value?: string;
  readonly total: number;
}
