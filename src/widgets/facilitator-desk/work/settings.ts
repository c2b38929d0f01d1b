/** What keepers change about their box: what is signed for visitors, what the team writes for itself, which sites may carry it. */
import type { SnippetParts } from '../../../domain/desk/snippet.js';
import { fromBase64url, sameBytes, toBase64url } from '../../../domain/sealing/encoding.js';
import type { ReadingHours } from '../../../domain/sealing/manifest.js';
import { pinOf } from '../../../domain/sealing/public-key.js';
import type { HouseRules } from './house-rules.js';
import { type BoxSettings, changeSettings } from './manifest.js';
import type { OpenedBox } from './opened-box.js';

/** Changes nothing but what is named: what a colleague has changed meanwhile stays. */
export async function saveSettings(box: OpenedBox, settings: Partial<BoxSettings>): Promise<void> {
  await box.refresh();
  await changeSettings(box, settings);
}

/** Other times; a pause stays. */
export async function saveHours(box: OpenedBox, { timeZone, times }: ReadingHours): Promise<void> {
  await box.refresh();
  const awayUntil = box.manifest?.hours.awayUntil;
  await changeSettings(box, { hours: { timeZone, times, ...(awayUntil !== undefined && { awayUntil }) } });
}

/**
 * Closes the box kindly until a day, or opens it again; the times stay.
 * @param awayUntil `YYYY-MM-DD`; undefined: somebody reads.
 */
export async function savePause(box: OpenedBox, awayUntil: string | undefined): Promise<void> {
  await box.refresh();
  const hours = box.manifest?.hours;
  if (!hours) throw new Error('The box was not opened yet.');
  const { timeZone, times } = hours;
  await changeSettings(box, { hours: { timeZone, times, ...(awayUntil !== undefined && { awayUntil }) } });
}

/** Changes nothing but what is named. */
export async function saveRules(box: OpenedBox, changed: Partial<HouseRules>): Promise<void> {
  await box.refresh();
  await box.putRules({ ...box.rules, ...changed });
}

export async function saveOrigins(box: OpenedBox, origins: readonly string[]): Promise<void> {
  await box.api.putOrigins(origins);
  await box.refresh();
}

const LOCAL = /^(?:localhost|127\.0\.0\.1)$/;

/** The origin of an address that somebody wrote down, with as much of the page behind it as they like; undefined where it cannot be one. */
export function originOf(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, hostname, origin, username, password } = new URL(written);
  const fits = protocol === 'https:' || (protocol === 'http:' && LOCAL.test(hostname));
  return fits && !username && !password ? origin : undefined;
}

/** What a page of the group has to say about the box. */
export interface SitePins {
  /** What it names; two while the identity key is being changed. */
  readonly pins: readonly string[];
  /** What it may name no longer. */
  readonly formerPins: readonly string[];
}

/** Out of the chain of rosters, each of which was verified. */
export async function sitePins({ idPk, successor, server }: OpenedBox): Promise<SitePins> {
  const pins = [await pinOf(idPk)];
  if (!sameBytes(idPk, successor)) pins.push(await pinOf(successor));
  const all = await Promise.all(server.rosters.map((one) => pinOf(fromBase64url(one.idPk, 'idPk', 65))));
  return { pins, formerPins: [...new Set(all)].filter((pin) => !pins.includes(pin)) };
}

/** What the lines for the group's page are made of. */
export function siteParts(
  { boxId, manifest, rules }: OpenedBox,
  { pins }: SitePins,
  serverUrl: string,
): SnippetParts {
  const { script, country, phone } = rules;
  return {
    serverUrl,
    scriptUrl: script || `${serverUrl}kith/loader.js`,
    boxId: toBase64url(boxId),
    pins,
    ...(manifest && { minEpoch: manifest.epoch }),
    ...(country && { country }),
    ...(phone && { phone }),
  };
}
