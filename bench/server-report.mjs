/** Writes what a run of the server's bench found as Markdown: what misses its aim first, then every figure with its ratio. */
import { table, thousands } from './report-words.mjs';

const whole = (value) => thousands(Math.round(value));
/** Never rounded up. */
const percent = (value) => `${Math.floor(value * 100)} %`;
const quartiles = ({ lower, median, upper }, words) => `${words(median)} (${words(lower)}–${words(upper)})`;
const ms = (value) => value.toFixed(2);

/** The aim of each ratio. */
const aimOf = ({ what }) => (what === 'sends' ? 0.5 : 0.8);
const titleOf = ({ what, database, connections }) =>
  what === 'sends'
    ? `${database}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`
    : `reads answered ${what}, ${connections} connections`;

const filesystems = { '0xef53': 'ext4', '0x9123683e': 'Btrfs', '0x58465342': 'XFS', '0x794c7630': 'overlay' };

export function report({
  date,
  source,
  node,
  processor,
  cores,
  loads,
  folderType,
  quick,
  rounds,
  sync,
  syncAfter,
  lines,
}) {
  const behind = lines.filter((line) => line.ratio.median < aimOf(line));
  const slow = lines.filter(({ busy }) => busy.median > 0.9);
  const rows = (isWanted) =>
    lines
      .filter(isWanted)
      .map((line) => [
        titleOf(line),
        quartiles(line.ours, whole),
        quartiles(line.theirs, whole),
        quartiles(line.ratio, percent),
        percent(aimOf(line)),
        percent(line.busy.median),
      ]);
  return `# The server, measured

Written by \`npm run bench:server\`; nothing here is typed by hand. ${date}, source ${source} · Node ${node} · ${processor || 'processor unknown'},
${cores} cores, load average ${loads.map((load) => load.toFixed(1)).join(' before, ')} after · ${filesystems[folderType] ?? `file system ${folderType}`} ·
median of ${rounds} rounds${quick ? ' (a quick look)' : ''}, in brackets the quartiles. What is compared runs in turn within each round, and the ratio is taken within
it. Times are of this machine and mean little elsewhere.

A write of 4 kB and its \`fdatasync\` take ${quartiles(sync, ms)} ms here before the run, ${quartiles(syncAfter, ms)} ms after it. Memory in place of a disk
(tmpfs) is refused.

## What misses its aim

${
  behind.length === 0
    ? 'Nothing.'
    : behind
        .map((line) => `- ${titleOf(line)}: ${percent(line.ratio.median)}, aim ${percent(aimOf(line))}.`)
        .join('\n')
}

## Durable sends beside a bare insert, a second

A send is a whole question (8,208 sealed bytes in 11.6 kB of JSON) over HTTP: read, checked, hashed, its proof of work verified, the box's rules
looked at, kept, committed and synced before it is acknowledged. The proof is an easy one (\`KITH_PROOF_PREFIX=0\`) that was found beforehand, and the limits
of rate are wide open. The bare insert puts the same row into the same table, made by the server itself, in a database of its own on the same disk, one transaction each on as
many connections, in Node with the same driver and, on SQLite, the same pragmas and a thread for each connection.

${table(
  ['', 'sends', 'bare inserts', 'ratio', 'aim', 'load generator busy'],
  rows(({ what }) => what === 'sends'),
)}

## Reads beside a bare Hono, a second

A box's manifest and ten published answers (${thousands(lines.find(({ what }) => what === '200').bytes)} bytes). 304 stands beside Hono's greeting, 200 beside a Hono that sends the same bytes from memory.

${table(
  ['', 'kith-server', 'bare Hono', 'ratio', 'aim', 'load generator busy'],
  rows(({ what }) => what !== 'sends'),
)}

The load comes from another process over plain sockets, one request under way on each. ${
    slow.length === 0
      ? 'It was never busy for more than nine tenths of the time: the server is what was measured.'
      : `It was busy for more than nine tenths of the time in: ${slow.map(titleOf).join('; ')}. There it held up both sides, and the ratio is nearer to one than it would be.`
  }
`;
}
