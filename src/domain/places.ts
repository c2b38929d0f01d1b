/**
 * The towns, districts, postcodes and regions that a feed itself names, so that a typed place is
 * found on the device and no geocoder hears of it.
 */
import { distanceKm } from './distance.js';
import { fold, wordsOf } from './fold.js';
import type { Group } from './group.js';
import type { Position, Venue } from './meeting.js';
import { postalAreas, postalCodeAtEnd } from './postal-code.js';
import { almostBegins, isForgivable } from './typo.js';

export { distanceKm, roundPosition } from './distance.js';

export type PlaceKind = 'town' | 'district' | 'postcode' | 'region';

export interface Place {
  /** As the feed spells it; "Springfield, Illinois" where the feed knows several. */
  readonly label: string;
  readonly kind: PlaceKind;
  /** Its middle; absent when the feed gives no coordinates there, or when the place is too wide to have one. */
  readonly position?: Position | undefined;
  /** Whether a venue names this place. */
  has(venue: Venue): boolean;
}

const MOST_PLACES = 5;
/** No place has a longer name. */
const NAME_CHARACTERS = 100;
/** Two towns of one name that lie further apart than this are two towns. */
const ANOTHER_TOWN_KM = 60;
/** A place of which most venues lie within this has a middle worth measuring from. */
const COMPACT_KM = 30;
const COMPACT_SHARE = 0.8;

function middleOf(sorted: number[]): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** The median, not the mean: one mistyped coordinate must not move a town. */
function centreOf(positions: readonly Position[]): Position | undefined {
  const [first] = positions;
  if (!first) return undefined;
  const ascending = (a: number, b: number) => a - b;
  // Counted from the first venue, so that a place on the date line stays in one piece.
  const east = positions.map(({ longitude }) => ((longitude - first.longitude + 540) % 360) - 180);
  return {
    latitude: middleOf(positions.map(({ latitude }) => latitude).sort(ascending)),
    longitude: ((first.longitude + middleOf(east.sort(ascending)) + 540) % 360) - 180,
  };
}

/** A place while its venues are being gathered. */
class Spot implements Place {
  readonly venues = new Set<Venue>();
  readonly #positions: Position[] = [];
  /** Words that may follow its name: "Leeds West Yorkshire". */
  readonly context = new Set<string>();
  readonly words: readonly string[];
  readonly key: string;
  label: string;
  #centre: Position | undefined;

  constructor(
    readonly kind: PlaceKind,
    readonly name: string,
    readonly around: string,
  ) {
    this.label = name;
    this.words = placeWords(name);
    this.key = kind === 'postcode' ? postalKey(name) : this.words.join(' ');
  }

  add(venue: Venue): void {
    if (this.venues.has(venue)) return;
    this.venues.add(venue);
    if (venue.position && !venue.approximate) this.#positions.push(venue.position);
    this.#centre = undefined;
  }

  /** Takes in the venues of another spot that is the same place, seen from elsewhere. */
  join(other: Spot): void {
    // A state that is called like its capital must not draw the town's middle away.
    const keepsCentre = other.kind !== this.kind && this.#positions.length > 0;
    for (const venue of other.venues) {
      if (keepsCentre) this.venues.add(venue);
      else this.add(venue);
    }
    for (const word of other.context) this.context.add(word);
  }

  get centre(): Position | undefined {
    this.#centre ??= centreOf(this.#positions);
    return this.#centre;
  }

  get position(): Position | undefined {
    const { centre } = this;
    if (!centre) return undefined;
    const close = this.#positions.filter((position) => distanceKm(centre, position) <= COMPACT_KM).length;
    return close >= this.#positions.length * COMPACT_SHARE ? centre : undefined;
  }

  isFarFrom(other: Spot): boolean {
    return Boolean(this.centre && other.centre && distanceKm(this.centre, other.centre) > ANOTHER_TOWN_KM);
  }

  has(venue: Venue): boolean {
    return this.venues.has(venue);
  }
}

/** "Saint" and "St." are one word in names of towns. */
const placeWords = (text: string) => wordsOf(text).map((word) => (word === 'saint' ? 'st' : word));

const postalKey = (code: string) => code.toUpperCase().replace(/\s/g, '');

/** The feed's own places. */
export interface Gazetteer {
  readonly spots: readonly Spot[];
}

function* venuesOf(groups: readonly Group[]): Iterable<Venue> {
  for (const group of groups) {
    for (const { attendance, venue } of group.meetings) {
      // Online groups often carry a city's centre: nobody can go there.
      if (venue && attendance !== 'online') yield venue;
    }
  }
}

/** Whether there is any place to look for. */
export function namesPlaces(groups: readonly Group[]): boolean {
  for (const { locality, district, region, postalCode } of venuesOf(groups)) {
    if (locality || district || region || postalCode) return true;
  }
  return false;
}

/** Whether any venue says exactly where it is, so that "near me" makes sense. */
export function namesPositions(groups: readonly Group[]): boolean {
  for (const { position, approximate } of venuesOf(groups)) if (position && !approximate) return true;
  return false;
}

/** Gathers spots by name and by what lies around them. */
function gather(groups: readonly Group[]): Spot[] {
  const spots = new Map<string, Spot>();
  const add = (kind: PlaceKind, name: string | undefined, around: string | undefined, venue: Venue) => {
    const trimmed = name?.slice(0, NAME_CHARACTERS).trim();
    if (!trimmed) return;
    const near = around?.slice(0, NAME_CHARACTERS) ?? '';
    const key = `${kind}\n${fold(trimmed)}\n${fold(near)}`;
    let spot = spots.get(key);
    if (!spot) {
      spot = new Spot(kind, trimmed, near);
      for (const word of placeWords(`${near} ${venue.country ?? ''}`)) spot.context.add(word);
      spots.set(key, spot);
    }
    spot.add(venue);
  };
  for (const venue of venuesOf(groups)) {
    const { locality, district, region, postalCode, country } = venue;
    add('town', locality, region, venue);
    add('district', district, locality ?? region, venue);
    add('region', region, country, venue);
    for (const area of postalAreas(postalCode ?? '', country)) add('postcode', area, '', venue);
  }
  return [...spots.values()].filter((spot) => spot.key);
}

const KINDS: readonly PlaceKind[] = ['town', 'district', 'region', 'postcode'];

/** Brings together what is one place and gives two towns of one name two labels. */
export function buildGazetteer(groups: readonly Group[]): Gazetteer {
  const places = new Map<string, Spot[]>();
  const spots = gather(groups).sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.venues.size - a.venues.size,
  );
  for (const spot of spots) {
    const key = spot.kind === 'postcode' ? `#${spot.key}` : spot.key;
    const namesakes = places.get(key);
    if (!namesakes) places.set(key, [spot]);
    else {
      const same = namesakes.find((other) => !other.isFarFrom(spot) || other.around === spot.around);
      if (same) same.join(spot);
      else namesakes.push(spot);
    }
  }
  for (const namesakes of places.values()) {
    if (namesakes.length < 2) continue;
    for (const spot of namesakes) if (spot.around) spot.label = `${spot.name}, ${spot.around}`;
  }
  return { spots: [...places.values()].flat() };
}

/** How well a place answers, 0 best; undefined when it does not. */
function rank(spot: Spot, key: string, postal: readonly string[], words: readonly string[], slips: boolean) {
  if (spot.kind === 'postcode') {
    const area = postal.indexOf(spot.key);
    if (area >= 0) return area;
    return /\d/.test(key) && postal[0] && spot.key.startsWith(postal[0]) ? 4 : undefined;
  }
  if (spot.key === key) return 0;
  if (spot.key.startsWith(key)) return 4;
  const begins = (word: string, typed: string) =>
    word.startsWith(typed) || (slips && isForgivable(typed) && almostBegins(word, typed));
  const answered = words.every(
    (typed, place) =>
      spot.words.some((word) => begins(word, typed)) ||
      (place > 0 && [...spot.context].some((word) => begins(word, typed))),
  );
  return answered ? 5 : undefined;
}

function lookUpOne(spots: readonly Spot[], typed: string, slips: boolean): Place[] {
  const words = placeWords(typed);
  if (!words.length) return [];
  const key = words.join(' ');
  const postal = postalAreas(typed).map(postalKey);
  const found: { spot: Spot; rank: number }[] = [];
  for (const spot of spots) {
    const ranked = rank(spot, key, postal, words, slips);
    if (ranked !== undefined) found.push({ spot, rank: ranked });
  }
  // Of a postal code only the narrowest area that the feed knows answers.
  const nearest = Math.min(...found.map((one) => one.rank));
  return found
    .filter((one) => one.rank === nearest || one.rank > 3)
    .sort((a, b) => a.rank - b.rank || b.spot.venues.size - a.spot.venues.size)
    .slice(0, MOST_PLACES)
    .map(({ spot }) => spot);
}

/** The feed's places that a visitor may mean, best first, five at most. */
export function lookUp(gazetteer: Gazetteer, typed: string): Place[] {
  const text = typed.slice(0, 200);
  const [beforeComma = '', ...parts] = text.split(',');
  for (const slips of [false, true]) {
    for (const attempt of [text, postalCodeAtEnd(text) ?? '', beforeComma]) {
      const found = lookUpOne(gazetteer.spots, attempt, slips);
      if (found.length) return found;
    }
    // "12 Long Lane, Leeds": further parts only in full, or "Boston, MA" would find Marfa.
    for (const part of parts) {
      const key = placeWords(part).join(' ');
      const found = gazetteer.spots.filter((spot) => key && spot.key === key);
      if (found.length) return found.slice(0, MOST_PLACES);
    }
  }
  return [];
}
