import type { RandomStream } from '@sw/rules';

/** Words of the sea and of the sky; none is a person. */
const FIRST = [
  'Amber',
  'Azure',
  'Boreal',
  'Cobalt',
  'Copper',
  'Dusk',
  'Ember',
  'Far',
  'Gilded',
  'Harbour',
  'Indigo',
  'Ivory',
  'Lunar',
  'Misty',
  'North',
  'Opal',
  'Polar',
  'Quiet',
  'Russet',
  'Silver',
  'Slow',
  'Solar',
  'Tidal',
  'Umber',
  'Velvet',
  'Wandering',
  'West',
  'Winter',
] as const;
const SECOND = [
  'Anchor',
  'Beacon',
  'Bosun',
  'Capstan',
  'Comet',
  'Compass',
  'Corona',
  'Cutter',
  'Drift',
  'Fathom',
  'Galley',
  'Halyard',
  'Helm',
  'Keel',
  'Lantern',
  'Ledger',
  'Mizzen',
  'Nadir',
  'Orbit',
  'Parsec',
  'Plotter',
  'Quasar',
  'Rudder',
  'Sextant',
  'Tiller',
  'Topsail',
  'Wake',
  'Zenith',
] as const;
const SHIPS = [
  'Patient Ledger',
  'Second Wind',
  'Fair Exchange',
  'Long Way Round',
  'Small Margin',
  'Morning Watch',
  'Dry Powder',
  'Open Sky',
  'Steady Hand',
  'Half a Chance',
  'Plain Sailing',
  'Honest Weight',
  'Evening Tide',
  'Spare Change',
  'Thin Air',
  'Good Enough',
] as const;

const LONGEST_CALLSIGN = 20;

/** One of a list, by the stream. */
export const pick = <T>(random: RandomStream, from: readonly [T, ...T[]] | readonly T[]): T => {
  const chosen = from[random.roll(from.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
};

/** A two-part callsign of 3–20 characters; `attempt` above 0 adds a number, for a name that is taken. */
export const callsignOf = (random: RandomStream, attempt: number): string => {
  const ending = attempt === 0 ? '' : `-${2 + random.roll(97)}`;
  return `${pick(random, FIRST)}${pick(random, SECOND)}`.slice(0, LONGEST_CALLSIGN - ending.length) + ending;
};

/** A name for a ship, 3–32 characters. */
export const shipNameOf = (random: RandomStream): string => pick(random, SHIPS);
