/**
 * The only place that writes to an SQLite file. Each fsync stops the thread it is called from, so what has come meanwhile is written
 * together: one transaction, a savepoint for each, one sync, and only then is anybody told.
 */

import { BoxRoom } from './box-room.js';
import type { Journal } from './journal.js';
import { openJournal } from './journal.js';
import type { LibsqlConnection } from './libsql-connection.js';
import { connectLibsql, isOfTheDisk } from './libsql-connection.js';
import type { ArgumentsOf, Writes } from './operations.js';
import { writeNamed } from './operations.js';
import type { Erasure, Turn } from './turn.js';

export interface Asked {
  readonly id: number;
  readonly name: keyof Writes;
  readonly args: ArgumentsOf<Writes, keyof Writes>;
  /** Seconds, where a test has a clock of its own. */
  readonly now: number | undefined;
}

/** `busy` may be asked again. Neither kind says anything of what was stored. */
export type Told =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly busy: string }
  | { readonly id: number; readonly fault: string };

export interface GroupCommitOptions {
  readonly file: string;
  readonly journal: string;
  readonly boxLimit: number;
}

/** How many go into one transaction: the first of them waits for all. */
const MOST_TOGETHER = 256;

/** While somebody reads, the log cannot be emptied: how often and how many times it is tried for one erasure, about two seconds. */
const SCRUB_MILLISECONDS = 50;
const MOST_SCRUBS = 40;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'unknown';

const failed = (id: number, error: unknown): Told =>
  isOfTheDisk(error)
    ? { id, busy: codeOf(error) }
    : { id, fault: error instanceof Error ? error.message : String(error) };

/** What one group came to, before the commit. */
interface Group {
  readonly told: Told[];
  /** Ids of those that wait until no deleted text is left. */
  readonly afterScrub: Set<number>;
  readonly erasures: Erasure[];
  deleted: boolean;
}

/** Told when the log is empty. */
interface Held {
  readonly told: readonly Told[];
  readonly attempts: number;
}

export class GroupCommit {
  private connection: LibsqlConnection | undefined;
  private journal: Journal | undefined;
  /** Deleted text may still stand in the log. */
  private unscrubbed = true;
  private readonly room: BoxRoom;
  private held: Held[] = [];
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: GroupCommitOptions,
    private readonly tell: (told: readonly Told[]) => void,
  ) {
    this.room = new BoxRoom(options.boxLimit);
    this.open();
  }

  /** Does what waits, a group at a time. Never rejects. */
  async run(waiting: Asked[]): Promise<void> {
    while (waiting.length > 0) await this.commit(waiting.splice(0, MOST_TOGETHER));
  }

  close(): void {
    clearTimeout(this.again);
    try {
      for (const { told } of this.held)
        this.tell(this.scrub() ? told : told.map(({ id }) => ({ id, busy: 'closing' })));
      this.connection?.truncateLog();
    } finally {
      this.connection?.close();
      this.journal?.close();
      this.connection = undefined;
    }
  }

  /** Anew also after an error of the disk: what the connection believes of the file is then no longer sure. */
  private open(): LibsqlConnection {
    if (this.connection) return this.connection;
    this.journal ??= openJournal(this.options.journal);
    const connection = connectLibsql(this.options.file);
    try {
      // What an earlier process committed is on the disk from here on, and what it deleted is gone.
      this.unscrubbed = !connection.truncateLog();
    } catch (error) {
      connection.close();
      throw error;
    }
    this.connection = connection;
    return connection;
  }

  private async commit(asked: readonly Asked[]): Promise<void> {
    let group: Group;
    try {
      const connection = this.open();
      connection.exec('BEGIN IMMEDIATE');
      group = await this.turns(connection, asked);
      // Every commit writes, so that none is without a sync.
      connection.exec("UPDATE ledger SET value = value + 1 WHERE name = 'commits'");
      if (group.erasures.length > 0) this.journal?.append(group.erasures);
      connection.exec('COMMIT');
    } catch (error) {
      this.recover(error);
      this.tell(asked.map(({ id }) => ({ id, busy: codeOf(error) })));
      return;
    }
    this.unscrubbed ||= group.deleted;
    const { told, afterScrub } = group;
    this.tell(told.filter(({ id }) => !afterScrub.has(id)));
    const late = told.filter(({ id }) => afterScrub.has(id));
    if (late.length > 0) this.held.push({ told: late, attempts: 0 });
    this.scrubForHeld();
  }

  private async turns(connection: LibsqlConnection, asked: readonly Asked[]): Promise<Group> {
    const group: Group = { told: [], afterScrub: new Set(), erasures: [], deleted: false };
    const clock = Number(connection.value('SELECT unixepoch()'));
    for (const { id, name, args, now } of asked) {
      const erasures: Erasure[] = [];
      let scrub: boolean | undefined;
      const turn: Turn = {
        db: connection.db,
        now: now ?? clock,
        room: this.room,
        erasures,
        scrub: (deleted) => {
          scrub = deleted;
        },
      };
      connection.exec('SAVEPOINT turn');
      try {
        const value = await writeNamed(name)(turn, ...args);
        connection.exec('RELEASE turn');
        group.told.push({ id, value });
      } catch (error) {
        // A full disk ends the whole transaction by itself.
        if (!connection.inTransaction) throw error;
        connection.exec('ROLLBACK TO turn');
        connection.exec('RELEASE turn');
        group.told.push(failed(id, error));
        continue;
      }
      group.erasures.push(...erasures);
      if (scrub !== undefined) group.afterScrub.add(id);
      if (scrub) group.deleted = true;
    }
    return group;
  }

  private scrub(): boolean {
    try {
      if (this.unscrubbed) this.unscrubbed = !this.open().truncateLog();
      return !this.unscrubbed;
    } catch (error) {
      this.recover(error);
      return false;
    }
  }

  /** Tells those who wait for it. Others are written meanwhile: a backup may hold the log for longer than a question can wait. */
  private scrubForHeld(): void {
    if (this.held.length === 0) return;
    const clean = this.scrub();
    const still: Held[] = [];
    for (const { told, attempts } of this.held) {
      if (clean) this.tell(told);
      else if (attempts >= MOST_SCRUBS) this.tell(told.map(({ id }) => ({ id, busy: 'log-held' })));
      else still.push({ told, attempts: attempts + 1 });
    }
    this.held = still;
    if (still.length === 0) return;
    clearTimeout(this.again);
    this.again = setTimeout(() => this.scrubForHeld(), SCRUB_MILLISECONDS);
  }

  /** Takes back what was not committed. A connection that the disk failed is not used again. */
  private recover(error: unknown): void {
    const { connection } = this;
    if (!connection) return;
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return;
    } catch {
      // Then it is not used again either.
    }
    this.connection = undefined;
    this.unscrubbed = true;
    try {
      connection.close();
    } catch {
      // It is closed for us.
    }
  }
}
