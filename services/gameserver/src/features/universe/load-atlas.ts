import type { Database } from '@sw/db';
import {
  findBulkDirections,
  findClusters,
  findFormations,
  findNamedSectors,
  findPlanets,
  findRegions,
  findRegistryVersion,
  findSectors,
  findStations,
  findWarps,
  findZones,
} from './atlas.repository.ts';
import { buildAtlas } from './atlas.ts';
import type { Atlas } from './atlas-types.ts';

/** Loads the static galaxy: ten reads of one moment, then everything in memory. */
export const loadAtlas = async (db: Database): Promise<Atlas> => {
  const [versions, regions, zones, clusters, sectors, warps, stations, directions, planets, formations] =
    await db.snapshot((tx) =>
      tx.load(
        findRegistryVersion(tx.sql),
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
  const rows = { regions, zones, clusters, sectors, warps, stations, directions, planets, formations };
  return buildAtlas(rows, versions[0]?.version);
};

/** Takes over the names that sectors were given since. */
export const refreshNames = async (db: Database, atlas: Atlas): Promise<void> => {
  for (const { id, name } of await findNamedSectors(db.sql)) atlas.rename(id, name);
};
