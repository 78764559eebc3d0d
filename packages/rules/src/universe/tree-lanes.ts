import { LANES } from './constants.ts';
import type { LayoutDraft, PocketDraft } from './draft.ts';
import type { Candidate } from './lane-candidates.ts';
import { byLength, candidateOf } from './lane-candidates.ts';
import type { LaneNetwork } from './lane-network.ts';
import { gridOf } from './spatial-grid.ts';
import { UnionFind } from './union-find.ts';

/**
 * The first half of phase 4: a minimum spanning tree (Kruskal) of the main network and of every pocket. Where the
 * nearest neighbours fall apart into islands, the shortest pairs between islands join them.
 */
export function layTree(
  layout: LayoutDraft,
  pockets: PocketDraft,
  candidates: readonly Candidate[],
  network: LaneNetwork,
): void {
  const sets = new UnionFind(network.sectorCount);
  const join = (pairs: readonly Candidate[]) => {
    for (const { a, b } of pairs) {
      if (sets.union(a, b)) {
        network.add(a, b, 'tree');
      }
    }
  };
  join(candidates);
  // A pocket's members are all candidates of each other, so only the main network can still be split.
  for (let radius: number = LANES.maxLength; sets.sets > 1 + pockets.pockets.length; radius *= 2) {
    join(islandPairs(layout, pockets, sets, radius));
  }
}

function islandPairs(
  layout: LayoutDraft,
  pockets: PocketDraft,
  sets: UnionFind,
  radius: number,
): Candidate[] {
  const main = [...pockets.pocketOf.keys()].filter((sector) => pockets.pocketOf[sector]! < 0);
  const grid = gridOf(layout.points, main, radius);
  return main
    .flatMap((sector) =>
      grid
        .around(sector, radius)
        .filter((other) => other > sector && sets.find(other) !== sets.find(sector))
        .map((other) => candidateOf(layout, sector, other)),
    )
    .sort(byLength);
}
