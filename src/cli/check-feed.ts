/** `check-feed`: what the element's panel for webmasters says, in the terminal and as an exit code. */
import { mergeSources } from '../backend/catalogue.js';
import type { Remark, SourceReport } from '../backend/ports.js';
import { helpLines } from '../content/help-lines.js';
import { countryOf } from '../domain/help-country.js';
import { helpFor } from '../domain/help-line.js';
import { nextOccurrence } from '../domain/recurrence/occurrences.js';
import type { World } from './run.js';
import { type Given, ownZone, readSources } from './sources.js';

const inWords = ({ row, reason }: Remark): string =>
  `    ${row === undefined ? '' : `row ${row}: `}${reason.replace(/\.?$/, '.')}`;

function section(title: string, remarks: readonly Remark[]): string[] {
  return remarks.length === 0 ? [] : [`  ${title}: ${remarks.length}`, ...remarks.map(inWords)];
}

function sourceLines({ address, format, reading, problem }: SourceReport): string[] {
  if (problem || !reading) return [address, `  cannot be used (${problem?.kind}): ${problem?.hint}.`];
  const { kept, leftOut, remarks } = reading;
  return [
    address,
    `  ${format}: ${kept} records kept, ${leftOut.length} left out`,
    ...section('Left out', leftOut),
    ...section('Kept, but', remarks),
  ];
}

/** @returns 1 when a source cannot be used, a record is left out or, strictly, anything is remarked on. */
export async function checkFeed(
  given: Given,
  { strict }: { strict: boolean },
  world: World,
): Promise<number> {
  const sources = await readSources(given, world.now);
  const lines = sources.flatMap(sourceLines);
  const readings = sources.flatMap(({ reading }) => (reading ? [reading] : []));
  let hints: readonly string[] = [];
  if (readings.length > 0) {
    const { directory, hints: told = [] } = await mergeSources(sources);
    const { groups } = directory;
    const { country, hint } = countryOf(undefined, directory);
    const dated = groups.filter(({ meetings }) =>
      meetings.some((meeting) => nextOccurrence(meeting, world.now, ownZone())),
    );
    const { talk } = helpFor(country, helpLines);
    lines.push(
      `${groups.length} groups in all, ${dated.length} of them with a coming date`,
      `Help lines: ${country ? `${country}, ${talk.length} to talk to` : 'no country'}`,
    );
    hints = [...told, ...(hint ? [hint] : [])];
    for (const one of hints) lines.push(`  ${one.replace(/\.?$/, '.')}`);
  }
  const left = readings.reduce((sum, { leftOut }) => sum + leftOut.length, 0);
  const remarked = readings.reduce((sum, { remarks }) => sum + remarks.length, 0) + hints.length;
  const failed = sources.length - readings.length;
  const good = failed === 0 && left === 0 && (!strict || remarked === 0);
  lines.push(
    good
      ? 'Good.'
      : `To mend: ${[
          ...(failed ? [`${failed} of ${sources.length} sources`] : []),
          ...(left ? [`${left} records left out`] : []),
          ...(strict && remarked ? [`${remarked} remarks`] : []),
        ].join(', ')}.`,
  );
  world.out(`${lines.join('\n')}\n`);
  return good ? 0 : 1;
}
