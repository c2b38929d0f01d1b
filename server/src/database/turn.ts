/** What an operation is given for its turn: a transaction that somebody else commits, the database's clock, and how to say what it erased. */
import type { Kysely } from 'kysely';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import type { BoxRoom } from './box-room.js';
import type { Tables } from './tables.js';

/** One erasure as the journal keeps it. */
export interface Erasure {
  readonly locatorHash: Bytes;
  readonly untilDay: number;
}

/** A turn that only reads. */
export interface Look {
  readonly db: Kysely<Tables>;
  /** Seconds since 1970. */
  readonly now: number;
}

export interface Turn extends Look {
  readonly room: BoxRoom;
  /** Written to the journal, and to the disk, before the commit. */
  readonly erasures: Erasure[];
  /** Asks to be answered only when no deleted text is left in the files; says whether this turn deleted some. */
  scrub(deleted: boolean): void;
}

const SECONDS_OF_DAY = 86_400;

/** Days since 1970-01-01 in UTC. */
export const dayOf = (seconds: number): number => Math.floor(seconds / SECONDS_OF_DAY);

export const HOURS_48 = 2 * SECONDS_OF_DAY;

/** A question is taken, and a tombstone stands, until so many days after the last one on which the epoch's manifest is in force. */
export const DAYS_AFTER_EPOCH = 2;
