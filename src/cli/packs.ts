/** Quiz packs and overlays out of files, with everything that is wrong with them. */
import { Problem } from '../backend/problem.js';
import type { Complaint, Pack } from '../domain/quiz.js';
import type { Overlay } from '../domain/quiz-overlay.js';
import { isOverlay, readOverlay, readPack } from '../domain/quiz-pack.js';
import { textOf } from './sources.js';

export interface PackFile {
  readonly file: string;
  /** One of the two, or neither where nothing can be used. */
  readonly pack?: Pack;
  readonly overlay?: Overlay;
  readonly complaints: readonly Complaint[];
}

/** @throws {Problem} When the file is not there or no JSON. */
export async function readPackFile(file: string): Promise<PackFile> {
  const text = await textOf(file);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Problem('malformed', `${file} is no JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  return { file, ...(isOverlay(json) ? readOverlay(json) : readPack(json)) };
}

/** A complaint in a line, with the item that it is about. */
export const inLine = ({ item, text }: Complaint): string => (item === undefined ? text : `${item}: ${text}`);
