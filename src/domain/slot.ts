/** One evening that a group could show, with what the filters ask of it worked out beforehand. */
import { endOf, type MeetingAgenda, type Upcoming } from './agenda.js';
import type { Group } from './group.js';
import type { Attendance, Occurrence } from './meeting.js';
import type { Row } from './query.js';

/** Stands for "no date" and "no distance": behind everything else. */
export const NEVER = Number.POSITIVE_INFINITY;

export const IN_PERSON = 1;
export const ONLINE = 2;
export const WAYS: Readonly<Record<Attendance, number>> = {
  'in-person': IN_PERSON,
  online: ONLINE,
  hybrid: IN_PERSON | ONLINE,
};

export interface Slot {
  readonly agenda?: MeetingAgenda;
  readonly occurrence?: Occurrence;
  /** `NEVER` without a date. */
  readonly start: number;
  /** Bits: the displayed weekday, the part of the day, the ways to attend. None without a date, without a meeting. */
  readonly day: number;
  readonly part: number;
  readonly ways: number;
}

/** Of a group that names no meeting. */
export const NO_SLOT: Slot = { start: NEVER, day: 0, part: 0, ways: 0 };

/** A group with its slots, soonest first. */
export interface Listed {
  readonly group: Group;
  /** Its place among all groups by name. */
  rank: number;
  slots: readonly Slot[];
}

/** A group that fits, with the slot to show. */
export interface Candidate {
  readonly listed: Listed;
  readonly slot: Slot;
  /** `NEVER` when unknown. */
  readonly km: number;
  /** The same to the kilometre, so that time decides between neighbours. */
  readonly roundedKm: number;
}

/** The slots of one meeting; one without a date when none can be computed. */
export function slotsOf(agenda: MeetingAgenda): Slot[] {
  const ways = WAYS[agenda.meeting.attendance];
  const dated = ({ occurrence, weekday, part }: Upcoming): Slot => {
    return { agenda, occurrence, start: occurrence.start, day: 1 << weekday, part: 1 << part, ways };
  };
  return agenda.upcoming.length
    ? agenda.upcoming.map(dated)
    : [{ agenda, start: NEVER, day: 0, part: 0, ways }];
}

export function isOver({ occurrence }: Slot, now: number): boolean {
  return !occurrence || endOf(occurrence) <= now;
}

/** Nearest first, then soonest, then by name. */
export function compare(a: Candidate, b: Candidate): number {
  // NEVER less NEVER is NaN, which `||` takes for equal.
  return a.roundedKm - b.roundedKm || a.slot.start - b.slot.start || a.listed.rank - b.listed.rank;
}

/** Evenings that fall out before the one that the row shows. */
function cancelledBefore({ cancelled }: MeetingAgenda, shown: Occurrence | undefined): readonly Occurrence[] {
  if (!cancelled.length || !shown) return cancelled;
  return cancelled.filter((other) =>
    other.status === 'cancelled'
      ? other.start < shown.start
      : other !== shown && other.recurrenceId < shown.local,
  );
}

export function toRow({ listed: { group }, slot: { agenda, occurrence }, km }: Candidate): Row {
  // Filled by hand, since spreading thousands of rows costs a frame.
  const row: { -readonly [Key in keyof Row]: Row[Key] } = { group, cancelled: [] };
  if (agenda) {
    row.meeting = agenda.meeting;
    row.cancelled = cancelledBefore(agenda, occurrence);
  }
  if (occurrence) row.occurrence = occurrence;
  if (km < NEVER) row.distanceKm = km;
  return row;
}
