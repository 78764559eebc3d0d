import { MAP_RING } from './constants.ts';

/* Unit vectors ×1000 at 30° steps: on even rings from 0°, on odd rings from 15°. */
const EVEN: readonly (readonly [number, number])[] = [
  [1000, 0],
  [866, 500],
  [500, 866],
  [0, 1000],
  [-500, 866],
  [-866, 500],
  [-1000, 0],
  [-866, -500],
  [-500, -866],
  [0, -1000],
  [500, -866],
  [866, -500],
];
const ODD: readonly (readonly [number, number])[] = [
  [966, 259],
  [707, 707],
  [259, 966],
  [-259, 966],
  [-707, 707],
  [-966, 259],
  [-966, -259],
  [-707, -707],
  [-259, -966],
  [259, -966],
  [707, -707],
  [966, -259],
];

/**
 * Where the region of a map slot lies in the galaxy, in whole light years around the Nexus; slots count from 0
 * and fill one ring after the other (rule book, world 12.3). Refuses a slot that is no whole number with a RangeError.
 */
export function mapSlotPosition(slot: number): readonly [x: number, y: number, z: number] {
  if (!Number.isInteger(slot) || slot < 0) throw new RangeError('a map slot is a whole number from 0');
  const ring = Math.floor(slot / MAP_RING.slots);
  const [x, y] = (ring % 2 === 0 ? EVEN : ODD)[slot % MAP_RING.slots]!;
  const radius = MAP_RING.radius + MAP_RING.step * ring;
  return [scaled(x, radius), scaled(y, radius), 0];
}

/** Rounded half away from zero, so that opposite slots lie opposite. */
function scaled(unit: number, radius: number): number {
  return Math.sign(unit) * Math.round((Math.abs(unit) * radius) / 1000);
}
