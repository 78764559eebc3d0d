import type { RandomStream } from '../random/index.ts';
import { offsetInDisc } from './clusters.ts';
import { LAYOUT, PI } from './constants.ts';
import type { ClusterDraft, DraftContext, LayoutDraft } from './draft.ts';
import { rollBetween } from './draw.ts';
import type { Points } from './spatial-grid.ts';
import { SpatialGrid } from './spatial-grid.ts';

/** Phase 2: scatters the sectors of every cluster and finds its hub, the sector nearest the centre. */
export function layOutSectors(context: DraftContext, clusters: readonly ClusterDraft[]): LayoutDraft {
  const { sectorCount, regionKind } = context.input;
  const isNexus = regionKind === 'central_nexus';
  const stream = context.stream('layout');
  const points: Points = {
    x: new Int32Array(sectorCount),
    y: new Int32Array(sectorCount),
    z: new Int32Array(sectorCount),
  };
  const clusterOf = new Uint8Array(sectorCount);
  const grid = new SpatialGrid(points, LAYOUT.startGap);
  const hubs: number[] = [];

  let sector = 0;
  for (const cluster of clusters) {
    const disc = {
      radius: isNexus ? LAYOUT.nexusClusterRadius : discRadius(cluster.size),
      height: isNexus ? LAYOUT.nexusSectorHeight : LAYOUT.sectorHeight,
    };
    const first = sector;
    for (; sector < first + cluster.size; sector++) {
      clusterOf[sector] = cluster.index;
      placeSector(stream, { points, grid, cluster, disc }, sector);
    }
    hubs.push(nearestTo(points, cluster, first, sector));
  }
  return { points, clusterOf, hubs };
}

/** 1.15 times the radius at which n sectors keep the mean spacing, rounded down. */
function discRadius(sectors: number): number {
  return Math.floor((115 * LAYOUT.sectorSpacing * Math.sqrt(sectors / PI)) / 100);
}

interface Site {
  readonly points: Points;
  readonly grid: SpatialGrid;
  readonly cluster: ClusterDraft;
  /** Widened for good when the cluster has become too crowded. */
  readonly disc: { radius: number; readonly height: number };
}

function placeSector(stream: RandomStream, site: Site, sector: number): void {
  const { points, grid, cluster, disc } = site;
  let gap: number = LAYOUT.startGap;
  for (let rejections = 1; ; rejections++) {
    const { dx, dy } = offsetInDisc(stream, disc.radius);
    const x = cluster.x + dx;
    const y = cluster.y + dy;
    const z = cluster.z + rollBetween(stream, -disc.height, disc.height);
    if (grid.isFree(x, y, z, gap)) {
      points.x[sector] = x;
      points.y[sector] = y;
      points.z[sector] = z;
      grid.add(sector);
      return;
    }
    if (rejections % LAYOUT.rejectionsPerStep === 0) {
      if (gap > LAYOUT.minGap) {
        gap--;
      } else {
        disc.radius += LAYOUT.discStep;
      }
    }
  }
}

function nearestTo(points: Points, centre: ClusterDraft, first: number, end: number): number {
  let best = first;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (let sector = first; sector < end; sector++) {
    const dx = points.x[sector]! - centre.x;
    const dy = points.y[sector]! - centre.y;
    const dz = points.z[sector]! - centre.z;
    const distance = dx * dx + dy * dy + dz * dz;
    if (distance < bestDistance) {
      best = sector;
      bestDistance = distance;
    }
  }
  return best;
}
