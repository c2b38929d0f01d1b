/** What the quiz bench compares, apart from browsers and words. In all of it less is better. */
import { figureOf, lineOf } from './comparison.mjs';

/** What a page loads: bytes are those of script and style, packed. */
export const TRAFFIC = [
  ['bytes', 'bytes, gzip, asked for until the first question stands'],
  ['withoutQuestions', 'the same without the questions'],
  ['allBytes', 'bytes, gzip, in all'],
  ['requests', 'requests until the first question stands'],
];

/** What is timed, in ms, at every speed of the processor. */
export const TIMES = [
  ['first', 'page opened → first question painted, ms'],
  ['feedback', 'answer pressed → feedback painted, ms'],
];

/** What is counted of the first question. */
export const COUNTS = [
  ['elements', 'elements'],
  ['nodes', 'nodes: elements, text, comments'],
  ['tabStops', 'tab stops'],
];

/** Every comparison of the run, each a line of the report. */
export function lines({ subjects, conditions, still, traffic }) {
  const found = [];
  for (const [key] of TRAFFIC) found.push(lineOf(subjects, { key }, (id) => figureOf(traffic[id], key)));
  for (const [key] of TIMES)
    for (const { cpu, figures } of conditions)
      found.push(lineOf(subjects, { key, cpu }, (id) => figureOf(figures[id], key, key === 'first')));
  for (const [key] of COUNTS) found.push(lineOf(subjects, { key }, (id) => figureOf(still[id], key)));
  return found;
}

const NAMES = Object.fromEntries([...TRAFFIC, ...TIMES, ...COUNTS]);
export const titleOf = ({ key, cpu }) => (cpu ? `${NAMES[key]}, ×${cpu}` : NAMES[key]);
