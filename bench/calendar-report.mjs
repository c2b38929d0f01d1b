/** Writes what a run of the calendar bench found as Markdown: where Kith is behind first, then every figure with its ratio. */
import { BYTES, COUNTS, lines, TIMES } from './calendar-figures.mjs';
import {
  absentList,
  behindList,
  circumstances,
  comparisonTable,
  missingWords,
  round,
  subjectList,
  summary,
  table,
  thousands,
} from './report-words.mjs';

const screen = (width) => `${width < 700 ? 'phone' : 'desktop'} ${width} px`;
const titleOf = ({ size, width, cpu, source }) =>
  [source, size && `${thousands(size)} rules`, width && screen(width), cpu && `×${cpu}`]
    .filter(Boolean)
    .join(', ');

const measureNames = Object.fromEntries([...TIMES, ...COUNTS, ...BYTES]);

/** The measure and where it was taken. */
const fullTitleOf = (line) => [measureNames[line.key], titleOf(line)].filter(Boolean).join(', ');

function tables({ subjects }, all) {
  const section = ([key, name], unit) =>
    `### ${name[0].toUpperCase()}${name.slice(1)}${unit}\n\n${comparisonTable(
      subjects,
      all.filter((line) => line.key === key),
      titleOf,
    )}`;
  return [
    ...TIMES.map((one) => section(one, ', ms')),
    ...COUNTS.map((one) => section(one, '')),
    ...BYTES.map((one) => section(one, ', bytes')),
  ].join('\n\n');
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

/** @param run What `calendar.mjs` gathered; the same that is written as JSON. */
export function report(run) {
  const { runs, patience, widths, subjects, feeds, absent, bytes, months } = run;
  const all = lines(run);
  const missing = missingWords(subjects, bytes);
  return `# The meeting calendar, measured

Written by \`npm run bench:calendar\`; nothing here is typed by hand. ${circumstances(run)} · median of up to ${runs} ${runs === 1 ? 'run' : 'runs'}, each in a fresh profile, taken in turn. Times are of
this machine and mean little elsewhere: the ratios mean more. ×4 slows the processor down to a quarter.

The groups are made up by \`calendar-rules.mjs\`, each with one rule in London (weekly, fortnightly, monthly on a weekday, from up to two
years ago), here and there with a session left out, cancelled or moved. Each calendar shows ${months.name} on pages ${widths.map(screen).join(' and ')} wide, in
the view that it takes there by itself, or else its month. A session can be opened in all of them. Each is used as its own documentation
says, built by Vite for a live site:

${subjectList([...subjects, ...feeds])}

Not measured: ${absentList(absent)}.

A calendar that shows no session within ${patience / 1000} s is left alone: its figure is “> ${thousands(patience)}”. One that takes over a tenth of that is asked
once.

## Where Kith is behind

${summary(all)}

${behindList(subjects, all, fullTitleOf)}

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

${names(run)}${missing && `\n\n${missing}`}
`;
}
