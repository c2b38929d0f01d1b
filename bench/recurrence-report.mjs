/** Writes what a run of the recurrence bench found as Markdown: agreement first, then aims, then ratios, then the figures. */

/** The most that a month of 5,000 rules may take. */
const MONTH_LIMIT = 50;

const thousands = (value) => value.toLocaleString('en-GB');
const round = (value) => (value >= 100 ? thousands(Math.round(value)) : value.toFixed(1));
const times = (value) => `${value < 10 ? value.toFixed(2) : thousands(Math.round(value))}`;
const table = (head, rows) =>
  [head, head.map((_, index) => (index ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/**
 * In how many rules two engines give the same instants, among those that the other reached, and of each shape where they do
 * not: how many, and the first of them.
 */
export function agreement(rules, ours, theirs) {
  const otherwise = {};
  let agreed = 0;
  for (const [index, answer] of theirs.entries()) {
    const mine = ours[index];
    const { shape, rule, start } = rules[index];
    if (
      Array.isArray(answer) &&
      answer.length === mine.length &&
      answer.every((one, at) => one === mine[at])
    ) {
      agreed += 1;
      continue;
    }
    otherwise[shape] ??= { rules: 0, rule, start, ...difference(mine, answer) };
    otherwise[shape].rules += 1;
  }
  return { agreed, otherwise };
}

/** What the first difference is: an error, a start that the other has not, or one that only it has. */
function difference(mine, answer) {
  if (!Array.isArray(answer)) return { error: String(answer?.message ?? answer) };
  const [ours, theirs] = [new Set(mine), new Set(answer)];
  return { lacks: mine.find((one) => !theirs.has(one)), adds: answer.find((one) => !ours.has(one)) };
}

const fastestPeer = ({ figures }) =>
  Object.entries(figures)
    .filter(([id]) => id !== 'kith')
    .reduce((best, one) => (one[1].took < best[1].took ? one : best));

/** Whether each aim is met, with its figure. */
export function aims({ conditions, engines }) {
  const found = conditions.map((condition) => {
    const [id, { took }] = fastestPeer(condition);
    const value = took / condition.figures.kith.took;
    const name = engines.find((engine) => engine.id === id)?.name;
    return {
      aim: `${titleOf(condition)}: no slower than the fastest peer, ${name}`,
      limit: '1.00 of ours',
      value: `${times(value)} of ours`,
      met: value >= 1,
    };
  });
  const month = conditions.find(
    ({ mix, size, window }) => mix === 'everyday' && size === 5000 && window === 'month',
  );
  const took = month?.figures.kith.took;
  return [
    {
      aim: 'a month of 5,000 rules, Kith',
      limit: `${MONTH_LIMIT} ms`,
      value: took === undefined ? 'not measured' : `${round(took)} ms`,
      met: took === undefined ? undefined : took < MONTH_LIMIT,
    },
    ...found,
  ];
}

const titleOf = ({ mix, size, window }) => `${thousands(size)} ${mix} rules, a ${window}`;

const instant = (value) => new Date(value).toISOString().slice(0, 16).replace('T', ' ');

function sentence({ error, lacks, adds }) {
  if (error) return `refuses: “${error}”`;
  const said = [];
  if (lacks !== undefined) said.push(`lacks ${instant(lacks)}`);
  if (adds !== undefined) said.push(`has ${instant(adds)}`);
  return said.length ? `${said.join(', ')} (UTC)` : 'has some twice or in another order';
}

/** Each peer's first difference of each shape, over all conditions. */
function differences({ conditions, engines }) {
  const lines = [];
  for (const { id, name } of engines) {
    const told = new Set();
    for (const { figures } of conditions) {
      for (const [shape, { rule, start, ...rest }] of Object.entries(figures[id].otherwise)) {
        if (told.has(shape)) continue;
        told.add(shape);
        lines.push(`- ${name}, ${shape}: \`${rule}\` from ${start.replace('T', ' ')} ${sentence(rest)}.`);
      }
    }
  }
  return lines.length ? lines.join('\n') : 'Nowhere.';
}

const agreed = ({ agreed: same }, of) => {
  const said = `${thousands(same)} of ${thousands(of)}`;
  return same === of ? said : `**${said}**`;
};

export function report(run) {
  const { date, source, machine, runs, patience, windows, engines, conditions, elsewhere } = run;
  const peers = engines.filter(({ id }) => id !== 'kith');
  const seconds = patience / 1000;
  return `# When groups meet, computed

Written by \`npm run bench:recurrence\`; nothing here is typed by hand. ${date}, source ${source} · Node ${machine.node}, tzdata ${machine.tzdata} ·
${machine.cores} cores, load average ${machine.load.least.toFixed(1)}–${machine.load.most.toFixed(1)} while measuring · median of up to ${runs} runs in one process, taken in turn. Times
are of this machine and mean little elsewhere: the ratios mean more.

The rules are made up by \`recurrence-rules.mjs\`, all in London: everyday ones as support groups meet (80 % weekly or fortnightly,
15 % monthly on a weekday, 5 % others; some end, some leave sessions out, first starts up to ten years back), and harder ones, which calendars can say
and people rarely do. The month is ${windows.month.name}, in which the clocks go forward; the year is ${windows.year.name}.

Each is used as its own documentation says, with the machine in UTC:

${engines.map(({ name, version, use }) => `- ${name}${version ? ` ${version}` : ''}: ${use}.`).join('\n')}

An engine that takes over ${seconds} s for one question is stopped there: its agreement is about what it reached, and its time goes on as it began. One
that takes over ${seconds / 5} s is asked once.

## Who says the same as Kith

Rules of which every session is the same instant, of those that the engine reached.

${table(
  ['', ...peers.map(({ name }) => name)],
  conditions.map((condition) => [
    `${titleOf(condition)} (${thousands(condition.sessions)} sessions)`,
    ...peers.map(({ id }) => agreed(condition.figures[id], condition.figures[id].reached)),
  ]),
)}

The first difference of each kind; \`docs/decisions/recurrence.md\` says what RFC 5545 has on them:

${differences(run)}

In other zones of the machine, everyday rules, a year. rrule.js gives wall clocks of the machine, which its documentation turns into instants:

${table(
  ['machine in', ...engines.map(({ name }) => name)],
  elsewhere.map(({ zone, size, figures }) => [zone, ...engines.map(({ id }) => agreed(figures[id], size))]),
)}

## Aims

${table(
  ['aim', 'limit', 'here', ''],
  aims(run).map(({ aim, limit, value, met }) => [
    aim,
    limit,
    value,
    met === undefined ? '–' : met ? 'met' : '**not met**',
  ]),
)}

## Ratios, same run

How many times Kith’s time the others take to find the starts of rules already read. Below 1, in bold, Kith is behind.

${table(
  ['', ...peers.map(({ name }) => name)],
  conditions.map((condition) => [
    titleOf(condition),
    ...peers.map(({ id }) => {
      const value = condition.figures[id].took / condition.figures.kith.took;
      return value < 1 ? `**${times(value)}**` : times(value);
    }),
  ]),
)}

## Figures

Milliseconds: the median, in brackets the first run, when nothing is warm; then what reading the rules takes.

${table(
  ['', ...engines.flatMap(({ name }) => [`${name}: starts`, 'reading'])],
  conditions.map((condition) => [
    titleOf(condition),
    ...engines.flatMap(({ id }) => {
      const { took, first, read, runs: asked, reached } = condition.figures[id];
      const part = reached < condition.size ? `, from ${thousands(reached)} rules` : '';
      return [asked > 1 ? `${round(took)} (${round(first)})` : `${round(took)}, once${part}`, round(read)];
    }),
  ]),
)}
`;
}
