/** Writes what a run measured as Markdown: ratios first, then where we lose, then the figures. */

const MEASURES = [
  ['firstRow', 'first row painted', 'ms'],
  ['searchable', 'search field painted', 'ms'],
  ['busy', 'main thread busy with the load', 'ms'],
  ['longestTask', 'longest task of the load', 'ms'],
  ['eager', 'input in the first moment → list painted', 'ms'],
  ['input', 'input → list painted', 'ms'],
  ['slowestInput', 'the slowest of these', 'ms'],
  ['filter', 'weekday chosen → list painted', 'ms'],
  ['elements', 'elements after the load', ''],
  ['nodes', 'nodes after the load', ''],
];

/** Chromium tells no shorter task than this. */
const SHORTEST_TOLD = 50;

/** A frame, and what waiting for the next one adds to anything that is painted. */
const FRAME = 1000 / 60;

const table = (head, rows) =>
  [head, head.map((_, index) => (index ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const round = (value) => (value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10));

function figure(key, one) {
  if (!one) return '–';
  if (key === 'longestTask' && one.most < SHORTEST_TOLD) return `< ${SHORTEST_TOLD}`;
  const least = key === 'longestTask' && one.least < SHORTEST_TOLD ? `< ${SHORTEST_TOLD}` : round(one.least);
  const middle =
    key === 'longestTask' && one.median < SHORTEST_TOLD ? `< ${SHORTEST_TOLD}` : round(one.median);
  return one.least === one.most ? middle : `${middle} (${least}–${round(one.most)})`;
}

/** How many times the peer's figure is ours; with the word, since a task too short to be told has no exact one. */
function ratio(key, ours, theirs) {
  if (!ours || !theirs) return undefined;
  const short = key === 'longestTask';
  if (short && theirs.median < SHORTEST_TOLD && ours.median < SHORTEST_TOLD)
    return { text: 'both short', value: 1 };
  const least = short && ours.median < SHORTEST_TOLD;
  const value =
    (short ? Math.max(theirs.median, SHORTEST_TOLD) : theirs.median) / (least ? SHORTEST_TOLD : ours.median);
  return { text: `${least ? '> ' : ''}${value.toFixed(value < 10 ? 2 : 1)}`, value };
}

function ratios({ measured, traffics, peer }) {
  const loses = [];
  const head = ['', ...measured.map(({ title, cpu }) => `${title}, ×${cpu}`)];
  const rows = MEASURES.map(([key, name]) => [
    name,
    ...measured.map(({ title, cpu, figures }) => {
      const found = ratio(key, figures.kith[key], figures.peer[key]);
      if (!found) return '–';
      if (found.value < 1)
        loses.push(
          `${name}, ${title}, CPU ×${cpu}: ${found.text} (Kith ${figure(key, figures.kith[key])}, ${peer} ${figure(key, figures.peer[key])}).`,
        );
      return found.value < 1 ? `**${found.text}**` : found.text;
    }),
  ]);
  const { kith, peer: other } = traffics;
  if (kith.sequence > other.sequence) {
    loses.push(
      `Requests one after another before the listing is asked for: Kith ${kith.sequence}, ${peer} ${other.sequence}.`,
    );
  }
  return {
    text: `Above 1 Kith is so many times ahead; below 1, in bold, it is behind. Bytes of script, gzip: until the first row ${(other.bytes / kith.bytes).toFixed(1)}, with everything ${(other.allBytes / kith.allBytes).toFixed(1)}.

${table(head, rows)}`,
    loses,
  };
}

/** Our own goals for one machine, told with what was met here. */
function goals({ measured, traffics }) {
  const lines = [];
  const goal = (name, value, limit, unit) =>
    lines.push([
      name,
      `${limit} ${unit}`.trim(),
      value === undefined ? 'not measured' : `${value} ${unit}`.trim(),
      value === undefined ? '–' : value <= limit ? 'met' : '**not met**',
    ]);
  goal('requests in sequence before the listing', traffics.kith.sequence, 3, '');
  goal('script until the first row, gzip', traffics.kith.bytes, 28_000, 'bytes');
  for (const { title, records, cpu, figures } of measured) {
    const { longestTask, elements, input } = figures.kith;
    if (records <= 2000) {
      const limit = cpu === 1 ? 50 : 200;
      lines.push([
        `longest task, ${title}, ×${cpu}`,
        `${limit} ms`,
        `${figure('longestTask', longestTask)} ms`,
        longestTask.median <= limit ? 'met' : '**not met**',
      ]);
    }
    if (cpu === 1) {
      goal(`elements, ${title}`, elements.median, 1500, '');
      // Painting waits for the frame after the one in which the key arrived.
      lines.push([
        `input → list painted, ${title}, ×1: done within one frame, on the screen with the next`,
        `${round(2 * FRAME)} ms`,
        `${figure('input', input)} ms`,
        input.median <= 2 * FRAME ? 'met' : '**not met**',
      ]);
    }
  }
  return table(['goal', 'limit', 'here', ''], lines);
}

function figures({ measured, peer }) {
  return measured
    .map(({ title, cpu, bytes, words, figures: { kith, peer: other } }) => {
      const rows = MEASURES.map(([key, name, unit]) => [
        `${name}${unit ? `, ${unit}` : ''}`,
        figure(key, kith[key]),
        ...(other ? [figure(key, other[key])] : []),
      ]);
      return `### ${title}, CPU ×${cpu}

${Math.round(bytes / 1000)} kB of JSON; looked for: ${words.join(', ')}.

${table(['', 'Kith', ...(other ? [peer] : [])], rows)}`;
    })
    .join('\n\n');
}

export function report(run) {
  const { browser, cores, load, node, date, runs, peer, real, traffics } = run;
  const compared = peer ? ratios(run) : undefined;
  const sequence = (subject) =>
    `${subject.sequence} in sequence before the listing; script until the first row ${subject.bytes} bytes gzip, in all ${subject.allBytes}`;
  return `# The group finder, measured

Written by \`bench/finder.mjs\`; nothing here is typed by hand. ${date} · ${browser} · Node ${node} · ${cores} cores, load average ${load.least.toFixed(1)}–${load.most.toFixed(1)} while
measuring · median of ${runs} runs (least–most), each in a fresh profile, on a page 412 px wide. Times are of this machine and mean little elsewhere: the ratios mean more.
${real ? 'Listings: given to the run.' : 'Listings: made up by `listing.mjs`, one group a record, in the Meeting Guide format.'}

${
  compared
    ? `## Ratios to ${peer}, same run

${compared.text}

## Where Kith is behind

${compared.loses.length > 0 ? compared.loses.map((line) => `- ${line}`).join('\n') : 'In nothing that was measured here.'}`
    : '## Ratios\n\nNo peer was measured in this run.'
}

## Our own goals

${goals(run)}

## Requests and bytes

- Kith: ${sequence(traffics.kith)}.${peer ? `\n- ${peer}: ${sequence(traffics.peer)}.` : ''}

## Figures

“Painted” is the first task after the frame that holds the change, so that up to one frame of waiting is in every figure. “Main thread busy” is
processor time, which other work on the machine hardly touches. “Longest task” is the longest
that Chromium tells of (from ${SHORTEST_TOLD} ms) until the list can be searched, and a while after. An input is a whole word in one event, as a
phone’s keyboard gives it, or its removal; in the first moment means as soon as the field is there.

${figures(run)}
`;
}
