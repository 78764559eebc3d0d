import { SECTOR_TYPES } from '@sw/rules';
import type { AtlasRows } from '../features/universe/index.ts';

/** What a player does not know, by sector id. */
export interface Ignorance {
  /** Whether he knows no more of a sector than `upTo`: 0 nothing, 1 that it is there. */
  readonly isUnknown: (id: number, upTo: 0 | 1) => boolean;
  /** Whether he sees the terrain all the same, as that of the neighbours of where he is. */
  readonly isTerrainSeen?: (id: number) => boolean;
}

/** The same galaxy to a player, everything else about it changed: names, kinds, places, contents and warps. */
export const otherGalaxy = (rows: AtlasRows, { isUnknown, isTerrainSeen }: Ignorance): AtlasRows => ({
  ...rows,
  sectors: rows.sectors.map((sector, index) => {
    if (!isUnknown(sector.id, 1)) return sector;
    const type = SECTOR_TYPES[(index + 3) % SECTOR_TYPES.length] ?? 'void';
    const terrain = isTerrainSeen?.(sector.id) === true ? {} : { type, hazard: 9, nebulaDensity: 77 };
    const changed = { ...sector, name: `Other ${index}`, ...terrain, richness: 1 };
    return isUnknown(sector.id, 0)
      ? { ...changed, x: sector.x + 13, y: sector.y - 7, z: 1, protected: !sector.protected, clusterIndex: 0 }
      : changed;
  }),
  stations: [
    ...rows.stations.filter(({ sectorId }) => !isUnknown(sectorId, 1)),
    ...rows.sectors
      .filter(({ id }) => isUnknown(id, 1))
      .map(({ id }) => ({
        id: crypto.randomUUID(),
        sectorId: id,
        name: `Outpost ${id}`,
        stationClass: 3 as const,
        facility: 'none' as const,
        faction: null,
        services: [],
      })),
  ],
  planets: rows.planets.filter(({ sectorId }) => !isUnknown(sectorId, 1)),
  // Warps between sectors neither of which is scanned are gone; those of a scanned sector are known.
  warps: rows.warps.filter(
    ({ fromSectorId, toSectorId }) => !(isUnknown(fromSectorId, 1) && isUnknown(toSectorId, 1)),
  ),
});
