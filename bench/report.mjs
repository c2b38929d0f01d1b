/** Writes what a run measured as Markdown: aims first, then ratios, then where Kith is behind, then the figures. */
import {
  aims,
  comparable,
  counterpartOf,
  labelOf,
  losses,
  MEASURES,
  ratio,
  SHORTEST_TOLD,
} from './figures.mjs';

const table = (head, rows) =>
  [head, head.map((_, index) => (index ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const round = (value) => {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return String(Math.round(value));
  return String(value >= 1 ? Math.round(value * 10) / 10 : Math.round(value * 1000) / 1000);
};

const thousands = (value) => value.toLocaleString('en-GB');

export const titleOf = ({ size, cpu, network }) =>
  `${thousands(size)}, ×${cpu}${network === 'phone' ? ', phone’s network' : ''}`;

/** A median with the least and the most, as a cell. */
function figure(key, figures) {
  if (figures?.gaveUp) return key === 'firstRow' ? `> ${figures.gaveUp}` : '–';
  const one = figures?.[key];
  if (!one) return '–';
  const said = (value) =>
    key === 'longestTask' && value < SHORTEST_TOLD ? `< ${SHORTEST_TOLD}` : round(value);
  const [middle, least, most] = [one.median, one.least, one.most].map(said);
  return least === most ? middle : `${middle} (${least}–${most})`;
}

const said = ({ value, atLeast, bothShort }) =>
  bothShort ? 'both short' : `${atLeast ? '> ' : ''}${value.toFixed(value < 10 ? 2 : 1)}`;

/** One table a peer: how many times its figures are ours. */
function ratios(run) {
  const { subjects, conditions, traffic } = run;
  return subjects
    .filter(({ name }) => name !== 'Kith')
    .map((peer) => {
      const own = counterpartOf(peer, subjects);
      const [ours, theirs] = [traffic[own.id], traffic[peer.id]];
      const rows = comparable(peer)
        .map(([key, name]) => [
          name,
          ...conditions.map(({ figures }) => {
            const found = ratio(key, figures[own.id], figures[peer.id]);
            if (!found) return '–';
            return found.value < 1 ? `**${said(found)}**` : said(found);
          }),
        ])
        .filter(([, ...cells]) => cells.some((cell) => cell !== '–'));
      const same =
        own.format === peer.format
          ? `both read ${own.format}`
          : `it reads ${peer.format}, Kith ${own.format}`;
      return `### ${peer.name} ${peer.version}

The same groups, ${same}.${peer.note ? ` It ${peer.note}, which is no comparison and stands among the figures alone.` : ''}${
        ours && theirs
          ? ` Bytes of script and style, gzip, until the first row ${(theirs.bytes / ours.bytes).toFixed(1)}, in all ${(theirs.allBytes / ours.allBytes).toFixed(1)}.`
          : ''
      }

${table(['groups, CPU', ...conditions.map(titleOf)], rows)}`;
    })
    .join('\n\n');
}

function aimRows(run) {
  return table(
    ['aim', 'limit', 'here', ''],
    aims(run).map(({ aim, limit, unit, value, met }) => [
      aim,
      `${round(limit)} ${unit}`.trim(),
      value === undefined
        ? 'not measured'
        : `${unit === 'ms' && aim.startsWith('longest') && value < SHORTEST_TOLD ? `< ${SHORTEST_TOLD}` : round(value)} ${unit}`.trim(),
      met === undefined ? '–' : met ? 'met' : '**not met**',
    ]),
  );
}

function behind(run) {
  const lines = losses(run).map(({ key, condition, own, peer, value, ours, theirs }) => {
    const [, name] = MEASURES.find(([other]) => other === key);
    return `- ${name}, ${titleOf(condition)}: ${value.toFixed(2)} (${labelOf(own, run.subjects)} ${round(ours.median)}, ${peer.name} ${round(theirs.median)}).`;
  });
  for (const peer of run.subjects.filter(({ name }) => name !== 'Kith')) {
    const own = counterpartOf(peer, run.subjects);
    const [ours, theirs] = [run.traffic[own.id], run.traffic[peer.id]];
    if (ours?.sequence > theirs?.sequence)
      lines.push(
        `- requests one after another until the first row: ${labelOf(own, run.subjects)} ${ours.sequence}, ${peer.name} ${theirs.sequence}.`,
      );
  }
  return lines.length > 0 ? lines.join('\n') : 'In nothing that was measured here.';
}

function trafficTable({ subjects, traffic }) {
  return table(
    [
      '',
      'requests',
      'one after another until the first row',
      'bytes until then',
      'bytes in all',
      'the listing',
    ],
    subjects.map((subject) => {
      const found = traffic[subject.id];
      const name = labelOf(subject, subjects);
      return found
        ? [
            name,
            found.requests,
            found.sequence,
            ...[found.bytes, found.allBytes, found.feedBytes].map(thousands),
          ]
        : [name, '–', '–', '–', '–', '–'];
    }),
  );
}

function figureTables({ subjects, conditions }) {
  return conditions
    .map((condition) => {
      const { figures, feeds } = condition;
      const rows = MEASURES.map(([key, name, unit]) => [
        `${name}${unit ? `, ${unit}` : ''}`,
        ...subjects.map(({ id }) => figure(key, figures[id])),
      ]).filter(([, ...cells]) => cells.some((cell) => cell !== '–'));
      const bytes = Object.entries(feeds).map(
        ([format, { plain, gzip }]) => `${format} ${round(plain / 1000)} kB (${round(gzip / 1000)} packed)`,
      );
      return `### ${titleOf(condition)}

${bytes.join(', ')}.

${table(['', ...subjects.map((subject) => labelOf(subject, subjects))], rows)}`;
    })
    .join('\n\n');
}

/** @param run What `bench.mjs` gathered; the same that is written as JSON. */
export function report(run) {
  const { machine, date, source, runs, subjects, absent, traffic, trafficSize } = run;
  const missing = subjects.flatMap(({ id, name }) =>
    (traffic[id]?.missing ?? []).map((file) => `${name} asked for ${file}, which is not there.`),
  );
  return `# The group finder, measured

Written by \`npm run bench\`; nothing here is typed by hand. ${date}, source ${source} · ${machine.browser} · Node ${machine.node} ·
${machine.cores} cores, load average ${machine.load.least.toFixed(1)}–${machine.load.most.toFixed(1)} while measuring · median of ${runs} ${runs === 1 ? 'run' : 'runs'} (least–most), each in a fresh profile, taken in turn,
on a page 412 px wide. Times are of this machine and mean little elsewhere: the ratios mean more.

Measured: ${subjects.map((subject) => `${subject.name} ${subject.version} (${subject.format})`).join(', ')}; production builds. Not measured: ${Object.entries(
    absent,
  )
    .map(([name, reason]) => `${name} (${reason})`)
    .join('; ')}.

The groups are made up by \`feeds.mjs\`: the same for all, in the format that each reads. ×4 slows the processor down to a quarter; the
phone’s network gives 400 kbit/s and 400 ms until an answer begins.

## Aims

${aimRows(run)}

## Ratios, same run

Above 1 Kith is so many times ahead; below 1, in bold, it is behind.

${ratios(run)}

## Where Kith is behind

${behind(run)}

## Requests and bytes

With ${thousands(trafficSize)} groups. Bytes are gzip, of scripts, styles and everything else but the page and the listing.

${trafficTable(run)}${missing.length > 0 ? `\n\n${missing.join(' ')}` : ''}

## Figures

A row counts when a group’s name stands in the page’s visible text together with a day and a time; what was read is then held against
the listing. “Painted” is the first task after the frame that holds the change, so that up to one frame of waiting is in every figure.
“Main thread busy” is processor time, which other work on the machine hardly touches. “Longest task” is the longest that Chromium tells
of (from ${SHORTEST_TOLD} ms) until the list can be searched, and a while after. An input is a whole word in one event, as a phone’s keyboard
gives it, or its removal; in the first moment means as soon as the field is there. Elements and nodes are the whole page’s, shadow
roots included; the heap is taken after its garbage is collected.

${figureTables(run)}
`;
}
