import { SECTOR_TYPES, WARP_KINDS } from './constants.ts';
import { entrySurcharge } from './move-cost.ts';
import type { GraphSector, GraphWarp, RegionGraph } from './types.ts';

/** Zones by stored code. */
export const ZONE_KINDS = ['federation', 'border', 'frontier', 'expanse'] as const;

/**
 * Builds the typed-array graph of the sectors and warps of one or more regions; nexus links join them. Ids need not
 * be contiguous, but memory grows with their range. Throws on a warp whose end is not among the sectors.
 */
export function buildRegionGraph(sectors: readonly GraphSector[], warps: readonly GraphWarp[]): RegionGraph {
  const baseId = sectors.reduce((least, { id }) => Math.min(least, id), Number.POSITIVE_INFINITY);
  const lastId = sectors.reduce((most, { id }) => Math.max(most, id), Number.NEGATIVE_INFINITY);
  const nodeCount = sectors.length === 0 ? 0 : lastId - baseId + 1;
  const nodes = sectorArrays(sectors, baseId, nodeCount);
  return { baseId, nodeCount, ...nodes, ...edgeArrays(warps, baseId, nodeCount, nodes.exists) };
}

/** The node of a sector id, or −1 where the graph has no such sector. */
export function nodeOf(graph: RegionGraph, sectorId: number): number {
  const node = sectorId - graph.baseId;
  return Number.isInteger(node) && graph.exists[node] === 1 ? node : -1;
}

function sectorArrays(sectors: readonly GraphSector[], baseId: number, size: number) {
  const regionIds = [...new Set(sectors.map(({ regionId }) => regionId))];
  const regionIndex = new Map(regionIds.map((regionId, index) => [regionId, index]));
  const arrays = {
    exists: new Uint8Array(size),
    types: new Uint8Array(size),
    densities: new Uint8Array(size),
    hazards: new Uint8Array(size),
    surcharges: new Int8Array(size),
    dangers: new Uint8Array(size),
    zones: new Uint8Array(size),
    regions: new Uint16Array(size),
    x: new Int32Array(size),
    y: new Int32Array(size),
    z: new Int32Array(size),
    regionIds,
  };
  for (const sector of sectors) {
    const node = sector.id - baseId;
    arrays.exists[node] = 1;
    arrays.types[node] = SECTOR_TYPES.indexOf(sector.type);
    arrays.densities[node] = sector.nebulaDensity;
    arrays.hazards[node] = sector.hazard;
    arrays.surcharges[node] = entrySurcharge(sector);
    arrays.dangers[node] = sector.danger;
    arrays.zones[node] = ZONE_KINDS.indexOf(sector.zone);
    arrays.regions[node] = regionIndex.get(sector.regionId) ?? 0;
    arrays.x[node] = sector.x;
    arrays.y[node] = sector.y;
    arrays.z[node] = sector.z;
  }
  return arrays;
}

function edgeArrays(warps: readonly GraphWarp[], baseId: number, nodeCount: number, exists: Uint8Array) {
  const sorted = warps.toSorted(
    (a, b) => a.from - b.from || a.to - b.to || kindCode(a) - kindCode(b) || a.id - b.id,
  );
  const count = sorted.length;
  const arrays = {
    offsets: new Int32Array(nodeCount + 1),
    targets: new Int32Array(count),
    warpIds: new Int32Array(count),
    kinds: new Uint8Array(count),
    lengths: new Int32Array(count),
    extraCosts: new Uint8Array(count),
    hidden: new Uint8Array(count),
    reverse: reverseEdges(sorted),
  };
  sorted.forEach((warp, edge) => {
    const [from, to] = [warp.from - baseId, warp.to - baseId];
    if (exists[from] !== 1 || exists[to] !== 1) {
      throw new RangeError(`warp ${warp.id} leads from ${warp.from} to ${warp.to}, which is no sector`);
    }
    arrays.offsets[from + 1] = edge + 1;
    arrays.targets[edge] = to;
    arrays.warpIds[edge] = warp.id;
    arrays.kinds[edge] = kindCode(warp);
    arrays.lengths[edge] = warp.length;
    arrays.extraCosts[edge] = warp.extraCost;
    arrays.hidden[edge] = warp.isHidden ? 1 : 0;
  });
  for (let node = 1; node <= nodeCount; node++) {
    arrays.offsets[node] = Math.max(arrays.offsets[node] as number, arrays.offsets[node - 1] as number);
  }
  return arrays;
}

function reverseEdges(sorted: readonly GraphWarp[]): Int32Array {
  const reverse = new Int32Array(sorted.length).fill(-1);
  const firstOfLink = new Map<number, number>();
  sorted.forEach((warp, edge) => {
    const partner = firstOfLink.get(warp.linkId);
    if (partner === undefined) {
      firstOfLink.set(warp.linkId, edge);
      return;
    }
    const other = sorted[partner] as GraphWarp;
    if (other.from === warp.to && other.to === warp.from) {
      reverse[edge] = partner;
      reverse[partner] = edge;
    }
  });
  return reverse;
}

function kindCode({ kind }: GraphWarp): number {
  return WARP_KINDS.indexOf(kind);
}
