import type { RandomStream } from '../random/index.ts';
import { roundedShare } from './apportion.ts';
import {
  NEXUS_CLUSTER_ROWS,
  NEXUS_GRID,
  PLAYER_CLUSTER_TYPES,
  TERRAN_CLUSTER_TYPES,
} from './cluster-tables.ts';
import {
  CLUSTER_SECTORS_MAX,
  CLUSTER_SECTORS_MIN,
  CLUSTERS_MIN,
  LAYOUT,
  MEAN_CLUSTER_SECTORS,
  NEXUS_CLUSTER_SECTORS,
  PI,
} from './constants.ts';
import type { ClusterDraft, DraftContext } from './draft.ts';
import { pickWeighted, rollBetween, shuffled } from './draw.ts';
import { clusterNames } from './names.ts';

const LARGEST_SHIFT = 4;

interface Centre {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Phase 1: where the clusters lie, how many sectors they get, and of what type they are (rule book, world 4.2). */
export function planClusters(context: DraftContext): ClusterDraft[] {
  return context.input.regionKind === 'central_nexus' ? nexusClusters() : scatteredClusters(context);
}

function nexusClusters(): ClusterDraft[] {
  const { columns, cell, middleColumn, halfHeight } = NEXUS_GRID;
  return NEXUS_CLUSTER_ROWS.map(({ name, type }, index) => ({
    index,
    name,
    type,
    size: NEXUS_CLUSTER_SECTORS,
    x: ((index % columns) - middleColumn) * cell,
    y: Math.floor(index / columns) * cell - halfHeight,
    z: 0,
  }));
}

function scatteredClusters(context: DraftContext): ClusterDraft[] {
  const { sectorCount, regionKind } = context.input;
  const count = Math.max(CLUSTERS_MIN, roundedShare(sectorCount, MEAN_CLUSTER_SECTORS));
  const centres = clusterCentres(context.stream('cluster_centres'), count, sectorCount);
  const sizes = clusterSizes(context.stream('cluster_sizes'), count, sectorCount);
  const types = context.stream('cluster_types');
  const weights = regionKind === 'terran_space' ? TERRAN_CLUSTER_TYPES : PLAYER_CLUSTER_TYPES;
  const names = clusterNames(context.stream('cluster_names'), count);
  return centres.map((centre, index) => {
    const rolled = pickWeighted(types, weights);
    const type = index === 0 ? 'population_center' : rolled;
    return { index, name: names[index]!, type, size: sizes[index]!, ...centre };
  });
}

/** Equal sizes, then shifted pairwise by up to 4 sectors within the bounds. */
function clusterSizes(stream: RandomStream, count: number, sectorCount: number): number[] {
  const base = Math.floor(sectorCount / count);
  const sizes = Array.from({ length: count }, (_, index) => base + (index < sectorCount % count ? 1 : 0));
  const order = shuffled(stream, [...sizes.keys()]);
  for (let pair = 0; pair + 1 < count; pair += 2) {
    const giver = order[pair]!;
    const taker = order[pair + 1]!;
    const room = Math.min(sizes[giver]! - CLUSTER_SECTORS_MIN, CLUSTER_SECTORS_MAX - sizes[taker]!);
    const shift = Math.min(stream.roll(LARGEST_SHIFT + 1), room);
    sizes[giver]! -= shift;
    sizes[taker]! += shift;
  }
  return sizes;
}

/** Best-candidate points in the disc of the region; the one nearest the origin comes first. */
function clusterCentres(stream: RandomStream, count: number, sectorCount: number): Centre[] {
  const radius = Math.floor(LAYOUT.regionRadiusFactor * Math.sqrt(sectorCount / PI) + 0.5);
  const centres: Centre[] = [];
  while (centres.length < count) {
    let best = centreIn(stream, radius);
    let bestGap = gapTo(centres, best);
    for (let tries = 1; tries < LAYOUT.centreTries; tries++) {
      const candidate = centreIn(stream, radius);
      const gap = gapTo(centres, candidate);
      if (gap > bestGap) {
        best = candidate;
        bestGap = gap;
      }
    }
    centres.push(best);
  }
  const fromOrigin = centres.map(({ x, y, z }) => x * x + y * y + z * z);
  const nearest = fromOrigin.indexOf(Math.min(...fromOrigin));
  return [centres[nearest]!, ...centres.filter((_, index) => index !== nearest)];
}

function centreIn(stream: RandomStream, radius: number): Centre {
  const { dx, dy } = offsetInDisc(stream, radius);
  return { x: dx, y: dy, z: rollBetween(stream, -LAYOUT.centreHeight, LAYOUT.centreHeight) };
}

function gapTo(centres: readonly Centre[], candidate: Centre): number {
  let gap = Number.MAX_SAFE_INTEGER;
  for (const { x, y, z } of centres) {
    const dx = x - candidate.x;
    const dy = y - candidate.y;
    const dz = z - candidate.z;
    gap = Math.min(gap, dx * dx + dy * dy + dz * dz);
  }
  return gap;
}

/** A uniform integer offset within the radius, by rejection from the square (no trigonometry). */
export function offsetInDisc(stream: RandomStream, radius: number): { dx: number; dy: number } {
  for (;;) {
    const dx = rollBetween(stream, -radius, radius);
    const dy = rollBetween(stream, -radius, radius);
    if (dx * dx + dy * dy <= radius * radius) {
      return { dx, dy };
    }
  }
}
