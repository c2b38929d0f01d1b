/** Writes what a run of the calendar bench found as Markdown: where Kith is behind first, then every figure with its ratio. */
import { BYTES, COUNTS, lines, TIMES, verdict } from './calendar-figures.mjs';

const thousands = (value) => value.toLocaleString('en-GB');
const round = (value) => (value >= 100 ? thousands(Math.round(value)) : String(Math.round(value * 10) / 10));
const table = (head, rows) =>
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

const screen = (width) => `${width < 700 ? 'phone' : 'desktop'} ${width} px`;
const titleOf = ({ size, width, cpu, source }) =>
  [source, size && `${thousands(size)} rules`, width && screen(width), cpu && `×${cpu}`]
    .filter(Boolean)
    .join(', ');

const measureNames = Object.fromEntries([...TIMES, ...COUNTS, ...BYTES]);

const isMeasured = ({ ours, theirs }) => ours || Object.values(theirs).some(({ figure }) => figure);

function tables(run, all) {
  const { subjects } = run;
  const peers = subjects.filter(({ id }) => id !== 'kith');
  const head = ['', 'Kith', ...peers.map(({ name }) => name), 'Kith is'];
  const row = (line, title) => [
    title,
    said(line.ours),
    ...peers.map(({ id }) => compared(line.theirs[id])),
    outcome(line, subjects),
  ];
  const section = ([key, name], unit) =>
    `### ${name[0].toUpperCase()}${name.slice(1)}${unit}\n\n${table(
      head,
      all.filter((line) => line.key === key && isMeasured(line)).map((line) => row(line, titleOf(line))),
    )}`;
  return [
    ...TIMES.map((one) => section(one, ', ms')),
    ...COUNTS.map((one) => section(one, '')),
    ...BYTES.map((one) => section(one, ', bytes')),
  ].join('\n\n');
}

function behind(run, all) {
  const found = all.flatMap((line) =>
    (verdict(line)?.behind ?? []).map((id) => ({ line, id, value: line.theirs[id].ratio.value })),
  );
  if (found.length === 0) return 'In nothing that was measured here.';
  return found
    .sort((a, b) => a.value - b.value)
    .map(({ line, id, value }) => {
      const where = titleOf(line);
      return `- ${measureNames[line.key]}${where && `, ${where}`}: ${ratioWords(value)} (Kith ${said(line.ours)}, ${nameOf(run.subjects, id)} ${said(line.theirs[id].figure)}).`;
    })
    .join('\n');
}

/** How many comparisons there are and in how many of them Kith is ahead. */
function summary(all) {
  const found = all.map(verdict).filter(Boolean);
  const count = (key) => found.reduce((sum, one) => sum + one[key].length, 0);
  const of = count('ahead') + count('behind') + count('level');
  return `Of ${thousands(of)} comparisons Kith is ahead in ${thousands(count('ahead'))}, level in ${thousands(count('level'))} and behind in ${thousands(count('behind'))}.`;
}

function names({ subjects, still }) {
  return table(
    ['', ...subjects.map(({ name }) => name)],
    still.map(({ size, width, figures }) => [
      titleOf({ size, width }),
      ...subjects.map(({ id }) => (figures[id]?.names ? round(figures[id].names.median) : '–')),
    ]),
  );
}

function seen({ subjects, feeds, planted }) {
  const row = ({ id, name, note }, isFeed) => {
    const found = planted[id];
    const title = isFeed ? `${name}, ${note}` : name;
    return found
      ? [title, found.cancelled, found.moved, found.clocks]
      : [title, 'not to be told', 'not to be told', 'not to be told'];
  };
  return table(
    ['', 'a cancelled session', 'a moved session', 'the hour after the clocks change'],
    [
      ...subjects.filter(({ id }) => id in planted).map((one) => row(one, false)),
      ...feeds.map((one) => row(one, true)),
    ],
  );
}

const versions = (subject) =>
  Object.entries(subject.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');

/** @param run What `calendar.mjs` gathered; the same that is written as JSON. */
export function report(run) {
  const { machine, date, source, runs, patience, widths, subjects, feeds, absent, bytes, months } = run;
  const all = lines(run);
  const missing = subjects.flatMap(({ id, name }) =>
    (bytes[id]?.missing ?? []).map((file) => `${name} asked for ${file}, which is not there.`),
  );
  return `# The meeting calendar, measured

Written by \`npm run bench:calendar\`; nothing here is typed by hand. ${date}, source ${source} · ${machine.browser} · Node ${machine.node} ·
${machine.cores} cores, load average ${machine.load.least.toFixed(1)}–${machine.load.most.toFixed(1)} while measuring · median of up to ${runs} ${runs === 1 ? 'run' : 'runs'}, each in a fresh profile, taken in turn. Times are of
this machine and mean little elsewhere: the ratios mean more. ×4 slows the processor down to a quarter.

The groups are made up by \`calendar-rules.mjs\`, each with one rule in London (weekly, fortnightly, monthly on a weekday, from up to two
years ago), here and there with a session left out, cancelled or moved. Each calendar shows ${months.name} on pages ${widths.map(screen).join(' and ')} wide, in
the view that it takes there by itself, or else its month. A session can be opened in all of them. Each is used as its own documentation
says, built by Vite for a live site:

${[...subjects, ...feeds].map((subject) => `- ${subject.name} (${versions(subject)}): ${subject.note}.`).join('\n')}

Not measured: ${Object.entries(absent)
    .map(([name, reason]) => `${name} (${reason})`)
    .join('; ')}.

A calendar that shows no session within ${patience / 1000} s is left alone: its figure is “> ${thousands(patience)}”. One that takes over a tenth of that is asked
once.

## Where Kith is behind

${summary(all)}

${behind(run, all)}

## What a visitor is told

Four groups of which it is known what must be said, in ${months.name} on a page of ${Math.max(...widths)} px: one session is cancelled, one is moved to another day
and hour, one group meets every week on both sides of the day when the clocks change, one just meets.

${seen(run)}

“Gone”: nobody who knows the group reads that it does not meet. “Looks live”: it stands there like any other.

## Figures and ratios

In brackets how many times Kith’s figure that is: above 1 Kith is ahead, below 1, in bold, it is behind. Least and most of every figure
are in \`calendar-results.json\`.

“Data in hand” is when the calendar’s script has run and the groups are in the form that it asks for; what it does from there, drawing its own
frame included, is counted. “Painted” is the first task after the frame that holds the change. “All” is the last frame in which the names
of groups changed. Next month counts from the press until the last such frame. Elements and nodes are those of the page’s body, shadow
roots included. Tab stops are presses of Tab from before the calendar until after it. Bytes are those of the whole page’s scripts and
styles, with ${thousands(run.bytesSize)} rules, which hardly matters; Kith’s page that has an iCalendar file as \`src\` also loads what reads it.

${tables(run, all)}

## How many sessions stand there to be read

No comparison, but to be known beside the figures: names of groups in sight or by scrolling, without a press.

${names(run)}${missing.length > 0 ? `\n\n${missing.join(' ')}` : ''}
`;
}
