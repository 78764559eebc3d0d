import type { Skeleton } from './draft.ts';
import { isMain } from './draft.ts';
import type { LaneNetwork } from './lane-network.ts';
import { STATION_GUARANTEES } from './station-tables.ts';

/**
 * The index of the gateway sector: the Border sector of the main network with at least 3 lanes whose number is
 * closest to N/2, ties to the lower number (rule book, world 4.5). Null without a Border or such a sector.
 */
export function findGateway(skeleton: Skeleton, network: LaneNetwork): number | null {
  let best: number | null = null;
  let bestGap = Number.MAX_SAFE_INTEGER;
  skeleton.zoneOf.forEach((zone, sector) => {
    // Twice the distance to N/2, so that an odd N needs no fraction.
    const gap = Math.abs(2 * (sector + 1) - skeleton.sectorCount);
    const isFit =
      zone === 'border' &&
      isMain(skeleton, sector) &&
      network.degree[sector]! >= STATION_GUARANTEES.gatewayMinDegree;
    if (isFit && gap < bestGap) {
      best = sector;
      bestGap = gap;
    }
  });
  return best;
}
