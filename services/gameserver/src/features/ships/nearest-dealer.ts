import { hopDistances } from '@sw/rules';
import type { Atlas, AtlasSector, AtlasStation } from '../universe/index.ts';

/** A dealer and how far it is. */
export interface NearDealer {
  readonly station: AtlasStation;
  readonly sector: AtlasSector;
  readonly hops: number;
}

/** The ship dealer of the region that is fewest visible hops away; of equals the one with the least id. */
export const nearestDealer = (atlas: Atlas, fromSectorId: number): NearDealer | null => {
  const here = atlas.sector(fromSectorId);
  if (here === undefined) return null;
  const distances = hopDistances(atlas.graph, fromSectorId);
  let best: NearDealer | null = null;
  for (const sector of atlas.sectorsOf(here.region)) {
    const hops = distances.hopsTo(sector.id);
    for (const station of sector.stations) {
      if (!station.services.includes('ship_dealer') || !Number.isFinite(hops)) continue;
      const isBetter =
        best === null || hops < best.hops || (hops === best.hops && station.id < best.station.id);
      if (isBetter) best = { station, sector, hops };
    }
  }
  return best;
};
