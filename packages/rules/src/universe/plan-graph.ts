import type { Adjacency } from './graph.ts';
import { adjacencyOf } from './graph.ts';
import type { RegionPlan, WarpPlan } from './types.ts';

/** The warps of a plan as graphs over sector indices (number − 1). */
export interface PlanGraph {
  /** Directed, lanes only. */
  readonly lanes: Adjacency;
  /** Both directions of two-way lanes. */
  readonly twoWayLanes: Adjacency;
  /** Directed, everything a stranger can see. */
  readonly visible: Adjacency;
  /** Directed, hidden warps included. */
  readonly all: Adjacency;
  /** Lanes at each sector, one-way lanes counted at both ends. */
  readonly laneDegree: Uint8Array;
  /** The one or two rows of each link. */
  readonly links: ReadonlyMap<number, readonly WarpPlan[]>;
}

/** Reads the graphs out of the warp rows. */
export function planGraph({ sectorCount, warps }: Pick<RegionPlan, 'sectorCount' | 'warps'>): PlanGraph {
  const links = new Map<number, WarpPlan[]>();
  for (const warp of warps) {
    const rows = links.get(warp.linkIndex);
    if (rows) {
      rows.push(warp);
    } else {
      links.set(warp.linkIndex, [warp]);
    }
  }
  const graphOf = (includes: (warp: WarpPlan) => boolean) =>
    adjacencyOf(
      sectorCount,
      warps.filter(includes).map(({ from, to }): [number, number] => [from - 1, to - 1]),
    );
  const laneDegree = new Uint8Array(sectorCount);
  for (const [row] of links.values()) {
    if (row?.kind === 'lane') {
      laneDegree[row.from - 1]!++;
      laneDegree[row.to - 1]!++;
    }
  }
  return {
    lanes: graphOf(({ kind }) => kind === 'lane'),
    twoWayLanes: graphOf(({ kind, linkIndex }) => kind === 'lane' && links.get(linkIndex)?.length === 2),
    visible: graphOf(({ isHidden }) => !isHidden),
    all: graphOf(() => true),
    laneDegree,
    links,
  };
}
