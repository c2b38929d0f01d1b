/**
 * What a box says of itself: whom to seal to, until when, when somebody reads. It is signed by the identity key that the page pins,
 * because whoever could change it could read every question.
 */
import type { LocalDate, LocalDateTime } from '../meeting.js';
import type { Bytes } from './encoding.js';
import { fromBase64url, isRecord, sameBytes } from './encoding.js';
import { allDifferent, readDay, readInteger, readLanguage, readList, readPattern, U32 } from './fields.js';
import { readText } from './plain-text.js';
import { readPublicKey } from './public-key.js';
import { refuse } from './sealing-error.js';
import type { Verified } from './signed-document.js';
import { openDocument, pinned } from './signed-document.js';
import { SUITE, VERSION } from './version.js';

/** Longest time that one epoch's key is in use, in days. */
export const MOST_DAYS_OF_EPOCH = 120;

/** How far a device's clock may be off, in days. */
export const DAYS_OF_TOLERANCE = 2;

/** When questions are read. */
export interface ReadingHours {
  /** IANA zone of the wall clocks below. */
  readonly timeZone: string;
  readonly times: readonly {
    readonly start: LocalDateTime;
    /** How it repeats: the value of an RRULE (RFC 5545). */
    readonly rule: string;
    readonly minutes?: number;
  }[];
  /** Nobody reads before this day. */
  readonly awayUntil?: LocalDate;
}

export interface Manifest {
  readonly v: typeof VERSION;
  /** 16 random bytes that never change. */
  readonly boxId: Bytes;
  /** Counts the sealing keys, from 1. */
  readonly epoch: number;
  readonly suite: typeof SUITE;
  /** Questions are sealed to it. */
  readonly pk: Bytes;
  /** First and last day on which it is in force, UTC, days since 1970-01-01; at most 120 days apart. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Verifies the catalogue of published answers. */
  readonly spk: Bytes;
  readonly hours: ReadingHours;
  /** Offered to choose from: at most 50, of at most 40 code points each. */
  readonly topics: readonly string[];
  /** Language tag of the box, or ''. */
  readonly language: string;
  /** Days for which an answered question is kept. */
  readonly retentionDays: number;
}

export interface ManifestExpected {
  /** What the page pins: see `readPins`. */
  readonly pins: readonly string[];
  /** The page's `boxId`. */
  readonly boxId: Bytes;
  /** The page's `min-epoch`: an epoch below it is refused. */
  readonly minEpoch?: number;
}

const BOX_ID_LENGTH = 16;

/** Reads a box's id as it stands in a page or a document. */
export const readBoxId = (value: unknown, field = 'boxId'): Bytes =>
  fromBase64url(value, field, BOX_ID_LENGTH);

function readHours(value: unknown): ReadingHours {
  const field = 'manifest.hours';
  if (!isRecord(value)) return refuse('malformed', field);
  const { awayUntil } = value;
  return {
    timeZone: readPattern(value['timeZone'], field, /^[\w+/-]{1,60}$/),
    times: readList(value['times'], field, 50).map((one) => {
      if (!isRecord(one)) return refuse('malformed', field);
      const { minutes } = one;
      return {
        start: readPattern(one['start'], field, /^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
        rule: readPattern(one['rule'], field, /^[A-Z0-9=;,+-]{1,200}$/),
        ...(minutes === undefined ? {} : { minutes: readInteger(minutes, field, 1, 1440) }),
      };
    }),
    ...(awayUntil === undefined ? {} : { awayUntil: readPattern(awayUntil, field, /^\d{4}-\d\d-\d\d$/) }),
  };
}

/**
 * Verifies a manifest against what the page says. It may be out of date: `checkDates` tells, and `sealQuestion` asks it.
 *
 * @throws SealingError `malformed`, `wrong-pin`, `bad-signature`, `unknown-version`, `unknown-suite`, `wrong-box` or `rolled-back`.
 */
export async function verifyManifest(
  document: unknown,
  { pins, boxId, minEpoch = 1 }: ManifestExpected,
): Promise<Verified<Manifest>> {
  const { content } = await openDocument(document, 'kith-box/1/manifest', pinned(pins));
  if (content['v'] !== VERSION) refuse('unknown-version', 'manifest.v');
  if (content['suite'] !== SUITE) refuse('unknown-suite', 'manifest.suite');
  const manifest: Manifest = {
    v: VERSION,
    boxId: readBoxId(content['boxId'], 'manifest.boxId'),
    epoch: readInteger(content['epoch'], 'manifest.epoch', 1, U32),
    suite: SUITE,
    pk: readPublicKey(content['pk'], 'manifest.pk'),
    notBefore: readDay(content['notBefore'], 'manifest.notBefore'),
    notAfter: readDay(content['notAfter'], 'manifest.notAfter'),
    spk: readPublicKey(content['spk'], 'manifest.spk'),
    hours: readHours(content['hours']),
    topics: readList(content['topics'], 'manifest.topics', 50).map((topic) =>
      readText(topic, 'manifest.topics', { most: 40, needed: true }),
    ),
    language: readLanguage(content['language'], 'manifest.language'),
    retentionDays: readInteger(content['retentionDays'], 'manifest.retentionDays', 1, 3650),
  };
  allDifferent(manifest.topics, 'manifest.topics');
  const days = manifest.notAfter - manifest.notBefore;
  if (days < 0 || days > MOST_DAYS_OF_EPOCH) refuse('malformed', 'manifest.notAfter');
  if (!sameBytes(manifest.boxId, boxId)) refuse('wrong-box', 'manifest.boxId');
  if (manifest.epoch < minEpoch) refuse('rolled-back', 'manifest.epoch');
  return manifest as Verified<Manifest>;
}

/**
 * Refuses a manifest that is not in force by the device's clock, give or take two days.
 *
 * @param today The device's day in UTC, days since 1970-01-01.
 */
export function checkDates({ notBefore, notAfter }: Manifest, today: number): void {
  if (!(today >= notBefore - DAYS_OF_TOLERANCE)) refuse('not-yet', 'manifest.notBefore');
  if (!(today <= notAfter + DAYS_OF_TOLERANCE)) refuse('expired', 'manifest.notAfter');
}
