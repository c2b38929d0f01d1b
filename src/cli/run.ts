/** Reads the words of a command line and runs the command; what it needs of the world is handed in. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNames } from '../backend/catalogue.js';
import { Problem } from '../backend/problem.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import { version } from '../version.js';
import { checkFeed } from './check-feed.js';
import { checkPack } from './check-pack.js';
import { printGroups } from './print-groups.js';
import { printPack } from './print-pack.js';
import { snapshot } from './snapshot.js';
import type { Given } from './sources.js';

/** What a command needs of the world. */
export interface World {
  /** Milliseconds since the epoch. */
  readonly now: number;
  out(text: string): void;
  err(text: string): void;
}

const USAGE = `Usage: kith-widgets COMMAND SOURCE… [options]
       kith-widgets COMMAND FILE… [options]

A source is a web address or a file: a sheet saved as CSV, a link to a Google Sheet, Kith JSON, Meeting Guide,
BMLT, HSDS, schema.org events or a calendar (.ics). Several sources become one list, as with several addresses in src.

Commands
  check-feed SOURCE…           what is kept and what is left out, row by row, with the mend
  snapshot SOURCE… -o FILE     writes one Kith JSON file, to be put on your own site; an old file stays when a source fails
  print-groups SOURCE…         the groups as plain HTML, for inside the element: no script, search engines, printing
  check-pack FILE…             whether quiz packs and overlays are in order, and what to mend
  print-pack [FILE]            the facts of a quiz pack, with their sources, as plain HTML: for a leaflet, for inside
                               the element; without a file, of the pack that comes with the quiz

Options
  --format NAME                read every source as one of: ${formatNames().join(', ')}
  --source-time-zone ZONE      zone of sources that name none, such as Europe/London
  --strict                     check-feed: remarks count as mistakes too
  -o, --output FILE            snapshot, print-groups, print-pack: write to a file
  --into FILE                  print-groups: between <!-- kith-groups --> and <!-- /kith-groups --> of a page;
                               print-pack: between <!-- kith-pack --> and <!-- /kith-pack -->
  --lang TAG                   print-groups, print-pack: words and dates, such as en-GB (the default), es or ar
  --set NAME                   print-pack: one set of the pack, such as short
  --overlay FILE               print-pack: a clinic's own words over the pack; may stand several times
  --region CODE                print-pack: leaves out what is true elsewhere alone, such as GB-SCT
  --country CODE               print-groups, print-pack: the help lines of a country, such as GB; else print-groups takes the list's own
  -h, --help                   this text
  -v, --version                ${version}

Exit code: 0 all is well; 1 a source cannot be used, or something is to be mended (check-feed, check-pack); 2 the command is not
understood.
`;

const OPTIONS = {
  format: { type: 'string' },
  'source-time-zone': { type: 'string' },
  strict: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  into: { type: 'string' },
  lang: { type: 'string' },
  country: { type: 'string' },
  set: { type: 'string' },
  overlay: { type: 'string', multiple: true },
  region: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** How a listing is read. */
const READING = ['format', 'source-time-zone'];

/** Which options a command knows. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'check-feed': [...READING, 'strict'],
  snapshot: [...READING, 'output'],
  'print-groups': [...READING, 'output', 'into', 'lang', 'country'],
  'check-pack': [],
  'print-pack': ['output', 'into', 'lang', 'country', 'set', 'overlay', 'region'],
};

/** A mistake on the command line. */
class Misuse extends Error {}

function understand(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** @returns The exit code. */
async function command(words: readonly string[], world: World): Promise<number> {
  const { values, positionals } = understand(words);
  const [name, ...addresses] = positionals;
  if (values.version) {
    world.out(`${version}\n`);
    return 0;
  }
  if (values.help || name === 'help') {
    world.out(USAGE);
    return 0;
  }
  const own = OWN[name ?? ''];
  if (!name || !own) throw new Misuse(name ? `"${name}" is no command.` : 'A command is missing.');
  const foreign = Object.keys(values).find((option) => !own.includes(option));
  if (foreign) throw new Misuse(`${name} has no option --${foreign}.`);
  if (addresses.length === 0 && name !== 'print-pack')
    throw new Misuse(`${name} needs at least one ${name === 'check-pack' ? 'file' : 'address or file'}.`);
  const zone = values['source-time-zone'];
  if (zone !== undefined && !isTimeZone(zone))
    throw new Misuse(`--source-time-zone "${zone}" is no time zone such as Europe/London.`);
  if (values.format !== undefined && !formatNames().includes(values.format))
    throw new Misuse(`--format "${values.format}" is none of ${formatNames().join(', ')}.`);
  for (const file of [values.output, values.into]) {
    const sources = [...addresses, ...(values.overlay ?? [])];
    if (file !== undefined && sources.some((address) => resolve(address) === resolve(file)))
      throw new Misuse(`${file} is a source, so nothing is written over it.`);
  }
  if (values.output && values.into) throw new Misuse(`${name} takes -o or --into, not both.`);
  const given: Given = {
    addresses,
    ...(values.format === undefined ? {} : { format: values.format }),
    ...(zone === undefined ? {} : { timeZone: zone }),
  };
  switch (name) {
    case 'check-feed':
      return checkFeed(given, { strict: values.strict ?? false }, world);
    case 'snapshot':
      if (!values.output) throw new Misuse('snapshot needs -o FILE.');
      return snapshot(given, values.output, world);
    case 'check-pack':
      return checkPack(addresses, world);
    case 'print-pack':
      if (addresses.length > 1)
        throw new Misuse('print-pack takes one file; others lie over it with --overlay.');
      return printPack(addresses[0], values, world);
    default:
      return printGroups(given, values, world);
  }
}

/** Runs a command. @returns The exit code: 0 well, 1 not well, 2 not understood. */
export async function run(words: readonly string[], world: World): Promise<number> {
  try {
    return await command(words, world);
  } catch (error) {
    if (error instanceof Misuse) {
      world.err(`${error.message} See kith-widgets --help.\n`);
      return 2;
    }
    if (error instanceof Problem) {
      world.err(`${error.hint}.\n`);
      return 1;
    }
    // A file that cannot be read or written says so in Node's own words.
    if (error instanceof Error && 'code' in error) {
      world.err(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
