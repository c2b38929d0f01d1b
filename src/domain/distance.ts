/** How far it is from here to there, worked out on the device. */
import type { Position } from './meeting.js';

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Kilometres as the crow flies (haversine). */
export function distanceKm(from: Position, to: Position): number {
  const halfNorth = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const halfEast = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const narrowing = Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS);
  const square = halfNorth * halfNorth + narrowing * halfEast * halfEast;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, square)));
}

/** A visitor's position made coarse (about 1 km), before anything else sees it. */
export function roundPosition({ latitude, longitude }: Position): Position {
  return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
}
