/** Fetches a quiz pack and what a clinic lays over it, and makes one pack of them. */
import type { Complaint, Pack } from '../domain/quiz.js';
import { overlay } from '../domain/quiz-overlay.js';
import { readOverlay, readPack } from '../domain/quiz-pack.js';
import { fetchText } from './http.js';
import type { PackLoaded } from './ports.js';
import { Problem } from './problem.js';

/** Each complaint in one line, with the item that it is about. */
const linesOf = (complaints: readonly Complaint[]): string[] =>
  complaints.map(({ item, text }) => (item ? `${item}: ${text}` : text));

const notReadable = (address: string, complaints: readonly Complaint[]): Problem =>
  new Problem('malformed', `${address} is no pack that can be shown. ${linesOf(complaints).join(' ')}`);

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const text = await fetchText(address, signal);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('malformed', `${address} is no JSON: ${String(cause)}`, { cause });
  }
}

/**
 * @param address The pack's; or a pack that is at hand.
 * @param overlays Addresses of overlays. One that cannot be had fails the whole: it may hide what should not be shown.
 * @param region ISO 3166.
 * @throws {Problem} The signal's reason when aborted.
 */
export async function loadPack(
  address: string | Pack,
  overlays: readonly string[],
  region: string | undefined,
  signal: AbortSignal,
): Promise<PackLoaded> {
  const [base, ...over] = await Promise.all(
    [address, ...overlays].map((one) => (typeof one === 'string' ? fetchJson(one, signal) : one)),
  );
  const told: PackLoaded['told'][number][] = [];
  const tell = (from: string, complaints: readonly Complaint[]) => {
    if (complaints.length > 0) told.push({ address: from, lines: linesOf(complaints) });
  };
  const name = typeof address === 'string' ? address : 'the pack';
  const read = typeof address === 'string' ? readPack(base) : { pack: address, complaints: [] };
  if (!read.pack) throw notReadable(name, read.complaints);
  tell(name, read.complaints);
  const laid = over.map((json, index) => {
    const from = overlays[index] ?? '';
    const { overlay: one, complaints } = readOverlay(json);
    if (!one) throw notReadable(from, complaints);
    tell(from, complaints);
    return one;
  });
  const { pack, complaints } = overlay(read.pack, laid, region);
  tell(overlays.join(' ') || name, complaints);
  return { pack, told };
}
