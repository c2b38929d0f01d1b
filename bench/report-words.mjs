/** What the reports of the benches that stand Kith beside several peers are written with: numbers, ratios, tables, who is ahead. */
import { verdict } from './comparison.mjs';

export const thousands = (value) => value.toLocaleString('en-GB');
export const round = (value) =>
  value >= 100 ? thousands(Math.round(value)) : String(Math.round(value * 10) / 10);
export const table = (head, rows) =>
  [head, head.map((_, index) => (index ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const said = (figure) => (figure ? `${figure.atLeast ? '> ' : ''}${round(figure.value)}` : '–');
/** What is below 1 is not rounded up to it. */
const ratioWords = (value) =>
  value < 10
    ? ((value < 1 ? Math.floor : Math.round)(value * 100) / 100).toFixed(2)
    : thousands(Math.round(value));
const times = ({ value, atLeast, atMost }) =>
  `${atLeast ? '> ' : ''}${atMost ? '< ' : ''}${ratioWords(value)}`;
const compared = ({ figure, ratio }) => {
  if (!figure) return '–';
  if (!ratio) return said(figure);
  return ratio.value < 1 ? `${said(figure)} (**${times(ratio)}**)` : `${said(figure)} (${times(ratio)})`;
};
const nameOf = (subjects, id) => subjects.find((one) => one.id === id).name;

/** In words, whom Kith is ahead of and whom behind in one line. */
function outcome(line, subjects) {
  const found = verdict(line);
  if (!found) return '–';
  const { behind, level, ahead } = found;
  const names = (ids) => ids.map((id) => nameOf(subjects, id)).join(', ');
  if (behind.length > 0) return `**behind ${names(behind)}**`;
  if (level.length > 0) return `level with ${names(level)}`;
  return ahead.length > 0 ? 'ahead of all' : '–';
}

const isMeasured = ({ ours, theirs }) => ours || Object.values(theirs).some(({ figure }) => figure);

/** Every line with the figures of all, each peer's with its ratio, and in words where Kith stands. */
export function comparisonTable(subjects, lines, titleOf) {
  const peers = subjects.filter(({ id }) => id !== 'kith');
  return table(
    ['', 'Kith', ...peers.map(({ name }) => name), 'Kith is'],
    lines
      .filter(isMeasured)
      .map((line) => [
        titleOf(line),
        said(line.ours),
        ...peers.map(({ id }) => compared(line.theirs[id])),
        outcome(line, subjects),
      ]),
  );
}

/** Where Kith is behind, the farthest first. */
export function behindList(subjects, lines, titleOf) {
  const found = lines.flatMap((line) =>
    (verdict(line)?.behind ?? []).map((id) => ({ line, id, value: line.theirs[id].ratio.value })),
  );
  if (found.length === 0) return 'In nothing that was measured here.';
  return found
    .sort((a, b) => a.value - b.value)
    .map(
      ({ line, id, value }) =>
        `- ${titleOf(line)}: ${ratioWords(value)} (Kith ${said(line.ours)}, ${nameOf(subjects, id)} ${said(line.theirs[id].figure)}).`,
    )
    .join('\n');
}

/** How many comparisons there are and in how many of them Kith is ahead. */
export function summary(lines) {
  const found = lines.map(verdict).filter(Boolean);
  const count = (key) => found.reduce((sum, one) => sum + one[key].length, 0);
  const of = count('ahead') + count('behind') + count('level');
  return `Of ${thousands(of)} comparisons Kith is ahead in ${thousands(count('ahead'))}, level in ${thousands(count('level'))} and behind in ${thousands(count('behind'))}.`;
}

const versions = (subject) =>
  Object.entries(subject.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');

/** Who is measured, each with its versions and how it is used. */
export const subjectList = (subjects) =>
  subjects.map((subject) => `- ${subject.name} (${versions(subject)}): ${subject.note}.`).join('\n');

export const absentList = (absent) =>
  Object.entries(absent)
    .map(([name, reason]) => `${name} (${reason})`)
    .join('; ');

/** Date, source and machine of a run, on one line. */
export const circumstances = ({ date, source, machine }) =>
  `${date}, source ${source} · ${machine.browser} · Node ${machine.node} ·
${machine.cores} cores, load average ${machine.load.least.toFixed(1)}–${machine.load.most.toFixed(1)} while measuring`;

/** What was asked for in vain. */
export const missingWords = (subjects, bytes) =>
  subjects
    .flatMap(({ id, name }) =>
      (bytes[id]?.missing ?? []).map((file) => `${name} asked for ${file}, which is not there.`),
    )
    .join(' ');
