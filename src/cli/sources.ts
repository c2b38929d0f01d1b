/** Brings what a command line names, web addresses and files, to the catalogue. */
import { readFile, stat } from 'node:fs/promises';
import { asProblem, loadSource, mergeSources, readText } from '../backend/catalogue.js';
import { decode } from '../backend/decode.js';
import { mostMegabytes } from '../backend/http.js';
import type { Loaded, SourceReport } from '../backend/ports.js';
import { Problem } from '../backend/problem.js';
import { localTime } from '../domain/recurrence/zone.js';

/** What to read, and how. */
export interface Given {
  readonly addresses: readonly string[];
  readonly format?: string;
  readonly timeZone?: string;
}

/** The zone of the machine, for "today" where no other is named. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const noPause = (): Promise<void> => Promise.resolve();

/** What a file holds, as text. @throws {Problem} */
export async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    const most = mostMegabytes(file);
    if (size > most * 1024 * 1024)
      throw new Problem('too-large', `${file} holds more than ${most} MB. Split it, or leave the past out`);
    return decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw new Problem(
      'not-found',
      code === 'ENOENT' ? `${file} is no file, nor an address with https://` : `${file}: ${String(cause)}`,
      { cause },
    );
  }
}

async function report(address: string, given: Given, today: string): Promise<SourceReport> {
  const asked = { ...given, today };
  try {
    if (/^https?:\/\//i.test(address) || address.startsWith('docs.google.com/')) {
      return await loadSource(address, asked, new AbortController().signal);
    }
    return await readText(await textOf(address), address, asked, noPause);
  } catch (error) {
    return { address, problem: asProblem(error) };
  }
}

/** One report for each source, in order. @param now Milliseconds since the epoch. */
export function readSources(given: Given, now: number): Promise<SourceReport[]> {
  const today = localTime(now, given.timeZone ?? ownZone()).slice(0, 10);
  return Promise.all(given.addresses.map((address) => report(address, given, today)));
}

/**
 * All sources as one listing.
 * @throws {Problem} When any of them cannot be used: half a list would look like a whole one.
 */
export async function readAll(given: Given, now: number): Promise<Loaded> {
  const sources = await readSources(given, now);
  for (const { problem } of sources) if (problem) throw problem;
  return mergeSources(sources);
}

/** What a command that writes says of records that nobody will see. */
export function leftOutOf(sources: readonly SourceReport[]): string[] {
  const left = sources.reduce((sum, { reading }) => sum + (reading?.leftOut.length ?? 0), 0);
  return left ? [`${left} records left out, see check-feed`] : [];
}
