import type { Atlas } from '../universe/index.ts';

/** Hops over public lanes of the Federation zone from one sector to every other; absent where no way leads. */
export const hopsFrom = (atlas: Atlas, startId: number): ReadonlyMap<number, number> => {
  const hops = new Map([[startId, 0]]);
  const queue = [startId];
  // The queue grows while it is walked.
  for (const id of queue) {
    const sector = atlas.sector(id);
    if (sector === undefined) continue;
    for (const warp of sector.warps) {
      const next = atlas.sector(warp.to);
      const isPublic = next?.zone.kind === 'federation' && !warp.isHidden && warp.kind === 'lane';
      if (!isPublic || hops.has(warp.to)) continue;
      hops.set(warp.to, (hops.get(id) ?? 0) + 1);
      queue.push(warp.to);
    }
  }
  return hops;
};

/** Distances between any two sectors, worked out once per start; infinite where no way leads. */
export const hopReader = (atlas: Atlas): ((from: number, to: number) => number) => {
  const known = new Map<number, ReadonlyMap<number, number>>();
  return (from, to) => {
    let reach = known.get(from);
    if (reach === undefined) {
      reach = hopsFrom(atlas, from);
      known.set(from, reach);
    }
    return reach.get(to) ?? Number.POSITIVE_INFINITY;
  };
};
