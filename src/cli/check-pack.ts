/** `check-pack`: everything that is wrong with a quiz pack or an overlay, in the terminal and as an exit code. */
import { Problem } from '../backend/problem.js';
import type { LocalDate } from '../domain/meeting.js';
import type { Complaint, Pack } from '../domain/quiz.js';
import { overlay } from '../domain/quiz-overlay.js';
import { localTime } from '../domain/recurrence/zone.js';
import { balanceOf, overlayFaults, packAge, packFaults } from './pack-faults.js';
import { inLine, type PackFile, readPackFile } from './packs.js';
import type { World } from './run.js';
import { ownZone } from './sources.js';
import { knowsWords, wordedLanguages } from './wording.js';

/** What is not checked in a language, so that nobody takes silence for consent. */
function unchecked(language: string): string[] {
  return [
    ...(language.startsWith('en') ? [] : ['  Reading age: not checked, the formula is for English alone.']),
    ...(knowsWords(language)
      ? []
      : [
          `  Words that hurt, and claims: not checked in "${language}", only in ${wordedLanguages.join(', ')}. Have a native speaker read it.`,
        ]),
  ];
}

function aboutPack(pack: Pack): string[] {
  const { items, language, review, version } = pack;
  const balance = balanceOf(items);
  const choices = items.length - balance.true - balance.false;
  const age = packAge(pack);
  const sensitive = items.filter((item) => item.sensitive).map(({ id }) => id);
  return [
    `  ${pack.id} ${version} in ${language}: ${items.length} items, ${balance.true} true, ${balance.false} not, ${choices} with choices`,
    `  Sensitive: ${sensitive.join(', ') || 'none'}`,
    ...(age === undefined ? [] : [`  Reading age: ${Math.round(age)}`]),
    `  Review: ${review.status}${review.reviewDue ? `, due on ${review.reviewDue}` : ''}`,
    ...unchecked(language),
  ];
}

interface Checked {
  readonly lines: readonly string[];
  readonly faults: readonly Complaint[];
}

function check({ file, pack, overlay: over, complaints }: PackFile, today: LocalDate): Checked {
  const faults = [
    ...complaints,
    ...(pack ? packFaults(pack, today) : []),
    ...(over ? overlayFaults(over, today) : []),
  ];
  const about = pack
    ? aboutPack(pack)
    : over
      ? [`  Overlay for ${over.overlays} in ${over.language}`, ...unchecked(over.language)]
      : ['  Nothing of it can be shown.'];
  return { lines: [file, ...about], faults };
}

/** What an overlay says of a pack that stands beside it on the command line. */
function laid(over: PackFile, files: readonly PackFile[]): readonly Complaint[] {
  return files.flatMap(({ pack }) =>
    pack && over.overlay?.overlays === pack.id && over.overlay.language === pack.language
      ? overlay(pack, [over.overlay], over.overlay.region).complaints
      : [],
  );
}

/** @returns 1 when anything is to be mended. */
export async function checkPack(names: readonly string[], world: World): Promise<number> {
  const today = localTime(world.now, ownZone()).slice(0, 10);
  const files: PackFile[] = [];
  const lines: string[] = [];
  let faults = 0;
  for (const name of names) {
    try {
      files.push(await readPackFile(name));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults += 1;
      lines.push(name, `    ${error.hint}.`);
    }
  }
  for (const file of files) {
    const checked = check(file, today);
    const all = [...checked.faults, ...laid(file, files)];
    faults += all.length;
    lines.push(...checked.lines, ...all.map((one) => `    ${inLine(one)}`));
  }
  lines.push(faults === 0 ? 'Good.' : `To mend: ${faults}.`);
  world.out(`${lines.join('\n')}\n`);
  return faults === 0 ? 0 : 1;
}
