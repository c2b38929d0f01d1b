/**
 * When a group meets: one rule that repeats, with its changes, and the single
 * evening (`Occurrence`) that comes out of it. Words follow RFC 5545 and schema.org.
 */
import type { Rule } from './recurrence/rule.js';

/** A day of the calendar without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A wall-clock time without a zone, `YYYY-MM-DDTHH:MM` (RFC 5545 "local time"). */
export type LocalDateTime = string;

/** schema.org eventAttendanceMode in the words that people use. */
export type Attendance = 'in-person' | 'online' | 'hybrid';

/** A point in degrees (WGS 84). */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where people meet (schema.org Place with its PostalAddress). */
export interface Venue {
  readonly name?: string;
  /** The whole address as it should be printed, on one line. */
  readonly address?: string;
  /** Town or city. */
  readonly locality?: string;
  /** Part of a town, or whatever the feed calls district. */
  readonly district?: string;
  /** County, state or whatever the feed calls region. */
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  readonly position?: Position;
  /** True when the feed says that address or position is only approximate: no distance is shown then. */
  readonly approximate?: boolean;
  /** How to find the door, in the feed's words. */
  readonly directions?: string;
}

/** What is different about one session of a meeting (RFC 5545 RECURRENCE-ID). */
export interface Change {
  /** The session that changes: its original start, or its day when only the day is known. */
  readonly recurrenceId: LocalDateTime | LocalDate;
  /**
   * Every later session too (RFC 5545 3.2.13, RANGE=THISANDFUTURE): they move by as much as this one, and take over
   * the rest. What they have of their own, and a later range, goes before it.
   */
  readonly range?: 'this-and-future';
  readonly status: 'cancelled' | 'moved' | 'changed';
  /** New start, for `moved`. */
  readonly start?: LocalDateTime;
  readonly durationMinutes?: number;
  readonly venue?: Venue;
  readonly joinUrl?: string;
  /** Why, or what to know, in the feed's words. */
  readonly note?: string;
}

/** One repeating (or single) meeting of a group. */
export interface Meeting {
  readonly id?: string;
  /**
   * First start (RFC 5545 DTSTART), wall clock in `timeZone`. Absent when the feed
   * gives no date that can be computed: then `text` says it in the feed's words.
   */
  readonly start?: LocalDateTime;
  /** Exact length in minutes; absent when the feed names no end. */
  readonly durationMinutes?: number;
  /** IANA zone of `start`; absent: floating, shown as local time there, never converted. */
  readonly timeZone?: string;
  /** How it repeats; absent: once. Without `start` it only says on which days, since no date can be told. */
  readonly rule?: Rule;
  /** Further starts (RDATE). */
  readonly extraDates?: readonly LocalDateTime[];
  /** Sessions that do not take place (EXDATE), by start or by day. Said as "no meeting". */
  readonly exceptDates?: readonly (LocalDateTime | LocalDate)[];
  readonly changes?: readonly Change[];
  /** The feed's own words for when, where no rule can be made of them. */
  readonly text?: string;
  readonly attendance: Attendance;
  readonly venue?: Venue;
  /** http(s) link to the online room. */
  readonly joinUrl?: string;
  /** Passcode and the like, in the feed's words. */
  readonly joinNote?: string;
  /** Number to dial in. */
  readonly joinPhone?: string;
  /** Step-free, hearing loop, captions …: words to show and to filter by. */
  readonly access: readonly string[];
  readonly note?: string;
}

/** One evening: a meeting on one date. */
export interface Occurrence {
  readonly meeting: Meeting;
  /** Milliseconds since the epoch. A floating meeting is read in the viewer's zone. */
  readonly start: number;
  /** Absent when the feed names no end. */
  readonly end?: number;
  /** Wall clock at the meeting's own place. */
  readonly local: LocalDateTime;
  /** Original start of this session, wall clock. */
  readonly recurrenceId: LocalDateTime;
  readonly status: 'scheduled' | 'cancelled' | 'moved' | 'changed';
  readonly change?: Change;
}
