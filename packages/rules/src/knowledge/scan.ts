import { nodeOf } from '../navigation/build-region-graph.ts';
import { exitsOf, isRevealed, terrainOf, visibleEdges } from '../navigation/known-warps.ts';
import type { RegionGraph, Terrain } from '../navigation/types.ts';
import { DEEP_SCAN_BASE_PERCENT, DEEP_SCAN_MAX_PERCENT, DEEP_SCAN_PERCENT_PER_RANGE } from './constants.ts';

export type ScanMode = 'adjacent' | 'deep';

/** One sector an adjacent scan saw. */
export interface ScannedSector {
  readonly sectorId: number;
  /** A nebula shows its type and its warps only: no stations, no ships, no prices. */
  readonly isObscured: boolean;
}

export interface AdjacentScan {
  readonly scanned: readonly ScannedSector[];
  /** Sectors that the warps of the scanned ones lead to. */
  readonly charted: readonly number[];
}

export interface DeepScan {
  readonly charted: readonly number[];
  /** Warp ids of the hidden tunnels that were found, both directions of a two-way one. */
  readonly revealed: readonly number[];
}

/** Scanner range in a sector (rule book, world 3.1): halved in a nebula (floor), one more in a star cluster. */
export function rangeIn(terrain: Pick<Terrain, 'type'>, scannerRange: number): number {
  if (terrain.type === 'nebula') {
    return Math.floor(scannerRange / 2);
  }
  return terrain.type === 'star_cluster' && scannerRange > 0 ? scannerRange + 1 : scannerRange;
}

/** Every direct target of a warp the player may see becomes scanned, what lies behind it charted (world 7.2). */
export function scanAdjacent(
  graph: RegionGraph,
  sectorId: number,
  knownHiddenWarps: ReadonlySet<number>,
): AdjacentScan {
  const targets = exitsOf(graph, sectorId, knownHiddenWarps);
  const scanned = targets.map((id) => ({
    sectorId: id,
    isObscured: terrainOf(graph, id)?.type === 'nebula',
  }));
  const seen = new Set([sectorId, ...targets]);
  const behind = targets.flatMap((id) => exitsOf(graph, id, knownHiddenWarps)).filter((id) => !seen.has(id));
  return { scanned, charted: [...new Set(behind)].sort(ascending) };
}

/**
 * All sectors within `range` warps become charted; each hidden tunnel that leaves or enters the sector and is not yet
 * revealed is found with p = min(95, 40 + 10 × range) % (rule book, world 7.2). `rollOf` answers 0..99 by the warp id
 * that stands for the tunnel, the same all day, so that a second scan of a day finds no more. The far end of a found
 * tunnel is charted.
 */
export function scanDeep(
  graph: RegionGraph,
  sectorId: number,
  range: number,
  knownHiddenWarps: ReadonlySet<number>,
  rollOf: (warpId: number) => number,
): DeepScan {
  const percent = Math.min(
    DEEP_SCAN_MAX_PERCENT,
    DEEP_SCAN_BASE_PERCENT + DEEP_SCAN_PERCENT_PER_RANGE * range,
  );
  const charted = new Set(sectorsWithin(graph, sectorId, range, knownHiddenWarps));
  const revealed: number[] = [];
  for (const tunnel of hiddenTunnelsAt(graph, sectorId)) {
    const warpIds = tunnel.edges.map((edge) => graph.warpIds[edge] as number);
    const isKnown = tunnel.edges.some((edge) => isRevealed(graph, edge, knownHiddenWarps));
    if (!isKnown && rollOf(Math.min(...warpIds)) < percent) {
      revealed.push(...warpIds);
      charted.add(tunnel.farSectorId);
    }
  }
  charted.delete(sectorId);
  return { charted: [...charted].sort(ascending), revealed };
}

interface HiddenTunnel {
  readonly edges: readonly number[];
  readonly farSectorId: number;
}

function hiddenTunnelsAt(graph: RegionGraph, sectorId: number): HiddenTunnel[] {
  const node = nodeOf(graph, sectorId);
  const tunnels: HiddenTunnel[] = [];
  for (let from = 0; from < graph.nodeCount; from++) {
    for (let edge = graph.offsets[from] as number; edge < (graph.offsets[from + 1] as number); edge++) {
      const to = graph.targets[edge] as number;
      if (graph.hidden[edge] !== 1 || (from !== node && to !== node)) {
        continue;
      }
      const back = graph.reverse[edge] as number;
      // A two-way tunnel shows up twice; its first row stands for both.
      if (back < 0 || edge < back) {
        const far = from === node ? to : from;
        tunnels.push({ edges: back < 0 ? [edge] : [edge, back], farSectorId: far + graph.baseId });
      }
    }
  }
  return tunnels;
}

function sectorsWithin(
  graph: RegionGraph,
  sectorId: number,
  range: number,
  knownHiddenWarps: ReadonlySet<number>,
): Set<number> {
  const found = new Set([sectorId]);
  let frontier = [sectorId];
  for (let depth = 0; depth < range; depth++) {
    const next = new Set<number>();
    for (const edge of frontier.flatMap((id) => visibleEdges(graph, id, knownHiddenWarps))) {
      const id = (graph.targets[edge] as number) + graph.baseId;
      if (!found.has(id)) {
        found.add(id);
        next.add(id);
      }
    }
    frontier = [...next];
  }
  return found;
}

function ascending(a: number, b: number): number {
  return a - b;
}
