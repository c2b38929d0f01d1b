/** The arithmetic of the calendar bench's report, apart from browsers and words: medians, ratios within one run, who is ahead. */
import { median } from './figures.mjs';

/** What is timed in every condition, in ms. In all of them less is better. */
export const TIMES = [
  ['first', 'data in hand → first frame with a session’s text'],
  ['all', 'data in hand → all the sessions that the view shows painted'],
  ['opened', 'page opened → first frame with a session’s text'],
  ['next', 'next month → painted'],
];

/** What is counted, which the processor's speed does not change. */
export const COUNTS = [
  ['elements', 'elements'],
  ['nodes', 'nodes: elements, text, comments'],
  ['tabStops', 'tab stops'],
];

/** What a page loads, in bytes, packed. */
export const BYTES = [
  ['bytes', 'script and style, gzip, until the first frame with a session’s text'],
  ['allBytes', 'script and style, gzip, in all'],
];

/** What a page has: rules in its own script, or the address of a file. Subjects of the second have this after their name. */
const SOURCES = [
  ['rules in hand', ''],
  ['an iCalendar file', '-feed'],
];

/**
 * Median, least and most of every figure of several runs. A run that gave up says after how many ms:
 * nothing else is told then. Undefined of no run.
 */
export function summed(runs) {
  if (runs.length === 0) return undefined;
  const lost = runs.find(({ gaveUp }) => gaveUp);
  if (lost) return { runs: runs.length, gaveUp: lost.gaveUp };
  const summary = { runs: runs.length };
  for (const key of new Set(runs.flatMap(Object.keys))) {
    const values = runs.map((run) => run[key]).filter(Number.isFinite);
    if (values.length > 0)
      summary[key] = { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  }
  const late = runs.find(({ nextGaveUp }) => nextGaveUp)?.nextGaveUp;
  if (late) summary.next = { median: late, atLeast: true };
  delete summary.nextGaveUp;
  return summary;
}

/**
 * How many times the peer's figure is ours: above 1 we are ahead.
 *
 * @returns `atLeast` where the true ratio is higher, since the peer gave up, `atMost` where we did; undefined where one of them has
 * no such figure or both gave up.
 */
export function ratio(ours, theirs) {
  if (!(ours?.value > 0) || theirs?.value === undefined) return undefined;
  const value = theirs.value / ours.value;
  if (!ours.atLeast) return { value, ...(theirs.atLeast && { atLeast: true }) };
  return theirs.atLeast || value >= 1 ? undefined : { value, atMost: true };
}

/** One figure of a subject, `atLeast` where it was given up; where no session came, how long it was waited for. */
export function figureOf(figures, key) {
  if (!figures) return undefined;
  if (figures.gaveUp) return key === 'next' ? undefined : { value: figures.gaveUp, atLeast: true };
  const one = figures[key];
  if (one === undefined) return undefined;
  return { value: one.median ?? one, ...(one.atLeast && { atLeast: true }) };
}

/**
 * Every comparison of the run, each a line of the report.
 *
 * @returns {{ key: string, size?: number, width?: number, cpu?: number, source?: string, ours?: object, theirs: Record<string, object> }[]}
 */
export function lines({ subjects, conditions, still, bytes }) {
  const peers = subjects.filter(({ id }) => id !== 'kith');
  const line = (place, key, of) => {
    const ours = of('kith');
    const theirs = Object.fromEntries(
      peers.map(({ id }) => {
        const figure = of(id);
        return [id, { figure, ratio: ratio(ours, figure) }];
      }),
    );
    return { ...place, key, ours, theirs };
  };
  const found = [];
  for (const [key] of TIMES)
    for (const { size, width, cpu, figures } of conditions)
      found.push(line({ size, width, cpu }, key, (id) => figureOf(figures[id], key)));
  for (const [key] of COUNTS)
    for (const { size, width, figures } of still)
      found.push(
        line({ size, width }, key, (id) => (figures[id]?.gaveUp ? undefined : figureOf(figures[id], key))),
      );
  for (const [key] of BYTES)
    for (const [source, suffix] of SOURCES)
      found.push(line({ source }, key, (id) => figureOf(bytes[`${id}${suffix}`], key)));
  return found;
}

/** The peers that are ahead of us in a line, and those that are level. */
export function verdict({ ours, theirs }) {
  if (!ours) return undefined;
  const of = (wanted) =>
    Object.keys(theirs).filter((id) => theirs[id].ratio && wanted(theirs[id].ratio.value));
  return {
    behind: of((value) => value < 1),
    level: of((value) => value === 1),
    ahead: of((value) => value > 1),
  };
}
