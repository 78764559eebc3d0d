import {
  GENERATOR_VERSION,
  NEXUS_SECTORS,
  PLAYER_SECTORS_MAX,
  PLAYER_SECTORS_MIN,
  SEED_MAX_LENGTH,
  TERRAN_SECTORS,
} from './constants.ts';
import type { RegionInput, RegionKind } from './types.ts';
import { planZones } from './zones.ts';

const SIZES: Readonly<Record<RegionKind, readonly [lo: number, hi: number]>> = {
  central_nexus: [NEXUS_SECTORS, NEXUS_SECTORS],
  terran_space: [TERRAN_SECTORS, TERRAN_SECTORS],
  player_owned: [PLAYER_SECTORS_MIN, PLAYER_SECTORS_MAX],
};
const REGION_CODE = /^[A-Z0-9]{3}$/;

/** Refuses an input no plan exists for (size, code, seed, version, zone profile) with a RangeError. */
export function assertRegionInput(input: RegionInput): void {
  const [lo, hi] = SIZES[input.regionKind];
  if (!Number.isInteger(input.sectorCount) || input.sectorCount < lo || input.sectorCount > hi) {
    throw new RangeError(`a ${input.regionKind} region has ${lo} to ${hi} sectors, not ${input.sectorCount}`);
  }
  if (!REGION_CODE.test(input.regionCode)) {
    throw new RangeError('a region code is three upper-case letters or digits');
  }
  if (input.seed.length === 0 || input.seed.length > SEED_MAX_LENGTH) {
    throw new RangeError(`a seed has 1 to ${SEED_MAX_LENGTH} characters`);
  }
  if (input.generatorVersion !== GENERATOR_VERSION) {
    throw new RangeError(`this generator is version ${GENERATOR_VERSION}, not ${input.generatorVersion}`);
  }
  planZones(input);
}
