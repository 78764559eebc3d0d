import type { RandomStream } from '../random/index.ts';
import { roundedShare } from './apportion.ts';
import type { DraftContext, NebulaDraft, Topology } from './draft.ts';
import { pickOne, pickWeighted, rollBetween, shuffled } from './draw.ts';
import type { Adjacency } from './graph.ts';
import { undirectedAdjacency } from './lane-adjacency.ts';
import { NEBULA, NEBULA_COVERAGE, NEBULA_FIELD, NEBULA_KINDS } from './sector-tables.ts';
import { distanceSquared } from './spatial-grid.ts';

export interface Nebulae {
  readonly clouds: readonly NebulaDraft[];
  /** Density in percent by sector, 0 outside nebulae. */
  readonly density: Uint8Array;
}

/**
 * The second part of phase 11: nebulae cover parts of a fifth of the clusters, never of cluster 0 and never a
 * reserved sector. They grow along the lanes from a core; the inner 40 % are dense, the rest is the edge.
 */
export function layNebulae(
  context: DraftContext,
  topology: Topology,
  reserved: ReadonlySet<number>,
): Nebulae {
  const stream = context.stream('nebulae');
  const density = new Uint8Array(topology.sectorCount);
  const adjacency = undirectedAdjacency(topology.lanes);
  const chosen = shuffled(stream, [...topology.clusters.keys()].slice(1))
    .slice(0, nebulaCount(topology))
    .sort((left, right) => left - right);

  const clouds: NebulaDraft[] = [];
  for (const clusterIndex of chosen) {
    const open = [...topology.zoneOf.keys()].filter(
      (sector) => topology.clusterOf[sector] === clusterIndex && !reserved.has(sector),
    );
    const covered = grow(stream, topology, adjacency, open);
    const core = Math.max(1, roundedShare(NEBULA.corePercent * covered.length, 100));
    covered.forEach((sector, rank) => {
      density[sector] = rank < core ? NEBULA.coreDensity : rollBetween(stream, ...NEBULA.edgeDensity);
    });
    const kind = pickWeighted(stream, NEBULA_KINDS[topology.zoneOf[covered[0]!]!]);
    clouds.push({ clusterIndex, kind, field: rollBetween(stream, ...NEBULA_FIELD[kind]) });
  }
  return { clouds, density };
}

function nebulaCount({ clusters, sectorCount }: Topology): number {
  const least = sectorCount >= NEBULA.guaranteedFrom ? 1 : 0;
  return Math.max(least, roundedShare(NEBULA.clusterPercent * clusters.length, 100));
}

/** Breadth-first from a random core; where the open sectors fall apart, on from the nearest one left. */
function grow(
  stream: RandomStream,
  topology: Topology,
  adjacency: Adjacency,
  open: readonly number[],
): number[] {
  const core = pickOne(stream, open);
  const cluster = topology.clusterOf[core]!;
  const percent = pickWeighted(stream, NEBULA_COVERAGE);
  const wanted = Math.max(
    1,
    Math.min(open.length, roundedShare(percent * topology.clusters[cluster]!.size, 100)),
  );
  const left = new Set(open);
  const covered: number[] = [];
  const take = (sector: number) => {
    left.delete(sector);
    covered.push(sector);
  };
  take(core);
  for (let head = 0; covered.length < wanted; head++) {
    const from = covered[head];
    if (from === undefined) {
      take(nearestLeft(topology, core, left));
      head--;
    } else {
      for (const next of adjacency[from]!) {
        if (left.has(next) && covered.length < wanted) {
          take(next);
        }
      }
    }
  }
  return covered;
}

function nearestLeft({ points }: Topology, core: number, left: ReadonlySet<number>): number {
  const [nearest] = [...left].sort(
    (one, other) => distanceSquared(points, core, one) - distanceSquared(points, core, other) || one - other,
  );
  return nearest!;
}
