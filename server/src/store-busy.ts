/** The database cannot do it now and changed nothing that anybody was told of: the same thing may be asked again, and should be, soon. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';

  constructor(
    /** What happened, for the log: never anything of what was stored. */
    readonly reason: string,
    /** Seconds after which to ask again. */
    readonly retryAfter = 2,
  ) {
    super(`The database is busy (${reason}).`);
  }
}
