import type { Database } from '@sw/db';
import {
  findBulkDirections,
  findClusters,
  findFormations,
  findNamedSectors,
  findPlanets,
  findRegions,
  findSectors,
  findStations,
  findWarps,
  findZones,
} from './atlas.repository.ts';
import { buildAtlas } from './atlas.ts';
import type { Atlas } from './atlas-types.ts';

/** Loads the static galaxy: nine reads of one moment, then everything in memory. */
export const loadAtlas = async (db: Database): Promise<Atlas> => {
  const [regions, zones, clusters, sectors, warps, stations, directions, planets, formations] =
    await db.snapshot((tx) =>
      tx.load(
        findRegions(tx.sql),
        findZones(tx.sql),
        findClusters(tx.sql),
        findSectors(tx.sql),
        findWarps(tx.sql),
        findStations(tx.sql),
        findBulkDirections(tx.sql),
        findPlanets(tx.sql),
        findFormations(tx.sql),
      ),
    );
  return buildAtlas({ regions, zones, clusters, sectors, warps, stations, directions, planets, formations });
};

/** Takes over the names that sectors were given since: of all that an atlas holds nothing else changes. */
export const refreshNames = async (db: Database, atlas: Atlas): Promise<void> => {
  for (const { id, name } of await findNamedSectors(db.sql)) atlas.rename(id, name);
};
