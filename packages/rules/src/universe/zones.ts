import { NEXUS_SECTORS, ZONE_MIN_PERCENT } from './constants.ts';
import type { RegionInput, ZoneKind, ZonePlan, ZoneProfile } from './types.ts';
import { ZONES } from './zone-tables.ts';

/**
 * The zones of a region, tiling its sector numbers (rule book, world 2.3): the Expanse in the Nexus, elsewhere
 * thirds rounded down or the boundaries of the profile. Refuses a profile that leaves a zone under 20 % of the
 * sectors, and any profile for the Nexus, with a RangeError.
 */
export function planZones(input: RegionInput): ZonePlan[] {
  const { sectorCount, regionKind, zoneProfile } = input;
  if (regionKind === 'central_nexus') {
    if (zoneProfile) {
      throw new RangeError('the Nexus has one zone and takes no zone profile');
    }
    return [zone('expanse', 1, NEXUS_SECTORS)];
  }
  const { federationEnd, borderEnd } = zoneProfile ?? defaultZoneProfile(sectorCount);
  const zones = [
    zone('federation', 1, federationEnd),
    zone('border', federationEnd + 1, borderEnd),
    zone('frontier', borderEnd + 1, sectorCount),
  ];
  for (const { startNumber, endNumber } of zones) {
    if (!((endNumber - startNumber + 1) * 100 >= ZONE_MIN_PERCENT * sectorCount)) {
      throw new RangeError(`every zone keeps at least ${ZONE_MIN_PERCENT} % of the sectors`);
    }
  }
  return zones;
}

/** The boundaries of a region nobody has re-weighted: ⌊N/3⌋ and ⌊2N/3⌋. */
export function defaultZoneProfile(sectorCount: number): ZoneProfile {
  return { federationEnd: Math.floor(sectorCount / 3), borderEnd: Math.floor((2 * sectorCount) / 3) };
}

function zone(kind: ZoneKind, startNumber: number, endNumber: number): ZonePlan {
  const { name, policing, danger } = ZONES[kind];
  return { kind, name, startNumber, endNumber, policing, danger };
}
