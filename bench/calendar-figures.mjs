/** The arithmetic of the calendar bench's report, apart from browsers and words: medians, ratios within one run, who is ahead. */
import { figureOf, lineOf, summed as summedRuns } from './comparison.mjs';

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

/** As of every bench; and of a next month that never came, how long it was waited for. */
export function summed(runs) {
  const summary = summedRuns(runs);
  if (!summary || summary.gaveUp) return summary;
  const late = runs.find(({ nextGaveUp }) => nextGaveUp)?.nextGaveUp;
  if (late) summary.next = { median: late, atLeast: true };
  delete summary.nextGaveUp;
  return summary;
}

/**
 * Every comparison of the run, each a line of the report.
 *
 * @returns {{ key: string, size?: number, width?: number, cpu?: number, source?: string, ours?: object, theirs: Record<string, object> }[]}
 */
export function lines({ subjects, conditions, still, bytes }) {
  const line = (place, key, of) => lineOf(subjects, { ...place, key }, of);
  const found = [];
  for (const [key] of TIMES)
    for (const { size, width, cpu, figures } of conditions)
      found.push(line({ size, width, cpu }, key, (id) => figureOf(figures[id], key, key !== 'next')));
  for (const [key] of COUNTS)
    for (const { size, width, figures } of still)
      found.push(line({ size, width }, key, (id) => figureOf(figures[id], key, false)));
  for (const [key] of BYTES)
    for (const [source, suffix] of SOURCES)
      found.push(line({ source }, key, (id) => figureOf(bytes[`${id}${suffix}`], key)));
  return found;
}
