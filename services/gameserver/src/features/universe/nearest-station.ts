import { hopDistances } from '@sw/rules';
import type { Atlas, AtlasSector, AtlasStation } from './atlas-types.ts';

/** A station and how far it is. */
export interface NearStation {
  readonly station: AtlasStation;
  readonly sector: AtlasSector;
  readonly hops: number;
}

/** The station of the region that is fewest visible hops away and is one of those asked for; of equals the least id. */
export const nearestStation = (
  atlas: Atlas,
  fromSectorId: number,
  isAskedFor: (station: AtlasStation) => boolean,
): NearStation | null => {
  const here = atlas.sector(fromSectorId);
  if (here === undefined) return null;
  const distances = hopDistances(atlas.graph, fromSectorId);
  let best: NearStation | null = null;
  for (const sector of atlas.sectorsOf(here.region)) {
    const hops = distances.hopsTo(sector.id);
    for (const station of sector.stations) {
      if (!isAskedFor(station) || !Number.isFinite(hops)) continue;
      const isBetter =
        best === null || hops < best.hops || (hops === best.hops && station.id < best.station.id);
      if (isBetter) best = { station, sector, hops };
    }
  }
  return best;
};
