/** What is needed to open the database, whichever it is. */
import type { Log } from '../log.js';

export interface StoreOptions {
  /** `file:…` for SQLite, `postgres://…`. */
  readonly url: string;
  /** Most questions that one box keeps at a time. */
  readonly boxLimit: number;
  /** File of this node's erasure journal, outside of every backup. */
  readonly journal: string;
  readonly log: Log;
  /**
   * A command that runs beside the server: on SQLite it does not ask for the file alone. Its few writes wait for the server's, and the
   * server's for them.
   */
  readonly beside?: boolean;
  /** Seconds since 1970, for tests; otherwise the database's own clock. */
  readonly clock?: () => number;
}
