import type { GraphSector, GraphWarp } from '../navigation/index.ts';

/** A harmless Federation sector. */
export function buildGraphSector(id: number, overrides: Partial<GraphSector> = {}): GraphSector {
  return {
    id,
    regionId: 'terran',
    type: 'standard',
    hazard: 0,
    nebulaDensity: 0,
    zone: 'federation',
    danger: 1,
    x: id * 10,
    y: 0,
    z: 0,
    ...overrides,
  };
}

/** A visible lane; its link has the same number unless told otherwise. */
export function buildGraphWarp(
  id: number,
  from: number,
  to: number,
  overrides: Partial<GraphWarp> = {},
): GraphWarp {
  return { id, linkId: id, from, to, kind: 'lane', length: 20, extraCost: 0, isHidden: false, ...overrides };
}

/** Two-way lanes between the pairs; warp ids are 2k and 2k + 1 for the k-th pair. */
export function buildLanes(pairs: readonly (readonly [number, number])[]): GraphWarp[] {
  return pairs.flatMap(([from, to], link) => [
    buildGraphWarp(link * 2, from, to, { linkId: link }),
    buildGraphWarp(link * 2 + 1, to, from, { linkId: link }),
  ]);
}
