/**
 * What the server says of itself: one JSON line per event on stderr, with names and counts. It has no time of its own (a journal adds one)
 * and nothing of a visitor: no address, no path, no body, no message of an error that might quote one.
 */

export type Facts = Readonly<Record<string, string | number | boolean>>;

export type Log = (event: string, facts?: Facts) => void;

export const makeLog =
  (write: (line: string) => void = (line) => process.stderr.write(line)): Log =>
  (event, facts = {}) =>
    write(`${JSON.stringify({ event, ...facts })}\n`);

/** What may be said of something thrown: what kind it is, never what it says. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * An event that a flood could repeat: said at once, then at most once a minute with how often it happened meanwhile, so that the log does not
 * become a list of visits.
 */
export function sparingly(log: Log, monotonic: () => number): Log {
  const last = new Map<string, { at: number; unsaid: number }>();
  return (event, facts = {}) => {
    const key = JSON.stringify([event, facts]);
    const seen = last.get(key);
    const now = monotonic();
    if (seen && now - seen.at < 60_000) {
      seen.unsaid++;
      return;
    }
    if (last.size > 100) last.clear();
    last.set(key, { at: now, unsaid: 0 });
    log(event, { ...facts, count: 1 + (seen?.unsaid ?? 0) });
  };
}
