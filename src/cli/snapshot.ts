/** `snapshot`: one file on a webmaster's own site out of sources that browsers may not read. */
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Problem } from '../backend/problem.js';
import { writeKithJson } from '../backend/write-kith-json.js';
import { localTime } from '../domain/recurrence/zone.js';
import type { World } from './run.js';
import { type Given, leftOutOf, readAll } from './sources.js';

/**
 * Puts a whole file in the place of an old one in one step: a visitor never gets half of it. A link stays a link, and who may
 * read the old file may read the new one.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const old = await stat(file).catch(() => undefined);
  // A terminal or a pipe has no place beside it.
  if (old && !old.isFile()) return writeFile(file, text);
  const target = old ? await realpath(file) : file;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    if (old) await chmod(beside, old.mode & 0o777);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** @throws {Problem} When a source cannot be used or holds nothing; the old file stays. */
export async function snapshot(given: Given, file: string, world: World): Promise<number> {
  const { directory, sources, hints = [] } = await readAll(given, world.now);
  if (directory.groups.length === 0)
    throw new Problem('malformed', 'the sources hold no group, so nothing is written');
  // Whatever the zone, a day more or less does not matter: copies are renewed by the hour.
  const copiedOn = localTime(world.now, 'UTC').slice(0, 10);
  await replaceFile(file, writeKithJson({ ...directory, copiedOn }));
  for (const one of [`${directory.groups.length} groups written to ${file}`, ...hints, ...leftOutOf(sources)])
    world.err(`${one}.\n`);
  return 0;
}
