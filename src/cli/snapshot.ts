/** `snapshot`: one file on a webmaster's own site out of sources that browsers may not read. */
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Problem } from '../backend/problem.js';
import { writeKithJson } from '../backend/write-kith-json.js';
import type { World } from './run.js';
import { type Given, readAll } from './sources.js';

/** Puts a whole file in the place of an old one in one step: a visitor never gets half of it. Its rights stay, and a link stays a link. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (old) => old.mode,
    () => undefined,
  );
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** @throws {Problem} When a source cannot be used or holds nothing; the old file stays. */
export async function snapshot(given: Given, file: string, world: World): Promise<number> {
  const { directory, sources } = await readAll(given, world.now);
  if (directory.groups.length === 0)
    throw new Problem('malformed', 'the sources hold no group, so nothing is written');
  await replaceFile(file, writeKithJson(directory));
  const left = sources.reduce((sum, { reading }) => sum + (reading?.leftOut.length ?? 0), 0);
  world.err(
    `${directory.groups.length} groups written to ${file}${left ? `; ${left} records left out, see check-feed` : ''}.\n`,
  );
  return 0;
}
